package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/cue"
	"uncramp/coach/figure"
	"uncramp/coach/record"
	"uncramp/coach/session"
	kept "uncramp/coach/settings"
	"uncramp/coach/stats"
	"uncramp/coach/theme"
	check "uncramp/coach/triage"
	"uncramp/coach/tui/checkin"
	"uncramp/coach/tui/history"
	"uncramp/coach/tui/home"
	"uncramp/coach/tui/library"
	"uncramp/coach/tui/player"
	"uncramp/coach/tui/settings"
	"uncramp/coach/tui/triage"
	"uncramp/coach/tui/week"
	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

// The messages of the root. Screens know nothing of them.
type (
	woke         struct{ generation int } // something on screen is due to change
	offersLoaded struct{ offers []player.Offer }
	playLoaded   struct {
		asked
		play Play
	}
	sourcesRead   struct{ sources routines.Catalogue }
	figuresLoaded struct {
		asked []string
		came  map[string]figure.Figure
	}
	findingKept struct{ err error }
	settingKept struct{ err error }
	loadFailed  struct{ err error }
)

type screen int

const (
	homeScreen screen = iota
	playerScreen
	triageScreen
	settingsScreen
	historyScreen
	formScreen
	libraryScreen
	weekScreen
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
	history    history.Model
	library    library.Model
	week       week.Model
	glasses    int       // of today, as the diary has them
	today      stats.Day // of the week that is shown
	drunk      queue[poured]
	causes     []string // causes, as the diary has them
	ticks      queue[library.Tick]
	days       int                          // the history's window
	gone       map[record.ID]record.Episode // deleted, and can be undone
	form       checkin.Model
	formFrom   screen
	forms      int // how many were shown
	puts       queue[put]
	looks      queue[look]
	toHistory  bool           // that was asked for at home
	ended      record.ID      // the session that the last screen is about
	complaint  error          // what went wrong and was not told yet
	asked      bool           // the form was shown on this visit
	cramp      record.Episode // that the visit is about
	untold     record.Episode // of last night
	unsaved    queue[kept.Change]
	written    *Mark  // the latest mark that was, or is being, written
	wanted     *Mark  // where the routine stands
	marking    bool   // a mark is being written
	back       screen // where the check goes back to
	from       screen // where the library goes back to; itself: out of the program
	origin     screen // where a routine was chosen
	finding    check.Finding
	visit      record.Visit   // what was followed since the cramp
	unkept     []record.Entry // what the diary has not answered for
	offers     []player.Offer // what goes well with what the visit began with
	gallery    *player.Gallery
	switches   cue.Switches
	chosen     bool // the switches were chosen by keys
	blurred    bool // the terminal's window is not the one looked at
	width      int
	height     int
	theme      theme.Theme
	generation int
}

func newRoot(c Config, width, height int) root {
	now := c.Clock.Now()
	c = c.dressed(c.Settings)
	c.pen = newPen()
	m := root{config: c, width: width, height: height, gallery: player.NewGallery(), theme: c.look(now.Wall)}
	m.finding = c.Finding
	m = m.atHome(now, routines.Clean(c.Notice))
	switch {
	case c.Check:
		m = m.atFlags(homeScreen)
	case c.Log != nil:
		m = m.showForm(checkin.New(*c.Log, false).WithNow(now.Wall))
	case c.Taught != nil:
		m = m.atLibrary(*c.Taught)
		m.from, m.library = libraryScreen, m.library.At(c.Card)
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
	if m.config.Halfway != nil {
		m.home = m.home.WithHalfway(m.config.Halfway.Name)
	}
	return m
}

// still reports whether figures keep still: where that was asked for, and
// where they are made of letters.
func (m root) still() bool { return m.config.still || m.theme.Name == string(theme.ChooseMono) }

// Init asks for the terminal's background, without waiting, and sets the clock
// going.
func (m root) Init() tea.Cmd {
	var ask tea.Cmd
	if m.theme.Name == "day" {
		ask = tea.RequestBackgroundColor
	}
	return tea.Batch(ask, m.wake(), m.loadFigures(), m.findUntold(m.config.Clock.Now()), func() tea.Msg { return markKept{} })
}

// Update takes a message, and tells what went wrong meanwhile.
func (m root) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	next, cmd := m.taken(msg)
	if r, ok := next.(root); ok {
		next = r.complained()
	}
	return next, cmd
}

// taken is the one place where the time is read and effects are started.
func (m root) taken(msg tea.Msg) (tea.Model, tea.Cmd) {
	now := m.config.Clock.Now()
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
		m.triage, m.history = m.triage.Sized(msg.Width, msg.Height), m.history.Sized(msg.Width, msg.Height)
		m.library, m.week = m.library.Sized(msg.Width, msg.Height), m.week.Sized(msg.Width, msg.Height)
		return m, nil
	case tea.BackgroundColorMsg:
		bg := theme.LightBackground
		if msg.IsDark() {
			bg = theme.DarkBackground
		}
		m.config.surface.Background = bg
		m.theme = m.config.look(now.Wall)
		return m, nil
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
		if msg.Code == tea.KeyEscape {
			msg.Mod = 0 // two in one burst are read as one with alt
		}
		return m.route(now, msg)
	}
	return m.route(now, msg)
}

// rearmed makes older wake-ups stale and asks for the next one.
func (m root) rearmed(also tea.Cmd) (tea.Model, tea.Cmd) {
	m.generation++
	m, mark := m.marked(m.config.Clock.Now())
	return m, tea.Batch(also, m.wake(), m.loadFigures(), mark)
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
	case historyScreen:
		return m.history.View(m.width, m.height, m.theme)
	case formScreen:
		return m.form.View(m.width, m.height, m.theme)
	case libraryScreen:
		return m.library.View(m.width, m.height, m.theme)
	case weekScreen:
		return m.week.View(m.width, m.height, m.theme)
	case homeScreen:
	}
	return m.home.View(m.width, m.height, m.theme)
}
