// Package composer is the screen on which a person puts a routine of her own
// together: she picks moves beside their figures, says how much of each, and keeps
// it as a file that she may change by hand as well.
package composer

import (
	"slices"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"uncramp/coach/compose"
	"uncramp/coach/text"
	"uncramp/coach/tui/gallery"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
	"uncramp/coach/visit"
	"uncramp/routines"
)

// Store is where routines of the person's own are kept. Each call does one thing,
// beside the loop.
type Store interface {
	// List returns those that can be played.
	List() ([]routines.Head, error)
	// Names are all ids that are taken, of built-in ones too.
	Names() []string
	// Read returns the text of one.
	Read(id string) ([]byte, error)
	// Write keeps the text of one in place of another; nil: there must be none of
	// that id. What something else wrote meanwhile stays: [compose.ErrChanged].
	Write(id string, text, before []byte) error
	// Sheet writes the sheet of a routine, to be printed, to a new file, and says which.
	Sheet(id string) (path string, err error)
	// Lay lays a routine flat for the person. The error says why it is left out for
	// her.
	Lay(routines.Routine) (visit.Play, error)
}

// page is what the screen shows.
type page int

// The pages: the routines there are, what a new one is called, its steps, the moves
// to choose among, what one step has of its move, and what becomes of changes.
const (
	shelf page = iota
	naming
	stepList
	moveList
	doses
	leaving
)

// Model is the screen. Make it with [New].
type Model struct {
	store   Store
	wanted  string // the routine to be opened at first
	reading screen.Reading[known]
	known
	page   page
	draft  compose.Draft
	file   []byte // as it was read, or kept last; nil: there is none yet
	writes bool   // the draft is being kept
	past   []compose.Draft
	cursor [leaving + 1]int // of each page
	field  widget.Field
	typing bool
	notice string
	laidOf string        // the text of the draft that was laid flat for the person
	total  time.Duration // how long it takes
	unfit  string        // why it can't be played by her
	shows  string        // the figure that is shown
	since  time.Duration
	now    time.Duration
	moves  bool // figures do
}

// known is what is read of the person's folder.
type known struct {
	list  []routines.Head
	names []string
}

// New shows the routines that a person has, or opens one of them.
func New(s Store, wanted string) Model {
	const longestName = 40 // as a routine's file may have it
	return Model{store: s, wanted: wanted, field: widget.NewField(longestName)}
}

// Page implements [screen.Paged].
func (m Model) Page() any {
	return struct {
		page   page
		typing bool
		steps  int
	}{m.page, m.typing, len(m.draft.Routine.Steps)}
}

// Keys implements [screen.Screen].
func (m Model) Keys() []widget.Binding {
	switch {
	case m.page == naming:
		return []widget.Binding{acceptKey, backKey}
	case m.typing:
		return []widget.Binding{acceptKey, clearKey}
	}
	keys := []widget.Binding{widget.When(len(m.rows()) > 1, steps.Move), chooseKey}
	switch {
	case m.page == doses || m.changes():
		keys = append(keys, moreKey, lessKey)
	case m.page == moveList:
		keys = append(keys, findKey)
	}
	keys = append(keys, widget.When(m.undoes(), undoKey), widget.When(m.onRoutine(), sheetKey))
	return append(keys, widget.Flags(), widget.Help(), backKey, leaveKey)
}

// onRoutine reports whether the cursor is on a routine that is kept: the first row makes
// another one.
func (m Model) onRoutine() bool {
	at := m.cursor[shelf] - 1
	return m.page == shelf && 0 <= at && at < len(m.list)
}

// types reports whether letters are taken as text.
func (m Model) types() bool { return m.page == naming || m.typing }

// Update implements [screen.Screen].
func (m Model) Update(env screen.Env, msg tea.Msg) (screen.Screen, screen.Effect) {
	m, effect := m.handle(msg)
	m, laid := m.relaid()
	m, looked := m.look(env)
	return m, effect.And(laid).And(looked)
}

