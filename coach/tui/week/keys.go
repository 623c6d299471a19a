package week

import (
	"charm.land/bubbles/v2/key"

	"uncramp/coach/tui/widget"
)

// keyMap is every key of the screen.
type keyMap struct {
	widget.Steps
	Start, More, Less key.Binding
	Flags             key.Binding
	Keys, Leave       key.Binding
}

func newKeyMap() keyMap {
	bind := widget.Bind
	return keyMap{
		Start: bind("enter", "start", "enter"),
		More:  bind("+", "more", "+", "=", "right", "l"),
		Less:  bind("−", "less", "-", "_", "left", "h"),
		Steps: widget.NewSteps(),
		Flags: widget.Flags(),
		Keys:  bind("?", "keys", "?"),
		Leave: bind("q", "leave", "q", "esc"),
	}
}

// line is the quiet key line, without the keys that do nothing here, and all is
// every key, for the help.
func (k keyMap) line(m Model) []key.Binding {
	k.Start.SetEnabled(m.startable() != "")
	k.More.SetEnabled(m.onWater())
	k.Less.SetEnabled(m.onWater())
	return []key.Binding{k.Leave, k.Start, k.More, k.Less, k.Keys, k.Flags, k.Move}
}

func (k keyMap) all(blocked bool) []key.Binding {
	k.Start.SetHelp("enter", "start the routine")
	k.Start.SetEnabled(!blocked)
	k.More.SetHelp("+", "a glass more")
	k.Less.SetHelp("−", "a glass less")
	return []key.Binding{k.Move, k.Start, k.More, k.Less, k.Flags, k.Keys, k.Leave}
}

// buttons are the keys that count glasses as they stand in boxes, which have
// room for a word each or for the sign alone.
func (k keyMap) buttons(words bool) []key.Binding {
	if !words {
		k.More.SetHelp(" +", "")
		k.Less.SetHelp(" −", "")
	}
	return []key.Binding{k.Less, k.More}
}
