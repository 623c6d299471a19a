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
	GoOn, Decline         key.Binding
	Details               key.Binding
	Flags                 key.Binding
	Keys, Leave           key.Binding
}

func newKeyMap() keyMap {
	bind := widget.Bind
	return keyMap{
		Now:     bind("n", "relief now", "n"),
		Bedtime: bind("b", "bedtime stretch", "b"),
		WarmUp:  bind("w", "warm-up", "w"),
		Steps:   widget.NewSteps(),
		Start:   bind("enter", "start", "enter", "space"),
		Filter:  bind("/", "find", "/"),
		Clear:   bind("esc", "all again", "esc"),
		Accept:  bind("enter", "start", "enter"),
		Details: bind("d", "add details", "d"),
		GoOn:    bind("g", "go on there", "g"),
		Decline: bind("x", "leave it", "x"),
		Flags:   widget.Flags(),
		Keys:    bind("?", "keys", "?"),
		Leave:   bind("q", "leave", "q"),
	}
}

// line is the quiet key line of the list, with the ways to other pages.
func (k keyMap) line(doors []Door) []key.Binding {
	line := append([]key.Binding{k.Start, k.Leave, k.Keys, k.Flags}, bindings(doors)...)
	return append(line, k.Filter, k.Move)
}

// filtering is the key line while a filter is typed.
func (k keyMap) filtering() []key.Binding { return []key.Binding{k.Accept, k.Clear, k.Move} }

// all is every key, for the help.
func (k keyMap) all(doors []Door) []key.Binding {
	all := []key.Binding{k.GoOn, k.Decline, k.Now, k.Bedtime, k.WarmUp, k.Move, k.Start, k.Filter, k.Clear, k.Flags}
	return append(append(all, bindings(doors)...), k.Details, k.Leave, k.Keys)
}

func bindings(doors []Door) (keys []key.Binding) {
	for _, d := range doors {
		keys = append(keys, d.Key)
	}
	return keys
}
