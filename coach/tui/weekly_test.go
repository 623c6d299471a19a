package tui

import (
	"errors"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/plan"
	"uncramp/coach/stats"
)

// planning is the screen of the week, and the glasses that are kept.
func planning(t *testing.T) (m root, kept *int, fail *error) {
	t.Helper()
	m, _, _ = shelved(t)
	kept, fail = new(int), new(error)
	*kept = 7
	m.config.Pages.Week = func(now time.Time) (plan.Weekly, error) {
		return plan.Week(now, nil, map[stats.Day]int{stats.DayOf(now): *kept}), *fail
	}
	m.config.Pages.Glasses = func(_ stats.Day, n int) error {
		if *fail == nil {
			*kept = n
		}
		return *fail
	}
	m = settle(m, pressed('p'))
	if m.shown != weekScreen {
		t.Fatalf("p shows screen %v", m.shown)
	}
	return m, kept, fail
}

func TestGlassesAreKept(t *testing.T) {
	m, kept, fail := planning(t)
	for range 4 {
		m = settle(m, tea.KeyPressMsg{Code: tea.KeyDown})
	}
	m = settle(settle(m, pressed('+')), pressed('+'))
	if *kept != 9 || !shows(m, "9 glasses today") {
		t.Fatalf("%d glasses are kept:\n%s", *kept, m.View().Content)
	}
	*fail = errors.New("not saved: the disk is full")
	if m = settle(m, pressed('-')); !shows(m, "9 glasses today") || !shows(m, "the disk is full") {
		t.Errorf("a glass that could not be taken back shows\n%s", m.View().Content)
	}
	if m = settle(m, pressed('q')); m.shown != homeScreen {
		t.Errorf("q leads to screen %v", m.shown)
	}
}

// TestWhatIsNotWrittenYetIsHandedOn: the program is left before the diary
// answers.
func TestWhatIsNotWrittenYetIsHandedOn(t *testing.T) {
	m, kept, _ := planning(t)
	for range 4 {
		m = settle(m, tea.KeyPressMsg{Code: tea.KeyDown})
	}
	for range 2 { // and nothing that they start is carried out
		next, _ := m.Update(pressed('+'))
		m = next.(root)
	}
	left := m.result(0)
	for _, write := range left.Unwritten {
		if err := write(); err != nil {
			t.Error(err)
		}
	}
	if *kept != 9 {
		t.Errorf("%d glasses are kept", *kept)
	}
}

func TestTheWeekLeadsToItsRoutine(t *testing.T) {
	m, _, _ := planning(t)
	if m = settle(m, tea.KeyPressMsg{Code: tea.KeyEnter}); m.shown != playerScreen || m.player.Routine().ID != "morning" {
		t.Errorf("enter leads to screen %v", m.shown)
	}
}

func TestAWeekThatCannotBeReadIsTold(t *testing.T) {
	m, _, fail := planning(t)
	m = settle(m, pressed('q'))
	*fail = errors.New("the diary can't be read")
	if m = settle(m, pressed('p')); m.shown != homeScreen || !shows(m, "can't be read") {
		t.Errorf("it shows screen %v", m.shown)
	}
}
