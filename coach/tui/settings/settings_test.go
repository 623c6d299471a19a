package settings

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	kept "uncramp/coach/settings"
	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
)

// mixed has a value of every origin.
func mixed(t testing.TB) Model {
	t.Helper()
	s := kept.Defaults()
	for _, v := range []kept.Value{
		{Name: "volume", Text: "70", Origin: kept.File},
		{Name: "theme", Text: "mono", Origin: kept.Flag},
		{Name: "night_until", Text: "07:30", Origin: kept.Environment},
		{Name: "speaker", Text: "Anna (Enhanced)", Origin: kept.File},
	} {
		if err := s.Set(v.Name, v.Text, v.Origin); err != nil {
			t.Fatal(err)
		}
	}
	return New(&store{set: s})
}

// on puts the cursor on a setting.
func on(t testing.TB, m Model, name string) Model {
	t.Helper()
	for i, v := range shown(m.settings) {
		if v.Name == name {
			return m.at(i)
		}
	}
	t.Fatalf("no setting %s", name)
	return m
}

func scenes(t testing.TB) map[string]Model {
	t.Helper()
	m := mixed(t)
	typing, _ := press(on(t, m, "speaker"), "enter", "!")
	refused, _ := press(on(t, m, "rate"), "enter", "0", "enter")
	noticed, _ := tuitest.Tell(on(t, m, "muscle"), tuitest.Env(), screen.NoticeMsg("the settings are not kept: disk full"))
	return map[string]Model{"flag": m, "variable": on(t, m, "night_until"), "file": on(t, m, "volume"), "typing": typing,
		"refused": refused, "notice": noticed, "still": on(t, m, "still"), "emergency": on(t, m, "emergency")}
}

func TestViews(t *testing.T) {
	tuitest.LoadFigures(sampleFigure)
	for _, name := range []string{"still", "flag"} {
		tuitest.GoldenColours(t, name, scenes(t)[name])
	}
	tuitest.GoldenKeys(t, "keys", mixed(t), [][2]int{{40, 12}, {80, 24}, {120, 40}}...)
	for name, m := range scenes(t) {
		for _, s := range [][2]int{{40, 12}, {45, 25}, {80, 24}, {120, 40}} {
			t.Run(fmt.Sprintf("%s-%dx%d", name, s[0], s[1]), func(t *testing.T) {
				golden.RequireEqual(t, ansi.Strip(m.draw(s[0], s[1], theme.Mono()).Content))
			})
		}
	}
}

func TestEverySizeIsDrawn(t *testing.T) {
	for name, m := range scenes(t) {
		for _, w := range []int{1, 2, 8, 16, 24, 40, 120, 250} {
			for _, h := range []int{1, 2, 3, 4, 6, 12, 13, 80} {
				tuitest.RequireDrawn(t, name, m.draw(w, h, theme.Mono()), w, h)
			}
		}
	}
}

// TestTheRowIsInSight goes through all settings on small and large screens.
func TestTheRowIsInSight(t *testing.T) {
	for _, s := range [][2]int{{24, 6}, {40, 12}, {80, 24}, {120, 40}} {
		m := New(&store{set: kept.Defaults()})
		for _, v := range shown(m.settings) {
			view := m.draw(s[0], s[1], theme.Mono())
			text := ansi.Strip(view.Content)
			if !strings.Contains(text, "▌ "+v.Label) || !strings.Contains(text, "leave") {
				t.Errorf("%dx%d: no row %s, or no way out:\n%s", s[0], s[1], v.Name, text)
			}
			for _, tap := range view.Targets {
				row := strings.Split(text, "\n")[tap.Y]
				if tap.Press == "" && !strings.Contains(row, shown(m.settings)[tap.Row].Label) {
					t.Errorf("%dx%d: row %d is to be tapped on %q", s[0], s[1], tap.Row, row)
				}
			}
			m, _ = press(m, "down")
		}
	}
}

