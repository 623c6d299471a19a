package triage

import "uncramp/coach/tui/widget"

// The keys of the check: one hand is enough.
var (
	yesKey    = widget.Bind("1–9", "yes, this one", "1", "2", "3", "4", "5", "6", "7", "8", "9")
	noneKey   = widget.Bind("n", "none of them", "n", "space", "enter")
	backKey   = widget.Bind("←", "back", "left", "p")
	againKey  = widget.Bind("c", "check again", "c")
	goOnKey   = widget.Bind("space", "go on", "space", "enter")
	scrollKey = widget.Bind("↑↓", "more", "up", "down", "k", "j")
	leaveKey  = widget.Bind("q", "leave", "q", "esc")
)
