package history

import (
	"slices"
	"time"

	"uncramp/coach/record"
	"uncramp/coach/stats"
	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
	"uncramp/coach/tui/widget"
)

// noting is a diary of some cramps that notes what it is asked.
type noting struct {
	cramps []record.Episode
	days   *int
	put    *record.Episode
}

func (n noting) Summary(_ time.Time, days int) (stats.Summary, error) {
	*n.days = days
	return stats.Summary{}, nil
}

func (n noting) Episode(id record.ID) (record.Episode, error) {
	return n.cramps[slices.IndexFunc(n.cramps, is(id))], nil
}

func (n noting) SaveEpisode(e record.Episode) error {
	*n.put = e
	return nil
}

// shownAt is a window of the diary on w by h cells.
func shownAt(s stats.Summary, w, h int) Model {
	m := New(nil).withHistory(s).size(w, h)
	m.reading.Ready, m.days = true, s.Days
	return m
}

func (m Model) size(w, h int) Model { return m.sized(tuitest.Sized(w, h)) }

// wishes is what an effect asks for.
type wishes struct {
	Leave              bool
	Edit, Delete, Undo record.ID
	Window             *int
}

// press presses keys; what is to be deleted is, in the diary.
func press(m Model, keys ...string) (Model, wishes) {
	var w wishes
	for _, k := range keys {
		m, w = pressOne(m, k)
	}
	return m, w
}

func pressOne(m Model, k string) (Model, wishes) {
	var w wishes
	days, put := -1, record.Episode{}
	m.diary = noting{m.history.cramps, &days, &put}
	env := tuitest.Sized(m.w, m.h)
	m, e := tuitest.Press(m, env, k)
	_, w.Leave = tuitest.Asked[screen.Back](e)
	if e.Cmd != nil {
		switch msg := e.Cmd().(type) {
		case screen.Read[stats.Summary]:
			w.Window = &days
		case screen.Effect:
			form, _ := tuitest.Asked[screen.OpenForm](msg)
			w.Edit = form.Episode.ID
		}
	}
	write, ok := tuitest.Asked[screen.Write](e)
	switch {
	case !ok || write.Do() != nil:
	case write.Done == nil:
		w.Undo = put.ID
	default:
		w.Delete = put.ID
		m, _ = tuitest.Tell(m, env, write.Done(nil))
	}
	return m, w
}

func (m Model) noticed(line string) Model {
	m, _ = tuitest.Tell(m, tuitest.Sized(m.w, m.h), screen.NoticeMsg(line))
	return m
}

// draw is a view at a size in a theme.
func (m Model) draw(w, h int, t theme.Theme) widget.Frame {
	env := tuitest.Sized(w, h)
	env.Theme = t
	return m.View(env)
}
