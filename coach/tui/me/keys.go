package me

import "uncramp/coach/tui/widget"

var (
	steps     = widget.NewSteps()
	changeKey = widget.Bind("space", "yes or no", "space", "enter")
	yesKey    = widget.Bind("y", "yes", "y")
	noKey     = widget.Bind("n", "no", "n")
	forgetKey = widget.Bind("x", "take all back", "x")
	leaveKey  = widget.Bind("q", "leave", "q", "esc")
)
