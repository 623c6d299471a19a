package tui

import (
	"slices"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/coach/stats"
	"uncramp/coach/term"
	"uncramp/coach/tui/gallery"
	"uncramp/coach/tui/home"
	"uncramp/coach/tui/look"
	"uncramp/coach/tui/player"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
	"uncramp/coach/visit"
)

// root keeps the screens and what all of them share. It alone reads the time,
// starts effects, and lets a routine begin.
type root struct {
	config     Config
	services   player.Services
	stack      []entry // the last one is shown
	ids        int     // how many screens and writes there were
	env        screen.Env
	look       look.Look
	gate       gate
	outbox     outbox
	help       help // the page of keys
	generation int  // of wake-ups; older ones are stale
	blurred    bool // the terminal's window is not the one looked at
	latest     latest
	leaving    bool    // the program is about to end
	turn       turn    // what the screens were told last
	begin      tea.Cmd // what the first screen asked for
	lastKey    lastKey
}

// latest is the visit that was left last.
type latest struct {
	left bool        // there is one
	kept []record.ID // what the diary holds of it, once all is written
}

// help is the page of keys: the screen that it lies over, 0 for none, and which of
// its pages is shown.
type help struct{ screen, page int }

// The messages of the root. Screens know nothing of them.
type (
	wokenMsg  struct{ generation int } // something on screen is due to change
	answerMsg struct {                 // of a screen's own command
		to  int
		msg tea.Msg
	}
)

func newRoot(c Config, width, height int, a term.Abilities) root {
	now := c.Clock.Now()
	m := root{config: c}
	m.services = player.Services{
		Audio: c.Audio, Switches: c.Switches, Awake: c.Awake, Offers: m.offers, Cards: c.Library.Read, SixWeeks: m.sixWeeks,
		Keep: c.Journal.Merge, Bookmark: c.Bookmark, Keeps: c.Journal.Keeps(),
	}
	m.env = screen.Env{
		Now: now, Width: width, Height: height, Night: c.Night(now.Wall), Emergency: c.EmergencyCall(), Figures: gallery.New(c.Figures),
	}
	m.look = look.On(a)
	m.look.Asked = c.Settings.Use(c.Settings.Settings())
	m.turn = m.turnNow()
	m = m.restyled().holding(c.Finding())
	if c.Begin == nil {
		s := home.Services{Diary: c.Journal, Profile: c.Profile, Own: c.OwnRoutines, Plan: m.plan, Greet: c.Greet, Sheet: c.Sheet}
		s.Forget = func() error { return c.Bookmark(nil) }
		m, m.begin = m.push(homePage, home.New(s, c.Routines, pagesOfHome(), c.Unfinished, now.Wall))
		if c.Notice != "" && !m.env.Blocked {
			m, _ = m.step(m.top().id, screen.NoticeMsg(c.Notice))
		}
		return m
	}
	if r, plays := c.Begin.(screen.Play); plays { // its first move is on the first frame
		m, m.begin = m.handlePlay(playMsg{Play: r, finding: findingMsg{Finding: m.gate.finding}})
		return m
	}
	m, m.begin = m.obey(m.top().id, c.Begin)
	if _, opens := c.Begin.(screen.Open); opens { // what it shows is read before the first frame
		if answer, ok := m.begin().(answerMsg); ok {
			m, m.begin = m.handleAnswer(answer)
		}
	}
	return m
}

// restyled makes the theme anew.
func (m root) restyled() root {
	m.env.Theme = m.look.Theme(m.env.Night)
	m.env.Still = m.look.Still(m.env.Theme)
	return m
}

// Init begins.
func (m root) Init() tea.Cmd {
	return tea.Batch(m.look.Ask(m.env.Night), m.begin, m.awaitMinute())
}

// Update takes a message, and tells what was found amiss meanwhile.
func (m root) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	m.env.Now = m.config.Clock.Now()
	if night := m.config.Night(m.env.Now.Wall); night != m.env.Night {
		m.env.Night = night
		m = m.restyled()
	}
	m, routed := m.route(msg) // a key means what was shown when it was pressed
	m, turned := m.turned()
	cmd := tea.Batch(routed, turned)
	if line := m.config.Journal.Remark(); line != "" {
		told, also := m.step(m.top().id, screen.NoticeMsg(line))
		return told, tea.Batch(cmd, also)
	}
	return m, cmd
}

// route hands a message on.
func (m root) route(msg tea.Msg) (root, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.env.Width, m.env.Height = msg.Width, msg.Height
		return m.step(m.top().id, msg)
	case tea.FocusMsg, tea.BlurMsg:
		_, m.blurred = msg.(tea.BlurMsg)
	case wokenMsg:
		if msg.generation == m.generation {
			return m.step(m.top().id, screen.WakeMsg{})
		}
	case minuteMsg:
		var ask tea.Cmd
		m.look, ask = m.look.Minute(m.env.Night)
		return m, tea.Batch(ask, m.awaitMinute())
	case answerMsg:
		return m.handleAnswer(msg)
	case writtenMsg:
		return m.handleWritten(msg)
	case findingMsg:
		return m.handleFinding(msg)
	case playMsg:
		return m.handlePlay(msg)
	case tea.KeyPressMsg:
		return m.once(msg.String(), msg.IsRepeat, func(m root) (root, tea.Cmd) { return m.handleKey(msg) })
	case tea.MouseReleaseMsg, tea.MouseWheelMsg:
		return m.handleMouse(msg)
	case tea.PasteMsg:
		if !m.helps() {
			return m.step(m.top().id, msg)
		}
	default:
		if answered, ok := m.look.Answered(msg); ok {
			m.look = answered
			return m.restyled(), nil
		}
		return m.step(m.top().id, msg)
	}
	return m, nil
}

