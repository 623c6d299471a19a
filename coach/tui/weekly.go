package tui

import (
	tea "charm.land/bubbletea/v2"

	"uncramp/coach/plan"
	"uncramp/coach/session"
	"uncramp/coach/stats"
	"uncramp/coach/term"
	"uncramp/coach/tui/week"
)

// The answers about the week.
type (
	weekRead struct {
		asked
		week plan.Weekly
		err  error
	}
	glassesKept struct {
		n   int
		err error
	}
	// poured is a number of glasses of a day, to be kept.
	poured struct {
		day stats.Day
		n   int
	}
)

func (m root) readWeek(now session.Instant) tea.Cmd {
	pages, by := m.config.Pages, asked{m.shown}
	return term.Safely(func() tea.Msg {
		w, err := pages.Week(now.Wall)
		return weekRead{by, w, err}
	})
}

// showWeek shows what was read, and what is still being written.
func (m root) showWeek(msg weekRead) root {
	if msg.err != nil {
		return m.wrong(msg.err)
	}
	m.today, m.glasses = msg.week.Days[plan.DaysShown-1], msg.week.Now(plan.Water).Times
	if p, ok := m.drunk.last(); ok && p.day == m.today {
		msg.week = msg.week.WithGlasses(p.n)
	}
	if m.shown == weekScreen {
		m.week = m.week.WithWeek(msg.week)
		return m
	}
	minutes := map[string]int{}
	for _, e := range m.config.Routines {
		minutes[e.ID] = e.Minutes
	}
	m.shown, m.week = weekScreen, week.New(msg.week, m.width, m.height).WithMinutes(minutes)
	if m.finding.Blocks() {
		m.week = m.week.Barred()
	}
	return m
}

func (m root) updateWeek(now session.Instant, msg tea.Msg) (tea.Model, tea.Cmd) {
	if stats.DayOf(now.Wall) != m.today {
		return m, m.readWeek(now) // a key was meant for another day
	}
	next, wish := m.week.Update(msg)
	m.week = next
	switch {
	case wish.Leave:
		m.shown = homeScreen
	case wish.Start != "":
		m.origin = weekScreen
		return m, m.load(wish.Start, session.Choice{})
	case wish.Glasses != nil:
		var alone bool
		if m.drunk, alone = m.drunk.joined(poured{m.today, *wish.Glasses}); alone {
			return m, m.pourNext()
		}
	}
	return m, nil
}

// pourNext writes the first number of glasses that is not written yet.
func (m root) pourNext() tea.Cmd {
	if len(m.drunk) == 0 {
		return nil
	}
	next, pages := m.drunk[0], m.config.Pages
	return m.writes(func() error { return pages.Glasses(next.day, next.n) }, func(err error) tea.Msg { return glassesKept{next.n, err} })
}

// glassesKept takes the diary's answer; what was not kept is not shown as drunk.
func (m root) glassesKept(msg glassesKept) (tea.Model, tea.Cmd) {
	if msg.err != nil {
		m.drunk = nil
		m.week = m.week.WithGlasses(m.glasses)
		return m.wrong(msg.err), nil
	}
	m.glasses, m.drunk = msg.n, m.drunk.served()
	return m, m.pourNext()
}
