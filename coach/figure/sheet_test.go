package figure

import (
	"flag"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/basicfont"
	"golang.org/x/image/math/fixed"
)

var (
	sheet = flag.String("sheet", "", "draw the figures to sheets of PNGs in this folder, to be looked at")
	only  = flag.String("only", "", "draw only those whose name holds one of these, with commas between")
)

var colours = [ToneCount]color.RGBA{{0, 0, 0, 255}, {110, 110, 120, 255}, {150, 110, 60, 255}, {225, 190, 140, 255}, {230, 70, 60, 255}, {90, 210, 190, 255},
	{120, 90, 60, 255}, {160, 90, 60, 255}, {200, 80, 60, 255}, {240, 70, 60, 255}}

// TestSheet draws every figure, at its start and at its end, smooth and as
// small as it is on a screen of 80 by 24.
func TestSheet(t *testing.T) {
	if *sheet == "" {
		t.Skip("nobody asked for sheets")
	}
	const wide, high, rows = 1240, 270, 6
	var page *image.RGBA
	flush := func(n int) {
		f, err := os.Create(filepath.Join(*sheet, "sheet-"+string(rune('a'+n))+".png"))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if err := png.Encode(f, page); err != nil {
			t.Fatal(err)
		}
	}
	count := 0
	for _, name := range builtinNames() {
		if !wanted(name) {
			continue
		}
		f, err := Load(name)
		if err != nil {
			t.Error(err)
			continue
		}
		if count%rows == 0 {
			page = image.NewRGBA(image.Rect(0, 0, wide, high*rows))
			draw.Draw(page, page.Bounds(), image.Black, image.Point{}, draw.Src)
		}
		y := count % rows * high
		label(page, name, 6, y+12)
		muscle := works(t, name)
		for i, l := range []Options{{Muscle: muscle, Arrows: Forward}, {Muscle: muscle, Progress: 1, Arrows: Forward}} {
			blit(page, Draw(f, l, 300, 240, 1), 4+i*310, y+20, 1, 1)
		}
		end := Options{Muscle: muscle, Progress: 1, Arrows: Forward}
		blit(page, Draw(f, end, 64, 54, 4.0/3), 630, y+20, 3, 4)
		blit(page, Draw(f, end, 64, 36, 2), 830, y+20, 3, 6)
		blit(page, Draw(f, end, 64, 72, 1), 1030, y+20, 3, 3)
		if count%rows == rows-1 {
			flush(count / rows)
		}
		count++
	}
	if count%rows != 0 {
		flush(count / rows)
	}
}

func wanted(name string) bool {
	for part := range strings.SplitSeq(*only, ",") {
		if strings.Contains(name, part) {
			return true
		}
	}
	return false
}

// works is the muscle that works in the first step that shows a figure.
func works(t *testing.T, name string) string {
	t.Helper()
	for _, s := range steps(t) {
		if slices.Contains(pictures(s), name) {
			return string(s.Muscle)
		}
	}
	return ""
}

func blit(page *image.RGBA, p Picture, x, y, w, h int) {
	for i, tone := range p.Tones {
		at := image.Pt(x+i%p.Wide*w, y+i/p.Wide*h)
		draw.Draw(page, image.Rectangle{at, at.Add(image.Pt(w, h))}, image.NewUniform(colours[tone]), image.Point{}, draw.Src)
	}
}

func label(page *image.RGBA, s string, x, y int) {
	d := font.Drawer{Dst: page, Src: image.White, Face: basicfont.Face7x13, Dot: fixed.P(x, y)}
	d.DrawString(s)
}
