package tui

import (
	"errors"
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/record"
	"uncramp/coach/stats"
	check "uncramp/coach/triage"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
	"uncramp/coach/visit"
)

var errFull = errors.New("not saved: the disk is full")

// finish does what was left when the program ended.
func finish(t *testing.T, r rig) {
	t.Helper()
	for _, write := range r.result(0).Unwritten {
		if err := write(); err != nil {
			t.Error(err)
		}
	}
}

func TestAReliefIsKeptWithItsCramp(t *testing.T) {
	r := begun(t).press("n").pass(12 * time.Second).press("s").pass(28 * time.Second).press("e")
	if len(r.journal.entries) != 1 {
		t.Fatalf("%d entries", len(r.journal.entries))
	}
	e := r.journal.entries[0].Episodes[0]
	followed := r.journal.entries[0].Sessions[0]
	if e.ID == "" || followed.Episode != e.ID || e.Relief != 40*time.Second || e.Muscle != "calf" || len(e.Tried) < 2 {
		t.Errorf("kept is %+v", e)
	}
	if !r.shows("Saved in your diary.") {
		t.Errorf("it is not said:\n%s", drawn(r.root))
	}
}

func TestSavedIsNotSaidBeforeItIs(t *testing.T) {
	r, answers := begun(t).press("n").pass(20 * time.Second).slow("e")
	if r.shows("Saved") || len(r.outbox) == 0 || !r.outbox[0].Retry {
		t.Fatalf("before the diary answered %d writes are left", len(r.outbox))
	}
	if r = r.hear(answers); !r.shows("Saved in your diary.") || len(r.outbox) != 0 {
		t.Error("it is not said")
	}
}

// TestSavedIsSaidOfThatSession: the answer about a relief is not told of what
// followed it.
func TestSavedIsSaidOfThatSession(t *testing.T) {
	r, first := begun(t).press("n").pass(20 * time.Second).slow("e")
	r = r.press("right")
	var offers []tea.Msg
	for _, a := range first {
		if _, writes := a.(writtenMsg); !writes {
			offers = append(offers, a)
		}
	}
	r = r.hear(offers).press("1")
	for range 3 {
		r = r.pass(6 * time.Second).press("right")
	}
	r, _ = r.slow("q")
	first = slices.DeleteFunc(first, func(a tea.Msg) bool { _, writes := a.(writtenMsg); return !writes })
	next, _ := r.Update(first[0])
	if r.root = next.(root); r.shows("Saved in your diary.") {
		t.Error("it is said of a session that is not kept yet")
	}
}

func TestADiaryThatFailsIsOneLineAndTriedAgainAtTheEnd(t *testing.T) {
	r := begun(t)
	r.journal.fail = errFull
	r = r.press("n").pass(20 * time.Second).press("e")
	if !r.shows("not saved: the disk is full") || len(r.outbox) != 1 {
		t.Errorf("%d writes are left; it shows:\n%s", len(r.outbox), drawn(r.root))
	}
	r.journal.fail = nil
	tried := len(r.journal.entries)
	if finish(t, r); len(r.journal.entries) != tried+1 {
		t.Errorf("it was tried %d times, and %d times in all", tried, len(r.journal.entries))
	}
}

// TestATrialKeepsNothing, and asks for nothing to be told.
func TestATrialKeepsNothing(t *testing.T) {
	marks := 0
	r := begun(t, func(c *Config) {
		b, _ := c.Journal.(*book)
		b.Journal = b.Silent()
		c.Begin = screen.Play{Ready: playOf(t, "ease")}
		c.Bookmark = func(*visit.Bookmark) error { marks++; return nil }
	}).pass(12*time.Second).press("e", "q")
	if len(r.journal.entries) != 0 || marks != 0 || !r.leaving {
		t.Errorf("%d entries, %d bookmarks, at %s", len(r.journal.entries), marks, r.at())
	}
}

// TestADeleteHolds though the kept row has a later stamp, from a fast clock,
// and though its answer comes late.
func TestADeleteHolds(t *testing.T) {
	r := cramped(t)
	e, err := r.journal.Episode("one")
	if err != nil {
		t.Fatal(err)
	}
	e.Edited = r.config.Clock.Now().Wall.Add(time.Hour)
	if err := r.journal.SaveEpisode(e); err != nil {
		t.Fatal(err)
	}
	r, answers := r.press("h", "c").slow("x")
	r = r.press("esc").hear(answers)
	if list := r.journal.episodes(t); len(list) != 1 {
		t.Fatalf("%d cramps are left", len(list))
	}
}

func TestACrampIsDeletedAndBroughtBack(t *testing.T) {
	r := begun(t)
	at := r.config.Clock.Now().Wall.Add(-time.Hour)
	if err := r.journal.SaveEpisode(record.Episode{ID: "one", At: at, Muscle: "calf", Note: "kept", Edited: at}); err != nil {
		t.Fatal(err)
	}
	if r = r.press("h"); r.at() != "history" {
		t.Fatalf("h shows %s", r.at())
	}
	r = r.press("c", "x")
	if list := r.journal.episodes(t); len(list) != 0 {
		t.Fatalf("after x there are %d", len(list))
	}
	*r.now += time.Second // a later edit
	r = r.press("u")
	if list := r.journal.episodes(t); len(list) != 1 || list[0].Note != "kept" {
		t.Errorf("after u the diary holds %+v", list)
	}
	if r = r.press("q"); r.at() != homePage {
		t.Error("q does not lead home")
	}
}

