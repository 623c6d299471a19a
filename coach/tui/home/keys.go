package home

import (
	"charm.land/bubbles/v2/key"

	"uncramp/coach/tui/widget"
)

// keyMap is every key of the home screen, beside those of routines and doors.
type keyMap struct {
	widget.Steps
	Start, Filter, Clear, Accept key.Binding
	GoOn, Decline, Details       key.Binding
	Flags, Keys, Leave           key.Binding
}

func newKeyMap() keyMap {
	bind := widget.Bind
	return keyMap{
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

// shortcut is a routine that is always one key away.
type shortcut struct {
	routine string
	key     key.Binding
}

var (
	relief  = shortcut{"ease", widget.Bind("n", "relief now", "n")}
	bedtime = shortcut{"bedtime", widget.Bind("b", "bedtime stretch", "b")}
	warmUp  = shortcut{"warmup", widget.Bind("w", "warm-up", "w")}
)

// shortcuts are what to do now, most likely first: before dawn the relief, in
// the evening the bedtime stretch, else the warm-up.
func shortcuts(hour int) []shortcut {
	switch {
	case hour < 6:
		return []shortcut{relief, bedtime, warmUp}
	case hour >= 18:
		return []shortcut{bedtime, relief, warmUp}
	}
	return []shortcut{warmUp, relief, bedtime}
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
	all := []key.Binding{k.GoOn, k.Decline, relief.key, bedtime.key, warmUp.key, k.Move, k.Start, k.Filter, k.Clear, k.Flags}
	return append(append(all, bindings(doors)...), k.Details, k.Leave, k.Keys)
}

func bindings(doors []Door) (keys []key.Binding) {
	for _, d := range doors {
		keys = append(keys, d.Key)
	}
	return keys
}
