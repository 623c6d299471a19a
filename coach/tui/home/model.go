// Package home is the screen the program opens with: what to do now, by the
// hour, and every routine there is, by its purpose.
package home

import (
	"slices"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"uncramp/coach/record"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
	"uncramp/coach/visit"
	"uncramp/routines"
)

// Door is the way to another page: its name, and the key that leads there.
type Door struct {
	Page string
	Key  widget.Binding
}

// Unfinished is a routine that was being followed when the program stopped.
type Unfinished struct {
	Name string // of the routine, and where in it
	Play visit.Play
}

// Diary is what home asks of the diary.
type Diary interface {
	// LastNightsCramp is a cramp of the last night of which nothing but a number
	// was given; false where there is none. It makes no diary.
	LastNightsCramp(now time.Time) (record.Episode, bool)
}

// Services is what home needs of the program.
type Services struct {
	Diary Diary
	// Forget forgets the routine that was stopped half-way.
	Forget func() error
}

// Model is the home screen. Make it with [New].
type Model struct {
	services   Services
	entries    []routines.Head // in the order they are shown: today's first, then by purpose
	doors      []Door
	quick      []string
	cursor     int // in what the filter leaves
	keys       keyMap
	filter     textinput.Model
	typing     bool
	help       bool
	played     bool // a routine was asked for
	notice     string
	unfinished *Unfinished
	reading    screen.Reading[*record.Episode]
	cramp      record.Episode // of last night, of which more can be told
}

// The routines that are always one key away.
const (
	reliefID  = "ease"
	bedtimeID = "bedtime"
	warmUpID  = "warmup"
)

