package home

import (
	"slices"

	"charm.land/bubbles/v2/key"

	"uncramp/coach/tui/widget"
)

var (
	steps      = widget.NewSteps()
	startKey   = widget.Bind("enter", "start", "enter", "space")
	filterKey  = widget.Bind("/", "find", "/")
	clearKey   = widget.Bind("esc", "all again", "esc")
	acceptKey  = widget.Bind("enter", "start", "enter")
	detailsKey = widget.Bind("d", "add details", "d")
	goOnKey    = widget.Bind("g", "go on there", "g")
	declineKey = widget.Bind("x", "leave it", "x")
	aboutKey   = widget.Bind("a", "about you", "a")
	leaveKey   = widget.Bind("q", "leave", "q")
)

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

// doorKeys are the ways to other pages.
func (m Model) doorKeys() (keys []key.Binding) {
	for _, d := range m.doors {
		keys = append(keys, d.Key)
	}
	return keys
}

// keyLine is the quiet key line.
func (m Model) keyLine() []key.Binding {
	if m.typing {
		return m.Keys()
	}
	first := []key.Binding{startKey, leaveKey, widget.Help(), widget.Flags()}
	return slices.Concat(first, m.doorKeys(), []key.Binding{filterKey, steps.Move})
}

// Keys implements [screen.Screen].
func (m Model) Keys() []key.Binding {
	if m.typing {
		return []key.Binding{acceptKey, clearKey, steps.Move}
	}
	stopped := m.unfinished != nil
	return slices.Concat([]key.Binding{
		widget.When(stopped, goOnKey), widget.When(stopped || m.asksAboutYou(), declineKey), relief.key, bedtime.key, warmUp.key,
		steps.Move, startKey, filterKey, clearKey, widget.Flags(),
	}, m.doorKeys(), []key.Binding{widget.When(m.cramp != nil, detailsKey), leaveKey, widget.Help()})
}
