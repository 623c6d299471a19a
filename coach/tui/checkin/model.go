// Package checkin is the form about a cramp. It is a conversation: one question a
// screen, five at first, each with what was recorded as its answer. At night it
// asks one number and is done. An entry of long ago is put right in a list.
//
// All of it is optional. The form says "Saved" once that is on disk, and keeps
// what was told until then and after: whichever way it is left, nothing of it is
// lost.
package checkin

import (
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"uncramp/coach/record"
	"uncramp/coach/text"
	"uncramp/coach/tui/bodymap"
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
	diary     Diary
	episode   record.Episode
	form      screen.OpenForm
	fresh     bool // it has just ended, as far as is known
	questions []record.Question
	page      page
	at        int         // the question that is asked, or the row of the list
	option    int         // which of the answers at hand the cursor is on; -1: none
	legs      bodymap.Map // of a question where
	entry     widget.Field
	typing    bool
	one       bool   // 1 was pressed, which may become 10
	told      string // what was answered last
	passed    int    // how many questions were gone through
	notice    string

	edits  int  // how often an answer was changed here
	saving int  // how many saves were not answered yet
	sent   int  // how many of the edits the latest save holds
	kept   int  // how many of the edits are kept; -1: nothing was saved yet
	failed bool // the latest save that was answered
}

// page is what is shown.
type page int

const (
	asking  page = iota // a question
	closing             // what was kept
	listing             // all that can be said
)

// New asks about a cramp.
func New(diary Diary, form screen.OpenForm) Model {
	m := Model{
		diary: diary, episode: form.Episode, form: form, fresh: form.Fresh, questions: record.Questions(),
		entry: widget.NewField(0), kept: -1,
	}
	switch {
	case form.Brief:
		m.questions = []record.Question{record.Severity()}
	case form.Edit:
		m.page = listing
		return m
	}
	return m.ask(0)
}

// ask shows a question, with what was told as its answer.
func (m Model) ask(at int) Model {
	m.page, m.at, m.typing, m.one, m.legs = asking, at, false, false, bodymap.New(m.spot())
	if m.question().Kind == record.Words {
		m = m.typeFrom(m.question().Said(m.episode))
	}
	return m.onAnswer()
}

// question is the one that is asked, or that the cursor is on in the list.
func (m Model) question() record.Question { return m.questions[m.at] }

// asked is how many questions there are before it is asked whether there shall be
// more.
func (m Model) asked() int {
	if m.at < record.FirstQuestions {
		return min(record.FirstQuestions, len(m.questions))
	}
	return len(m.questions)
}

// saveMsg says what became of a save that held so many edits.
type saveMsg struct {
	edits int
	err   error
}

// Page implements [screen.Paged]. In the list the cursor goes from row to row.
func (m Model) Page() any {
	if m.page == listing {
		return listing
	}
	return [2]int{int(m.page), m.at}
}

// tenWait is how long 1 waits to become 10.
const tenWait = 600 * time.Millisecond

// Wake implements [screen.Waker].
func (m Model) Wake() (time.Duration, bool) { return tenWait, m.one }

// Update implements [screen.Screen].
func (m Model) Update(env screen.Env, msg tea.Msg) (screen.Screen, screen.Effect) {
	switch msg := msg.(type) {
	case saveMsg:
		return m.afterSave(msg), screen.Effect{}
	case screen.NoticeMsg:
		m.notice = string(msg)
	case screen.WakeMsg:
		return m.decided(env)
	case screen.CloseMsg, screen.BreakOffMsg:
		return m.leftBehind(env)
	case screen.RowMsg:
		return m.tapped(env, int(msg))
	case tea.PasteMsg:
		if m.page == asking && m.typing {
			m.entry, _ = m.entry.Update(tea.PasteMsg{Content: text.Clean(msg.Content)})
		}
	case tea.KeyPressMsg:
		return m.pressed(env, msg)
	}
	return m, screen.Effect{}
}

func (m Model) pressed(env screen.Env, press tea.KeyPressMsg) (Model, screen.Effect) {
	switch k := press.String(); {
	case m.one && k == "0":
		m.one = false
		return m.answered(env, "10")
	case m.one && (k == "1" || key.Matches(press, nextKey)): // and no answer to the next question
		return m.decided(env)
	}
	m, effect := m.decided(env)
	m.notice = ""
	handle := map[page]func(screen.Env, tea.KeyPressMsg) (Model, screen.Effect){
		asking: m.whileAsking, closing: m.whileClosing, listing: m.inList,
	}[m.page]
	m, then := handle(env, press)
	return m, effect.And(then)
}

// decided takes a 1 that did not become 10.
func (m Model) decided(env screen.Env) (Model, screen.Effect) {
	if !m.one {
		return m, screen.Effect{}
	}
	m.one = false
	return m.answered(env, "1")
}

// tapped takes the answer that was tapped, or the row of the list.
func (m Model) tapped(env screen.Env, row int) (Model, screen.Effect) {
	m, effect := m.decided(env)
	m.notice = ""
	switch options := m.options(); {
	case m.page == listing:
		m.at = min(max(row, 0), len(m.questions)-1)
		return m.ask(m.at), effect
	case m.page != asking:
	case m.question().Kind == record.Where:
		z := stageOf(env).answers
		m.legs = m.legs.Tapped(row, z.W, z.H)
		return m.answered(env, m.legs.Spot().Name())
	case row >= 0 && row < len(options):
		return m.answered(env, options[row])
	}
	return m, effect
}
