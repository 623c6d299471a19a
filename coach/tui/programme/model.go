// Package programme is the screen of a programme: it is chosen, begun and stopped
// there, and shows week by week what was done of what was asked, the cramps before and
// at its end, and what to do next.
//
// It does not nag: a day that was left out is empty.
package programme

import (
	"slices"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"uncramp/coach/plan"
	"uncramp/coach/record"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
)

// Diary is what the screen writes to.
type Diary interface {
	// Mark keeps marks of a programme, all of them or none.
	Mark([]record.Tally) error
}

// Services are what the screen reads and writes.
type Services struct {
	Diary Diary
	// Course counts the latest programme.
	Course func(now time.Time) (plan.Course, error)
	// All lists what can be followed.
	All func() []plan.Programme
}

// Model is the screen. Make it with [New].
type Model struct {
	services Services
	reading  screen.Reading[contents]
	contents contents
	w, h     int
	blocked  bool
	other    bool   // another one is chosen, though one is followed
	stopping bool   // the person is asked whether to stop it
	instead  string // the id of one of which she is asked whether to begin it in its place
	diary    bool   // a week of diary comes first
	cursor   int    // a row of the list, or the first line of the review that is shown
	notice   string
}

// contents are what was read.
type contents struct {
	course plan.Course
	all    []plan.Programme
}

// page is what the screen shows.
type page int

const (
	choosing page = iota
	following
	asking // whether to stop it, or to begin another one in its place
)

const stopped = plan.Stopped

// New makes the screen, which reads the diary each time it is shown.
func New(s Services) Model { return Model{services: s, diary: true} }

// Page implements [screen.Paged].
func (m Model) Page() any { return m.page() }

func (m Model) page() page {
	switch stage := m.contents.course.Stage; {
	case m.instead != "":
		return asking
	case m.other || stage == plan.NotBegun || stage == stopped:
		return choosing
	case m.stopping:
		return asking
	}
	return following
}

// in takes what the page and the keys depend on.
func (m Model) in(env screen.Env) Model {
	m.w, m.h, m.blocked = env.Width, env.Height, env.Blocked
	return m
}

// Update implements [screen.Screen].
func (m Model) Update(env screen.Env, msg tea.Msg) (screen.Screen, screen.Effect) {
	m = m.in(env)
	switch msg := msg.(type) {
	case screen.ShowMsg, screen.WritesDoneMsg, screen.TurnMsg:
		return m.read(env)
	case screen.Read[contents]:
		effect, ok := m.reading.Take(msg)
		if ok {
			m.contents = msg.Value
			if !slices.Contains(plan.IDs(m.contents.all), m.instead) {
				m.instead = ""
			}
			m = m.at(m.cursor)
		}
		return m, effect
	case screen.NoticeMsg:
		m.notice = string(msg)
	case screen.RowMsg:
		return m.at(int(msg)), screen.Effect{}
	case tea.KeyPressMsg:
		m.notice = ""
		return m.pressed(env, msg)
	}
	return m, screen.Effect{}
}

func (m Model) read(env screen.Env) (Model, screen.Effect) {
	s, now := m.services, env.Now.Wall
	effect := m.reading.Begin(func() (contents, error) {
		c, err := s.Course(now)
		return contents{c, s.All()}, err
	})
	return m, effect
}

// at puts the cursor on a row.
func (m Model) at(row int) Model {
	last := len(m.contents.all) - 1
	if m.page() != choosing {
		last = m.hidden()
	}
	m.cursor = min(max(row, 0), max(last, 0))
	return m
}

func (m Model) pressed(env screen.Env, press tea.KeyPressMsg) (Model, screen.Effect) {
	if to, ok := steps.Stepped(press, m.cursor, widget.PageRows); ok {
		return m.at(to), screen.Effect{}
	}
	switch m.page() {
	case asking:
		return m.answered(env, press)
	case choosing:
		return m.chose(env, press)
	case following:
	}
	return m.followed(env, press)
}

// followed takes a key of the page of the programme that is followed.
func (m Model) followed(env screen.Env, press tea.KeyPressMsg) (Model, screen.Effect) {
	switch {
	case key.Matches(press, leaveKey):
		return m, screen.Ask(screen.Back{})
	case key.Matches(press, startKey) && m.startable():
		return m, screen.Ask(screen.Play{Routine: m.contents.course.Programme.Routine})
	case key.Matches(press, stopKey):
		m.stopping = true
	case key.Matches(press, backKey) && m.replaced():
		return m.change(m.contents.course.GoOn(env.Now.Wall))
	case key.Matches(press, otherKey):
		m.other, m.cursor = true, 0
	}
	return m, screen.Effect{}
}

// answered takes a key of the question whether to stop, or to begin another one.
func (m Model) answered(env screen.Env, press tea.KeyPressMsg) (Model, screen.Effect) {
	at := slices.Index(plan.IDs(m.contents.all), m.instead)
	switch {
	case key.Matches(press, beginItKey) && at >= 0:
		return m.begin(env, at)
	case key.Matches(press, yesKey) && m.stopping:
		m.stopping = false
		return m.change(m.contents.course.Stop(env.Now.Wall))
	case key.Matches(press, noKey):
		m.stopping, m.instead, m.cursor = false, "", max(at, 0)
	}
	return m, screen.Effect{}
}

// chose takes a key of the list.
func (m Model) chose(env screen.Env, press tea.KeyPressMsg) (Model, screen.Effect) {
	c := m.contents.course
	switch {
	case key.Matches(press, leaveKey) && m.other:
		m.other, m.cursor = false, 0
	case key.Matches(press, leaveKey):
		return m, screen.Ask(screen.Back{})
	case key.Matches(press, diaryKey):
		m.diary = !m.diary
	case key.Matches(press, undoKey) && c.Stage == stopped:
		return m.change(c.GoOn(env.Now.Wall))
	case key.Matches(press, beginKey) && m.cursor < len(m.contents.all):
		if id := m.contents.all[m.cursor].ID; (c.Stage == plan.Running || c.Stage == plan.Diary) && c.Name != id {
			m.instead = id
			return m, screen.Effect{}
		}
		return m.begin(env, m.cursor)
	}
	return m, screen.Effect{}
}

// begin begins a programme of the list.
func (m Model) begin(env screen.Env, at int) (Model, screen.Effect) {
	m, effect := m.change(m.contents.course.Begin(m.contents.all[at], env.Now.Wall, m.diary))
	m.other, m.instead, m.cursor = m.notice != "", "", 0
	return m, effect
}

// change keeps marks, or says why nothing changes. What it comes to is read once it is
// done.
func (m Model) change(marks []record.Tally, refused error) (Model, screen.Effect) {
	if refused != nil {
		m.notice = screenWords(refused)
		return m, screen.Effect{}
	}
	m.reading.Cancel()
	diary := m.services.Diary
	return m, screen.Ask(screen.Write{Do: func() error { return diary.Mark(marks) }})
}

// replaced reports whether what is followed was begun today in place of another one.
func (m Model) replaced() bool {
	_, replaced := m.contents.course.Replaced()
	return replaced
}

// startable reports whether what is followed can be started now.
func (m Model) startable() bool {
	c := m.contents.course
	return !m.blocked && !c.Programme.Gone && (c.Stage == plan.Running || c.Stage == plan.Over)
}
