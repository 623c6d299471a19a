package player

import (
	"fmt"
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"uncramp/coach/session"
	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
	"uncramp/coach/visit"
	"uncramp/routines"
)

// Keys of the pages that lie over the player. All others are the visit's.
var (
	scrollKey = widget.Bind("↑↓", "read on", "up", "down", "k", "j")
	readKey   = widget.Bind("enter", "learn more", "enter")
	closeKey  = widget.Bind("i", "close", "i")
	wakeKey   = widget.Bind("any key", "go on", "space") // any other does too
	sheetKey  = widget.Bind("tab", sheetHelp, "tab")
	escapeKey = widget.Bind("esc", escapeDoes, "esc")
)

// beforeSheet is how many of the keys of the relief stand before that of the sheet.
const beforeSheet = 4

// pauseKey is that of the visit that escape stands for.
const pauseKey = "space"

// The key lines, what matters most first.
var (
	usualLine = []visit.Action{
		visit.Pause, visit.Leave, visit.Next, visit.Keys, visit.Stretch, visit.RedFlags, visit.Back, visit.Why,
		visit.Sound, visit.Voice, visit.More, visit.Less,
	}
	reliefLine = []visit.Action{ // while a cramp lasts
		visit.Pause, visit.Leave, visit.Keys, visit.TakeBack, visit.Stretch, visit.RedFlags, visit.Next, visit.Back, visit.Why,
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

// hasSheet reports whether there is a sheet of keys to be opened.
func (m Model) hasSheet() bool {
	return m.visit.Stage() == visit.Following && len(m.sheetKeys(m.visit.Actions())) > 0
}

// escapes reports whether there is something that escape closes or pauses.
func (m Model) escapes() bool {
	return m.why || m.sheet || m.visit.Stage() == visit.Following && m.Session().State() == session.Running
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
	own := map[visit.Group]widget.Binding{
		visit.Place:   widget.When(m.hasSheet(), widget.Bind("tab", sheetDoes, sheetKey.Keys()...)),
		visit.Helping: widget.When(m.escapes(), escapeKey),
	}
	for _, title := range visit.Groups() {
		g := widget.KeyGroup{Title: string(title)}
		if k := own[title]; k.Enabled() {
			g.Keys = append(g.Keys, k)
		}
		for _, r := range actions {
			if r.Group == title {
				g.Keys = append(g.Keys, widget.Bind(r.Shown, r.Does, r.Keys...))
			}
		}
		groups = append(groups, g)
	}
	return groups
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

// keyLine leaves the stretch out where there is no answer to give yet.
func (m Model) keyLine(actions []visit.Row, room int, t theme.Theme) widget.Block {
	line, before := usualLine, len(usualLine)
	if m.relief() {
		line, before = reliefLine, beforeSheet
	}
	if m.Session().Phase().Answers == nil {
		actions = slices.DeleteFunc(slices.Clone(actions), func(r visit.Row) bool { return r.Action == visit.Stretch })
	}
	keys := pick(actions, line[:before])
	if len(m.sheetKeys(actions)) > 0 {
		keys = append(keys, sheetKey)
	}
	return widget.KeyLine(append(keys, pick(actions, line[before:])...), room, t)
}

// sheetKeys are those of the sheet: the muscle, the leg, the position, the stretch.
func (m Model) sheetKeys(actions []visit.Row) (keys []widget.Binding) {
	for _, row := range pick(actions, []visit.Action{visit.Muscle}) {
		for _, k := range row.Keys() {
			keys = append(keys, widget.Bind(k, string(routines.Muscles()[k[0]-'1']), k))
		}
	}
	keys = append(keys, pick(actions, []visit.Action{visit.Leg, visit.BothLegs})...)
	for _, row := range pick(actions, []visit.Action{visit.Position}) {
		position := fmt.Sprintf(positionIs, m.Session().Plan().Position)
		keys = append(keys, widget.Bind(row.Help().Key, position, row.Keys()...))
	}
	return append(keys, pick(actions, []visit.Action{visit.Stretch})...)
}

// sheetBlock is the sheet of keys, in as many lines as there is room for.
func sheetBlock(keys []widget.Binding, z widget.Zone, t theme.Theme) (b widget.Block) {
	b.Lines = make([]string, z.H)
	for y := range b.Lines {
		n := 0
		for used := 0; n < len(keys); n++ {
			if used += widget.Columns(keys[n].Help().Key+keys[n].Help().Desc) + 4; used > z.W+3 {
				break
			}
		}
		line := widget.KeyLine(keys[:n], z.W, t)
		for _, tap := range line.Targets {
			tap.Y = y
			b.Targets = append(b.Targets, tap)
		}
		b.Lines[y], keys = line.Lines[0], keys[n:]
	}
	return b
}

// escape closes what is open; with nothing open it pauses.
func (m Model) escape() (Model, screen.Effect) {
	row, n, ok := m.visit.Key(pauseKey)
	switch {
	case m.sheet:
		m.sheet = false
	case ok && m.Session().State() == session.Running:
		v, r := m.visit.Do(row, n, m.now)
		return m.follow(v, r)
	}
	return m.follow(m.visit.Advance(m.now))
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
	if read := m.services.Cards; m.why && len(m.sources.Articles) == 0 {
		effect = effect.And(screen.Do(func() tea.Msg {
			c, err := read()
			return cardsMsg{c, err}
		}))
	}
	return m, effect
}
