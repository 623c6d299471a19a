package remind

// What is printed of a transaction.
const (
	runs            = "run %s\n"
	runsWith        = "run %s, which reads\n%s"
	runsWithNothing = "run %s, which reads nothing\n"
	writes          = "write %s\n%s"
	removes         = "remove %s\n"
)

const everyDay = "every day"

// What goes wrong.
const (
	takenBack      = "%w; what was done of it is taken back"
	notTakenBack   = "%w; taking it back failed too: %w"
	notOurFile     = "%s is no file of uncramp's; move it away"
	notWrittenByUs = "%s was not written by uncramp and stays as it is; move it away: %w"
	tooLong        = "%s printed %d MB and more, which can't be right"
	noMark         = "it has no line %q"
	percentInPath  = "uncramp stands at %s, where Windows would take what follows the %% for a variable; move it to another folder"
	hiddenInPath   = "uncramp stands at %q, which no scheduler can be told; move it to another folder"
	hiddenInFolder = "%s is %q, which no scheduler can be told; name another folder"
	noBus          = "no reminder can be seen: this session has no bus for notifications that one could be told of"
	noDaemon       = "reminders come only while crond runs and Android lets it; " +
		"uncramp remind export fills the phone's calendar, which is surer"
	noFolders     = "reminders look in the usual folders, as Windows tells them nothing of %s"
	temporaryPath = "this program is gone when the reminder is due: %s; install uncramp first: go install ./cmd/uncramp"
	unreadable    = "the crontab can't be read, and stays as it is: %w"
	strayLine     = "line %d of the crontab is %q out of place; put it right with crontab -e"
	openBlock     = "line %d of the crontab is %q, and no line %q follows; put it right with crontab -e"
	badName       = "%q can't be a reminder's name; take a routine's, see uncramp list"
	noTime        = "%s has no time; add one like 22:30"
	noSchedule    = "%s has no schedule"
	badTime       = "%q is no time of day; write it like 22:30 or 9:00"
	badDay        = "%q is no day; choose from mon, tue, wed, thu, fri, sat, sun, or write mon-fri"
)
