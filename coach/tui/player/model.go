// Package player is the screen that leads through a routine: the phase word,
// big digits, the move, the words for it, and what comes next.
//
// The model holds a session and the instant it was last told; it draws what
// was true then. The root wakes it when [Model.Wake] says that something
// changes.
package player

import (
	"slices"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"uncramp/coach/session"
)

// Offer is a routine that goes well with the one that was followed.
type Offer struct {
	ID, Name string
	Minutes  int
}

// Wish is what the person wants that the player can't do by itself. The zero
// value wants nothing.
type Wish struct {
	Leave bool   // away from this routine
	Start string // another routine, by its id
	Ended bool   // the last screen was reached: offers are wanted
	Cue   bool   // a phase began, or the routine ended: a sound is due
}

// Model is the player. Start it with [New].
type Model struct {
	session session.Session
	now     session.Instant
	keys    keyMap
	help    bool
	offers  []Offer
}

// New plays a session from an instant on.
func New(s session.Session, now session.Instant) Model {
	return Model{session: s, now: now, keys: newKeyMap()}
}

// WithOffers names what goes well with the routine, for the last screen.
func (m Model) WithOffers(o []Offer) Model {
	m.offers = o
	return m
}

// Session returns the session as it stands.
func (m Model) Session() session.Session { return m.session }

// Wake returns how long after the last update the screen changes by itself.
func (m Model) Wake() (time.Duration, bool) { return m.session.Wake(m.now) }

// Update lets time pass until now and takes a message; nil is time alone.
func (m Model) Update(now session.Instant, msg tea.Msg) (Model, Wish) {
	m.now = now
	press, ok := msg.(tea.KeyPressMsg)
	switch {
	case !ok:
		return m.take(session.Wake)
	case key.Matches(press, m.keys.Keys):
		m.help = !m.help
		return m.take(session.Wake)
	case m.help && key.Matches(press, m.keys.Leave):
		m.help = false
		return m.take(session.Wake)
	case m.session.State() == session.Over:
		return m.afterwards(press)
	}
	if key.Matches(press, m.keys.Leave) {
		m, _ = m.take(session.Leave)
		return m, Wish{Leave: true}
	}
	return m.take(m.input(press))
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
	return m, Wish{Ended: was != session.Over && m.session.State() == session.Over, Cue: slices.ContainsFunc(events, audible)}
}

func audible(e session.Event) bool { return e.Kind == session.Began || e.Kind == session.Finished }

// afterwards is the last screen's answer to a key.
func (m Model) afterwards(press tea.KeyPressMsg) (Model, Wish) {
	switch {
	case key.Matches(press, m.keys.Leave):
		return m, Wish{Leave: true}
	case key.Matches(press, m.keys.Again):
		m.session, _ = session.Start(m.session.Plan(), m.now)
		return m, Wish{}
	case key.Matches(press, m.keys.Offer):
		if i := int(press.Code - '1'); i >= 0 && i < len(m.offers) {
			return m, Wish{Start: m.offers[i].ID}
		}
	}
	return m, Wish{}
}