// TestTwoWritesFollowEachOther: the second is not begun before the first is
// done, and what was deleted is shown once both are.
func TestTwoWritesFollowEachOther(t *testing.T) {
	r, first := cramped(t).press("h", "c").slow("x")
	r, second := r.slow("x")
	if len(second) != 0 || len(r.outbox) != 2 {
		t.Fatalf("%d answers to the second, %d writes", len(second), len(r.outbox))
	}
	if r = r.hear(first); len(r.outbox) != 0 || len(r.journal.episodes(t)) == 2 || r.shows("2 cramps") {
		t.Errorf("%d writes are left, %d cramps", len(r.outbox), len(r.journal.episodes(t)))
	}
}

// TestSavedIsSaidOfThatForm: the answer to one form is not told in another, and
// a failure is, once the form is gone.
func TestSavedIsSaidOfThatForm(t *testing.T) {
	r, first := cramped(t).press("h", "c", "enter", "down", "down", "7").slow("tab")
	if len(first) != 1 {
		t.Fatalf("%d answers at %s", len(first), r.at())
	}
	r = r.press("esc", "down", "enter", "down", "down")
	r, _ = r.slow("3")
	if r, _ = r.slow("tab"); r.at() != formPage {
		t.Fatalf("one is at %s", r.at())
	}
	if next, _ := r.Update(first[0]); (rig{root: next.(root)}).shows("Saved:") {
		t.Errorf("the second form says what is true of the first:\n%s", drawn(r.root))
	}
	next, _ := r.Update(writtenMsg{r.outbox[0].id, errFull})
	if !(rig{root: next.(root)}).shows("the disk is full") {
		t.Errorf("a failure of a form that is gone is not told:\n%s", drawn(next.(root)))
	}
}

// atWater opens the week on its last row.
func atWater(r rig) rig { return r.press("p", "down", "down", "down", "down") }

func TestGlassesAreKept(t *testing.T) {
	r := begun(t)
	if _, err := r.journal.AddGlasses(stats.DayOf(tuitest.Start), 7); err != nil {
		t.Fatal(err)
	}
	if r = atWater(r).press("+", "+"); r.journal.glasses(t) != 9 || !r.shows("9 glasses today") {
		t.Fatalf("%d glasses are kept:\n%s", r.journal.glasses(t), drawn(r.root))
	}
	r.journal.fail = errFull
	if r = r.press("-"); !r.shows("█9█") || !r.shows("the disk is full") {
		t.Errorf("a glass that could not be taken back shows\n%s", drawn(r.root))
	}
	if r = r.press("q"); r.at() != homePage {
		t.Errorf("q leads to %s", r.at())
	}
}

// TestGlassesInFlightCount though the week was left and opened again meanwhile.
func TestGlassesInFlightCount(t *testing.T) {
	r, first := atWater(begun(t)).slow("+")
	r, _ = r.slow("+")
	r, _ = r.slow("q")
	r = atWater(r)
	r, _ = r.slow("+")
	if r = r.hear(first); r.journal.glasses(t) != 3 || !r.shows("3 of 6") {
		t.Errorf("%d glasses are kept:\n%s", r.journal.glasses(t), drawn(r.root))
	}
}

// TestWhatIsNotWrittenYetIsHandedOn, once: the program is left before the diary
// answers.
func TestWhatIsNotWrittenYetIsHandedOn(t *testing.T) {
	r := atWater(begun(t))
	next, begins := r.Update(screen.Press("+"))
	next, _ = next.(root).Update(screen.Press("+")) // and nothing that it starts is carried out
	r.root = next.(root)
	answersOf(begins) // the first was done, and nobody has heard of it
	if finish(t, r); r.journal.glasses(t) != 2 {
		t.Errorf("%d glasses are kept", r.journal.glasses(t))
	}
}

func TestTicksAreKept(t *testing.T) {
	s := &shelf{}
	r := begun(t, func(c *Config) { c.Library = s }).press("l", "tab", "space")
	if !slices.Equal(s.ticked, []string{"shoes"}) || !r.shows("[x]") {
		t.Fatalf("ticked are %v:\n%s", s.ticked, drawn(r.root))
	}
	s.fail = errFull
	if r = r.press("space"); !r.shows("[x]") || !r.shows("the disk is full") {
		t.Errorf("a tick that could not be taken back shows\n%s", drawn(r.root))
	}
}

func TestASettingHoldsAtOnceAndIsWritten(t *testing.T) {
	r := begun(t)
	s, _ := r.config.Settings.(*store)
	if r = r.press("s"); r.at() != "settings" || !r.shows("Night begins") {
		t.Fatalf("s shows:\n%s", drawn(r.root))
	}
	r = r.press("left") // night
	if r.env.Theme.Name != "night" || s.set.Theme != "night" {
		t.Errorf("the theme is %s", r.env.Theme.Name)
	}
	if r = r.press("left"); !slices.Equal(s.saved, []string{"theme=night", "theme=day"}) {
		t.Errorf("written is %v", s.saved)
	}
	if r = r.press("q"); r.at() != homePage {
		t.Error("q does not lead home")
	}
}

