package tui

import (
	"errors"
	"path/filepath"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/cue"
	"uncramp/coach/profile"
	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/coach/term"
	"uncramp/coach/tui/screen"
	"uncramp/coach/visit"
	"uncramp/routines"
)

// cramped is a program whose diary holds two cramps.
func cramped(t *testing.T, change ...func(*Config)) rig {
	t.Helper()
	r := begun(t, change...)
	at := r.config.Clock.Now().Wall
	for _, id := range []record.ID{"one", "two"} {
		at = at.Add(-time.Hour)
		if err := r.journal.SaveEpisode(record.Episode{ID: id, At: at, Muscle: routines.Calf}); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

// TestALateAnswerChangesNoOtherScreen asks for something, goes elsewhere, and
// gets the answer there.
func TestALateAnswerChangesNoOtherScreen(t *testing.T) {
	for name, c := range map[string]struct {
		before []string // that are waited for
		ask    string
		leave  []string
		want   string
	}{
		"a routine":       {nil, "b", []string{"s"}, "settings"},
		"a cramp to edit": {[]string{"h", "c"}, "enter", []string{"esc", "esc", "n"}, playerPage},
		"a deleted cramp": {[]string{"h", "c"}, "x", []string{"esc", "esc"}, homePage},
		"a history":       {nil, "h", []string{"esc", "s"}, "settings"},
		"a card":          {[]string{"b", "i"}, "enter", []string{"esc", "q"}, homePage},
		"a library":       {nil, "l", []string{"esc", "b"}, playerPage},
		"a form":          {[]string{"h", "c", "enter", "down", "down", "7"}, "tab", []string{"esc", "esc", "esc"}, homePage},
	} {
		r := cramped(t).press(c.before...)
		r, answers := r.slow(c.ask)
		if len(answers) == 0 {
			t.Errorf("%s: nothing was asked for at %s", name, r.at())
		}
		if r = r.press(c.leave...); r.at() != c.want {
			t.Fatalf("%s: one is at %s, not %s", name, r.at(), c.want)
		}
		if r = r.hear(answers); r.at() != c.want {
			t.Errorf("%s: its answer leads from %s to %s", name, c.want, r.at())
		}
	}
}

// TestKeysTypedAheadGoWhereTheyLead though nothing was read yet.
func TestKeysTypedAheadGoWhereTheyLead(t *testing.T) {
	for _, c := range []struct {
		keys []string
		want string
	}{
		{[]string{"h", "q"}, homePage}, {[]string{"p", "q", "s"}, "settings"}, {[]string{"l", "esc", "p"}, "week"},
		{[]string{"!", "n", "esc"}, homePage}, {[]string{"!", "1", "y", "q", "n"}, homePage}, {[]string{"!", "1", "q"}, homePage}, {[]string{"h", "!", "n", "esc", "q"}, homePage},
	} {
		m := begun(t).root
		var cmds []tea.Cmd
		for _, k := range c.keys {
			next, cmd := m.Update(screen.Press(k))
			m, cmds = next.(root), append(cmds, cmd)
		}
		if m = answer(m, answersOf(tea.Batch(cmds...))); m.top().page != c.want && !m.gate.finding.Blocks() {
			t.Errorf("%v lead to %s, want %s", c.keys, m.top().page, c.want)
		}
		if m.gate.finding.Blocks() && m.top().page == playerPage {
			t.Errorf("%v play a routine in spite of a red flag", c.keys)
		}
	}
}

func TestAfterAReliefTheFormAsksOnce(t *testing.T) {
	r := begun(t, func(c *Config) { c.Night = func(time.Time) bool { return true } }).press("n").pass(12 * time.Second).press("e")
	if r.at() != playerPage {
		t.Fatal("the form comes before what goes well with it")
	}
	if r = r.press("q"); r.at() != formPage {
		t.Fatalf("leaving shows %s", r.at())
	}
	*r.now += time.Second
	r = r.press("7")
	list := r.journal.episodes(t)
	if len(list) != 1 || list[0].Severity != (record.Rating{Given: true, Value: 7}) || list[0].Relief == 0 {
		t.Errorf("the diary holds %+v", list)
	}
	if r = r.press("esc"); r.at() != homePage {
		t.Errorf("the form leads to %s", r.at())
	}
}

func TestWhoLeavesInTheMiddleIsAskedNothing(t *testing.T) {
	if r := begun(t).press("n").pass(12 * time.Second).press("q"); r.at() != homePage {
		t.Errorf("leaving shows %s", r.at())
	}
}

// TestALeftOfferDoesNotCostTheNumber: the relief was followed to its end.
func TestALeftOfferDoesNotCostTheNumber(t *testing.T) {
	if r := begun(t).press("n").pass(12*time.Second).press("e", "1", "q", "q"); r.at() != formPage {
		t.Errorf("leaving leads to %s", r.at())
	}
}

func TestACrampIsEdited(t *testing.T) {
	r := cramped(t).press("h", "c", "enter")
	if r.at() != formPage {
		t.Fatalf("e shows %s", r.at())
	}
	r = r.press("down", "down", "4", "tab")
	if list := r.journal.episodes(t); len(list) != 2 || list[1].Severity.Value != 4 {
		t.Errorf("the diary holds %+v", list)
	}
	if r = r.press("esc"); r.at() != "history" {
		t.Errorf("the form leads to %s", r.at())
	}
}

func TestADiaryThatCantBeReadIsOneLineAtHome(t *testing.T) {
	for _, page := range []string{"h", "p"} {
		r := begun(t)
		r.journal.fail = errors.New("the diary can't be opened: it is locked")
		if r = r.press(page); r.at() != homePage || !r.shows("it is locked") {
			t.Errorf("%s shows %s:\n%s", page, r.at(), drawn(r.root))
		}
	}
}

// TestALibraryLeadsToARoutineAndBack to the card it was chosen from, unless a
// red flag came up.
func TestALibraryLeadsToARoutineAndBack(t *testing.T) {
	r := begun(t).press("l")
	if r.at() != screen.Library || !r.shows("Rubbing") {
		t.Fatalf("l shows %s", r.at())
	}
	if left := r.press("esc"); left.at() != homePage {
		t.Errorf("esc leads to %s", left.at())
	}
	if r = r.press("enter", "1"); r.at() != playerPage || playing(r.root).Routine().ID != "massage" {
		t.Fatalf("the link leads to %s", r.at())
	}
	if left := r.press("q"); left.at() != screen.Library {
		t.Errorf("leaving leads to %s", left.at())
	}
	if flagged := r.press("!", "1", "y", "q"); flagged.at() == screen.Library || flagged.at() == playerPage {
		t.Errorf("a red flag leads back to %s", flagged.at())
	}
}

// TestWhyLeadsToItsCard, and back to the routine, which waits.
func TestWhyLeadsToItsCard(t *testing.T) {
	r := begun(t).press("b", "i", "enter")
	if r.at() != screen.Library || !r.shows("A rub may soothe.") || r.shows("Start:") {
		t.Fatalf("why leads to %s:\n%s", r.at(), drawn(r.root))
	}
	at := playing(r.root).Session().Index()
	if flags := r.press("!", "esc"); flags.at() != screen.Library {
		t.Errorf("the red flags lead from there to %s", flags.at())
	}
	r = r.press("esc")
	if r.at() != playerPage || playing(r.root).Session().Index() != at || !r.shows("PAUSED") {
		t.Errorf("the card leads to %s:\n%s", r.at(), drawn(r.root))
	}
}

// TestReadingOnly begins with a card, and leaving it ends the program.
func TestReadingOnly(t *testing.T) {
	r := begun(t, func(c *Config) { c.Begin = screen.Open{Page: screen.Library, Card: "shoes"} })
	first := newRoot(r.config, 80, 24, term.Abilities{})
	if first.top().page != screen.Library || !(rig{root: first}).shows("They tire you.") {
		t.Fatalf("it begins with %s:\n%s", first.top().page, drawn(first))
	}
	if r = r.press("esc", "esc"); !r.leaving {
		t.Error("leaving does not end the program")
	}
}

func TestTheWeekLeadsToItsRoutineAndBack(t *testing.T) {
	r := begun(t).press("p", "enter")
	if r.at() != playerPage || playing(r.root).Routine().ID != "morning" {
		t.Errorf("enter leads to %s", r.at())
	}
	if r = r.press("q"); r.at() != "week" {
		t.Errorf("leaving leads to %s", r.at())
	}
}

// TestTheFormSurvivesTheRedFlags with what was answered in it.
func TestTheFormSurvivesTheRedFlags(t *testing.T) {
	r := cramped(t).press("h", "c", "enter", "down", "down", "7")
	if left := r.press("!", "esc"); left.at() != formPage || !left.shows("Not saved yet") {
		t.Errorf("the check leads to %s", left.at())
	}
	if found := r.press("!", "1", "q"); found.at() != formPage || !found.shows("Not saved yet") {
		t.Errorf("a finding leads to %s", found.at())
	}
}

// TestWhatIsPutTogetherSurvivesTheRedFlags, though none of it may be tried.
func TestWhatIsPutTogetherSurvivesTheRedFlags(t *testing.T) {
	r := begun(t).press("c", "enter", "N", "e", "w", "enter", "enter", "enter")
	found := r.press("!", "1", "y")
	if !found.gate.finding.Blocks() || found.at() != flagsPage {
		t.Fatalf("no finding, at %s", found.at())
	}
	if found = found.press("q"); found.at() != screen.Composer || !found.shows("Try it once") {
		t.Errorf("a finding leads to %s:\n%s", found.at(), drawn(found.root))
	}
	if tried := found.press("end", "up", "enter"); tried.at() != flagsPage {
		t.Errorf("a trial leads to %s", tried.at())
	} else if back := tried.press("esc"); back.at() != screen.Composer {
		t.Errorf("and that to %s", back.at())
	}
}

// TestTwoEscapesAtOnce are read as one with alt.
func TestTwoEscapesAtOnce(t *testing.T) {
	if r := begun(t).press("l").tell(tea.KeyPressMsg{Code: tea.KeyEscape, Mod: tea.ModAlt}); r.at() != homePage {
		t.Errorf("they lead to %s", r.at())
	}
}

// TestARemarkIsTold on the screen that is shown.
func TestARemarkIsTold(t *testing.T) {
	r := begun(t)
	r.journal.remarks = []string{"The diary was damaged."}
	if r = r.press("h"); !r.shows("The diary was damaged.") {
		t.Errorf("it shows\n%s", drawn(r.root))
	}
}

// TestLastNightIsOffered by day, and the form asks for its details.
func TestLastNightIsOffered(t *testing.T) {
	at := time.Date(2026, 11, 22, 2, 5, 0, 0, time.UTC)
	r := begun(t, func(c *Config) {
		j, _ := c.Journal.(*book)
		j.night = record.Episode{ID: "night", At: at, Length: 4 * time.Minute}
	})
	if !r.shows("How was the cramp at 02:05?") {
		t.Fatalf("home shows\n%s", drawn(r.root))
	}
	if r = r.press("d"); r.at() != formPage {
		t.Fatalf("d leads to %s", r.at())
	}
	r.journal.night = record.Episode{}
	if r = r.press("esc"); r.at() != homePage || r.shows("How was the cramp") {
		t.Errorf("once it was told %s shows\n%s", r.at(), drawn(r.root))
	}
}

// stopped is home with an offer to go on with the bedtime stretch.
func stopped(t *testing.T, marks *[]*visit.Bookmark, begin screen.Request) rig {
	t.Helper()
	return begun(t, func(c *Config) {
		p, ok := visit.Bookmark{Routine: "bedtime", Phase: 3}.GoOn(*playOf(t, "bedtime"), c.Clock.Now().Wall)
		if !ok {
			t.Fatal("there is no such place")
		}
		c.Unfinished, c.Begin = &p, begin
		c.Bookmark = func(b *visit.Bookmark) error {
			*marks = append(*marks, b)
			return nil
		}
	})
}

func TestHomeOffersToGoOn(t *testing.T) {
	var marks []*visit.Bookmark
	r := stopped(t, &marks, nil)
	if !r.shows("Bedtime stretch, step 1 of 2 was stopped half-way.") || !r.shows("g go on   x leave it") {
		t.Fatalf("home shows:\n%s", drawn(r.root))
	}
	if on := r.press("g"); on.at() != playerPage || playing(on.root).Session().Index() != 3 {
		t.Errorf("g leads to phase %d", playing(on.root).Session().Index())
	}
	marks = nil
	if off := stopped(t, &marks, nil).press("x"); off.shows("half-way") || len(marks) != 1 || marks[0] != nil {
		t.Errorf("x leaves %+v", marks)
	}
	if r := stopped(t, &marks, nil).press("x", "q"); !r.leaving {
		t.Error("q does not leave after it was declined")
	}
}

func TestAnotherRoutineOffersToGoOn(t *testing.T) {
	var marks []*visit.Bookmark
	r := stopped(t, &marks, screen.Play{Ready: playOf(t, "ease")})
	if playing(r.root).Routine().ID != "ease" || !r.shows("Press g to go on there.") {
		t.Fatalf("it shows:\n%s", drawn(r.root))
	}
	if on := r.press("g"); playing(on.root).Routine().ID != "bedtime" || len(on.stack) != 1 {
		t.Errorf("g leads to %s", playing(on.root).Routine().ID)
	}
}

// TestWhatFollowsAReliefIsAsSilent unless sound was asked for.
func TestWhatFollowsAReliefIsAsSilent(t *testing.T) {
	e := &ear{}
	r := begun(t, func(c *Config) {
		c.Audio, c.Switches = e, func(relief bool) cue.Switches { return cue.Switches{Sound: !relief} }
	})
	r = r.press("n").pass(12*time.Second).press("e", "1")
	if r.at() != playerPage || playing(r.root).Routine().ID == "ease" || e.on.Sound {
		t.Errorf("%s is heard: %v", playing(r.root).Routine().ID, e.on)
	}
	if r = begun(t, func(c *Config) { c.Audio = e }).press("n", "b").pass(12*time.Second).press("e", "1"); !e.on.Sound {
		t.Errorf("%s is not heard though that was chosen", playing(r.root).Routine().ID)
	}
}

// TestTheEndOffersWhatWasNotTakenUpYet: neither what was done, nor what was skipped
// through, of which it is said that none was done.
func TestTheEndOffersWhatWasNotTakenUpYet(t *testing.T) {
	r := begun(t).press("n").pass(12*time.Second).press("e", "1")
	skipped := r
	for playing(skipped.root).Session().State() != session.Over {
		skipped = skipped.press("right")
	}
	if !skipped.shows("1 Compress and release") || skipped.shows("Passive stretch  ") || !skipped.shows("You did 0 of ") {
		t.Errorf("skipped through it shows:\n%s", drawn(skipped.root))
	}
	if r = r.pass(5 * time.Minute); !r.shows("1 Compress and release") || r.shows("Passive stretch  ") {
		t.Errorf("it shows:\n%s", drawn(r.root))
	}
}

// TestAboutYouIsAskedFromHome, once: what is answered there is kept, and home
// asks no more.
func TestAboutYouIsAskedFromHome(t *testing.T) {
	s := profile.At(filepath.Join(t.TempDir(), "profile.yaml"))
	r := begun(t, func(c *Config) { c.Profile = s })
	if !r.shows("Which moves suit you?") {
		t.Fatalf("home shows\n%s", drawn(r.root))
	}
	if r = r.press("a"); r.at() != screen.Me || !r.shows("About you") {
		t.Fatalf("a leads to %s:\n%s", r.at(), drawn(r.root))
	}
	r = r.press("y", "q")
	if about, err := s.Read(); err != nil || about != routines.ProfileOf(routines.Unsteady) {
		t.Errorf("kept is %v, %v", about.List(), err)
	}
	if r.at() != homePage || r.shows("Which moves suit you?") {
		t.Errorf("%s shows\n%s", r.at(), drawn(r.root))
	}
}

func TestAboutYouIsDeclinedOnce(t *testing.T) {
	s := profile.At(filepath.Join(t.TempDir(), "profile.yaml"))
	r := begun(t, func(c *Config) { c.Profile = s }).press("x")
	if r.shows("Which moves suit you?") || !s.Asked() {
		t.Errorf("it is kept: %v; home shows\n%s", s.Asked(), drawn(r.root))
	}
}
