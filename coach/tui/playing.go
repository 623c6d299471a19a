package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/coach/term"
	"uncramp/coach/tui/player"
	"uncramp/coach/tui/triage"
)

// play shows the player with a new session. It is the one way into a routine:
// after an answer that allows none, what to do stands here instead.
func (m root) play(p Play, now session.Instant) root {
	if m.finding.Blocks() {
		m.shown, m.back, m.triage = triageScreen, homeScreen, triage.Standing(m.finding, m.width, m.height)
		return m
	}
	options := []session.Option{session.From(p.From), session.Since(p.Began), session.WithTolerance(m.config.Tolerance)}
	if len(p.Plan.NotIf) > 0 {
		options = append(options, session.Asking)
	}
	s, events := session.Start(p.Plan, now, options...)
	m.visit.Began = now.Wall
	m.player, m.shown = player.New(p.Routine, p.Choice, s, now).WithGallery(m.gallery, m.still()), playerScreen
	if half := m.config.Halfway; half != nil && m.config.Play != nil {
		m.player = m.player.WithHalfway(half.Name)
	}
	if len(m.visit.Sessions) > 0 {
		m.player = m.player.OnVisit().WithOffers(m.offers)
	}
	m = m.listening(p.Plan)
	if len(p.Plan.NotIf) > 0 {
		return m // nothing begins until that is answered
	}
	return m.sounding(events)
}

func (m root) updatePlayer(now session.Instant, msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case offersLoaded:
		m.offers = msg.offers
		m.player = m.player.WithOffers(m.ticked())
		return m, nil
	case sourcesRead:
		m.player = m.player.WithSources(msg.sources)
		return m, nil
	}
	var wish player.Wish
	var also []tea.Cmd
	over := m.player.Session().State() == session.Over
	m.player, wish = m.player.Update(now, msg)
	if s := m.player.Session(); !over && s.State() == session.Over {
		m.visit = m.visit.Ended(s, m.player.Choice())
		var record tea.Cmd
		m, record = m.recorded(now)
		also = append(also, record)
	}
	m = m.heard(wish).sounding(wish.Events)
	if wish.Sources {
		also = append(also, term.Safely(readSources))
	}
	if wish.Ended && m.blurred {
		also = append(also, m.notify())
	}
	if wish.Ended {
		m.config.Awake(false)
	}
	switch {
	case wish.GoOn:
		return m.goOn(now)
	case wish.Flags:
		m.player = m.player.Halt(now)
		m = m.atFlags(playerScreen)
	case wish.Read && m.config.Learning != nil:
		m.player = m.player.Halt(now)
		also = append(also, m.readTaught())
	case wish.Leave:
		next, cmd := m.away(now)
		return next, tea.Batch(append(also, cmd)...)
	case wish.Again:
		return m.play(m.again(), now).rearmed(nil)
	case wish.Start != "":
		also = append(also, m.load(wish.Start, m.player.Choice()))
	case wish.Ended:
		if len(m.visit.Sessions) == 1 {
			also = append(also, m.loadOffers(m.player.Session().Plan().GoesWith))
		} else {
			m.player = m.player.WithOffers(m.ticked())
		}
	}
	return m.rearmed(tea.Batch(also...))
}

// away leaves the routine: to home, or out of a program that began with it.
func (m root) away(now session.Instant) (tea.Model, tea.Cmd) {
	m = m.quiet()
	if form, asks := m.asksAbout(now); asks {
		return form, nil
	}
	if m.config.Play != nil || m.config.Check {
		return m, tea.Quit
	}
	m.shown = homeScreen
	m = m.atHome(now, "")
	m.visit, m.offers, m.cramp, m.asked = record.Visit{}, nil, record.Episode{}, false
	m.generation++
	m, mark := m.marked(now)
	m, also := m.returned(now)
	return m, tea.Batch(mark, also)
}

// returned goes on from home to where the routine was chosen, unless a finding
// stands in the way.
func (m root) returned(now session.Instant) (root, tea.Cmd) {
	chosen := m.origin
	m.origin = homeScreen
	switch {
	case m.finding.Blocks():
	case chosen == libraryScreen:
		m.shown = libraryScreen
	case chosen == weekScreen:
		return m, m.readWeek(now)
	}
	return m, m.findUntold(now)
}

// again is the same routine from its beginning; the cramp's clock goes on.
func (m root) again() Play {
	s := m.player.Session()
	p := Play{Routine: m.player.Routine(), Choice: m.player.Choice(), Plan: s.Plan()}
	if s.Plan().Onset != nil && s.Ending() == session.GotWorse {
		p.Began = s.Onset(m.config.Clock.Now())
	}
	return p
}

// ticked marks the offers that were taken up on this visit.
func (m root) ticked() []player.Offer {
	out := slices.Clone(m.offers)
	for i := range out {
		out[i].Done = slices.ContainsFunc(m.visit.Sessions, func(s session.Session) bool {
			return s.Plan().Routine == out[i].ID && s.Ending() != session.WasLeft
		})
	}
	return out
}
