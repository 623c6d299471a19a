package player

import "charm.land/bubbles/v2/key"

// keyMap is every key of the player. What its help says is what is shown.
type keyMap struct {
	Pause, Next, Back, More, Less, Again key.Binding
	Eased, Same, Worse                   key.Binding
	Offer                                key.Binding
	Keys, Leave                          key.Binding
}

func newKeyMap() keyMap {
	bind := func(keys []string, shown, does string) key.Binding {
		return key.NewBinding(key.WithKeys(keys...), key.WithHelp(shown, does))
	}
	return keyMap{
		Pause: bind([]string{"space"}, "space", "pause"),
		Next:  bind([]string{"right", "n"}, "→", "next"),
		Back:  bind([]string{"left", "p"}, "←", "back"),
		More:  bind([]string{"+", "="}, "+", "10 s more"),
		Less:  bind([]string{"-"}, "-", "10 s less"),
		Again: bind([]string{"r"}, "r", "again"),
		Eased: bind([]string{"e"}, "e", "eased"),
		Same:  bind([]string{"s"}, "s", "same"),
		Worse: bind([]string{"w"}, "w", "worse"),
		Offer: bind([]string{"1", "2", "3", "4", "5"}, "1–5", "go on with"),
		Keys:  bind([]string{"?"}, "?", "keys"),
		Leave: bind([]string{"q", "esc"}, "q", "leave"),
	}
}

// line is the quiet key line, what matters most first.
func (k keyMap) line() []key.Binding {
	return []key.Binding{k.Pause, k.Leave, k.Keys, k.Next, k.Back, k.More, k.Less, k.Again}
}

// answers are the keys of an open phase.
func (k keyMap) answers() []key.Binding { return []key.Binding{k.Eased, k.Same, k.Worse} }

// all is every key, for the help.
func (k keyMap) all() []key.Binding {
	return []key.Binding{k.Pause, k.Next, k.Back, k.More, k.Less, k.Again, k.Eased, k.Same, k.Worse, k.Keys, k.Leave}
}

// end is what can be pressed on the last screen.
func (k keyMap) end() []key.Binding { return []key.Binding{k.Offer, k.Again, k.Leave} }
