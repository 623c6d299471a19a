// Package checkin is the short form after a cramp. At night it asks one number
// and is done; by day it lists what else can be told, what is still untold
// first. The same form changes a cramp that was told long ago.
//
// All of it is optional. The form says "Saved" once it was told so, by
// [Model.Saved], and keeps what was typed until then and after.
package checkin

import (
	"slices"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"uncramp/coach/record"
	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

// Wish is what the person wants that the form can't do by itself.
type Wish struct {
	Leave bool // away, once what is to be saved is on its way
	// Save is to be written, in the order it came, with now as the moment of its
	// edit. Each one is answered by [Model.Saved] or [Model.WithNotice].
	Save *record.Episode
}

// Model is the form. Make it with [New].
type Model struct {
	episode record.Episode
	fields  []field // what was untold at first comes first
	night   bool
	cursor  int
	keys    keyMap
	entry   textinput.Model
	typing  bool
	help    bool
	picked  string // the number of one digit that was pressed last
	notice  string

	edits  int   // how often an answer was changed here
	sent   []int // how many of these each save holds that was not answered yet
	kept   int   // how many of these are kept; -1: nothing was saved yet
	failed bool  // the latest save that was answered
}

// New asks about a cramp, as far as nothing is known of it. At night that is
// one number.
func New(e record.Episode, night bool) Model {
	m := Model{episode: e, night: night, keys: newKeyMap(), entry: textinput.New(), kept: -1}
	m.entry.Prompt = ""
	m.entry.SetVirtualCursor(false)
	if night {
		m.fields = []field{severity()}
		return m
	}
	return m.asking(fields(time.Time{}))
}

// WithNow asks for the moment, too, now that it is known what time it is. It is
// for a cramp that was not led through here, or long ago.
func (m Model) WithNow(now time.Time) Model {
	if m.night {
		return m
	}
	return m.asking(fields(now))
}

func (m Model) asking(list []field) Model {
	known := func(f field) int { return min(len(f.get(m.episode)), 1) }
	slices.SortStableFunc(list, func(a, b field) int { return known(a) - known(b) })
	m.fields = list
	return m
}

// Saved says that what was to be saved first is kept now.
func (m Model) Saved() Model {
	if len(m.sent) > 0 {
		m.kept, m.sent = m.sent[0], m.sent[1:]
		m.notice, m.failed = "", false
	}
	return m
}

// WithNotice says in one line what went wrong. What was to be saved first is
// not.
func (m Model) WithNotice(s string) Model {
	m.notice = routines.Clean(s)
	if len(m.sent) > 0 {
		m.sent, m.failed = m.sent[1:], true
	}
	return m
}

// Episode returns the cramp as it was told so far, saved or not.
func (m Model) Episode() record.Episode { return m.episode }

// Chosen puts the cursor on a row, unless what is being typed can't be taken.
func (m Model) Chosen(row int) Model {
	m, ok := m.taken()
	if ok {
		m.picked = ""
		m.cursor = min(max(row, 0), len(m.fields)-1)
	}
	return m
}

// Typing reports whether a key is a letter of a text now.
func (m Model) Typing() bool { return m.typing }

// Update takes a message. Nothing here happens by itself.
func (m Model) Update(msg tea.Msg) (Model, Wish) {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		if paste, pasted := msg.(tea.PasteMsg); pasted && m.typing {
			m.entry, _ = m.entry.Update(tea.PasteMsg{Content: routines.Clean(paste.Content)})
		}
		return m, Wish{}
	}
	switch {
	case m.typing:
		return m.whileTyping(press), Wish{}
	case key.Matches(press, m.keys.Keys) && !m.night:
		m.help = !m.help
	case m.help:
		m.help = !key.Matches(press, m.keys.Leave)
	case key.Matches(press, m.keys.Leave):
		return m.left()
	case m.night:
		return m.atNight(press)
	case key.Matches(press, m.keys.Save):
		return m.save()
	case key.Matches(press, m.keys.Accept) && m.field().options != nil && m.state() == saved:
		return m, Wish{Leave: true}
	case key.Matches(press, m.keys.Accept) && m.field().options != nil && m.state() == unsaved:
		return m.save()
	default:
		m.notice = ""
		return m.answered(press), Wish{}
	}
	return m, Wish{}
}

