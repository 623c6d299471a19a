package home

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"uncramp/coach/session"
	"uncramp/coach/stats"
	"uncramp/coach/text"
	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
	"uncramp/routines"
)

// entries are the built-in routines, read once.
var entries = sync.OnceValues(func() (out []routines.Head, err error) {
	return routines.Library{}.Heads(session.Head)
})

func home(t testing.TB, hour int) Model {
	t.Helper()
	list, err := entries()
	if err != nil {
		t.Fatal(err)
	}
	return New(Services{}, list, doors, nil, time.Date(2026, 11, 22, hour, 0, 0, 0, time.UTC))
}

func TestViews(t *testing.T) {
	night := home(t, 3)
	filtered, _ := press(night, "/", "c", "a", "l", "f")
	nothing, _ := press(night, "/", "z", "z")
	far, _ := press(night, strings.Split(strings.Repeat("down ", 14)+"down", " ")...)
	noticed, _ := tuitest.Tell(night, tuitest.Env(), screen.NoticeMsg("bad.yaml:3:1: unknown field"))
	asks, _ := tuitest.Tell(home(t, 11), tuitest.Env(), screen.Read[known]{Value: known{asks: true}})
	leftOut, _ := tuitest.Tell(home(t, 11), tuitest.Env(), screen.Read[known]{Value: known{profile: routines.ProfileOf(routines.NumbFeet)}},
		screen.NoticeMsg("Heat is left out for you. Skin that is numb can't feel a burn. Rest the leg, or stretch it gently."))
	tuitest.GoldenKeys(t, "keys", night, [][2]int{{40, 12}, {80, 24}, {120, 40}}...)
	for name, m := range map[string]Model{"night": night, "day": home(t, 11), "evening": home(t, 21), "filtered": filtered,
		"nothing": nothing, "far": far, "notice": noticed, "asks": asks, "left-out": leftOut} {
		for _, s := range [][2]int{{40, 12}, {80, 24}, {120, 40}} {
			t.Run(fmt.Sprintf("%s-%dx%d", name, s[0], s[1]), func(t *testing.T) {
				golden.RequireEqual(t, ansi.Strip(m.draw(s[0], s[1], theme.Mono()).Content))
			})
		}
	}
}

// TestEveryFileThatIsNotAsItShouldBeIsNamed: with its reason where there is room for all.
func TestEveryFileThatIsNotAsItShouldBeIsNamed(t *testing.T) {
	two := []string{"a.yml: its name is not that of a routine; rename it a.yaml", "b.yaml:3:1: a tab; indent with spaces"}
	many := append(slices.Clone(two), "c.yml: its name is not that of a routine", "d.yml: its name is not that of a routine", "e.yml: its name is none")
	for _, tt := range []struct {
		said []string
		room int
		want string
	}{
		{two, 76, strings.Join(two, " ")}, {two, 38, strings.Join(two, " ")},
		{many, 76, "uncramp list says what is wrong with a.yml, b.yaml, c.yml, d.yml, e.yml"},
		{many, 38, "uncramp list says what is wrong with a.yml, b.yaml, c.yml, d.yml, e.yml"},
	} {
		m, _ := tuitest.Tell(home(t, 3), tuitest.Env(), screen.NoticeMsg(strings.Join(tt.said, "\n")))
		if got := strings.Join(m.told(tt.room), " "); got != tt.want {
			t.Errorf("on %d columns: %q, want %q", tt.room, got, tt.want)
		}
	}
}

func TestEverySizeIsDrawn(t *testing.T) {
	m := home(t, 3)
	for w := 1; w <= 250; w += 7 {
		for h := 1; h <= 80; h += 1 + h/8 {
			tuitest.RequireDrawn(t, "home", m.draw(w, h, theme.Mono()), w, h)
		}
	}
}

