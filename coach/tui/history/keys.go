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
	List                key.Binding // or the charts, on the list
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
		Steps:  widget.NewSteps(),
		Edit:   bind("e", "edit", "e", "enter"),
		Delete: bind("x", "delete", "x", "delete"),
		Undo:   bind("u", "undo", "u"),
		Flags:  widget.Flags(),
		Keys:   bind("?", "keys", "?"),
		Leave:  bind("q", "leave", "q", "esc"),
	}
}

// all is every key, for the help.
func (k keyMap) all() []key.Binding {
	return []key.Binding{
		k.Two, k.Four, k.Six, k.All, k.Next, k.Back, k.List, k.Move, k.PageUp, k.PageDown, k.Edit, k.Delete, k.Undo, k.Keys, k.Leave,
	}
}
