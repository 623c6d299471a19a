// Package library is the screen that shows what the articles teach: cards in
// groups, a search that answers while it is typed, a card with its links and
// its sources, and a check-list of the causes that apply to the person.
//
// It reads and writes nothing: it is given a shelf, and returns a [Wish].
// Nothing on it is a diagnosis.
package library

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	cards "uncramp/coach/library"
	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

// Wish is what the person wants that the screen can't do by itself.
type Wish struct {
	Leave bool
	Start string // a routine, by its id
	Tick  *Tick  // shown already; to be kept in the diary, in the order it came
}

// Tick says whether a cause applies to the person.
type Tick struct {
	Cause string // its card's id
	On    bool
}

// Model is the screen. Make it with [New].
type Model struct {
	shelf       cards.Library // as it was given
	found       []cards.Card  // what the search leaves, the ticked causes first
	ticked      []string      // ids of cards
	sources     routines.Catalogue
	names       map[string]string // of routines, by id
	keys        keyMap
	search      textinput.Model
	cursor      int    // in what was found
	trail       []stop // the cards that are open, the one that is shown last
	ticking     bool   // the check-list is shown
	row         int    // its cursor
	fromRoutine bool
	barred      bool
	help        bool
	notice      string
	w, h        int
}

// stop is an open card, and how many lines of it were scrolled away.
type stop struct {
	card   cards.Card
	scroll int
}

// New shows a shelf on w by h cells to somebody who ticked these causes.
func New(shelf cards.Library, ticked []string, w, h int) Model {
	m := Model{shelf: shelf, keys: newKeyMap(), search: textinput.New(), w: w, h: h}
	m.search.Prompt = ""
	m.search.CharLimit = 40
	m.search.SetVirtualCursor(false)
	m.search.Focus()
	return m.WithTicked(ticked)
}

// At opens a card; with an id that no card has, it stays where it is.
func (m Model) At(card string) Model {
	c, ok := m.shelf.Card(card)
	if !ok {
		return m
	}
	return m.toward(card).opened(c)
}

// Sized says that the screen has another size.
func (m Model) Sized(w, h int) Model {
	m.w, m.h = w, h
	return m
}

// WithTicked shows which causes apply by now; the cursor stays with its card.
func (m Model) WithTicked(ticked []string) Model {
	m.ticked = slices.Clone(ticked)
	return m.searched()
}

// WithSources names the documents that cards rest on; without it they are shown
// by their ids.
func (m Model) WithSources(sources routines.Catalogue) Model {
	m.sources = sources
	return m
}

// WithRoutines names the routines that cards lead to, by id; one that is not
// among them is shown by its id.
func (m Model) WithRoutines(names map[string]string) Model {
	m.names = names
	return m
}

// WithNotice shows one line about something that went wrong.
func (m Model) WithNotice(s string) Model {
	m.notice = s
	return m
}

// FromRoutine says that a routine waits, whose "why" led here: none can be
// started, and leaving the first card leaves.
func (m Model) FromRoutine() Model {
	m.fromRoutine = true
	return m
}

// Barred says that a red flag stands: no routine is offered.
func (m Model) Barred() Model {
	m.barred = true
	return m
}

// Chosen puts the cursor on a row of the list, which closes the card that was
// open, or of the check-list.
func (m Model) Chosen(row int) Model {
	if m.ticking {
		m.row = min(max(row, 0), max(len(m.shelf.Causes())-1, 0))
		return m
	}
	m.trail = nil
	m.cursor = min(max(row, 0), max(len(m.found)-1, 0))
	return m
}

// Update takes a message. Nothing here happens by itself.
func (m Model) Update(msg tea.Msg) (Model, Wish) {
	if paste, ok := msg.(tea.PasteMsg); ok && m.listed() {
		return m.typed(paste), Wish{}
	}
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return m, Wish{}
	}
	m.notice = ""
	switch {
	case key.Matches(press, m.keys.Keys):
		m.help = !m.help
		return m, Wish{}
	case m.help:
		m.help = !key.Matches(press, m.keys.Back)
		return m, Wish{}
	case m.ticking:
		return m.inCauses(press)
	case len(m.trail) > 0:
		return m.inCard(press)
	}
	return m.inList(press)
}

