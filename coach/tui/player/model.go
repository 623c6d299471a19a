// Package player is the screen that leads through a routine: the phase word,
// big digits, the move, the words for it, and what comes next. What a key means
// is package visit's to say; the screen shows what came of it.
//
// The model holds the instant it was last told, and draws what was true then.
package player

import (
	"slices"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"uncramp/coach/cue"
	"uncramp/coach/library"
	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/coach/stats"
	"uncramp/coach/text"
	"uncramp/coach/triage"
	"uncramp/coach/tui/gallery"
	"uncramp/coach/tui/screen"
	"uncramp/coach/visit"
	"uncramp/routines"
)

// Services is what the player asks of the rest of the program.
type Services struct {
	Audio cue.Sink
	// Switches are what is to be heard, for the relief or for another routine.
	Switches func(relief bool) cue.Switches
	// Awake keeps the machine from sleeping, or lets it. It returns at once.
	Awake func(bool)
	// Offers are the routines of some ids that a choice can be followed with.
	Offers func(ids []string, c session.Choice) []visit.Offer
	// Cards reads what the why of a step is made from.
	Cards func() (library.Contents, error)
	// SixWeeks says where the person is in the six weeks of bedtime stretches.
	SixWeeks func() (stats.SixWeeks, error)
	// Keep has the diary keep rows of what was followed, or keep them no longer.
	Keep func(record.Batch) error
	// Bookmark keeps where a routine stands; nil that none is being followed.
	Bookmark func(*visit.Bookmark) error
	// Keeps says that what is written is kept; without it nothing is.
	Keeps bool
}

// Model is the player. Start it with [New].
type Model struct {
	services Services
	visit    visit.Visit
	now      session.Instant
	call     triage.Call // the number of the emergency services
	why      bool        // what the step rests on lies over the player
	sheet    bool        // the sheet of keys is open
	scroll   int
	cards    library.Library
	sources  routines.Catalogue
	bookmark *visit.Bookmark // as it was last handed on
	left     bool            // the form about the cramp is all that is still to come
	still    bool            // figures don't move
	figures  *gallery.Gallery
	night    bool
	fault    string        // why nothing is heard, as it was told
	flash    time.Duration // when the latest flash began, by the monotonic clock; 0: there was none
	touched  time.Duration // when the last key was pressed, or the routine ended, by the monotonic clock
	saved    bool          // all that was to be kept of the visit is on disk
	nights   nights        // of the six weeks, once this one is among them
}

// New follows a routine on a visit.
func New(s Services, v visit.Visit, p visit.Play, env screen.Env) (Model, screen.Effect) {
	v, r := v.Begin(p, env.Now)
	m := Model{
		services: s, visit: v.WithSwitches(s.Switches(v.Relief())),
		now: env.Now, night: env.Night, still: env.Still, figures: env.Figures, call: env.Emergency,
	}
	s.Awake(true)
	s.Audio.Set(m.visit.Switches())
	m, kept := m.touch().play(r.Events).keep(r.Keep)
	m, asked := m.request()
	return m, kept.And(asked)
}

// Session returns the session as it stands.
func (m Model) Session() session.Session { return m.visit.Session() }

// Routine returns the routine that is played.
func (m Model) Routine() routines.Routine { return m.visit.Routine() }

// Visit returns what was followed, and is being followed.
func (m Model) Visit() visit.Visit { return m.visit }

// Wake implements [screen.Waker].
func (m Model) Wake() (time.Duration, bool) {
	wait, ok := m.visit.Wake(m.now)
	if rest := m.untilAsleep(); rest > 0 && (!ok || rest < wait) {
		wait, ok = rest, true
	}
	if rest := m.untilFlashed(); rest > 0 && (!ok || rest < wait) {
		wait, ok = rest, true
	}
	if move, moves := m.nextMove(); moves && (!ok || move < wait) {
		return move, true
	}
	return wait, ok
}

