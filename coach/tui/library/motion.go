package library

import (
	"time"

	"uncramp/coach/tui/gallery"
	"uncramp/coach/tui/screen"
)

// motion is how the figure of a move moves while its card is looked at: a few times,
// then it stands at its end.
type motion struct {
	shows string // the card
	since time.Duration
	now   time.Duration
	still bool
}

// in takes the time. At night, and where somebody asked for it, nothing moves.
func (o motion) in(env screen.Env) motion {
	o.now, o.still = env.Now.Mono, env.Still || env.Night
	return o
}

// over reports whether the figure stands.
func (o motion) over() bool { return o.still || o.now-o.since >= gallery.Turns*gallery.TurnTime }

// moved is how far the move has come.
func (o motion) moved() float64 {
	if o.over() {
		return 1
	}
	return gallery.Moved((o.now - o.since) % gallery.TurnTime)
}

// look begins the move of the card that is looked at now, and has its figure read.
func (m Model) look(env screen.Env) (Model, screen.Effect) {
	c, _ := m.current()
	if c.ID == m.motion.shows {
		return m, screen.Effect{}
	}
	m.motion.shows, m.motion.since = c.ID, m.motion.now
	if c.Move == "" { // those of the other cards were read with them
		return m, screen.Effect{}
	}
	name, _ := c.Figure()
	return m, screen.Effect{Cmd: env.Figures.Load(name)}
}

// Wake implements [screen.Waker]: while a figure moves that is in sight.
func (m Model) Wake() (time.Duration, bool) {
	c, ok := m.current()
	if !ok || c.Move == "" || m.motion.over() || m.ticking || len(m.trail) == 0 && !m.beside() {
		return 0, false
	}
	return gallery.NextPose(m.motion.now - m.motion.since), true
}