// listed reports whether a key would be a letter of the search.
func (m Model) listed() bool { return !m.help && !m.ticking && len(m.trail) == 0 }

func (m Model) inList(press tea.KeyPressMsg) (Model, Wish) {
	if to, ok := m.keys.stepped(press, m.cursor, len(m.found), widget.PageRows); ok {
		return m.Chosen(to), Wish{}
	}
	switch {
	case key.Matches(press, m.keys.Flags):
	case key.Matches(press, m.keys.Causes):
		m.ticking, m.row = true, 0
	case key.Matches(press, m.keys.Open):
		if c, ok := m.current(); ok {
			return m.opened(c), Wish{}
		}
	case key.Matches(press, m.keys.Leave) && m.search.Value() == "":
		return m, Wish{Leave: true}
	case key.Matches(press, m.keys.Clear):
		m.search.Reset()
		return m.searched(), Wish{}
	default:
		return m.typed(press), Wish{}
	}
	return m, Wish{}
}

// typed takes letters of the search.
func (m Model) typed(msg tea.Msg) Model {
	before := m.search.Value()
	m.search.SetValue(before) // its own letters: the field writes over those of the model it came from
	m.search, _ = m.search.Update(msg)
	m.search.SetValue(strings.TrimLeft(routines.Clean(m.search.Value()), " "))
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
	m.found = m.shelf.CausesFirst(m.ticked).Search(m.search.Value())
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

func (m Model) inCard(press tea.KeyPressMsg) (Model, Wish) {
	c, _ := m.current()
	switch {
	case key.Matches(press, m.keys.Back):
		return m.back()
	case m.tickable(c) && key.Matches(press, m.keys.Tick):
		return m.tick(c)
	case key.Matches(press, m.keys.Follow):
		return m.follow(c, press)
	}
	most, page := m.scrolls(c)
	last := len(m.trail) - 1
	if to, ok := m.keys.reading().stepped(press, min(m.trail[last].scroll, most), most+1, page); ok {
		m.trail = slices.Clone(m.trail)
		m.trail[last].scroll = to
	}
	return m, Wish{}
}

// back goes to the card that led here, to the list, or away.
func (m Model) back() (Model, Wish) {
	if m.fromRoutine && len(m.trail) == 1 {
		return m, Wish{Leave: true}
	}
	m.trail = m.trail[:len(m.trail)-1]
	return m, Wish{}
}

// follow takes the link with the number that was pressed.
func (m Model) follow(c cards.Card, press tea.KeyPressMsg) (Model, Wish) {
	links := m.links(c)
	n, err := strconv.Atoi(press.String())
	if err != nil || n > len(links) {
		return m, Wish{}
	}
	l := links[n-1]
	if l.routine != "" {
		return m, Wish{Start: l.routine}
	}
	return m.opened(l.card), Wish{}
}

// tick turns a cause on or off.
func (m Model) tick(c cards.Card) (Model, Wish) {
	t := Tick{Cause: c.ID, On: !m.applies(c)}
	ticked := slices.DeleteFunc(slices.Clone(m.ticked), func(id string) bool { return id == c.ID })
	if t.On {
		ticked = append(ticked, c.ID)
	}
	return m.WithTicked(ticked), Wish{Tick: &t}
}

// applies reports whether the person ticked a cause.
func (m Model) applies(c cards.Card) bool { return slices.Contains(m.ticked, c.ID) }

func (m Model) inCauses(press tea.KeyPressMsg) (Model, Wish) {
	causes := m.shelf.Causes()
	if to, ok := m.keys.stepped(press, m.row, len(causes), widget.PageRows); ok {
		return m.Chosen(to), Wish{}
	}
	switch {
	case key.Matches(press, m.keys.Shut):
		m.ticking = false
	case m.row < len(causes) && key.Matches(press, m.keys.Toggle):
		return m.tick(causes[m.row])
	}
	return m, Wish{}
}
