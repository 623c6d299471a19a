// Package home is the screen the program opens with: what to do now, by the
// hour, and every routine there is, by its purpose.
package home

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

// Wish is what the person wants that home can't do by itself.
type Wish struct {
	Settings bool // what is set
	GoOn     bool // with the routine that was stopped half-way
	Decline  bool // to
	History  bool
	Learn    bool   // what the articles teach
	Plan     bool   // the week
	Untold   bool   // more of last night's cramp
	Start    string // a routine, by its id
	Flags    bool   // the red-flag questions
	Leave    bool
}

// Model is the home screen. Make it with [New].
type Model struct {
	entries []routines.Head // in the order they are shown: today's first, then by purpose
	quick   []string
	cursor  int // in what the filter leaves
	keys    keyMap
	filter  textinput.Model
	typing  bool
	help    bool
	notice  string
	halfway string // a routine that was stopped, and where; empty: none
	untold  string // a cramp of last night, of which more can be told; empty: none
}

// The routines that are always one key away.
const (
	reliefID  = "ease"
	bedtimeID = "bedtime"
	warmUpID  = "warmup"
)

// New shows routines at a time of day, which decides what comes first.
func New(entries []routines.Head, at time.Time) Model {
	m := Model{keys: newKeyMap(), quick: quick(at.Hour()), entries: slices.Clone(entries)}
	purposes := routines.Purposes()
	slices.SortStableFunc(m.entries, func(a, b routines.Head) int {
		return slices.Index(purposes, a.Purpose) - slices.Index(purposes, b.Purpose)
	})
	m.filter = textinput.New()
	m.filter.Prompt = ""
	m.filter.CharLimit = 40
	m.filter.SetVirtualCursor(false)
	return m.WithHalfway("").WithUntold("")
}

// quick is what to do now, most likely first: before dawn the relief, in the
// evening the bedtime stretch, else the warm-up.
func quick(hour int) []string {
	switch {
	case hour < 6:
		return []string{reliefID, bedtimeID, warmUpID}
	case hour >= 18:
		return []string{bedtimeID, reliefID, warmUpID}
	}
	return []string{warmUpID, reliefID, bedtimeID}
}

// WithHalfway offers to go on with a routine that was stopped half-way; an
// empty name takes the offer back.
func (m Model) WithHalfway(name string) Model {
	m.halfway = name
	m.keys.GoOn.SetEnabled(name != "")
	m.keys.Decline.SetEnabled(name != "")
	return m
}

// WithUntold offers to tell more of a cramp of last night; an empty text takes
// the offer back.
func (m Model) WithUntold(what string) Model {
	m.untold = what
	m.keys.Untold.SetEnabled(what != "")
	return m
}

// Lasted is how long a cramp lasted, in words.
func Lasted(d time.Duration) string {
	if d < time.Minute {
		return "less than a minute"
	}
	if n := int(d.Round(time.Minute) / time.Minute); n != 1 {
		return fmt.Sprintf("%d minutes", n)
	}
	return "1 minute"
}

// WithNotice shows one quiet line about something that went wrong.
func (m Model) WithNotice(s string) Model {
	m.notice = s
	return m
}

// Update takes a message. Time plays no part here.
func (m Model) Update(msg tea.Msg) (Model, Wish) {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		if paste, pasted := msg.(tea.PasteMsg); pasted && m.typing {
			return m.typed(tea.PasteMsg{Content: routines.Clean(paste.Content)}), Wish{}
		}
		return m, Wish{}
	}
	m.notice = ""
	if m.typing {
		return m.whileTyping(press)
	}
	switch {
	case key.Matches(press, m.keys.Keys):
		m.help = !m.help
	case m.help && key.Matches(press, m.keys.Leave, m.keys.Clear):
		m.help = false
	case m.help:
	case key.Matches(press, m.keys.Leave):
		return m, Wish{Leave: true}
	case key.Matches(press, m.keys.Flags):
		return m, Wish{Flags: true}
	case key.Matches(press, m.keys.GoOn):
		return m, Wish{GoOn: true}
	case key.Matches(press, m.keys.Decline):
		return m, Wish{Decline: true}
	case key.Matches(press, m.keys.History):
		return m, Wish{History: true}
	case key.Matches(press, m.keys.Learn):
		return m, Wish{Learn: true}
	case key.Matches(press, m.keys.Plan):
		return m, Wish{Plan: true}
	case key.Matches(press, m.keys.Untold):
		return m, Wish{Untold: true}
	case key.Matches(press, m.keys.Settings):
		return m, Wish{Settings: true}
	case key.Matches(press, m.keys.Now):
		return m, Wish{Start: reliefID}
	case key.Matches(press, m.keys.Bedtime):
		return m, Wish{Start: bedtimeID}
	case key.Matches(press, m.keys.WarmUp):
		return m, Wish{Start: warmUpID}
	case key.Matches(press, m.keys.Filter):
		m.typing, m.cursor = true, 0
		m.filter.Focus()
	case key.Matches(press, m.keys.Clear):
		m.filter.Reset()
		m.cursor = 0
	case key.Matches(press, m.keys.Start):
		return m, m.chosen()
	default:
		return m.moved(press), Wish{}
	}
	return m, Wish{}
}

