package player

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
	"uncramp/coach/visit"
	"uncramp/routines"
)

// Keys of the pages that lie over the player. All others are the visit's.
var (
	scrollKey = widget.Bind("↑↓", "more", "up", "down", "k", "j")
	readKey   = widget.Bind("enter", "read more", "enter")
	closeKey  = widget.Bind("i", "close", "i")
	wakeKey   = widget.Bind("any key", "go on", "space") // any other does too
)

// The key lines, what matters most first.
var (
	usualLine = []visit.Action{
		visit.Pause, visit.Leave, visit.Stretch, visit.Keys, visit.RedFlags, visit.Next, visit.Back, visit.Why,
		visit.Sound, visit.Voice, visit.More, visit.Less,
	}
	reliefLine = []visit.Action{ // while a cramp lasts
		visit.Pause, visit.Leave, visit.TakeBack, visit.Stretch, visit.Position,
		visit.Leg, visit.Keys, visit.RedFlags, visit.Next, visit.Back,
		visit.BothLegs, visit.Why, visit.Sound, visit.Voice,
	}
	askingLine = []visit.Action{visit.Unfit, visit.Fit, visit.Leave, visit.RedFlags, visit.Keys}
	endLine    = []visit.Action{visit.Leave, visit.TakeBack, visit.ItsBack, visit.TakeUp, visit.RedFlags, visit.RoutineAgain, visit.Keys}
	answers    = []visit.Action{visit.Eased, visit.Same, visit.Worse} // of a step that listens
)

// Keys implements [screen.Screen].
func (m Model) Keys() (keys []widget.Binding) {
	for _, g := range m.KeyGroups() {
		keys = append(keys, g.Keys...)
	}
	return keys
}

// KeyGroups implements [screen.Grouper]. The headings and what a key does are the
// visit's.
func (m Model) KeyGroups() (groups []widget.KeyGroup) {
	if m.asleep() {
		return widget.GroupKeys([]widget.Binding{wakeKey})
	}
	if m.why {
		groups = widget.GroupKeys([]widget.Binding{scrollKey, readKey})
	}
	actions := m.visit.Actions()
	for _, title := range visit.Groups() {
		g := widget.KeyGroup{Title: string(title)}
		for _, r := range actions {
			if r.Group == title {
				g.Keys = append(g.Keys, widget.Bind(r.Shown, r.Does, r.Keys...))
			}
		}
		groups = append(groups, g)
	}
	return groups
}

// buttonsWide is how wide the row of answers is at most.
const buttonsWide = 48

func bind(r visit.Row) widget.Binding { return widget.Bind(r.Shown, r.Help, r.Keys...) }

// pick returns the keys of some actions, in their order, as far as they can be
// done now.
func pick(rows []visit.Row, actions []visit.Action) (keys []widget.Binding) {
	for _, a := range actions {
		for _, r := range rows {
			if r.Action == a {
				keys = append(keys, bind(r))
			}
		}
	}
	return keys
}

// keyLine leaves the stretch out where there is no answer to give yet.
func (m Model) keyLine(to measure, t theme.Theme) widget.Block {
	line := usualLine
	if m.Session().Plan().Onset != nil {
		line = reliefLine
	}
	if m.Session().Phase().Answers == nil {
		line = slices.DeleteFunc(slices.Clone(line), func(a visit.Action) bool { return a == visit.Stretch })
	}
	return widget.KeyLine(pick(to.actions, line), to.room, t).AtFoot(rankKeys)
}

// answerKeys are boxes for a thumb where there is room, else a line of keys.
// They stay at the foot, so that they don't move from phase to phase.
func (m Model) answerKeys(to measure, t theme.Theme) widget.Block {
	keys := pick(to.actions, answers)
	switch {
	case m.Session().Phase().Answers == nil:
		return widget.Block{}
	case to.high >= roomy:
		return widget.Buttons(keys, min(to.lower, buttonsWide), t).AtFoot(rankAnswers)
	}
	return widget.KeyLine(keys, to.lower, t).AtFoot(rankAnswers)
}

// muscleKeys name the muscles that the relief has a version for, and both legs.
func (m Model) muscleKeys(to measure, t theme.Theme) (b widget.Block) {
	if to.high < roomy || m.Session().Plan().Onset == nil {
		return b
	}
	var keys []widget.Binding
	for _, row := range pick(to.actions, []visit.Action{visit.Muscle}) {
		for _, k := range row.Keys() {
			keys = append(keys, widget.Bind(k, string(routines.Muscles()[k[0]-'1']), k))
		}
	}
	if len(keys) > 0 {
		keys = append(keys, pick(to.actions, []visit.Action{visit.BothLegs})...)
		b = widget.KeyLine(keys, to.lower, t)
		b.Rank, b.Gap = rankLater, true
	}
	return b
}

// turnPage opens, scrolls and closes the page that says why; time goes on.
func (m Model) turnPage(press tea.KeyPressMsg) (Model, screen.Effect) {
	switch {
	case m.why && key.Matches(press, readKey):
		m.why = false
		return m, screen.Ask(screen.Open{Page: screen.Library, Routine: m.Routine().ID, Step: m.Session().Phase().Step})
	case m.why && key.Matches(press, scrollKey):
		m.scroll += widget.Scrolled(press)
	default:
		m.why, m.scroll = !m.why, 0
	}
	m, effect := m.follow(m.visit.Advance(m.now))
	if m.why && len(m.sources.Articles) == 0 {
		effect = effect.And(screen.Do(readSources))
	}
	return m, effect
}

func readSources() tea.Msg {
	c, err := routines.Sources()
	return sourcesMsg{c, err}
}
