package cli

import (
	"strings"
	"testing"
	"time"

	"uncramp/coach/session"
	"uncramp/coach/triage"
	"uncramp/routines"
)

// newRelieved is an App on which a person types, with a diary in memory.
func newRelieved(t *testing.T, lines ...string) *logged {
	t.Helper()
	x := newLogged(t)
	x.typist = newTypist(t, triage.Finding{}, lines...)
	x.ByHand = true
	clock := walking{fastClock{new(time.Duration), true}}
	x.Clock = clock
	x.Journal = x.journal(func() time.Time { return clock.Now().Wall })
	return x
}

// walking is a clock that goes on whenever it is looked at, so that of two edits
// one is the later.
type walking struct{ fastClock }

func (w walking) Now() session.Instant {
	*w.now += time.Millisecond
	return w.fastClock.Now()
}

// askedHowBad is what the form asks, line by line.
const askedHowBad = "How bad was it? Type 0 to 10, or Enter for don't know:\n"

func TestHowBadItWasIsAskedAfterRelief(t *testing.T) {
	tests := []struct {
		name, lines string
		want        string // as it is kept
		tried       int
		says        string
	}{
		{"a number", "e/7/q", "7", 1, "Saved in your diary.\n0 is nothing, 10 the worst you can think of.\n" + askedHowBad + "Saved.\n"},
		{"none", "e//q", "", 1, askedHowBad + "Go on with one of these"},
		{"a bad answer first", "e/11/bad/10/q", "10", 1, "Choose 0 to 10.\n" + askedHowBad + "Choose 0 to 10.\n" + askedHowBad + "Saved.\n"},
		{"the end of what is typed", "e", "", 1, askedHowBad},
		{"it got worse", "w/w/n/9", "9", 3, askedHowBad + "Saved.\n"},
		{"the relief again keeps the number", "e/6/r/e/q", "6", 2, "Saved.\n"},
		{"taken back, and eased after all", "e/6/u/e/q", "6", 1, "Taken back. Go on here.\n"},
		{"taken back in place of a number", "e/u/e/q", "", 1, "Taken back. Go on here.\n"},
		{"left in place of a number", "e/q", "", 1, "Kept: "},
		{"the red flags in place of a number", "e/!/q/q", "", 1, "Chest pain, hard to breathe"},
	}
	for _, tt := range tests {
		x := newRelieved(t, strings.Split(tt.lines, "/")...)
		code := x.Run([]string{"now", "--plain"})
		kept := x.kept(t)
		if code != Done || len(kept) != 1 || kept[0].Severity.String() != tt.want || len(kept[0].Tried) != tt.tried || !strings.Contains(x.out.String(), tt.says) {
			t.Errorf("%s: code %d, kept %+v: %s%s", tt.name, code, kept, x.out, x.err)
		}
		if n := strings.Count(x.out.String(), "0 is nothing, 10 the worst"); n != 1 {
			t.Errorf("%s: it is asked %d times", tt.name, n)
		}
	}
}

func TestHowBadItWasIsNotAsked(t *testing.T) {
	for name, how := range map[string]func(*logged) []string{
		"of a pipe":               func(x *logged) []string { x.ByHand = false; return []string{"now", "--plain"} },
		"in a try":                func(*logged) []string { return []string{"now", "--plain", "--speed", "10"} },
		"of a program":            func(*logged) []string { return []string{"now", "--plain", "--json"} },
		"after what is no relief": func(*logged) []string { return []string{"start", "stretch", "--plain"} },
		"where nothing is kept": func(x *logged) []string {
			x.block(t)
			return []string{"now", "--plain"}
		},
	} {
		x := newRelieved(t, "e", "q")
		if x.Run(how(x)); strings.Contains(x.out.String(), "How bad") {
			t.Errorf("it is asked %s: %s", name, x.out)
		}
	}
	x := newRelieved(t, "n", "s", "q")
	if x.Run([]string{"now", "--plain"}); strings.Contains(x.out.String(), "How bad") || !strings.Contains(x.out.String(), "STOPPED") {
		t.Errorf("it is asked in the middle of a relief: %s", x.out)
	}
}

// TestHowBadItWasIsSaidToBeSavedOnlyIfItIs has a diary that takes the cramp, and
// then nothing more.
func TestHowBadItWasIsSaidToBeSavedOnlyIfItIs(t *testing.T) {
	x := newRelieved(t, "e", "7", "q")
	x.fill(t, "episodes", "severity IS NULL")
	code := x.Run([]string{"now", "--plain"})
	if out := x.out.String(); code != Done || !strings.Contains(out, askedHowBad) || strings.Contains(out, "Saved.\n") || !strings.Contains(x.err.String(), "the disk is full") {
		t.Errorf("code %d: %s%s", code, x.out, x.err)
	}
}

func TestATryIsNotKeptAndSaysSo(t *testing.T) {
	const said = "        Time ran faster: nothing of it is in the diary.\n"
	x := newRelieved(t, "e", "q")
	if x.Run([]string{"now", "--plain", "--speed", "10"}); strings.Count(x.out.String(), said) != 1 || len(x.kept(t)) > 0 {
		t.Errorf("kept %d: %s", len(x.kept(t)), x.out)
	}
	x = newRelieved(t, "e", "", "q")
	if x.Run([]string{"now", "--plain"}); strings.Contains(x.out.String(), said) || len(x.kept(t)) != 1 {
		t.Errorf("kept %d: %s", len(x.kept(t)), x.out)
	}
}

// TestWhatIsLeftBeforeItBeginsIsNotKept holds that the routine before it is not
// kept once more.
func TestWhatIsLeftBeforeItBeginsIsNotKept(t *testing.T) {
	x := newRelieved(t, "e", "", "3", "q", "q") // 3 asks what speaks against it
	if code := x.Run([]string{"now", "--plain"}); code != Done {
		t.Fatal(code, x.err)
	}
	if n := len(x.rows(t).Sessions); n != 1 {
		t.Errorf("%d routines are kept of one: %s", n, x.out)
	}
}

func TestWhatIsNoOfferGetsAHint(t *testing.T) {
	x := newTypist(t, triage.Finding{}, "e", "what", "q")
	if x.Run([]string{"now", "--plain"}); !strings.Contains(x.out.String(), "Type 1 to 3, u if it has not eased after all, a if it is back, or q to leave:\n") {
		t.Error(x.out)
	}
}

// TestBothLegsComeAfterTheRedFlags, and then it waits.
func TestBothLegsComeAfterTheRedFlags(t *testing.T) {
	x := newRelieved(t, "=", "n", "n", "n", "", "e", "", "q")
	x.Run([]string{"now", "--plain"})
	out := x.out.String()
	asked, waits := strings.Index(out, triage.Groups()[1].Ask), strings.Index(out, itWaits)
	if began := strings.Index(out, "GO SLACK, both"); began < 0 || asked < began || waits < asked || !strings.Contains(out, "GOING ON") {
		t.Errorf("%s", out)
	}
	if kept := x.kept(t); len(kept) != 1 || kept[0].Side != routines.Both {
		t.Errorf("kept %+v", kept)
	}
}
