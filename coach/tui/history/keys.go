package history

import (
	"charm.land/bubbles/v2/key"

	"uncramp/coach/tui/widget"
)

// keyMap is every key of the screen.
type keyMap struct {
	widget.Steps
	Two, Four, Six, All key.Binding // the window
	Next, Back          key.Binding
	List, Charts        key.Binding
	Edit, Delete, Undo  key.Binding
	Flags               key.Binding
	Keys, Leave         key.Binding
}

func newKeyMap() keyMap {
	bind := widget.Bind
	return keyMap{
		Two:    bind("2", "two weeks", "2"),
		Four:   bind("4", "four weeks", "4"),
		Six:    bind("6", "six weeks", "6"),
		All:    bind("a", "all there is", "a", "0"),
		Next:   bind("→", "next", "right", "l", "tab"),
		Back:   bind("←", "back", "left", "h"),
		List:   bind("c", "cramps", "c"),
		Charts: bind("c", "charts", "c"),
		Steps:  widget.NewSteps(),
		Edit:   bind("e", "edit", "e", "enter"),
		Delete: bind("x", "delete", "x", "delete"),
		Undo:   bind("u", "undo", "u"),
		Flags:  widget.Flags(),
		Keys:   bind("?", "keys", "?"),
		Leave:  bind("q", "leave", "q", "esc"),
	}
}

// charts and list are the key lines, and all is every key, for the help.
func (k keyMap) charts() []key.Binding {
	return []key.Binding{k.Leave, k.Undo, k.Next, k.Back, k.List, k.Keys, k.Move}
}

func (k keyMap) list() []key.Binding {
	return []key.Binding{k.Leave, k.Undo, k.Edit, k.Delete, k.Charts, k.Keys, k.Move}
}

func (k keyMap) all() []key.Binding {
	return []key.Binding{
		k.Two, k.Four, k.Six, k.All, k.Next, k.Back, k.List, k.Move, k.PageUp, k.PageDown, k.Edit, k.Delete, k.Undo, k.Keys, k.Leave,
	}
}