// helps reports whether the page of keys lies over the screen on top.
func (m root) helps() bool { return m.help.screen != 0 && m.help.screen == m.top().id }

// handleKey takes a key. Those of the red flags and of the page of keys work on
// every screen that has them; no other acts behind that page.
func (m root) handleKey(press tea.KeyPressMsg) (root, tea.Cmd) {
	if m.leaving {
		return m, nil
	}
	if press.Code == tea.KeyEscape {
		press.Mod = 0 // two in one burst are read as one with alt
	}
	switch top := m.top(); {
	case m.asks(press, widget.Flags()):
		return m.obey(top.id, screen.AskFlags{})
	case m.helps():
		return m.turnKeys(press), nil
	case m.asks(press, widget.Help()):
		m.help = help{screen: top.id}
		return m, nil
	default:
		return m.step(top.id, press)
	}
}

// turnKeys takes a key of the page of keys.
func (m root) turnKeys(press tea.KeyPressMsg) root {
	switch to, open, its := widget.OnKeyPage(press, m.help.page); {
	case !open:
		m.help = help{}
	case its:
		_, pages := m.keyPage()
		m.help.page = min(to, pages-1)
	}
	return m
}

// keyPage is the page of keys, and how many of it there are.
func (m root) keyPage() (widget.Frame, int) {
	return widget.KeyPage(screen.KeyGroups(m.top().Screen), m.help.page, m.env.Width, m.env.Height, m.env.Theme)
}

// asks reports whether a key is one of the root's that the screen on top has.
func (m root) asks(press tea.KeyPressMsg, b widget.Binding) bool {
	return key.Matches(press, b) && slices.ContainsFunc(m.top().Keys(), func(has widget.Binding) bool {
		return has.Enabled() && slices.Equal(has.Keys(), b.Keys())
	})
}

// wheel has the keys that its turns stand for.
var wheel = map[tea.MouseButton]string{tea.MouseWheelUp: "up", tea.MouseWheelDown: "down"}

// handleMouse takes a click, or a tap on a phone, for the key that stands there.
func (m root) handleMouse(msg tea.Msg) (root, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.MouseWheelMsg:
		if k, ok := wheel[msg.Button]; ok {
			return m.handleKey(screen.Press(k))
		}
	case tea.MouseReleaseMsg: // and not the press: what the terminal tells of a release must not reach a shell
		if at, ok := m.frame().At(msg.X, msg.Y); ok && msg.Button == tea.MouseLeft && !m.leaving {
			return m.once(tapped, false, func(m root) (root, tea.Cmd) { return m.handleTap(at) })
		}
	}
	return m, nil
}

// handleTap takes a tap for the key that stands there, or for its row. One on the
// page of keys closes it first, but for what turns it.
func (m root) handleTap(at widget.Target) (root, tea.Cmd) {
	if at.Press == "" {
		return m.step(m.top().id, screen.RowMsg(at.Row))
	}
	press := screen.Press(at.Press)
	if _, _, its := widget.OnKeyPage(press, 0); m.helps() && !its {
		m.help = help{}
	}
	return m.handleKey(press)
}

// scheduleWake sleeps until the screen on top changes by itself. It makes older
// wake-ups stale.
func (m root) scheduleWake() (root, tea.Cmd) {
	w, ok := m.top().Screen.(screen.Waker)
	if !ok {
		return m, nil
	}
	m.generation++
	wait, changes := w.Wake()
	if !changes || m.leaving {
		return m, nil
	}
	due := wokenMsg{m.generation}
	return m, tea.Tick(m.config.Clock.Real(wait), func(time.Time) tea.Msg { return due })
}

// View draws the screen on top.
func (m root) View() tea.View {
	frame := m.frame()
	v := tea.View{
		AltScreen: true, MouseMode: frame.MouseMode(), ReportFocus: true, WindowTitle: windowTitle,
		ForegroundColor: m.env.Theme.Foreground, BackgroundColor: m.env.Theme.Background,
		Content: m.look.Frame(frame.Content, m.env.Figures, m.env.Theme, m.env.Width)}
	if s, ok := m.top().Screen.(screen.Titled); ok {
		var done int
		if v.WindowTitle, done = s.Title(); m.look.Progress && done > 0 {
			v.ProgressBar = tea.NewProgressBar(tea.ProgressBarDefault, done)
		}
	}
	return v
}

func (m root) frame() widget.Frame {
	if m.helps() {
		page, _ := m.keyPage()
		return page
	}
	return m.top().View(m.env)
}

// notify tells a person who looks at something else: through the terminal where
// it is known to do that, else by a program.
func (m root) notify(n screen.Notify) tea.Cmd {
	if !m.blurred {
		return nil
	}
	if cmd := m.look.Notify(n.Title, n.Text); cmd != nil {
		return cmd
	}
	m.config.Audio.Notify(n.Title, n.Text)
	return nil
}

// plan is a routine laid flat for the person, as it is played unless something is
// chosen.
func (m root) plan(id string) (session.Plan, error) {
	p, err := m.config.Load(id, session.Choice{})
	return p.Plan, err
}

// sixWeeks says where the person is in the six weeks by now.
func (m root) sixWeeks() (stats.SixWeeks, error) {
	o, err := m.config.Journal.Overview(m.config.Clock.Now().Wall)
	return o.SixWeeks, err
}

// offers are the routines of some ids that a choice can be followed with.
func (m root) offers(ids []string, c session.Choice) []visit.Offer {
	return visit.OffersOf(ids, m.config.Clock.Now().Wall.Hour(), c, m.config.Load)
}
