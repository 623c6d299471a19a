package settings

// What is said of settings, beside the words of package settings itself.
const (
	title             = "Settings"
	environmentFormat = "%s sets this; change it there." // the variable
	setByAFlag        = "A flag sets this; start without it."
	refusedFormat     = "%s: choose %s." // the name, and what a setting may be
	chooseFormat      = "Choose %s."     // what a setting may be
)

// The words of the sample of colours.
const (
	strongWords = "what to read now"
	textWords   = "what helps"
	quietWords  = "what is there"
	muscleWords = "working muscle"
	raisedWords = " what to press "
	alertWords  = "danger"
)
