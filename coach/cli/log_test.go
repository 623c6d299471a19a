package cli

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"uncramp/coach/record"
	"uncramp/coach/term"
	"uncramp/coach/text"
	"uncramp/coach/triage"
	"uncramp/coach/tui"
	"uncramp/coach/tui/screen"
	"uncramp/routines"
)

// morning is when something is told.
var morning = time.Date(2026, 11, 21, 8, 0, 0, 0, time.FixedZone("", 3600))

// logged is an App with a diary, and what a log command line came to.
type logged struct {
	typist
	disk
	code int
}

func newLogged(t *testing.T) *logged {
	t.Helper()
	x := &logged{typist: newTypist(t, triage.Finding{}), disk: newDisk(t)}
	x.Clock = at(func() time.Time { return morning })
	x.Journal = x.journal(x.now)
	return x
}

// log carries out uncramp log with arguments, as [App.Run] would.
func (x *logged) log(args ...string) {
	cmd := x.logCommand()
	cmd.SilenceErrors, cmd.SilenceUsage = true, true
	cmd.SetArgs(args)
	cmd.SetOut(x.out)
	cmd.SetErr(x.err)
	err := cmd.Execute()
	var code exitCode
	var failed *failure
	switch {
	case err == nil:
		x.code = Done
	case errors.As(err, &code):
		x.code = int(code)
	case errors.As(err, &failed):
		x.code = Failed
		x.complain(err)
	default:
		x.code = Usage
		x.complain(err)
	}
}

// rated is a number that was given.
func rated(n int) record.Rating { return record.Rating{Given: true, Value: n} }

func (x *logged) kept(t *testing.T) []record.Episode {
	t.Helper()
	return x.rows(t).Episodes
}

func TestLogKeepsWhatItIsTold(t *testing.T) {
	tests := []struct {
		args []string
		out  string
		want record.Episode
	}{
		{[]string{"--at", "2026-11-21T03:12", "--muscle", "calf", "--side", "left", "--minutes", "4"}, "Saved: 21 November 03:12, left calf, 4 minutes.\n",
			record.Episode{At: morning.Add(-288 * time.Minute), Muscle: routines.Calf, Side: routines.Left, Length: 4 * time.Minute}},
		{[]string{"--at", "03:12"}, "Saved: 21 November 03:12.\n", record.Episode{At: morning.Add(-288 * time.Minute)}},
		{[]string{"--at", "yesterday 03:12", "--side", "both"}, "Saved: 20 November 03:12, both legs.\n",
			record.Episode{At: morning.Add(-(288 + 1440) * time.Minute), Side: routines.Both}},
		{[]string{"--minutes", "2.5"}, "Saved: 21 November 07:57, 2 min 30 s.\n", record.Episode{At: morning.Add(-150 * time.Second), Length: 150 * time.Second}},
		{[]string{"--severity", "0", "--disturbance", "10", "--soreness", "3"}, "Saved: 21 November 08:00, severity 0 of 10.\n",
			record.Episode{At: morning, Severity: rated(0), Disturbance: rated(10), Soreness: rated(3)}},
		{[]string{"--woke", "--asleep=no"}, "Saved: 21 November 08:00.\n", record.Episode{At: morning, Woke: record.Yes, Asleep: record.No}},
		{[]string{"--doing", "walked\x1b[2J far", "--helped", "cold\u202e", "--fluids", "tea", "--medicine", "none", "--note", "a\nb"}, "Saved: 21 November 08:00.\n",
			record.Episode{At: morning, Doing: "walked[2J far", Helped: "cold", Fluids: "tea", Medicine: "none", Note: "a b"}},
	}
	for _, tt := range tests {
		x := newLogged(t)
		x.log(tt.args...)
		kept := x.kept(t)
		if x.code != Done || x.out.String() != tt.out || x.err.Len() > 0 || len(kept) != 1 {
			t.Errorf("%q: code %d, printed %q %q, kept %d", tt.args, x.code, x.out, x.err, len(kept))
			continue
		}
		got := kept[0]
		if got.ID == "" || !got.Edited.Equal(morning) || !got.At.Equal(tt.want.At) {
			t.Errorf("%q: %+v", tt.args, got)
		}
		got.ID, got.Edited, got.At = "", time.Time{}, tt.want.At
		if fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", tt.want) {
			t.Errorf("%q:\ngot  %+v\nwant %+v", tt.args, got, tt.want)
		}
	}
}

