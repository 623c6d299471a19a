package tui

import (
	"maps"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/plan"
	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/coach/stats"
	"uncramp/coach/term"
	"uncramp/coach/tui/checkin"
	"uncramp/coach/tui/history"
	"uncramp/coach/tui/home"
)

// Pages is how screens read and write the diary. Each call opens it, does one
// thing, and closes it.
type Pages struct {
	// History is what a window of days holds; 0 is all there is.
	History func(now time.Time, days int) (stats.Summary, error)
	Episode func(record.ID) (record.Episode, error)
	Put     func(record.Episode) error
	// Untold is a cramp of the last night of which details could be told; false
	// where there is none. It makes no diary.
	Untold func(now time.Time) (record.Episode, bool)
	// Week is the prevention of the seven days that end now; Glasses says how many
	// glasses of water there were on a day.
	Week    func(now time.Time) (plan.Weekly, error)
	Glasses func(day stats.Day, n int) error
}

// The answers of the diary.
type (
	historyRead struct {
		history stats.Summary
		gone    record.Episode // that was deleted before
		err     error
	}
	episodeRead struct {
		asked
		episode record.Episode
		err     error
	}
	episodePut struct {
		form int
		err  error
	}
	untoldFound struct{ episode record.Episode }
)

// look is a look at the history, after a change if there is one: what it takes
// out is returned.
type look struct {
	days   int
	change func() (gone record.Episode, err error)
}

// put is what was told in a form, the n-th of this program.
type put struct {
	form    int
	episode record.Episode
}

// usualDays is the window a history opens with.
const usualDays = 28

// looking looks at the history, one time after the other: a change must not be
// shown by a look that came before it.
func (m root) looking(now session.Instant, change func() (gone record.Episode, err error)) (tea.Model, tea.Cmd) {
	var alone bool
	if m.looks, alone = m.looks.joined(look{m.days, change}); alone {
		return m, m.lookNext(now)
	}
	return m, nil
}

// lookNext reads a window of days, after what is to be changed.
func (m root) lookNext(now session.Instant) tea.Cmd {
	if len(m.looks) == 0 {
		return nil
	}
	next, c := m.looks[0], m.config
	return term.Safely(func() tea.Msg {
		var read historyRead
		if next.change != nil {
			read.err = c.pen.write(func() (err error) {
				read.gone, err = next.change()
				return err
			})
		}
		if read.err == nil {
			read.history, read.err = c.Pages.History(now.Wall, next.days)
		}
		return read
	})
}

// looked takes the diary's answer, and shows it if the history is what one
// waits for.
func (m root) looked(now session.Instant, msg historyRead) (tea.Model, tea.Cmd) {
	m.looks = m.looks.served()
	if msg.gone.ID != "" {
		gone := maps.Clone(m.gone)
		if gone == nil {
			gone = map[record.ID]record.Episode{}
		}
		gone[msg.gone.ID] = msg.gone
		m.gone = gone
	}
	switch {
	case msg.err != nil:
		m = m.wrong(msg.err)
	case m.shown == historyScreen:
		m.history = m.history.WithHistory(msg.history)
	case m.shown == homeScreen && m.toHistory:
		m.shown, m.history = historyScreen, history.New(msg.history, m.width, m.height)
	}
	m.toHistory = false
	return m, m.lookNext(now)
}

func (m root) updateHistory(now session.Instant, msg tea.Msg) (tea.Model, tea.Cmd) {
	next, wish := m.history.Update(msg)
	m.history = next
	switch {
	case wish.Leave:
		m.shown = homeScreen
	case wish.Window != nil:
		m.days = *wish.Window
		return m.looking(now, nil)
	case wish.Edit != "":
		return m, m.readEpisode(wish.Edit)
	case wish.Delete != "":
		return m.looking(now, m.deletes(wish.Delete))
	case wish.Undo != "":
		e, pages := m.gone[wish.Undo], m.config.Pages
		e.Edited = time.Time{} // now
		return m.looking(now, func() (none record.Episode, err error) { return none, pages.Put(e) })
	}
	return m, nil
}

