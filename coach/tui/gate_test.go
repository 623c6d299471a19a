package tui

import (
	"errors"
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/session"
	check "uncramp/coach/triage"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
)

// elsewhere is what another program may find.
var elsewhere = map[string]check.Finding{
	"an emergency":            {Level: check.Emergency, Yes: []string{"chest"}},
	"a today":                 {Level: check.Today, Yes: []string{"clot"}},
	"what can't be read":      {Level: check.Unreadable, Fault: "check.json: it is damaged"},
	"what another version is": {Level: "later"},
}

// TestAnotherProgramsFindingMeetsEveryStart though nothing stood in the way when
// this one began: from home, from the end, and what is gone on with.
func TestAnotherProgramsFindingMeetsEveryStart(t *testing.T) {
	for name, found := range elsewhere {
		for from, keys := range map[string][]string{
			"home": nil, "the end": {"n", "e"}, "the week": {"p"}, "the library": {"l", "enter"},
		} {
			r := begun(t).press(keys...)
			r.config.KeepFinding(found)
			for _, key := range []string{"n", "b", "1", "r", "g", "enter"} {
				if next := r.press(key); next.at() == playerPage && len(next.stack) > len(r.stack) || !next.gate.finding.Blocks() && next.at() == playerPage && r.at() != playerPage {
					t.Errorf("%s, %s: %s plays %s", name, from, key, playing(next.root).Routine().ID)
				}
			}
		}
		r := begun(t)
		r.config.KeepFinding(found)
		if r = r.press("n"); r.at() != flagsPage || !r.shows("check again") {
			t.Errorf("%s: n leads to %s", name, r.at())
		}
	}
}

// TestAnotherProgramsFindingStopsARoutine at its next phase, and says why and the
// way out.
func TestAnotherProgramsFindingStopsARoutine(t *testing.T) {
	for name, found := range elsewhere {
		r := begun(t).press("n").pass(5 * time.Second)
		r.config.KeepFinding(found)
		r = r.pass(30 * time.Second)
		if r.at() != flagsPage || !r.env.Blocked || !r.shows("check again") {
			t.Errorf("%s: half a minute later %s shows\n%s", name, r.at(), drawn(r.root))
		}
		if r.shows(foundElsewhere) != (found.Level != check.Unreadable) {
			t.Errorf("%s: it shows\n%s", name, drawn(r.root))
		}
		if left := r.press("q"); left.at() != homePage || left.shows("can't be read") != (found.Level == check.Unreadable) {
			t.Errorf("%s: q leads to %s, which shows\n%s", name, left.at(), drawn(left.root))
		}
	}
}

// TestAnotherProgramsFindingMeetsWhoGoesOn after a pause.
func TestAnotherProgramsFindingMeetsWhoGoesOn(t *testing.T) {
	r := begun(t).press("b").press("space")
	r.config.KeepFinding(elsewhere["a today"])
	if r = r.press("space"); r.at() != flagsPage {
		t.Errorf("going on leads to %s", r.at())
	}
}

// checked takes the check again, from what it found, and has none of its signs.
func (r rig) checked(t *testing.T) rig {
	t.Helper()
	r = r.press("r")
	for left := 20; r.gate.finding.Blocks(); left-- {
		if left == 0 {
			t.Fatalf("the check can't be passed; it shows\n%s", drawn(r.root))
		}
		*r.now += time.Second
		r = r.press("n")
	}
	return r
}

// TestTheWayOutIsTheCheck, after which a routine that was stopped can be gone on
// with.
func TestTheWayOutIsTheCheck(t *testing.T) {
	r := begun(t).press("n").pass(5 * time.Second)
	r.config.KeepFinding(elsewhere["what can't be read"])
	r = r.pass(30 * time.Second).checked(t)
	if r = r.press("space"); r.at() != playerPage {
		t.Errorf("after the check %s shows\n%s", r.at(), drawn(r.root))
	}
}

// TestWhatWasAskedForIsPlayedAfterTheCheck that stood in its way: nobody in pain
// asks twice. The clock of the cramp went on meanwhile; who leaves is not kept.
func TestWhatWasAskedForIsPlayedAfterTheCheck(t *testing.T) {
	starts := map[string]func() rig{
		"at once": func() rig {
			return begun(t, func(c *Config) {
				c.KeepFinding(elsewhere["an emergency"])
				c.Begin = screen.Play{Ready: playOf(t, "ease")}
			})
		},
		"home": func() rig { return begun(t).press("!", "1", "y", "q", "n") },
		"the end": func() rig {
			r := begun(t, func(c *Config) { c.Begin = screen.Play{Ready: playOf(t, "ease")} }).pass(time.Minute).press("e")
			r.config.KeepFinding(elsewhere["a today"])
			return r.press("a")
		},
	}
	for name, start := range starts {
		r := start()
		open := 1
		if r.stack[0].page == homePage {
			open = 2
		}
		if r.at() != flagsPage {
			t.Fatalf("%s: nothing stands in the way at %s", name, r.at())
		}
		r = r.checked(t)
		if left := r.press("q"); !left.leaving && left.at() == playerPage && playing(left.root).Session().State() == session.Running {
			t.Errorf("%s: q plays", name)
		}
		r = r.press("space")
		p := playing(r.root)
		if r.at() != playerPage || r.leaving || p.Session().State() != session.Running {
			t.Fatalf("%s: after the check %s shows\n%s", name, r.at(), drawn(r.root))
		}
		if len(r.stack) != open {
			t.Errorf("%s: %d screens are open, not %d", name, len(r.stack), open)
		}
		if since := p.Session().SinceOnset(r.env.Now); name == "at once" && since < 3*time.Second {
			t.Errorf("%s: the cramp began %v ago, before the check", name, since)
		}
	}
}

