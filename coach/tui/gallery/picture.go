package gallery

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"unicode/utf8"

	"charm.land/lipgloss/v2"

	"uncramp/coach/figure"
	"uncramp/coach/text"
	"uncramp/coach/theme"
)

// Picture is where a figure that the terminal draws as an image stands on a frame,
// in cells from the upper left.
type Picture struct{ ID, X, Y, W, H int }

// firstMark is the first of the characters that mark on a frame where a picture
// stands. They are for private use, and never reach the terminal.
const (
	firstMark = 0xf0000
	lastMark  = 0xffffd
)

// mostPixels is how large an image is at most; the terminal makes it larger.
const mostPixels = 250_000

// image returns the lines of a figure that is drawn as an image: blank ones, with a
// mark. The gallery is locked.
func (g *Gallery) image(d drawing, t theme.Theme) []string {
	g.latest = g.latest%(lastMark-firstMark) + 1
	g.images[g.latest] = d
	g.colours[g.latest] = coloursOf(t)
	lines := make([]string, d.high)
	for y := range lines {
		lines[y] = strings.Repeat(" ", d.wide)
	}
	lines[0] = string(rune(firstMark+g.latest)) + lines[0][1:]
	return lines
}

// coloursOf are a theme's colours for images.
func coloursOf(t theme.Theme) (c figure.Colours) {
	for tone, style := range tones(t) {
		c[tone] = style.GetForeground()
	}
	return c
}

// drawsImages reports whether figures are drawn as images in a theme: where the
// terminal does that, and each tone has a colour of its own.
func drawsImages(t theme.Theme) bool {
	_, none := t.Limb.GetForeground().(lipgloss.NoColor)
	return t.Pixels != (image.Point{}) && !none
}

// Pictures takes the marks off a frame, and returns where they stood.
func (g *Gallery) Pictures(frame string) (string, []Picture) {
	const lead = "\xf3" // of every mark, and of nothing else that is ever shown
	if !strings.Contains(frame, lead) {
		return frame, nil
	}
	g.mutex.Lock()
	defer g.mutex.Unlock()
	var list []Picture
	lines := strings.Split(frame, "\n")
	for y, l := range lines {
		for at := strings.Index(l, lead); at >= 0; at = strings.Index(l, lead) {
			mark, size := utf8.DecodeRuneInString(l[at:])
			if d, known := g.images[int(mark)-firstMark]; known {
				list = append(list, Picture{int(mark) - firstMark, text.Columns(l[:at]), y, d.wide, d.high})
			}
			l = l[:at] + " " + l[at+size:]
		}
		lines[y] = l
	}
	return strings.Join(lines, "\n"), list
}

// PNG draws a picture; nil: it is forgotten.
func (g *Gallery) PNG(id int) []byte {
	g.mutex.Lock()
	d, known := g.images[id]
	f, colours := g.figures[d.name], g.colours[id]
	g.mutex.Unlock()
	if !known {
		return nil
	}
	wide, high := d.wide*d.pixels.X, d.high*d.pixels.Y
	for wide*high > mostPixels {
		wide, high = wide*3/4, high*3/4
	}
	var b bytes.Buffer
	fast := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := fast.Encode(&b, figure.Image(f.Figure, d.look, wide, high, colours)); err != nil {
		return nil
	}
	return b.Bytes()
}
