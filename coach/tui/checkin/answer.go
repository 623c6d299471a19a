package checkin

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"uncramp/coach/record"
	"uncramp/coach/text"
	"uncramp/coach/tui/bodymap"
	"uncramp/coach/tui/screen"
)

// options are the answers that are at hand, as they are said.
func (m Model) options() (list []string) {
	switch m.question().Kind {
	case record.Scale:
		for n := range 11 {
			list = append(list, strconv.Itoa(n))
		}
	case record.YesNo:
		list = []string{string(record.Yes), string(record.No)}
	case record.Length:
		list = []string{"1", "2", "5", "10", "20"}
	}
	return list
}

// onAnswer puts the cursor on what was told, if it is among the answers at hand.
func (m Model) onAnswer() Model {
	m.option = slices.Index(m.options(), m.question().Said(m.episode))
	return m
}

// tenKey is 10 in one key.
const tenKey = "t"

// picked is the answer at hand that a key gives.
func (m Model) picked(press fmt.Stringer) (answer string, is bool) {
	k := press.String()
	switch m.question().Kind {
	case record.Scale:
		if k == tenKey {
			k = "10"
		}
		return k, slices.Contains(m.options(), k)
	case record.YesNo:
		answer = string(map[string]record.Answer{"1": record.Yes, "y": record.Yes, "2": record.No, "n": record.No}[k])
	}
	return answer, answer != ""
}

// pick takes an answer that a key gave. A 1 may become 10.
func (m Model) pick(env screen.Env, answer string) (Model, screen.Effect) {
	if m.question().Kind == record.Scale && answer == "1" {
		m.one, m.option = true, 1
		return m, screen.Effect{}
	}
	return m.answered(env, answer)
}

// spot is where it hurt, as far as it is told.
func (m Model) spot() bodymap.Spot {
	return bodymap.Spot{Muscle: m.episode.Muscle, Side: m.episode.Side}
}

// answered takes an answer and goes on; what can't be taken stays to be put right.
func (m Model) answered(env screen.Env, answer string) (Model, screen.Effect) {
	m, ok := m.taken(env, answer)
	if !ok {
		return m, screen.Effect{}
	}
	return m.next(env)
}

// taken puts an answer into the cramp, or says why not.
func (m Model) taken(env screen.Env, answer string) (Model, bool) {
	q, e := m.question(), m.episode
	was := q.Said(e)
	if lost(answer) > lost(was) {
		m.notice = lettersLost
		return m, false
	}
	if answer != was {
		if err := q.Take(&e, answer, env.Now.Wall); err != nil {
			m.notice = text.Clean(err.Error())
			return m, false
		}
	}
	if said := q.Said(e); said != was || q.Kind == record.When && m.fresh && answer != "" {
		m.edits++
		m.fresh = m.fresh && q.Kind != record.When
	}
	m.episode = e
	return m, true
}

// lost is how many letters of a text came as no UTF-8.
func lost(s string) int { return strings.Count(s, "\ufffd") }

// next goes on to the next question, or to what was kept.
func (m Model) next(env screen.Env) (Model, screen.Effect) {
	m.told = fmt.Sprintf(toldFormat, m.question().Label, m.inWords(m.question(), env, record.Unanswered))
	m.passed = max(m.passed, m.at+1)
	switch {
	case m.form.Edit:
		m.page, m.typing = listing, false
		return m, screen.Effect{}
	case m.form.Brief:
		return m.onAnswer().save()
	case m.form.Fresh && m.kept < 0 && m.edits == 0:
		m.edits++ // that there was one is told
	}
	if m.at+1 < m.asked() {
		return m.ask(m.at + 1), screen.Effect{}
	}
	m.page, m.typing = closing, false
	if m.state() == unsaved {
		return m.save()
	}
	return m, screen.Effect{}
}

// inWords is what is told to a question, or else what is said of nothing.
func (m Model) inWords(q record.Question, env screen.Env, otherwise string) string {
	if said := q.InWords(m.episode, env.Now.Wall); said != "" && !(q.Kind == record.When && m.fresh) {
		return said
	}
	if q.Kind == record.When {
		return q.Unanswered()
	}
	return otherwise
}

// before goes back to the question before, or to the list.
func (m Model) before() Model {
	m.told = ""
	switch {
	case m.form.Edit:
		m.page, m.typing = listing, false
	case m.at > 0:
		return m.ask(m.at - 1)
	}
	return m
}

// The steps by which a moment and a length are turned.
const (
	shortStep = 5 * time.Minute
	longStep  = time.Hour
)

// turned takes a key that makes a moment earlier or later, or a cramp longer or
// shorter, or that begins to type either; false: it is none.
func (m Model) turned(env screen.Env, press tea.KeyPressMsg) (Model, bool) {
	when := m.question().Kind == record.When
	switch {
	case key.Matches(press, moreKey) && when:
		return m.began(env, shortStep), true
	case key.Matches(press, lessKey) && when:
		return m.began(env, -shortStep), true
	case key.Matches(press, laterKey) && when:
		return m.began(env, longStep), true
	case key.Matches(press, earlierKey) && when:
		return m.began(env, -longStep), true
	case key.Matches(press, moreKey):
		return m.lasted(time.Minute), true
	case key.Matches(press, lessKey):
		return m.lasted(-time.Minute), true
	case key.Matches(press, typeKey) || when && key.Matches(press, dayKey):
		m = m.typeFrom("")
		m.entry, _ = m.entry.Update(press)
		return m, true
	}
	return m, false
}

// began moves the moment of the beginning; it is never in the future.
func (m Model) began(env screen.Env, by time.Duration) Model {
	at := m.episode.At.Truncate(shortStep)
	if by < 0 && at.Before(m.episode.At) {
		by += shortStep // to the full five minutes first
	}
	if at = at.Add(by); at.After(env.Now.Wall) {
		at = env.Now.Wall
	}
	if !at.Equal(m.episode.At) {
		m.episode.At, m.fresh = at, false
		m.edits++
	}
	return m
}

// lasted makes the length longer or shorter; what is shorter than anything is not
// known.
func (m Model) lasted(by time.Duration) Model {
	length := min(max(m.episode.Length+by, 0), 24*time.Hour)
	if length != m.episode.Length {
		m.episode.Length = length
		m = m.onAnswer()
		m.edits++
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

// typed is what was typed.
func (m Model) typed() string { return strings.TrimSpace(text.Clean(m.entry.Value())) }

func (m Model) whileTyping(env screen.Env, press tea.KeyPressMsg) (Model, screen.Effect) {
	words := m.question().Kind == record.Words
	empty := m.entry.Value() == ""
	switch {
	case key.Matches(press, cancelKey):
		return m.escaped(env)
	case key.Matches(press, nextKey) && (words || !empty):
		return m.answered(env, m.typed())
	case key.Matches(press, nextKey):
		return m.next(env)
	case empty && key.Matches(press, backKey) && words:
		return m.before(), screen.Effect{}
	case empty && key.Matches(press, backKey):
		m.typing = false
	default:
		m.entry, _ = m.entry.Update(press)
	}
	return m, screen.Effect{}
}

// settled takes what is being typed; false: it can't be taken, and is given up.
func (m Model) settled(env screen.Env) (Model, bool) {
	if m.page != asking || !m.typing || m.typed() == "" && m.question().Kind != record.Words {
		return m, true
	}
	m, ok := m.taken(env, m.typed())
	m.typing = m.question().Kind == record.Words
	if !ok && m.typing {
		m = m.typeFrom(m.question().Said(m.episode))
	}
	return m, ok
}
