package tui

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/coach/skip"
	"uncramp/coach/term"
	check "uncramp/coach/triage"
	"uncramp/coach/tui/home"
	"uncramp/coach/tui/player"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/triage"
	"uncramp/coach/tui/tuitest"
	"uncramp/coach/visit"
	"uncramp/routines"
)

// keyboard is every key that any screen listens to, and some that none does.
var keyboard = append(strings.Split("0123456789abcdefghijklmnopqrstuvwxyz!?/+-", ""),
	"space", "enter", "esc", "up", "down", "left", "right", "tab", "backspace")

// place tells apart the states of the program in which keys may do different
// things: the stack of pages, and the state of the screen on top.
func place(m root) string {
	var b strings.Builder
	fmt.Fprint(&b, m.gate.finding.Blocks(), m.leaving)
	for _, e := range m.stack {
		b.WriteString(" " + e.page)
	}
	top := m.top()
	fmt.Fprint(&b, m.helps())
	switch s := top.Screen.(type) {
	case player.Model:
		v := s.Visit()
		p := v.Session().Phase()
		fmt.Fprint(&b, v.Stage(), v.Session().Plan().Routine, p.Kind, p.Aside, v.Session().State(), v.Session().Ending(), len(v.Offers()) > 0, v.First())
	case triage.Model:
		f, found := s.Finding()
		state := reflect.ValueOf(s) // and which questions are asked, and whether one is read back
		fmt.Fprint(&b, found, f.Level, f.Yes, state.FieldByName("check").FieldByName("group").Int(), state.FieldByName("pressed").Int() > 0)
	case home.Model:
		if finding := typed(s, "filter"); finding != "" { // by whether it leaves anything
			left := 0
			for _, target := range s.View(m.env).Targets {
				left = max(left, target.Row+1)
			}
			return b.String() + fmt.Sprint("finding", left > 0)
		}
	}
	list := top.page == homePage || top.page == "week" || top.page == screen.Library
	return b.String() + flags(top.Screen, list)
}

// flags is all that a screen holds directly as a flag: two screens of the same
// state mostly take keys alike. With list it is also which row of a list the
// cursor is on, and how many pages lie over it. Of the moves, which are more than all
// else, one row stands for the others: all are opened in the library's own tests.
func flags(s screen.Screen, list bool) string {
	v := reflect.ValueOf(s)
	moves := v.FieldByName("moving")
	rows := list && !(moves.IsValid() && moves.Bool())
	var b strings.Builder
	for i := range v.NumField() {
		name, field := v.Type().Field(i).Name, v.Field(i)
		switch {
		case field.Kind() == reflect.Bool, rows && (name == "cursor" || name == "row"):
			fmt.Fprintf(&b, " %s=%v", name, field)
		case list && name == "trail":
			fmt.Fprintf(&b, " %s:%d", name, field.Len())
		}
	}
	return b.String()
}

// typed is the text in a field of a screen in which one can type.
func typed(s screen.Screen, field string) string {
	value := reflect.ValueOf(s).FieldByName(field).FieldByName("value")
	var b strings.Builder
	for i := range value.Len() {
		b.WriteRune(rune(value.Index(i).Int()))
	}
	return b.String()
}

// walkAll goes through every state the program can get into from a beginning,
// pressing every key in each, letting time pass, and changing the size.
func walkAll(t *testing.T, begin root, now *time.Duration, visit func(before root, msg tea.Msg, after root)) int {
	t.Helper()
	type node struct {
		m  root
		at time.Duration
	}
	seen := map[string]bool{place(begin): true}
	queue := []node{{begin, *now}}
	for len(queue) > 0 {
		n := queue[0]
		queue = queue[1:]
		step := func(after time.Duration, msg tea.Msg) {
			*now = n.at + after
			n.m.config.KeepFinding(n.m.gate.finding) // each step goes on from its own place
			n.m.lastKey = lastKey{}                  // and no key bounces
			m := settle(n.m, msg)
			visit(n.m, msg, m)
			if p := place(m); !seen[p] && !m.leaving {
				seen[p] = true
				queue = append(queue, node{m, *now})
			}
		}
		for _, k := range keyboard {
			step(0, screen.Press(k))
		}
		for _, d := range []time.Duration{time.Second, 4 * time.Second, 12 * time.Minute} {
			step(d, wokenMsg{n.m.generation})
		}
		step(0, tea.WindowSizeMsg{Width: 30, Height: 6})
	}
	return len(seen)
}

// walkConfig offers every built-in routine, and one of the person's own.
func walkConfig(t *testing.T, now *time.Duration) Config {
	t.Helper()
	c := testConfig(t, handClock{now})
	plays := map[string]visit.Play{}
	var all []routines.Routine
	for _, name := range (routines.Library{}).Names() {
		all = append(all, find(t, name))
	}
	own := all[0]
	own.ID, own.Name, own.Purpose = "mine", "My own", routines.Relief
	c.OwnRoutines = func() ([]routines.Head, []string) { return []routines.Head{session.Head(own)}, nil }
	for _, r := range append(all, own) {
		p, err := session.NewPlan(r, session.Choice{})
		if err != nil {
			t.Fatal(err)
		}
		plays[r.ID] = visit.Play{Routine: r, Plan: p}
	}
	c.Routines = routines.BuiltinHeads()
	c.Load = func(id string, _ session.Choice) (visit.Play, error) { return plays[id], nil }
	return c
}

