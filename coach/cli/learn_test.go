package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/library"
	"uncramp/coach/term"
	"uncramp/coach/triage"
	"uncramp/coach/tui"
	"uncramp/coach/tui/screen"
)

// reader is an App with a shelf of a few cards, and a diary that keeps ticks.
type reader struct {
	typist
	disk
	opened []string // topics that were shown on the screen
}

func newReader(t *testing.T, finding triage.Finding, ticked ...string) *reader {
	t.Helper()
	r := &reader{typist: newTypist(t, finding), disk: newDisk(t)}
	r.Articles = os.DirFS("../library/testdata")
	r.Journal = r.journal(func() time.Time { return morning })
	r.Screen = func(c tui.Config, _ term.Terminal) (tui.Result, error) {
		begin, ok := c.Begin.(screen.Open)
		if !ok || begin.Page != screen.Library {
			t.Errorf("it begins with %+v", c.Begin)
		}
		r.opened = append(r.opened, begin.Card)
		return tui.Result{}, nil
	}
	must(t, r.Journal.TickAll(ticked, nil))
	return r
}

// ticked are the causes in the diary.
func (r *reader) ticked(t *testing.T) []string {
	t.Helper()
	causes, err := r.Journal.Ticked()
	if err != nil {
		t.Fatal(err)
	}
	return causes
}

// learnRun carries out uncramp learn and returns what it prints.
func (r *reader) learnRun(args ...string) (string, error) {
	r.out.Reset()
	cmd := r.learnCommand()
	cmd.SilenceErrors, cmd.SilenceUsage = true, true
	cmd.SetArgs(args)
	err := cmd.Execute()
	return r.out.String(), err
}

func (r *reader) mustLearn(t *testing.T, args ...string) string {
	t.Helper()
	out, err := r.learnRun(args...)
	if err != nil {
		t.Fatalf("learn %q: %v", args, err)
	}
	return out
}

// inOrder complains where a text does not hold some others, one after another.
func inOrder(t *testing.T, text string, parts ...string) {
	t.Helper()
	rest := text
	for _, p := range parts {
		i := strings.Index(rest, p)
		if i < 0 {
			t.Fatalf("no %q, or not in its place, in\n%s", p, text)
		}
		rest = rest[i+len(p):]
	}
}

func TestLearnListsTheCardsInTheirGroups(t *testing.T) {
	out := newReader(t, triage.Finding{}).mustLearn(t)
	inOrder(t, out, "What a cramp is\n  - cramp: What a cramp is\n    A muscle tightens", "\n\nWhat may bring it on\n  - fluid: Too little to drink\n",
		"  - shoes: ", "  - older: ", "\nWhat may help\n  - massage: ", "  - magnesium: ", "\n\nRead one with uncramp learn TOPIC", "Chest pain")
}

func TestLearnPutsTickedCausesFirst(t *testing.T) {
	out := newReader(t, triage.Finding{}, "older").mustLearn(t)
	inOrder(t, out, "What may bring it on\n  - older: Getting older (ticked)\n", "  - fluid: ", "  - shoes: ")
}

func TestLearnShowsATopic(t *testing.T) {
	for _, topic := range [][]string{{"magnesium"}, {"MAGNESIUM"}, {"banana"}, {"leafy", "greens"}} {
		out := newReader(t, triage.Finding{}).mustLearn(t, topic...)
		if !strings.HasPrefix(out, "Magnesium\nAll three articles") || !strings.Contains(out, "\nSources\n- Muscle & Joint Clinic") {
			t.Errorf("%q shows\n%s", topic, out)
		}
	}
	out := newReader(t, triage.Finding{}).mustLearn(t, "what a cramp is")
	if !strings.HasPrefix(out, "What a cramp is\n") {
		t.Errorf("a card's name shows\n%s", out)
	}
}

func TestLearnListsTheCardsATopicMayMean(t *testing.T) {
	out := newReader(t, triage.Finding{}).mustLearn(t, "water")
	inOrder(t, out, `2 cards tell of "water"`, "  - fluid: ", "  - older: ")
	if strings.Contains(out, "shoes") || strings.Contains(out, "Sources") {
		t.Errorf("more than the two is shown\n%s", out)
	}
}

func TestLearnSearches(t *testing.T) {
	inOrder(t, newReader(t, triage.Finding{}).mustLearn(t, "--search", "age"), "  - older: ", "  - massage: ")
	var failed *failure
	if out, err := newReader(t, triage.Finding{}).learnRun("--search", "zebra"); !errors.As(err, &failed) || !strings.Contains(err.Error(), `"zebra"`) || out != "" {
		t.Errorf("nothing found gives %v and %q", err, out)
	}
}

