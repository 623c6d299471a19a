package settings

import "uncramp/coach/tui/widget"

var (
	steps      = widget.NewSteps()
	moreKey    = widget.Bind("→", "more", "right", "space")
	lessKey    = widget.Bind("←", "less", "left")
	typeKey    = widget.Bind("enter", "type", "enter")
	defaultKey = widget.Bind("x", "as at first", "x", "delete")
	acceptKey  = widget.Bind("enter", "keep", "enter")
	cancelKey  = widget.Bind("esc", "as it was", "esc")
	leaveKey   = widget.Bind("q", "leave", "q", "esc")
)
