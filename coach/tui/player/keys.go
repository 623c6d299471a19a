package player

import (
	"charm.land/bubbles/v2/key"

	"uncramp/coach/tui/widget"
)

// keyMap is every key of the player. What its help says is what is shown.
type keyMap struct {
	Pause, Next, Back, More, Less, Again key.Binding
	Eased, Same, Worse, Stretch          key.Binding
	Earlier, Later                       key.Binding
	Muscle, Leg, Position                key.Binding
	Unfit, Fit, Why, Flags               key.Binding
	Sound, Voice, Louder, Softer         key.Binding
	GoOn                                 key.Binding
	Offer, Scroll, Read                  key.Binding
	Keys, Leave                          key.Binding
}

func newKeyMap() keyMap {
	bind := widget.Bind
	return keyMap{
		Pause:    bind("space", "pause", "space"),
		Next:     bind("→", "next", "right", "n"),
		Back:     bind("←", "back", "left", "p"),
		More:     bind("+", "10 s more", "+", "="),
		Less:     bind("-", "10 s less", "-"),
		Again:    bind("r", "again", "r"),
		Eased:    bind("e", "eased", "e"),
		Same:     bind("s", "same", "s"),
		Worse:    bind("w", "worse", "w"),
		Stretch:  bind("t", "stretch", "t"),
		Earlier:  bind("m", "earlier", "m"),
		Later:    bind("M", "later", "M", "shift+m"),
		Fit:      bind("n", "none", "n"),
		Muscle:   bind("1–4", "muscle", "1", "2", "3", "4"),
		Leg:      bind("o", "other leg", "o"),
		Position: bind("l", "position", "l"),
		Unfit:    bind("y", "leave out", "y"),
		Why:      bind("i", "why", "i"),
		Flags:    bind("!", "red flags", "!"),
		GoOn:     bind("g", "go on there", "g"),
		Sound:    bind("b", "sound", "b"),
		Voice:    bind("v", "voice", "v"),
		Louder:   bind(".", "louder", "."),
		Softer:   bind(",", "softer", ","),
		Offer:    bind("1–9", "go on with", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
		Scroll:   bind("↑↓", "more", "up", "down", "k", "j"),
		Read:     bind("enter", "read more", "enter"),
		Keys:     bind("?", "keys", "?"),
		Leave:    bind("q", "leave", "q"),
	}
}

// line is the quiet key line, what matters most first.
func (k keyMap) line() []key.Binding {
	return []key.Binding{k.Pause, k.Leave, k.Stretch, k.Keys, k.Flags, k.Next, k.Back, k.Why, k.Sound, k.Voice, k.More, k.Less}
}

// relieving is the key line while a cramp lasts.
func (k keyMap) relieving() []key.Binding {
	return []key.Binding{k.Pause, k.Leave, k.Stretch, k.Position, k.Leg, k.Keys, k.Flags, k.Next, k.Back, k.Why, k.Sound, k.Voice}
}

// answers are the keys of a step that listens.
func (k keyMap) answers() []key.Binding { return []key.Binding{k.Eased, k.Same, k.Worse} }

// asked is the key line while something may speak against the routine.
func (k keyMap) asked() []key.Binding {
	return []key.Binding{k.Unfit, k.Fit, k.Leave, k.Flags, k.Keys}
}

// all is every key, for the help.
func (k keyMap) all() []key.Binding {
	return []key.Binding{k.Pause, k.Next, k.Back, k.More, k.Less, k.Again, k.Eased, k.Same, k.Worse, k.Stretch, k.Earlier, k.Later,
		k.Muscle, k.Leg, k.Position, k.Unfit, k.GoOn, k.Why, k.Sound, k.Voice, k.Louder, k.Softer, k.Flags, k.Keys, k.Leave}
}

// end is what can be pressed on the last screen.
func (k keyMap) end() []key.Binding {
	return []key.Binding{k.Offer, k.Leave, k.Again, k.Flags, k.Keys}
}
