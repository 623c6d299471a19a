// Package gallery has the figures of the moves for every screen: each is read
// once, and drawn once for a pose at a size.
package gallery

import (
	"image"
	"image/color"
	"strings"
	"sync"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"uncramp/coach/figure"
	"uncramp/coach/theme"
)

// Gallery holds the figures that were read, and how they were last drawn. Make it
// with [New]; it may be read into while it draws.
type Gallery struct {
	from    figure.Library
	mutex   sync.Mutex
	figures map[string]slot
	drawn   map[drawing][]string
	images  map[int]drawing // those that the terminal draws, by their numbers
	colours map[int]figure.Colours
	latest  int
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
	theme      string
	ground     color.Color // tells the theme's palettes from each other
	pixels     image.Point // of a cell, where the terminal draws it as an image
}

// maxDrawings is how many drawings are kept: those of some steps at a few sizes.
const maxDrawings = 128

// New returns an empty gallery of the figures of a library.
func New(from figure.Library) *Gallery {
	return &Gallery{
		from: from, figures: map[string]slot{}, drawn: map[drawing][]string{}, images: map[int]drawing{}, colours: map[int]figure.Colours{},
	}
}

// LoadedMsg says that figures that were asked for can be drawn now.
type LoadedMsg struct{}

// Load reads the figures of some names; nil: all of them were asked for already.
func (g *Gallery) Load(names ...string) tea.Cmd {
	asked := g.ask(names)
	if len(asked) == 0 {
		return nil
	}
	return func() tea.Msg {
		for _, name := range asked {
			f, err := g.from.Load(name)
			g.put(name, slot{f, err == nil, err != nil})
		}
		return LoadedMsg{}
	}
}

// ask notes names, and returns those that nobody has asked for yet.
func (g *Gallery) ask(names []string) (news []string) {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	for _, name := range names {
		if _, asked := g.figures[name]; !asked && name != "" {
			g.figures[name] = slot{}
			news = append(news, name)
		}
	}
	return news
}

func (g *Gallery) put(name string, s slot) {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	g.figures[name] = s
}

// Has reports whether there is a figure of that name, or one is still to come.
func (g *Gallery) Has(name string) bool {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	return name != "" && !g.figures[name].missing
}

// Lines draws a figure on wide by high cells. They are blank as long as it is
// still to come.
func (g *Gallery) Lines(name string, look figure.Options, wide, high int, t theme.Theme) []string {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	f := g.figures[name]
	if !f.loaded {
		return make([]string, max(high, 0))
	}
	d := drawing{name, look, wide, high, t.Name + t.Ink, t.Raised.GetBackground(), image.Point{}}
	if drawsImages(t) && wide > 0 && high > 0 {
		d.pixels = t.Pixels
	}
	if lines, ok := g.drawn[d]; ok {
		return lines
	}
	if len(g.drawn) >= maxDrawings {
		clear(g.drawn)
		clear(g.images)
		clear(g.colours)
	}
	if d.pixels != (image.Point{}) {
		g.drawn[d] = g.image(d, t)
	} else {
		g.drawn[d] = Paint(figure.Cells(f.Figure, look, wide, high, figure.Ink(t.Ink)), t)
	}
	return g.drawn[d]
}

// tones are the styles of a figure's tones.
func tones(t theme.Theme) [figure.ToneCount]lipgloss.Style {
	return [figure.ToneCount]lipgloss.Style{
		t.Blank, t.Thing, t.Distant, t.Limb, t.Muscle, t.Arrow, t.Cramp[0], t.Cramp[1], t.Cramp[2], t.Cramp[3],
	}
}

// Paint renders cells, runs of one look at a time.
func Paint(rows [][]figure.Cell, t theme.Theme) []string {
	styles := tones(t)
	lines := make([]string, len(rows))
	for y, row := range rows {
		var run strings.Builder
		for x, c := range row {
			run.WriteRune(c.Glyph)
			if x+1 < len(row) && row[x+1].Fore == c.Fore && row[x+1].Back == c.Back {
				continue
			}
			style := styles[c.Fore]
			if c.Back != figure.Empty {
				style = style.Background(styles[c.Back].GetForeground())
			}
			lines[y] += style.Render(run.String())
			run.Reset()
		}
	}
	return lines
}
