//go:build linux

package main

import (
	"fmt"
	"image/color"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/vt"
)

// A cell in a picture, in its units.
const cellWide, cellHigh, edge = 8, 16, 12

// paper is what a picture is drawn on: the terminal's own colours.
type paper struct{ fore, back color.RGBA }

var (
	darkPaper  = paper{color.RGBA{0xd8, 0xde, 0xe4, 0xff}, color.RGBA{0x14, 0x17, 0x1c, 0xff}}
	lightPaper = paper{color.RGBA{0x24, 0x29, 0x2f, 0xff}, color.RGBA{0xfa, 0xfa, 0xfa, 0xff}}
)

// around draws what stands around a screen of so many cells.
func (p paper) around(cols, rows int, within string) string {
	wide, high := cols*cellWide+2*edge, rows*cellHigh+2*edge
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="13">`+"\n",
		wide, high, wide, high) + fmt.Sprintf(`<rect width="%d" height="%d" rx="8" fill="%s"/>`+"\n", wide, high, hex(p.back)) + within + "</svg>\n"
}

// elements draws a screen, a run of cells of one look at a time. Characters made of
// blocks, dots and lines are drawn as such, so that they look alike in every font.
func (p paper) elements(s *vt.Emulator) (list []string) {
	s.SetDefaultForegroundColor(p.fore)
	s.SetDefaultBackgroundColor(p.back)
	fore, back := s.ForegroundColor(), s.BackgroundColor()
	if hex(back) != hex(p.back) { // the program has set it
		list = append(list, fmt.Sprintf(`<rect width="%d" height="%d" rx="8" fill="%s"/>`+"\n", s.Width()*cellWide+2*edge, s.Height()*cellHigh+2*edge, hex(back)))
	}
	for y := range s.Height() {
		for x := 0; x < s.Width(); {
			style := s.CellAt(x, y).Style
			end := x + 1
			for end < s.Width() && s.CellAt(end, y).Style.Equal(&style) {
				end++
			}
			run := make([]rune, 0, end-x)
			for i := x; i < end; i++ {
				r, _ := utf8.DecodeRuneInString(s.CellAt(i, y).Content + " ")
				run = append(run, r)
			}
			ink, ground := inkOf(style, fore, back)
			var b strings.Builder
			drawRun(&b, run, x*cellWide+edge, y*cellHigh+edge, hex(ink), hex(ground), hex(back), style.Attrs&uv.AttrBold != 0)
			list = append(list, strings.SplitAfter(strings.TrimSuffix(b.String(), "\n"), "\n")...)
			x = end
		}
	}
	return list
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
				x+from*cellWide, y+12, fore, len([]rune(text))*cellWide, weight, escaped)
		}
		words.Reset()
		from = end
	}
	for i := 0; i < len(run); i++ {
		r, wide := run[i], 1
		for full(r) && i+wide < len(run) && run[i+wide] == r {
			wide++
		}
		if d := outline(r, wide, x+i*cellWide, y); d != "" || r >= 0x2800 && r < 0x2900 {
			word(-1)
			shapes.WriteString(d)
			i += wide - 1
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
	if dots := dotted(run, x, y); dots != "" {
		fmt.Fprintf(b, `<path d="%s" stroke="%s" stroke-width="3"/>`+"\n", dots, fore)
	}
	if shapes.Len() > 0 {
		fmt.Fprintf(b, `<path d="%s" fill="%s" shape-rendering="crispEdges"/>`+"\n", shapes.String(), fore)
	}
}

// full reports whether a character reaches from one side of its cell to the other.
func full(r rune) bool { return strings.ContainsRune("█▀▄━─", r) }

// outline is the path of a character that is made of shapes, so many times as wide,
// or nothing.
func outline(r rune, times, x, y int) string {
	w, h := float64(cellWide*times), float64(cellHigh)
	left, top := float64(x), float64(y)
	box := func(x0, y0, x1, y1 float64) string {
		return fmt.Sprintf("M%s %sH%sV%sH%sz", short(left+x0*w), short(top+y0*h), short(left+x1*w), short(top+y1*h), short(left+x0*w))
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
	return ""
}

const quadrants = "▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"

// lines says which way the arms of a line-drawing character go.
var lines = map[rune]string{
	'─': "lr", '│': "ud", '╭': "dr", '╮': "dl", '╰': "ur", '╯': "ul", '├': "udr", '┤': "udl",
	'╴': "l", '╵': "u", '╶': "r", '╷': "d", '━': "L", '┄': "D",
}

// dotted is the path of dots of braille: short strokes, from one to
// the next.
func dotted(run []rune, x, y int) string {
	places := [8][2]int{{0, 0}, {0, 1}, {0, 2}, {1, 0}, {1, 1}, {1, 2}, {0, 3}, {1, 3}}
	var d strings.Builder
	last := [2]int{}
	for i, r := range run {
		if r < 0x2800 || r > 0x28ff {
			continue
		}
		for bit, at := range places {
			if int(r-0x2800)&(1<<bit) == 0 {
				continue
			}
			to := [2]int{x + i*cellWide + at[0]*cellWide/2, y + at[1]*cellHigh/4 + 2}
			if d.Len() == 0 {
				fmt.Fprintf(&d, "M%d %dh3", to[0], to[1])
			} else {
				fmt.Fprintf(&d, "m%d %dh3", to[0]-last[0], to[1]-last[1])
			}
			last = [2]int{to[0] + 3, to[1]}
		}
	}
	return d.String()
}

// short writes a length with one digit after the point, if it needs one.
func short(v float64) string { return strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64) }
