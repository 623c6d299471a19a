package programme

import (
	"charm.land/bubbles/v2/key"

	"uncramp/coach/tui/widget"
)

// The keys of the screen.
var (
	steps      = widget.NewSteps()
	beginKey   = widget.Bind("enter", "begin", "enter")
	diaryKey   = widget.Bind("space", "diary first", "space", "d")
	startKey   = widget.Bind("enter", "start", "enter")
	stopKey    = widget.Bind("x", "stop it", "x")
	undoKey    = widget.Bind("u", "go on with it", "u", "backspace")
	otherKey   = widget.Bind("o", "another", "o")
	backKey    = widget.Bind("u", "go back", "u", "backspace")
	yesKey     = widget.Bind("y", "stop it", "y")
	noKey      = widget.Bind("n", "go on", "n", "esc")
	beginItKey = widget.Bind("y", "begin it", "y")
	leaveKey   = widget.Bind("q", "leave", "q", "esc")
)

// own are the keys that do something on the page that is shown.
func (m Model) own() []widget.Binding {
	c := m.contents.course
	switch m.page() {
	case asking:
		return m.answers()
	case choosing:
		return []widget.Binding{leaveKey, beginKey, diaryKey, widget.When(c.Stage == stopped, undoKey)}
	case following:
	}
	return []widget.Binding{leaveKey, widget.When(m.startable(), startKey), widget.When(m.replaced(), backKey), stopKey, otherKey}
}

// answers are those to what is asked.
func (m Model) answers() []widget.Binding {
	if m.instead != "" {
		return []widget.Binding{beginItKey, noKey}
	}
	return []widget.Binding{yesKey, noKey}
}

// keyLine has first what matters most.
func (m Model) keyLine() []widget.Binding {
	return append(m.own(), widget.Help(), widget.Flags(), steps.Move)
}

// Keys implements [screen.Screen].
func (m Model) Keys() []widget.Binding {
	keys := m.own()
	for i := range keys {
		if help, ok := longHelp[keys[i].Help()]; ok {
			keys[i].SetHelp(keys[i].Help().Key, help)
		}
	}
	return append(keys, steps.Move, widget.Flags(), widget.Help())
}

// longHelp says on the page of keys what a key does that the key line says in brief.
var longHelp = map[key.Help]string{
	beginKey.Help(): "begin the programme", diaryKey.Help(): "a week of diary first, or not", startKey.Help(): "start the routine",
	stopKey.Help(): "stop the programme", undoKey.Help(): "go on with the one that was stopped", otherKey.Help(): "choose another one",
	backKey.Help(): "go back to the one before", beginItKey.Help(): "yes, begin it",
	yesKey.Help(): "yes, stop it", noKey.Help(): "no, go on with it",
}
