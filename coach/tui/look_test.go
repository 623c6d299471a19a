package tui

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"uncramp/coach/session"
	kept "uncramp/coach/settings"
	"uncramp/coach/term"
	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
)

// TestNightPaintsEveryCell of every screen, and of what lies over it, in both colours.
func TestNightPaintsEveryCell(t *testing.T) {
	plays := func(id string, from int) screen.Request {
		p := playOf(t, id)
		p.From = from
		return screen.Play{Ready: p}
	}
	scenes := map[string]struct {
		begin screen.Request
		keys  []string
	}{
		"home": {}, "bedtime": {keys: []string{"b"}}, "history": {keys: []string{"h"}}, "library": {keys: []string{"l"}},
		"card": {keys: []string{"l", "enter"}}, "week": {keys: []string{"p"}}, "settings": {keys: []string{"s"}}, "red flags": {keys: []string{"!"}},
		"emergency": {keys: []string{"!", "y", "y", "y"}}, "keys": {keys: []string{"?"}}, "find": {keys: []string{"/", "s"}},
		"a hold": {begin: plays("bedtime", 1)}, "paused": {begin: plays("bedtime", 1), keys: []string{"space"}},
		"relief": {begin: plays("ease", 0)}, "relief, the sheet": {begin: plays("ease", 0), keys: []string{"tab"}},
		"why": {begin: plays("bedtime", 1), keys: []string{"i"}}, "its keys": {begin: plays("bedtime", 1), keys: []string{"?"}},
		"the end": {begin: plays("ease", 0), keys: []string{"e"}},
	}
	for name, scene := range scenes {
		r := begun(t, func(c *Config) {
			c.Begin = scene.begin
			c.Settings.Use(kept.Settings{Theme: theme.ChooseNight})
		})
		for _, k := range scene.keys {
			*r.now += session.Tolerance // no key that bounced
			r = r.press(k)
		}
		for _, size := range [][2]int{{24, 8}, {40, 12}, {45, 25}, {80, 24}, {120, 40}} {
			w, h := size[0], size[1]
			r = r.tell(tea.WindowSizeMsg{Width: w, Height: h})
			cells := uv.NewScreenBuffer(w, h)
			uv.NewStyledString(r.View().Content).Draw(cells, cells.Bounds())
			bare := 0
			for y := range h {
				for x := range w {
					if c := cells.CellAt(x, y); c.Style.Fg == nil || c.Style.Bg == nil {
						bare++
					}
				}
			}
			if bare > 0 {
				t.Errorf("%s at %dx%d: %d cells are not painted:\n%s", name, w, h, bare, drawn(r.root))
			}
		}
	}
}

// TestDayAsksForTheBackground without waiting, takes the answer, and asks again after a
// night, whose own background is no answer.
func TestDayAsksForTheBackground(t *testing.T) {
	begin := func(choice theme.Choice, a term.Abilities) root {
		c := testConfig(t, handClock{new(time.Duration)})
		c.Settings.Use(kept.Settings{Theme: choice})
		return newRoot(c, 80, 24, a)
	}
	asks := func(cmd tea.Cmd) bool { return cmd != nil && cmd() == tea.RequestBackgroundColor() }
	if night := begin(theme.ChooseNight, term.Abilities{}); asks(night.askBackground()) {
		t.Error("the night asks")
	}
	m := begin(theme.ChooseDay, term.Abilities{})
	if !asks(m.askBackground()) {
		t.Fatal("the day doesn't ask")
	}
	before := m.env.Theme
	if m = m.onBackground(tea.BackgroundColorMsg{Color: theme.Night(theme.Surface{}).Background}); !asks(m.askBackground()) {
		t.Error("it takes the night's own ground for an answer")
	}
	m = m.onBackground(tea.BackgroundColorMsg{Color: theme.LightBackground})
	if asks(m.askBackground()) || m.env.Theme.Quiet.GetForeground() == before.Quiet.GetForeground() {
		t.Error("the answer changes nothing")
	}
	told := begin(theme.ChooseDay, term.Abilities{Ground: term.Light})
	if !asks(told.askBackground()) || told.env.Theme.Quiet.GetForeground() != m.env.Theme.Quiet.GetForeground() {
		t.Error("what the environment tells is not used until the answer comes")
	}
}

// TestItAsksAgainForAMinuteOrTwo and then leaves a terminal alone that doesn't answer.
func TestItAsksAgainForAMinuteOrTwo(t *testing.T) {
	c := testConfig(t, handClock{new(time.Duration)})
	c.Settings.Use(kept.Settings{Theme: theme.ChooseDay})
	m := newRoot(c, 80, 24, term.Abilities{})
	for minute := range 4 {
		before := m.look.minutes
		m, _ = m.onMinute()
		if asked := m.look.minutes > before; asked != (minute < 2) {
			t.Errorf("minute %d: asked %v", minute, asked)
		}
	}
}

// TestFiguresAreDrawnAsAsked: in letters wherever those are asked for, and still then.
func TestFiguresAreDrawnAsAsked(t *testing.T) {
	for figures, ink := range map[theme.Figures]string{
		"": "sextants", theme.FiguresAuto: "sextants", theme.FigureCells: "sextants", theme.FigureImages: "sextants", theme.FigureLetters: "ascii",
	} {
		c := testConfig(t, handClock{new(time.Duration)})
		c.Settings.Use(kept.Settings{Theme: theme.ChooseDay, Figures: figures})
		m := newRoot(c, 80, 24, term.Abilities{Blocks: "sextants"})
		if m.env.Theme.Ink != ink || m.env.Still != (ink == "ascii") {
			t.Errorf("%s: they are drawn in %s, and keep still: %v", figures, m.env.Theme.Ink, m.env.Still)
		}
	}
}
