package week

import (
	"time"

	"uncramp/coach/record"
	"uncramp/coach/stats"
	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
	"uncramp/coach/tui/widget"
)

// noting is a diary that notes by how many glasses it is to count.
type noting struct{ by *int }

func (noting) Days(time.Time, stats.Day) ([]record.Session, map[stats.Day]int, error) {
	return nil, nil, nil
}

func (noting) Summary(time.Time, int) (stats.Summary, error) { return stats.Summary{}, nil }

func (n noting) AddGlasses(_ stats.Day, by int) (int, error) {
	*n.by += by
	return 0, nil
}

// wishes is what an effect asks for.
type wishes struct {
	Leave   bool
	Start   string
	Glasses *int // that are counted then
}

func press(m Model, keys ...string) (Model, wishes) {
	var w wishes
	for _, k := range keys {
		if k == "" {
			continue // a row, or nothing, was tapped
		}
		var by int
		before := m.glasses()
		m.diary = noting{&by}
		env := m.env(m.w, m.h, theme.Mono())
		env.Now.Wall = m.today().Date()
		var e screen.Effect
		m, e = tuitest.Press(m, env, k)
		play, _ := tuitest.Asked[screen.Play](e)
		_, leaves := tuitest.Asked[screen.Back](e)
		w = wishes{Leave: leaves, Start: play.Routine}
		if write, ok := tuitest.Asked[screen.Write](e); ok && write.Do() == nil {
			n := before + by
			w.Glasses = &n
		}
	}
	return m, w
}

func (m Model) behindAFlag() Model {
	m.blocked = true
	return m
}

func (m Model) sized(size [2]int) Model {
	m.w, m.h = size[0], size[1]
	return m
}

func (m Model) withGlasses(n int) Model {
	m.week = m.week.WithGlasses(n)
	return m
}

func (m Model) noticed(line string) Model {
	m, _ = tuitest.Tell(m, m.env(m.w, m.h, theme.Mono()), screen.NoticeMsg(line))
	return m
}

// draw is a view at a size in a theme.
func (m Model) draw(w, h int, t theme.Theme) widget.Frame { return m.View(m.env(w, h, t)) }

func (m Model) env(w, h int, t theme.Theme) screen.Env {
	env := tuitest.Sized(w, h)
	env.Theme, env.Blocked = t, m.blocked
	return env
}