func TestLearnPrintsEveryCard(t *testing.T) {
	out := newReader(t, triage.Finding{}).mustLearn(t, "--all")
	inOrder(t, out, "What a cramp is\n", "\n\nToo little to drink\n", "\n\nShoes\n", "\n\nGetting older\n", "\n\nMassage\n", "\n\nMagnesium\n")
	if n := strings.Count(out, "\nSources\n"); n != 6 {
		t.Errorf("%d cards name their sources, want 6", n)
	}
}

func TestLearnFitsThePipe(t *testing.T) {
	for columns, want := range map[string]int{"": 72, "20": 20, "40": 40, "100": 100, "3": 72, "wide": 72} {
		for _, args := range [][]string{nil, {"massage"}, {"water"}, {"--all"}, {"--mine"}} {
			r := newReader(t, triage.Finding{Level: triage.Today, Yes: []string{"clot"}})
			r.Getenv = func(name string) string { return map[string]string{"COLUMNS": columns}[name] }
			widest := 0
			for line := range strings.Lines(r.mustLearn(t, args...)) {
				widest = max(widest, ansi.StringWidth(strings.TrimSuffix(line, "\n")))
				if strings.ContainsRune(line, 0x1b) {
					t.Errorf("learn %q prints an escape: %q", args, line)
				}
			}
			if widest > want {
				t.Errorf("learn %q with COLUMNS=%q takes %d columns, want %d at most", args, columns, widest, want)
			}
		}
	}
}

func TestLearnRefusesWhatIsNotClear(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"magnesum"}, "did you mean magnesium?"},
		{[]string{"zebra\x1b[2J"}, "see uncramp learn"},
		{[]string{"shoes", "--all"}, "ask for one thing"},
		{[]string{"m\xfcde"}, `"m\xfcde" is no UTF-8`}, {[]string{"--search", "m\xfcde"}, `"m\xfcde" is no UTF-8`},
		{[]string{"--search", "x", "--mine"}, "ask for one thing"},
		{[]string{"--tick", "shoos"}, "did you mean shoes?"},
		{[]string{"--tick", "massage"}, "no cause"},
		{[]string{"--tick", "shoes", "--untick", "shoes"}, "choose one"},
	} {
		r := newReader(t, triage.Finding{}, "fluid")
		out, err := r.learnRun(c.args...)
		var failed *failure
		if err == nil || errors.As(err, &failed) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("learn %q is no wrong usage that says %q: %v", c.args, c.want, err)
		}
		if out != "" || !slices.Equal(r.ticked(t), []string{"fluid"}) {
			t.Errorf("learn %q prints %q, ticked are %v", c.args, out, r.ticked(t))
		}
	}
}

func TestLearnMineTicks(t *testing.T) {
	r := newReader(t, triage.Finding{}, "fluid")
	inOrder(t, r.mustLearn(t, "--mine"), "This is not a diagnosis.\n\n[x] fluid: I drink little on most days\n[ ] shoes: My shoes", "[ ] older: ", "--tick ID")
	out := r.mustLearn(t, "--tick", "shoes", "--tick", "older", "--untick", "fluid")
	inOrder(t, out, "[ ] fluid", "[x] shoes", "[x] older")
	if !slices.Equal(r.ticked(t), []string{"older", "shoes"}) {
		t.Errorf("ticked are %v", r.ticked(t))
	}
}

func TestLearnAsJSON(t *testing.T) {
	r := newReader(t, triage.Finding{}, "shoes")
	for _, c := range []struct {
		args []string
		want int
	}{{nil, 6}, {[]string{"--all"}, 6}, {[]string{"magnesium"}, 1}, {[]string{"water"}, 2}, {[]string{"--search", "age"}, 2}} {
		var cards []library.Card
		if err := json.Unmarshal([]byte(r.mustLearn(t, append(c.args, "--json")...)), &cards); err != nil {
			t.Fatalf("learn %q: %v", c.args, err)
		}
		if len(cards) != c.want || cards[0].ID == "" || cards[0].Name == "" || len(cards[0].Blocks) == 0 {
			t.Errorf("learn %q gives %d cards, want %d: %+v", c.args, len(cards), c.want, cards)
		}
	}
	var rows []causeRow
	if err := json.Unmarshal([]byte(r.mustLearn(t, "--mine", "--json")), &rows); err != nil {
		t.Fatal(err)
	}
	if want := (causeRow{"shoes", "My shoes fit badly or are worn out", true}); len(rows) != 3 || rows[1] != want {
		t.Errorf("the causes are %+v", rows)
	}
}

