package cli

import (
	"errors"

	"uncramp/coach/record"
)

// What the plain player says beside plain.gotmpl.
const (
	aboutSeconds = "About %d seconds"
	aboutMinutes = "About %d minutes"
	oneSecond    = "1 second"
	manySeconds  = "%d seconds"
	whatToType   = "That is no answer here. Type keys to hear what is, or q to leave."
	whichOffer   = "Type 1 to %d, or q to leave:"
	orBack       = "Type 1 to %d, u if it has not eased after all, a if it is back, or q to leave:"
	itWaits      = "Back to the routine. It waits; press Enter to go on."
	typeToUndo   = "Type u to take it back."
	heldSome     = "You did %d of %d holds."
	savedWords   = "Saved in your diary."
)

// asciiAlone is said where the locale has no UTF-8.
const asciiAlone = "your locale has no UTF-8, so all is in ASCII; set LC_ALL=C.UTF-8 for more"

// What version says: the version alone, or with the commit and its day.
const (
	versionAlone  = "uncramp %s"
	versionCommit = "uncramp %s, commit %s of %s"
)

// notPrinted is said where standard output takes nothing more.
const notPrinted = "not all could be printed: %w"

// What log says and asks: a question, and what holds without an answer.
const (
	howToAnswer = "Enter alone goes on without an answer; q leaves, and nothing is kept.\n"
	howToChange = "Enter keeps an answer, a minus (-) takes it out, q leaves all as it was.\n"
	askedMore   = "Type m for %d more questions, or Enter to save:"
	itIs        = "It is: %s"
	thatOne     = "that" // what stands above, which has no room in the line
	moreAnswer  = "m"
	savedCramp  = "Saved: %s.\n"

	notWrittenDown = "Left: nothing is kept.\n"
	nothingChanged = "Left: nothing is changed.\n"
)

// askedFormats ask about a cramp, and name what holds without an answer.
var askedFormats = map[record.Kind]string{
	record.When: "%s Type it, or Enter for %s:", record.Where: "%s Type it, or Enter for %s:",
	record.Scale: "%s Type 0 to 10, or Enter for %s:", record.Length: "%s Type a number, or Enter for %s:",
	record.YesNo: "%s Type y or n, or Enter for %s:", record.Words: "%s Type it, or Enter for %s:",
}

// errNoAnswer is that something else was typed than what is asked for.
var errNoAnswer = errors.New("that is no answer here")

// errNotUTF8 is what is said of a text that is no UTF-8.
var errNotUTF8 = errors.New("write it as UTF-8: set the terminal to UTF-8, or give a file to --note -")

// What diary undo says, and what is said where a routine was left.
const (
	tookBack  = "Taken back: %s.\nTo put it back: uncramp diary undo --redo\n"
	putBack   = "Put back: %s.\n"
	keptEntry = "Kept: %s. To take it back: uncramp diary undo"
	triedOut  = "Time ran faster: nothing of it is in the diary."
	notKept   = "Nothing was kept in your diary."
)

var (
	errNoEntry      = errors.New("the diary has no entry to take back; uncramp log or uncramp now makes one")
	errNotTakenBack = errors.New("nothing was taken back; uncramp diary undo does that")
)

// What diary import and diary restore say.
const (
	importedRows  = "%d read, %d of them new or later edited.\n"
	wouldImport   = "%d read, %d of them would come in. It was a dry run: nothing was imported.\n"
	standardInput = "standard input"
	noFile        = "there is no file %s; see its name, or write its folder before it"
	isFolder      = "%s is a folder; name a file in it"
	isNoFile      = "%s is no ordinary file; name one, or write - for standard input"
	notYours      = "%s can't be read; see that it is yours"
	comesInNew    = "new: %s\n"
	comesInLater  = "changed: %s\n"
	restored      = "Restored. What was there before is %s.\n"
)

// What diary sync says.
const (
	cameIn      = "%s: %d new or later edited.\n"
	wouldComeIn = "%s: %d would come in.\n"
	syncWritten = "Written: %s.\n"
	syncKept    = "Nothing new to write into %s.\n"
	syncDryRun  = "It was a dry run: nothing is kept or written.\n"
	clockAhead  = "%s has edits %s ahead of this clock; see that both devices' clocks are right"
	tiedRows    = "%s: %d say something else, edited at the same moment; all devices keep the same of the two"
	twoDevices  = "%s has what this diary lacks: a copy of it wrote there, or it was restored; from now on this device has another file"
)

