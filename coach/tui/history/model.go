// Package history is the screen that shows what the diary holds: nights,
// weeks, hours, muscles, relief and severity, the six weeks of bedtime
// stretches, and every cramp, to be edited or deleted.
//
// It reads, writes and counts nothing: it is given a [stats.Summary], and
// returns a [Wish]. It never says that one thing caused another.
package history

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"uncramp/coach/record"
	"uncramp/coach/stats"
	"uncramp/coach/tui/widget"
)

// Wish is what the person wants that the screen can't do by itself. After all
// but the first two the history is to be read again.
type Wish struct {
	Leave  bool
	Edit   record.ID
	Window *int      // another one, in days; 0: all there is
	Delete record.ID // a cramp
	Undo   record.ID // a cramp that was deleted here is to be kept after all
}

// Model is the screen. Make it with [New].
type Model struct {
	history charts
	keys    keyMap
	w, h    int
	at      int // the panel that leads the page
	back    int // weeks the charts stand back from the present night
	cursor  int // in the list
	seek    record.ID
	deleted []record.Episode // the latest one last
	just    bool             // it was deleted by the latest key
	help    bool
	notice  string
}

// charts is a window of the diary, with what is made of it once rather than for
// each frame.
type charts struct {
	stats.Summary
	periods []stats.Period
	muscles []stats.Muscle
	cramps  []record.Episode // of the list, latest first: those of the future, too, so that they can be put right
}

func newCharts(s stats.Summary) charts {
	list := slices.Concat(s.Cramps, s.Future)
	slices.Reverse(list)
	return charts{s, s.Periods(), s.Muscles(), list}
}

// New shows a window of the diary on w by h cells.
func New(s stats.Summary, w, h int) Model {
	return Model{history: newCharts(s), keys: newKeyMap(), w: w, h: h}
}

// Sized says that the screen has another size.
func (m Model) Sized(w, h int) Model {
	m.w, m.h = w, h
	return m
}

// WithHistory shows what the diary holds by now; the cursor stays with its
// cramp, or goes to one that came back.
func (m Model) WithHistory(s stats.Summary) Model {
	want := m.seek
	if e, ok := m.under(); ok && want == "" {
		want = e.ID
	}
	if s.Days != m.history.Days {
		m.back = 0
	}
	m.history, m.seek = newCharts(s), ""
	if i := m.index(want); i >= 0 {
		m.cursor = i
	}
	return m.Chosen(m.cursor)
}

// WithNotice shows one line about something that went wrong.
func (m Model) WithNotice(s string) Model {
	m.notice = s
	return m
}

// Chosen puts the cursor on a cramp of the list.
func (m Model) Chosen(row int) Model {
	m.cursor = min(max(row, 0), max(len(m.history.cramps)-1, 0))
	return m
}

// Update takes a message. Nothing here happens by itself.
func (m Model) Update(msg tea.Msg) (Model, Wish) {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return m, Wish{}
	}
	m.notice, m.just = "", false
	switch {
	case key.Matches(press, m.keys.Keys):
		m.help = !m.help
	case m.help:
		m.help = !key.Matches(press, m.keys.Leave)
	case key.Matches(press, m.keys.Leave):
		return m, Wish{Leave: true}
	case key.Matches(press, m.keys.Undo):
		return m.undo()
	case key.Matches(press, m.keys.Next):
		return m.turned(1), Wish{}
	case key.Matches(press, m.keys.Back):
		return m.turned(-1), Wish{}
	case key.Matches(press, m.keys.List):
		return m.toList(), Wish{}
	case m.listed():
		return m.inList(press)
	default:
		return m.inCharts(press)
	}
	return m, Wish{}
}

// inCharts takes a key of the charts, where down leads to a later week.
func (m Model) inCharts(press tea.KeyPressMsg) (Model, Wish) {
	if later, ok := m.keys.Stepped(press, 0, weeksShown); ok {
		return m.scrolled(-later), Wish{}
	}
	return m, m.window(press)
}

// window is a wish for another window, if a key asks for one.
func (m Model) window(press tea.KeyPressMsg) Wish {
	for _, w := range m.windows() {
		if key.Matches(press, w.key) && w.days != m.history.Days {
			return Wish{Window: &w.days}
		}
	}
	return Wish{}
}

// toList goes to the list of cramps, or from there to the charts.
func (m Model) toList() Model {
	if m.listed() {
		m.at = 0
		return m
	}
	pages := m.pages()
	m.at = pages[len(pages)-1].first
	return m
}

func (m Model) inList(press tea.KeyPressMsg) (Model, Wish) {
	if to, ok := m.keys.Stepped(press, m.cursor, widget.PageRows); ok {
		return m.Chosen(to), Wish{}
	}
	e, ok := m.under()
	switch {
	case ok && key.Matches(press, m.keys.Edit):
		return m, Wish{Edit: e.ID}
	case ok && key.Matches(press, m.keys.Delete):
		m.deleted = append(slices.DeleteFunc(slices.Clone(m.deleted), is(e.ID)), e)
		m.just = true
		return m, Wish{Delete: e.ID}
	}
	return m, m.window(press)
}

// undo brings back what was deleted last.
func (m Model) undo() (Model, Wish) {
	e, ok := m.undoable()
	if !ok {
		return m, Wish{}
	}
	m.deleted, m.seek = m.deleted[:len(m.deleted)-1], e.ID
	return m, Wish{Undo: e.ID}
}

// undoable is what was deleted last. As long as it is still in the history, the
// diary has not deleted it.
func (m Model) undoable() (record.Episode, bool) {
	if len(m.deleted) == 0 {
		return record.Episode{}, false
	}
	e := m.deleted[len(m.deleted)-1]
	return e, m.index(e.ID) < 0
}

// under is the cramp the cursor is on.
func (m Model) under() (record.Episode, bool) {
	if m.cursor >= len(m.history.cramps) {
		return record.Episode{}, false
	}
	return m.history.cramps[m.cursor], true
}

func (m Model) index(id record.ID) int { return slices.IndexFunc(m.history.cramps, is(id)) }

func is(id record.ID) func(record.Episode) bool {
	return func(e record.Episode) bool { return e.ID == id }
}
