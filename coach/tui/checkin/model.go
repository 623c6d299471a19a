// Package checkin is the short form after a cramp. At night it asks one number
// and is done; by day it lists what else can be said, what is not answered
// yet first. The same form changes a cramp that was written down long ago.
//
// All of it is optional. The form says "Saved" once that is on disk, and keeps
// what was typed until then and after.
package checkin

import (
	"slices"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"uncramp/coach/record"
	"uncramp/coach/text"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
)

// Diary is what the form asks of the diary.
type Diary interface {
	// SaveEpisode writes a cramp, edited now where it has no moment of its edit.
	SaveEpisode(record.Episode) error
}

// Model is the form. Make it with [New].
type Model struct {
	diary   Diary
	episode record.Episode
	fields  []field // what was not answered at first comes first
	night   bool
	cursor  int
	entry   widget.Field
	typing  bool
	picked  string // the number of one digit that was pressed last
	notice  string

	edits  int  // how often an answer was changed here
	saving int  // how many saves were not answered yet
	kept   int  // how many of the edits are kept; -1: nothing was saved yet
	failed bool // the latest save that was answered
}

// New asks about a cramp, as far as nothing is known of it. At night that is
// one number.
func New(diary Diary, e record.Episode, night bool) Model {
	m := Model{diary: diary, episode: e, night: night, entry: widget.NewField(0), kept: -1}
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

// chosen puts the cursor on a row, unless what is being typed can't be taken.
func (m Model) chosen(row int) Model {
	if m = m.accepted(); !m.typing {
		m.picked = ""
		m.cursor = min(max(row, 0), len(m.fields)-1)
	}
	return m
}

// saveMsg says what became of a save that held so many edits.
type saveMsg struct {
	edits int
	err   error
}

// Update implements [screen.Screen].
func (m Model) Update(_ screen.Env, msg tea.Msg) (screen.Screen, screen.Effect) {
	switch msg := msg.(type) {
	case saveMsg:
		return m.afterSave(msg), screen.Effect{}
	case screen.NoticeMsg:
		m.notice = string(msg)
	case screen.RowMsg:
		return m.chosen(int(msg)).pressed(screen.Press("enter"))
	case tea.PasteMsg:
		if m.typing {
			m.entry, _ = m.entry.Update(tea.PasteMsg{Content: text.Clean(msg.Content)})
		}
	case tea.KeyPressMsg:
		return m.pressed(msg)
	}
	return m, screen.Effect{}
}

func (m Model) pressed(press tea.KeyPressMsg) (Model, screen.Effect) {
	switch {
	case m.typing:
		return m.whileTyping(press), screen.Effect{}
	case key.Matches(press, leaveKey):
		return m.left()
	case m.night:
		return m.atNight(press)
	case key.Matches(press, acceptKey) && m.field().options != nil && m.state() == saved:
		return m, screen.Ask(screen.Back{})
	case key.Matches(press, saveKey), key.Matches(press, acceptKey) && m.field().options != nil && m.state() == unsaved:
		return m.save()
	}
	m.notice = ""
	return m.answered(press), screen.Effect{}
}

// atNight takes the number, and then the way out. Another number puts the
// first one right.
func (m Model) atNight(press tea.KeyPressMsg) (Model, screen.Effect) {
	switch {
	case key.Matches(press, pickKey):
		return m.answered(press).save()
	case m.state() == unsaved && key.Matches(press, againKey):
		return m.save()
	case m.state() == saved && key.Matches(press, doneKey):
		return m, screen.Ask(screen.Back{})
	}
	return m, screen.Effect{}
}

// left goes away. What was answered is kept: whoever wants nothing kept says so with
// the key for it.
func (m Model) left() (Model, screen.Effect) {
	if m.state() != unsaved {
		return m, screen.Ask(screen.Back{})
	}
	m, save := m.save()
	return m, save.And(screen.Ask(screen.Back{}))
}

func (m Model) save() (Model, screen.Effect) {
	e, edits := m.episode, m.edits
	e.Edited = time.Time{} // now
	m.saving++
	m.notice = ""
	return m, screen.Ask(screen.Write{
		Do:   func() error { return m.diary.SaveEpisode(e) },
		Done: func(err error) tea.Msg { return saveMsg{edits, err} },
	})
}

// afterSave takes the diary's answer.
func (m Model) afterSave(msg saveMsg) Model {
	m.saving--
	m.notice, m.failed = "", msg.err != nil
	if m.failed {
		m.notice = text.Clean(msg.err.Error())
		return m
	}
	m.kept = msg.edits
	return m
}

// field is the one the cursor is on.
func (m Model) field() field { return m.fields[m.cursor] }

// answered takes a key of the list.
func (m Model) answered(press tea.KeyPressMsg) Model {
	f, before := m.field(), m.picked
	m.picked = ""
	if to, ok := steps.Stepped(press, m.cursor, widget.PageRows); ok {
		return m.chosen(to)
	}
	switch {
	case key.Matches(press, clearKey):
		return m.set("")
	case key.Matches(press, typeKey) && f.options == nil:
		return m.typeFrom(f.get(m.episode))
	case key.Matches(press, pickKey) && f.options == nil && press.String() != tenKey:
		return m.typeFrom(press.String())
	case key.Matches(press, pickKey) && before+press.String() == "10" && f.offers("10"):
		return m.set("10") // typed as it is read
	case key.Matches(press, pickKey):
		m.picked = press.String()
		if i := slices.IndexFunc(f.options, func(o option) bool { return o.key == press.String() }); i >= 0 {
			return m.set(f.options[i].text)
		}
	case key.Matches(press, nextKey):
		return m.stepped(1)
	case key.Matches(press, beforeKey):
		return m.stepped(-1)
	}
	return m
}

// typeFrom begins to type an answer, from a text on.
func (m Model) typeFrom(from string) Model {
	m.typing = true
	m.entry.SetValue(from)
	m.entry.CursorEnd()
	return m
}

// stepped goes to another of the answers at hand; no answer is one.
func (m Model) stepped(by int) Model {
	texts := []string{""}
	for _, o := range m.field().options {
		texts = append(texts, o.text)
	}
	if len(texts) == 1 {
		return m
	}
	at := max(slices.Index(texts, m.field().get(m.episode)), 0)
	return m.set(texts[(at+by+len(texts))%len(texts)])
}

// set puts an answer into the cramp, or says why not.
func (m Model) set(answer string) Model {
	if answer == m.field().get(m.episode) {
		return m
	}
	e := m.episode
	if err := m.field().set(&e, answer); err != nil {
		m.notice = text.Clean(err.Error())
		return m
	}
	m.episode = e
	m.edits++
	return m
}

func (m Model) whileTyping(press tea.KeyPressMsg) Model {
	m.notice = ""
	to, steps := steps.Stepped(press, m.cursor, widget.PageRows)
	switch {
	case key.Matches(press, cancelKey):
		m.typing = false
	case key.Matches(press, acceptKey):
		m = m.accepted()
	case steps && press.Text == "": // it is no letter
		return m.chosen(to)
	default:
		m.entry, _ = m.entry.Update(press)
	}
	return m
}

// accepted ends typing. What can't be taken stays there to be put right.
func (m Model) accepted() Model {
	if !m.typing {
		return m
	}
	m.notice = ""
	answer := strings.TrimSpace(text.Clean(m.entry.Value()))
	if lost(answer) > lost(m.field().get(m.episode)) {
		m.notice = lettersLost
		return m
	}
	m = m.set(answer)
	m.typing = m.notice != ""
	return m
}

// lost is how many letters of a text came as no UTF-8.
func lost(s string) int { return strings.Count(s, "\ufffd") }

// state is what became of the answers.
type state int

const (
	untouched state = iota
	unsaved
	saving
	saved
)

func (m Model) state() state {
	switch {
	case m.saving > 0:
		return saving
	case m.kept == m.edits:
		return saved
	case m.edits > 0 || m.failed:
		return unsaved
	}
	return untouched
}
