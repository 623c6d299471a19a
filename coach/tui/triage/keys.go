package triage

import (
	"charm.land/bubbles/v2/key"

	"uncramp/coach/tui/widget"
)

// keyMap is every key of the check: one hand is enough.
type keyMap struct {
	Yes, None, Back, Again, GoOn key.Binding
	Scroll                       key.Binding
	Keys, Leave                  key.Binding
}

func newKeyMap() keyMap {
	bind := widget.Bind
	return keyMap{
		Yes:    bind("1–9", "yes, this one", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
		None:   bind("n", "none of them", "n", "space", "enter"),
		Back:   bind("←", "back", "left", "p"),
		Again:  bind("c", "check again", "c"),
		GoOn:   bind("space", "go on", "space", "enter"),
		Scroll: bind("↑↓", "more", "up", "down", "k", "j"),
		Keys:   bind("?", "keys", "?"),
		Leave:  bind("q", "leave", "q", "esc"),
	}
}

// asking is the key line while questions are asked, found after a finding.
func (k keyMap) asking() []key.Binding {
	return []key.Binding{k.Yes, k.None, k.Scroll, k.Leave, k.Back, k.Keys}
}

func (k keyMap) found() []key.Binding { return []key.Binding{k.GoOn, k.Leave, k.Again, k.Keys} }
