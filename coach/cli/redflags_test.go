package cli

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"uncramp/coach/cue"
	"uncramp/coach/cue/audio"
	"uncramp/coach/session"
	"uncramp/coach/settings"
	"uncramp/coach/term"
	"uncramp/coach/triage"
	"uncramp/coach/tui"
)

// fastClock lets time pass at once: every wait is over when it begins. Where
// lines are typed it stands still instead, so that only they have an effect.
type fastClock struct {
	now   *time.Duration
	still bool
}

func (c fastClock) Now() session.Instant {
	return session.Instant{Wall: time.Date(2026, 11, 22, 3, 12, 0, 0, time.UTC).Add(*c.now), Mono: *c.now}
}

func (c fastClock) Real(d time.Duration) time.Duration { return d }

func (c fastClock) Faster(int) Clock { return c }

func (c fastClock) After(d time.Duration) <-chan time.Time {
	if c.still {
		return nil
	}
	*c.now += d
	over := make(chan time.Time, 1)
	over <- time.Time{}
	return over
}

// at is a clock for what takes no time.
type at func() time.Time

func (a at) Now() session.Instant                 { return session.Instant{Wall: a()} }
func (a at) Real(d time.Duration) time.Duration   { return d }
func (a at) Faster(int) Clock                     { return a }
func (a at) After(time.Duration) <-chan time.Time { return nil }

// typist is the program of a machine without a screen, on which lines are typed.
// Its files stand in a folder of the test, with a routine of the person's own.
// It is silent and keeps no diary.
type typist struct {
	*App
	out, err *bytes.Buffer
}

func newTypist(t testing.TB, finding triage.Finding, lines ...string) typist {
	t.Helper()
	x := typist{out: &bytes.Buffer{}, err: &bytes.Buffer{}}
	in := strings.NewReader(strings.Join(append(lines, ""), "\n"))
	folder := t.TempDir()
	places := Places{Home: folder, Config: filepath.Join(folder, "config"), Data: folder, State: folder, Cache: folder}
	x.App = New(Streams{In: in, Out: x.out, Err: x.err}, places, fastClock{new(time.Duration), len(lines) > 0})
	x.Getenv = func(string) string { return "" }
	x.Audio = func(settings.Settings) cue.Sink { return newSilent() }
	x.Journal = x.Journal.Silent()
	must(t, os.MkdirAll(places.routines(), 0o700))
	must(t, os.WriteFile(filepath.Join(places.routines(), "mine.yaml"), []byte(mine), 0o600))
	if finding.Level != "" {
		must(t, x.State.KeepFinding(finding)())
	}
	return x
}

// silent is a mixer that nobody tells to play.
type silent struct{ *audio.Mixer }

func (silent) Set(cue.Switches) {}

func newSilent() cue.Sink { return silent{audio.New(audio.VoiceSettings{}, "", func() {})} }

// kept is the finding of the latest check.
func (x typist) kept() triage.Finding { return x.State.Finding() }

// before is what an earlier check came to.
const before = triage.Appointment

const mine = `id: mine
name: My own
purpose: day
summary: One of my own.
steps:
  - id: only
    name: Only step
    muscle: calf
    figure: none
    sides: one
    hold: {time: 5s, source: default, prompt: Hold it.}
    sources:
      - {document: own, heading: my physiotherapist}
`

// TestNothingIsPlayedAfterARedFlag tries every routine, and one of the
// person's own, with every finding.
func TestNothingIsPlayedAfterARedFlag(t *testing.T) {
	for _, g := range triage.Groups() {
		for _, q := range g.Questions {
			f := triage.Finding{Level: g.Level, Yes: []string{q.ID}}
			names := []string{"mine"}
			if q.ID == g.Questions[0].ID {
				names = newTypist(t, f).Library.Names() // the others of its group differ by name alone
			}
			for _, id := range names {
				for _, args := range [][]string{{"start", id}, {"now"}, {"now", "--stretch"}, {"start", id, "--plain", "--json"}} {
					x := newTypist(t, f)
					code := x.Run(args)
					played := strings.Contains(x.out.String(), "[00:0") || strings.Contains(x.out.String(), `"began"`)
					if f.Blocks() && (code != Failed || played || !strings.Contains(x.out.String(), strings.ToUpper(g.Advice))) {
						t.Fatalf("%v after %s: code %d, printed %q", args, q.ID, code, x.out)
					}
					if !f.Blocks() && !played {
						t.Fatalf("%v after %s is not played: %q %q", args, q.ID, x.out, x.err)
					}
				}
			}
		}
	}
}

