package checkin

// What is said beside the questions, which stand in field.go.
const (
	enough     = "That is all for tonight."
	ratedTitle = "%s, %s of 10" // the cramp, and how bad it was
	noAnswer   = "–"

	lettersLost = "At � the terminal sent no UTF-8. Set it to UTF-8, or write without that letter."
)

// titleFormats say what became of a cramp's answers.
var titleFormats = map[state]string{untouched: "%s", unsaved: "Not saved yet: %s", saving: "Saving: %s", saved: "Saved: %s"}
