// Package player is the screen that leads through a routine: the phase word,
// big digits, the move, the words for it, and what comes next.
//
// The model holds a session and the instant it was last told; it draws what
// was true then. The root wakes it when [Model.Wake] says that something
// changes.
package player

import (
	"fmt"
	"slices"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"uncramp/coach/session"
	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

// Offer is a routine that goes well with the one that was followed.
type Offer struct {
	ID, Name string
	Minutes  int
	Done     bool
}

// Wish is what the person wants that the player can't do by itself. The zero
// value wants nothing.
type Wish struct {
	Leave   bool   // away from this routine
	Start   string // another routine, by its id
	Again   bool   // this routine from its beginning
	GoOn    bool   // with the routine that was stopped half-way
	Flags   bool   // the red-flag questions
	Ended   bool   // the last screen was reached: offers are wanted
	Sources bool   // the names of the sources are wanted
	Read    bool   // more than why about the step
	Sound   bool   // sound on, or off
	Voice   bool   // the voice on, or off
	Louder  int    // louder by so many steps, or softer
	Events  []session.Event
}

// page is what lies over the player.
type page int

const (
	noPage page = iota
	keysPage
	whyPage
)

// Model is the player. Start it with [New].
type Model struct {
	routine routines.Routine
	choice  session.Choice
	session session.Session
	now     session.Instant
	keys    keyMap
	page    page
	scroll  int
	sources routines.Catalogue
	offers  []Offer
	asking  bool   // whether something speaks against the routine
	visit   bool   // leaving a routine leads to the offers, not away
	note    string // what an answer led to, until the next phase
	heard   string // what can be heard, in words
	saved   string // what became of it in the diary
	gallery *Gallery
	still   bool // figures don't move
}

// New plays a session of a routine for a choice, from an instant on.
func New(r routines.Routine, c session.Choice, s session.Session, now session.Instant) Model {
	m := Model{routine: r, choice: c, session: s, now: now, keys: newKeyMap()}
	m.keys.GoOn.SetEnabled(false)
	p := s.Plan()
	_, opens := p.FirstOpen()
	m.keys.Stretch.SetEnabled(opens)
	m.asking = len(p.NotIf) > 0 && s.State() == session.Halted
	m.keys.Earlier.SetEnabled(p.Onset != nil)
	m.keys.Later.SetEnabled(p.Onset != nil)
	m.keys.Muscle.SetEnabled(len(r.Muscles) > 1)
	m.keys.Position.SetEnabled(len(r.Positions) > 1)
	m.keys.Unfit.SetEnabled(len(p.NotIf) > 0)
	listens := slices.ContainsFunc(p.Phases, func(ph session.Phase) bool { return ph.Answers != nil })
	for _, b := range []*key.Binding{&m.keys.Eased, &m.keys.Same, &m.keys.Worse} {
		b.SetEnabled(listens)
	}
	return m
}

// WithOffers names what goes well with the routine, for the last screen.
func (m Model) WithOffers(o []Offer) Model {
	m.offers = o
	return m
}

// OnVisit makes leaving lead to the offers: the routine is one of several.
func (m Model) OnVisit() Model {
	m.visit = true
	return m
}

// WithSources names what the steps rest on.
func (m Model) WithSources(c routines.Catalogue) Model {
	m.sources = c
	return m
}

// Hearing says in words what can be heard: "sound, voice"; empty is silence.
func (m Model) Hearing(heard string) Model {
	m.heard = heard
	return m
}

// WithHalfway offers to go on with a routine that was stopped half-way.
func (m Model) WithHalfway(name string) Model {
	m.keys.GoOn.SetEnabled(true)
	return m.Noting(name + " was stopped half-way. Press g to go on there.")
}

// Saved says on the last screen what became of it in the diary.
func (m Model) Saved(words string) Model {
	m.saved = words
	return m
}

// Noting shows a line until the next phase.
func (m Model) Noting(note string) Model {
	m.note = note
	return m
}

// Session returns the session as it stands.
func (m Model) Session() session.Session { return m.session }

// Routine returns the routine that is played.
func (m Model) Routine() routines.Routine { return m.routine }

// Choice returns the muscle, the leg and the position as they stand.
func (m Model) Choice() session.Choice { return m.choice }

// Offers returns what goes well with the routine.
func (m Model) Offers() []Offer { return m.offers }

// Wake returns how long after the last update the screen changes by itself.
func (m Model) Wake() (time.Duration, bool) {
	wait, ok := m.session.Wake(m.now)
	if move, moves := m.nextMove(); moves && (!ok || move < wait) {
		return move, true
	}
	return wait, ok
}

// Halt pauses, for as long as something else is asked.
func (m Model) Halt(now session.Instant) Model {
	m.now = now
	if m.session.State() == session.Running {
		m, _ = m.take(session.Pause)
	}
	return m
}

// Update lets time pass until now and takes a message; nil is time alone.
func (m Model) Update(now session.Instant, msg tea.Msg) (Model, Wish) {
	m.now = now
	press, ok := msg.(tea.KeyPressMsg)
	switch {
	case !ok:
		return m.take(session.Wake)
	case key.Matches(press, m.keys.Flags):
		m, _ = m.take(session.Wake)
		return m, Wish{Flags: true}
	case m.page != noPage || key.Matches(press, m.keys.Keys, m.keys.Why):
		return m.turn(press)
	case key.Matches(press, m.keys.GoOn):
		return m, Wish{GoOn: true}
	case key.Matches(press, m.keys.Sound, m.keys.Voice, m.keys.Louder, m.keys.Softer):
		return m.hear(press)
	case m.session.State() == session.Over:
		return m.afterwards(press)
	case m.asking && !key.Matches(press, m.keys.Leave):
		return m.asked(press)
	case key.Matches(press, m.keys.Leave):
		m, wish := m.take(session.Leave)
		return m, Wish{Leave: !m.visit, Ended: m.visit && wish.Ended}
	case key.Matches(press, m.keys.Muscle, m.keys.Leg, m.keys.Position):
		return m.choose(press)
	}
	return m.take(m.input(press))
}

// hear asks for more or less to be heard; time goes on.
func (m Model) hear(press tea.KeyPressMsg) (Model, Wish) {
	m, wish := m.take(session.Wake)
	wish.Sound, wish.Voice = key.Matches(press, m.keys.Sound), key.Matches(press, m.keys.Voice)
	switch {
	case key.Matches(press, m.keys.Louder):
		wish.Louder = 1
	case key.Matches(press, m.keys.Softer):
		wish.Louder = -1
	}
	return m, wish
}

// asked takes the answer to whether something speaks against the routine. No
// time passes until there is one.
func (m Model) asked(press tea.KeyPressMsg) (Model, Wish) {
	switch {
	case key.Matches(press, m.keys.Unfit):
		return m.take(session.Unfit)
	case key.Matches(press, m.keys.Fit):
		m.asking = false
		return m.take(session.Pause)
	}
	return m, Wish{}
}

// turn opens, scrolls and closes what lies over the player; time goes on.
func (m Model) turn(press tea.KeyPressMsg) (Model, Wish) {
	was := m.page
	if m.page == whyPage && key.Matches(press, m.keys.Read) {
		m.page = noPage
		return m, Wish{Read: true}
	}
	switch {
	case key.Matches(press, m.keys.Keys):
		m.page, m.scroll = keysPage, 0
	case key.Matches(press, m.keys.Why) && m.session.State() != session.Over:
		m.page, m.scroll = whyPage, 0
	case key.Matches(press, m.keys.Scroll):
		m.scroll += widget.Scrolled(press)
	default:
		m.page = noPage
	}
	if m.page == was && !key.Matches(press, m.keys.Scroll) {
		m.page = noPage
	}
	m, wish := m.take(session.Wake)
	wish.Sources = m.page == whyPage && len(m.sources.Articles) == 0
	return m, wish
}

// input is what a key asks of the session.
func (m Model) input(press tea.KeyPressMsg) session.Input {
	for _, b := range []struct {
		binding key.Binding
		in      session.Input
	}{
		{m.keys.Pause, session.Pause}, {m.keys.Next, session.Forward}, {m.keys.Back, session.Back},
		{m.keys.Again, session.Again}, {m.keys.More, session.More}, {m.keys.Less, session.Less},
		{m.keys.Eased, session.Eased}, {m.keys.Same, session.Same}, {m.keys.Worse, session.Worse},
		{m.keys.Stretch, session.Stretch}, {m.keys.Earlier, session.Earlier}, {m.keys.Later, session.Later}, {m.keys.Unfit, session.Unfit},
	} {
		if key.Matches(press, b.binding) {
			return b.in
		}
	}
	return session.Wake
}

// take hands an input to the session, and asks for offers when it ends.
func (m Model) take(in session.Input) (Model, Wish) {
	was := m.session.State()
	var events []session.Event
	m.session, events = session.Next(m.session, in, m.now)
	switch {
	case slices.ContainsFunc(events, turns), in == session.Earlier, in == session.Later:
		m.note = in.Note()
	case slices.ContainsFunc(events, func(e session.Event) bool { return e.Kind == session.Check }):
		m.note = "Eased, same or worse?"
	}
	return m, Wish{Ended: was != session.Over && m.session.State() == session.Over, Events: events}
}

// turns reports whether something else begins with an event.
func turns(e session.Event) bool { return e.Kind == session.Began || e.Kind == session.Finished }

// choose plays on for another muscle, leg or position. The clocks go on.
func (m Model) choose(press tea.KeyPressMsg) (Model, Wish) {
	c := m.choice
	switch {
	case key.Matches(press, m.keys.Muscle):
		c.Muscle = routines.Muscles()[press.Code-'1']
	case key.Matches(press, m.keys.Leg):
		if at := m.session.Phase().Side; c.Side == "" && at != routines.Both {
			c.Side = at // the leg that is worked on now
		}
		c = c.OtherLeg()
	case key.Matches(press, m.keys.Position):
		c = c.NextPosition(m.routine.Positions)
	}
	p, err := session.NewPlan(m.routine, c)
	if err != nil || c == m.choice {
		return m.take(session.Wake) // the routine has no version for it
	}
	m, wish := m.take(session.Wake)
	if m.session.State() == session.Over {
		return m, wish
	}
	m.choice = c
	var events []session.Event
	m.session, events = session.Replan(m.session, p, m.now)
	wish.Events = append(wish.Events, events...)
	m.note = ""
	if key.Matches(press, m.keys.Position) {
		m.note = fmt.Sprintf("Now %s. %s", c.Position, c.Safety())
	}
	return m, wish
}

// afterwards is the last screen's answer to a key.
func (m Model) afterwards(press tea.KeyPressMsg) (Model, Wish) {
	switch {
	case key.Matches(press, m.keys.Leave):
		return m, Wish{Leave: true}
	case key.Matches(press, m.keys.Again) && m.canRepeat():
		return m, Wish{Again: true}
	case key.Matches(press, m.keys.Offer):
		if i := int(press.Code - '1'); i >= 0 && i < len(m.offers) && m.offersFit() {
			return m, Wish{Start: m.offers[i].ID}
		}
	}
	return m, Wish{}
}

// canRepeat reports whether going through it once more makes sense: not when
// the cramp lasted too long, nor when something spoke against it.
func (m Model) canRepeat() bool {
	return m.session.Ending() != session.TooLong && m.session.Ending() != session.LeftOut
}

// offersFit reports whether anything may be offered: not after a cramp that
// got worse or lasted too long, nor when something spoke against a routine.
func (m Model) offersFit() bool {
	e := m.session.Ending()
	return e != session.TooLong && e != session.GotWorse && e != session.LeftOut
}
