package library

import (
	"charm.land/bubbles/v2/key"

	"uncramp/coach/tui/widget"
)

// keyMap is every key of the screen. In the list no letter is one: it begins a
// search.
type keyMap struct {
	widget.Steps
	Letters      key.Binding // what is shown of all that is typed
	Open, Causes key.Binding
	Clear, Leave key.Binding // the same key: first the search goes, then the screen
	Follow, Tick key.Binding
	Back, Shut   key.Binding // from a card, and from the check-list
	Toggle       key.Binding
	Flags        key.Binding // no letter
	Keys         key.Binding
}

func newKeyMap() keyMap {
	bind := widget.Bind
	return keyMap{
		Steps: widget.Steps{
			Move:     bind("↑↓", "choose", "up", "down"),
			Up:       bind("↑", "up", "up"),
			Down:     bind("↓", "down", "down"),
			PageUp:   bind("pgup", "a page up", "pgup"),
			PageDown: bind("pgdn", "a page down", "pgdown"),
			Home:     bind("home", "the first", "home"),
			End:      bind("end", "the last", "end"),
		},
		Letters: bind("a–z", "search", "a"),
		Open:    bind("enter", "open", "enter"),
		Causes:  bind("tab", "my causes", "tab", "ctrl+t"),
		Clear:   bind("esc", "clear", "esc"),
		Leave:   bind("esc", "leave", "esc"),
		Follow:  bind("1–9", "follow", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
		Tick:    bind("a", "applies to me", "a"),
		Back:    bind("esc", "back", "esc", "left", "backspace", "q"),
		Shut:    bind("esc", "back", "esc", "left", "tab", "ctrl+t", "q"),
		Toggle:  bind("space", "tick", "space", "enter"),
		Flags:   widget.Flags(),
		Keys:    bind("?", "keys", "?"),
	}
}

// list, card and causes are the key lines, and the others every key of a place,
// for the help.
func (k keyMap) list() []key.Binding {
	return []key.Binding{k.Clear, k.Leave, k.Open, k.Causes, k.Move, k.Keys, k.Flags}
}

func (k keyMap) card() []key.Binding {
	return []key.Binding{k.Back, k.Move, k.Follow, k.Tick, k.Keys, k.Flags}
}

func (k keyMap) causes() []key.Binding {
	return []key.Binding{k.Shut, k.Toggle, k.Move, k.Keys, k.Flags}
}

func (k keyMap) allList() []key.Binding {
	return k.far(k.Letters, k.Clear, k.Leave, k.Open, k.Causes, k.Move)
}

func (k keyMap) allCard() []key.Binding { return k.far(k.Back, k.Follow, k.Tick, k.Move) }

func (k keyMap) allCauses() []key.Binding { return k.far(k.Shut, k.Toggle, k.Move) }

// far adds the keys that go far, and those of every place.
func (k keyMap) far(keys ...key.Binding) []key.Binding {
	return append(keys, k.PageUp, k.PageDown, k.Home, k.End, k.Flags, k.Keys)
}

// reading are the keys of an open card, where no space is typed.
func (k keyMap) reading() keyMap {
	k.Move.SetHelp("↑↓", "read on")
	k.PageDown = widget.Bind("space", "a page down", "pgdown", "space")
	k.Home.SetHelp("home", "its beginning")
	k.End.SetHelp("end", "its end")
	return k
}
