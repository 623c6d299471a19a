package week

import "uncramp/coach/tui/widget"

// The keys of the screen.
var (
	steps    = widget.NewSteps()
	startKey = widget.Bind("enter", "start", "enter")
	moreKey  = widget.Bind("+", "more", "+", "right")
	lessKey  = widget.Bind("−", "less", "-", "left")
	leaveKey = widget.Bind("q", "leave", "q", "esc")

	programmeKey = widget.Bind("p", "programme", "p")
)

// keyLine leaves out the keys that do nothing here.
func (m Model) keyLine() []widget.Binding {
	water := m.onWater()
	return []widget.Binding{
		leaveKey, widget.When(m.startable() != "", startKey), widget.When(water, moreKey), widget.When(water, lessKey),
		widget.Help(), widget.Flags(), programmeKey, steps.Move,
	}
}

// Keys implements [screen.Screen].
func (m Model) Keys() []widget.Binding {
	start, more, less := startKey, moreKey, lessKey
	start.SetHelp("enter", "start the routine")
	more.SetHelp("+", "a glass more")
	less.SetHelp("−", "a glass less")
	door := programmeKey
	door.SetHelp("p", "the programme")
	return []widget.Binding{steps.Move, widget.When(!m.blocked, start), more, less, door, widget.Flags(), widget.Help(), leaveKey}
}

// buttonKeys are the keys that count glasses as they stand in boxes, which have
// room for a word each or for the sign alone.
func buttonKeys(words bool) []widget.Binding {
	more, less := moreKey, lessKey
	if !words {
		more.SetHelp(" +", "")
		less.SetHelp(" −", "")
	}
	return []widget.Binding{less, more}
}