// TestWhatCanNotBeChangedSaysWhy even where there is little room.
func TestWhatCanNotBeChangedSaysWhy(t *testing.T) {
	for _, s := range [][2]int{{24, 6}, {40, 12}, {80, 24}, {120, 40}} {
		for name, want := range map[string]string{"night_until": "UNCRAMP_NIGHT_UNTIL sets this; change it there.", "theme": "A flag sets this"} {
			text := ansi.Strip(on(t, mixed(t), name).draw(s[0], s[1], theme.Mono()).Content)
			if !says(text, want) || strings.Contains(text, "→") {
				t.Errorf("%dx%d, %s:\n%s", s[0], s[1], name, text)
			}
		}
	}
}

// says reports whether words stand on a screen, from some column on.
func says(screen, words string) bool {
	lines := strings.Split(screen, "\n")
	for x := range 60 {
		var text strings.Builder
		for _, l := range lines {
			if r := []rune(l); x < len(r) {
				text.WriteString(string(r[x:]) + " ")
			}
		}
		if strings.Contains(strings.Join(strings.Fields(text.String()), " "), words) {
			return true
		}
	}
	return false
}

// TestNoNameOfTheFileIsShown, nor any value that has words of its own.
func TestNoNameOfTheFileIsShown(t *testing.T) {
	for _, s := range [][2]int{{24, 8}, {40, 12}, {45, 25}, {80, 24}, {120, 40}} {
		m := New(&store{set: kept.Defaults()})
		for _, v := range shown(m.settings) {
			drawn := m.draw(s[0], s[1], theme.Mono()).Content
			for _, other := range shown(m.settings) {
				if strings.Contains(other.Name, "_") && strings.Contains(drawn, other.Name) {
					t.Errorf("%v shows the file's name %s", s, other.Name)
				}
			}
			if s[1] >= 12 && !says(ansi.Strip(drawn), v.About) {
				t.Errorf("%v does not say %q:\n%s", s, v.About, ansi.Strip(drawn))
			}
			m, _ = press(m, "down")
		}
	}
}

// TestAFigureMovesWhereItMay, twice, and then keeps still.
func TestAFigureMovesWhereItMay(t *testing.T) {
	env := tuitest.Env()
	env.Theme = theme.Day(theme.Surface{})
	m, _ := tuitest.Tell(on(t, New(&store{set: kept.Defaults()}), "still"), env, screen.Press("up"), screen.Press("down"))
	woken := 0
	for wait, wakes := m.Wake(); wakes; wait, wakes = m.Wake() {
		env.Now.Mono += wait
		if m, _ = tuitest.Tell(m, env, screen.WakeMsg{}); wait <= 0 || woken > 100 {
			t.Fatalf("it wakes after %v, for the %d. time", wait, woken)
		}
		woken++
	}
	if woken < 6 {
		t.Errorf("it moved in %d pictures", woken)
	}
	if m, _ = tuitest.Tell(m, env, screen.Press("right")); m.settings.Still == kept.On {
		if _, wakes := m.Wake(); wakes {
			t.Error("it moves where it is to keep still")
		}
	}
}

