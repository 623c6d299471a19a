// Package home is the screen the program opens with: what is true now, what to do
// now by the hour, every other routine by its purpose, and the one the cursor is on
// as it is done.
package home

import (
	"slices"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/coach/stats"
	"uncramp/coach/text"
	"uncramp/coach/tui/gallery"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
	"uncramp/coach/visit"
	"uncramp/routines"
)

// Page is another page: its name, and the key that leads there.
type Page struct {
	Name string
	Key  widget.Binding
}

// Diary is what home asks of the diary.
type Diary interface {
	// Overview is what is true now, in short. It makes no diary.
	Overview(now time.Time) (stats.Overview, error)
}

// Profile is what home asks of what a person said about herself.
type Profile interface {
	// Read returns what she said. With an error it is what can't be read.
	Read() (routines.Profile, error)
	// Asked reports whether she was asked already.
	Asked() bool
	// Decline keeps that she was asked.
	Decline() error
}

// Services is what home needs of the program.
type Services struct {
	Diary   Diary
	Profile Profile
	// Own lists the routines of the person's own, which may take seconds, and says what
	// is wrong among them, in a line a file.
	Own func() ([]routines.Head, []string)
	// Plan lays a routine flat for the person. The error says why that can't be, or
	// why it is left out for her.
	Plan func(id string) (session.Plan, error)
	// Forget forgets the routine that was stopped half-way.
	Forget func() error
	// Greet keeps that the first start was greeted; nil: it was before.
	Greet func() error
	// Sheet writes the sheet of a routine, to be printed, to a new file, and says which.
	Sheet func(id string) (path string, err error)
}

// Model is the home screen. Make it with [New].
type Model struct {
	services   Services
	builtin    []routines.Head
	entries    []routines.Head // with those of the person's own, by purpose
	pages      []Page
	doors      []shortcut // what to do at this hour
	cursor     int        // in what the filter leaves
	filter     widget.Field
	typing     bool
	greets     bool // the program starts for the first time
	played     bool // a routine was asked for
	notice     string
	sheet      string      // what is said of a sheet that was written
	unfinished *visit.Play // a routine that was being followed when the program stopped
	reading    screen.Reading[known]
	known
	listing  screen.Reading[ownRoutines]
	own      ownRoutines
	previews map[string]preview // of the routines the cursor was on, by id
	looksAt  string             // the routine that is shown
	moves    bool               // figures do
	since    time.Duration      // when it was shown, by the monotonic clock
	now      time.Duration      // when the screen was last told of something
}

// known is what home reads: the list and the offers depend on it.
type known struct {
	overview stats.Overview
	profile  routines.Profile
	asks     bool            // the person is still to be asked what suits her, and it is the time for it
	cramp    *record.Episode // of last night, of which more can be told
}

// ownRoutines are those of the person's own, and what is wrong among them.
type ownRoutines struct {
	heads  []routines.Head
	faults []string
}

// New shows routines at a time of day, which decides what comes first, and the
// ways to other pages; those of the person's own come once they are read. It offers to go on with what is unfinished; nil: nothing
// is.
func New(s Services, builtin []routines.Head, pages []Page, u *visit.Play, at time.Time) Model {
	m := Model{services: s, pages: pages, doors: doorsAt(at.Hour()), builtin: builtin, unfinished: u, greets: s.Greet != nil}
	m.filter = widget.NewField(40)
	return m.with(ownRoutines{})
}

// with lists the routines with those of the person's own.
func (m Model) with(own ownRoutines) Model {
	purposes := routines.Purposes()
	m.own, m.entries = own, slices.Concat(m.builtin, own.heads)
	slices.SortStableFunc(m.entries, func(a, b routines.Head) int {
		return slices.Index(purposes, a.Purpose) - slices.Index(purposes, b.Purpose)
	})
	return m
}

// Update implements [screen.Screen].
func (m Model) Update(env screen.Env, msg tea.Msg) (screen.Screen, screen.Effect) {
	m, effect := m.handle(env, msg)
	m, also := m.look(env)
	return m, effect.And(also)
}

