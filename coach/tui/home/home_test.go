package home

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/coach/stats"
	"uncramp/coach/text"
	"uncramp/coach/theme"
	"uncramp/coach/triage"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
	"uncramp/coach/visit"
	"uncramp/routines"
)

var sizes = [][2]int{{40, 12}, {45, 25}, {80, 24}, {120, 40}}

// scenes are home at some moments.
func scenes(t testing.TB) map[string]Model {
	known := func(hour int, s Services) Model { return settled(homeOf(t, hour, s), at(hour), screen.ShowMsg{}) }
	night, day := known(3, Services{}), known(11, Services{Diary: full{}})
	numb := &profile{asked: true, said: routines.NumbFeet}
	stopped := known(21, Services{Diary: full{}})
	r, err := routines.Library{}.Find(stats.Bedtime)
	if err != nil {
		t.Fatal(err)
	}
	p, err := session.NewPlan(r, session.Choice{})
	if err != nil {
		t.Fatal(err)
	}
	stopped.unfinished = &visit.Play{Routine: r, Plan: p, From: 4}
	return map[string]Model{
		"first-frame": home(t, 3), "night": night, "morning": known(7, Services{}), "day": day, "evening": known(21, Services{Diary: full{}}),
		"filtered": pressed(night, at(3), "/", "c", "a", "l", "f"), "nothing": pressed(night, at(3), "/", "z", "z"),
		"far": pressed(day, at(11), slices.Repeat([]string{"down"}, 9)...), "stopped": stopped,
		"notice": settled(night, at(3), screen.NoticeMsg("bad.yaml:3:1: unknown field")),
		"asks":   known(11, Services{Profile: &profile{}}), "programme": known(11, Services{Diary: followed("leans")}),
		"left-out": settled(known(11, Services{Profile: numb}), at(11),
			screen.NoticeMsg("Heat is left out for you. Skin that is numb can't feel a burn. Rest the leg, or stretch it gently.")),
		"why-left-out": pressed(known(11, Services{Profile: numb}), at(11), slices.Repeat([]string{"down"}, 5)...),
	}
}

// TestWhatIsGoneOnWithSuitsThePerson who said something about herself since it stopped.
func TestWhatIsGoneOnWithSuitsThePerson(t *testing.T) {
	r, err := routines.Read("mine", []byte("id: mine\nname: Mine\npurpose: relief\nsummary: Mine.\nsteps: [{move: hamstring-chair}, {move: calf-wall}]\n"))
	if err != nil {
		t.Fatal(err)
	}
	p, err := session.NewPlan(r, session.Choice{})
	if err != nil {
		t.Fatal(err)
	}
	about := &profile{asked: true}
	m := homeOf(t, 11, Services{Profile: about})
	m.unfinished = &visit.Play{Routine: r, Plan: p}
	if m = settled(m, at(11), screen.ShowMsg{}); m.unfinished == nil {
		t.Fatal("it is not offered")
	}
	about.said = routines.NewHip
	if m = settled(m, at(11), screen.ShowMsg{}); m.unfinished != nil {
		t.Error("a step is offered that is not for her")
	}
}

func TestViews(t *testing.T) {
	all := scenes(t)
	tuitest.GoldenKeys(t, "keys", all["night"], sizes...)
	for name, m := range all {
		for _, s := range sizes {
			t.Run(fmt.Sprintf("%s-%dx%d", name, s[0], s[1]), func(t *testing.T) {
				golden.RequireEqual(t, ansi.Strip(m.draw(s[0], s[1], theme.Mono()).Content))
			})
		}
	}
}

// TestColours holds one size in the themes.
func TestColours(t *testing.T) {
	for name, look := range tuitest.Looks() {
		t.Run(name, func(t *testing.T) {
			golden.RequireEqual(t, scenes(t)["day"].draw(80, 24, look).Content)
		})
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
		if got := strings.Join(m.noticed(tt.room), " "); got != tt.want {
			t.Errorf("on %d columns: %q, want %q", tt.room, got, tt.want)
		}
	}
}

func TestEverySizeIsDrawn(t *testing.T) {
	for name, m := range scenes(t) {
		for _, w := range []int{1, 2, 5, 8, 16, 24, 31, 40, 60, 80, 100, 120, 250} {
			for _, h := range []int{1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 30, 40, 80} {
				tuitest.RequireDrawn(t, name, m.draw(w, h, theme.Mono()), w, h)
			}
		}
	}
}

func TestWhatToDoNowComesFirst(t *testing.T) {
	for hour := range 24 {
		want := "warmup"
		switch {
		case hour < 6:
			want = "ease"
		case hour < 9:
			want = "morning"
		case hour >= 18:
			want = "bedtime"
		}
		m := home(t, hour)
		if _, wish := press(m, "enter"); wish.Start != want {
			t.Errorf("at %d: enter starts %q, want %q", hour, wish.Start, want)
		}
		if doors := m.rows()[:3]; !slices.ContainsFunc(doors, func(r row) bool { return r.ID == "ease" && r.door }) {
			t.Errorf("at %d the relief is no door", hour)
		}
		for key, id := range map[string]string{"n": "ease", "b": "bedtime", "w": "warmup", "m": "morning"} {
			if _, wish := press(m, key); wish.Start != id {
				t.Errorf("at %d: %s starts %q", hour, key, wish.Start)
			}
		}
	}
}

