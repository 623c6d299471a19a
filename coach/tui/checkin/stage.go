package checkin

import (
	"strings"

	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
)

// stage is a screen of the form: its zones stand where they are, whatever is said
// in them.
type stage struct {
	*widget.Canvas
	theme theme.Theme
	size  widget.Size

	progress, hero, ask, answers, accept, message, keys widget.Zone
}

// heights are how many rows the zones of a class of screens have, and how far the
// outermost stand from its edges.
type heights struct{ edgeX, edgeY, hero, ask, accept, message, gap int }

var heightsOf = map[widget.Size]heights{
	widget.Slice:   {edgeX: 1, ask: 1, accept: 1, message: 1},
	widget.Upright: {edgeX: 2, ask: 3, accept: 3, message: 2, gap: 1},
	widget.Usual:   {edgeX: 2, ask: 2, accept: 3, message: 2, gap: 1},
	widget.Wide:    {edgeX: 4, edgeY: 1, hero: 4, ask: 2, accept: 3, message: 2, gap: 1},
}

// stageOf lays the zones out on a screen.
func stageOf(env screen.Env) stage {
	s := stage{Canvas: widget.NewCanvas(env.Width, env.Height, env.Theme), theme: env.Theme, size: widget.SizeOf(env.Width, env.Height)}
	z, h := s.Whole(), heightsOf[s.size]
	if s.size == widget.Wide {
		h.edgeX, h.hero = max(h.edgeX, env.Width/20), max(h.hero, env.Height/9)
		if env.Height >= tallest {
			h.accept += 2
		}
	}
	if env.Width >= narrowest {
		z = z.Inset(h.edgeX, h.edgeY)
	}
	if env.Height < 20 {
		h.accept, h.message = 1, 1
	}
	if env.Height < shortest { // the message stands where the question does
		s.ask, z = z.Top(1, 0)
		s.message = s.ask
		s.keys, z = z.Bottom(1, 0)
		s.accept, s.answers = z.Bottom(h.accept, 0)
		return s
	}
	s.keys, z = z.Bottom(1, 0)
	s.message, z = z.Bottom(h.message, h.gap)
	s.accept, z = z.Bottom(h.accept, h.gap)
	if s.size == widget.Slice {
		s.ask, s.answers = z.Top(h.ask, 0)
		if env.Width >= narrowest {
			s.progress, s.ask = s.ask.Right(progressWide, 1)
		}
		return s
	}
	s.progress, z = z.Top(1, h.gap)
	if h.hero > 0 {
		s.hero, z = z.Top(h.hero, h.gap)
	}
	s.ask, s.answers = z.Top(h.ask, h.gap)
	return s
}

// withoutProgress gives the sentence the place beside it where there is no progress.
func (s stage) withoutProgress() stage {
	if s.size == widget.Slice && s.progress.W > 0 {
		s.ask.W = s.progress.X + s.progress.W - s.ask.X
	}
	return s
}

// The least screens that have room for edges and for the progress, and for a row for
// messages; and the columns of the progress on a small one.
const (
	narrowest    = 32
	shortest     = 10
	progressWide = 8
)

// tallest is how high a screen is that has room for block letters on what Enter
// takes.
const tallest = 36

// tile is an answer on a ground of its own, big enough for a thumb.
type tile struct {
	key, words string
	press      string // the key it stands for; empty: a row
	row        int
	chosen     bool // the cursor is on it
	big        bool // its words are drawn as large as they can be
}

// put draws a tile into a zone. The one that the cursor is on has bars at its sides.
func (s stage) put(z widget.Zone, t tile) {
	if z.W < 1 || z.H < 1 {
		return
	}
	inner, left, right := z.W, "", ""
	barred := z.W >= leastBarred && !(t.big && z.W < leastBarredBig)
	if t.chosen && barred {
		inner, left, right = z.W-2, s.theme.RaisedKey.Render("▌"), s.theme.RaisedKey.Render("▐")
	}
	face := s.face(t, inner, z.H)
	if t.chosen && len(face) == 1 && barred {
		face[0] = s.theme.RaisedKey.Render("▸") + face[0]
	}
	lines := widget.Raised(face, inner, z.H, s.theme)
	for y := range lines {
		lines[y] = left + lines[y] + right
	}
	if t.chosen && !barred {
		lines[z.H-1] = s.theme.RaisedKey.Render(strings.Repeat("▄", z.W))
	}
	s.Put(z, widget.Block{Lines: lines, Targets: []widget.Target{{W: z.W, H: z.H, Press: t.press, Row: t.row}}})
}

// The least tiles that have room for bars; others have a line at their foot.
const leastBarred, leastBarredBig = 6, 12

// face is what stands on a tile of w by h cells.
func (s stage) face(t tile, w, h int) []string {
	if t.big {
		named := widget.Columns(t.key) + min(len(t.key), 2)
		letters := widget.Paint(widget.Letters(t.words, w-2*named, h-2, s.theme), s.theme.RaisedKey.Render)
		for i, l := range letters {
			key := ""
			if i == len(letters)/2 {
				key = t.key
			}
			letters[i] = s.theme.Raised.Render(widget.Pad(key, named)) + l
		}
		if len(letters) > 0 {
			return letters
		}
	}
	words := widget.Fit(t.words, w-widget.Columns(t.key)-1)
	switch {
	case t.key == "":
		return []string{s.theme.RaisedKey.Render(widget.Fit(t.words, w))}
	case words == "":
		return []string{s.theme.RaisedKey.Render(widget.Fit(t.key, w))}
	}
	return []string{s.theme.RaisedKey.Render(t.key) + s.theme.Raised.Render(" "+words)}
}

// across lays tiles side by side over a zone, with a column between two.
func (s stage) across(z widget.Zone, tiles ...tile) {
	for i, t := range tiles {
		var part widget.Zone
		part, z = firstOf(z, len(tiles)-i)
		s.put(part, t)
	}
}

// firstOf is the first of n parts of a zone that are as wide, and what is left for the
// others after a blank column.
func firstOf(z widget.Zone, n int) (first, rest widget.Zone) { return z.Left((z.W-(n-1))/n, 1) }
