package cli

import (
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"uncramp/coach/private"
	"uncramp/coach/remind"
	"uncramp/coach/state"
	"uncramp/coach/triage"
)

// clot is a finding that allows no routine.
var clot = triage.Finding{Level: triage.Today, Yes: []string{"clot"}}

// noToAll are the lines that answer the check, a question a line.
func noToAll() (lines []string) {
	for _, g := range triage.Groups() {
		for range g.Questions {
			lines = append(lines, "n")
		}
	}
	return lines
}

// next is the program of the same machine, run once more.
func (x typist) next(t testing.TB, lines ...string) typist {
	t.Helper()
	after := newTypist(t, triage.Finding{}, lines...)
	after.State = state.In(own(x.Places.State), x.Places.temporary(), after.now, private.Write)
	return after
}

// TestShowTellsARedFlagFirst; beside JSON, which stays what it is, on standard
// error.
func TestShowTellsARedFlagFirst(t *testing.T) {
	for _, command := range [][]string{{"show", "bedtime"}, {"plan"}} {
		x := newTypist(t, clot)
		if code := x.Run(command); code != Done || !strings.HasPrefix(x.out.String(), "GET MEDICAL ADVICE TODAY") {
			t.Errorf("%v: code %d: %s", command, code, x.out)
		}
		plain, x := newTypist(t, triage.Finding{}), newTypist(t, clot)
		command = append(command, "--json")
		if plain.Run(command) != Done || x.Run(command) != Done || x.out.String() != plain.out.String() {
			t.Errorf("%v: with a finding it is %s", command, x.out)
		}
		if !strings.Contains(x.err.String(), "GET MEDICAL ADVICE TODAY") || plain.err.Len() > 0 {
			t.Errorf("%v: standard error says %q", command, x.err)
		}
	}
}

func TestAReminderLeadsToNothingAfterARedFlag(t *testing.T) {
	x := newTypist(t, clot)
	for _, id := range []string{"bedtime", "mine", "gone"} {
		if _, body := x.notification(id); strings.Contains(body, "start") || !strings.HasPrefix(body, "Get medical advice today.") || !strings.Contains(body, "uncramp check") {
			t.Errorf("%s: it says %q", id, body)
		}
	}
	if _, body := x.notification(remind.Water); !strings.Contains(body, "drink") {
		t.Errorf("water: it says %q", body)
	}
}

// TestWhatCantBeReadIsNotPlayed, with the reason and the way out, which leads on.
func TestWhatCantBeReadIsNotPlayed(t *testing.T) {
	for name, spoil := range map[string]func(path string) error{
		"cut off":  func(path string) error { return os.WriteFile(path, []byte(`{"level":"emer`), 0o600) },
		"a folder": func(path string) error { return os.MkdirAll(filepath.Join(path, "full"), 0o700) },
	} {
		x := newTypist(t, triage.Finding{})
		at := filepath.Join(own(x.Places.State), "check.json")
		must(t, os.MkdirAll(filepath.Dir(at), 0o700))
		must(t, spoil(at))
		for _, args := range [][]string{{"now"}, {"start", "mine"}, {"start", "bedtime", "--plain", "--json"}} {
			x := x.next(t)
			code := x.Run(args)
			out := x.out.String() + x.err.String()
			if code != Failed || strings.Contains(out, "[00:0") || strings.Contains(out, `"began"`) ||
				!strings.Contains(out, "YOUR LATEST CHECK CAN'T BE READ") || !strings.Contains(out, at) || !strings.Contains(out, "uncramp check") {
				t.Errorf("%s: %v: code %d: %s", name, args, code, out)
			}
		}
		again := x.next(t, noToAll()...)
		if code := again.Run([]string{"check", "--plain"}); code != Done {
			t.Errorf("%s: the check ends with %d: %s%s", name, code, again.out, again.err)
		}
		if x := x.next(t); x.Run([]string{"now"}) != Done || !strings.Contains(x.out.String(), "[00:0") {
			t.Errorf("%s: after the check nothing is played: %s", name, x.err)
		}
	}
}

// TestACheckThatCantBeKept says so and fails; with a second place it is kept
// there, and holds for the next program.
func TestACheckThatCantBeKept(t *testing.T) {
	for _, second := range []bool{false, true} {
		x := newTypist(t, triage.Finding{}, "y")
		must(t, os.WriteFile(own(x.Places.State), nil, 0o600)) // in the folder's place
		if second {
			x.Places.Temp = t.TempDir()
		}
		x.State = state.In(own(x.Places.State), x.Places.temporary(), x.now, private.Write)
		code := x.Run([]string{"check", "--plain"})
		if !strings.Contains(x.out.String(), "CALL THE EMERGENCY SERVICES") || strings.Count(x.err.String(), "\n") != 1 {
			t.Errorf("second place %v: %s%s", second, x.out, x.err)
		}
		next := x.next(t)
		next.State = state.In(own(x.Places.State), x.Places.temporary(), next.now, private.Write)
		plays := next.Run([]string{"now"}) == Done
		switch {
		case second && (code != Done || plays || !strings.Contains(x.err.String(), "holds until you log out or restart")):
			t.Errorf("kept in a second place: code %d, then it plays: %v; %s", code, plays, x.err)
		case !second && (code != Failed || !plays || !strings.Contains(x.err.String(), "holds only while this program runs")):
			t.Errorf("kept nowhere: code %d, then it plays: %v; %s", code, plays, x.err)
		}
	}
}