// New shows routines at a time of day, which decides what comes first, and the
// ways to other pages. It offers to go on with what is unfinished; nil: nothing
// is.
func New(s Services, entries []routines.Head, doors []Door, u *Unfinished, at time.Time) Model {
	m := Model{services: s, keys: newKeyMap(), doors: doors, quick: quick(at.Hour()), entries: slices.Clone(entries), unfinished: u}
	purposes := routines.Purposes()
	slices.SortStableFunc(m.entries, func(a, b routines.Head) int {
		return slices.Index(purposes, a.Purpose) - slices.Index(purposes, b.Purpose)
	})
	m.filter = textinput.New()
	m.filter.Prompt = ""
	m.filter.CharLimit = 40
	m.filter.SetVirtualCursor(false)
	m.keys.GoOn.SetEnabled(u != nil)
	m.keys.Decline.SetEnabled(u != nil)
	m.keys.Details.SetEnabled(false)
	return m
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

// Keys implements [screen.Screen].
func (m Model) Keys() []widget.Binding {
	if m.typing {
		return m.keys.filtering()
	}
	return m.keys.all(m.doors)
}

// Update implements [screen.Screen].
func (m Model) Update(env screen.Env, msg tea.Msg) (screen.Screen, screen.Effect) {
	switch msg := msg.(type) {
	case screen.ShowMsg:
		return m.shown(env).read(env)
	case screen.WritesDoneMsg:
		return m.read(env)
	case screen.Read[*record.Episode]:
		return m.answered(msg)
	case screen.NoticeMsg:
		m.notice = string(msg)
	case screen.RowMsg:
		return m.at(int(msg)).start()
	case tea.PasteMsg:
		if m.typing {
			m = m.typed(tea.PasteMsg{Content: routines.Clean(msg.Content)})
		}
	case tea.KeyPressMsg:
		m.notice = ""
		return m.pressed(msg)
	}
	return m, screen.Effect{}
}

// shown begins anew after a routine, by the hour it is now, and says what stands
// in the way of another one.
func (m Model) shown(env screen.Env) Model {
	m.notice = ""
	if env.Blocked {
		m.notice = blocked
	}
	if m.played {
		m.played, m.typing, m.help, m.cursor = false, false, false, 0
		m.quick = quick(env.Now.Wall.Hour())
		m.filter.Reset()
	}
	return m
}

// read looks for a cramp of last night, by day.
func (m Model) read(env screen.Env) (Model, screen.Effect) {
	var effect screen.Effect
	if diary, now := m.services.Diary, env.Now.Wall; !env.Night {
		m.reading, effect = m.reading.Begin(func() (*record.Episode, error) {
			e, found := diary.LastNightsCramp(now)
			if !found {
				return nil, nil
			}
			return &e, nil
		})
	}
	return m, effect
}

// answered offers to tell more of that cramp, if there is one.
func (m Model) answered(msg screen.Read[*record.Episode]) (Model, screen.Effect) {
	reading, effect, ok := m.reading.Take(msg)
	m.reading = reading
	if ok {
		m.keys.Details.SetEnabled(msg.Value != nil)
	}
	if ok && msg.Value != nil {
		m.cramp = *msg.Value
	}
	return m, effect
}

func (m Model) pressed(press tea.KeyPressMsg) (Model, screen.Effect) {
	switch {
	case m.typing:
		return m.whileTyping(press)
	case key.Matches(press, m.keys.Keys):
		m.help = !m.help
	case m.help:
		m.help = !key.Matches(press, m.keys.Leave, m.keys.Clear)
	case key.Matches(press, m.keys.Leave):
		return m, screen.Ask(screen.Leave{})
	case key.Matches(press, m.keys.GoOn, m.keys.Decline, m.keys.Details):
		return m.offered(press)
	case key.Matches(press, m.keys.Now):
		return m.play(reliefID)
	case key.Matches(press, m.keys.Bedtime):
		return m.play(bedtimeID)
	case key.Matches(press, m.keys.WarmUp):
		return m.play(warmUpID)
	case key.Matches(press, m.keys.Filter):
		m.typing, m.cursor = true, 0
		m.filter.Focus()
	case key.Matches(press, m.keys.Clear):
		m.filter.Reset()
		m.cursor = 0
	case key.Matches(press, m.keys.Start):
		return m.start()
	default:
		return m.elsewhere(press)
	}
	return m, screen.Effect{}
}

// offered takes the answer to what is offered above the list.
func (m Model) offered(press tea.KeyPressMsg) (Model, screen.Effect) {
	if key.Matches(press, m.keys.Details) {
		m.keys.Details.SetEnabled(false)
		return m, screen.Ask(screen.OpenForm{Episode: m.cramp})
	}
	u, declined := m.unfinished, key.Matches(press, m.keys.Decline)
	m.unfinished = nil
	m.keys.GoOn.SetEnabled(false)
	m.keys.Decline.SetEnabled(false)
	if declined {
		return m, screen.Ask(screen.Write{Do: m.services.Forget})
	}
	m.played = true
	return m, screen.Ask(screen.Play{Ready: &u.Play})
}

// elsewhere opens another page, or moves the cursor.
func (m Model) elsewhere(press tea.KeyPressMsg) (Model, screen.Effect) {
	for _, d := range m.doors {
		if key.Matches(press, d.Key) {
			return m, screen.Ask(screen.Open{Page: d.Page})
		}
	}
	return m.moved(press), screen.Effect{}
}

func (m Model) whileTyping(press tea.KeyPressMsg) (Model, screen.Effect) {
	switch {
	case key.Matches(press, m.keys.Clear):
		m.typing, m.cursor = false, 0
		m.filter.Reset()
		m.filter.Blur()
	case key.Matches(press, m.keys.Accept):
		return m.start()
	case press.Code == tea.KeyUp || press.Code == tea.KeyDown:
		return m.moved(press), screen.Effect{}
	default:
		return m.typed(press), screen.Effect{}
	}
	return m, screen.Effect{}
}

func (m Model) typed(msg tea.Msg) Model {
	m.filter, _ = m.filter.Update(msg)
	m.cursor = 0
	return m
}

// moved takes a key that may move the cursor.
func (m Model) moved(press tea.KeyPressMsg) Model {
	if to, ok := m.keys.Stepped(press, m.cursor, widget.PageRows); ok {
		return m.at(to)
	}
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
	return strings.Join([]string{e.ID, e.Name, e.Summary, e.Purpose.Heading(), join(e.Muscles), join(e.Positions)}, " ")
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
