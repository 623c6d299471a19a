package checkin

import "uncramp/coach/tui/widget"

// The keys of the form: one hand is enough.
var (
	steps     = widget.NewSteps()
	pickKey   = widget.Bind("0–9", "answer", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "t") // an answer that is at hand
	nextKey   = widget.Bind("→", "change", "right", "l", "space")
	beforeKey = widget.Bind("←", "change back", "left", "h")
	clearKey  = widget.Bind("x", "not told", "x", "backspace", "delete")
	typeKey   = widget.Bind("enter", "type", "enter")
	acceptKey = widget.Bind("enter", "take it", "enter")
	cancelKey = widget.Bind("esc", "as it was", "esc")
	saveKey   = widget.Bind("s", "save", "s")
	againKey  = widget.Bind("enter", "retry", "enter", "s") // for the night
	doneKey   = widget.Bind("enter", "done", "enter", "space")
	leaveKey  = widget.Bind("esc", "leave", "esc", "q")
)

// Keys implements [screen.Screen].
func (m Model) Keys() []widget.Binding {
	switch {
	case m.typing:
		return []widget.Binding{acceptKey, cancelKey}
	case m.night:
		return append(m.nightKeys(), widget.Flags())
	}
	return []widget.Binding{
		steps.Move, pickKey, nextKey, beforeKey, clearKey, typeKey, saveKey, widget.Flags(), widget.Help(), leaveKey,
	}
}

// nightKeys leaves out the keys that do nothing here.
func (m Model) nightKeys() []widget.Binding {
	pick, state := pickKey, m.state()
	pick.SetHelp("0–9", "how bad, t ten")
	return []widget.Binding{
		widget.When(state == saved, doneKey), widget.When(state != saved, leaveKey), widget.When(state == unsaved, againKey), pick,
	}
}

// dayKeys leaves out the keys that do nothing here.
func (m Model) dayKeys() []widget.Binding {
	if m.typing {
		return m.Keys()
	}
	leave, f := leaveKey, m.field()
	if m.state() == unsaved {
		leave.SetHelp("esc", "save, leave")
	}
	offers := f.options != nil
	return []widget.Binding{
		widget.When(m.state() != saved, saveKey), leave, widget.When(!offers, typeKey), widget.When(f.get(m.episode) != "", clearKey),
		steps.Move, widget.Help(), widget.When(offers, nextKey), widget.When(offers, beforeKey),
	}
}