// handle takes a message.
func (m Model) handle(env screen.Env, msg tea.Msg) (Model, screen.Effect) {
	switch msg := msg.(type) {
	case screen.ShowMsg:
		m, effect := m.shown(env).read(env)
		effect = effect.And(m.list()).And(m.greeted(env))
		return m, effect
	case screen.WritesDoneMsg, screen.TurnMsg:
		return m.turned(env).read(env)
	case screen.Read[known]:
		return m.learned(msg)
	case screen.Read[ownRoutines]:
		return m.listed(msg)
	case previewMsg:
		return m.previewed(env, msg)
	case gallery.LoadedMsg:
		m.since = env.Now.Mono // from now on there is something to be seen
	case screen.NoticeMsg:
		m.notice = string(msg)
	case screen.SheetMsg:
		return m.sheetWritten(env, msg), screen.Effect{}
	case screen.RowMsg:
		return m.at(int(msg)).start()
	case tea.PasteMsg:
		return m.pasted(msg.Content), screen.Effect{}
	case tea.KeyPressMsg:
		m.notice, m.sheet = "", ""
		return m.pressed(msg)
	}
	return m, screen.Effect{}
}

// Page implements [screen.Paged]: what is offered may give way to something else.
func (m Model) Page() any {
	return [4]bool{m.typing, m.unfinished != nil, m.cramp != nil, m.asksAboutYou()}
}

// shown begins anew after a routine, by the hour it is now, and says what stands
// in the way of another one.
func (m Model) shown(env screen.Env) Model {
	m.notice, m.sheet = "", ""
	if env.Blocked {
		m.notice = blocked[env.Unreadable]
	}
	if m.played {
		m.played, m.typing, m.greets, m.cursor = false, false, false, 0
		m.doors = doorsAt(env.Now.Wall.Hour())
		m.filter.Reset()
	}
	return m
}

// turned puts first what is to be done at this hour. The cursor stays on its
// routine, but for one that stands on what is first.
func (m Model) turned(env screen.Env) Model {
	was := m.selected()
	m.doors = doorsAt(env.Now.Wall.Hour())
	return m.staying(was)
}

// read looks for what is true now, what suits the person and, by day, whether she
// is still to be asked, or can tell more of last night.
func (m Model) read(env screen.Env) (Model, screen.Effect) {
	from, now, night, blocked := m.services, env.Now.Wall, env.Night, env.Blocked
	effect := m.reading.Begin(func() (k known, _ error) {
		k.profile, _ = from.Profile.Read()       // what can't be read is told by what plays a routine
		k.overview, _ = from.Diary.Overview(now) // and this by what keeps one: home shows what is known
		if e, found := k.overview.UntoldCramp(); found && !night {
			k.cramp = &e
		}
		k.asks = !night && !blocked && !from.Profile.Asked()
		return k, nil
	})
	return m, effect
}

// learned takes what was read.
func (m Model) learned(msg screen.Read[known]) (Model, screen.Effect) {
	effect, ok := m.reading.Take(msg)
	if !ok {
		return m, effect
	}
	if !slices.Equal(m.profile.List(), msg.Value.profile.List()) {
		m = m.forgotten()
	}
	m.known = msg.Value
	if m.unfinished != nil { // what is gone on with suits her, too
		play, left := m.unfinished.Suiting(m.profile)
		if m.unfinished = &play; !left {
			m.unfinished = nil
		}
	}
	return m, effect
}

// list reads the routines of the person's own.
func (m *Model) list() screen.Effect {
	own := m.services.Own
	return m.listing.Begin(func() (o ownRoutines, _ error) {
		o.heads, o.faults = own()
		return o, nil
	})
}

// listed takes the routines of the person's own. The cursor stays on its routine; what is
// wrong among them is told once.
func (m Model) listed(msg screen.Read[ownRoutines]) (Model, screen.Effect) {
	effect, ok := m.listing.Take(msg)
	if !ok {
		return m, effect
	}
	was, told := m.selected(), m.own.faults
	m = m.with(msg.Value).staying(was)
	if !slices.Equal(m.own.faults, told) {
		m.notice = strings.Trim(m.notice+"\n"+strings.Join(m.own.faults, "\n"), "\n")
	}
	return m, effect
}

