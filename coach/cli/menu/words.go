package menu

// What is said of the menu itself.
const (
	howItWorks = "Type the number of a line, then Enter. Enter alone says the list again.\n" +
		"0 or q goes back. In every list n is relief, flags the red flags, help this.\n" +
		"A command that is named can be typed in full, such as: uncramp diary undo"
	oneItem      = ", 1 line."
	someItems    = ", %d lines."
	itemLine     = "%d %s"
	chooseAtHome = "Main menu. Type 1 to %d, Enter for the list, help, or 0 to leave:"
	chooseItem   = "%s. Type 1 to %d, or 0 to go back:"
	chooseOrMore = "%s. Type 1 to %d, m for more lines, or 0 to go back:"
	moreKey      = "m"
	noSuchLine   = "There is no line %.40s."
	theLetters   = "Letters that work in the main menu:"
	letterLine   = "%s: %s"
	eitherKey    = "%s or %s" // a sign, and the word that is typed in place of it
	commandName  = "uncramp"  // before a command that is typed in full

	askWhetherName = "Take %.20q as the name? Type y or n:"
)

// signWords are typed in place of a sign, which isn't heard.
var signWords = map[string]string{"!": "flags", "?": "help", "/": "find", "+": "plus", "-": "minus"}

// The lines of the main menu, which are also the titles of the lists that they lead to.
const (
	homeTitle     = "Main menu"
	goOnTitle     = "Go on: %s was stopped half-way"
	declineTitle  = "Don't go on with it"
	declined      = "It is not gone on with."
	untoldTitle   = "Tell more of the cramp: %s"
	reliefTitle   = "Relief, at once"
	bedtimeTitle  = "Bedtime stretch"
	warmUpTitle   = "Warm-up"
	morningTitle  = "Before you stand up"
	routinesTitle = "All routines"
	flagsTitle    = "Red flags: when to call for help"
	logTitle      = "Write down a cramp"
	historyTitle  = "History"
	planTitle     = "The week, and programmes"
	libraryTitle  = "Library"
	meTitle       = "About you"
	settingsTitle = "Settings"
	remindTitle   = "Reminders"
	reportTitle   = "Report for a doctor"
	ownTitle      = "Routines of your own"
	machineTitle  = "This machine, and other commands"
	helpTitle     = "How this menu works"
)

// What is said of routines.
const (
	routineLine   = "%s, %s"
	startTitle    = "Start it, %s"
	showTitle     = "Hear all of it, without following it"
	sheetTitle    = "A sheet to print"
	audioTitle    = "A sound file of it"
	askSheetFile  = "File for the sheet, such as %s.html, or Enter to go back:"
	askAudioFile  = "File for the sound, such as %s.wav, or Enter to go back:"
	newTitle      = "Make one from a prescription"
	copyTitle     = "Make one as a copy of another"
	movesTitle    = "Every move that one can be made of"
	checkOwnTitle = "Look for faults in it"
	checkAllTitle = "Look for faults in all of your own"
	folderTitle   = "Where they are, and how to change one"
	changeOwn     = "Each is a text file, which you can change or delete. They are in this folder:"
	askID         = "A short name for it, such as knees, or Enter to go back:"
)

// What is said of the diary.
const (
	crampsTitle    = "The cramps"
	crampTitle     = "This cramp"
	tablesTitle    = "Everything of the last 28 days"
	allTablesTitle = "Everything there is"
	undoTitle      = "Take back the latest entry"
	redoTitle      = "Put back what was taken back"
	backupTitle    = "Copy the diary into a file"
	restoreTitle   = "Take such a copy back"
	tryImportTitle = "Try to read a file of cramps, and keep nothing"
	importTitle    = "Read a file of cramps into the diary"
	syncTitle      = "Share the diary with your other devices"
	askSync        = "Folder that something else carries between them, or Enter to go back:"
	askBackup      = "File for the copy, such as diary-backup.db, or Enter to go back:"
	askRestore     = "File of the copy, or Enter to go back:"
	askImport      = "File to read, such as diary.csv, or Enter to go back:"
	noCramp        = "No cramp is in your diary. The main menu has a line that writes one down."
	nothingElse    = "Nothing else was told of it."
	changeTitle    = "Change it, or tell more"
	deleteTitle    = "Delete it"
	askDelete      = "Delete this cramp? Type y or n:"
	deleted        = "Deleted."
)

