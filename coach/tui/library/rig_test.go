package library

import (
	cards "uncramp/coach/library"
	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

// Tick is what is to be kept of a cause.
type Tick struct {
	Cause string
	On    bool
}

// noting is a source that notes what is ticked.
type noting struct{ ticked *Tick }

func (noting) Read() (cards.Contents, error) { return cards.Contents{}, nil }

func (n noting) Tick(cause string, on bool) error {
	*n.ticked = Tick{cause, on}
	return nil
}

// wishes is what an effect asks for.
type wishes struct {
	Leave bool
	Start string
	Tick  *Tick
}

// shelved is a shelf on w by h cells, as it is once it was read.
func shelved(s cards.Library, ticked []string, w, h int) Model {
	m := New(nil, nil, screen.Open{}).size(w, h)
	m.reading.Ready, m.shelf, m.moves, m.t = true, s, cards.Moves(), theme.Mono()
	return m.withTicked(ticked)
}

func (m Model) size(w, h int) Model {
	m.w, m.h = w, h
	return m
}

func (m Model) env(w, h int, t theme.Theme) screen.Env {
	env := tuitest.Sized(w, h)
	env.Theme, env.Blocked = t, m.barred
	return env
}

func press(m Model, keys ...string) (Model, wishes) {
	var w wishes
	for _, k := range keys {
		var tick Tick
		m.source = noting{&tick}
		var e screen.Effect
		m, e = tuitest.Press(m, m.env(m.w, m.h, theme.Mono()), k)
		play, _ := tuitest.Asked[screen.Play](e)
		_, leaves := tuitest.Asked[screen.Back](e)
		w = wishes{Leave: leaves, Start: play.Routine}
		if write, ok := tuitest.Asked[screen.Write](e); ok && write.Do() == nil {
			w.Tick = &tick
		}
	}
	return m, w
}

// openAt opens a card; with an id that no card has, it stays where it is.
func (m Model) openAt(card string) Model {
	c, ok := m.shelf.Card(card)
	if !ok {
		return m
	}
	return m.toward(card).opened(c)
}

func (m Model) overARoutine() Model {
	m.fromRoutine = true
	return m
}

func (m Model) behindAFlag() Model {
	m.barred = true
	return m
}

func (m Model) withSources(sources routines.Catalogue) Model {
	m.sources = sources
	return m
}

func (m Model) withNames(names map[string]string) Model {
	m.names = names
	return m
}

func (m Model) noticed(line string) Model {
	m.notice = line
	return m
}

// draw is a view at a size in a theme.
func (m Model) draw(w, h int, t theme.Theme) widget.Frame { return m.View(m.env(w, h, t)) }
