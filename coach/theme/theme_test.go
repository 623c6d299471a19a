package theme

import (
	"image/color"
	"math"
	"reflect"
	"slices"
	"strconv"
	"testing"

	"charm.land/lipgloss/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

var (
	darkGrounds  = []string{"#000000", "#0c0c0c", "#1e1e1e", "#282c34", "#2e3440", "#002b36", "#300a24", "#44475a"}
	lightGrounds = []string{"#ffffff", "#fafafa", "#f5f5f5", "#eee8d5", "#fdf6e3", "#d0d0d0"}
)

// tokens are all styles of a theme, by their names.
func tokens(look Theme) map[string]lipgloss.Style {
	all := map[string]lipgloss.Style{"Ground": look.Ground}
	for field, v := range reflect.ValueOf(*look.Styles).Fields() {
		switch is := v.Interface().(type) {
		case lipgloss.Style:
			all[field.Name] = is
		case [4]lipgloss.Style:
			for n, style := range is {
				all[field.Name+strconv.Itoa(n)] = style
			}
		}
	}
	return all
}

// drawn are the styles of what is drawn large, and carries no words.
var drawn = []string{"Limb", "Distant", "Muscle", "Thing", "Arrow"}

// foreground and background are the colours of a style; false: it has none.
func foreground(s lipgloss.Style) (color.Color, bool) { return own(s.GetForeground()) }
func background(s lipgloss.Style) (color.Color, bool) { return own(s.GetBackground()) }

func own(c color.Color) (color.Color, bool) {
	_, none := c.(lipgloss.NoColor)
	return c, !none
}

// requireContrast holds every token of a theme against a ground: what has a colour
// must have so much contrast, with its own ground where it has one.
func requireContrast(t *testing.T, name string, look Theme, ground color.Color, words float64) {
	t.Helper()
	for token, style := range tokens(look) {
		least := words
		if slices.Contains(drawn, token) {
			least = 3
		}
		fore, coloured := foreground(style)
		on := ground
		if back, has := background(style); has {
			on = back
		}
		if got := contrast(fore, on); coloured && got < least {
			t.Errorf("%s: %s has a contrast of %.2f:1 on %s", name, token, got, hex(ground))
		}
	}
}

func TestContrast(t *testing.T) {
	for _, ground := range slices.Concat(darkGrounds, lightGrounds) {
		on := lipgloss.Color(ground)
		requireContrast(t, "day", Day(Surface{Background: on}), on, 4.5)
	}
	requireContrast(t, "night", Night(Surface{}), lipgloss.Color(nightGround), 4.5)
	for _, ground := range darkGrounds[:6] {
		requireContrast(t, "day, known to be dark", Day(Surface{Background: DarkBackground}), lipgloss.Color(ground), 4.5)
		requireContrast(t, "day, not yet known", Day(Surface{}), lipgloss.Color(ground), 3)
	}
	for _, ground := range lightGrounds[:4] {
		requireContrast(t, "day, known to be light", Day(Surface{Background: LightBackground}), lipgloss.Color(ground), 4.5)
		requireContrast(t, "day, not yet known", Day(Surface{}), lipgloss.Color(ground), 3)
	}
}

// TestContrastIsWCAGs holds the formula against pairs that are known.
func TestContrastIsWCAGs(t *testing.T) {
	for pair, want := range map[[2]string]float64{{"#000000", "#ffffff"}: 21, {"#777777", "#ffffff"}: 4.48, {"#ff0000", "#ffffff"}: 4.00} {
		if got := contrast(lipgloss.Color(pair[0]), lipgloss.Color(pair[1])); math.Abs(got-want) > 0.005 {
			t.Errorf("%v: %.3f, want %v", pair, got, want)
		}
	}
}

// TestSentencesAreTheTerminalsOwn by day; before its background is known, no word
// has a colour that could be lost on it.
func TestSentencesAreTheTerminalsOwn(t *testing.T) {
	for _, on := range []color.Color{nil, DarkBackground, LightBackground} {
		day := Day(Surface{Background: on})
		for name, style := range map[string]lipgloss.Style{"Text": day.Text, "Blank": day.Blank} {
			if _, coloured := foreground(style); coloured {
				t.Errorf("%s is coloured", name)
			}
		}
	}
	day := Day(Surface{})
	for name, style := range map[string]lipgloss.Style{
		"Strong": day.Strong, "Quiet": day.Quiet, "Accent": day.Accent, "Alert": day.Alert, "Raised": day.Raised, "Urgent": day.Urgent,
	} {
		if _, coloured := foreground(style); coloured {
			t.Errorf("%s is coloured before the background is known", name)
		}
	}
}

func TestNightIsDim(t *testing.T) {
	look := Night(Surface{})
	for name, style := range tokens(look) {
		fore, _ := foreground(style)
		back, own := background(style)
		if !own {
			back = look.Background
		}
		most := 0.35
		switch name {
		case "Strong", "RaisedKey", "Raised", "Muscle", "Arrow", "Cramp3": // what is to be seen at once
			most = 0.47
		case "Urgent": // nobody who reads this goes on sleeping
			most = 0.6
		}
		if l := luminance(fore); l > most {
			t.Errorf("%s is brighter than it must be at night: %.2f", name, l)
		}
		if l := luminance(back); l > 0.03 {
			t.Errorf("the ground of %s is not dark: %.2f", name, l)
		}
		for _, c := range []color.Color{fore, back} {
			if r, _, b, _ := c.RGBA(); b > r/2 {
				t.Errorf("%s has more blue than amber has: %s", name, hex(c))
			}
		}
	}
}

// TestNightIsPaintedAllOver whatever a screen leaves in the terminal's own colours.
func TestNightIsPaintedAllOver(t *testing.T) {
	for name, look := range map[string]Theme{"night": Night(Surface{}), "night on fixed colours": Night(Surface{Fixed: true})} {
		frame := look.Painted("bare"+look.Text.Render("text")+" "+look.Urgent.Render("urgent")+"!\n\n"+look.Quiet.Render("quiet"), 20)
		cells := uv.NewScreenBuffer(20, 3)
		uv.NewStyledString(frame).Draw(cells, cells.Bounds())
		for y := range 3 {
			for x := range 20 {
				if c := cells.CellAt(x, y); c.Style.Fg == nil || c.Style.Bg == nil {
					t.Errorf("%s: the cell %d, %d is not painted: %q", name, x, y, frame)
				}
			}
		}
		if c := cells.CellAt(10, 0); c.Style.Bg != look.Urgent.GetBackground() {
			t.Errorf("%s: a ground of its own is lost: %q", name, frame)
		}
	}
	for _, look := range []Theme{Day(Surface{}), Mono()} {
		if got := look.Painted("a\n", 3); got != "a\n" {
			t.Errorf("%s is painted: %q", look.Name, got)
		}
	}
}

// TestThreeWeights can be told apart: what is there steps back behind what helps, and
// at night what to read now is the brightest.
func TestThreeWeights(t *testing.T) {
	light := func(s lipgloss.Style) float64 {
		c, _ := foreground(s)
		return luminance(c) + 0.05
	}
	look := Night(Surface{})
	if light(look.Text) < 1.5*light(look.Quiet) || light(look.Strong) < 1.2*light(look.Text) {
		t.Errorf("at night Strong, Text and Quiet give %.2f, %.2f, %.2f", light(look.Strong), light(look.Text), light(look.Quiet))
	}
	for _, on := range []string{"#000000", "#1e1e1e", "#ffffff", "#eee8d5"} {
		ground := lipgloss.Color(on)
		day := Day(Surface{Background: ground})
		strong, _ := foreground(day.Strong)
		quiet, _ := foreground(day.Quiet)
		if contrast(strong, ground) < 1.5*contrast(quiet, ground) {
			t.Errorf("on %s what to read now doesn't stand out", on)
		}
	}
}

// TestEveryMeaningHasAHueOfItsOwn: what works, danger, what is done and cramps.
func TestEveryMeaningHasAHueOfItsOwn(t *testing.T) {
	for name, look := range map[string]Theme{
		"night": Night(Surface{}), "dark": Day(Surface{Background: DarkBackground}), "light": Day(Surface{Background: LightBackground}),
	} {
		meanings := map[string]lipgloss.Style{"Muscle": look.Muscle, "Alert": look.Alert, "Done": look.Done, "Cramp": look.Cramp[2]}
		for one, a := range meanings {
			for other, b := range meanings {
				x, _ := foreground(a)
				y, _ := foreground(b)
				if off := apart(hue(x), hue(y)); one < other && off < 12 {
					t.Errorf("%s: the hues of %s and %s are %.0f° apart", name, one, other, off)
				}
			}
		}
		fore, _ := foreground(look.Muscle)
		for other, s := range tokens(look) {
			if c, _ := foreground(s); other != "Muscle" && c == fore {
				t.Errorf("%s: %s has the colour of the muscle", name, other)
			}
		}
	}
}

// hue is a colour's place on the circle of colours, in degrees.
func hue(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	return math.Atan2(math.Sqrt(3)*(float64(g)-float64(b)), 2*float64(r)-float64(g)-float64(b)) * 180 / math.Pi
}

func apart(a, b float64) float64 { return math.Abs(math.Remainder(a-b, 360)) }

// TestCrampsGetStronger from mild to worst: further away from the ground.
func TestCrampsGetStronger(t *testing.T) {
	for name, look := range map[string]Theme{
		nightGround: Night(Surface{}), "#1e1e1e": Day(Surface{Background: lipgloss.Color("#1e1e1e")}),
		"#ffffff": Day(Surface{Background: lipgloss.Color("#ffffff")}),
	} {
		for i := range 3 {
			mild, _ := foreground(look.Cramp[i])
			worse, _ := foreground(look.Cramp[i+1])
			if a, b := contrast(mild, lipgloss.Color(name)), contrast(worse, lipgloss.Color(name)); b < 1.15*a {
				t.Errorf("on %s: %d has %.2f:1, and the next worse %.2f:1", name, i, a, b)
			}
		}
	}
}

// TestFewColours: among sixteen, danger is red alone, nothing stands on a ground of
// which it can't be told, and what is there is not brighter than what helps.
func TestFewColours(t *testing.T) {
	on := Surface{Few: true, Background: DarkBackground}
	for _, look := range []Theme{Night(on), Day(on)} {
		for name, style := range tokens(look) {
			if _, has := background(style); has && name != "Ground" {
				t.Errorf("%s: %s has a ground of its own", look.Name, name)
			}
			fore, coloured := foreground(style)
			if !coloured || name == "Alert" {
				continue
			}
			if r, g, b, _ := fore.RGBA(); r > g && apart(hue(fore), 0) < 20 {
				t.Errorf("%s: %s is red: %d, %d, %d", look.Name, name, r, g, b)
			}
		}
	}
	look := Night(on)
	quiet, _ := foreground(look.Quiet)
	text, _ := foreground(look.Text)
	strong, _ := foreground(look.Strong)
	if luminance(quiet) > luminance(text) || luminance(text) >= luminance(strong) {
		t.Error("at night what is there is brighter than what helps")
	}
	if words, _ := foreground(look.Ground); contrast(words, look.Background) < 4.5 {
		t.Errorf("sentences have a contrast of %.2f:1", contrast(words, look.Background))
	}
}

func TestMonoHasNoColour(t *testing.T) {
	for name, style := range tokens(Mono()) {
		_, fore := foreground(style)
		if _, back := background(style); fore || back {
			t.Errorf("%s is coloured", name)
		}
	}
}

func TestAutoGoesByTheHour(t *testing.T) {
	for night, want := range map[bool]string{true: "night", false: "day"} {
		if got := For(ChooseAuto, night, Surface{}).Name; got != want {
			t.Errorf("night %v: %s", night, got)
		}
		if got := For(ChooseDay, night, Surface{}).Name; got != "day" {
			t.Errorf("day asked for, night %v: %s", night, got)
		}
	}
}

// TestInks: the finest cells that the terminal has, in mono as by day; dots at night.
func TestInks(t *testing.T) {
	for _, blocks := range []string{"", "ascii", "halves", "quadrants", "sextants"} {
		on := Surface{Blocks: blocks}
		if coarse := blocks == "ascii" || blocks == "halves"; For(ChooseMono, false, on).Coarse() != coarse || Day(on).Coarse() != coarse {
			t.Errorf("%q is taken to be coarse, or not to be", blocks)
		}
		day, plain, dark := For(ChooseDay, true, on).Ink, For(ChooseMono, true, on).Ink, For(ChooseNight, true, on).Ink
		want, dots := blocks, "braille"
		if blocks == "" {
			want = "quadrants"
		}
		if blocks == "ascii" || blocks == "halves" {
			dots = blocks
		}
		mono := want
		if blocks != "ascii" {
			mono = "plain " + want
		}
		if day != want || plain != mono || dark != dots {
			t.Errorf("%q: %s by day, %s in mono, %s at night", blocks, day, plain, dark)
		}
	}
}

// TestAGroundOfTwoColoursThatChangedPlaces lies below what is bare, and leaves a style
// as it is.
func TestAGroundOfTwoColoursThatChangedPlaces(t *testing.T) {
	m := Mono()
	m.Ground = m.Text.Reverse(true)
	got := m.Painted(" a"+m.Strong.Render("b")+"c", 5)
	if want := "\x1b[7m a\x1b[m\x1b[1mb\x1b[m\x1b[7mc \x1b[m"; got != want {
		t.Errorf("it is %q, want %q", got, want)
	}
}