func TestSeveralANightAreSeveral(t *testing.T) {
	x := newLogged(t)
	for range 3 {
		x.log("--at", "03:12", "--side", "left")
	}
	if kept := x.kept(t); len(kept) != 3 || x.code != Done {
		t.Errorf("kept %d of 3", len(kept))
	}
}

// TestWrongUseOfLog holds that nothing is kept, nothing is said to be saved,
// and that the line on standard error says what to do.
func TestWrongUseOfLog(t *testing.T) {
	tests := []struct {
		args []string
		want string
	}{
		{[]string{"--severity", "11"}, `"11" for "--severity" flag: choose 0 to 10`},
		{[]string{"--disturbance", "-1"}, "choose 0 to 10"},
		{[]string{"--soreness", ""}, "choose 0 to 10"},
		{[]string{"--at", "2026-11-21T08:01"}, "--at: 2026-11-21 08:01 is in the future; write when it began"},
		{[]string{"--at", ""}, `--at: "" is no moment; write 03:12`},
		{[]string{"--at", "soon\x1b[2J"}, "is no moment; write 03:12"},
		{[]string{"--minutes", "-4"}, "write minutes, such as 4"},
		{[]string{"--muscle", "arm"}, "choose calf, foot"},
		{[]string{"--side", "up"}, "choose left, right, both"},
		{[]string{"--woke=perhaps"}, "choose yes, no"},
		{[]string{"--woke", "no"}, `"no" belongs to no flag; put a text of several words between quotes, and write --woke=no`},
		{[]string{"--note", "m\xfcde Fu\xdf"}, "write it as UTF-8: set the terminal to UTF-8, or give a file to --note -"},
		{[]string{"--doing", "m\xfcde"}, "write it as UTF-8"},
		{[]string{"--plain"}, "tell something of it, with --asleep, --at, --disturbance"},
		{nil, "tell something of it, with --asleep, --at, --disturbance"},
	}
	for _, tt := range tests {
		x := newLogged(t)
		x.log(tt.args...)
		said := strings.TrimSuffix(x.err.String(), "\n")
		if x.code != Usage || !strings.Contains(said, tt.want) || strings.ContainsFunc(said, text.Hidden) || strings.Contains(x.out.String(), "Saved") || len(x.kept(t)) > 0 {
			t.Errorf("%q: code %d, printed %q, said %q, want %q", tt.args, x.code, x.out, said, tt.want)
		}
	}
}

// TestLogAsksLineByLine where a person types and nothing can be drawn.
func TestLogAsksLineByLine(t *testing.T) {
	at := time.Date(2026, 11, 21, 3, 12, 0, 0, morning.Location())
	tests := []struct {
		lines, args string
		want        record.Episode
		says        string
	}{
		{"03:12/left Calf/7/4/y/m////////it hurt", "", record.Episode{At: at, Muscle: routines.Calf, Side: routines.Left, Length: 4 * time.Minute, Severity: record.Rating{Given: true, Value: 7},
			Woke: record.Yes, Note: "it hurt"}, "Saved: 21 November 03:12, left calf, 4 minutes, severity 7 of 10.\n"},
		{"/////M/no/0/10/rest/slept/tea/none/x", "", record.Episode{At: morning, Asleep: record.No, Disturbance: rated(0), Soreness: rated(10), Helped: "rest", Doing: "slept",
			Fluids: "tea", Medicine: "none", Note: "x"}, "Saved: "},
		{"/foot/3", "", record.Episode{At: morning, Muscle: routines.Foot, Severity: rated(3)}, "Saved: "},
		{"/////", "", record.Episode{At: morning}, "Saved: 21 November 08:00.\n"},
		{"/////", "--plain", record.Episode{At: morning}, "Saved: 21 November 08:00.\n"},
		{"///4//", "", record.Episode{At: morning.Add(-4 * time.Minute), Length: 4 * time.Minute}, "Saved: "},
		{"now///4//", "", record.Episode{At: morning, Length: 4 * time.Minute}, "Saved: "},
		{"/both", "", record.Episode{At: morning, Side: routines.Both}, "Saved: "},
		{"/////m////////-", "", record.Episode{At: morning, Note: "-"}, "Saved: "},
		{"/////more/", "", record.Episode{At: morning}, "That is no answer here.\nType m for 8 more questions, or Enter to save:\n"},
		{"soon\x1b[2J//////", "", record.Episode{At: morning}, "\"soon[2J\" is no moment; write 03:12, yesterday 03:12 or 2026-11-21T03:12.\n"},
		{"08:01//////", "", record.Episode{At: at.AddDate(0, 0, -1).Add(289 * time.Minute)}, "Saved: 20 November 08:01"},
		{"/arm/////", "", record.Episode{At: morning}, "Write a leg and a muscle, such as left calf; left, right or both; calf, foot, hamstring, thigh or leg.\n"},
		{"/up calf////", "", record.Episode{At: morning}, "Write a leg and a muscle, such as left calf; left, right or both"},
		{"///long///", "", record.Episode{At: morning}, "Write minutes, such as 4 or 0.5, 1440 at most.\n"},
		{"/////m////m\xfcde/", "", record.Episode{At: morning}, "Write it as UTF-8: set the terminal to UTF-8"},
		{"//11////", "", record.Episode{At: morning}, "Choose 0 to 10.\n"},
		{"////perhaps//", "", record.Episode{At: morning}, "Choose yes, no.\n"},
	}
	for _, tt := range tests {
		x := newLogged(t)
		x.ByHand = true
		x.In = strings.NewReader(strings.ReplaceAll(tt.lines, "/", "\n") + "\n")
		x.log(strings.Fields(tt.args)...)
		kept := x.kept(t)
		if x.code != Done || len(kept) != 1 || !strings.Contains(x.out.String(), tt.says) || x.err.Len() > 0 || strings.Contains(x.out.String(), "\x1b") {
			t.Errorf("%q: code %d, kept %d, printed %q, said %q", tt.lines, x.code, len(kept), x.out, x.err)
			continue
		}
		got := kept[0]
		same := got.At.Equal(tt.want.At)
		got.ID, got.Edited, got.At = "", time.Time{}, tt.want.At
		if !same || fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", tt.want) {
			t.Errorf("%q:\ngot  %+v, at the right moment: %v\nwant %+v", tt.lines, got, same, tt.want)
		}
	}
}

