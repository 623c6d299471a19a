package tui

import (
	"fmt"
	"runtime/debug"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/cue"
	"uncramp/coach/figure"
	"uncramp/coach/session"
	kept "uncramp/coach/settings"
	"uncramp/coach/theme"
	check "uncramp/coach/triage"
	"uncramp/coach/tui/home"
	"uncramp/coach/tui/player"
	"uncramp/coach/tui/settings"
	"uncramp/coach/tui/triage"
	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

// The messages of the root. Screens know nothing of them.
type (
	woke          struct{ generation int } // something on screen is due to change
	offersLoaded  struct{ offers []player.Offer }
	playLoaded    struct{ play Play }
	sourcesRead   struct{ sources routines.Catalogue }
	figuresLoaded struct {
		asked []string
		came  map[string]figure.Figure
	}
	findingKept   struct{ err error }
	settingKept   struct{ err error }
	loadFailed    struct{ err error }
	faultFound    struct{ fault Fault }
	resumed       struct{} // the terminal was given away, and is ours again
	stoppedBefore struct{} // something else stopped the process, and let it go on
	endRequested  struct{ code int }
)

type screen int

const (
	homeScreen screen = iota
	playerScreen
	triageScreen
	settingsScreen
)

// root routes messages to the screen that is shown, runs their effects, and
// keeps what all of them share: the size, the theme, the instant.
type root struct {
	config     Config
	shown      screen
	home       home.Model
	player     player.Model
	triage     triage.Model
	settings   settings.Model
	unsaved    []kept.Change // in order; the first is being written
	from       screen        // where the check goes back to
	finding    check.Finding
	visit      []session.Session // what was followed since the cramp, in order
	offers     []player.Offer    // what goes well with what the visit began with
	gallery    *player.Gallery
	hears      cue.On
	chosen     bool // what is heard was chosen by a key
	blurred    bool // the terminal's window is not the one looked at
	width      int
	height     int
	theme      theme.Theme
	generation int
	code       int
	fault      *Fault
}

func newRoot(c Config, width, height int) root {
	now := c.Clock.Now()
	c = c.dressed(c.Settings)
	m := root{config: c, width: width, height: height, gallery: player.NewGallery(), theme: c.look(now.Wall)}
	m.finding = c.Finding
	m = m.atHome(now, routines.Clean(c.Notice))
	switch {
	case c.Check:
		m.shown, m.from, m.triage = triageScreen, homeScreen, triage.New(m.width, m.height)
	case c.Play != nil:
		m = m.play(*c.Play, now)
	}
	return m
}

// atHome makes the home screen, with a notice where a finding stands in the way.
func (m root) atHome(now session.Instant, notice string) root {
	if m.finding.Blocks() {
		notice = "A red flag stands. Press ! to check."
	}
	m.home = home.New(m.config.Routines, now.Wall).WithNotice(notice)
	return m
}

// play shows the player with a new session. It is the one way into a routine:
// after an answer that allows none, what to do stands here instead.
func (m root) play(p Play, now session.Instant) root {
	if m.finding.Blocks() {
		m.shown, m.from, m.triage = triageScreen, homeScreen, triage.Standing(m.finding, m.width, m.height)
		return m
	}
	options := []session.Option{session.From(p.From), session.Since(p.Began), session.WithTolerance(m.config.Tolerance)}
	if len(p.Plan.NotIf) > 0 {
		options = append(options, session.Asking)
	}
	s, events := session.Start(p.Plan, now, options...)
	m.player, m.shown = player.New(p.Routine, p.Choice, s, now).WithGallery(m.gallery, m.still()), playerScreen
	if len(m.visit) > 0 {
		m.player = m.player.OnVisit().WithOffers(m.offers)
	}
	m = m.listening(p.Plan)
	if len(p.Plan.NotIf) > 0 {
		return m // nothing begins until that is answered
	}
	return m.sounding(events)
}

// still reports whether figures keep still: where that was asked for, and
// where they are made of letters.
func (m root) still() bool { return m.config.still || m.theme.Name == string(theme.Plain) }

// Init asks for the terminal's background, without waiting, and sets the clock
// going.
func (m root) Init() tea.Cmd {
	var ask tea.Cmd
	if m.theme.Name == "day" {
		ask = tea.RequestBackgroundColor
	}
	return tea.Batch(ask, m.wake(), m.loadFigures())
}

// Update is the one place where the time is read and effects are started.
func (m root) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	now := m.config.Clock.Now()
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
		m.triage = m.triage.Sized(msg.Width, msg.Height)
		return m, nil
	case tea.BackgroundColorMsg:
		bg := theme.LightBackground
		if msg.IsDark() {
			bg = theme.DarkBackground
		}
		m.config.surface.Background = bg
		m.theme = m.config.look(now.Wall)
		return m, nil
	case stoppedBefore:
		return m, away(func() {}) // what stopped it left the terminal in another state
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
	case tea.FocusMsg:
		m.blurred = false
		return m, nil
	case tea.BlurMsg:
		m.blurred = true
		return m, nil
	case tea.MouseReleaseMsg, tea.MouseWheelMsg:
		return m.pointed(now, msg)
	case tea.KeyPressMsg:
		switch msg.String() {
		case "ctrl+c":
			m.code = codeInterrupted
			return m, m.end(codeInterrupted)
		case "ctrl+z":
			return m, away(m.config.giveAway)
		}
	}
	return m.route(now, msg)
}