func TestTheCheckLineByLine(t *testing.T) {
	no := func(times int) []string { return slices.Repeat([]string{"n"}, times) }
	none := no(18)
	tests := []struct {
		name  string
		lines []string
		level triage.Level
		code  int
	}{
		{"no to all", none, triage.Clear, Done},
		{"the first flag is enough, even where nothing follows", []string{"y"}, triage.Emergency, Done},
		{"a flag of the second group", append(no(5), "Yes"), triage.Today, Done},
		{"what is neither is asked again", append([]string{"maybe", ""}, none...), triage.Clear, Done},
		{"the last group", append(no(12), "y"), triage.Appointment, Done},
		{"an unfinished check leaves the earlier finding", []string{"n", "n"}, before, Failed},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			x := newTypist(t, triage.Finding{Level: before}, tt.lines...)
			if code := x.Run([]string{"check", "--plain"}); code != tt.code || x.kept().Level != tt.level {
				t.Errorf("code %d, finding %q: %s%s", code, x.kept().Level, x.out, x.err)
			}
		})
	}
}

// TestTheCheckIsAskedAGroupAtATimeByHand holds that a person gets a list, as on
// the screen, and a hint after what is no answer; and that a number is read back
// before an emergency or a "today" is kept.
func TestTheCheckIsAskedAGroupAtATimeByHand(t *testing.T) {
	tests := []struct {
		name  string
		lines []string
		level triage.Level
		yes   string
		code  int
		says  string
	}{
		{"no to all", []string{"n", "No", "n"}, triage.Clear, "", Done, "None of these"},
		{"the number of one", []string{"n", "2", "y"}, triage.Today, "dark", Done, "You said yes to: Dark urine"},
		{"yes, and which", []string{"y", "4", "Yes"}, triage.Emergency, "weak", Done, "Which one? Type its number, 1 to 4."},
		{"a wrong number", []string{"1", "n", "n", "n", "n"}, triage.Clear, "", Done, "You pressed 1: Chest pain, hard to breathe, coughing blood, or collapse.\nType y for yes, n for no and back, or q to leave:\n"},
		{"another number", []string{"1", "no", "03", "y"}, triage.Emergency, "pressure", Done, "You pressed 3: Severe pain"},
		{"Enter and another number ask again", []string{"1", "", "1", "y"}, triage.Emergency, "chest", Done, "Type y for yes, n for no and back, or q to leave:\nThat is no answer here.\nType y"},
		{"what it rests on", []string{"i", "n", "n", "i", "n"}, triage.Clear, "", Done, "2 A leg suddenly cold, pale or blue, or still numb or powerless once the cramp let go\n" +
			"        Pulse on critical ischaemia (pulsetoday.co.uk)\n        NHS Highland vascular guidelines (rightdecisions.scot.nhs.uk)\n3 Severe"},
		{"left while it is read back", []string{"1", "q"}, before, "", Done, "The check was left"},
		{"the end while it is read back", []string{"1"}, before, "", Failed, ""},
		{"an appointment is not read back", []string{"n", "n", "4"}, triage.Appointment, "medicine", Done, "You said yes to: The cramps began"},
		{"what is no answer", []string{"", "?", "9", "0", "n", "n", "n"}, triage.Clear, "", Done, "or q to go back:\nThat is no answer here.\nType n for none, 1 to 4 for one that fits, i for sources, or q to go back:\n"},
		{"left", []string{"n", "Q"}, before, "", Done, "The check was left"},
		{"the end of what is typed", []string{"n"}, before, "", Failed, ""},
	}
	for _, tt := range tests {
		x := newTypist(t, triage.Finding{Level: before}, tt.lines...)
		x.ByHand = true
		code := x.Run([]string{"check", "--plain"})
		if code != tt.code || x.kept().Level != tt.level || strings.Join(x.kept().Yes, " ") != tt.yes || !strings.Contains(x.out.String(), tt.says) {
			t.Errorf("%s: code %d, finding %v: %s%s", tt.name, code, x.kept(), x.out, x.err)
		}
	}
}

