package tui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/session"
	"uncramp/routines"
)

// handClock is moved by hand.
type handClock struct{ now *time.Duration }

func (c handClock) Now() session.Instant {
	return session.Instant{Wall: time.Date(2026, 11, 22, 3, 12, 0, 0, time.UTC).Add(*c.now), Mono: *c.now}
}

func (c handClock) Real(time.Duration) time.Duration { return 0 }

// keyboard is every key that any screen listens to, and some that none does.
var keyboard = func() (keys []tea.KeyPressMsg) {
	for _, c := range "0123456789abcdefghijklmnopqrstuvwxyz!?/+-= " {
		keys = append(keys, tea.KeyPressMsg{Code: c, Text: string(c)})
	}
	for _, c := range []rune{tea.KeyEnter, tea.KeyEscape, tea.KeyUp, tea.KeyDown, tea.KeyLeft, tea.KeyRight, tea.KeyTab, tea.KeyBackspace} {
		keys = append(keys, tea.KeyPressMsg{Code: c})
	}
	return keys
}()

// place tells apart the states of the program in which keys may do different
// things. What is typed into the filter counts by whether it leaves anything.
func place(m root) string {
	at := fmt.Sprint(m.shown, m.finding.Blocks(), len(m.visit.Sessions) > 0)
	view := ansi.Strip(m.View().Content)
	switch m.shown {
	case homeScreen:
		if strings.Contains(view, "all again") {
			return at + "finding" + fmt.Sprint(strings.Contains(view, "▌"))
		}
		i := strings.Index(view, "▌")
		row, _, _ := strings.Cut(view[max(i, 0):], "\n")
		return at + fmt.Sprint(strings.Contains(view, "Keys\n"), row)
	case triageScreen:
		return at + fmt.Sprint(m.back) + view
	case libraryScreen:
		if strings.Contains(view, "find ") {
			view = fmt.Sprint("finding", strings.Contains(view, "▌"))
		}
		return at + fmt.Sprint(m.from) + view
	case playerScreen:
	}
	s := m.player.Session()
	p := s.Phase()
	return at + fmt.Sprint(s.Plan().Routine, p.Kind, p.Aside, s.State(), s.Ending(), len(m.player.Offers()) > 0,
		strings.Contains(view, "Why: "), strings.Contains(view, "Keys\n"))
}

// answersOf carries out effects, and returns what they answer.
func answersOf(cmd tea.Cmd) (list []tea.Msg) {
	for pending := []tea.Cmd{cmd}; len(pending) > 0; pending = pending[1:] {
		if pending[0] == nil {
			continue
		}
		switch msg := pending[0]().(type) {
		case tea.BatchMsg:
			pending = append(pending, msg...)
		case playLoaded, offersLoaded, sourcesRead, findingKept, settingKept, markKept, recordKept, historyRead,
			episodeRead, episodePut, untoldFound, loadFailed, taughtRead, tickKept, weekRead, glassesKept:
			list = append(list, msg)
		}
	}
	return list
}

// settle hands a message to the program and everything its effects answer.
func settle(m root, msg tea.Msg) root {
	next, cmd := m.Update(msg)
	return answered(next.(root), answersOf(cmd))
}

// answered gives the program what it waited for.
func answered(m root, answers []tea.Msg) root {
	for _, a := range answers {
		m = settle(m, a)
	}
	return m
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
			m := settle(n.m, msg)
			visit(n.m, msg, m)
			if p := place(m); !seen[p] {
				seen[p] = true
				queue = append(queue, node{m, *now})
			}
		}
		for _, k := range keyboard {
			step(0, k)
		}
		for _, d := range []time.Duration{time.Second, 4 * time.Second, 12 * time.Minute} {
			step(d, woke{n.m.generation})
		}
		step(0, tea.WindowSizeMsg{Width: 30, Height: 6})
	}
	return len(seen)
}