// staying has the cursor on the routine it was on, but for one that stands on what is
// first.
func (m Model) staying(was string) Model {
	if m.cursor == 0 {
		return m
	}
	return m.at(slices.IndexFunc(m.rows(), func(r row) bool { return r.ID == was }))
}

// asksAboutYou reports whether the one line is shown that offers to ask what suits
// the person: nothing else is offered.
func (m Model) asksAboutYou() bool { return m.asks && m.unfinished == nil && m.cramp == nil }

func (m Model) pressed(press tea.KeyPressMsg) (Model, screen.Effect) {
	switch {
	case key.Matches(press, clearKey):
		m.typing, m.cursor = false, 0
		m.filter.Reset()
	case m.typing:
		return m.whileTyping(press)
	case key.Matches(press, leaveKey):
		return m, screen.Ask(screen.Back{})
	case m.cramp != nil && key.Matches(press, detailsKey):
		cramp := *m.cramp
		m.cramp = nil
		return m, screen.Ask(screen.OpenForm{Episode: cramp})
	case m.unfinished != nil && key.Matches(press, goOnKey):
		play := m.unfinished
		m.unfinished, m.played = nil, true
		return m, screen.Ask(screen.Play{Ready: play})
	case m.unfinished != nil && key.Matches(press, declineKey):
		m.unfinished = nil
		return m, screen.Ask(screen.Write{Do: m.services.Forget})
	case m.asksAboutYou() && key.Matches(press, declineKey):
		m.asks = false
		return m, screen.Ask(screen.Write{Do: m.services.Profile.Decline})
	case key.Matches(press, filterKey):
		m.typing, m.cursor = true, 0
	case key.Matches(press, startKey):
		return m.start()
	case key.Matches(press, sheetKey) && m.selected() != "":
		return m.writeSheet()
	default:
		return m.elsewhere(press)
	}
	return m, screen.Effect{}
}

// elsewhere plays a routine that is one key away, opens another page, or moves
// the cursor.
func (m Model) elsewhere(press tea.KeyPressMsg) (Model, screen.Effect) {
	for _, s := range shortcuts {
		if key.Matches(press, s.key) && m.has(s.routine) {
			return m.play(s.routine)
		}
	}
	for _, p := range m.pages {
		if key.Matches(press, p.Key) {
			return m, screen.Ask(screen.Open{Page: p.Name})
		}
	}
	return m.at(steps.Step(press, m.cursor)), screen.Effect{}
}

func (m Model) whileTyping(press tea.KeyPressMsg) (Model, screen.Effect) {
	switch {
	case key.Matches(press, acceptKey):
		return m.start()
	case press.Code == tea.KeyUp || press.Code == tea.KeyDown:
		return m.at(steps.Step(press, m.cursor)), screen.Effect{}
	}
	return m.typed(press), screen.Effect{}
}

// pasted takes what is pasted while a filter is typed.
func (m Model) pasted(content string) Model {
	if !m.typing {
		return m
	}
	return m.typed(tea.PasteMsg{Content: text.Clean(content)})
}

func (m Model) typed(msg tea.Msg) Model {
	m.filter, _ = m.filter.Update(msg)
	m.cursor = 0
	return m
}

// at puts the cursor on a row.
func (m Model) at(row int) Model {
	m.cursor = min(max(row, 0), max(len(m.rows())-1, 0))
	return m
}

// start plays the routine the cursor is on.
func (m Model) start() (Model, screen.Effect) {
	rows := m.rows()
	if m.cursor >= len(rows) {
		return m, screen.Effect{}
	}
	return m.play(rows[m.cursor].ID)
}

func (m Model) play(routine string) (Model, screen.Effect) {
	m.played = true
	return m, screen.Ask(screen.Play{Routine: routine})
}