// deletes takes a cramp out, and returns it as it was, so that it can be undone.
func (m root) deletes(id record.ID) func() (record.Episode, error) {
	pages := m.config.Pages
	return func() (record.Episode, error) {
		e, err := pages.Episode(id)
		if err != nil {
			return record.Episode{}, err
		}
		gone := e
		gone.Deleted, gone.Edited = true, time.Time{} // now
		return e, pages.Put(gone)
	}
}

func (m root) readEpisode(id record.ID) tea.Cmd {
	pages, by := m.config.Pages, asked{m.shown}
	return term.Safely(func() tea.Msg {
		e, err := pages.Episode(id)
		return episodeRead{by, e, err}
	})
}

// showForm asks about a cramp, and goes back to where one came from.
func (m root) showForm(f checkin.Model) root {
	m.formFrom, m.shown, m.form = m.shown, formScreen, f
	m.forms++
	return m
}

func (m root) updateForm(now session.Instant, msg tea.Msg) (tea.Model, tea.Cmd) {
	next, wish := m.form.Update(msg)
	m.form = next
	var save tea.Cmd
	if wish.Save != nil {
		var alone bool
		if m.puts, alone = m.puts.joined(put{m.forms, *wish.Save}); alone {
			save = m.putNext()
		}
	}
	if !wish.Leave {
		return m, save
	}
	left, also := m.leftForm(now)
	return left, tea.Batch(save, also)
}

// leftForm goes back to where the form came from.
func (m root) leftForm(now session.Instant) (tea.Model, tea.Cmd) {
	switch {
	case m.config.Log != nil:
		return m, tea.Quit
	case m.formFrom == historyScreen:
		m.shown = historyScreen
		return m.looking(now, nil)
	case m.formFrom == homeScreen:
		m.shown, m.home = homeScreen, m.home.WithUntold("")
		return m, m.findUntold(now)
	}
	m.shown = playerScreen
	return m.away(now)
}

// putNext writes the first version that is not written yet.
func (m root) putNext() tea.Cmd {
	if len(m.puts) == 0 {
		return nil
	}
	next, pages := m.puts[0], m.config.Pages
	return m.writes(func() error { return pages.Put(next.episode) }, func(err error) tea.Msg { return episodePut{next.form, err} })
}

// told takes the diary's answer to what was told in a form. Another form must
// not take it for its own; what is shown of the diary is read again.
func (m root) told(now session.Instant, msg episodePut) (tea.Model, tea.Cmd) {
	m.puts = m.puts.served()
	switch {
	case m.shown != formScreen || msg.form != m.forms:
		m = m.wrong(msg.err)
	case msg.err != nil:
		m.form = m.form.WithNotice(msg.err.Error())
	default:
		m.form = m.form.Saved()
	}
	if m.shown != historyScreen {
		return m, tea.Batch(m.putNext(), m.findUntold(now))
	}
	next, look := m.looking(now, nil)
	return next, tea.Batch(m.putNext(), look)
}

// relieved reports whether a session was a relief that was not left in the
// middle.
func relieved(s session.Session) bool { return s.Plan().Onset != nil && s.Ending() != session.WasLeft }

// asksAbout is the form for the cramp that a visit was about, once: not when it
// was left in the middle.
func (m root) asksAbout(now session.Instant) (root, bool) {
	if m.config.Pages == nil || m.asked || m.cramp.ID == "" || !slices.ContainsFunc(m.visit.Sessions, relieved) {
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
	return term.Safely(func() tea.Msg {
		e, ok := pages.Untold(now.Wall)
		if !ok {
			return nil
		}
		return untoldFound{e}
	})
}

// offerUntold offers to tell the details.
func (m root) offerUntold(e record.Episode) root {
	m.untold = e
	m.home = m.home.WithUntold("Last night: " + e.At.Format("15:04") + ", " + home.Lasted(e.Length))
	return m
}
