package triage

import "uncramp/coach/tui/widget"

// The keys of the check: one hand is enough.
var (
	yesKey     = widget.Bind("1–9", "yes, this one", "1", "2", "3", "4", "5", "6", "7", "8", "9")
	noneKey    = widget.Bind("n", "none of them", "n") // no key that goes on elsewhere: nothing is denied unread
	backKey    = widget.Bind("←", "back", "left", "p")
	confirmKey = widget.Bind("y", "yes", "y")
	denyKey    = widget.Bind("n", "no, back", "n", "esc")
	againKey   = widget.Bind("r", "check again", "r")
	notSoKey   = widget.Bind("r", "not so? check again", "r") // where it has consequences
	goOnKey    = widget.Bind("space", "go on", "space", "enter")
	scrollKey  = widget.Bind("↑↓", "more", "up", "down", "k", "j")
	sourcesKey = widget.Bind("i", "sources", "i")
	closeKey   = widget.Bind("esc", "back", "esc", "i", "q")
	leaveKey   = widget.Bind("q", "leave", "q", "esc")
	quitKey    = widget.Bind("q", "leave", "q") // where Esc is the way back
	awayKey    = widget.Bind("esc", "back, never to a routine", "esc")
)
