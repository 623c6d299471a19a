package checkin

import (
	"slices"

	"uncramp/coach/record"
	"uncramp/coach/tui/bodymap"
	"uncramp/coach/tui/widget"
)

// The keys of the form: one hand is enough.
var (
	steps = widget.NewSteps()

	nextKey    = widget.Bind("enter", "go on", "enter")
	endKey     = widget.Bind("esc", "end, keep it", "esc", "q")
	cancelKey  = widget.Bind("esc", "end, keep it", "esc") // where q is a letter
	backKey    = widget.Bind("←", "back", "backspace", "left")
	eraseKey   = widget.Bind("bksp", "back", "backspace")        // where ← points at something
	onKey      = widget.Bind("←→", "pick", "right", "down", "j") // and back by overKey
	overKey    = widget.Bind("←", "pick", "left", "up", "k")
	clearKey   = widget.Bind("x", "not told", "x", "delete")
	scaleKey   = widget.Bind("0–9", "answer, t is 10", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", tenKey)
	yesNoKey   = widget.Bind("1–2", "yes, no", "1", "2", "y", "n")
	typeKey    = widget.Bind("0–9", "type it", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
	dayKey     = widget.Bind("y", "type yesterday", "y")
	moreKey    = widget.Bind("↑", "more", "up", "k")
	lessKey    = widget.Bind("↓", "less", "down", "j")
	laterKey   = widget.Bind("pgup", "an hour later", "pgup")
	earlierKey = widget.Bind("pgdn", "an hour earlier", "pgdown")

	furtherKey = widget.Bind("+", "more questions", "+")
	againKey   = widget.Bind("enter", "try again", "enter")
	doneKey    = widget.Bind("enter", "done", "enter", "space")
	leaveKey   = widget.Bind("esc", "leave", "esc", "q")
	openKey    = widget.Bind("enter", "change", "enter", "space")
	saveKey    = widget.Bind("tab", "save", "tab")
)

// Keys implements [screen.Screen].
func (m Model) Keys() []widget.Binding {
	switch m.page {
	case closing:
		return append(m.closingKeys(), widget.Flags(), widget.Help())
	case listing:
		return append(m.listKeys(), widget.Flags(), widget.Help())
	}
	if m.form.Brief {
		return append(m.nightKeys(), widget.Flags())
	}
	if m.typing {
		return m.typingKeys()
	}
	back := backKey
	if m.question().Kind == record.Where {
		back = eraseKey
	}
	keys := []widget.Binding{widget.When(m.at > 0 || m.form.Edit, back), m.named(endKey)}
	return append(append(keys, m.answerKeys()...), nextKey, widget.Flags(), widget.Help())
}

// keyLine are the keys without those that stand on a tile of the screen.
func (m Model) keyLine(s stage) []widget.Binding {
	var onTiles []string
	switch {
	case s.accept.H == 0 || m.page == listing:
	case m.page == closing:
		onTiles = []string{doneKey.Help().Key, furtherKey.Help().Key}
	case m.form.Brief:
		onTiles = []string{m.nightKeys()[0].Help().Key}
	default:
		onTiles = []string{nextKey.Help().Key}
	}
	return slices.DeleteFunc(m.Keys(), func(k widget.Binding) bool { return slices.Contains(onTiles, k.Help().Key) })
}

// answerKeys are those of the question that is asked.
func (m Model) answerKeys() []widget.Binding {
	named := func(b widget.Binding, does string) widget.Binding {
		b.SetHelp(b.Help().Key, does)
		return b
	}
	untold := widget.When(m.question().Said(m.episode) != "", clearKey)
	switch m.question().Kind {
	case record.When:
		return []widget.Binding{
			named(moreKey, "5 minutes later"), named(lessKey, "5 minutes earlier"), laterKey, earlierKey, typeKey, dayKey,
		}
	case record.Length:
		return []widget.Binding{named(moreKey, "a minute more"), named(lessKey, "a minute less"), typeKey, untold}
	case record.Where:
		return append(bodymap.Keys(), untold)
	case record.YesNo:
		return []widget.Binding{yesNoKey, onKey, untold}
	}
	return []widget.Binding{scaleKey, onKey, untold}
}

func (m Model) typingKeys() []widget.Binding {
	back := widget.When(m.entry.Value() == "", backKey)
	return []widget.Binding{back, m.named(cancelKey), nextKey}
}

// named is the key that ends the questions as it is shown: in an entry of long ago
// it leaves that question as it was, and with nothing to keep it just leaves.
func (m Model) named(end widget.Binding) widget.Binding {
	switch {
	case m.form.Edit && m.page == asking:
		end.SetHelp("esc", "as it was")
	case m.state() != unsaved && !m.typing:
		end.SetHelp("esc", "leave")
	}
	return end
}

func (m Model) nightKeys() []widget.Binding {
	switch m.state() {
	case saved:
		return []widget.Binding{doneKey, scaleKey}
	case unsaved:
		return []widget.Binding{againKey, leaveKey, scaleKey}
	}
	return []widget.Binding{leaveKey, scaleKey}
}

func (m Model) closingKeys() []widget.Binding {
	state := m.state()
	return []widget.Binding{
		backKey, leaveKey, widget.When(state != unsaved, doneKey), widget.When(state == unsaved, againKey),
		widget.When(m.rest() > 0, furtherKey),
	}
}

func (m Model) listKeys() []widget.Binding {
	told := m.question().Said(m.episode) != "" && m.question().Kind != record.When
	return []widget.Binding{m.named(endKey), widget.When(m.state() == unsaved, saveKey), steps.Move, openKey, widget.When(told, clearKey)}
}
