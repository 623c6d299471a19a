package composer

import "uncramp/coach/tui/widget"

var (
	steps     = widget.NewSteps()
	chooseKey = widget.Bind("enter", "do it", "enter", "space")
	moreKey   = widget.Bind("→", "more", "right", "+")
	lessKey   = widget.Bind("←", "less", "left", "-")
	findKey   = widget.Bind("/", "find", "/")
	undoKey   = widget.Bind("u", "take back", "u", "backspace")
	acceptKey = widget.Bind("enter", "take it", "enter")
	clearKey  = widget.Bind("esc", "clear", "esc")
	backKey   = widget.Bind("esc", "back", "esc")
	sheetKey  = widget.Sheet()
	leaveKey  = widget.Bind("q", "leave", "q")
)