// handle takes a message.
func (m Model) handle(msg tea.Msg) (Model, screen.Effect) {
	switch msg := msg.(type) {
	case screen.ShowMsg, screen.WritesDoneMsg:
		return m.read()
	case screen.Read[known]:
		return m.took(msg)
	case openedMsg:
		return m.opened(msg), screen.Effect{}
	case laidMsg:
		return m.laid(msg)
	case keptMsg:
		return m.kept(msg)
	case screen.SheetMsg:
		m.notice = msg.Told()
	case screen.NoticeMsg:
		m.notice = string(msg)
	case screen.RowMsg:
		m.cursor[m.page] = int(msg)
		return m.choose()
	case tea.PasteMsg:
		if m.types() {
			m.field, _ = m.field.Update(tea.PasteMsg{Content: text.Clean(msg.Content)})
		}
	case tea.KeyPressMsg:
		m.notice = ""
		return m.pressed(msg)
	}
	return m, screen.Effect{}
}

// read reads what there is in the person's folder.
func (m Model) read() (Model, screen.Effect) {
	store := m.store
	effect := m.reading.Begin(func() (k known, err error) {
		k.list, err = store.List()
		k.names = store.Names()
		if len(k.list) > 0 {
			err = nil // what is wrong with others is told at home
		}
		return k, err
	})
	return m, effect
}

// took shows what was read, and opens the routine that was asked for.
func (m Model) took(msg screen.Read[known]) (Model, screen.Effect) {
	effect, ok := m.reading.Take(msg)
	if !ok {
		return m, effect
	}
	m.known = msg.Value
	if i := slices.IndexFunc(m.list, func(h routines.Head) bool { return h.ID == m.wanted }); i >= 0 {
		m.cursor[shelf], m.wanted = i+1, ""
		return m.open(m.list[i].ID)
	}
	return m, effect
}

// pressed takes a key.
func (m Model) pressed(press tea.KeyPressMsg) (Model, screen.Effect) {
	if m.types() {
		return m.whileTyping(press)
	}
	if to, ok := steps.Stepped(press, m.cursor[m.page], widget.PageRows); ok {
		return m.at(to), screen.Effect{}
	}
	switch {
	case key.Matches(press, leaveKey):
		return m.leave()
	case key.Matches(press, backKey):
		return m.back()
	case key.Matches(press, chooseKey):
		return m.choose()
	case key.Matches(press, undoKey) && m.undoes():
		return m.undo(), screen.Effect{}
	case key.Matches(press, findKey) && m.page == moveList:
		m.typing = true
	case key.Matches(press, sheetKey) && m.onRoutine():
		return m, screen.WriteSheet(m.list[m.cursor[shelf]-1].ID, m.store.Sheet)
	case key.Matches(press, moreKey):
		return m.change(1), screen.Effect{}
	case key.Matches(press, lessKey):
		return m.change(-1), screen.Effect{}
	}
	return m, screen.Effect{}
}

// at puts the cursor on a row of the page.
func (m Model) at(row int) Model {
	m.cursor[m.page] = min(max(row, 0), max(len(m.rows())-1, 0))
	return m
}

// whileTyping takes a key that is text, or ends it.
func (m Model) whileTyping(press tea.KeyPressMsg) (Model, screen.Effect) {
	switch {
	case key.Matches(press, acceptKey) && m.page == naming:
		return m.named(), screen.Effect{}
	case key.Matches(press, acceptKey):
		m.typing = false
		return m.choose()
	case key.Matches(press, backKey) && m.page == naming:
		m.page = shelf
	case key.Matches(press, clearKey):
		m.typing = false
		m.field.Reset()
	case key.Matches(press, steps.Up) && press.Text == "", key.Matches(press, steps.Down) && press.Text == "":
		to, _ := steps.Stepped(press, m.cursor[m.page], widget.PageRows)
		return m.at(to), screen.Effect{}
	default:
		m.field, _ = m.field.Update(press)
		m.cursor[moveList] = 0
	}
	return m, screen.Effect{}
}

// look shows the figure of the row the cursor is on, and has it read.
func (m Model) look(env screen.Env) (Model, screen.Effect) {
	m.now, m.moves = env.Now.Mono, !env.Still && !env.Night
	name := m.step().Figure
	if name == m.shows {
		return m, screen.Effect{}
	}
	m.shows, m.since = name, m.now
	return m, screen.Effect{Cmd: env.Figures.Load(name)}
}

// Wake implements [screen.Waker]: while the figure moves.
func (m Model) Wake() (time.Duration, bool) {
	if !m.moves || m.shows == "" || m.now-m.since >= motion {
		return 0, false
	}
	return gallery.NextPose(m.now - m.since), true
}

// motion is how long a figure moves; then it stands still.
const motion = gallery.Turns * gallery.TurnTime
