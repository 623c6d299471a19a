package cli

import (
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/spf13/cobra"

	"uncramp/coach/cli/menu"
	"uncramp/coach/library"
	"uncramp/coach/record"
	"uncramp/coach/remind"
	"uncramp/coach/settings"
	"uncramp/coach/text"
	"uncramp/coach/triage"
	"uncramp/coach/tui/home"
	"uncramp/coach/visit"
	"uncramp/routines"
)

// hostile is a text of a person's own that would hurt a terminal.
const hostile = "a\x1b[2J\u009b31m\u202eb"

// newListener is an App of somebody who has all there is: a routine of her own, one that
// was stopped half-way, a cramp of the night, another one.
func newListener(t *testing.T, lines ...string) *logged {
	t.Helper()
	x := newRelieved(t, lines...)
	now := x.now()
	must(t, x.Journal.SaveEpisode(record.Episode{ID: "first", At: now.Add(-100 * time.Hour), Note: "cold", Helped: hostile}))
	must(t, x.Journal.SaveEpisode(record.Episode{ID: "night", At: now.Add(-time.Minute), Muscle: routines.Calf, Asleep: record.Yes}))
	must(t, x.State.KeepBookmark(&visit.Bookmark{Routine: "bedtime", Phase: 2}))
	return x
}

// heard is what a way through the menu came to.
type heard struct {
	said  []string   // its lines
	asked string     // what was said last
	ran   [][]string // its commands
	ended error
}

// listen goes one way through the menu. What a line would do is only written down.
func (x *logged) listen(p menu.Program, way []string) (h heard) {
	x.out.Reset()
	x.linear = plainColumns
	p.Print = func(text string) error {
		h.asked = text
		return x.print(text)
	}
	p.Run = func(args ...string) error {
		h.ran = append(h.ran, args)
		return nil
	}
	p.Read = func() (string, bool, error) {
		if len(way) == 0 {
			return "", false, nil
		}
		line := way[0]
		way = way[1:]
		return line, true, nil
	}
	nothing := func() error { return nil }
	p.GoOn, p.Decline = nothing, nothing
	p.Change = func(record.Episode) error { return nil }
	p.Delete = p.Change
	p.Tick = func(string, bool) error { return nil }
	p.Reminders = func() ([]remind.Reminder, error) { return []remind.Reminder{{Name: "bedtime"}}, nil }
	h.ended = menu.Run(p)
	h.said = strings.Split(strings.TrimSuffix(x.out.String(), "\n"), "\n")
	return h
}

// cached is a menu's program that reads what doesn't change once.
func (x *logged) cached() menu.Program {
	p := x.menuProgram()
	all, err := p.Cards()
	list, about := p.Routines(), p.Settings()
	e, untold := p.Untold()
	p.Cards = func() (library.Library, error) { return all, err }
	p.Routines = func() []menu.Routine { return list }
	p.Settings = func() []settings.Value { return about }
	p.Untold = func() (record.Episode, bool) { return e, untold }
	p.Ticked = func() ([]string, error) { return []string{"fluid"}, nil }
	return p
}

// answersTo are what is typed where no line is chosen, by a part of the question.
var answersTo = []struct{ question, answer string }{
	{"Type y or n", "y"}, {"When, such as", "22:30 23:00"}, {"Which days", "mon-fri"}, {"short name", "knees"},
	{"File for the sheet", "a.html"}, {"File for the sound", "a.wav"}, {"File for the report", "a.md"}, {"File for the calendar", "a.ics"},
	{"File ", "-a b"}, {"Folder ", "-c"}, {"Words to find", "-water"}, {"Type a value", "d"},
}

var listed = regexp.MustCompile(`^(.*)\. Type 1 to (\d+)`)

