package checkin

import (
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/record"
	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

var onset = time.Date(2026, 11, 21, 3, 12, 30, 0, time.UTC)

// relieved is a cramp as the relief tells it.
func relieved() record.Episode {
	return record.Episode{
		ID: "id", At: onset, Length: 250 * time.Second, Relief: 250 * time.Second, Muscle: routines.Calf, Side: routines.Left,
		Tried: []record.Attempt{{Routine: "ease", Step: "slack"}}, Edited: onset,
	}
}

// The forms there are: after a relief, by day and at night; about a cramp that was
// not led through here; and of an entry of long ago.
func byDay() Model   { return New(silent{}, screen.OpenForm{Episode: relieved()}) }
func atNight() Model { return New(silent{}, screen.OpenForm{Episode: relieved(), Brief: true}) }
func edited() Model  { return New(silent{}, screen.OpenForm{Episode: relieved(), Edit: true}) }
func fresh() Model {
	return New(silent{}, screen.OpenForm{Episode: record.Episode{ID: "id", At: tuitest.Start}, Fresh: true})
}

func rated(n int) record.Rating { return record.Rating{Given: true, Value: n} }

// on asks a question, or puts the cursor of the list on it.
func on(t testing.TB, m Model, column string) Model {
	t.Helper()
	i := slices.IndexFunc(m.questions, func(q record.Question) bool { return q.Column == column })
	if i < 0 {
		t.Fatalf("nothing asks for %s", column)
	}
	if m.page == listing {
		m.at = i
		return m
	}
	m.passed = i
	return m.ask(i)
}

// silent is a diary that keeps nothing, and holds what it has not answered yet.
type silent struct{ unanswered []func(error) tea.Msg }

func (silent) SaveEpisode(record.Episode) error { return nil }

// noting is a diary that notes what it is to keep.
type noting struct{ into *record.Episode }

func (n noting) SaveEpisode(e record.Episode) error {
	*n.into = e
	return nil
}

// wishes is what an effect asks for.
type wishes struct {
	Leave bool
	Save  *record.Episode
}

// tell hands the form a message.
func tell(m Model, msg tea.Msg) (Model, wishes) {
	var w wishes
	var saved record.Episode
	diary, _ := m.diary.(silent)
	m.diary = noting{&saved}
	m, e := tuitest.Tell(m, tuitest.Env(), msg)
	_, w.Leave = tuitest.Asked[screen.Back](e)
	if write, ok := tuitest.Asked[screen.Write](e); ok && write.Do() == nil {
		w.Save = &saved
		diary.unanswered = append(slices.Clone(diary.unanswered), write.Done)
	}
	m.diary = diary
	return m, w
}

// press presses keys, and says what the last one made the form ask for. A 1 that
// may become 10 is not waited for: later is a key that waits.
func press(m Model, keys ...string) (Model, wishes) {
	var w wishes
	for _, k := range keys {
		if k == later {
			m, w = tell(m, screen.WakeMsg{})
		} else {
			m, w = tell(m, screen.Press(k))
		}
	}
	return m, w
}

const later = "later"

// answer is the diary's answer to the save that was asked for first.
func (m Model) answer(err error) Model {
	diary, _ := m.diary.(silent)
	if len(diary.unanswered) == 0 {
		return m
	}
	done := diary.unanswered[0]
	m.diary = silent{diary.unanswered[1:]}
	m, _ = tuitest.Tell(m, tuitest.Env(), done(err))
	return m
}

// draw is a view at a size in a theme.
func (m Model) draw(w, h int, t theme.Theme) widget.Frame {
	env := tuitest.Sized(w, h)
	env.Theme = t
	return m.View(env)
}

func view(m Model, w, h int) string { return ansi.Strip(m.draw(w, h, theme.Mono()).Content) }
