package checkin

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/record"
	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
	"uncramp/coach/tui/widget"
)

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

func press(m Model, keys ...string) (Model, wishes) {
	var w wishes
	for _, k := range keys {
		w = wishes{}
		var saved record.Episode
		diary, _ := m.diary.(silent)
		m.diary = noting{&saved}
		var e screen.Effect
		m, e = tuitest.Press(m, tuitest.Env(), k)
		_, w.Leave = tuitest.Asked[screen.Back](e)
		if write, ok := tuitest.Asked[screen.Write](e); ok && write.Do() == nil {
			w.Save = &saved
			diary.unanswered = append(slices.Clone(diary.unanswered), write.Done)
		}
		m.diary = diary
	}
	return m, w
}

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
