package cli

import (
	"strings"
	"testing"
	"time"

	"uncramp/coach/session"
	"uncramp/coach/triage"
	"uncramp/coach/visit"
)

// handClock goes as a test wants.
type handClock struct {
	fastClock
}

func (c handClock) After(time.Duration) <-chan time.Time { return nil }

// plainAt is the plain player in the middle of a routine, and its clock. The
// red flags are all answered with no.
func plainAt(t *testing.T, id string) (*plainPlayer, typist, *time.Duration) {
	t.Helper()
	x := newTypist(t, triage.Finding{})
	x.In = strings.NewReader(strings.Repeat("n\n", 64))
	now := new(time.Duration)
	x.Clock = handClock{fastClock{now, true}}
	play, err := x.load(id, session.Choice{})
	if err != nil {
		t.Fatal(err)
	}
	p, err := x.newPlain(plainOptions{play: play, clock: x.Clock, tolerance: session.Tolerance})
	if err != nil {
		t.Fatal(err)
	}
	if p.begin(play); p.err != nil {
		t.Fatal(p.err)
	}
	return p, x, now
}

// until lets time pass as wake-ups do.
func (p *plainPlayer) until(t *testing.T, now *time.Duration, d time.Duration) {
	t.Helper()
	for *now < d {
		step := d - *now
		if wait, ok := p.visit.Wake(p.clock.Now()); ok {
			step = min(step, wait)
		}
		*now += step
		if p.advance(); p.err != nil {
			t.Fatal(p.err)
		}
	}
}

// TestEveryLineThatIsListedIsHandled types all that the list of keys names, at
// every stage: something is printed or changes.
func TestEveryLineThatIsListedIsHandled(t *testing.T) {
	for name, script := range map[string][]string{
		"relief": {"ease"}, "bedtime": {"bedtime"}, "asked": {"heat"}, "warned, and begun": {"heat", "n"}, "eased": {"ease", "e"}, "worse": {"ease", "w", "w"},
	} {
		at := func() (*plainPlayer, typist) {
			p, x, now := plainAt(t, script[0])
			for _, line := range script[1:] {
				if p.typed(line); p.err != nil {
					t.Fatal(p.err)
				}
			}
			p.until(t, now, 4*time.Second)
			x.out.Reset()
			return p, x
		}
		p, x := at()
		if p.typed("?"); p.err != nil {
			t.Fatal(p.err)
		}
		listed := x.out.String()
		for _, r := range p.visit.Actions() {
			if len(r.Typed) > 0 && !strings.Contains(listed, r.TypedKey()) {
				t.Errorf("%s: %q is not listed: %s", name, r.TypedKey(), listed)
			}
			for _, line := range r.Typed {
				p, x := at()
				before, on := p.visit.Session(), p.visit.Switches()
				if p.typed(line); p.err != nil {
					t.Fatal(p.err)
				}
				after := p.visit.Session()
				changed := x.out.Len() > 0 || p.visit.Switches() != on || p.left || after.Index() != before.Index() || after.State() != before.State() ||
					after.Length() != before.Length() || after.SinceOnset(p.clock.Now()) != before.SinceOnset(p.clock.Now())
				chosen := r.Action == visit.Muscle || r.Action == visit.Stretch // the one that is chosen already
				if !changed && !chosen {
					t.Errorf("%s: %q, %s, does nothing", name, line, r.Does)
				}
			}
		}
	}
}

// TestWhatIsNoKeyGetsAHint while a routine is followed.
func TestWhatIsNoKeyGetsAHint(t *testing.T) {
	p, x, _ := plainAt(t, "bedtime")
	x.out.Reset()
	if p.typed("e"); p.err != nil || !strings.Contains(x.out.String(), whatToType) {
		t.Errorf("%v: %s", p.err, x.out)
	}
}

// TestItStaysPausedAfterTheRedFlags holds it for a routine that ran, too.
func TestItStaysPausedAfterTheRedFlags(t *testing.T) {
	for _, lines := range [][]string{{"", "!"}, {"!"}} {
		p, x, _ := plainAt(t, "bedtime")
		for _, line := range lines {
			if p.typed(line); p.err != nil {
				t.Fatal(p.err)
			}
		}
		if p.visit.Session().State() != session.Halted || !strings.HasSuffix(x.out.String(), "None of these. You may go on.\nStop at any time if one of them comes up.\nThe questions and the routines are for adults. For a child, ask a doctor.\n        "+itWaits+"\n") {
			t.Errorf("after %q: state %v: %s", lines, p.visit.Session().State(), x.out)
		}
	}
}

// TestAgainFromTheEnd plays it once more, as the screen does.
func TestAgainFromTheEnd(t *testing.T) {
	x := newTypist(t, triage.Finding{}, "e", "r", "n", "q", "q")
	if code := x.Run([]string{"now", "--plain"}); code != Done || strings.Count(x.out.String(), "[00:00] GO SLACK") != 2 {
		t.Errorf("code %d: %s", code, x.out)
	}
}

// TestNothingIsOfferedAfterASecondReliefGotWorse holds what the screen does.
func TestNothingIsOfferedAfterASecondReliefGotWorse(t *testing.T) {
	x := newTypist(t, triage.Finding{}, "e", "r", "w", "w", "n", "1")
	if code := x.Run([]string{"now", "--plain"}); code != Done || strings.Contains(x.out.String(), "Passive stretch. ") || strings.Count(x.out.String(), "Go on with one") != 1 {
		t.Errorf("code %d: %s", code, x.out)
	}
}

// TestARoutineThatIsBrokenOffCanBeGoneOnWith line by line too, but not one that was left,
// or that a red flag ended.
func TestARoutineThatIsBrokenOffCanBeGoneOnWith(t *testing.T) {
	for _, tt := range []struct {
		name, lines string
		signal      int
		offered     bool
	}{
		{"a signal", "n", 143, true}, {"the terminal is gone", "n", 129, true},
		{"left", "n/q", 0, false}, {"a red flag", "!/1/y", 0, false}, {"left in the menu of what goes well", "w/e//q", 0, false},
	} {
		x := newRelieved(t)
		lines, signals := make(chan string), make(chan int, 1)
		x.typed, x.Signals = lines, signals
		go func() {
			for line := range strings.SplitSeq(tt.lines, "/") {
				lines <- line
			}
			if tt.signal != 0 {
				lines <- "i" // that it was read tells that the line before was obeyed
				signals <- tt.signal
			}
		}()
		x.Run([]string{"now", "--plain"})
		if offered := x.unfinishedPlace() != ""; offered != tt.offered {
			t.Errorf("%s: offered %v: %s%s", tt.name, offered, x.out, x.err)
		}
	}
}
