package tui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// disk keeps marks, and is as slow as its caller wants.
type disk struct{ marks []*Mark }

func (d *disk) keep(m *Mark) error {
	d.marks = append(d.marks, m)
	return nil
}

func (d *disk) latest() *Mark { return d.marks[len(d.marks)-1] }

// stopped is a home screen that offers to go on with the bedtime stretch.
func stopped(t *testing.T) (root, *disk) {
	t.Helper()
	now := time.Duration(0)
	c := testConfig(t, handClock{&now})
	d := &disk{}
	c.Mark = d.keep
	half, ok := HalfwayOf(Mark{Routine: "bedtime", Phase: 3}, *playOf(t, "bedtime"), c.Clock.Now().Wall)
	if !ok {
		t.Fatal("there is no such place")
	}
	c.Halfway = &half
	return newRoot(c, 80, 24), d
}

func TestWhereARoutineStandsIsKeptAtEachPhase(t *testing.T) {
	now := time.Duration(0)
	c := testConfig(t, handClock{&now})
	d := &disk{}
	c.Mark = d.keep
	m := settle(newRoot(c, 80, 24), pressed('b'))
	for range 3 {
		m = settle(m, pressed('n'))
	}
	for i, mark := range d.marks {
		if mark == nil || mark.Routine != "bedtime" || mark.Phase != i {
			t.Errorf("mark %d is %+v", i, mark)
		}
	}
	if len(d.marks) != 4 {
		t.Errorf("%d marks for four phases", len(d.marks))
	}
	if settle(m, pressed('q')); d.latest() != nil {
		t.Errorf("leaving keeps %+v", d.latest())
	}
}

// TestMarksAreWrittenOneAfterTheOther skips on while the disk is busy.
func TestMarksAreWrittenOneAfterTheOther(t *testing.T) {
	now := time.Duration(0)
	c := testConfig(t, handClock{&now})
	d := &disk{}
	c.Mark = d.keep
	m := newRoot(c, 80, 24).play(*playOf(t, "bedtime"), c.Clock.Now())
	m, first := m.marked(c.Clock.Now())
	for range 5 {
		next, _ := m.Update(pressed('n'))
		m = next.(root)
	}
	if len(d.marks) != 0 || first == nil {
		t.Fatalf("%d marks before the disk was asked", len(d.marks))
	}
	next, second := m.Update(first())
	m = next.(root)
	settle(m, second())
	if len(d.marks) != 2 || d.latest().Phase != 5 {
		t.Errorf("written is %+v", d.marks)
	}
}

func TestHomeOffersToGoOn(t *testing.T) {
	m, _ := stopped(t)
	if view := ansi.Strip(m.View().Content); !strings.Contains(view, "Bedtime stretch, step 1 of 2 was stopped half-way.") || !strings.Contains(view, "g go on there   x leave it") {
		t.Fatalf("home shows:\n%s", view)
	}
	on := settle(m, pressed('g'))
	if on.shown != playerScreen || on.player.Session().Index() != 3 {
		t.Errorf("g leads to phase %d", on.player.Session().Index())
	}
	m, d := stopped(t)
	off := settle(m, pressed('x'))
	if strings.Contains(ansi.Strip(off.View().Content), "half-way") || len(d.marks) != 1 || d.latest() != nil {
		t.Errorf("x leaves %+v", d.marks)
	}
}

func TestAnotherRoutineOffersToGoOn(t *testing.T) {
	m, _ := stopped(t)
	c := m.config
	c.Play = playOf(t, "ease")
	m = newRoot(c, 80, 24)
	if view := ansi.Strip(m.View().Content); m.player.Session().Plan().Routine != "ease" || !strings.Contains(view, "Press g to go on there.") {
		t.Fatalf("it shows:\n%s", view)
	}
	if on := settle(m, pressed('g')); on.player.Session().Plan().Routine != "bedtime" {
		t.Errorf("g leads to %s", on.player.Session().Plan().Routine)
	}
}

// TestTheCrampsClockGoesOn keeps when it began, through the crash.
func TestTheCrampsClockGoesOn(t *testing.T) {
	now := time.Duration(0)
	c := testConfig(t, handClock{&now})
	d := &disk{}
	c.Mark = d.keep
	m := settle(newRoot(c, 80, 24), pressed('n'))
	now = 90 * time.Second
	settle(m, tea.KeyPressMsg{Code: tea.KeyRight})
	half, ok := HalfwayOf(*d.latest(), *playOf(t, "ease"), c.Clock.Now().Wall.Add(time.Minute))
	if !ok || half.Play.Began < 150*time.Second-time.Second || half.Play.From != d.latest().Phase {
		t.Errorf("it goes on %v after it began, from phase %d", half.Play.Began, half.Play.From)
	}
	if _, ok := HalfwayOf(Mark{Phase: 9999}, *playOf(t, "ease"), time.Time{}); ok {
		t.Error("a place that is not there is gone on with")
	}
}