// The answers of the player's own effects.
type (
	cardsMsg struct {
		library.Contents
		err error
	}
	offersMsg struct{ offers []visit.Offer }
	saveMsg   struct{ err error }
)

// Update implements [screen.Screen]. Any message but an answer lets time pass.
func (m Model) Update(env screen.Env, msg tea.Msg) (screen.Screen, screen.Effect) {
	m.now, m.still, m.night, m.call = env.Now, env.Still, env.Night, env.Emergency
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if m.asleep() {
			return m.touch(), screen.Effect{}
		}
		return m.touch().press(msg)
	case screen.ShowMsg:
		m = m.touch()
		if m.left || env.Blocked { // the form about the cramp was left, or a red flag stands
			return m, screen.Ask(screen.Back{})
		}
	case screen.CoverMsg:
		return m.follow(m.visit.Halt(m.now))
	case screen.CloseMsg:
		return m.close()
	case screen.BreakOffMsg:
		return m.breakOff()
	case screen.NoticeMsg:
		m.visit = m.visit.WithNote(string(msg))
		return m, screen.Effect{}
	case cardsMsg, offersMsg, saveMsg, nights:
		return m.withAnswer(msg)
	}
	return m.follow(m.visit.Advance(m.now))
}

// withAnswer takes in what came of the player's own effects.
func (m Model) withAnswer(msg tea.Msg) (Model, screen.Effect) {
	switch msg := msg.(type) {
	case cardsMsg:
		m.cards, m.sources = msg.Library, msg.Sources
		m = m.withError(msg.err)
	case offersMsg:
		m.visit = m.visit.WithOffers(msg.offers)
	case saveMsg:
		return m.kept(msg)
	case nights:
		m.nights = msg
	}
	return m, screen.Effect{}
}

// press carries out what the visit says that a key means.
func (m Model) press(press tea.KeyPressMsg) (Model, screen.Effect) {
	row, n, ok := m.visit.Key(press.String())
	switch {
	case m.why, ok && row.Action == visit.Why:
		return m.turnPage(press)
	case key.Matches(press, escapeKey):
		return m.escape()
	case key.Matches(press, sheetKey) && m.hasSheet():
		m.sheet = !m.sheet
		return m.follow(m.visit.Advance(m.now))
	case !ok:
		return m.follow(m.visit.Advance(m.now))
	}
	v, r := m.visit.Do(row, n, m.now)
	if on := v.Switches(); on != m.visit.Switches() {
		m.services.Audio.Set(on)
	}
	return m.follow(v, r)
}

// play plays what fell due. What can't be heard is told in one line, once.
func (m Model) play(events []session.Event) Model {
	cue.PlayEvents(m.services.Audio, m.Session(), events)
	m = m.flashAt(events)
	if f := m.services.Audio.Fault(); f != m.fault && m.visit.Switches().On() && m.visit.Stage() != visit.Over {
		if m.fault = f; f != "" {
			m.visit = m.visit.WithNote(f)
		}
	}
	return m
}

// follow shows what came of an action, and asks for what follows from it.
func (m Model) follow(v visit.Visit, r visit.Result) (Model, screen.Effect) {
	wasOver := m.visit.Stage() == visit.Over
	m.visit = v
	m.sheet = m.sheet && v.Stage() == visit.Following
	m = m.play(r.Events)
	m, effect := m.keep(r.Keep)
	if isOver := v.Stage() == visit.Over; isOver != wasOver {
		m.services.Awake(!isOver)
		m = m.touch()
	}
	if r.Ended && !r.Leave && r.Play == nil {
		effect = effect.And(m.ended())
	}
	m, requests := m.request()
	effect = effect.And(requests)
	if slices.ContainsFunc(r.Events, session.Event.Leads) {
		effect = effect.And(screen.Ask(screen.ReadFinding{}))
	}
	switch {
	case r.Leave:
		return m.leave(effect)
	case r.Load != "":
		return m, effect.And(screen.Ask(screen.Play{Routine: r.Load, Choice: v.Choice(), Visit: &m.visit}))
	case r.Play != nil:
		return m, effect.And(screen.Ask(screen.Play{Ready: r.Play, Visit: &m.visit}))
	case r.Flags:
		return m, effect.And(screen.Ask(screen.AskFlags{}))
	}
	return m, effect
}