// TestAnEmergencySaysWhomToCall, what to do meanwhile, and how to take it back,
// wherever it stands in the way.
func TestAnEmergencySaysWhomToCall(t *testing.T) {
	for _, args := range [][]string{{"check"}, {"now"}, {"learn", "calcium"}, {"plan"}} {
		for number, set := range map[string]map[string]string{
			"112": {}, "999": {"LANG": "en_GB.UTF-8"}, "000": {"LC_ALL": "en_AU", "LANG": "en_GB"}, "144": {"LANG": "en_GB", "UNCRAMP_EMERGENCY": "144"},
		} {
			x := newTypist(t, triage.Finding{Level: triage.Emergency, Yes: []string{"chest"}}, "y")
			x.Getenv = func(name string) string { return set[name] }
			x.Run(args)
			out := strings.Join(strings.Fields(x.out.String()), " ")
			for _, want := range []string{"STOP. CALL THE EMERGENCY SERVICES NOW. CALL " + number + ". Till help comes: if you can, unlock the door.", "Keep still. Don't drive.",
				"You said yes to: Chest pain", "Not so? Take the check again: uncramp check", "To set another number: uncramp settings set emergency NUMBER."} {
				if strings.Count(out, want) != 1 {
					t.Errorf("%v, %v: no %q in %s", args, set, want, out)
				}
			}
		}
	}
}

// TestWhoLeavesAnEmergencyStillSeesWhomToCall on forty columns and twelve rows, the
// shell's prompt among them.
func TestWhoLeavesAnEmergencyStillSeesWhomToCall(t *testing.T) {
	for _, q := range triage.Groups()[0].Questions {
		x := newLogged(t)
		x.Terminal = &term.Terminal{}
		f := triage.Finding{Level: triage.Emergency, Yes: []string{q.ID}}
		x.Screen = func(tui.Config, term.Terminal) (tui.Result, error) { return tui.Result{Left: true, Finding: f}, nil }
		x.Run([]string{"check"})
		rows := 1
		for line := range strings.Lines(x.out.String()) {
			rows += (len(line) + 38) / 40
		}
		for _, want := range []string{"CALL THE EMERGENCY SERVICES", "CALL 112.", "Till help comes", "Don't stretch", "Take the check again"} {
			if !strings.Contains(x.out.String(), want) || rows > 12 {
				t.Errorf("%s: %d rows, and no %q:\n%s", q.ID, rows, want, x.out)
			}
		}
	}
}

// TestTheQuestionsOwnAdvice stands beside that of its group.
func TestTheQuestionsOwnAdvice(t *testing.T) {
	for id, want := range map[string]string{"arteries": "Don't raise the leg.", "dark": "On a statin, call today"} {
		x := newTypist(t, triage.Finding{Level: triage.Today, Yes: []string{id}})
		if x.Run([]string{"now"}); !strings.Contains(x.out.String(), want) || strings.Contains(x.out.String(), "CALL 112") {
			t.Errorf("%s: %s", id, x.out)
		}
	}
}

// TestTheCheckCanBeLeft holds that there is a way back to the routine, which
// waits, and that what is no answer gets a hint.
func TestTheCheckCanBeLeft(t *testing.T) {
	for name, byHand := range map[string]bool{"a question a line": false, "a group at a time": true} {
		x := newTypist(t, triage.Finding{}, "!", "e", "hello", "q", "", "q")
		x.ByHand = byHand
		code := x.Run([]string{"now", "--plain"})
		out := x.out.String()
		_, after, left := strings.Cut(out, "Back to the routine. It waits; press Enter to go on.\n")
		if code != Done || !left || strings.Count(out, "or q to go back") < 2 || !strings.HasPrefix(after, "[00:00] GOING ON\n[00:00] STOPPED") || x.kept().Level != "" {
			t.Errorf("%s: code %d, finding %v: %s", name, code, x.kept(), out)
		}
	}
}