// everyWay goes every way through the menu, each list and question once.
func everyWay(t *testing.T, x *logged) (all []heard) {
	t.Helper()
	seen, p := map[string]bool{}, x.cached()
	for ways := [][]string{nil}; len(ways) > 0; ways = ways[1:] {
		h := x.listen(p, ways[0])
		all = append(all, h)
		found := listed.FindStringSubmatch(h.asked)
		if seen[h.asked] {
			continue
		}
		seen[h.asked] = true
		if found == nil {
			i := slices.IndexFunc(answersTo, func(a struct{ question, answer string }) bool { return strings.Contains(h.asked, a.question) })
			if i < 0 {
				t.Fatalf("%q: nothing answers %q", ways[0], h.asked)
			}
			ways = append(ways, append(slices.Clip(ways[0]), answersTo[i].answer))
			continue
		}
		n, _ := strconv.Atoi(found[2])
		for i := range n {
			ways = append(ways, append(slices.Clip(ways[0]), strconv.Itoa(i+1)))
		}
	}
	return all
}

// TestEveryWayThroughTheMenu ends where the lines end, says nothing that hurts, breaks no
// line in a word, and asks last; what it carries out are commands as they are typed, and
// no command is missing.
func TestEveryWayThroughTheMenu(t *testing.T) {
	x := newListener(t)
	all, err := x.cardsNow()
	must(t, err)
	root, reached, said := x.root(), map[string]bool{}, ""
	root.InitDefaultHelpCmd()
	ways := everyWay(t, x)
	if len(ways) < len(all.Cards) {
		t.Errorf("only %d ways were found", len(ways))
	}
	for _, h := range ways {
		if h.ended != nil || !strings.HasSuffix(h.asked, ":") || strings.Contains(h.asked, "\n") || text.Columns(h.asked) > plainColumns {
			t.Errorf("it ended with %v after %q", h.ended, h.asked)
		}
		for _, l := range h.said {
			if text.Columns(l) > plainColumns || strings.ContainsFunc(l, text.Hidden) {
				t.Errorf("it says %q", l)
			}
		}
		said += strings.Join(h.said, "\n")
		for _, args := range h.ran {
			cmd, rest, err := root.Find(args)
			must(t, err)
			if err := cmd.ParseFlags(rest); err != nil {
				t.Errorf("%q: %v", args, err)
			}
			if err := cmd.ValidateArgs(cmd.Flags().Args()); err != nil {
				t.Errorf("%q: %v", args, err)
			}
			for ; cmd != root; cmd = cmd.Parent() {
				reached[cmd.CommandPath()] = true
			}
		}
	}
	var look func(*cobra.Command)
	look = func(cmd *cobra.Command) {
		for _, c := range cmd.Commands() {
			if !c.Hidden && !reached[c.CommandPath()] && !regexp.MustCompile(c.CommandPath()+`[,:]`).MatchString(said) {
				t.Errorf("no way leads to %s, and none names it", c.CommandPath())
			}
			look(c)
		}
	}
	look(root)
}

// TestEveryKeyOfHomeIsInTheMenu, below the same letter.
func TestEveryKeyOfHomeIsInTheMenu(t *testing.T) {
	x := newListener(t)
	pages, err := os.ReadFile("../tui/pages.go")
	must(t, err)
	var keys []string
	for _, found := range regexp.MustCompile(`\{(?:screen\.\w+|"\w+"), "(\w)"`).FindAllStringSubmatch(string(pages), -1) {
		keys = append(keys, found[1])
	}
	if len(keys) < 6 {
		t.Fatalf("home leads to %q", keys)
	}
	for _, k := range home.New(home.Services{}, routines.BuiltinHeads(), nil, nil, morning).Keys() {
		keys = append(keys, k.Keys()[0])
	}
	p := x.cached()
	atHome := x.listen(p, nil).asked
	for _, key := range keys {
		h := x.listen(p, []string{key})
		if key == "f" { // of a routine
			h = x.listen(p, []string{"/", "1", key})
		}
		ignored := len(key) > 1 // what moves a cursor
		if done := len(h.ran) > 0 || h.asked != atHome || slices.Contains([]string{"g", "x", "d", "?", "q"}, key); !done && !ignored {
			t.Errorf("home has %q, which no line of coach/cli/menu/home.go has; it says %q", key, h.said)
		}
		if !ignored && strings.Contains(strings.Join(h.said, "\n"), "There is no line") {
			t.Errorf("%q chooses no line", key)
		}
	}
}