// TestNothingLeadsOnAfterARedFlag walks every screen and key, from home and
// from the relief, and holds that while a finding stands in the way no routine
// is on screen and no session moves; and that in every state of the player "!"
// shows the questions.
func TestNothingLeadsOnAfterARedFlag(t *testing.T) {
	skip.UnderRace(t)
	for _, from := range []string{"home", "relief"} {
		t.Run(from, func(t *testing.T) {
			var now time.Duration
			c := walkConfig(t, &now)
			if from == "relief" {
				c.Begin = screen.Play{Ready: playOf(t, "ease")}
			}
			blocked, flags, played := map[string]int{}, 0, map[string]bool{}
			begin := answered(newRoot(c, 80, 24, term.Abilities{})) // where each group of questions is one page
			places := walkAll(t, begin, &now, func(before root, msg tea.Msg, after root) {
				if after.top().page == playerPage {
					played[playing(after).Session().Plan().Routine] = true
				}
				if press, ok := msg.(tea.KeyPressMsg); ok && press.Code == '!' && before.top().page == playerPage {
					if flags++; after.top().page != flagsPage {
						t.Fatalf("! does not lead to the red flags from %q", place(before))
					}
				}
				if !after.gate.finding.Blocks() {
					return
				}
				blocked[string(after.gate.finding.Level)]++
				if after.top().page == playerPage {
					t.Fatalf("%v leads from a %s finding into %s", msg, after.gate.finding.Level, playing(after).Session().Plan().Routine)
				}
				if before.gate.finding.Blocks() && playing(before).Session().Index() != playing(after).Session().Index() && playing(after).Session().Plan().Name != "" {
					t.Fatalf("%v moves a session that must stand still", msg)
				}
			})
			t.Logf("%d places, %v steps with a finding in the way, %d times !, %d routines played", places, blocked, flags, len(played))
			if blocked["emergency"] == 0 || blocked["today"] == 0 || flags == 0 || from == "home" && len(played) != len(c.Routines)+1 {
				t.Errorf("the walk does not come everywhere: %d routines, %v blocked steps, %d times !", len(played), blocked, flags)
			}
		})
	}
}

// TestTheCheckCanBeTakenAgain corrects an answer and goes on.
func TestTheCheckCanBeTakenAgain(t *testing.T) {
	var now time.Duration
	c := walkConfig(t, &now)
	c.Begin = screen.Play{Ready: playOf(t, "ease")}
	m := newRoot(c, 30, 6, term.Abilities{})
	for _, k := range "!1y" {
		m = settle(m, pressed(k))
	}
	if !m.gate.finding.Blocks() {
		t.Fatal("a yes to the first question does not stand in the way")
	}
	m = settle(m, pressed('r'))
	for range 30 { // no to all of them, a few at a time
		m.lastKey = lastKey{} // a while after the one before
		m = settle(m, pressed('n'))
	}
	m = settle(m, pressed(' '))
	if m.gate.finding.Blocks() || m.top().page != playerPage {
		t.Errorf("after the correction: finding %v, at %s", m.gate.finding.Level, m.top().page)
	}
}

// TestAStandingFindingMeetsTheNextStart begins with a finding of yesterday.
func TestAStandingFindingMeetsTheNextStart(t *testing.T) {
	var now time.Duration
	c := walkConfig(t, &now)
	c.KeepFinding(check.Finding{Level: check.Today})
	for _, id := range []string{"ease", "mine"} {
		p, _ := c.Load(id, session.Choice{})
		c.Begin = screen.Play{Ready: &p}
		if m := newRoot(c, 30, 6, term.Abilities{}); m.top().page != flagsPage {
			t.Errorf("%s is played in spite of a finding", id)
		}
	}
}

// TestTheNumberToCallIsTheOneThatIsSet from the moment in which settings are
// others.
func TestTheNumberToCallIsTheOneThatIsSet(t *testing.T) {
	number := "112"
	r := begun(t, func(c *Config) {
		c.EmergencyCall = func() check.Call { return check.Call{Number: number, Chosen: true} }
	}).press("s")
	number = "999"
	r = r.press("right", "q", "!", "1", "y")
	if !r.shows("Call 999.") {
		t.Errorf("the screen is\n%s", drawn(r.root))
	}
}

// TestEscapeKeepsTheNumberInSight: it steps back to what is no routine, and where there
// is nothing else the page stays; q leaves.
func TestEscapeKeepsTheNumberInSight(t *testing.T) {
	yes := []string{"!", "1", "y"}
	for name, tt := range map[string]struct {
		begin screen.Request
		keys  []string
		want  string // where Esc leads
	}{
		"the check alone": {screen.AskFlags{}, yes[1:], flagsPage}, "a relief": {screen.Play{Ready: playOf(t, "ease")}, yes, flagsPage},
		"home": {nil, yes, homePage}, "a relief from home": {nil, append([]string{"n"}, yes...), homePage},
		"a form": {screen.OpenForm{Episode: record.Episode{ID: "new", At: tuitest.Start}, Fresh: true}, yes, formPage},
	} {
		r := begun(t, func(c *Config) { c.Begin = tt.begin }).press(tt.keys...)
		if !r.gate.finding.Blocks() || r.at() != flagsPage {
			t.Fatalf("%s: no finding, at %s", name, r.at())
		}
		if back := r.press("esc"); back.leaving || back.at() != tt.want {
			t.Errorf("%s: Esc leads to %s, leaving %v", name, back.at(), back.leaving)
		}
		if left := r.press("q"); left.leaving != (tt.want == flagsPage) {
			t.Errorf("%s: q leads to %s, leaving %v", name, left.at(), left.leaving)
		}
	}
}
