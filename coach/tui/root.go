package tui

import (
	"fmt"
	"runtime/debug"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/session"
	"uncramp/coach/theme"
	"uncramp/coach/tui/home"
	"uncramp/coach/tui/player"
	"uncramp/routines"
)

// The messages of the root. Screens know nothing of them.
type (
	woke         struct{ generation int } // something on screen is due to change
	plansLoaded  struct{ offers []player.Offer }
	planLoaded   struct{ plan session.Plan }
	loadFailed   struct{ err error }
	faultFound   struct{ fault Fault }
	resumed      struct{} // the process was stopped, and goes on
	endRequested struct{ code int }
)

type screen int

const (
	homeScreen screen = iota
	playerScreen
)

// root routes messages to the screen that is shown, runs their effects, and
// keeps what all of them share: the size, the theme, the instant.
type root struct {
	config     Config
	shown      screen
	home       home.Model
	player     player.Model
	width      int
	height     int
	theme      theme.Theme
	generation int
	code       int
	fault      *Fault
}

func newRoot(c Config, width, height int) root {
	now := c.Clock.Now()
	m := root{config: c, width: width, height: height, theme: theme.For(c.Theme, now.Wall.Hour(), theme.Surface{Fixed: c.fixed})}
	if c.Play != nil {
		return m.play(*c.Play, now)
	}
	m.home = home.New(c.Routines, now.Wall).WithNotice(routines.Clean(c.Notice))
	return m
}

// play shows the player with a new session.
func (m root) play(p Play, now session.Instant) root {
	s, _ := session.Start(p.Plan, now, session.From(p.From), session.WithTolerance(m.config.Tolerance))
	m.player, m.shown = player.New(s, now), playerScreen
	return m
}

// Init asks for the terminal's background, without waiting, and sets the clock
// going.
func (m root) Init() tea.Cmd {
	var ask tea.Cmd
	if m.theme.Name == "day" {
		ask = tea.RequestBackgroundColor
	}
	return tea.Batch(ask, m.wake())
}

// Update is the one place where the time is read and effects are started.
func (m root) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	now := m.config.Clock.Now()
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
		return m, nil
	case tea.BackgroundColorMsg:
		bg := theme.LightBackground
		if msg.IsDark() {
			bg = theme.DarkBackground
		}
		m.theme = theme.For(m.config.Theme, now.Wall.Hour(), theme.Surface{Background: bg, Fixed: m.config.fixed})
		return m, nil
	case tea.ResumeMsg:
		m.config.suspended(false)
	case faultFound:
		m.fault = &msg.fault
		return m, m.end(1)
	case endRequested:
		m.code = msg.code
		return m, m.end(msg.code)
	case woke:
		if msg.generation != m.generation {
			return m, nil
		}
	case tea.KeyPressMsg:
		switch msg.String() {
		case "ctrl+c":
			m.code = codeInterrupted
			return m, m.end(codeInterrupted)
		case "ctrl+z":
			m.config.suspended(true)
			return m, tea.Suspend
		}
	}
	if m.shown == playerScreen {
		return m.updatePlayer(now, msg)
	}
	return m.updateHome(now, msg)
}

func (m root) updatePlayer(now session.Instant, msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case plansLoaded:
		m.player = m.player.WithOffers(msg.offers)
		return m, nil
	case planLoaded:
		m = m.play(Play{Plan: msg.plan}, now)
		return m.rearmed(nil)
	}
	var wish player.Wish
	m.player, wish = m.player.Update(now, msg)
	var bell tea.Cmd
	if wish.Cue && m.config.Bell {
		bell = tea.Raw("\a")
	}
	switch {
	case wish.Leave && m.config.Play != nil:
		return m, m.end(0)
	case wish.Leave:
		m.shown, m.home = homeScreen, home.New(m.config.Routines, now.Wall)
		m.generation++
		return m, nil
	case wish.Start != "":
		return m, m.load(wish.Start)
	case wish.Ended:
		return m.rearmed(tea.Batch(bell, m.loadOffers(m.player.Session().Plan().GoesWith)))
	}
	return m.rearmed(bell)
}

func (m root) updateHome(now session.Instant, msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case planLoaded:
		m = m.play(Play{Plan: msg.plan}, now)
		return m.rearmed(nil)
	case loadFailed:
		m.home = m.home.WithNotice(routines.Clean(msg.err.Error()))
		return m, nil
	}
	var wish home.Wish
	m.home, wish = m.home.Update(msg)
	switch {
	case wish.Leave:
		return m, m.end(0)
	case wish.Start != "":
		return m, m.load(wish.Start)
	}
	return m, nil
}

// rearmed makes older wake-ups stale and asks for the next one.
func (m root) rearmed(also tea.Cmd) (tea.Model, tea.Cmd) {
	m.generation++
	return m, tea.Batch(also, m.wake())
}

// wake sleeps until the player's screen changes by itself.
func (m root) wake() tea.Cmd {
	if m.shown != playerScreen {
		return nil
	}
	wait, ok := m.player.Wake()
	if !ok {
		return nil
	}
	due := woke{m.generation}
	return tea.Tick(m.config.Clock.Real(wait), func(time.Time) tea.Msg { return due })
}

// end leaves the program; the watchdog sees to it that it does.
func (m root) end(code int) tea.Cmd {
	m.config.ending(code)
	return tea.Quit
}

// load finds a routine and lays it flat.
func (m root) load(id string) tea.Cmd {
	return safely(func() tea.Msg {
		p, err := m.config.Load(id)
		if err != nil {
			return loadFailed{err}
		}
		return planLoaded{p}
	})
}

// loadOffers finds the names of what goes well with a routine. One that can't
// be found is not offered.
func (m root) loadOffers(ids []string) tea.Cmd {
	return safely(func() tea.Msg {
		var offers []player.Offer
		for _, id := range ids {
			if p, err := m.config.Load(id); err == nil {
				offers = append(offers, player.Offer{ID: id, Name: p.Name, Minutes: home.Minutes(p.Total())})
			}
		}
		return plansLoaded{offers}
	})
}

// safely runs an effect; one that panics is reported and ends the program
// with the terminal as it was.
func safely(effect func() tea.Msg) tea.Cmd {
	return func() (msg tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				msg = faultFound{Fault{fmt.Sprint(r), debug.Stack()}}
			}
		}()
		return effect()
	}
}

// View draws the screen that is shown.
func (m root) View() tea.View {
	v := tea.View{AltScreen: true, ForegroundColor: m.theme.Foreground, BackgroundColor: m.theme.Background}
	if m.shown == playerScreen {
		v.Content = m.player.View(m.width, m.height, m.theme)
	} else {
		v.Content = m.home.View(m.width, m.height, m.theme)
	}
	return v
}
