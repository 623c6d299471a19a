package settings

import (
	"charm.land/bubbles/v2/key"

	"uncramp/coach/tui/widget"
)

// keyMap is every key of the screen.
type keyMap struct {
	widget.Steps
	More, Less, Type, Default key.Binding
	Accept, Cancel            key.Binding
	Flags, Keys, Leave        key.Binding
}

func newKeyMap() keyMap {
	bind := widget.Bind
	return keyMap{
		More:    bind("→", "more", "right", "l", "space"),
		Less:    bind("←", "less", "left", "h"),
		Type:    bind("enter", "type", "enter"),
		Default: bind("d", "default", "d"),
		Steps:   widget.NewSteps(),
		Accept:  bind("enter", "keep", "enter"),
		Cancel:  bind("esc", "as it was", "esc"),
		Flags:   widget.Flags(),
		Keys:    bind("?", "keys", "?"),
		Leave:   bind("q", "leave", "q", "esc"),
	}
}

// line is the quiet key line of the list, and all is every key, for the help.
func (k keyMap) line() []key.Binding {
	return []key.Binding{k.Leave, k.More, k.Less, k.Default, k.Type, k.Move, k.Keys}
}

func (k keyMap) all() []key.Binding {
	return []key.Binding{k.Move, k.More, k.Less, k.Type, k.Default, k.Keys, k.Leave}
}

// typing is the key line while a value is typed.
func (k keyMap) typing() []key.Binding { return []key.Binding{k.Accept, k.Cancel} }
