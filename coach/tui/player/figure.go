package player

import (
	"image/color"
	"maps"
	"strings"
	"time"

	"charm.land/lipgloss/v2"

	"uncramp/coach/figure"
	"uncramp/coach/session"
	"uncramp/coach/theme"
	"uncramp/routines"
)

// Gallery holds the figures that were loaded, and how they were last drawn. It belongs
// to the loop that updates and draws.
type Gallery struct {
	figures map[string]slot
	drawn   map[drawing][]string
}

// slot is the place of a figure, which may be still to come or not to be had.
type slot struct {
	figure.Figure
	loaded, missing bool
}

// drawing is all that a figure on screen depends on.
type drawing struct {
	name       string
	look       figure.Options
	wide, high int
	ink        string
	colour     color.Color // of what works; it tells the theme's palette
}

// maxDrawings is how many drawings are kept: those of a phase at a few sizes.
const maxDrawings = 64

// NewGallery returns an empty gallery.
func NewGallery() *Gallery {
	return &Gallery{figures: map[string]slot{}, drawn: map[drawing][]string{}}
}

// Ask returns the figures of a plan that nobody has asked for yet.
func (g *Gallery) Ask(p session.Plan) (names []string) {
	for _, ph := range p.Phases {
		if _, asked := g.figures[ph.Figure]; !asked && ph.Figure != "" {
			g.figures[ph.Figure] = slot{}
			names = append(names, ph.Figure)
		}
	}
	return names
}

// add takes in what became of the figures that were asked for.
func (g *Gallery) add(loaded figuresMsg) { maps.Copy(g.figures, loaded) }

// lines draws a figure; they are blank as long as it is still to come.
func (g *Gallery) lines(d drawing, t theme.Theme) []string {
	f := g.figures[d.name]
	if !f.loaded {
		return make([]string, d.high)
	}
	if lines, ok := g.drawn[d]; ok {
		return lines
	}
	if len(g.drawn) >= maxDrawings {
		clear(g.drawn)
	}
	lines := paintCells(figure.Cells(f.Figure, d.look, d.wide, d.high, figure.Ink(d.ink)), t)
	g.drawn[d] = lines
	return lines
}

// paintCells renders cells, runs of one look at a time.
func paintCells(rows [][]figure.Cell, t theme.Theme) []string {
	tones := [figure.ToneCount]lipgloss.Style{t.Blank, t.Thing, t.Distant, t.Limb, t.Muscle, t.Arrow}
	lines := make([]string, len(rows))
	for y, row := range rows {
		var run strings.Builder
		for x, c := range row {
			run.WriteRune(c.Glyph)
			if x+1 < len(row) && row[x+1].Fore == c.Fore && row[x+1].Back == c.Back {
				continue
			}
			style := tones[c.Fore]
			if c.Back != figure.Empty {
				style = style.Background(tones[c.Back].GetForeground())
			}
			lines[y] += style.Render(run.String())
			run.Reset()
		}
	}
	return lines
}

// loadFigures reads figures by their names.
func loadFigures(names []string) figuresMsg {
	loaded := figuresMsg{}
	for _, name := range names {
		f, err := figure.Load(name)
		loaded[name] = slot{f, err == nil, err != nil}
	}
	return loaded
}

// How a figure moves into a hold and back: in a few pictures, then it is still.
const (
	moveTime    = 900 * time.Millisecond
	pictures    = 6
	pictureTime = moveTime / pictures
)

// pose is how the figure stands at this moment: at the start of the move, with
// no arrow yet, while the person gets ready, at its end during a hold.
func (m Model) pose() figure.Options {
	ph := m.Session().Phase()
	l := figure.Options{Muscle: string(ph.Muscle), Both: ph.Side == routines.Both, Left: ph.Side == routines.Left}
	if l.Both && ph.Muscle == routines.Leg {
		l.Muscle = "" // all of it works: nothing stands out
	}
	k := 1.0
	if !m.still {
		k = min(float64(m.Session().Age(m.now)/pictureTime)/pictures, 1)
		k = k * k * (3 - 2*k)
	}
	switch ph.Kind {
	case session.Hold, session.Open:
		l.Progress, l.Arrows = k, figure.Forward
	case session.Release:
		l.Progress, l.Arrows = 1-k, figure.Backward
	case session.Prepare, session.Rest:
	}
	return l
}

// nextMove is when the figure moves on by itself.
func (m Model) nextMove() (time.Duration, bool) {
	ph, age := m.Session().Phase(), m.Session().Age(m.now)
	moves := ph.Kind == session.Hold || ph.Kind == session.Open || ph.Kind == session.Release
	if !moves || m.still || m.Session().State() != session.Running || age >= moveTime {
		return 0, false
	}
	return pictureTime - age%pictureTime, true
}

// The figure's place: beside the words on a wide screen, among them on a high
// one. It keeps its size through a routine, as long as the words let it.
const (
	gutter      = 3  // columns between the words and the figure
	besideFrom  = 68 // columns of room
	besideRows  = 15 // rows of the screen
	besideMost  = 32
	besideTop   = 2
	border      = 4  // rows for the header and the keys
	wordsHigh   = 19 // rows that the words need where they stand above each other
	answersHigh = 7  // and the muscles and answers of the relief
	amongLeast  = 8
	amongMost   = 16
)

// hasFigure reports whether there is a figure, or one is still to come.
func (m Model) hasFigure() bool {
	name := m.Session().Phase().Figure
	return name != "" && !m.services.Gallery.figures[name].missing
}

// figure draws the phase's figure.
func (m Model) figure(wide, high int, t theme.Theme) []string {
	return m.services.Gallery.lines(drawing{m.Session().Phase().Figure, m.pose(), wide, high, t.Ink, t.Muscle.GetForeground()}, t)
}

// besideWide is how wide a figure beside the words is; 0 if there is no room.
func (m Model) besideWide(room, h int) int {
	if room < besideFrom || h < besideRows || !m.hasFigure() {
		return 0
	}
	return room * 3 / 7
}

// amongHigh is how high a figure between the words is; 0 if there is no room.
func (m Model) amongHigh(h int) int {
	high := min(h-wordsHigh, amongMost)
	if m.Session().Plan().Onset != nil {
		high = min(h-wordsHigh-answersHigh, amongMost)
	}
	if high < amongLeast || !m.hasFigure() {
		return 0
	}
	return high
}
