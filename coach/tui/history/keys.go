package history

import "charm.land/bubbles/v2/key"

// keyMap is every key of the screen.
type keyMap struct {
	Two, Four, Six, All key.Binding // the window
	Next, Back          key.Binding
	List, Charts        key.Binding
	Move, Up, Down      key.Binding // Move is what is shown of Up and Down
	PageUp, PageDown    key.Binding
	Edit, Delete, Undo  key.Binding
	Keys, Leave         key.Binding
}

func newKeyMap() keyMap {
	bind := func(shown, does string, keys ...string) key.Binding {
		return key.NewBinding(key.WithKeys(keys...), key.WithHelp(shown, does))
	}
	return keyMap{
		Two:      bind("2", "two weeks", "2"),
		Four:     bind("4", "four weeks", "4"),
		Six:      bind("6", "six weeks", "6"),
		All:      bind("a", "all there is", "a", "0"),
		Next:     bind("→", "next", "right", "l", "tab"),
		Back:     bind("←", "back", "left", "h"),
		List:     bind("c", "cramps", "c"),
		Charts:   bind("c", "charts", "c"),
		Move:     bind("↑↓", "choose", "up", "down", "k", "j"),
		Up:       bind("↑", "up", "up", "k"),
		Down:     bind("↓", "down", "down", "j"),
		PageUp:   bind("pgup", "a page up", "pgup", "home"),
		PageDown: bind("pgdn", "a page down", "pgdown", "end"),
		Edit:     bind("e", "edit", "e", "enter"),
		Delete:   bind("x", "delete", "x", "delete"),
		Undo:     bind("u", "undo", "u"),
		Keys:     bind("?", "keys", "?"),
		Leave:    bind("q", "leave", "q", "esc"),
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
	return []key.Binding{k.Two, k.Four, k.Six, k.All, k.Next, k.Back, k.List, k.Move, k.PageUp, k.PageDown, k.Edit, k.Delete, k.Undo, k.Keys, k.Leave}
}