func (m Model) whileTyping(press tea.KeyPressMsg) (Model, Wish) {
	switch {
	case key.Matches(press, m.keys.Clear):
		m.typing, m.cursor = false, 0
		m.filter.Reset()
		m.filter.Blur()
		return m, Wish{}
	case key.Matches(press, m.keys.Accept):
		return m, m.chosen()
	case press.Code == tea.KeyUp || press.Code == tea.KeyDown:
		return m.moved(press), Wish{}
	}
	return m.typed(press), Wish{}
}

func (m Model) typed(msg tea.Msg) Model {
	m.filter, _ = m.filter.Update(msg)
	m.cursor = 0
	return m
}

// moved takes a key that may move the cursor.
func (m Model) moved(press tea.KeyPressMsg) Model {
	if to, ok := m.keys.Stepped(press, m.cursor, widget.PageRows); ok {
		return m.Chosen(to)
	}
	return m
}

// Chosen puts the cursor on a row.
func (m Model) Chosen(row int) Model {
	m.cursor = min(max(row, 0), max(len(m.rows())-1, 0))
	return m
}

func (m Model) chosen() Wish {
	rows := m.rows()
	if m.cursor >= len(rows) {
		return Wish{}
	}
	return Wish{Start: rows[m.cursor].ID}
}

// rows are the entries the cursor can stand on: first what to do now, then
// every routine; with a filter, what the filter leaves.
func (m Model) rows() []routines.Head {
	want := strings.ToLower(strings.TrimSpace(m.filter.Value()))
	if want != "" {
		found := slices.DeleteFunc(slices.Clone(m.entries), func(e routines.Head) bool { return !contains(searched(e), want) })
		slices.SortStableFunc(found, func(a, b routines.Head) int { return rank(a, want) - rank(b, want) })
		return found
	}
	return append(m.now(), m.entries...)
}

// now is what to do now, as far as it is in the list.
func (m Model) now() []routines.Head {
	var out []routines.Head
	for _, id := range m.quick {
		if i := slices.IndexFunc(m.entries, func(e routines.Head) bool { return e.ID == id }); i >= 0 {
			out = append(out, m.entries[i])
		}
	}
	return out
}

// searched is everything a filter looks at.
func searched(e routines.Head) string {
	return strings.Join([]string{e.ID, e.Name, e.Summary, Heading(e.Purpose), join(e.Muscles), join(e.Positions)}, " ")
}

// rank puts routines that are called what is looked for first.
func rank(e routines.Head, want string) int {
	if contains(e.ID+" "+e.Name, want) {
		return 0
	}
	return 1
}

// contains reports whether every word wanted stands somewhere in a text.
func contains(text, want string) bool {
	text = strings.ToLower(text)
	for _, w := range strings.Fields(want) {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

func join[T ~string](list []T) string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = string(v)
	}
	return strings.Join(out, ", ")
}

// Heading is what a purpose is called above its routines.
func Heading(p routines.Purpose) string {
	switch p {
	case routines.Relief:
		return "While it cramps"
	case routines.After:
		return "Once it lets go"
	case routines.Bed:
		return "Before sleep and on waking"
	case routines.Exercise:
		return "Around exercise"
	}
	return "Through the day"
}