func TestARedFlagEndsThePlainPlayer(t *testing.T) {
	x := newTypist(t, triage.Finding{}, "!", "n", "y")
	code := x.Run([]string{"now", "--plain"})
	after := x.out.String()[strings.Index(x.out.String(), "Is one of these"):]
	if code != Failed || strings.Contains(after, "[00:") || !x.kept().Blocks() {
		t.Errorf("code %d, finding %v, after the check: %s", code, x.kept(), after)
	}
}

// TestEveryLineCanBeFollowed reads the relief aloud, with nothing pressed: no
// line is long, and every move says what to do.
func TestEveryLineCanBeFollowed(t *testing.T) {
	for _, m := range []string{"calf", "foot", "hamstring", "thigh"} {
		x := newTypist(t, triage.Finding{})
		x.In = io.LimitReader(x.In, 0)
		if code := x.Run([]string{"now", "--plain", "--muscle", m}); code != Done {
			t.Fatalf("code %d: %s", code, x.err)
		}
		for l := range strings.Lines(x.out.String()) {
			if l = strings.TrimSpace(l); len([]rune(l)) > 110 || strings.Contains(l, "  ") {
				t.Errorf("%s: %q", m, l)
			}
		}
		if !strings.Contains(x.out.String(), "Call 112, the emergency services, with one of these:") {
			t.Errorf("%s: nobody is told whom to call", m)
		}
		if !strings.Contains(x.out.String(), "TEN MINUTES") {
			t.Errorf("%s: no end is told", m)
		}
	}
}

func TestMixAndMatch(t *testing.T) {
	x := newTypist(t, triage.Finding{}, "e", "2", "n", "n", "n", "n", "q", "2", "q", "9", "q")
	if code := x.Run([]string{"now", "--plain"}); code != Done {
		t.Fatalf("code %d: %s", code, x.err)
	}
	for _, want := range []string{"IT EASES", "Compress and release", "Heat. About 16 minutes", "leave it at that"} {
		if !strings.Contains(x.out.String(), want) {
			t.Errorf("%q is not told: %s", want, x.out)
		}
	}
}

func TestWhatSpeaksAgainstItIsAskedFirst(t *testing.T) {
	tests := []struct {
		lines  []string
		played bool
		ends   string
	}{
		{[]string{"n", "q"}, true, "STOPPED"},
		{[]string{"maybe", "N", "q"}, true, "STOPPED"},
		{[]string{"y"}, false, "LEAVE IT OUT"},
		{[]string{"q"}, false, "Type y or n"},
		{[]string{"!", "y"}, false, "CALL THE EMERGENCY SERVICES"},
		{[]string{"!", "q", "n", "q"}, true, "STOPPED"},
	}
	for _, tt := range tests {
		x := newTypist(t, triage.Finding{}, tt.lines...)
		x.Run([]string{"start", "heat", "--plain"})
		if out := x.out.String(); strings.Contains(out, "[00:0") != tt.played || !strings.Contains(out, tt.ends) {
			t.Errorf("%v: %s", tt.lines, out)
		}
	}
}

func TestNothingIsOfferedAfterSomethingSpokeAgainst(t *testing.T) {
	x := newTypist(t, triage.Finding{}, "e", "3", "y", "1")
	if code := x.Run([]string{"now", "--plain"}); code != Done || strings.Contains(x.out.String(), "Passive stretch. ") {
		t.Errorf("code %d: %s", code, x.out)
	}
}

func TestWhyIsToldUnderEachStep(t *testing.T) {
	x := newTypist(t, triage.Finding{})
	if code := x.Run([]string{"now", "--plain", "--why"}); code != Done {
		t.Fatal(x.err)
	}
	for _, want := range []string{"Why: Irvine Spine and Wellness Center", "no published figure was found", "The sources disagree"} {
		if !strings.Contains(x.out.String(), want) {
			t.Errorf("%q is not told", want)
		}
	}
}
