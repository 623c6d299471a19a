package history

import "uncramp/coach/tui/widget"

// The keys of the screen.
var (
	steps     = widget.NewSteps()
	nextKey   = widget.Bind("→", "next", "right", "tab")
	backKey   = widget.Bind("←", "back", "left")
	listKey   = widget.Bind("c", "cramps", "c")
	editKey   = widget.Bind("enter", "edit", "enter")
	deleteKey = widget.Bind("x", "delete", "x", "delete")
	undoKey   = widget.Bind("u", "take back", "u")
	closeKey  = widget.Bind("esc", "charts", "esc")
	leaveKey  = widget.Bind("q", "leave", "q", "esc")
)

// window is one of the windows of the diary, with its key and what it is called.
type window struct {
	days int // 0: all there is
	key  widget.Binding
	name string
}

var windows = []window{
	{14, widget.Bind("2", "two weeks", "2"), "2"}, {28, widget.Bind("4", "four weeks", "4"), "4"},
	{42, widget.Bind("6", "six weeks", "6"), "6"}, {0, widget.Bind("0", "all there is", "0"), "0 all"},
}

// Keys implements [screen.Screen].
func (m Model) Keys() (keys []widget.Binding) {
	for _, w := range windows {
		keys = append(keys, w.key)
	}
	keys = append(keys, nextKey, backKey, listKey, steps.Move, steps.PageUp, steps.PageDown, editKey, deleteKey, undoKey)
	return append(keys, widget.Flags(), widget.Help(), leaveKey)
}
