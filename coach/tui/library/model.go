// Package library is the screen that shows what the articles teach: cards in
// groups, a search that answers while it is typed, a card with its links and
// its sources, and a check-list of the causes that apply to the person.
//
// Nothing on it is a diagnosis.
package library

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	cards "uncramp/coach/library"
	"uncramp/coach/text"
	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

// Source is where the cards come from, and where ticks are kept.
type Source interface {
	Read() (cards.Contents, error)
	// Tick says whether a cause applies to the person, by its card's id.
	Tick(cause string, on bool) error
}

// Model is the screen. Make it with [New].
type Model struct {
	source      Source
	open        screen.Open // where it is opened, once it is read
	reading     screen.Reading[cards.Contents]
	shelf       cards.Library // as it was read
	moves       []cards.Card
	moving      bool         // the list is that of the moves
	found       []cards.Card // what the search leaves, the ticked causes first
	ticked      []string     // ids of cards
	sources     routines.Catalogue
	names       map[string]string // of routines, by id
	search      widget.Field
	cursor      int    // in what was found
	trail       []stop // the cards that are open, the one that is shown last
	ticking     bool   // the check-list is shown
	row         int    // its cursor
	fromRoutine bool
	barred      bool
	notice      string
	motion      motion
	w, h        int
	t           theme.Theme
}

// stop is an open card, and how many lines of it were scrolled away.
type stop struct {
	card   cards.Card
	scroll int
}

// New makes the screen, which reads the cards when it is shown. Names are those
// of the routines that cards lead to, by id; one that is not among them is shown
// by its id. It opens at a card, if that is asked for; over a routine that waits
// none can be started, and leaving the first card leaves.
func New(source Source, names map[string]string, open screen.Open) Model {
	return Model{source: source, names: names, open: open, fromRoutine: open.Routine != "", search: widget.NewField(40)}
}

// in takes what the layout and the links depend on. Behind a red flag there are no moves.
func (m Model) in(env screen.Env) Model {
	m.w, m.h, m.t, m.motion = env.Width, env.Height, env.Theme, m.motion.in(env)
	if m.barred != env.Blocked {
		m.barred = env.Blocked
		m.moving = false
		m.trail = slices.DeleteFunc(slices.Clone(m.trail), func(s stop) bool { return s.card.Move != "" })
		m = m.searched()
	}
	return m
}

// withTicked shows which causes apply by now; the cursor stays with its card.
func (m Model) withTicked(ticked []string) Model {
	m.ticked = slices.Clone(ticked)
	return m.searched()
}

// Page implements [screen.Paged].
func (m Model) Page() any { return [3]any{m.ticking, m.moving, len(m.trail)} }

// chosen puts the cursor on a row of the list, which closes the card that was
// open, or of the check-list.
func (m Model) chosen(row int) Model {
	if m.ticking {
		m.row = min(max(row, 0), max(len(m.shelf.Causes())-1, 0))
		return m
	}
	m.trail = nil
	m.cursor = min(max(row, 0), max(len(m.found)-1, 0))
	return m
}

// Update implements [screen.Screen].
func (m Model) Update(env screen.Env, msg tea.Msg) (screen.Screen, screen.Effect) {
	m, effect := m.in(env).handle(env, msg)
	m, also := m.look(env)
	return m, effect.And(also)
}

// handle takes a message.
func (m Model) handle(env screen.Env, msg tea.Msg) (Model, screen.Effect) {
	switch msg := msg.(type) {
	case screen.ShowMsg, screen.WritesDoneMsg:
		effect := m.reading.Begin(m.source.Read)
		return m, effect
	case screen.Read[cards.Contents]:
		m, effect := m.answered(msg)
		return m, effect.And(screen.Effect{Cmd: env.Figures.Load(figureNames(m.shelf.Cards)...)})
	case screen.NoticeMsg:
		m.notice = string(msg)
	case screen.RowMsg:
		return m.chosen(int(msg)).pressed(screen.Press("enter"))
	case tea.PasteMsg:
		if m.listed() {
			m = m.typed(msg)
		}
	case tea.KeyPressMsg:
		m.notice = ""
		return m.pressed(msg)
	}
	return m, screen.Effect{}
}

// answered shows what was read; later only the ticks are new.
func (m Model) answered(msg screen.Read[cards.Contents]) (Model, screen.Effect) {
	first, c := !m.reading.Ready, msg.Value
	effect, ok := m.reading.Take(msg)
	switch {
	case !ok:
		return m, effect
	case !first:
		return m.withTicked(c.Ticked), effect
	}
	m.shelf, m.moves, m.sources, m.notice = c.Library, cards.Moves(), c.Sources, c.Notice
	m = m.withTicked(c.Ticked)
	asked, found := m.shelf.Card(m.open.Card)
	if m.fromRoutine {
		asked, found = m.shelf.Explaining(m.open.Routine, m.open.Step)
	}
	if found {
		m = m.toward(asked.ID).opened(asked)
	}
	return m, effect
}

func (m Model) pressed(press tea.KeyPressMsg) (Model, screen.Effect) {
	switch {
	case m.ticking:
		return m.inCauses(press)
	case len(m.trail) > 0:
		return m.inCard(press)
	}
	return m.inList(press)
}

// listed reports whether a key would be a letter of the search.
func (m Model) listed() bool { return !m.ticking && len(m.trail) == 0 }

