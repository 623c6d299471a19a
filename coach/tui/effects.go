package tui

import (
	tea "charm.land/bubbletea/v2"

	"uncramp/coach/figure"
	"uncramp/coach/session"
	"uncramp/coach/term"
	check "uncramp/coach/triage"
	"uncramp/coach/tui/player"
	"uncramp/routines"
)

// load finds a routine and lays it flat for a choice.
func (m root) load(id string, c session.Choice) tea.Cmd {
	by := asked{m.shown}
	return term.Safely(func() tea.Msg {
		p, err := m.config.Load(id, c)
		if err != nil {
			return loadFailed{err}
		}
		return playLoaded{by, p}
	})
}

// loadOffers finds the names of what goes well with a routine. One that can't
// be found is not offered.
func (m root) loadOffers(ids []string) tea.Cmd {
	return term.Safely(func() tea.Msg {
		var offers []player.Offer
		for _, id := range ids {
			if p, err := m.config.Load(id, session.Choice{}); err == nil {
				offers = append(offers, player.Offer{ID: id, Name: p.Plan.Name, Minutes: session.Minutes(p.Plan.Total())})
			}
		}
		return offersLoaded{offers}
	})
}

// loadFigures reads what the routine shows and nobody has asked for yet.
func (m root) loadFigures() tea.Cmd {
	if m.shown != playerScreen {
		return nil
	}
	asked := m.gallery.Ask(m.player.Session().Plan())
	if len(asked) == 0 {
		return nil
	}
	return term.Safely(func() tea.Msg {
		came := map[string]figure.Figure{}
		for _, name := range asked {
			if f, err := figure.Load(name); err == nil {
				came[name] = f
			}
		}
		return figuresLoaded{asked, came}
	})
}

func readSources() tea.Msg {
	c, err := routines.Sources()
	if err != nil {
		return loadFailed{err}
	}
	return sourcesRead{c}
}

// keep stores a finding, so that it holds the next time too.
func (m root) keep(f check.Finding) tea.Cmd {
	return term.Safely(func() tea.Msg { return findingKept{m.config.Keep(f)} })
}
