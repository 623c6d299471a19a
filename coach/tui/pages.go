package tui

import (
	"maps"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/diary"
	"uncramp/coach/plan"
	"uncramp/coach/session"
	"uncramp/coach/tui/checkin"
	"uncramp/coach/tui/history"
	"uncramp/coach/tui/home"
	"uncramp/routines"
)

// Pages is how screens read and write the diary. Each call opens it, does one
// thing, and closes it.
type Pages struct {
	// History is what a window of days holds; 0 is all there is.
	History func(now time.Time, days int) (history.History, error)
	Episode func(diary.ID) (diary.Episode, error)
	Put     func(diary.Episode) error
	// Untold is a cramp of the last night of which details could be told; false
	// where there is none. It makes no diary.
	Untold func(now time.Time) (diary.Episode, bool)
	// Week is the prevention of the seven days that end now; Glasses says how many
	// glasses of water there were on a day.
	Week    func(now time.Time) (plan.Weekly, error)
	Glasses func(day plan.Day, n int) error
}

// The answers of the diary.
type (
	historyRead struct {
		history history.History
		gone    diary.Episode // that was deleted before
		err     error
	}
	episodeRead struct {
		episode diary.Episode
		err     error
	}
	episodePut  struct{ err error }
	untoldFound struct{ episode diary.Episode }
)

// usualDays is the window a history opens with.
const usualDays = 28

// readHistory reads a window of days.
func (m root) readHistory(now session.Instant) tea.Cmd {
	pages, days := m.config.Pages, m.days
	return safely(func() tea.Msg {
		h, err := pages.History(now.Wall, days)
		return historyRead{history: h, err: err}
	})
}

// showHistory shows what was read; what can't be is told where one came from.
func (m root) showHistory(msg historyRead) root {
	if msg.gone.ID != "" {
		gone := maps.Clone(m.gone)
		if gone == nil {
			gone = map[diary.ID]diary.Episode{}
		}
		gone[msg.gone.ID] = msg.gone
		m.gone = gone
	}
	switch {
	case msg.err != nil && m.shown == historyScreen:
		m.history = m.history.WithNotice(routines.Clean(msg.err.Error()))
	case msg.err != nil:
		m.home = m.home.WithNotice(routines.Clean(msg.err.Error()))
	case m.shown == historyScreen:
		m.history = m.history.WithHistory(msg.history)
	case m.shown == homeScreen:
		m.shown, m.history = historyScreen, history.New(msg.history, m.width, m.height)
	}
	return m
}

func (m root) updateHistory(now session.Instant, msg tea.Msg) (tea.Model, tea.Cmd) {
	next, wish := m.history.Update(msg)
	m.history = next
	switch {
	case wish.Leave:
		m.shown = homeScreen
	case wish.Window != nil:
		m.days = *wish.Window
		return m, m.readHistory(now)
	case wish.Edit != "":
		return m, m.readEpisode(wish.Edit)
	case wish.Delete != "":
		return m.deleted(now, wish.Delete)
	case wish.Undo != "":
		e := m.gone[wish.Undo]
		e.Edited = now.Wall
		return m, m.rewrite(now, e)
	}
	return m, nil
}

// deleted takes a cramp out; its answer brings it along, to be undone.
func (m root) deleted(now session.Instant, id diary.ID) (tea.Model, tea.Cmd) {
	pages, days := m.config.Pages, m.days
	return m, safely(func() tea.Msg {
		e, err := pages.Episode(id)
		if err != nil {
			return historyRead{err: err}
		}
		gone := e
		gone.Deleted, gone.Edited = true, now.Wall
		if err := pages.Put(gone); err != nil {
			return historyRead{err: err}
		}
		h, err := pages.History(now.Wall, days)
		return historyRead{h, e, err}
	})
}

// rewrite writes a cramp and reads the history again.
func (m root) rewrite(now session.Instant, e diary.Episode) tea.Cmd {
	pages, days := m.config.Pages, m.days
	return safely(func() tea.Msg {
		if err := pages.Put(e); err != nil {
			return historyRead{err: err}
		}
		h, err := pages.History(now.Wall, days)
		return historyRead{history: h, err: err}
	})
}

func (m root) readEpisode(id diary.ID) tea.Cmd {
	pages := m.config.Pages
	return safely(func() tea.Msg {
		e, err := pages.Episode(id)
		return episodeRead{e, err}
	})
}

// showForm asks about a cramp, and goes back to where one came from.
func (m root) showForm(f checkin.Model) root {
	m.formFrom, m.shown, m.form = m.shown, formScreen, f
	return m
}

func (m root) updateForm(now session.Instant, msg tea.Msg) (tea.Model, tea.Cmd) {
	next, wish := m.form.Update(msg)
	m.form = next
	switch {
	case wish.Save != nil:
		e := *wish.Save
		e.Edited = now.Wall
		var alone bool
		if m.puts, alone = m.puts.joined(e); alone {
			return m, m.putNext()
		}
	case wish.Leave && m.config.Log != nil:
		return m, m.end(0)
	case wish.Leave && m.formFrom == historyScreen:
		m.shown = historyScreen
		return m, m.readHistory(now)
	case wish.Leave && m.formFrom == homeScreen:
		m.shown = homeScreen
		m.home = m.home.WithUntold("")
	case wish.Leave:
		m.shown = playerScreen
		return m.away(now)
	}
	return m, nil
}

// putNext writes the first version that is not written yet.
func (m root) putNext() tea.Cmd {
	if len(m.puts) == 0 {
		return nil
	}
	e, pages := m.puts[0], m.config.Pages
	return safely(func() tea.Msg { return episodePut{pages.Put(e)} })
}

// told takes the diary's answer to what was told in the form.
func (m root) told(msg episodePut) (tea.Model, tea.Cmd) {
	if msg.err != nil {
		m.form = m.form.WithNotice(msg.err.Error())
	} else {
		m.form = m.form.Saved()
	}
	m.puts = m.puts.served()
	return m, m.putNext()
}

// asksAbout is the form for the cramp that a visit was about, once: not when it
// was left in the middle.
func (m root) asksAbout(now session.Instant) (root, bool) {
	n := len(m.visit.Sessions)
	if m.config.Pages == nil || m.asked || n == 0 || m.cramp.ID == "" || m.visit.Sessions[n-1].Ending() == session.WasLeft {
		return m, false
	}
	m.asked = true
	night := m.config.Night != nil && m.config.Night(now.Wall)
	return m.showForm(checkin.New(m.cramp, night)), true
}

// findUntold looks for a cramp of the last night once home is shown by day.
func (m root) findUntold(now session.Instant) tea.Cmd {
	pages := m.config.Pages
	if pages == nil || m.shown != homeScreen || m.config.Night != nil && m.config.Night(now.Wall) {
		return nil
	}
	return safely(func() tea.Msg {
		e, ok := pages.Untold(now.Wall)
		if !ok {
			return nil
		}
		return untoldFound{e}
	})
}

// offerUntold offers to tell the details.
func (m root) offerUntold(e diary.Episode) root {
	m.untold = e
	m.home = m.home.WithUntold("Last night: " + e.At.Format("15:04") + ", " + home.Lasted(e.Length))
	return m
}
