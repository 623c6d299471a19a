package player

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

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
)

// The key lines, what matters most first.
var (
	usualLine = []visit.Action{
		visit.Pause, visit.Leave, visit.Stretch, visit.Keys, visit.RedFlags, visit.Next, visit.Back, visit.Why,
		visit.Sound, visit.Voice, visit.More, visit.Less,
	}
	reliefLine = []visit.Action{ // while a cramp lasts
		visit.Pause, visit.Leave, visit.Stretch, visit.Position, visit.Leg, visit.Keys, visit.RedFlags, visit.Next, visit.Back,
		visit.Why, visit.Sound, visit.Voice,
	}
	askingLine = []visit.Action{visit.Unfit, visit.Fit, visit.Leave, visit.RedFlags, visit.Keys}
	endLine    = []visit.Action{visit.TakeUp, visit.Leave, visit.RoutineAgain, visit.RedFlags, visit.Keys}
	answers    = []visit.Action{visit.Eased, visit.Same, visit.Worse} // of a step that listens
)

// Keys implements [screen.Screen].
func (m Model) Keys() (keys []widget.Binding) {
	if m.page == whyPage {
		keys = append(keys, scrollKey, readKey)
	}
	for _, r := range m.visit.Actions() {
		keys = append(keys, bind(r))
	}
	return keys
}

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

// phaseKeys are the keys that stand on the page of a phase.
type phaseKeys struct{ line, answers, muscles []widget.Binding }

// phaseKeys leaves the stretch out where there is no answer to give yet, and
// names the muscles while a cramp lasts.
func (m Model) phaseKeys() (keys phaseKeys) {
	rows, listens := m.visit.Actions(), m.Session().Phase().Answers != nil
	line := usualLine
	if m.Session().Plan().Onset != nil {
		line = reliefLine
		for _, b := range pick(rows, []visit.Action{visit.Muscle}) {
			for _, k := range b.Keys() {
				keys.muscles = append(keys.muscles, widget.Bind(k, string(routines.Muscles()[k[0]-'1']), k))
			}
		}
	}
	if listens {
		keys.answers = pick(rows, answers)
	} else {
		line = slices.DeleteFunc(slices.Clone(line), func(a visit.Action) bool { return a == visit.Stretch })
	}
	keys.line = pick(rows, line)
	return keys
}

// turnPage opens, scrolls and closes what lies over the player; time goes on.
func (m Model) turnPage(env screen.Env, press tea.KeyPressMsg, a visit.Action) (Model, screen.Effect) {
	was, scrolls := m.page, m.page != noPage && key.Matches(press, scrollKey)
	switch {
	case m.page == whyPage && key.Matches(press, readKey):
		m.page = noPage
		return m, screen.Ask(screen.Open{Page: screen.Library, Routine: m.Routine().ID, Step: m.Session().Phase().Step})
	case scrolls:
		m.scroll += widget.Scrolled(press)
	case a == visit.Keys && was != keysPage:
		m.page, m.scroll = keysPage, 0
	case a == visit.Why && was != whyPage:
		m.page, m.scroll = whyPage, 0
	default:
		m.page = noPage
	}
	m, effect := m.advance(env)
	if m.page == whyPage && len(m.sources.Articles) == 0 {
		effect = effect.And(screen.Do(readSources))
	}
	return m, effect
}

func readSources() tea.Msg {
	c, err := routines.Sources()
	return sourcesMsg{c, err}
}
