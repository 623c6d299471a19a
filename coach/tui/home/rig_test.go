package home

import (
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/coach/stats"
	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

// pages are those of the program.
var pages = []Page{
	{"library", widget.Bind("l", "learn", "l")}, {"week", widget.Bind("p", "plan", "p")},
	{"history", widget.Bind("h", "history", "h")}, {"settings", widget.Bind("s", "settings", "s")},
	{screen.Me, widget.Bind("a", "about you", "a")},
}

// entries are the built-in routines, read once.
var entries = sync.OnceValues(func() (out []routines.Head, err error) {
	return routines.Library{}.Heads(session.Head)
})

// laidFlat lays a built-in routine flat for a person whose feet are numb.
func laidFlat(id string) (session.Plan, error) {
	r, err := routines.Library{}.Find(id)
	if err != nil {
		return session.Plan{}, err
	}
	return session.NewPlan(r, session.Choice{Profile: routines.ProfileOf(routines.NumbFeet)})
}

// home is the screen at an hour of a day in November, of a person who was asked
// already and has an empty diary.
func home(t testing.TB, hour int) Model { return homeOf(t, hour, Services{}) }

func homeOf(t testing.TB, hour int, s Services) Model {
	t.Helper()
	list, err := entries()
	if err != nil {
		t.Fatal(err)
	}
	if s.Diary == nil {
		s.Diary = empty{}
	}
	if s.Profile == nil {
		s.Profile = &profile{asked: true}
	}
	if s.Own == nil {
		s.Own = func() ([]routines.Head, []string) { return nil, nil }
	}
	s.Plan = laidFlat
	return New(s, list, pages, nil, clock(hour))
}

func clock(hour int) time.Time { return time.Date(2026, 11, 22, hour, 0, 0, 0, time.UTC) }

// at is the environment at an hour.
func at(hour int) screen.Env {
	env := tuitest.Env()
	env.Now.Wall = clock(hour)
	return env
}

// settled tells a screen something, and all that comes of it.
func settled(m Model, env screen.Env, msg tea.Msg) Model {
	m, effect := tuitest.Tell(m, env, msg)
	return done(m, env, effect.Cmd)
}

func done(m Model, env screen.Env, cmd tea.Cmd) Model {
	if cmd == nil {
		return m
	}
	msg := cmd()
	if batch, ok := msg.(tea.BatchMsg); ok {
		for _, c := range batch {
			m = done(m, env, c)
		}
		return m
	}
	return settled(m, env, msg)
}

// pressed is a screen after keys, with all that came of them.
func pressed(m Model, env screen.Env, keys ...string) Model {
	for _, k := range keys {
		m = settled(m, env, screen.Press(k))
	}
	return m
}

// profile is of a person who said one thing, and counts how often she declined.
type profile struct {
	asked    bool
	said     routines.Condition
	declined int
}

func (p *profile) Read() (routines.Profile, error) {
	if p.said == "" {
		return routines.Profile{}, nil
	}
	return routines.ProfileOf(p.said), nil
}
func (p *profile) Asked() bool { return p.asked }

func (p *profile) Decline() error {
	p.declined++
	return nil
}

// empty is a diary in which nothing was ever kept.
type empty struct{}

func (empty) Overview(now time.Time) (stats.Overview, error) {
	return stats.OverviewOf(now, stats.Rows{}, nil), nil
}

// followed is a diary of somebody who follows a programme, by its id, since last week.
type followed string

func (id followed) Overview(now time.Time) (stats.Overview, error) {
	c := stats.Course{Name: string(id), From: stats.DayOf(now) - 8, Weeks: 6}
	return stats.OverviewOf(now, stats.Rows{Courses: []stats.Course{c}}, nil), nil
}

// full is a diary of eight weeks, with a cramp of last night.
type full struct{}

func (full) Overview(now time.Time) (stats.Overview, error) {
	var rows stats.Rows
	morning := time.Date(2026, 11, 22, 3, 12, 0, 0, time.UTC)
	for _, days := range []int{60, 50, 44, 40, 38, 33, 30, 29, 20, 9, 5, 3, 0} {
		rows.Cramps = append(rows.Cramps, record.Episode{At: morning.AddDate(0, 0, -days), Muscle: routines.Calf, Side: routines.Left})
	}
	for days := range 11 {
		rows.Sessions = append(rows.Sessions, record.Session{
			At: morning.AddDate(0, 0, -days-1).Add(19 * time.Hour), Routine: stats.Bedtime, Planned: time.Minute, Worked: time.Minute,
		})
	}
	latest := []record.Session{
		{Routine: "warmup", At: morning.AddDate(0, 0, -2), Planned: time.Minute, Worked: time.Minute}, rows.Sessions[0],
		{Routine: "ease", At: morning, Worked: time.Minute, Ending: session.EasedOff},
	}
	return stats.OverviewOf(now, rows, latest), nil
}

// wish is what an effect asks for.
type wish struct {
	Start string
	Leave bool
}

func press(m Model, keys ...string) (Model, wish) {
	m, e := tuitest.Press(m, tuitest.Env(), keys...)
	play, _ := tuitest.Asked[screen.Play](e)
	_, leaves := tuitest.Asked[screen.Back](e)
	return m, wish{play.Routine, leaves}
}

// draw is a view at a size in a theme.
func (m Model) draw(w, h int, t theme.Theme) widget.Frame {
	env := tuitest.Sized(w, h)
	env.Theme, env.Still = t, true
	return m.View(env)
}
