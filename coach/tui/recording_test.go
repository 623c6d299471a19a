package tui

import (
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/record"
)

// book is a diary that notes what it is to keep, or refuses.
type book struct {
	records []record.Entry
	fail    error
}

func (b *book) keep(r record.Entry) error {
	b.records = append(b.records, r)
	return b.fail
}

// recording is a home screen with a diary, and its clock.
func recording(t *testing.T) (root, *book, *time.Duration) {
	t.Helper()
	now := new(time.Duration)
	c := testConfig(t, handClock{now})
	b := &book{}
	c.Record = b.keep
	return newRoot(c, 80, 24), b, now
}

// pass lets time pass in small steps, as wake-ups do.
func pass(m root, now *time.Duration, d time.Duration) root {
	for until := *now + d; *now < until; {
		*now = min(*now+time.Second, until)
		m = settle(m, woke{m.generation})
	}
	return m
}

func shows(m root, words string) bool { return strings.Contains(ansi.Strip(m.View().Content), words) }

func TestAReliefIsKeptWithItsCramp(t *testing.T) {
	m, b, now := recording(t)
	m = settle(m, pressed('n'))
	m = pass(m, now, 12*time.Second-*now)
	m = settle(m, pressed('s'))
	m = pass(m, now, 40*time.Second-*now)
	m = settle(m, pressed('e'))
	if len(b.records) != 1 {
		t.Fatalf("%d records", len(b.records))
	}
	r := b.records[0]
	if r.Episode.ID == "" || r.Session.Episode != r.Episode.ID || r.Episode.Relief != 40*time.Second || r.Episode.Muscle != "calf" || len(r.Episode.Tried) < 2 {
		t.Errorf("kept is %+v", r.Episode)
	}
	if r.Session.Routine != "ease" || r.Session.Worked == 0 {
		t.Errorf("kept is %+v", r.Session)
	}
	if !shows(m, "Saved in your diary.") || len(m.unkept) != 0 {
		t.Errorf("it does not say so; %d are unkept", len(m.unkept))
	}
}

// TestSavedIsSaidOnlyOnceItIs looks before the diary has answered.
func TestSavedIsSaidOnlyOnceItIs(t *testing.T) {
	m, b, now := recording(t)
	m = settle(m, pressed('n'))
	m = pass(m, now, 20*time.Second-*now)
	next, _ := m.Update(pressed('e'))
	m = next.(root)
	if shows(m, "Saved") || len(b.records) != 0 || len(m.unkept) != 1 {
		t.Fatalf("before the diary answered: %d records, %d unkept", len(b.records), len(m.unkept))
	}
	next, _ = m.Update(recordKept{id: m.unkept[0].Session.ID})
	if !shows(next.(root), "Saved in your diary.") {
		t.Error("it is not said")
	}
}

func TestADiaryThatFailsIsOneLineAndTriedAgainAtTheEnd(t *testing.T) {
	m, b, now := recording(t)
	b.fail = errors.New("not saved: the disk is full")
	m = settle(m, pressed('n'))
	m = pass(m, now, 20*time.Second-*now)
	m = settle(m, pressed('e'))
	if !shows(m, "not saved: the disk is full") || len(m.unkept) != 1 {
		t.Errorf("%d unkept; it shows:\n%s", len(m.unkept), ansi.Strip(m.View().Content))
	}
	b.fail = nil
	tried := len(b.records)
	left := m.result(0)
	for _, write := range left.Unwritten {
		if err := write(); err != nil {
			t.Error(err)
		}
	}
	if len(b.records) != tried+1 {
		t.Errorf("it was tried %d times, and %d times in all", tried, len(b.records))
	}
}

func TestWhatIsLeftHalfWayIsKeptToo(t *testing.T) {
	m, b, now := recording(t)
	m = settle(m, pressed('b'))
	m = settle(m, pressed('n'))
	m = pass(m, now, 8*time.Second-*now)
	settle(m, pressed('q'))
	if len(b.records) != 1 || b.records[0].Episode.ID != "" || b.records[0].Session.Worked != 8*time.Second {
		t.Errorf("kept is %+v", b.records)
	}
}

func TestWhatWasOnlyLookedAtIsNotKept(t *testing.T) {
	m, b, _ := recording(t)
	m = settle(m, pressed('b'))
	settle(m, pressed('q'))
	if len(b.records) != 0 {
		t.Errorf("kept is %+v", b.records)
	}
}

// TestWhatFollowsAReliefBelongsToItsCramp goes on with a massage.
func TestWhatFollowsAReliefBelongsToItsCramp(t *testing.T) {
	m, b, now := recording(t)
	m = settle(m, pressed('n'))
	m = pass(m, now, 20*time.Second-*now)
	m = settle(m, pressed('e'))
	m = settle(m, pressed('1'))
	for range 3 {
		m = pass(m, now, 6*time.Second)
		m = settle(m, tea.KeyPressMsg{Code: tea.KeyRight})
	}
	settle(m, pressed('q'))
	if len(b.records) != 2 || b.records[1].Session.Episode != b.records[0].Episode.ID || b.records[1].Episode.ID != b.records[0].Episode.ID {
		t.Fatalf("kept is %+v", b.records)
	}
	if len(b.records[1].Episode.Tried) <= len(b.records[0].Episode.Tried) {
		t.Errorf("what followed is not among what was tried: %+v", b.records[1].Episode.Tried)
	}
}

func TestASecondCrampHasAnEntryOfItsOwn(t *testing.T) {
	m, b, now := recording(t)
	m = settle(m, pressed('n'))
	m = pass(m, now, 12*time.Second)
	m = settle(m, pressed('e'))
	m = pass(m, now, 20*time.Second)
	m = settle(m, pressed('r'))
	m = pass(m, now, 12*time.Second)
	settle(m, pressed('e'))
	if len(b.records) != 2 || b.records[0].Episode.ID == b.records[1].Episode.ID || b.records[1].Episode.Relief != 12*time.Second {
		t.Errorf("kept is %+v", b.records)
	}
}
