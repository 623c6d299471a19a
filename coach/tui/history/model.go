// Package history is the screen that shows what the diary holds: how many cramps
// there were and how many before, nights, places, weeks, hours and relief, and
// every cramp, to be edited or deleted.
//
// It counts nothing itself, and never says that one thing caused another.
package history

import (
	"slices"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"uncramp/coach/record"
	"uncramp/coach/stats"
	"uncramp/coach/tui/screen"
)

// Diary is what the screen asks of the diary. Each call opens it, does one
// thing, and closes it.
type Diary interface {
	// Summary counts a window of nights that ends now; 0 is all there are.
	Summary(now time.Time, days int) (stats.Summary, error)
	Episode(record.ID) (record.Episode, error)
	// SaveEpisode writes a cramp, edited now where it has no moment of its edit.
	SaveEpisode(record.Episode) error
}

// usualDays is the window a history opens with.
const usualDays = 28

// Model is the screen. Make it with [New].
type Model struct {
	diary   Diary
	history charts
	days    int // the window that was asked for; 0: all there is
	reading screen.Reading[stats.Summary]
	w, h    int
	at      string           // the panel that leads the page; empty: the first one; [listName]: the list
	back    int              // weeks the charts stand back from the present night
	cursor  int              // in the list
	seek    record.ID        // the cramp the cursor is to go to once it is there again
	deleted []record.Episode // as they were in the diary, the latest one last
	just    bool             // one was deleted by the latest key
	notice  string
}

// New makes the screen. It reads the diary each time it is shown.
func New(diary Diary) Model { return Model{diary: diary, days: usualDays} }

// charts is a window of the diary, with what is made of it once rather than for
// each frame.
type charts struct {
	stats.Summary
	periods []stats.Period // of which something is known
	kinds   kinds
	cramps  []record.Episode // of the list, latest first: those of the future, too, so that they can be put right
}

func newCharts(s stats.Summary) charts {
	return charts{s, counted(s.Periods()), kindsOf(s.Nights), s.LatestFirst()}
}

// sized takes the size of the screen, on which the pages depend.
func (m Model) sized(env screen.Env) Model {
	m.w, m.h = env.Width, env.Height
	return m
}

// withHistory shows what the diary holds by now; the cursor stays with its
// cramp, or goes to one that came back.
func (m Model) withHistory(s stats.Summary) Model {
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
	return m.chosen(m.cursor)
}

// chosen puts the cursor on a cramp of the list.
func (m Model) chosen(row int) Model {
	m.cursor = min(max(row, 0), max(len(m.history.cramps)-1, 0))
	return m
}

// Page implements [screen.Paged]. After a delete the cursor is on another cramp.
func (m Model) Page() any { return [2]any{m.listed(), len(m.deleted)} }

// deleteMsg is a cramp that was deleted, as it was.
type deleteMsg struct{ was record.Episode }

// Update implements [screen.Screen].
func (m Model) Update(env screen.Env, msg tea.Msg) (screen.Screen, screen.Effect) {
	m = m.sized(env)
	switch msg := msg.(type) {
	case screen.ShowMsg, screen.WritesDoneMsg, screen.TurnMsg:
		return m.read(env)
	case screen.Read[stats.Summary]:
		effect, ok := m.reading.Take(msg)
		if ok {
			m = m.withHistory(msg.Value)
		}
		return m, effect
	case deleteMsg:
		if !msg.was.Deleted { // what was deleted before that is not deleted once more
			m.deleted = append(slices.Clip(m.deleted), msg.was)
		}
	case screen.NoticeMsg:
		m.notice = string(msg)
	case screen.RowMsg:
		return m.chosen(int(msg)).inList(screen.Press("enter"))
	case tea.KeyPressMsg:
		m.notice, m.just = "", false
		return m.pressed(env, msg)
	}
	return m, screen.Effect{}
}

// read asks the diary for the window.
func (m Model) read(env screen.Env) (Model, screen.Effect) {
	effect := m.reading.Begin(func() (stats.Summary, error) { return m.diary.Summary(env.Now.Wall, m.days) })
	return m, effect
}

func (m Model) pressed(env screen.Env, press tea.KeyPressMsg) (Model, screen.Effect) {
	switch {
	case key.Matches(press, closeKey) && m.listed() && !m.history.Empty():
		return m.toList(), screen.Effect{}
	case key.Matches(press, leaveKey):
		return m, screen.Ask(screen.Back{})
	case key.Matches(press, undoKey):
		return m.undo()
	case key.Matches(press, nextKey):
		return m.turned(1), screen.Effect{}
	case key.Matches(press, backKey):
		return m.turned(-1), screen.Effect{}
	case key.Matches(press, listKey):
		return m.toList(), screen.Effect{}
	}
	for _, w := range windows {
		if key.Matches(press, w.key) && w.days != m.history.Days {
			m.days = w.days
			return m.read(env)
		}
	}
	if m.listed() {
		return m.inList(press)
	}
	if later, ok := steps.Stepped(press, 0, weeksShown); ok { // down leads to a later week
		m.back = min(max(m.back-later, 0), m.furthest())
	}
	return m, screen.Effect{}
}

// toList goes to the list of cramps, or from there to the charts.
func (m Model) toList() Model {
	if m.listed() {
		m.at = ""
	} else {
		m.at = listName
	}
	return m
}

func (m Model) inList(press tea.KeyPressMsg) (Model, screen.Effect) {
	e, ok := m.under()
	switch {
	case ok && key.Matches(press, editKey):
		return m, screen.Do(func() tea.Msg {
			full, err := m.diary.Episode(e.ID)
			if err != nil {
				return screen.Notice(err)
			}
			return screen.Ask(screen.OpenForm{Episode: full, Edit: true})
		})
	case ok && key.Matches(press, deleteKey):
		return m.delete(e)
	}
	return m.chosen(steps.Step(press, m.cursor)), screen.Effect{}
}

// delete takes a cramp out of the diary, and keeps it as it was, so that it can
// be undone.
func (m Model) delete(e record.Episode) (Model, screen.Effect) {
	m.just = true
	var was record.Episode
	return m, screen.Ask(screen.Write{
		Do: func() (err error) {
			if was, err = m.diary.Episode(e.ID); err != nil || was.Deleted {
				return err
			}
			gone := was
			gone.Deleted, gone.Edited = true, time.Time{} // now
			return m.diary.SaveEpisode(gone)
		},
		Done: func(err error) tea.Msg {
			if err != nil {
				return screen.Notice(err)
			}
			return deleteMsg{was}
		},
	})
}

// undo brings back what was deleted last.
func (m Model) undo() (Model, screen.Effect) {
	e, ok := m.undoable()
	if !ok {
		return m, screen.Effect{}
	}
	m.deleted, m.seek = m.deleted[:len(m.deleted)-1], e.ID
	e.Edited = time.Time{} // now
	return m, screen.Ask(screen.Write{Do: func() error { return m.diary.SaveEpisode(e) }})
}

// undoable is what was deleted last, once it is out of the history, too.
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
