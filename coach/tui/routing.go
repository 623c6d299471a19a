package tui

import (
	tea "charm.land/bubbletea/v2"

	"uncramp/coach/session"
	"uncramp/coach/tui/checkin"
	"uncramp/coach/tui/home"
	"uncramp/coach/tui/settings"
	"uncramp/coach/tui/triage"
)

// route hands a message to the screen that is shown; late answers to another
// one are dropped.
func (m root) route(now session.Instant, msg tea.Msg) (tea.Model, tea.Cmd) {
	if m.late(msg) {
		return m, nil
	}
	switch msg := msg.(type) {
	case playLoaded:
		return m.play(msg.play, now).rearmed(nil)
	case figuresLoaded:
		m.gallery.Hang(msg.asked, msg.came)
		return m, nil
	case loadFailed:
		return m.wrong(msg.err), nil
	case settingKept:
		return m.settingKept(msg)
	case recordKept:
		return m.recordKept(msg), nil
	case historyRead:
		return m.looked(now, msg)
	case episodeRead:
		if msg.err != nil {
			return m.wrong(msg.err), nil
		}
		return m.showForm(checkin.New(msg.episode, false).WithNow(now.Wall)), nil
	case episodePut:
		return m.told(now, msg)
	case untoldFound:
		return m.offerUntold(msg.episode), nil
	case taughtRead:
		return m.showTaught(msg), nil
	case tickKept:
		return m.tickKept(msg)
	case weekRead:
		return m.showWeek(msg), nil
	case glassesKept:
		return m.glassesKept(msg)
	case markKept:
		return m.markKept(now)
	case findingKept:
		return m.wrong(msg.err), nil
	}
	if press, ok := msg.(tea.KeyPressMsg); ok && press.String() == "!" && m.lacksFlags() {
		return m.atFlags(m.shown), nil
	}
	switch m.shown {
	case playerScreen:
		return m.updatePlayer(now, msg)
	case triageScreen:
		return m.updateTriage(now, msg)
	case settingsScreen:
		return m.updateSettings(now, msg)
	case historyScreen:
		return m.updateHistory(now, msg)
	case formScreen:
		return m.updateForm(now, msg)
	case libraryScreen:
		return m.updateLibrary(now, msg)
	case weekScreen:
		return m.updateWeek(now, msg)
	case homeScreen:
	}
	return m.updateHome(now, msg)
}

// atFlags asks about the red flags, and leads back to a screen.
func (m root) atFlags(back screen) root {
	m.shown, m.back, m.triage = triageScreen, back, triage.New(m.width, m.height)
	return m
}

// lacksFlags reports whether the screen has no key of its own for the red
// flags, and none is a letter now.
func (m root) lacksFlags() bool {
	switch m.shown {
	case settingsScreen:
		return !m.settings.Typing()
	case formScreen:
		return !m.form.Typing()
	case historyScreen, libraryScreen, weekScreen:
		return true
	case homeScreen, playerScreen, triageScreen:
	}
	return false
}

func (m root) updateTriage(now session.Instant, msg tea.Msg) (tea.Model, tea.Cmd) {
	var wish triage.Wish
	m.triage, wish = m.triage.Update(msg)
	switch {
	case wish.Found != nil:
		m.finding = *wish.Found
		m.finding.At = now.Wall
		if m.finding.Blocks() {
			m.triage = triage.Standing(m.finding, m.width, m.height)
		}
		return m, m.keep(m.finding)
	case m.back == formScreen && (wish.Leave || wish.GoOn):
		m.shown = formScreen // what is being told there is not left
	case wish.Leave:
		return m.away(now)
	case wish.GoOn && m.finding.Blocks():
		m.triage = triage.Standing(m.finding, m.width, m.height) // the earlier answer still stands
	case wish.GoOn && m.back == playerScreen:
		m.shown = playerScreen
		return m.updatePlayer(now, nil)
	case wish.GoOn && m.back == homeScreen:
		return m.away(now)
	case wish.GoOn:
		m.shown = m.back
	}
	return m, nil
}

func (m root) updateHome(now session.Instant, msg tea.Msg) (tea.Model, tea.Cmd) {
	var wish home.Wish
	m.home, wish = m.home.Update(msg)
	switch {
	case wish.Leave:
		return m, tea.Quit
	case wish.Flags:
		return m.atFlags(homeScreen), nil
	case wish.History && m.config.Pages != nil:
		m.days, m.toHistory = usualDays, true
		return m.looking(now, nil)
	case wish.Plan && m.config.Pages != nil:
		return m, m.readWeek(now)
	case wish.Learn:
		return m, m.readTaught()
	case wish.Untold && m.untold.ID != "":
		return m.showForm(checkin.New(m.untold, false)), nil
	case wish.GoOn:
		return m.goOn(now)
	case wish.Decline:
		return m.decline(now)
	case wish.Settings:
		m.shown, m.settings = settingsScreen, settings.New(m.config.Settings)
		return m, nil
	case wish.Start != "":
		return m, m.load(wish.Start, session.Choice{})
	}
	return m, nil
}
