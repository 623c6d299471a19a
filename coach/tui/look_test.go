package tui

import (
	"strings"
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
	asks := func(m root) bool {
		ask := m.look.Ask(m.env.Night) // nothing else: no images are likely
		return ask != nil && ask() == tea.RequestBackgroundColor()
	}
	if night := begin(theme.ChooseNight, term.Abilities{}); asks(night) {
		t.Error("the night asks")
	}
	m := begin(theme.ChooseDay, term.Abilities{})
	if !asks(m) {
		t.Fatal("the day doesn't ask")
	}
	before := m.env.Theme
	if m = settle(m, tea.BackgroundColorMsg{Color: theme.Night(theme.Surface{}).Background}); !asks(m) {
		t.Error("it takes the night's own ground for an answer")
	}
	m = settle(m, tea.BackgroundColorMsg{Color: theme.LightBackground})
	if asks(m) || m.env.Theme.Quiet.GetForeground() == before.Quiet.GetForeground() {
		t.Error("the answer changes nothing")
	}
	told := begin(theme.ChooseDay, term.Abilities{Ground: term.Light})
	if !asks(told) || told.env.Theme.Quiet.GetForeground() != m.env.Theme.Quiet.GetForeground() {
		t.Error("what the environment tells is not used until the answer comes")
	}
}

// TestItAsksAgainForAMinuteOrTwo and then leaves a terminal alone that doesn't answer.
func TestItAsksAgainForAMinuteOrTwo(t *testing.T) {
	c := testConfig(t, handClock{new(time.Duration)})
	c.Settings.Use(kept.Settings{Theme: theme.ChooseDay})
	m := newRoot(c, 80, 24, term.Abilities{})
	for minute := range 4 {
		var ask tea.Cmd
		if m.look, ask = m.look.Minute(false); (ask != nil) != (minute < 2) {
			t.Errorf("minute %d: asked %v", minute, ask != nil)
		}
	}
}

// TestFiguresAreDrawnAsAsked: in letters wherever those are asked for, and still then.
func TestFiguresAreDrawnAsAsked(t *testing.T) {
	for figures, ink := range map[theme.Figures]string{
		"": "sextants", theme.FigureAuto: "sextants", theme.FigureCells: "sextants", theme.FigureImages: "sextants", theme.FigureLetters: "ascii",
	} {
		c := testConfig(t, handClock{new(time.Duration)})
		c.Settings.Use(kept.Settings{Theme: theme.ChooseDay, Figures: figures})
		m := newRoot(c, 80, 24, term.Abilities{Blocks: "sextants"})
		if m.env.Theme.Ink != ink || m.env.Still != (ink == "ascii") {
			t.Errorf("%s: they are drawn in %s, and keep still: %v", figures, m.env.Theme.Ink, m.env.Still)
		}
	}
}

// TestPicturesWhereTheTerminalShowsThem: it has answered, and they are not unwanted.
func TestPicturesWhereTheTerminalShowsThem(t *testing.T) {
	answer := func(id int, words string) uv.KittyGraphicsEvent {
		e := uv.KittyGraphicsEvent{Payload: []byte(words)}
		e.Options.ID = id
		return e
	}
	yes := answer(term.PictureQuery, "OK")
	for _, tt := range []struct {
		figures      theme.Figures
		images       term.Images
		answer       uv.KittyGraphicsEvent
		asked, shown bool
	}{
		{theme.FigureAuto, term.LikelyImages, yes, true, true},
		{theme.FigureAuto, term.LikelyImages, answer(term.PictureQuery, "ENOTSUPPORTED"), true, false},
		{theme.FigureAuto, term.LikelyImages, answer(7, "OK"), true, false},
		{theme.FigureAuto, term.UnknownImages, uv.KittyGraphicsEvent{}, false, false},
		{theme.FigureImages, term.UnknownImages, yes, true, true},
		{theme.FigureImages, term.NoImages, uv.KittyGraphicsEvent{}, false, false},
		{theme.FigureCells, term.LikelyImages, yes, false, false},
		{theme.FigureLetters, term.LikelyImages, yes, false, false},
	} {
		p := playOf(t, "bedtime")
		p.From = 1
		c := testConfig(t, handClock{new(time.Duration)})
		c.Begin = screen.Play{Ready: p}
		c.Settings.Use(kept.Settings{Theme: theme.ChooseNight, Figures: tt.figures})
		m := answered(newRoot(c, 80, 24, term.Abilities{Images: tt.images}))
		before := m.View().Content
		if asked := m.look.Ask(true) != nil; asked != tt.asked {
			t.Errorf("%+v: asked %v", tt, asked)
		}
		m = settle(settle(m, tt.answer), uv.CellSizeEvent{Width: 9, Height: 18})
		if shown := strings.Contains(m.View().Content, "uncramp-pictures:1,"); shown != tt.shown {
			t.Errorf("%+v: shown %v", tt, shown)
		}
		if strings.ContainsRune(m.View().Content, 0xf0001) || !strings.Contains(before, "⣿") && tt.figures != theme.FigureLetters {
			t.Errorf("%+v: a mark is written, or there was no figure", tt)
		}
	}
}

// TestImagesAreAskedForOnce: by the first settings that want them, and never again.
func TestImagesAreAskedForOnce(t *testing.T) {
	c := testConfig(t, handClock{new(time.Duration)})
	c.Settings.Use(kept.Settings{Theme: theme.ChooseNight, Figures: theme.FigureCells})
	for _, a := range []term.Abilities{{Images: term.LikelyImages}, {}} {
		m := newRoot(c, 80, 24, a)
		if m.look.Ask(true) != nil {
			t.Fatal("cells ask for images")
		}
		asked := 0
		for _, f := range []theme.Figures{theme.FigureLetters, theme.FigureImages, theme.FigureCells, theme.FigureImages} {
			var ask tea.Cmd
			if m, ask = m.obey(0, screen.SetLook{Theme: theme.ChooseNight, Figures: f}); ask != nil {
				asked++
			}
		}
		if asked != 1 {
			t.Errorf("%+v: it asks %d times", a, asked)
		}
	}
	c.Settings.Use(kept.Settings{Theme: theme.ChooseNight, Figures: theme.FigureImages})
	if _, ask := newRoot(c, 80, 24, term.Abilities{}).obey(0, screen.SetLook{Theme: theme.ChooseNight, Figures: theme.FigureImages}); ask != nil {
		t.Error("what was asked for at the start is asked for again")
	}
}