// TestAnAnswerThatIsNotTakenIsNotLeftOut where the answers end with it.
func TestAnAnswerThatIsNotTakenIsNotLeftOut(t *testing.T) {
	for lines, want := range map[string]string{
		"\n\n\n\n\nm\n\n\n\nm\xfcde\n": "write it as UTF-8", "\ncalf\n11": "choose 0 to 10; the answers ended there, and nothing is saved",
	} {
		x := newLogged(t)
		x.In = strings.NewReader(lines)
		x.log("--plain")
		if x.code != Usage || !strings.Contains(x.err.String(), want) || len(x.kept(t)) > 0 {
			t.Errorf("%q: code %d, said %q, kept %d", lines, x.code, x.err, len(x.kept(t)))
		}
	}
}

// TestLogKeepsNothingThatIsLeft: Ctrl+C leaves, and so does the end of what is
// typed before the first answer.
func TestLogKeepsNothingThatIsLeft(t *testing.T) {
	x := newLogged(t)
	in, typed := io.Pipe()
	defer typed.Close()
	signals := make(chan int, 1)
	x.In, x.Signals, x.ByHand = in, signals, true
	go func() {
		_, _ = io.WriteString(typed, "03:12\n") // what is kept tells whether it was read
		signals <- 130
	}()
	if x.log(); x.code != 130 || len(x.kept(t)) > 0 {
		t.Errorf("code %d, kept %d", x.code, len(x.kept(t)))
	}
	x = newLogged(t)
	x.ByHand, x.In = true, strings.NewReader("\n\n")
	if x.log(); x.code != Usage || len(x.kept(t)) > 0 || !strings.Contains(x.err.String(), "tell something of it") {
		t.Errorf("code %d, kept %d, said %q", x.code, len(x.kept(t)), x.err)
	}
}

// TestLogNamesEveryFlag: there is one for all that is asked of a cramp.
func TestLogNamesEveryFlag(t *testing.T) {
	x := newLogged(t)
	x.log()
	names := []string{"side"}
	for _, q := range record.Questions() {
		names = append(names, cmp.Or(map[string]string{"length": "minutes"}[q.Column], q.Column))
	}
	for _, name := range names {
		if !strings.Contains(x.err.String(), "--"+name) {
			t.Errorf("no --%s in %q", name, x.err)
		}
	}
}

func TestNothingIsSaidToBeSavedThatIsNot(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(*logged)
		says  string
	}{
		"put":  {func(x *logged) { x.fill(t, "episodes", "FALSE") }, "not saved: constraint failed: CHECK constraint failed: the disk is full; free some[2J space (275)"},
		"open": {func(x *logged) { x.block(t) }, "the diary can't be opened: "},
	} {
		x := newLogged(t)
		c.spoil(x)
		x.log("--side", "left")
		said := strings.TrimSuffix(x.err.String(), "\n")
		if x.code != Failed || x.out.Len() > 0 || !strings.HasPrefix(said, "uncramp: the cramp is not saved: "+c.says) || strings.ContainsAny(said, "\n\x1b") {
			t.Errorf("%s: code %d, printed %q, said %q", name, x.code, x.out, said)
		}
	}
}

