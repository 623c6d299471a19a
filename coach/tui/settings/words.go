package settings

// What is said of settings, beside the words of package settings itself.
const (
	title             = "Settings"
	environmentFormat = "%s sets this; change it there." // the variable
	setByAFlag        = "A flag sets this; start without it."
	aboutFormat       = "%s: %s" // what a setting is for, and what it may be
)
