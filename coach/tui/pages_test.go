package tui

import (
	"errors"
	"path/filepath"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/journal"
	"uncramp/coach/record"
	"uncramp/coach/stats"
)

// shelved is a home screen with a diary, and that diary.
func shelved(t *testing.T) (root, *journal.Journal, *time.Duration) {
	t.Helper()
	now := new(time.Duration)
	c := testConfig(t, handClock{now})
	j := journal.New(filepath.Join(t.TempDir(), "diary.db"), func() time.Time { return c.Clock.Now().Wall })
	c.Record = j.AddSession
	c.Pages = &Pages{
		Episode: j.Episode, Put: j.SaveEpisode, History: j.Summary,
		Untold: func(time.Time) (record.Episode, bool) { return record.Episode{}, false },
	}
	return newRoot(c, 80, 24), j, now
}

func episodes(t *testing.T, j *journal.Journal) []record.Episode {
	t.Helper()
	rows, err := j.Rows(time.Time{}, 0)
	if err != nil {
		t.Fatal(err)
	}
	return rows.Cramps
}

func TestAfterAReliefTheFormAsksOnce(t *testing.T) {
	m, store, now := shelved(t)
	m.config.Night = func(time.Time) bool { return true }
	m = settle(m, pressed('n'))
	m = pass(m, now, 12*time.Second)
	m = settle(m, pressed('e'))
	if m.shown != playerScreen {
		t.Fatal("the form comes before what goes well with it")
	}
	m = settle(m, pressed('q'))
	if m.shown != formScreen {
		t.Fatalf("leaving shows screen %v", m.shown)
	}
	*now += time.Second
	m = settle(m, pressed('7'))
	list := episodes(t, store)
	if len(list) != 1 || list[0].Severity != (record.Rating{Given: true, Value: 7}) || list[0].Relief == 0 {
		t.Errorf("the diary holds %+v", list)
	}
	if m = settle(m, tea.KeyPressMsg{Code: tea.KeyEscape}); m.shown != homeScreen {
		t.Errorf("the form leads to screen %v", m.shown)
	}
}

func TestWhoLeavesInTheMiddleIsAskedNothing(t *testing.T) {
	m, _, now := shelved(t)
	m = settle(m, pressed('n'))
	m = pass(m, now, 12*time.Second)
	if m = settle(m, pressed('q')); m.shown != homeScreen {
		t.Errorf("leaving shows screen %v", m.shown)
	}
}

func TestACrampIsDeletedAndBroughtBack(t *testing.T) {
	m, store, _ := shelved(t)
	at := m.config.Clock.Now().Wall.Add(-time.Hour)
	e := record.Episode{ID: record.NewID(at), At: at, Muscle: "calf", Note: "kept", Edited: at}
	if err := store.SaveEpisode(e); err != nil {
		t.Fatal(err)
	}
	m = settle(m, pressed('h'))
	if m.shown != historyScreen {
		t.Fatalf("h shows screen %v", m.shown)
	}
	m = settle(settle(m, pressed('c')), pressed('x'))
	if list := episodes(t, store); len(list) != 0 {
		t.Fatalf("after x there are %d", len(list))
	}
	next := m.config.Clock.(handClock)
	*next.now += time.Second // a later edit
	m = settle(m, pressed('u'))
	if list := episodes(t, store); len(list) != 1 || list[0].Note != "kept" {
		t.Errorf("after u the diary holds %+v", list)
	}
	if m = settle(m, pressed('q')); m.shown != homeScreen {
		t.Error("q does not lead home")
	}
}

func TestACrampIsEdited(t *testing.T) {
	m, store, _ := shelved(t)
	at := m.config.Clock.Now().Wall.Add(-time.Hour)
	if err := store.SaveEpisode(record.Episode{ID: record.NewID(at), At: at, Muscle: "calf", Edited: at}); err != nil {
		t.Fatal(err)
	}
	m = settle(settle(settle(m, pressed('h')), pressed('c')), pressed('e'))
	if m.shown != formScreen {
		t.Fatalf("e shows screen %v", m.shown)
	}
	m = settle(settle(m, pressed('4')), pressed('s'))
	if list := episodes(t, store); len(list) != 1 || list[0].Severity.Value != 4 {
		t.Errorf("the diary holds %+v", list)
	}
	if m = settle(m, tea.KeyPressMsg{Code: tea.KeyEscape}); m.shown != historyScreen {
		t.Errorf("the form leads to screen %v", m.shown)
	}
}

func TestADiaryThatCantBeReadIsOneLineAtHome(t *testing.T) {
	m, _, _ := shelved(t)
	m.config.Pages.History = func(time.Time, int) (stats.Summary, error) {
		return stats.Summary{}, errors.New("the diary can't be opened: it is locked")
	}
	if m = settle(m, pressed('h')); m.shown != homeScreen || !shows(m, "it is locked") {
		t.Errorf("h shows screen %v", m.shown)
	}
}

func TestTheRedFlagsAreOneKeyAwayFromEveryPage(t *testing.T) {
	for _, keys := range []string{"s", "h"} {
		m, _, _ := shelved(t)
		m = settle(m, pressed(rune(keys[0])))
		if m = settle(m, pressed('!')); m.shown != triageScreen {
			t.Errorf("! after %s shows screen %v", keys, m.shown)
		}
	}
}