// TestEachRoutineStandsOnce on home, at every hour, a person's own too.
func TestEachRoutineStandsOnce(t *testing.T) {
	for hour := range 24 {
		m := home(t, hour)
		m.entries = append(m.entries, routines.Head{ID: "mine", Name: "My own", Purpose: routines.Day, Minutes: 3})
		lines := strings.Split(ansi.Strip(m.draw(80, 60, theme.Mono()).Content), "\n")
		for _, e := range m.entries {
			n := 0
			for _, l := range lines {
				list, _, _ := strings.Cut(l, "│")
				if strings.Contains(list, e.Name+" ") {
					n++
				}
			}
			if n != 1 {
				t.Errorf("at %d %s stands there %d times:\n%s", hour, e.Name, n, strings.Join(lines, "\n"))
			}
		}
	}
}

// TestRedFlagsAndSettingsAreInSight on every screen that is no smaller than a slice
// of a phone.
func TestRedFlagsAndSettingsAreInSight(t *testing.T) {
	for name, m := range scenes(t) {
		for _, s := range [][2]int{{40, 12}, {45, 25}, {46, 40}, {60, 20}, {80, 24}, {100, 30}, {200, 60}} {
			view := strings.Join(strings.Fields(ansi.Strip(m.draw(s[0], s[1], theme.Mono()).Content)), " ")
			if !m.typing && (!strings.Contains(view, "! red flags") || !strings.Contains(view, "s settings") || !strings.Contains(view, triage.Warning)) {
				t.Errorf("%s at %v:\n%s", name, s, view)
			}
		}
	}
}

// TestOneLineAsksOnce: by day, where no red flag stands and nothing else is
// offered, until it is declined or answered.
func TestOneLineAsksOnce(t *testing.T) {
	const line = "Which moves suit you?"
	for name, tt := range map[string]struct {
		asked, night, blocked, want bool
	}{
		"by day": {want: true}, "asked before": {asked: true}, "at night": {night: true}, "after a red flag": {blocked: true},
	} {
		p := &profile{asked: tt.asked, said: routines.NewHip}
		m := homeOf(t, 11, Services{Profile: p})
		env := tuitest.Env()
		env.Night, env.Blocked = tt.night, tt.blocked
		m = settled(m, env, screen.ShowMsg{})
		shown := strings.Contains(ansi.Strip(m.View(env).Content), line)
		if shown != tt.want || !m.profile.Has(routines.NewHip) {
			t.Errorf("%s: asks %v, knows %v", name, shown, m.profile.List())
		}
		m, effect := tuitest.Press(m, env, "x")
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

// TestEachRowCanBeTapped where its name stands, a door on all of its rows.
func TestEachRowCanBeTapped(t *testing.T) {
	m := settled(home(t, 11), at(11), screen.ShowMsg{})
	for _, s := range append(slices.Clone(sizes), [2]int{100, 30}, [2]int{200, 60}) {
		frame := m.draw(s[0], s[1], theme.Mono())
		lines, taps := strings.Split(ansi.Strip(frame.Content), "\n"), map[int]int{}
		for _, tap := range frame.Targets {
			if tap.Press != "" {
				continue
			}
			taps[tap.Row] += tap.H
			r := m.rows()[tap.Row]
			if !r.door && !strings.Contains(lines[tap.Y], r.Name) {
				t.Errorf("at %v a tap on %q starts %s", s, lines[tap.Y], r.ID)
			}
			_, effect := tuitest.Tell(m, at(11), screen.RowMsg(tap.Row))
			if play, _ := tuitest.Asked[screen.Play](effect); play.Routine != r.ID {
				t.Errorf("at %v a tap on %s starts %s", s, r.ID, play.Routine)
			}
		}
		if doors := taps[0] + taps[1] + taps[2]; doors != 3 && doors != 9 && doors != 15 || s[0] >= 80 && len(taps) != len(m.rows()) {
			t.Errorf("at %v the rows that can be tapped are %v", s, taps)
		}
	}
}

// TestLastDone says what is true of the last time: only what counts is done.
func TestLastDone(t *testing.T) {
	now := time.Date(2026, 11, 22, 22, 0, 0, 0, time.UTC)
	for want, s := range map[string]record.Session{
		"last done today":                 {At: now.Add(-time.Hour), Routine: stats.Bedtime, Planned: 4 * time.Minute, Worked: 2 * time.Minute},
		"partly done today, 20 seconds":   {At: now.Add(-time.Hour), Routine: stats.Bedtime, Planned: 4 * time.Minute, Worked: 20 * time.Second},
		"last done yesterday":             {At: now.AddDate(0, 0, -1), Routine: "heat", Worked: time.Minute, Ending: session.Completed},
		"partly done yesterday, 1 minute": {At: now.AddDate(0, 0, -1), Routine: "heat", Worked: time.Minute, Ending: session.WasLeft},
		"last done on Thursday":           {At: now.AddDate(0, 0, -3), Routine: "ease", Worked: time.Minute, Ending: session.EasedOff},
		"last done on 2 January":          {At: time.Date(2026, 1, 2, 3, 4, 5, 6, time.UTC), Routine: "heat", Worked: time.Minute, Ending: session.Completed},
		"partly done on 3 January 2025, 1 minute": {
			At: time.Date(2025, 1, 3, 3, 4, 5, 6, time.UTC), Routine: "heat", Worked: time.Minute, Ending: session.WasLeft,
		},
	} {
		if got := lastDone(s, now); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
