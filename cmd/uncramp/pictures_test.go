//go:build linux

package main

import (
	"flag"
	"fmt"
	"image/color"
	"os"
	"path/filepath"

	"strings"
	"testing"
	"time"
	"unicode/utf8"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/vt"
)

// The README's pictures are made from the real program on the emulated screen:
//
//	go test ./cmd/uncramp -run Pictures -pictures ../../assets/pictures
var pictures = flag.String("pictures", "", "draw the README's pictures into this folder")

// scene is what a picture shows, and how to get there.
type scene struct {
	name       string
	cols, rows uint16
	args       []string
	keys       []string // typed one after the other
	wait       string   // what stands on the screen then
	settle     time.Duration
	env        []string
}

var scenes = []scene{
	{name: "home", args: []string{"--theme", "day"}, wait: "leave", settle: time.Second},
	{name: "relief", args: []string{"now", "--theme", "night"}, wait: "GO SLACK", settle: 2500 * time.Millisecond},
	{name: "warmup", args: []string{"start", "warmup", "--theme", "day"}, keys: []string{"n"}, wait: "MARCH", settle: 8 * time.Second},
	{name: "library", args: []string{"learn", "magnesium"}, wait: "What evidence says", settle: time.Second},
}

func TestPictures(t *testing.T) {
	if *pictures == "" {
		t.Skip("nobody asked for pictures")
	}
	for _, s := range scenes {
		t.Run(s.name, func(t *testing.T) {
			file := filepath.Join(*pictures, s.name+".svg")
			if err := os.WriteFile(file, []byte(s.picture(t)), 0o600); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// picture plays a scene.
func (s scene) picture(t *testing.T) string {
	t.Helper()
	x := start(t, setup{cols: s.cols, rows: s.rows, env: append([]string{"COLORTERM=truecolor"}, s.env...)}, s.args...)
	x.drawn()
	x.send("\x1b]11;rgb:1414/1717/1c1c\x07") // what a terminal answers that is asked for its background
	for _, k := range s.keys {
		x.quiet(200 * time.Millisecond)
		x.send(k)
	}
	x.wait(s.wait)
	for deadline := time.Now().Add(s.settle); time.Now().Before(deadline); {
		x.quiet(100 * time.Millisecond)
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	return svg(x.screen)
}

// A cell in a picture, in its units.
const cellWide, cellHigh, edge = 9, 18, 12

// svg draws a screen. Characters made of blocks, dots and lines are drawn as
// such, so that they look alike in every font.
func svg(s *vt.Emulator) string {
	s.SetDefaultForegroundColor(color.RGBA{0xd8, 0xde, 0xe4, 0xff})
	s.SetDefaultBackgroundColor(color.RGBA{0x14, 0x17, 0x1c, 0xff})
	fore, back := s.ForegroundColor(), s.BackgroundColor()
	cols, rows := s.Width(), s.Height()
	var b strings.Builder
	wide, high := cols*cellWide+2*edge, rows*cellHigh+2*edge
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="15">`+"\n", wide, high, wide, high)
	fmt.Fprintf(&b, `<rect width="%d" height="%d" rx="8" fill="%s"/>`+"\n", wide, high, hex(back))
	for y := range rows {
		for x := 0; x < cols; {
			style := s.CellAt(x, y).Style
			end := x + 1
			for end < cols && s.CellAt(end, y).Style.Equal(&style) {
				end++
			}
			run := make([]rune, 0, end-x)
			for i := x; i < end; i++ {
				r, _ := utf8.DecodeRuneInString(s.CellAt(i, y).Content + " ")
				run = append(run, r)
			}
			ink, paper := inkOf(style, fore, back)
			drawRun(&b, run, x*cellWide+edge, y*cellHigh+edge, hex(ink), hex(paper), hex(back), style.Attrs&uv.AttrBold != 0)
			x = end
		}
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// inkOf returns those of a cell: its own, or the terminal's.
func inkOf(s uv.Style, fore, back color.Color) (ink, paper color.Color) {
	if ink = s.Fg; ink == nil {
		ink = fore
	}
	if paper = s.Bg; paper == nil {
		paper = back
	}
	if s.Attrs&uv.AttrReverse != 0 {
		return paper, ink
	}
	return ink, paper
}

func hex(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

// drawRun draws characters of one look.
func drawRun(b *strings.Builder, run []rune, x, y int, fore, back, behind string, strong bool) {
	if back != behind {
		fmt.Fprintf(b, `<rect x="%d" y="%d" width="%d" height="%d" fill="%s"/>`+"\n", x, y, len(run)*cellWide, cellHigh, back)
	}
	var shapes, words strings.Builder
	from := -1
	word := func(end int) {
		if text := strings.TrimRight(words.String(), " "); from >= 0 && text != "" {
			weight := ""
			if strong {
				weight = ` font-weight="bold"`
			}
			escaped := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(text)
			fmt.Fprintf(b, `<text x="%d" y="%d" fill="%s" textLength="%d" xml:space="preserve"%s>%s</text>`+"\n",
				x+from*cellWide, y+13, fore, len([]rune(text))*cellWide, weight, escaped)
		}
		words.Reset()
		from = end
	}
	for i, r := range run {
		if d := outline(r, x+i*cellWide, y); d != "" {
			word(-1)
			shapes.WriteString(d)
			continue
		}
		if from < 0 && r == ' ' {
			continue
		}
		if from < 0 {
			from = i
		}
		words.WriteRune(r)
	}
	word(-1)
	if shapes.Len() > 0 {
		fmt.Fprintf(b, `<path d="%s" fill="%s" shape-rendering="crispEdges"/>`+"\n", shapes.String(), fore)
	}
}

// outline is the path of a character that is made of shapes, or nothing.
func outline(r rune, x, y int) string {
	const w, h = float64(cellWide), float64(cellHigh)
	left, top := float64(x), float64(y)
	box := func(x0, y0, x1, y1 float64) string {
		return fmt.Sprintf("M%.1f %.1fH%.1fV%.1fH%.1fZ", left+x0*w, top+y0*h, left+x1*w, top+y1*h, left+x0*w)
	}
	grid := func(bits, across, down int) (d string) {
		for i := range across * down {
			if bits&(1<<i) != 0 {
				cx, cy := float64(i%across), float64(i/across)
				d += box(cx/float64(across), cy/float64(down), (cx+1)/float64(across), (cy+1)/float64(down))
			}
		}
		return d
	}
	if i := strings.IndexRune(quadrants, r); i >= 0 {
		return grid(len([]rune(quadrants[:i]))+1, 2, 2)
	}
	if r >= 0x1FB00 && r <= 0x1FB3B {
		bits := int(r-0x1FB00) + 1
		if bits >= 0b010101 {
			bits++
		}
		if bits >= 0b101010 {
			bits++
		}
		return grid(bits, 2, 3)
	}
	if arms, ok := lines[r]; ok {
		const thin = 0.07
		d := ""
		for _, arm := range arms {
			switch arm {
			case 'u':
				d += box(0.5-thin, 0, 0.5+thin, 0.5+thin/2)
			case 'd':
				d += box(0.5-thin, 0.5-thin/2, 0.5+thin, 1)
			case 'l':
				d += box(0, 0.5-thin/2, 0.5+thin, 0.5+thin/2)
			case 'r':
				d += box(0.5-thin, 0.5-thin/2, 1, 0.5+thin/2)
			case 'L':
				d += box(0, 0.44, 1, 0.56)
			case 'D':
				d += box(0.1, 0.47, 0.4, 0.53) + box(0.6, 0.47, 0.9, 0.53)
			}
		}
		return d
	}
	if r >= 0x2800 && r < 0x2900 {
		return dotted(int(r-0x2800), left, top)
	}
	return ""
}

const quadrants = "▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"

// lines says which way the arms of a line-drawing character go.
var lines = map[rune]string{
	'─': "lr", '│': "ud", '╭': "dr", '╮': "dl", '╰': "ur", '╯': "ul", '├': "udr", '┤': "udl",
	'╴': "l", '╵': "u", '╶': "r", '╷': "d", '━': "L", '┄': "D",
}

func dotted(bits int, left, top float64) (d string) {
	const radius = 1.75
	places := [8][2]float64{{0, 0}, {0, 1}, {0, 2}, {1, 0}, {1, 1}, {1, 2}, {0, 3}, {1, 3}}
	for i, at := range places {
		if bits&(1<<i) != 0 {
			x, y := left+(at[0]+0.5)*cellWide/2-radius, top+(at[1]+0.5)*cellHigh/4-radius
			d += fmt.Sprintf("M%.2f %.2fh%.1fv%.1fh-%.1fZ", x, y, 2*radius, 2*radius, 2*radius)
		}
	}
	return d
}