func TestLearnOpensTheScreenWhereThereIsOne(t *testing.T) {
	for _, c := range []struct {
		name string
		args []string
		want []string
	}{
		{"the list", nil, []string{""}},
		{"a topic by its id, whatever was typed", []string{"Banana"}, []string{"magnesium"}},
		{"several cards", []string{"water"}, nil},
		{"plain", []string{"--plain"}, nil},
		{"a plain topic", []string{"shoes", "--plain"}, nil},
		{"JSON", []string{"--json"}, nil},
		{"every card", []string{"--all"}, nil},
		{"a search", []string{"--search", "shoes"}, nil},
		{"the causes", []string{"--mine"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newReader(t, triage.Finding{})
			r.Terminal = &term.Terminal{}
			out := r.mustLearn(t, c.args...)
			if !slices.Equal(r.opened, c.want) {
				t.Errorf("it opens %q, want %q", r.opened, c.want)
			}
			if (out == "") != (len(c.want) > 0) {
				t.Errorf("it prints %q", out)
			}
		})
	}
	r := newReader(t, triage.Finding{})
	r.mustLearn(t)
	if len(r.opened) > 0 {
		t.Error("without a terminal it opens the screen")
	}
}

func TestLearnLeadsToNoRoutineAfterARedFlag(t *testing.T) {
	calm := newReader(t, triage.Finding{}).mustLearn(t, "massage")
	if !strings.Contains(calm, "uncramp start massage") {
		t.Fatalf("the card leads to no routine at all\n%s", calm)
	}
	for _, level := range []triage.Level{triage.Emergency, triage.Today} {
		r := newReader(t, triage.Finding{Level: level, Yes: []string{"clot"}, At: time.Date(2026, 11, 20, 8, 0, 0, 0, time.UTC)})
		for _, args := range [][]string{{"massage"}, {"--all"}, {"--all", "--json"}, {"massage", "--json"}} {
			out := r.mustLearn(t, args...)
			if strings.Contains(out, "uncramp start") || strings.Contains(out, `"routines"`) {
				t.Errorf("%s: learn %q leads to a routine\n%s", level, args, out)
			}
			g, _ := triage.Finding{Level: level}.Group()
			if !slices.Contains(args, "--json") && !strings.HasPrefix(out, strings.ToUpper(g.Advice)) {
				t.Errorf("%s: learn %q does not begin with the advice\n%s", level, args, out)
			}
		}
	}
}

func TestLearnWithoutADiary(t *testing.T) {
	r := newReader(t, triage.Finding{})
	r.block(t)
	out := r.mustLearn(t, "magnesium")
	if !strings.HasPrefix(out, "Magnesium\n") || !strings.Contains(r.err.String(), "the diary can't be opened") {
		t.Errorf("it prints %q and says %q", out, r.err)
	}
	var failed *failure
	if _, err := r.learnRun("--mine"); !errors.As(err, &failed) || !strings.Contains(err.Error(), "the diary can't be opened") {
		t.Errorf("the causes give %v", err)
	}
	r = newReader(t, triage.Finding{})
	r.block(t)
	if out, err := r.learnRun("--tick", "shoes"); !errors.As(err, &failed) || !strings.Contains(err.Error(), "the diary can't be opened") || out != "" {
		t.Errorf("a tick that is not kept gives %v and %q", err, out)
	}
}

func TestLearnSaysWhatIsWrongWithTheCards(t *testing.T) {
	r := newReader(t, triage.Finding{})
	r.Articles = os.DirFS(t.TempDir())
	var failed *failure
	if _, err := r.learnRun(); !errors.As(err, &failed) || !strings.Contains(err.Error(), "index.yaml") {
		t.Errorf("without cards it says %v", err)
	}
}

func TestLearnCompletesTopicsAndCauses(t *testing.T) {
	r := newReader(t, triage.Finding{})
	topics, causes := r.topics(), r.causes()
	if len(topics) != 6 || topics[0] != "cramp\tA muscle tightens by itself and does not let go." {
		t.Errorf("topics are %q", topics)
	}
	if len(causes) != 3 || causes[0] != "fluid\tI drink little on most days" {
		t.Errorf("causes are %q", causes)
	}
	if more, _ := r.learnCommand().ValidArgsFunction(nil, []string{"cramp"}, ""); more != nil {
		t.Errorf("after a topic come %q", more)
	}
	if !bytes.Equal(r.err.Bytes(), nil) {
		t.Errorf("it says %q", r.err)
	}
}