// lineOf is the number of a setting.
func lineOf(name string) string {
	return strconv.Itoa(slices.IndexFunc(settings.Defaults().Values(), func(v settings.Value) bool { return v.Name == name }) + 1)
}

// scenes are typed into the menu one after the other: something of everything.
var scenes = []string{
	"?||nonsense|" + hostile + "|8|q",
	"n|e|7|q",
	"!|n|n|n",
	"uncramp diary undo --redo|uncramp|FLAGS|q",
	"7|03:12|left calf|11|5|4|y|m|y|3|2|walking|a run|tea|none|" + hostile,
	"h|1|1|1||foot||||m|||||||||",
	"0|1|2|2|y|0|4|5|0",
	"p|1|2|3|5|1|1|6|y|7|4|0",
	"l|1|magnesium|1|0|0|0",
	"a|1|1|12|y|0",
	strings.ReplaceAll("s|1|2|VOLUME|70|VOLUME|loud|VOLUME|d|0", "VOLUME", lineOf("volume")),
	"c|2|knees|calf-wall 3x30s each||y|0",
	"q",
}

// TestANightInTheMenu does what it says it did.
func TestANightInTheMenu(t *testing.T) {
	x := newRelieved(t, strings.Split(strings.Join(scenes, "|"), "|")...)
	code := x.Run([]string{"--plain"})
	said := x.out.String() + x.err.String()
	if code != Done || strings.ContainsFunc(strings.ReplaceAll(said, "\n", ""), text.Hidden) {
		t.Errorf("code %d: it says %q", code, said)
	}
	for _, want := range []string{
		"Saved: 22 November 03:12, left calf, 4 minutes, severity 5 of 10.", "Saved: 22 November 03:12, foot", "Deleted.", "Taken back: ", "Put back: ",
		" glasses today", "unsteady is on.", "Forgotten: ", "theme is day (file)", "volume is 70 (file)", `volume is "loud"; choose 0 to 100`,
		"volume is 50 (default)", "Kept as",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("it never says %q: %s", want, said)
		}
	}
}

// TestWhatIsAskedIsTheLastLine, one line, whenever something is waited for, as the doc of
// question has it.
func TestWhatIsAskedIsTheLastLine(t *testing.T) {
	all := slices.Concat([]string{"n|e|11|7|9|q", "n|e||q", "7|soon|q", "!|z|n|2|z|n|q"}, scenes)
	synctest.Test(t, func(t *testing.T) {
		x := newRelieved(t)
		lines := make(chan string)
		x.typed = lines
		go x.Run([]string{"--plain"})
		for line := range strings.SplitSeq(strings.Join(all, "|"), "|") {
			synctest.Wait()
			said := strings.Split(strings.TrimSuffix(x.out.String(), "\n"), "\n")
			last := said[len(said)-1]
			following := strings.HasPrefix(last, "These moves are for adults.") // it waits for time
			if !following && (!strings.HasSuffix(last, ":") || strings.HasPrefix(last, " ") || text.Columns(last) > plainColumns) {
				t.Errorf("before %q it says %q", line, last)
			}
			lines <- line
		}
	})
}

// TestTheMenuEndsWithItsLines, wherever they end.
func TestTheMenuEndsWithItsLines(t *testing.T) {
	for _, scene := range scenes {
		lines := strings.Split(scene, "|")
		for n := range len(lines) + 1 {
			x := newRelieved(t)
			x.In = strings.NewReader(strings.Join(lines[:n], "\n"))
			x.Clock = walking{fastClock{new(time.Duration), false}} // a routine that nobody types into goes on by itself
			if code := x.Run([]string{"--plain"}); code != Done || !strings.Contains(x.out.String(), "Main menu. ") {
				t.Errorf("after %q: code %d: %s%s", lines[:n], code, x.out, x.err)
			}
		}
	}
}

