// Package week is the screen that shows the prevention of seven days: what was
// done, what is due, the glasses of water of today, and the place in the six
// weeks of bedtime stretches.
//
// It does not nag: a day that was left out is empty.
package week

import (
	"cmp"
	"slices"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"uncramp/coach/plan"
	"uncramp/coach/record"
	"uncramp/coach/stats"
	"uncramp/coach/text"
	"uncramp/coach/tui/screen"
)

// Diary is what the screen asks of the diary. Each call opens it, does one
// thing, and closes it.
type Diary interface {
	// Days returns what was followed from a day on, with all bedtime stretches
	// before, and the glasses of water of each day until now.
	Days(now time.Time, first stats.Day) (sessions []record.Session, water map[stats.Day]int, err error)
	// Summary counts the cramps of a window of nights that ends now.
	Summary(now time.Time, days int) (stats.Summary, error)
	// AddGlasses counts so many glasses of water more on a day, or less, and
	// returns how many there are then.
	AddGlasses(day stats.Day, by int) (n int, err error)
}

// Model is the screen. Make it with [New].
type Model struct {
	diary   Diary
	course  func(now time.Time) (plan.Course, error) // the latest programme, counted
	week    plan.Weekly
	minutes map[string]int // of routines, by id
	reading screen.Reading[plan.Weekly]
	w, h    int
	cursor  int               // a row
	waiting []tea.KeyPressMsg // keys that were pressed while another day was shown
	blocked bool
	notice  string
}

// New makes the screen, which reads the diary each time it is shown. Minutes say
// how long routines take, by id; one that is not among them is offered without.
func New(diary Diary, course func(now time.Time) (plan.Course, error), minutes map[string]int) Model {
	return Model{diary: diary, course: course, minutes: minutes}
}

// in takes what the rows and the keys depend on.
func (m Model) in(env screen.Env) Model {
	m.w, m.h, m.blocked = env.Width, env.Height, env.Blocked
	return m
}

// withWeek shows what the diary holds by now; the cursor stays on its row.
func (m Model) withWeek(week plan.Weekly) Model {
	m.week = week
	return m.chosen(m.cursor)
}

// chosen puts the cursor on a row.
func (m Model) chosen(row int) Model {
	m.cursor = min(max(row, 0), max(len(m.week.Rows)-1, 0))
	return m
}

// refusedMsg says that glasses were not kept.
type refusedMsg struct {
	by  int
	err error
}

// Update implements [screen.Screen].
func (m Model) Update(env screen.Env, msg tea.Msg) (screen.Screen, screen.Effect) {
	m = m.in(env)
	switch msg := msg.(type) {
	case screen.ShowMsg, screen.WritesDoneMsg, screen.TurnMsg:
		return m.read(env)
	case screen.Read[plan.Weekly]:
		effect, ok := m.reading.Take(msg)
		if ok {
			return m.withWeek(msg.Value).pressedMeanwhile()
		}
		return m, effect
	case refusedMsg: // what was not kept is not shown as drunk
		m.week, m.notice = m.week.WithGlasses(m.glasses()-msg.by), text.Clean(msg.err.Error())
	case screen.NoticeMsg:
		m.notice = string(msg)
	case screen.RowMsg:
		return m.chosen(int(msg)), screen.Effect{} // what it says below starts it
	case tea.KeyPressMsg:
		return m.pressedAt(env, msg)
	}
	return m, screen.Effect{}
}

// pressedAt takes a key, which means the day that it is: another one is not shown
// any more.
func (m Model) pressedAt(env screen.Env, press tea.KeyPressMsg) (Model, screen.Effect) {
	if m.reading.Ready && stats.DayOf(env.Now.Wall) != m.today() {
		m.waiting = append(slices.Clip(m.waiting), press)
		return m.read(env)
	}
	m.notice = ""
	return m.pressed(press)
}

// pressedMeanwhile does what keys ask for that waited for the day they mean.
func (m Model) pressedMeanwhile() (_ Model, all screen.Effect) {
	keys := m.waiting
	m.waiting = nil
	for _, press := range keys {
		var e screen.Effect
		m, e = m.pressed(press)
		all.Requests = append(all.Requests, e.Requests...)
	}
	return m, all
}

// today is the day the week ends with.
func (m Model) today() stats.Day { return m.week.Days[plan.DaysShown-1] }

// read asks the diary for the week.
func (m Model) read(env screen.Env) (Model, screen.Effect) {
	now := env.Now.Wall
	effect := m.reading.Begin(func() (plan.Weekly, error) {
		sessions, water, err := m.diary.Days(now, plan.FirstDay(now))
		cramps, errCramps := m.diary.Summary(now, plan.DaysShown)
		c, errCourse := m.course(now)
		return plan.Week(now, sessions, water).WithNights(cramps).WithCourse(c), cmp.Or(err, errCramps, errCourse)
	})
	return m, effect
}

func (m Model) pressed(press tea.KeyPressMsg) (Model, screen.Effect) {
	switch {
	case key.Matches(press, leaveKey):
		return m, screen.Ask(screen.Back{})
	case key.Matches(press, programmeKey):
		return m, screen.Ask(screen.Open{Page: screen.Programme})
	case key.Matches(press, startKey):
		if id := m.startable(); id != "" {
			return m, screen.Ask(screen.Play{Routine: id})
		}
	case key.Matches(press, moreKey) && m.onWater():
		return m.count(1)
	case key.Matches(press, lessKey) && m.onWater():
		return m.count(-1)
	}
	return m.chosen(steps.Step(press, m.cursor)), screen.Effect{}
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
	if m.blocked || len(ids) == 0 {
		return ""
	}
	return ids[0]
}

// count counts a glass, or takes one back. It is shown at once; what is kept is
// read when it is written.
func (m Model) count(by int) (Model, screen.Effect) {
	before := m.glasses()
	m.week = m.week.WithGlasses(before + by)
	if m.glasses() == before {
		return m, screen.Effect{}
	}
	m.reading.Cancel()
	return m, screen.Ask(screen.Write{
		Do: func() error {
			_, err := m.diary.AddGlasses(m.today(), by)
			return err
		},
		Done: func(err error) tea.Msg {
			if err == nil {
				return nil
			}
			return refusedMsg{by, err}
		},
	})
}
