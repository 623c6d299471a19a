package gallery

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"

	"uncramp/coach/figure"
	"uncramp/coach/theme"
)

// TestAPictureIsThePose decodes what is sent and holds it against the pose as cells
// draw it: in the middle of each of their spots stands the colour of its tone.
func TestAPictureIsThePose(t *testing.T) {
	const wide, high = 32, 18
	for _, look := range []theme.Theme{theme.Night(theme.Surface{}), theme.Day(theme.Surface{Background: theme.LightBackground})} {
		look.Pixels = image.Pt(9, 18)
		for _, pose := range []figure.Options{
			{Muscle: "calf", Progress: 1}, {Muscle: "calf", Left: true, Both: true, Progress: 0.5}, {},
		} {
			g := New(figure.Library{})
			g.Load("calf-wall")()
			lines := g.Lines("calf-wall", pose, wide, high, look)
			frame, list := g.Pictures("Hold\n  " + strings.Join(lines, "\n  "))
			if len(list) != 1 || list[0] != (Picture{list[0].ID, 2, 1, wide, high}) {
				t.Fatalf("it stands at %+v", list)
			}
			if strings.TrimSpace(frame) != "Hold" || lipgloss.Width(frame) != wide+2 {
				t.Errorf("with it %q is drawn", frame)
			}
			img, err := png.Decode(bytes.NewReader(g.PNG(list[0].ID)))
			if err != nil || img.Bounds() != image.Rect(0, 0, wide*9, high*18) {
				t.Fatalf("%v: it is an image of %v", err, img.Bounds())
			}
			f, err := figure.Load("calf-wall")
			if err != nil {
				t.Fatal(err)
			}
			const across, down = 3, 3 // spots that are no others' middle
			pic := figure.Draw(f, pose, wide*across, high*down, 2)
			wrong, within := 0, 0
			for y := 1; y < pic.High-1; y++ {
				for x := 1; x < pic.Wide-1; x++ {
					if onEdge(pic, x, y) {
						continue
					}
					if within++; !shows(img.At(x*9/across+1, y*18/down+3), pic.At(x, y), look) {
						wrong++
					}
				}
			}
			if wrong > 0 || within < pic.Wide*pic.High/2 {
				t.Errorf("%s: %d of %d spots of %+v are drawn in another colour", look.Name, wrong, within, pose)
			}
		}
	}
}

// onEdge reports whether another tone is beside a spot: edges are soft.
func onEdge(p figure.Picture, x, y int) bool {
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			if p.At(x+dx, y+dy) != p.At(x, y) {
				return true
			}
		}
	}
	return false
}

// shows reports whether a pixel has the colour of a tone.
func shows(pixel color.Color, tone figure.Tone, t theme.Theme) bool {
	want := map[figure.Tone]lipgloss.Style{
		figure.Thing: t.Thing, figure.Distant: t.Distant, figure.Body: t.Limb, figure.Muscle: t.Muscle, figure.Pointer: t.Arrow,
	}
	if tone == figure.Empty {
		_, _, _, solid := pixel.RGBA()
		return solid == 0
	}
	r, g, b, _ := pixel.RGBA()
	x, y, z, _ := want[tone].GetForeground().RGBA()
	return r>>8 == x>>8 && g>>8 == y>>8 && b>>8 == z>>8
}

// TestAPoseIsOnePicture for as long as it stays, and another pose is another one.
func TestAPoseIsOnePicture(t *testing.T) {
	look := theme.Night(theme.Surface{})
	look.Pixels = image.Pt(8, 16)
	g := New(figure.Library{})
	g.Load("calf-wall")()
	number := func(pose figure.Options, t theme.Theme) int {
		_, list := g.Pictures(strings.Join(g.Lines("calf-wall", pose, 20, 10, t), "\n"))
		if len(list) == 0 {
			return 0
		}
		return list[0].ID
	}
	first, same, next := number(figure.Options{}, look), number(figure.Options{}, look), number(figure.Options{Progress: 1}, look)
	if first == 0 || first != same || first == next {
		t.Errorf("they are the pictures %d, %d and %d", first, same, next)
	}
	if img := g.PNG(lastMark); img != nil {
		t.Error("there is an image that nobody asked for")
	}
	mono := theme.Mono()
	mono.Pixels = look.Pixels
	if number(figure.Options{}, mono) != 0 || number(figure.Options{}, theme.Night(theme.Surface{})) != 0 {
		t.Error("it is an image without colours, or where the terminal shows none")
	}
}
