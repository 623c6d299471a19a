package checkin

import (
	"charm.land/bubbles/v2/key"

	"uncramp/coach/tui/widget"
)

// keyMap is every key of the form: one hand is enough.
type keyMap struct {
	widget.Steps
	Pick                 key.Binding // an answer that is at hand
	Next, Before, Clear  key.Binding
	Type, Accept, Cancel key.Binding
	Save, Again, Done    key.Binding // Again and Done are for the night
	Flags                key.Binding
	Keys, Leave          key.Binding
}

func newKeyMap() keyMap {
	bind := widget.Bind
	return keyMap{
		Pick:   bind("0–9", "answer", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "t"),
		Next:   bind("→", "change", "right", "l", "space"),
		Before: bind("←", "change back", "left", "h"),
		Clear:  bind("x", "not told", "x", "backspace", "delete"),
		Type:   bind("enter", "type", "enter"),
		Accept: bind("enter", "take it", "enter"),
		Cancel: bind("esc", "as it was", "esc"),
		Steps:  widget.NewSteps(),
		Save:   bind("s", "save", "s"),
		Again:  bind("enter", "retry", "enter", "s"),
		Done:   bind("enter", "done", "enter", "space"),
		Flags:  widget.Flags(),
		Keys:   bind("?", "keys", "?"),
		Leave:  bind("esc", "leave", "esc", "q"),
	}
}

// typing is the key line while an answer is typed.
func (k keyMap) typing() []key.Binding { return []key.Binding{k.Accept, k.Cancel} }

// all is every key by day, for the help.
func (k keyMap) all() []key.Binding {
	return []key.Binding{k.Move, k.Pick, k.Next, k.Before, k.Clear, k.Type, k.Save, k.Keys, k.Leave}
}