// What is said of the week and of reminders.
const (
	weekTitle       = "The last seven days"
	glassTitle      = "A glass of water more"
	glassBackTitle  = "A glass of water less"
	reviewTitle     = "How the programme goes"
	beginTitle      = "Begin a programme"
	beginNow        = "Begin it today"
	beginDiary      = "Keep a week of diary first"
	stopTitle       = "Stop the programme"
	askStop         = "Stop it? What was done stays on record. Type y or n:"
	goOnAgainTitle  = "Go on with the one that was stopped"
	remindListTitle = "Hear which are set"
	remindSetTitle  = "Set one"
	remindOffTitle  = "Take one away"
	waterTitle      = "A glass of water"
	reminderLine    = "%s, %s"
	noReminder      = "No reminder is set."
	askTimes        = "When, such as 22:30, or several times, or Enter to go back:"
	askDays         = "Which days, such as mon-fri, Enter for every day, or q to go back:"
	calendarTitle   = "A calendar file for a phone"
	askCalendar     = "File for the calendar, such as uncramp.ics, or Enter to go back:"
)

// What is said of the library.
const (
	searchTitle  = "Find cards by words"
	askSearch    = "Words to find, or Enter to go back:"
	nothingFound = "No card holds all of these words. Try fewer letters."
	foundTitle   = "Found"
	causesTitle  = "What may bring your cramps on"
	noDiagnosis  = "Choose what applies to you. This is not a diagnosis. It stands in the report for the doctor."
	groupLine    = "%s, cards: %d"
	cardLine     = "%s. %s"
	doItTitle    = "Start it: %s"
	readOnTitle  = "Read on: %s"
)

// tickLines are a cause that was ticked, and one that was not.
var tickLines = map[bool]string{true: "Applies to you: %s", false: "Not ticked: %s"}

// What is said of settings, and of what a person says about herself.
const (
	settingLine   = "%s: %s"
	aboutValue    = "%s\nIt is: %s.\nIt can be: %s."
	askValue      = "%s. Type a value, d for the default, or Enter to go back:"
	defaultKey    = "d"
	aboutMe       = "Your answers choose the moves that suit you. All are optional, and only you can read them."
	conditionLine = "%s %s"
	yes           = "Yes."
	no            = "Not told."
	forgetTitle   = "Forget all of it"
	askForget     = "Forget all that you said about yourself? Type y or n:"
)

// What is said of a report, and of this machine.
const (
	reportHere       = "Hear it"
	reportToFile     = "Write it to a file"
	askReportFile    = "File for the report, such as report.html or report.md, or Enter to go back:"
	doctorTitle      = "What works on this machine"
	doctorAloudTitle = "The same, with a sample of sound"
	versionTitle     = "Which version this is"
	commandsTitle    = "Every command"
	otherTitle       = "What is done by a command alone"
	otherCommands    = "These are typed as a command, outside of this menu:\n" +
		"uncramp list, and uncramp routine list: every routine, in a table.\n" +
		"uncramp diary export: the whole diary, for a file.\n" +
		"uncramp settings path: where your settings are.\n" +
		"uncramp routine figure: a move as a drawing, in letters.\n" +
		"uncramp routine schema: the form of a routine of your own, for an editor.\n" +
		"uncramp completion: for your shell.\n" +
		"uncramp man: manual pages.\n" +
		"--help behind each says more."
)