// What is said of a command line.
const (
	oneWordMore = "%.40q is more than %s takes; see %s --help"
	wrongFlag   = "%w; see %s --help"
)

// What --plain does.
const (
	lineByLine   = "line by line, without a screen"
	numberedMenu = "a numbered menu, line by line"
)

// What report says.
const (
	noSuchEnding = "%.20q is the ending of no format; end the file's name with .md, .html, .csv or .json, or write --format"
)

// What is said of the file that a command writes.
const (
	notOurs       = "%s is there, and uncramp didn't write it; name another file, or overwrite it with --force"
	notWritten    = "nothing is written: %w"
	fileWritten   = "Written: %s"
	otherEnding   = "%.20q is not how such a file ends; end its name with %s"
	onPrinter     = "a sheet is for a printer; name its file, such as -o %s.html"
	onPhone       = "a calendar is for a phone; name its file, such as -o uncramp.ics"
	whichRoutines = "name one routine or more; see uncramp list"
)

// What audio says.
const (
	howToRecord  = "name a file that ends with .wav or .flac, such as -o bedtime.flac"
	nothingHeard = "nothing could be heard; leave --sound or --voice on, and see uncramp settings for the volume"
	tonesAlone   = "there is no voice, so it has tones alone: %w"
	noTimeFor    = "the recording has no time for all of this: %s"
	notRecorded  = "the recording is not written: %w"
)

// What other commands say.
const (
	settingHolds  = "%s is %s (%s)\n"
	variableHolds = "%s is set, too, and goes before it\n"
	glassCounted  = "%s. %s"
	howToBegin    = "name one programme, such as bedtime; see uncramp plan begin"
)

// leftOutForYou stands in the list in place of how long a routine takes.
const leftOutForYou = "left out, see uncramp me"

// What learn says.
const (
	severalCards = "%d cards tell of %q."
	notUTF8      = "%.40q is no UTF-8; set the terminal to UTF-8, and write it again"
	noCard       = "no card holds %q; try fewer letters, or see uncramp learn"
)

// What check says and asks.
const (
	answerLines    = "Answer each line with y or n.\n"
	answerGroup    = "Type n for none, 1 to %d for one that fits, i for sources, or q to go back:"
	answerReadBack = "Type y for yes, n for no and back, or q to leave:"
	whichOne       = "which one? Type its number, 1 to %d"
	takeAgain      = "Not so? Take the check again: uncramp check"
	checkLeft      = "The check was left; what an earlier one came to still stands.\n"
)

// errAnswerEach says how a question is answered, of those that are asked one by one.
var errAnswerEach = errors.New("type y, n, or q to go back")

// What remind says.
const (
	waterTitle     = "Water"
	noReminder     = "No reminder is set. Set one with uncramp remind set bedtime 22:30.\n"
	noSuchReminder = "No reminder %s is set.\n"
	remindersOff   = "Off: %s.\n"
	nothingDue     = "no reminder is set and no programme is followed; name one: uncramp remind export bedtime 22:30 -o uncramp.ics"
)

// What me says.
const (
	howToSet     = "name something about you, then on or off; see uncramp me --help"
	conditionOn  = "%s is on. %s" // its name, and what it changes
	conditionOff = "%s is off."
	allForgotten = "Forgotten: nothing is known about you."
)

// What routine check says.
const (
	howToCheck    = "name one routine or file, or none; see uncramp routine check --help"
	routineFine   = "Nothing is wrong with %s."
	fromOrLine    = "a routine is a copy, or made from a line: write --from or --line, not both"
	howToDraw     = "name one figure, or none; see uncramp routine figure --help"
	figureBegins  = "it begins"
	figureLeads   = "it leads to"
	routinesFine  = "Nothing is wrong with the routines in %s."
	noRoutineFile = "%s isn't there; name a routine of your own, or its file"
)

// What routine new says and asks.
const (
	howToNew       = "name the routine to make, such as knees; see uncramp routine new --help"
	newFromWhat    = "say what it is made from: --line \"calf-wall 3x30s each\"; see uncramp routine new --help"
	howToPrescribe = "Type a move and how much of it, such as calf-wall 3x30s each, or q to leave:"
	nextMove       = "Type the next move, or how often all of it is done, or Enter to end:"
	readAs         = "\nIn short:\n"
	keepRoutine    = "Keep it? Type y or n:"
	nothingNew     = "Nothing is kept."
	newDryRun      = "It was a dry run: nothing is kept."
	routineKept    = "Kept as %s. Follow it with uncramp start %s."
	weeksToBegin   = "Begin its weeks with uncramp plan begin %s."
)
