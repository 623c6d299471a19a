package tui

import (
	tea "charm.land/bubbletea/v2"

	"uncramp/coach/plan"
	"uncramp/coach/session"
	"uncramp/coach/tui/week"
	"uncramp/routines"
)

// The answers about the week.
type (
	weekRead struct {
		week plan.Weekly
		err  error
	}
	glassesKept struct {
		n   int
		err error
	}
	// poured is a number of glasses of a day, to be kept.
	poured struct {
		day plan.Day
		n   int
	}
)

func (m root) readWeek(now session.Instant) tea.Cmd {
	pages := m.config.Pages
	return safely(func() tea.Msg {
		w, err := pages.Week(now.Wall)
		return weekRead{w, err}
	})
}

// showWeek shows what was read; what can't be is told at home.
func (m root) showWeek(msg weekRead) root {
	switch {
	case m.shown != homeScreen:
	case msg.err != nil:
		m.home = m.home.WithNotice(routines.Clean(msg.err.Error()))
	default:
		minutes := map[string]int{}
		for _, e := range m.config.Routines {
			minutes[e.ID] = e.Minutes
		}
		m.shown, m.week = weekScreen, week.New(msg.week, m.width, m.height).WithMinutes(minutes)
		m.today, m.glasses = msg.week.Days[plan.DaysShown-1], msg.week.Now(plan.Water).Times
		if m.finding.Blocks() {
			m.week = m.week.Barred()
		}
	}
	return m
}

func (m root) updateWeek(msg tea.Msg) (tea.Model, tea.Cmd) {
	next, wish := m.week.Update(msg)
	m.week = next
	switch {
	case wish.Leave:
		m.shown = homeScreen
	case wish.Start != "":
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
	return safely(func() tea.Msg { return glassesKept{next.n, pages.Glasses(next.day, next.n)} })
}

// glassesKept takes the diary's answer; what was not kept is not shown as drunk.
func (m root) glassesKept(msg glassesKept) (tea.Model, tea.Cmd) {
	if msg.err != nil {
		m.drunk = nil
		m.week = m.week.WithGlasses(m.glasses).WithNotice(routines.Clean(msg.err.Error()))
		return m, nil
	}
	m.glasses, m.drunk = msg.n, m.drunk.served()
	return m, m.pourNext()
}