// atNight takes the number, and then the way out. Another number puts the
// first one right.
func (m Model) atNight(press tea.KeyPressMsg) (Model, Wish) {
	switch {
	case key.Matches(press, m.keys.Pick):
		return m.answered(press).save()
	case m.state() == unsaved && key.Matches(press, m.keys.Again):
		return m.save()
	case m.state() == saved && key.Matches(press, m.keys.Done):
		return m, Wish{Leave: true}
	}
	return m, Wish{}
}

// left goes away. What was told is kept: whoever wants nothing kept says so with
// the key for it.
func (m Model) left() (Model, Wish) {
	if m.state() != unsaved {
		return m, Wish{Leave: true}
	}
	m, wish := m.save()
	wish.Leave = true
	return m, wish
}

func (m Model) save() (Model, Wish) {
	e := m.episode
	e.Edited = time.Time{} // now
	m.sent = append(slices.Clip(m.sent), m.edits)
	m.notice = ""
	return m, Wish{Save: &e}
}

// field is the one the cursor is on.
func (m Model) field() field { return m.fields[m.cursor] }

// answered takes a key of the list.
func (m Model) answered(press tea.KeyPressMsg) Model {
	f, before := m.field(), m.picked
	m.picked = ""
	if to, ok := m.keys.Stepped(press, m.cursor, widget.PageRows); ok {
		return m.Chosen(to)
	}
	switch {
	case key.Matches(press, m.keys.Untold):
		return m.told("")
	case key.Matches(press, m.keys.Type) && f.options == nil:
		return m.begun(f.get(m.episode))
	case key.Matches(press, m.keys.Pick) && f.options == nil && press.String() != tenKey:
		return m.begun(press.String())
	case key.Matches(press, m.keys.Pick) && before+press.String() == "10" && f.offers("10"):
		return m.told("10") // typed as it is read
	case key.Matches(press, m.keys.Pick):
		m.picked = press.String()
		if i := slices.IndexFunc(f.options, func(o option) bool { return o.key == press.String() }); i >= 0 {
			return m.told(f.options[i].text)
		}
	case key.Matches(press, m.keys.Next):
		return m.stepped(1)
	case key.Matches(press, m.keys.Before):
		return m.stepped(-1)
	}
	return m
}

// begun begins to type an answer.
func (m Model) begun(text string) Model {
	m.typing = true
	m.entry.SetValue(text)
	m.entry.CursorEnd()
	m.entry.Focus()
	return m
}

// stepped goes to another of the answers at hand; not to have told is one.
func (m Model) stepped(by int) Model {
	f := m.field()
	if f.options == nil {
		return m
	}
	now := f.get(m.episode)
	at := slices.IndexFunc(f.options, func(o option) bool { return o.text == now }) + 1
	n := len(f.options) + 1
	if at = (at + by + n) % n; at == 0 {
		return m.told("")
	}
	return m.told(f.options[at-1].text)
}

// told puts an answer into the cramp, or says why not.
func (m Model) told(text string) Model {
	if text == m.field().get(m.episode) {
		return m
	}
	e := m.episode
	if err := m.field().set(&e, text); err != nil {
		m.notice = routines.Clean(err.Error())
		return m
	}
	m.episode = e
	m.edits++
	return m
}

func (m Model) whileTyping(press tea.KeyPressMsg) Model {
	m.notice = ""
	switch {
	case key.Matches(press, m.keys.Cancel):
		m.typing = false
	case key.Matches(press, m.keys.Accept):
		m, _ = m.taken()
	case press.Code == tea.KeyUp:
		return m.Chosen(m.cursor - 1)
	case press.Code == tea.KeyDown:
		return m.Chosen(m.cursor + 1)
	case key.Matches(press, m.keys.PageUp):
		return m.Chosen(m.cursor - widget.PageRows)
	case key.Matches(press, m.keys.PageDown):
		return m.Chosen(m.cursor + widget.PageRows)
	default:
		m.entry, _ = m.entry.Update(press)
	}
	return m
}

// taken ends typing. What can't be taken stays there to be put right.
func (m Model) taken() (Model, bool) {
	if !m.typing {
		return m, true
	}
	m.notice = ""
	m = m.told(strings.TrimSpace(routines.Clean(m.entry.Value())))
	m.typing = m.notice != ""
	return m, !m.typing
}

// state is what became of what was told.
type state int

const (
	untouched state = iota
	unsaved
	saving
	saved
)

func (m Model) state() state {
	switch {
	case len(m.sent) > 0:
		return saving
	case m.kept == m.edits:
		return saved
	case m.edits > 0 || m.failed:
		return unsaved
	}
	return untouched
}