func (m Model) inList(press tea.KeyPressMsg) (Model, screen.Effect) {
	if to, ok := steps.Stepped(press, m.cursor, widget.PageRows); ok {
		return m.chosen(to), screen.Effect{}
	}
	switch {
	case key.Matches(press, flagsKey, widget.Help()), m.search.Value() == "" && key.Matches(press, findKey): // no letter of the search
	case key.Matches(press, causesKey):
		m.ticking, m.row = true, 0
	case m.turns() && key.Matches(press, m.turnKey()):
		m.moving = !m.moving
		return m.searched(), screen.Effect{}
	case key.Matches(press, openKey):
		if c, ok := m.current(); ok {
			return m.opened(c), screen.Effect{}
		}
	case key.Matches(press, leaveKey) && m.search.Value() == "" && !m.moving:
		return m, screen.Ask(screen.Back{})
	case key.Matches(press, clearKey):
		m.search.Reset()
		return m.searched(), screen.Effect{}
	default:
		return m.typed(press), screen.Effect{}
	}
	return m, screen.Effect{}
}

// typed takes letters of the search.
func (m Model) typed(msg tea.Msg) Model {
	before := m.search.Value()
	m.search.SetValue(before) // its own letters: the field writes over those of the model it came from
	m.search, _ = m.search.Update(msg)
	m.search.SetValue(strings.TrimLeft(text.Clean(m.search.Value()), " "))
	if m.search.Value() == before {
		return m
	}
	m = m.searched()
	m.cursor = 0
	return m
}

// searched asks the shelf again; the cursor stays with its card.
func (m Model) searched() Model {
	var under string
	if m.cursor < len(m.found) {
		under = m.found[m.cursor].ID
	}
	query := m.search.Value()
	m.found = m.shelf.CausesFirst(m.ticked).Search(query)
	switch {
	case m.moving:
		m.found = m.called(query)
	case len(m.words()) > 0 && !m.barred:
		m.found = append(m.found, m.called(query)...)
	}
	return m.toward(under)
}

// toward puts the cursor on a card, or on the first one where it is not found.
func (m Model) toward(card string) Model {
	m.cursor = max(m.index(card), 0)
	return m
}

func (m Model) index(card string) int {
	return slices.IndexFunc(m.found, func(c cards.Card) bool { return c.ID == card })
}

// current is the card that is open or, in the list, the one the cursor is on.
func (m Model) current() (cards.Card, bool) {
	switch {
	case len(m.trail) > 0:
		return m.trail[len(m.trail)-1].card, true
	case m.cursor < len(m.found):
		return m.found[m.cursor], true
	}
	return cards.Card{}, false
}

// opened shows a card, on top of those that led to it, where the search found
// something in it.
func (m Model) opened(c cards.Card) Model {
	m.trail = append(slices.Clone(m.trail), stop{c, m.matchAt(c)})
	return m
}

func (m Model) inCard(press tea.KeyPressMsg) (Model, screen.Effect) {
	c, _ := m.current()
	switch {
	case key.Matches(press, backKey) && m.fromRoutine && len(m.trail) == 1:
		return m, screen.Ask(screen.Back{})
	case key.Matches(press, backKey): // to the card that led here, or to the list
		m.trail = m.trail[:len(m.trail)-1]
		return m, screen.Effect{}
	case m.tickable(c) && key.Matches(press, tickKey):
		return m.tick(c)
	case key.Matches(press, followKey):
		return m.follow(c, press)
	}
	col, last := m.column(c), len(m.trail)-1
	if to, ok := cardSteps().Stepped(press, min(m.trail[last].scroll, col.most()), max(col.shown-1, 1)); ok {
		m.trail = slices.Clone(m.trail)
		m.trail[last].scroll = min(max(to, 0), col.most())
	}
	return m, screen.Effect{}
}

// follow takes the link with the number that was pressed.
func (m Model) follow(c cards.Card, press tea.KeyPressMsg) (Model, screen.Effect) {
	links, at := m.links(c), slices.Index(followKey.Keys(), press.String())
	switch {
	case at >= len(links):
		return m, screen.Effect{}
	case links[at].routine != "":
		return m, screen.Ask(screen.Play{Routine: links[at].routine})
	}
	return m.opened(links[at].card), screen.Effect{}
}

// tick turns a cause on or off. It is shown at once; what was kept is read when
// it is written.
func (m Model) tick(c cards.Card) (Model, screen.Effect) {
	cause, on := c.ID, !m.applies(c)
	ticked := slices.DeleteFunc(slices.Clone(m.ticked), func(id string) bool { return id == cause })
	if on {
		ticked = append(ticked, cause)
	}
	m.reading.Cancel()
	return m.withTicked(ticked), screen.Ask(screen.Write{Do: func() error { return m.source.Tick(cause, on) }})
}

// applies reports whether the person ticked a cause.
func (m Model) applies(c cards.Card) bool { return slices.Contains(m.ticked, c.ID) }

func (m Model) inCauses(press tea.KeyPressMsg) (Model, screen.Effect) {
	causes := m.shelf.Causes()
	switch {
	case key.Matches(press, shutKey):
		m.ticking = false
		return m, screen.Effect{}
	case m.row < len(causes) && key.Matches(press, toggleKey):
		return m.tick(causes[m.row])
	}
	return m.chosen(steps.Step(press, m.row)), screen.Effect{}
}