// TestAnotherProgramsClearCounts: it took the check again.
func TestAnotherProgramsClearCounts(t *testing.T) {
	r := begun(t).press("!", "1", "y", "q")
	r.config.KeepFinding(check.Finding{Level: check.Clear})
	if r = r.press("n"); r.at() != playerPage {
		t.Errorf("n leads to %s", r.at())
	}
}

// TestWhoMayGoOnIsNotToldSoForLong: another program found something while this
// one asked, and that holds over it.
func TestWhoMayGoOnIsNotToldSoForLong(t *testing.T) {
	r := begun(t, func(c *Config) {
		c.KeepFinding = func(check.Finding) func() error { return func() error { return nil } }
		asked := 0
		c.Finding = func() check.Finding {
			if asked++; asked == 1 {
				return check.Finding{}
			}
			return elsewhere["an emergency"]
		}
	})
	for range 12 {
		*r.now += time.Second
		if r = r.press("!"); r.at() == homePage {
			break
		}
		r = r.press("n")
	}
	if !r.gate.finding.Blocks() || r.at() != flagsPage || !r.shows(foundElsewhere) {
		t.Errorf("%s shows\n%s", r.at(), drawn(r.root))
	}
	if r = r.press("q"); r.at() != homePage {
		t.Errorf("q leads to %s", r.at())
	}
}

// TestAFindingSaysWhenItsCheckBegan, the first time and when it is taken again.
func TestAFindingSaysWhenItsCheckBegan(t *testing.T) {
	r := begun(t).press("!")
	*r.now = time.Minute
	r = r.press("1")
	*r.now = 2 * time.Minute
	r = r.press("y")
	if f := r.config.Finding(); !f.Began.Equal(tuitest.Start) || !f.At.Equal(tuitest.Start.Add(2*time.Minute)) {
		t.Errorf("it began %v and was over %v", f.Began, f.At)
	}
	*r.now = 3 * time.Minute
	r = r.press("r")
	*r.now = 4 * time.Minute
	r = r.press("1")
	*r.now = 5 * time.Minute
	r = r.press("y")
	if f := r.config.Finding(); !f.Began.Equal(tuitest.Start.Add(3*time.Minute)) || !f.At.Equal(tuitest.Start.Add(5*time.Minute)) {
		t.Errorf("taken again it began %v and was over %v", f.Began, f.At)
	}
}

// TestAnAnswerFromBeforeTheCheckCountsForNothing: it was read before.
func TestAnAnswerFromBeforeTheCheckCountsForNothing(t *testing.T) {
	r := begun(t)
	old := findingMsg{check.Finding{Level: check.Clear}, r.gate.checks}
	if r = r.press("!", "1", "y").tell(old); !r.gate.finding.Blocks() {
		t.Error("it lifts the finding")
	}
	old = findingMsg{check.Finding{Level: check.Emergency}, r.gate.checks}
	r = r.checked(t)
	if r = r.tell(old); r.gate.finding.Blocks() {
		t.Error("it brings back what was corrected")
	}
}

// TestARoutineThatWasAskedForBeforeTheCheckIsNotPlayed: its answer comes late.
func TestARoutineThatWasAskedForBeforeTheCheckIsNotPlayed(t *testing.T) {
	r, answers := begun(t).slow("n")
	if r = r.press("!", "1", "y", "q").hear(answers); r.at() == playerPage || !r.gate.finding.Blocks() {
		t.Errorf("it leads to %s", r.at())
	}
}

// TestAFindingWaitsForNoOtherWrite: the diary hangs.
func TestAFindingWaitsForNoOtherWrite(t *testing.T) {
	var kept []check.Level
	r := begun(t, func(c *Config) {
		disk := c.KeepFinding
		c.KeepFinding = func(f check.Finding) func() error {
			noted := disk(f)
			return func() error {
				kept = append(kept, f.Level)
				return noted()
			}
		}
	})
	hangs := screen.Write{Do: func() error { return errors.New("this is not to be done yet") }}
	r.root, _ = r.write(r.top().id, hangs)
	r.root, _ = r.write(r.top().id, hangs)
	if r = r.press("!", "1", "y"); !slices.Equal(kept, []check.Level{check.Emergency}) || len(r.outbox) != 2 {
		t.Errorf("kept are %v, %d writes are left", kept, len(r.outbox))
	}
	if n := len(r.result(0).Unwritten); n != 2 {
		t.Errorf("at the end %d are left", n)
	}
}

// TestAFindingIsNotedBeforeTheNextKey: in one burst the last check holds, and was
// noted last, whatever is carried out of it and in whichever order.
func TestAFindingIsNotedBeforeTheNextKey(t *testing.T) {
	for name, order := range map[string]func([]tea.Msg){
		"in order": func([]tea.Msg) {}, "the other way round": func(answers []tea.Msg) { slices.Reverse(answers) },
	} {
		r := begun(t)
		var cmds []tea.Cmd
		for _, key := range []string{"!", "n", "n", "n", "space", "!", "1", "y"} {
			r.lastKey = lastKey{} // none bounces
			next, cmd := r.Update(screen.Press(key))
			r.root, cmds = next.(root), append(cmds, cmd)
		}
		if noted := r.config.Finding(); noted.Level != check.Emergency || !r.gate.finding.Blocks() {
			t.Errorf("%s: %s is noted, %s holds", name, noted.Level, r.gate.finding.Level)
		}
		answers := answersOf(tea.Batch(cmds...))
		order(answers)
		if r = r.hear(answers); r.gate.finding.Level != check.Emergency || !r.shows("Call the emergency services") {
			t.Errorf("%s: in the end %s holds:\n%s", name, r.gate.finding.Level, drawn(r.root))
		}
	}
}
