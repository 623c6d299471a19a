package home

import (
	"charm.land/bubbles/v2/key"

	"uncramp/coach/tui/widget"
)

// keyMap is every key of the home screen.
type keyMap struct {
	widget.Steps
	Now, Bedtime, WarmUp  key.Binding
	Start                 key.Binding
	Filter, Clear, Accept key.Binding
	Settings              key.Binding
	GoOn, Decline         key.Binding
	History, Untold       key.Binding
	Learn, Plan           key.Binding
	Flags                 key.Binding
	Keys, Leave           key.Binding
}

func newKeyMap() keyMap {
	bind := widget.Bind
	return keyMap{
		Now:      bind("n", "relief now", "n"),
		Bedtime:  bind("b", "bedtime stretch", "b"),
		WarmUp:   bind("w", "warm-up", "w"),
		Steps:    widget.NewSteps(),
		Start:    bind("enter", "start", "enter", "space"),
		Filter:   bind("/", "find", "/"),
		Clear:    bind("esc", "all again", "esc"),
		Accept:   bind("enter", "start", "enter"),
		History:  bind("h", "history", "h"),
		Untold:   bind("d", "add details", "d"),
		Learn:    bind("l", "learn", "l"),
		Plan:     bind("p", "plan", "p"),
		GoOn:     bind("g", "go on there", "g"),
		Decline:  bind("x", "leave it", "x"),
		Settings: bind("s", "settings", "s"),
		Flags:    bind("!", "red flags", "!"),
		Keys:     bind("?", "keys", "?"),
		Leave:    bind("q", "leave", "q"),
	}
}

// line is the quiet key line of the list.
func (k keyMap) line() []key.Binding {
	return []key.Binding{k.Start, k.Leave, k.Keys, k.Flags, k.Learn, k.Plan, k.History, k.Settings, k.Filter, k.Move}
}

// filtering is the key line while a filter is typed.
func (k keyMap) filtering() []key.Binding { return []key.Binding{k.Accept, k.Clear, k.Move} }

// all is every key, for the help.
func (k keyMap) all() []key.Binding {
	return []key.Binding{k.GoOn, k.Decline, k.Now, k.Bedtime, k.WarmUp, k.Move, k.Start, k.Filter, k.Clear, k.Flags, k.Learn, k.Plan, k.History, k.Untold, k.Settings, k.Leave, k.Keys}
}