func TestWhatToDoNowComesFirst(t *testing.T) {
	for hour := range 24 {
		want := "warmup"
		switch {
		case hour < 6:
			want = "ease"
		case hour >= 18:
			want = "bedtime"
		}
		if _, wish := press(home(t, hour), "enter"); wish.Start != want {
			t.Errorf("at %d: enter starts %q, want %q", hour, wish.Start, want)
		}
		for key, id := range map[string]string{"n": "ease", "b": "bedtime", "w": "warmup"} {
			if _, wish := press(home(t, hour), key); wish.Start != id {
				t.Errorf("at %d: %s starts %q", hour, key, wish.Start)
			}
		}
	}
}

// profile is of a person who said one thing, and counts how often she declined.
type profile struct {
	asked    bool
	declined int
}

func (p *profile) Read() (routines.Profile, error) { return routines.ProfileOf(routines.NewHip), nil }
func (p *profile) Asked() bool                     { return p.asked }

func (p *profile) Decline() error {
	p.declined++
	return nil
}

// quiet is a diary without a cramp of last night.
type quiet struct{}

func (quiet) Overview(time.Time) (stats.Overview, error) { return stats.Overview{}, nil }

// TestOneLineAsksOnce: by day, where no red flag stands and nothing else is
// offered, until it is declined or answered.
func TestOneLineAsksOnce(t *testing.T) {
	const line = "Which moves suit you?"
	for name, tt := range map[string]struct {
		asked, night, blocked, want bool
	}{
		"by day": {want: true}, "asked before": {asked: true}, "at night": {night: true}, "after a red flag": {blocked: true},
	} {
		p := &profile{asked: tt.asked}
		m := home(t, 11)
		m.services = Services{Diary: quiet{}, Profile: p}
		env := tuitest.Env()
		env.Night, env.Blocked = tt.night, tt.blocked
		m, effect := tuitest.Tell(m, env, screen.ShowMsg{})
		m, _ = tuitest.Tell(m, env, effect.Cmd())
		shown := strings.Contains(ansi.Strip(m.View(env).Content), line)
		if shown != tt.want || !m.profile.Has(routines.NewHip) {
			t.Errorf("%s: asks %v, knows %v", name, shown, m.profile.List())
		}
		m, effect = tuitest.Press(m, env, "x")
		if write, asks := tuitest.Asked[screen.Write](effect); asks != tt.want || asks && (write.Do() != nil || p.declined != 1) {
			t.Errorf("%s: x writes %v", name, asks)
		}
		if strings.Contains(ansi.Strip(m.View(env).Content), line) {
			t.Errorf("%s: it is asked again", name)
		}
		_, effect = tuitest.Press(m, env, "a")
		if open, _ := tuitest.Asked[screen.Open](effect); open.Page != screen.Me {
			t.Errorf("%s: a leads to %q", name, open.Page)
		}
	}
}

func TestFilter(t *testing.T) {
	tests := []struct {
		typed []string
		want  string
	}{
		{[]string{"/", "i", "c", "e", "enter"}, "ice"},
		{[]string{"/", "i", "c", "e", "esc", "enter"}, "ease"},
		{[]string{"/", "w", "a", "r", "m", "enter"}, "warmup"},
		{[]string{"/", "q", "q", "q", "enter"}, ""}, // letters are text while a filter is typed
		{[]string{"/", "e", "x", "e", "r", "c", "i", "s", "e", "down", "enter"}, "strengthen"},
	}
	for _, tt := range tests {
		if _, wish := press(home(t, 3), tt.typed...); wish.Start != tt.want || wish.Leave {
			t.Errorf("%v starts %q, want %q", tt.typed, wish.Start, tt.want)
		}
	}
}

func TestAPasteIsOnlyText(t *testing.T) {
	m, _ := press(home(t, 3), "/")
	m, _ = tuitest.Tell(m, tuitest.Env(), tea.PasteMsg{Content: "ic\x1b[31m\u202ee"})
	if got := m.filter.Value(); strings.ContainsFunc(got, text.Hidden) {
		t.Errorf("the filter holds %q", got)
	}
}