// TestARedFlagHoldsInTheMenu: no line of it leads to a routine, a sheet or a sound.
func TestARedFlagHoldsInTheMenu(t *testing.T) {
	for _, level := range []triage.Level{triage.Emergency, triage.Today} {
		x := newTypist(t, triage.Finding{Level: level}, "1", "3", "4", "6", "1", "1", "3", "a.html", "4", "a.wav", "q", "q", "l", "3", "1", "q", "q", "q", "q")
		t.Chdir(t.TempDir())
		code := x.Run([]string{"--plain"})
		if out := x.out.String(); code != Done || strings.Contains(out, "[00:00]") || strings.Contains(out, "Start it: ") || !strings.Contains(out, strings.ToUpper(triage.Finding{Level: level}.Page(x.emergencyCall()).Advice)) {
			t.Errorf("%s: code %d: %s", level, code, out)
		}
		if left, _ := os.ReadDir("."); len(left) > 0 {
			t.Errorf("%s: it wrote %v", level, left)
		}
	}
}

// TestTheMenuGoesOnWithWhatWasStopped, and forgets it then, or when it is declined.
func TestTheMenuGoesOnWithWhatWasStopped(t *testing.T) {
	for key, want := range map[string]string{"g": "[00:00] CHANGE LEGS, right", "x": "It is not gone on with."} {
		x := newListener(t, key, "q", "q")
		if code := x.Run([]string{"--plain"}); code != Done || !strings.Contains(x.out.String(), want) || x.unfinishedPlace() != "" {
			t.Errorf("%s: code %d, still %q: %s%s", key, code, x.unfinishedPlace(), x.out, x.err)
		}
	}
}

// TestWhatGoesWrongIsToldInTheMenuAsElsewhere, each fault in a line of its own.
func TestWhatGoesWrongIsToldInTheMenuAsElsewhere(t *testing.T) {
	t.Chdir(t.TempDir())
	must(t, os.WriteFile("bad.csv", []byte("kind,at\ncramp,soon\ncramp,never\n"), 0o600))
	for line, lines := range map[string]int{"diary import bad.csv": 3, "diary import none.csv": 1, "routine check none": 1, "show nothing": 1} {
		x, y := newRelieved(t), newRelieved(t)
		x.Run(strings.Fields(line))
		must(t, y.runLine(strings.Fields(line)...))
		if got := strings.Count(y.err.String(), "\n"); got != lines || y.err.String() != x.err.String() {
			t.Errorf("%s: the menu says in %d lines\n%snot as elsewhere\n%s", line, got, y.err, x.err)
		}
	}
}

// TestASignalEndsTheMenu wherever it comes, with its code.
func TestASignalEndsTheMenu(t *testing.T) {
	for _, way := range []string{"", "h", "n", "7", "!", "14/2", "c/5/knees"} {
		x := newListener(t)
		in, typed := io.Pipe()
		signals := make(chan int, 1)
		x.In, x.Signals = in, signals
		go func() {
			for _, line := range strings.Split(way, "/") {
				_, _ = fmt.Fprintln(typed, line)
			}
			_, _ = fmt.Fprintln(typed, "?") // that it was read tells that the line before was obeyed
			signals <- 130
		}()
		if code := x.Run([]string{"--plain"}); code != 130 {
			t.Errorf("%q: code %d: %s%s", way, code, x.out, x.err)
		}
	}
}

// TestWhereTheMenuIsShown: to who types, or who asks for it; a pipe that doesn't gets
// the list, whatever is set.
func TestWhereTheMenuIsShown(t *testing.T) {
	tests := []struct {
		byHand bool
		args   []string
		set    string
		menu   bool
	}{
		{true, nil, "", true}, // as under TERM=dumb
		{false, nil, "", false}, {false, nil, "on", false},
		{true, []string{"--plain"}, "", true}, {false, []string{"--plain"}, "", true},
		{false, []string{"--plain=false"}, "on", false},
	}
	for _, tt := range tests {
		x := newTypist(t, triage.Finding{}, "q")
		x.ByHand = tt.byHand
		if tt.set != "" {
			must(t, settings.Keep(x.Places.settings(), settings.Change{Name: "plain", Text: tt.set}))
		}
		x.Run(tt.args)
		if is := strings.Contains(x.out.String(), "1 Relief, at once\n"); is != tt.menu {
			t.Errorf("%+v: %s%s", tt, x.out, x.err)
		}
	}
}
