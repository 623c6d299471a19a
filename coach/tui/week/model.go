// Package week is the screen that shows the prevention of seven days: what was
// done, what is due, the glasses of water of today, and the place in the six
// weeks of bedtime stretches.
//
// It reads and writes nothing: it is given a [plan.Weekly], and returns a
// [Wish]. It does not nag: a day that was left out is empty.
package week

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"uncramp/coach/plan"
	"uncramp/coach/tui/widget"
)

// Wish is what the person wants that the screen can't do by itself.
type Wish struct {
	Leave   bool
	Start   string // a routine, by its id
	Glasses *int   // of today; shown already, to be kept in the order it came
}

// Model is the screen. Make it with [New].
type Model struct {
	week    plan.Weekly
	minutes map[string]int // of routines, by id
	keys    keyMap
	w, h    int
	cursor  int // a row
	barred  bool
	help    bool
	notice  string
}

// New shows a week on w by h cells.
func New(week plan.Weekly, w, h int) Model {
	return Model{keys: newKeyMap(), w: w, h: h}.WithWeek(week)
}

// Sized says that the screen has another size.
func (m Model) Sized(w, h int) Model {
	m.w, m.h = w, h
	return m
}

// WithWeek shows what the diary holds by now; the cursor stays on its row.
func (m Model) WithWeek(week plan.Weekly) Model {
	m.week = week
	return m.Chosen(m.cursor)
}

// WithGlasses says how many glasses of water there were today.
func (m Model) WithGlasses(n int) Model {
	m.week = m.week.WithGlasses(n)
	return m
}

// WithMinutes says how long routines take, by id. One that is not among them is
// offered without.
func (m Model) WithMinutes(minutes map[string]int) Model {
	m.minutes = minutes
	return m
}

// WithNotice shows one line about something that went wrong.
func (m Model) WithNotice(s string) Model {
	m.notice = s
	return m
}

// Barred says that a red flag stands: nothing here starts a routine.
func (m Model) Barred() Model {
	m.barred = true
	return m
}

// Chosen puts the cursor on a row.
func (m Model) Chosen(row int) Model {
	m.cursor = min(max(row, 0), max(len(m.week.Rows)-1, 0))
	return m
}

// Update takes a message. Nothing here happens by itself.
func (m Model) Update(msg tea.Msg) (Model, Wish) {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return m, Wish{}
	}
	m.notice = ""
	switch {
	case key.Matches(press, m.keys.Keys):
		m.help = !m.help
	case m.help:
		m.help = !key.Matches(press, m.keys.Leave)
	case key.Matches(press, m.keys.Leave):
		return m, Wish{Leave: true}
	case key.Matches(press, m.keys.Start):
		return m, Wish{Start: m.startable()}
	case key.Matches(press, m.keys.More) && m.onWater():
		return m.drunk(1)
	case key.Matches(press, m.keys.Less) && m.onWater():
		return m.drunk(-1)
	default:
		if to, ok := m.keys.Stepped(press, m.cursor, widget.PageRows); ok {
			return m.Chosen(to), Wish{}
		}
	}
	return m, Wish{}
}

// under is the row the cursor is on.
func (m Model) under() (r plan.Row) {
	if m.cursor < len(m.week.Rows) {
		r = m.week.Rows[m.cursor]
	}
	return r
}

// glasses is how many there were today.
func (m Model) glasses() int { return m.week.Now(plan.Water).Times }

func (m Model) onWater() bool { return m.under().Item.ID == plan.Water }

// startable is the routine that can be started from the row under the cursor;
// empty: none.
func (m Model) startable() string {
	ids := m.under().Item.Routines
	if m.barred || len(ids) == 0 {
		return ""
	}
	return ids[0]
}

// drunk counts a glass, or takes one back.
func (m Model) drunk(by int) (Model, Wish) {
	before := m.glasses()
	m = m.WithGlasses(before + by)
	n := m.glasses()
	if n == before {
		return m, Wish{}
	}
	return m, Wish{Glasses: &n}
}