// route hands a message to the screen that is shown; late answers to another
// one are dropped.
func (m root) route(now session.Instant, msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case playLoaded:
		return m.play(msg.play, now).rearmed(nil)
	case figuresLoaded:
		m.gallery.Hang(msg.asked, msg.came)
		return m, nil
	case loadFailed:
		m.home = m.home.WithNotice(routines.Clean(msg.err.Error()))
		return m, nil
	case settingKept:
		return m.settingKept(msg)
	case findingKept:
		if msg.err != nil {
			m.home = m.home.WithNotice(routines.Clean(msg.err.Error()))
		}
		return m, nil
	}
	switch m.shown {
	case playerScreen:
		return m.updatePlayer(now, msg)
	case triageScreen:
		return m.updateTriage(now, msg)
	case settingsScreen:
		return m.updateSettings(now, msg)
	case homeScreen:
	}
	return m.updateHome(msg)
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
	m.player, wish = m.player.Update(now, msg)
	var also []tea.Cmd
	m = m.heard(wish).sounding(wish.Events)
	if wish.Sources {
		also = append(also, safely(readSources))
	}
	if wish.Ended && m.blurred {
		also = append(also, m.notify())
	}
	if wish.Ended {
		m.awake(false)
	}
	switch {
	case wish.Flags:
		m.player = m.player.Halt(now)
		m.shown, m.from, m.triage = triageScreen, playerScreen, triage.New(m.width, m.height)
	case wish.Leave:
		return m.away(now)
	case wish.Again:
		return m.play(m.again(), now).rearmed(nil)
	case wish.Start != "":
		also = append(also, m.load(wish.Start, m.player.Choice()))
	case wish.Ended:
		m.visit = append(m.visit, m.player.Session())
		if len(m.visit) == 1 {
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
	if m.config.Play != nil || m.config.Check {
		return m, m.end(0)
	}
	m.shown = homeScreen
	m = m.atHome(now, "")
	m.visit, m.offers = nil, nil
	m.generation++
	return m, nil
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
		out[i].Done = slices.ContainsFunc(m.visit, func(s session.Session) bool {
			return s.Plan().Routine == out[i].ID && s.Worked() > 0
		})
	}
	return out
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
	case wish.Leave:
		return m.away(now)
	case wish.GoOn && m.finding.Blocks():
		m.triage = triage.Standing(m.finding, m.width, m.height) // the earlier answer still stands
		return m, nil
	case wish.GoOn && m.from == playerScreen:
		m.shown = playerScreen
		return m.updatePlayer(now, nil)
	case wish.GoOn:
		return m.away(now)
	}
	return m, nil
}

func (m root) updateHome(msg tea.Msg) (tea.Model, tea.Cmd) {
	var wish home.Wish
	m.home, wish = m.home.Update(msg)
	switch {
	case wish.Leave:
		return m, m.end(0)
	case wish.Flags:
		m.shown, m.from, m.triage = triageScreen, homeScreen, triage.New(m.width, m.height)
		return m, nil
	case wish.Settings:
		m.shown, m.settings = settingsScreen, settings.New(m.config.Settings)
		return m, nil
	case wish.Start != "":
		return m, m.load(wish.Start, session.Choice{})
	}
	return m, nil
}

// rearmed makes older wake-ups stale and asks for the next one.
func (m root) rearmed(also tea.Cmd) (tea.Model, tea.Cmd) {
	m.generation++
	return m, tea.Batch(also, m.wake(), m.loadFigures())
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

// load finds a routine and lays it flat for a choice.
func (m root) load(id string, c session.Choice) tea.Cmd {
	return safely(func() tea.Msg {
		p, err := m.config.Load(id, c)
		if err != nil {
			return loadFailed{err}
		}
		return playLoaded{p}
	})
}

// loadOffers finds the names of what goes well with a routine. One that can't
// be found is not offered.
func (m root) loadOffers(ids []string) tea.Cmd {
	return safely(func() tea.Msg {
		var offers []player.Offer
		for _, id := range ids {
			if p, err := m.config.Load(id, session.Choice{}); err == nil {
				offers = append(offers, player.Offer{ID: id, Name: p.Plan.Name, Minutes: home.Minutes(p.Plan.Total())})
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
	return safely(func() tea.Msg {
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
	return safely(func() tea.Msg { return findingKept{m.config.Keep(f)} })
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
	return tea.View{
		AltScreen: true, MouseMode: tea.MouseModeCellMotion, ReportFocus: true,
		ForegroundColor: m.theme.Foreground, BackgroundColor: m.theme.Background,
		Content: m.screen().Content,
	}
}

func (m root) screen() widget.Screen {
	switch m.shown {
	case playerScreen:
		return m.player.View(m.width, m.height, m.theme)
	case triageScreen:
		return m.triage.View(m.width, m.height, m.theme)
	case settingsScreen:
		return m.settings.View(m.width, m.height, m.theme)
	case homeScreen:
	}
	return m.home.View(m.width, m.height, m.theme)
}