// walkConfig offers every built-in routine, and one of the person's own.
func walkConfig(t *testing.T, now *time.Duration) Config {
	t.Helper()
	c := testConfig(t, handClock{now})
	c.Routines = nil
	plays := map[string]Play{}
	all, err := routines.Library{}.All()
	if err != nil {
		t.Fatal(err)
	}
	own := all[0]
	own.ID, own.Name = "mine", "My own"
	for _, r := range append(all, own) {
		p, err := session.NewPlan(r, session.Choice{})
		if err != nil {
			t.Fatal(err)
		}
		plays[r.ID] = Play{Routine: r, Plan: p}
		c.Routines = append(c.Routines, session.Head(r))
	}
	c.Load = func(id string, _ session.Choice) (Play, error) { return plays[id], nil }
	c.Learning = &Learning{Read: func() (Taught, error) { return Taught{Shelf: shelf()}, nil }, Tick: func(string, bool) error { return nil }}
	return c
}

// TestNothingLeadsOnAfterARedFlag walks every screen and key, from home and
// from the relief, and holds that while a finding stands in the way no routine
// is on screen and no session moves.
func TestNothingLeadsOnAfterARedFlag(t *testing.T) {
	for _, from := range []string{"home", "relief"} {
		t.Run(from, func(t *testing.T) {
			var now time.Duration
			c := walkConfig(t, &now)
			if from == "relief" {
				c.Play = playOf(t, "ease")
			}
			blocked, played := 0, map[string]bool{}
			places := walkAll(t, newRoot(c, 30, 6), &now, func(before root, msg tea.Msg, after root) {
				if after.shown == playerScreen {
					played[after.player.Session().Plan().Routine] = true
				}
				if !after.finding.Blocks() {
					return
				}
				blocked++
				if after.shown == playerScreen {
					t.Fatalf("%v leads from a %s finding into %s", msg, after.finding.Level, after.player.Session().Plan().Routine)
				}
				if before.finding.Blocks() && before.player.Session().Index() != after.player.Session().Index() {
					t.Fatalf("%v moves a session that must stand still", msg)
				}
			})
			t.Logf("%d places, %d steps with a finding in the way, %d routines played", places, blocked, len(played))
			if blocked == 0 || from == "home" && len(played) != len(c.Routines) {
				t.Errorf("the walk does not come everywhere: %d routines, %d blocked steps", len(played), blocked)
			}
		})
	}
}

// TestTheFlagsAreAlwaysOneKeyAway holds that in every state of the player "!"
// shows the questions.
func TestTheFlagsAreAlwaysOneKeyAway(t *testing.T) {
	var now time.Duration
	c := walkConfig(t, &now)
	c.Play = playOf(t, "ease")
	walkAll(t, newRoot(c, 30, 6), &now, func(before root, msg tea.Msg, after root) {
		press, ok := msg.(tea.KeyPressMsg)
		if ok && press.Code == '!' && before.shown == playerScreen && after.shown != triageScreen {
			t.Fatalf("! does not lead to the red flags from %q", place(before))
		}
	})
}

// TestTheCheckCanBeTakenAgain corrects an answer and goes on.
func TestTheCheckCanBeTakenAgain(t *testing.T) {
	var now time.Duration
	c := walkConfig(t, &now)
	c.Play = playOf(t, "ease")
	m := newRoot(c, 30, 6)
	for _, k := range "!1" {
		m = settle(m, pressed(k))
	}
	if !m.finding.Blocks() {
		t.Fatal("a yes to the first question does not stand in the way")
	}
	m = settle(m, pressed('c'))
	for range 30 { // no to all of them, a few at a time
		m = settle(m, pressed('n'))
	}
	m = settle(m, pressed(' '))
	if m.finding.Blocks() || m.shown != playerScreen {
		t.Errorf("after the correction: finding %v, screen %v", m.finding.Level, m.shown)
	}
}

// TestAStandingFindingMeetsTheNextStart begins with a finding of yesterday.
func TestAStandingFindingMeetsTheNextStart(t *testing.T) {
	var now time.Duration
	c := walkConfig(t, &now)
	c.Finding.Level = "today"
	for _, id := range []string{"ease", "mine"} {
		p, _ := c.Load(id, session.Choice{})
		c.Play = &p
		if m := newRoot(c, 30, 6); m.shown != triageScreen {
			t.Errorf("%s is played in spite of a finding", id)
		}
	}
}
