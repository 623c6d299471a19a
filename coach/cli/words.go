package cli

import (
	"errors"
)

// What the plain player says beside plain.gotmpl.
const (
	aboutSeconds = "About %d seconds"
	aboutMinutes = "About %d minutes"
	oneSecond    = "1 second"
	manySeconds  = "%d seconds"
	whatToType   = "Type keys, then Enter, for all that can be typed. Enter alone pauses."
	whichOffer   = "Type a number from 1 to %d, or q, then Enter."
	itWaits      = "Back to the routine. It waits; press Enter to go on."
	typeToUndo   = "Type u and Enter to take it back."
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
	howToAnswer = "Enter alone takes the answer in brackets; q leaves, and nothing is kept.\n"
	howToChange = "Enter alone keeps the answer in brackets; - takes it out; q leaves all as it was.\n"
	askedFormat = "%s [Enter: %s]"
	askedMore   = "Type m and Enter for %d more questions. [Enter: save]"
	moreAnswer  = "m"
	savedCramp  = "Saved: %s.\n"

	notWrittenDown = "Left: nothing is kept.\n"
	nothingChanged = "Left: nothing is changed.\n"
)

var errMore = errors.New("type m, or press Enter alone to save")

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
	otherEnding   = "%.20q is not how such a file ends; end its name with %s"
	onPrinter     = "a sheet is for a printer; name its file, such as -o %s.html"
	onPhone       = "a calendar is for a phone; name its file, such as -o uncramp.ics"
	whichRoutines = "name one routine or more; see uncramp list"
)

// What audio says.
const (
	howToRecord  = "name a file that ends with .wav or .flac, such as -o bedtime.flac"
	nothingHeard = "nothing could be heard; leave --sound or --voice on, and see uncramp settings for the volume"
	noRecording  = "%s is there, and no recording of uncramp; name another file, or overwrite it with --force"
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
	answerEach     = "type y, n, or q to go back"
	answerGroup    = "type n for none of these, the number of one that fits (1 to %d), i for sources, or q to go back"
	answerReadBack = "type y for yes, n for no and back, or q to leave"
	whichOne       = "which one? Type its number, 1 to %d"
	takeAgain      = "Not so? Take the check again: uncramp check"
	checkLeft      = "The check was left; what an earlier one came to still stands.\n"
)

// What the report says of the latest check.
const (
	yesAnswer   = "%s, yes: %s"
	allNo       = "%s: no to every question"
	noAnswers   = "The latest check can't be read."
	lessSkipped = "%s: after a yes nothing less urgent was asked"
)

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
	howToPrescribe = "Type a move and how much of it, such as calf-wall 3x30s each, then Enter; q leaves."
	nextMove       = "Type the next move, or how often all of it is done; Enter alone ends."
	readAs         = "\nIn short:\n"
	keepRoutine    = "Keep it? Type y or n, then Enter."
	nothingNew     = "Nothing is kept."
	newDryRun      = "It was a dry run: nothing is kept."
	routineKept    = "Kept as %s. Follow it with uncramp start %s."
	weeksToBegin   = "Begin its weeks with uncramp plan begin %s."
)

var errYesOrNo = errors.New("type y to keep it, or n to keep nothing")