// TestARoutineGoesOnThoughTheCheckCantBeKept: nothing was found; at the end it
// says so again.
func TestARoutineGoesOnThoughTheCheckCantBeKept(t *testing.T) {
	x := newTypist(t, triage.Finding{}, append(append([]string{"!"}, noToAll()...), "", "q")...)
	must(t, os.WriteFile(own(x.Places.State), nil, 0o600))
	code := x.Run([]string{"now", "--plain"})
	if code != Failed || !strings.Contains(x.out.String(), "GOING ON\n") || !strings.Contains(x.err.String(), "holds only while this program runs") {
		t.Errorf("code %d: %s%s", code, x.out, x.err)
	}
}

// TestACheckWaitsForASlowDisk, on fake time, though a signal asks it to end: what
// to do is told at once.
func TestACheckWaitsForASlowDisk(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		x := newTypist(t, triage.Finding{}, "y")
		signals := make(chan int)
		x.Signals = signals
		told := false
		x.State = state.In(own(x.Places.State), nil, x.now, func(path string, data []byte) error {
			signals <- 130
			time.Sleep(1500 * time.Millisecond)
			told = strings.Contains(x.out.String(), "CALL THE EMERGENCY SERVICES")
			return private.Write(path, data)
		})
		code := x.Run([]string{"check", "--plain"})
		if f := x.next(t).kept(); code != Done || f.Level != triage.Emergency || !told {
			t.Errorf("code %d, kept %+v, told before: %v: %s%s", code, f, told, x.out, x.err)
		}
	})
}

// meanwhile is a clock on which something happens after some waits.
type meanwhile struct {
	fastClock
	waits *int
	after int
	do    func()
}

func (c meanwhile) After(d time.Duration) <-chan time.Time {
	if *c.waits++; *c.waits == c.after {
		c.do()
	}
	return c.fastClock.After(d)
}

// TestAnotherProgramsFindingEndsThePlainPlayer at its next phase, with what to do
// and the way out; what is another program's check has the last word here, too.
func TestAnotherProgramsFindingEndsThePlainPlayer(t *testing.T) {
	for _, json := range []bool{false, true} {
		x := newTypist(t, triage.Finding{})
		other := state.In(own(x.Places.State), nil, x.now, private.Write)
		x.Clock = meanwhile{x.Clock.(fastClock), new(int), 4, func() { must(t, other.KeepFinding(clot)()) }}
		args := []string{"start", "bedtime", "--plain"}
		if json {
			args = append(args, "--json")
		}
		code := x.Run(args)
		before, after, stopped := strings.Cut(x.out.String(), "GET MEDICAL ADVICE TODAY")
		if code != Failed || !stopped || !strings.Contains(before, "00:") && !json || strings.Contains(after, "[00:") || strings.Contains(after, `"event"`) {
			t.Errorf("JSON %v: code %d: %s%s", json, code, x.out, x.err)
		}
		if !strings.Contains(x.err.String(), "take it again with uncramp check") {
			t.Errorf("JSON %v: it says %s", json, x.err)
		}
	}
}

// TestAnEarlierCheckDoesNotClearALaterFinding: two programs ask at a time.
func TestAnEarlierCheckDoesNotClearALaterFinding(t *testing.T) {
	x := newTypist(t, triage.Finding{}, noToAll()...)
	var reads atomic.Int64
	x.Clock = at(func() time.Time { // a second passes from one look at it to the next
		return time.Date(2026, 11, 22, 3, 12, 0, 0, time.UTC).Add(time.Duration(reads.Add(1)) * time.Second)
	})
	other := state.In(own(x.Places.State), nil, x.now, private.Write)
	lines := &pausing{lines: append(noToAll(), ""), at: 5, do: func() {
		found := clot
		found.Began, found.At = x.now(), x.now()
		must(t, other.KeepFinding(found)())
	}}
	x.In = lines
	code := x.Run([]string{"check", "--plain"})
	if f := x.kept(); f.Level != triage.Today || code != Done || !strings.Contains(x.out.String(), "GET MEDICAL ADVICE TODAY") || strings.Contains(x.out.String(), "You may go on") {
		t.Errorf("code %d, kept %+v: %s%s", code, f, x.out, x.err)
	}
}

// pausing hands out lines one at a time; before one of them something happens.
type pausing struct {
	lines []string
	at    int
	do    func()
}

func (p *pausing) Read(b []byte) (int, error) {
	if p.at--; p.at == 0 {
		p.do()
	}
	if len(p.lines) == 0 {
		return 0, os.ErrClosed
	}
	n := copy(b, p.lines[0]+"\n")
	p.lines = p.lines[1:]
	return n, nil
}