// keep has the diary keep what was followed.
func (m Model) keep(b record.Batch) (Model, screen.Effect) {
	if b.Len() == 0 || !m.services.Keeps {
		return m, screen.Effect{}
	}
	m.saved = false
	return m, screen.Ask(screen.Write{
		Do:    func() error { return m.services.Keep(b) },
		Done:  func(err error) tea.Msg { return saveMsg{err} },
		Retry: true,
	})
}

// ended tells somebody who looks elsewhere, and asks what goes well with the
// first routine of a visit.
func (m Model) ended() screen.Effect {
	effect := screen.Ask(screen.Notify{Title: notifyTitle, Text: notifyText})
	if ids := m.visit.GoesWith(); m.visit.First() && len(ids) > 0 {
		effect.Cmd = func() tea.Msg { return offersMsg{m.services.Offers(ids, m.visit.Choice())} }
	}
	return effect
}

// leave goes away; after a relief the form about the cramp comes first, once.
func (m Model) leave(effect screen.Effect) (Model, screen.Effect) {
	m.services.Audio.Hush()
	v, cramp, asks := m.visit.AsksAbout()
	if !asks || !m.services.Keeps {
		return m, effect.And(screen.Ask(screen.Back{}))
	}
	m.visit, m.left = v, true
	return m, effect.And(screen.Ask(screen.OpenForm{Episode: cramp, Brief: m.night}))
}

// close ends what sounds, lets the machine sleep, keeps what is followed still,
// and forgets the bookmark.
func (m Model) close() (Model, screen.Effect) {
	m.services.Audio.Hush()
	m.services.Awake(false)
	var r visit.Result
	m.visit, r, _ = m.visit.BreakOff(m.now)
	m, kept := m.keep(r.Keep)
	m, forgotten := m.keepBookmark(nil)
	return m, kept.And(forgotten)
}

// breakOff keeps what is followed, and where it stands, to be gone on with.
func (m Model) breakOff() (Model, screen.Effect) {
	v, r, at := m.visit.BreakOff(m.now)
	if at == nil {
		return m, screen.Effect{}
	}
	m.visit, m.bookmark = v, nil // it says of the cramp what is kept now
	m, kept := m.keep(r.Keep)
	m, marked := m.keepBookmark(at)
	return m, kept.And(marked)
}

// request asks for what the routine needs: that its place is kept, when a phase
// begins or it is over, and the figures it shows.
func (m Model) request() (Model, screen.Effect) {
	m, effect := m.keepBookmark(m.visit.Bookmark(m.now))
	var names []string
	for _, ph := range m.Session().Plan().Phases {
		names = append(names, ph.Figure)
	}
	effect.Cmd = m.figures.Load(names...)
	return m, effect
}

// keepBookmark keeps where the routine stands, or nil, where that changed. That it
// can't be kept stops nothing: it only can't be gone on with.
func (m Model) keepBookmark(at *visit.Bookmark) (Model, screen.Effect) {
	if at.SamePlace(m.bookmark) || !m.services.Keeps {
		return m, screen.Effect{}
	}
	m.bookmark = at
	return m, screen.Ask(screen.Write{Key: "bookmark", Do: func() error {
		_ = m.services.Bookmark(at)
		return nil
	}})
}

// withError tells what went wrong, if anything did.
func (m Model) withError(err error) Model {
	if err != nil {
		m.visit = m.visit.WithNote(text.Clean(err.Error()))
	}
	return m
}