func TestANoteIsReadFromStandardInput(t *testing.T) {
	tests := []struct {
		in, want string
		code     int
	}{
		{"it woke me\nagain\x1b[2J\n", "it woke me again[2J", Done},
		{"no line end", "no line end", Done},
		{"\xff\xfem\x00\xfc\x00d\x00e\x00", "müde", Done},
		{"\ufeffmüde\r\nFuß", "müde Fuß", Done},
		{"a\nm\xfcde\n", "line 2 of the note on standard input is no UTF-8; write it as UTF-8", Usage},
		{"", "no note came on standard input", Usage},
		{"\x00\n\u202e", "no note came on standard input", Usage},
		{strings.Repeat("\x00", 2<<20) + "x", "longer than a megabyte", Usage},
		{strings.Repeat("x", 100_000), "the cramp is not saved: ", Failed},
	}
	for _, tt := range tests {
		x := newLogged(t)
		x.In = strings.NewReader(tt.in)
		x.log("--note", "-")
		kept := x.kept(t)
		switch {
		case x.code != tt.code:
			t.Errorf("%.20q: code %d, said %q", tt.in, x.code, x.err)
		case tt.code == Done && (len(kept) != 1 || kept[0].Note != tt.want):
			t.Errorf("%.20q: kept %+v", tt.in, kept)
		case tt.code != Done && (len(kept) != 0 || !strings.Contains(x.err.String(), tt.want)):
			t.Errorf("%.20q: kept %d, said %q", tt.in, len(kept), x.err)
		}
	}
}

// TestASignalEndsWaitingForANote has nobody type it.
func TestASignalEndsWaitingForANote(t *testing.T) {
	x := newLogged(t)
	in, typed := io.Pipe()
	defer typed.Close()
	signals := make(chan int, 2)
	signals <- 0 // to take the terminal back ends nothing
	signals <- 130
	x.In, x.Signals = in, signals
	x.log("--note", "-")
	if x.code != 130 || len(x.kept(t)) > 0 {
		t.Errorf("code %d", x.code)
	}
}

func TestLogOpensTheFormWhereThereIsAScreen(t *testing.T) {
	x := newLogged(t)
	var asked []record.Episode
	var wrong error
	x.Screen = func(c tui.Config, _ term.Terminal) (r tui.Result, err error) {
		begin, ok := c.Begin.(screen.OpenForm)
		if !ok || !begin.Fresh {
			t.Errorf("it begins with %+v", c.Begin)
		}
		asked = append(asked, begin.Episode)
		if code := exitCode(0); errors.As(wrong, &code) {
			return tui.Result{Code: int(code)}, nil
		}
		return r, wrong
	}
	if x.log(); x.code != Usage || len(asked) > 0 {
		t.Errorf("without a terminal: code %d, asked %d times", x.code, len(asked))
	}
	x.Terminal = &term.Terminal{}
	if x.log(); x.code != Done || len(asked) != 1 || asked[0].ID == "" || !asked[0].At.Equal(morning) || len(x.kept(t)) > 0 {
		t.Errorf("code %d, asked about %+v", x.code, asked)
	}
	if x.log("--side", "left"); x.code != Done || len(asked) != 1 || len(x.kept(t)) != 1 {
		t.Errorf("with a flag: code %d, asked %d times", x.code, len(asked))
	}
	for err, code := range map[error]int{errors.New("no screen"): Failed, exitCode(143): 143} {
		wrong = err
		if x.log(); x.code != code {
			t.Errorf("%v is code %d", err, x.code)
		}
	}
}

func TestAnswersOfLogAreCompleted(t *testing.T) {
	for flag, want := range map[string]string{"--side": "left right both", "--woke=": "yes no"} {
		x := newLogged(t)
		args := []string{"__complete", flag, ""}
		if strings.HasSuffix(flag, "=") {
			args = args[:2]
		}
		x.log(args...)
		offers := strings.Fields(x.out.String())
		for _, w := range strings.Fields(want) {
			if !slices.Contains(offers, w) {
				t.Errorf("%s is not offered %s: %q", flag, w, offers)
			}
		}
	}
}