func TestKeysChangeWhatIsUnderTheCursor(t *testing.T) {
	tests := []struct {
		name string
		keys []string
		want *kept.Change
		now  string
	}{
		{"sound", []string{"right"}, &kept.Change{Name: "sound", Text: "on"}, "on"},
		{"sound", []string{"space"}, &kept.Change{Name: "sound", Text: "on"}, "on"},
		{"sound", []string{"enter"}, &kept.Change{Name: "sound", Text: "on"}, "on"},
		{"sound", []string{"left"}, &kept.Change{Name: "sound", Text: "off"}, "off"},
		{"sound", []string{"right", "x"}, &kept.Change{Name: "sound", Unset: true}, "auto"},
		{"sound", []string{"x"}, nil, "auto"},
		{"muscle", []string{"left"}, &kept.Change{Name: "muscle", Text: "leg"}, "leg"},
		{"still", []string{"space", "left"}, &kept.Change{Name: "still", Text: "off"}, "off"},
		{"volume", []string{"right"}, &kept.Change{Name: "volume", Text: "75"}, "75"},
		{"volume", []string{"x"}, &kept.Change{Name: "volume", Unset: true}, "50"},
		{"volume", []string{"enter", "backspace", "backspace", "3", "enter"}, &kept.Change{Name: "volume", Text: "3"}, "3"},
		{"volume", []string{"enter", "9", "enter"}, nil, "70"},
		{"prepare", strings.Split(strings.Repeat("left ", 5)+"left", " "), nil, "-10"},
		{"night_from", []string{"left"}, &kept.Change{Name: "night_from", Text: "21:30"}, "21:30"},
		{"night_from", []string{"enter", "backspace", "backspace", "backspace", "backspace", "backspace", "7", ":", "3", "0", "enter"}, &kept.Change{Name: "night_from", Text: "07:30"}, "07:30"},
		{"speaker", []string{"enter", "enter"}, nil, "Anna (Enhanced)"},
		{"rate", []string{"enter", "enter"}, nil, "150"},
		{"speaker", []string{"right"}, nil, "Anna (Enhanced)"},
		{"speaker", []string{"enter", "q", "x", "enter"}, &kept.Change{Name: "speaker", Text: "Anna (Enhanced)qx"}, "Anna (Enhanced)qx"},
		{"speaker", []string{"enter", "q", "esc"}, nil, "Anna (Enhanced)"},
		{"theme", []string{"right"}, nil, "mono"},
		{"theme", []string{"x"}, nil, "mono"},
		{"night_until", []string{"enter", "x", "left"}, nil, "07:30"},
	}
	for _, tt := range tests {
		m, wish := press(on(t, mixed(t), tt.name), tt.keys...)
		v, err := m.settings.Value(tt.name)
		if err != nil || v.Text != tt.now || wish.Leave {
			t.Errorf("%s, %v: it is %q, want %q (%v)", tt.name, tt.keys, v.Text, tt.now, err)
		}
		switch {
		case (wish.Save == nil) != (tt.want == nil):
			t.Errorf("%s, %v: to save is %+v, want %+v", tt.name, tt.keys, wish.Save, tt.want)
		case wish.Save != nil && *wish.Save != *tt.want:
			t.Errorf("%s, %v: to save is %+v, want %+v", tt.name, tt.keys, *wish.Save, *tt.want)
		}
	}
}

func TestLeaving(t *testing.T) {
	for _, tt := range []struct {
		keys []string
		want bool
	}{
		{[]string{"q"}, true}, {[]string{"esc"}, true}, {[]string{"down", "up", "up", "q"}, true},
	} {
		if _, wish := press(New(&store{set: kept.Defaults()}), tt.keys...); wish.Leave != tt.want {
			t.Errorf("%v leaves: %v", tt.keys, wish.Leave)
		}
	}
	if _, wish := press(on(t, mixed(t), "speaker"), "enter", "esc"); wish.Leave {
		t.Error("esc leaves while a value is typed")
	}
}

func TestAPasteIsOnlyText(t *testing.T) {
	m, _ := press(on(t, New(&store{set: kept.Defaults()}), "speaker"), "enter")
	m, _ = tuitest.Tell(m, tuitest.Env(), tea.PasteMsg{Content: "An\x1b[31m\u202ena\n"})
	_, wish := press(m, "enter")
	if wish.Save == nil || wish.Save.Text != "An[31mna" {
		t.Errorf("to save is %+v", wish.Save)
	}
}

// TestNothingMovesUnderAMessage on any screen that is not a slice of one.
func TestNothingMovesUnderAMessage(t *testing.T) {
	for _, s := range [][2]int{{45, 25}, {60, 20}, {80, 24}, {120, 40}, {200, 60}} {
		env := tuitest.Sized(s[0], s[1])
		for name, m := range scenes(t) {
			told, _ := tuitest.Tell(m, env, screen.NoticeMsg("It is not kept: the disk is full."))
			tuitest.RequireSteady(t, fmt.Sprint(name, " at ", s), m.View(env), told.View(env), 2)
		}
	}
}