// TestChangesAreWrittenInOrder makes two before the first is written.
func TestChangesAreWrittenInOrder(t *testing.T) {
	r := begun(t).press("s")
	s, _ := r.config.Settings.(*store)
	next, first := r.Update(screen.Press("left"))
	next, second := next.(root).Update(screen.Press("left"))
	if len(answersOf(second)) != 0 {
		t.Fatal("the second is written while the first is")
	}
	if m := answer(next.(root), answersOf(first)); !slices.Equal(s.saved, []string{"theme=night", "theme=day"}) || len(m.outbox) != 0 {
		t.Errorf("written is %v, %d is left", s.saved, len(m.outbox))
	}
}

func TestASettingThatCantBeWrittenIsTold(t *testing.T) {
	r := begun(t)
	s, _ := r.config.Settings.(*store)
	s.fail = errors.New("settings.yaml can't be written: the disk is full")
	if r = r.press("s", "left"); !r.shows("the disk is full") || s.set.Theme != "night" {
		t.Errorf("it shows:\n%s", drawn(r.root))
	}
}

// marking is a program whose bookmarks are noted.
func marking(t *testing.T, marks *[]*visit.Bookmark) rig {
	t.Helper()
	return begun(t, func(c *Config) {
		c.Bookmark = func(b *visit.Bookmark) error {
			*marks = append(*marks, b)
			return nil
		}
	})
}

func TestWhereARoutineStandsIsKeptAtEachPhase(t *testing.T) {
	var marks []*visit.Bookmark
	r := marking(t, &marks).press("b", "n", "n", "n")
	for i, mark := range marks {
		if mark == nil || mark.Routine != "bedtime" || mark.Phase != i {
			t.Errorf("bookmark %d is %+v", i, mark)
		}
	}
	if len(marks) != 4 {
		t.Errorf("%d bookmarks for four phases", len(marks))
	}
	if r.press("q"); marks[len(marks)-1] != nil {
		t.Errorf("leaving keeps %+v", marks[len(marks)-1])
	}
}

// TestBookmarksThatAreOldBeforeTheyAreWrittenAreNot skips on while the disk is
// busy.
func TestBookmarksThatAreOldBeforeTheyAreWrittenAreNot(t *testing.T) {
	var marks []*visit.Bookmark
	r := marking(t, &marks)
	next, load := r.Update(screen.Press("b"))
	next, first := next.(root).Update(answersOf(load)[0])
	m := next.(root)
	for range 5 {
		next, _ := m.Update(screen.Press("n"))
		m = next.(root)
	}
	if len(marks) != 0 || len(m.outbox) != 2 {
		t.Fatalf("%d bookmarks before the disk was asked, %d are waiting", len(marks), len(m.outbox))
	}
	answer(m, answersOf(first))
	if len(marks) != 2 || marks[1].Phase != 5 {
		t.Errorf("written is %+v", marks)
	}
}

// TestTheCrampsClockGoesOn keeps when it began, through the crash.
func TestTheCrampsClockGoesOn(t *testing.T) {
	var marks []*visit.Bookmark
	r := marking(t, &marks).press("n")
	*r.now = 90 * time.Second
	r = r.press("right")
	last := marks[len(marks)-1]
	p, ok := last.GoOn(*playOf(t, "ease"), r.config.Clock.Now().Wall.Add(time.Minute))
	if !ok || p.Began < 150*time.Second-time.Second || p.From != last.Phase {
		t.Errorf("it goes on %v after it began, from phase %d", p.Began, p.From)
	}
}

// TestOfTwoFindingsTheNewerStands: both came in one burst.
func TestOfTwoFindingsTheNewerStands(t *testing.T) {
	var found []check.Level
	r := begun(t, func(c *Config) {
		c.KeepFinding = func(f check.Finding) func() error {
			found = append(found, f.Level)
			return func() error { return nil }
		}
	})
	for _, k := range []string{"!", "n", "n", "n", "space", "!", "1", "y", "q"} { // and nothing is carried out
		r.lastKey = lastKey{} // none bounces
		next, _ := r.Update(screen.Press(k))
		r.root = next.(root)
	}
	if len(found) == 0 || found[len(found)-1] != check.Emergency || !r.gate.finding.Blocks() {
		t.Errorf("written is %v", found)
	}
}

// TestAFindingThatCantBeKeptIsTold where it is shown.
func TestAFindingThatCantBeKeptIsTold(t *testing.T) {
	r := begun(t, func(c *Config) {
		c.KeepFinding = func(check.Finding) func() error { return func() error { return errFull } }
	}).press("!", "1", "y")
	if r.at() != flagsPage || !r.shows("the disk is full") {
		t.Errorf("%s shows\n%s", r.at(), drawn(r.root))
	}
}
