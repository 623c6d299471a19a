package routines_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"uncramp/coach/session"
	"uncramp/coach/text"
	"uncramp/coach/yamlfile"
	"uncramp/routines"
)

// mine is a faultless routine of a person's own; the cases break it one line
// at a time.
const mine = `id: mine
name: Mine
purpose: day
summary: One stretch of my own.
muscles: [calf]
positions: [standing]
steps:
  - id: wall
    name: Calf at the wall
    muscle: calf
    figure: calf-wall
    sides: each
    repeat: {times: 3, source: default}
    hold:
      time: 10s
      source: default
      prompt: Lean in.
    sources:
      - {document: my-notes, heading: Page 3}
`

// Lines of mine that the cases replace.
const (
	nameLine   = "name: Mine"
	timeLine   = "time: 10s"
	countLine  = "times: 3"
	promptLine = "prompt: Lean in."
	sidesLine  = "    sides: each"
	sourceLine = "    sources:\n      - {document: my-notes, heading: Page 3}\n"
)

func with(t testing.TB, old, replacement string) string {
	t.Helper()
	if !strings.Contains(mine, old) {
		t.Fatalf("the routine has no %q to replace", old)
	}
	return strings.Replace(mine, old, replacement, 1)
}

// refused holds each fault that Parse tells to what is promised of all of them:
// where, what, what to do, in one short line of plain text. It returns the first.
func refused(t testing.TB, err error) *yamlfile.Fault {
	t.Helper()
	all, ok := err.(interface{ Unwrap() []error })
	if !ok {
		t.Fatalf("got %T %.200v, want faults", err, err)
	}
	var first *yamlfile.Fault
	for _, one := range all.Unwrap() {
		var e *yamlfile.Fault
		if !errors.As(one, &e) {
			t.Fatalf("got %T %.200v, want a *yamlfile.Fault", one, one)
		}
		if first == nil {
			first = e
		}
		if e.File != "mine.yaml" || e.Problem == "" || e.Remedy == "" || (e.Line > 0) != (e.Column > 0) {
			t.Errorf("the error lacks file, place, problem or remedy: %.300q", e.Error())
		}
		if strings.ContainsFunc(e.Error(), text.Hidden) {
			t.Errorf("the error is not one line of plain text: %.300q", e)
		}
		if n := len(e.Error()); n > 400 {
			t.Errorf("the error has %d bytes: %.100q...", n, e.Error())
		}
	}
	return first
}

// sound are files that are written in one way or another.
func sound(t testing.TB) map[string]string {
	return map[string]string{
		"as it is":                mine,
		"after a document marker": "---\n" + mine,
		"with DOS line ends":      strings.ReplaceAll(mine, "\n", "\r\n"),
		"with a comment":          with(t, timeLine, timeLine+" # about two breaths"),
		"with a quoted time":      with(t, timeLine, `time: "10s"`),
		"with a folded prompt":    with(t, promptLine, "prompt: >-\n        Lean\n        in."),
		"with rules for others": with(t, sourceLine, sourceLine+"    not_for: [{for: [new-hip, new-knee], text: No., instead: Sit., source: default}]\n"+
			"    prefer: [{for: [unsteady], prompt: Lean., figure: calf-wall, text: Hold on., source: general}]\n"),
		"with sets, for one leg":   strings.Replace(with(t, countLine+", source: default}", countLine+", source: default}\n    sets: {times: 2, rest: 30s, source: default}"), "each", "left", 1),
		"with support and limb":    with(t, promptLine, promptLine+"\n      support: wall\n      limb: this-leg"),
		"with a prompt at the cap": with(t, promptLine, "prompt: "+strings.Repeat("é", 90)),
	}
}

func TestParseReadsARoutine(t *testing.T) {
	for name, text := range sound(t) {
		t.Run(name, func(t *testing.T) {
			r, err := routines.Parse("mine.yaml", []byte(text))
			if err != nil {
				t.Fatal(err)
			}
			if r.ID != "mine" || r.Steps[0].Hold.Time != 10 || r.Steps[0].Repeat.Times != 3 {
				t.Errorf("read as %+v", r)
			}
			lay(t, r)
		})
	}
}

// faulty is a file that must be refused at a place.
type faulty struct {
	name    string
	text    string
	at      string // line:column; 0:0 is the file as a whole
	problem string // part of the message
}

func (c faulty) check(t *testing.T) {
	t.Helper()
	_, err := routines.Parse("mine.yaml", []byte(c.text))
	e := refused(t, err)
	if at := fmt.Sprintf("%d:%d", e.Line, e.Column); at != c.at || !strings.Contains(e.Problem, c.problem) {
		t.Errorf("got %s %.200q, want %s ...%s...", at, e.Problem, c.at, c.problem)
	}
}

func TestParsePointsAtTheFault(t *testing.T) {
	for _, c := range faultyFiles(t) {
		t.Run(c.name, c.check)
	}
}

// faultyFiles are small files that must be refused.
func faultyFiles(t *testing.T) []faulty {
	t.Helper()
	const tag = "an anchor, an alias or a tag"
	cases := []faulty{
		{"an unknown key", with(t, nameLine, "nam: Mine"), "2:1", `unknown field "nam"`},
		{"an unknown key of a step", with(t, sidesLine, sidesLine+"\n    speed: 3"), "13:5", `unknown field "speed"`},
		{"an unknown key in brackets", with(t, countLine, countLine+", pace: 2"), "13:24", `unknown field "pace"`},
		{"a key in capitals", with(t, nameLine, "Name: Mine"), "2:1", `unknown field "Name"`},
		{"an unknown support", with(t, promptLine, promptLine+"\n      support: pole"), "18:16", "pole"},
		{"an unknown limb", with(t, promptLine, promptLine+"\n      limb: arm"), "18:13", "arm"},
		{"a rule for nobody", with(t, sourceLine, sourceLine+"    not_for:\n      - {for: [], text: No., source: default}\n"), "21:15", "is missing"},
		{"a rule for an unknown condition", with(t, nameLine, nameLine+"\nnot_for: [{for: [tall], text: No., source: default}]"), "3:18", "tall"},
		{"a rule for a position it has not", with(t, nameLine,
			nameLine+"\nnot_for: [{for: [new-hip], positions: [lying], text: No., source: default}]"), "3:40", "not among"},
		{"a step's rule for a position", with(t, sourceLine,
			sourceLine+"    not_for: [{for: [new-hip], positions: [standing], text: No., source: default}]\n"), "20:44", "the routine's"},
		{"a rule without a source", with(t, nameLine, nameLine+"\nnot_for: [{for: [new-hip], text: No.}]"), "3:12", "is missing"},
		{"a routine that prefers words", with(t, nameLine, nameLine+"\nprefer: [{for: [new-hip], prompt: Sit., text: No., source: default}]"), "3:11", "names no position"},
		{"a routine that prefers a position it has not", with(t, nameLine,
			nameLine+"\nprefer: [{for: [new-hip], position: lying, text: No., source: default}]"), "3:37", "not among"},
		{"a step that prefers a position", with(t, sourceLine,
			sourceLine+"    prefer: [{for: [new-hip], position: lying, text: No., source: default}]\n"), "20:15", "names a position"},
		{"a step that prefers words for getting ready and has none", with(t, sourceLine,
			sourceLine+"    prefer: [{for: [new-hip], prepare: Sit., text: No., source: default}]\n"), "20:15", "names a position"},
		{"a step that prefers words for letting go and has none", with(t, sourceLine,
			sourceLine+"    prefer: [{for: [new-hip], release: Rest., text: No., source: default}]\n"), "20:15", "names a position"},
		{"a key twice", with(t, nameLine, nameLine+"\nname: Two"), "3:1", "stands twice"},
		{"a number for a key", with(t, nameLine, nameLine+"\n1: one"), "3:1", `"1"`},
		{"a key with an escape sequence", with(t, nameLine, `"\e[31m": Mine`), "2:1", "unknown field"},
		{"an endless key", with(t, nameLine, strings.Repeat("k", 1000)+": Mine"), "2:1", "unknown field"},

		{"no id", with(t, "id: mine\n", ""), "1:1", "id"},
		{"no name", with(t, nameLine+"\n", ""), "1:1", "name is missing"},
		{"no purpose", with(t, "purpose: day\n", ""), "1:1", "purpose"},
		{"no steps", mine[:strings.Index(mine, "steps:")], "1:1", "has 0 steps"},
		{"no time", with(t, "      time: 10s\n", ""), "15:7", "hold.time"},
		{"no source of a time", with(t, "      source: default\n", ""), "15:7", "hold.source is missing"},
		{"no prompt", with(t, "      prompt: Lean in.\n", ""), "15:7", "hold.prompt is missing"},
		{"no source of a step", with(t, sourceLine, ""), "8:5", "has 0 sources"},
		{"no source in the list", with(t, sourceLine, "    sources: []\n"), "18:14", "has 0 sources"},
		{"no heading", with(t, ", heading: Page 3", ""), "19:10", "heading is missing"},
		{"an empty heading", with(t, "Page 3", `""`), "19:39", "heading is missing"},
		{"no source of a caution", with(t, "steps:", "cautions:\n  - text: Slowly.\nsteps:"), "8:5", "has 0 sources"},

		{"a word outside its list", with(t, "purpose: day", "purpose: night"), "3:10", `"night"`},
		{"a muscle twice", with(t, "[calf]", "[calf, calf]"), "5:17", "stands twice"},
		{"a muscle without a step", with(t, "[calf]", "[calf, foot]"), "8:5", `no step for muscle "foot"`},
		{"a step for another muscle", with(t, sidesLine, sidesLine+"\n    for: [foot]"), "13:11", "not among"},
		{"sets of a step done once", with(t, "    repeat: {times: 3, source: default}\n", "    sets: {times: 2, rest: 30s, source: default}\n"), "13:12", "no repetitions"},
		{"one set", with(t, countLine+", source: default}", countLine+", source: default}\n    sets: {times: 1, rest: 30s, source: default}"), "14:19", "times is"},
		{"sets without a rest", with(t, countLine+", source: default}", countLine+", source: default}\n    sets: {times: 2, source: default}"), "14:12", "rest is"},
		{"an answer that leads nowhere", with(t, sidesLine, sidesLine+"\n    answers: {eased: wall, same: wall, worse: away}"), "13:47", `leads to "away"`},
		{"an id in capitals", with(t, "id: mine", "id: Mine"), "1:5", `"Mine"`},
		{"an id that is a path", with(t, "id: mine", "id: ../mine"), "1:5", `"../mine"`},
		{"a text for a list", with(t, "[calf]", "calf"), "5:10", "another kind"},
		{"a list for a text", with(t, promptLine, "prompt: [a]"), "17:15", "another kind"},
		{"a list for a time", with(t, timeLine, "time: [10s]"), "15:13", "another kind"},
		{"a block for a time", with(t, timeLine, "time: |\n        10s"), "15:13", `"10s\n"`},
		{"a list for a count", with(t, countLine, "times: [3]"), "13:21", "another kind"},
		{"a number for a yes", with(t, sidesLine, sidesLine+"\n    aside: 1"), "13:12", "another kind"},

		{"a prompt over 90 characters", with(t, promptLine, "prompt: "+strings.Repeat("é", 91)), "17:15", "has 91 characters"},
		{"a prompt of two lines", with(t, promptLine, "prompt: |\n        a\n        b"), "17:15", "control character"},
		{"a note over 600 characters", with(t, sidesLine, sidesLine+"\n    note: "+strings.Repeat("x", 601)), "13:11", "has 601 characters"},

		{"an anchor", with(t, "[calf]", "&m [calf]"), "5:10", tag},
		{"an alias", with(t, "[calf]", "*m"), "5:10", tag},
		{"an alias in itself", "a: &a\n  b: *a\n", "1:4", tag},
		{"an alias bomb", bomb(), "1:4", tag},
		{"a merge key", with(t, nameLine, "<<: {name: Mine}"), "2:1", tag},
		{"a tag", with(t, nameLine, "name: !evil Mine"), "2:7", tag},
		{"a standard tag", with(t, timeLine, "time: !!str 10s"), "15:13", tag},
		{"a binary tag", with(t, nameLine, "name: !!binary TWluZQ=="), "2:7", tag},

		{"two documents", mine + "---\n" + mine, "20:1", "document"},
		{"a document begun after the first", mine + "---\n", "20:1", "document"},
		{"a hundred documents", strings.Repeat("---\nid: mine\n", 100), "3:1", "document"},
		{"an empty file", "", "0:0", "empty"},
		{"a blank file", " \n\t\r\n", "0:0", "empty"},
		{"nothing but a comment", "# later\n", "0:0", "empty"},
		{"nothing but a marker", "---\n", "0:0", "empty"},
		{"a word", "hello", "1:1", "another kind"},
		{"a list", "- id: mine", "1:1", "another kind"},
		{"nothing, in words", "null", "1:1", "another kind"},
		{"an empty mapping", "{}", "1:1", "id"},

		{"a tab as indentation", "id: mine\n\tname: Mine", "2:1", "a tab"},
		{"an open bracket", with(t, "[calf]", "[calf"), "5:10", "is not closed"},
		{"an open quote", with(t, nameLine, `name: "Mine`), "2:7", "quotes does not end"},
		{"a colon in a text", with(t, promptLine, "prompt: Hold: lean in."), "17:19", "mapping value"},
		{"half a surrogate", with(t, promptLine, `prompt: "\ud800"`), "17:18", "surrogate"},
	}
	for _, v := range []string{"-5", "-5s", "1e9", "1e9s", "010", "010s", "10.5s", "0s", "10", "+5s", "0x10s", "1_0s", ".inf", "10S", "10 s", "10000s", "2026-01-01"} {
		cases = append(cases, faulty{"a time of " + v, with(t, timeLine, "time: "+v), "15:13", `"` + v[:1]})
	}
	for _, v := range []string{"31m", "1801s", "~"} {
		cases = append(cases, faulty{"a time of " + v, with(t, timeLine, "time: "+v), "15:13", "hold.time is"})
	}
	for _, v := range []string{"-5", "1e9", "010", "3.5", "0", "0x3", "three", "3 4"} {
		cases = append(cases, faulty{"a count of " + v, with(t, countLine, "times: "+v), "13:21", `"` + v[:1]})
	}
	for _, v := range []string{"1", "101", "~"} {
		cases = append(cases, faulty{"a count of " + v, with(t, countLine, "times: "+v), "13:21", "times is"})
	}
	for _, v := range []string{"\x00", "\x07", "\x1b[2J", "\x1b]0;x\x07", "\x7f", "\u009b2J", "\u202e", "\u2066", "\u200f", "\u2028", "\ufeff"} {
		cases = append(cases, faulty{fmt.Sprintf("raw %+q", v), with(t, promptLine, "prompt: a"+v+"b"), "17:16", "control character U+"})
	}
	for _, v := range []string{"\x9b2J", "\xff"} {
		cases = append(cases, faulty{fmt.Sprintf("raw %+q", v), with(t, promptLine, "prompt: a"+v+"b"), "17:16", "is no UTF-8"})
	}
	for _, v := range []string{`\0`, `\a`, `\b`, `\e[2J`, `\x1b]0;x\x07`, `\x7f`, `\u009b`, `\x9b2J`, `\N`, `\L`, `\P`, `\n`, `\t`, `\u202e`, `\U0000202e`, `\u2066`, `\ufeff`} {
		cases = append(cases, faulty{"escaped " + v, with(t, promptLine, `prompt: "a`+v+`b"`), "17:15", "control character"})
	}
	return cases
}

func TestParseTellsEverythingAtOnce(t *testing.T) {
	text := strings.NewReplacer(nameLine, "name: "+strings.Repeat("x", 41), "purpose: day", "purpose: night", "[calf]", "[calf, knee]",
		timeLine, "time: 1e9", countLine, "times: 101", promptLine, "promt: Lean in.").Replace(mine)
	const want = `mine.yaml:2:7: name has 41 characters; keep it to 40
mine.yaml:3:10: purpose is "night"; write one of relief, after, bed, exercise, day
mine.yaml:5:17: muscles[1] is "knee"; write one of calf, foot, hamstring, thigh, leg
mine.yaml:13:21: steps[0].repeat.times is 101; write 2 to 100
mine.yaml:15:13: "1e9" is no length of time; write whole seconds or minutes, such as 10s or 2m
mine.yaml:17:7: unknown field "promt"; take it out, or write one of time, source, word, prompt, support, limb`
	if _, err := routines.Parse("mine.yaml", []byte(text)); err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

// bomb is nine letters that would become half a thousand million.
func bomb() string {
	var b strings.Builder
	b.WriteString("a: &a [x,x,x,x,x,x,x,x,x]\n")
	for c := 'b'; c <= 'i'; c++ {
		fmt.Fprintf(&b, "%c: &%c [%s]\n", c, c, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*%c,", c-1), 9), ","))
	}
	return b.String()
}

// TestATextIsNeverReadAsAnother wants "010" to stay "010" or be refused: YAML
// would have it for the number eight.
func TestATextIsNeverReadAsAnother(t *testing.T) {
	for _, v := range []string{"010", "0x10", "0o10", "0b11", "1_000", "+5", "1.50", "1e3", ".5", "Yes", "True", "Null.", "2026-01-01", "12:30"} {
		t.Run(v, func(t *testing.T) {
			r, err := routines.Parse("mine.yaml", []byte(with(t, nameLine, "name: "+v)))
			if err != nil {
				if e := refused(t, err); e.Line != 2 || e.Column != 7 {
					t.Errorf("refused at %d:%d, want 2:7", e.Line, e.Column)
				}
				return
			}
			if r.Name != v {
				t.Errorf("read as %q", r.Name)
			}
		})
	}
}

// full repeats a text up to a little less than what a file may hold.
func full(s string) string { return strings.Repeat(s, (48<<10-100)/len(s)) }

// TestHostileFilesAreRefused logs how long each took: promise 10 allows
// 100 ms. A limit is not asserted, a loaded machine would break it.
func TestHostileFilesAreRefused(t *testing.T) {
	var deep, keys strings.Builder
	for i := 0; i < 300; i++ {
		fmt.Fprintf(&deep, "%*s\n", i+2, "a:")
	}
	for i := 0; i < 4000; i++ {
		fmt.Fprintf(&keys, "k%d: 1\n", i)
	}
	for name, text := range map[string]string{
		"10 MB of one word":         strings.Repeat("a", 10<<20),
		"10 MB of comments":         strings.Repeat("# a\n", 10<<18),
		"10 MB of brackets":         strings.Repeat("[", 10<<20),
		"nested brackets":           full("["),
		"nested braces":             full("{a: "),
		"nested dashes":             full("- "),
		"nested dashes, two spaces": full("-  "),
		"nested dashes, unevenly":   "steps:\n" + full("- - - -  "),
		"nested dashes and tags":    full("- !a "),
		"nested dashes and tabs":    full("-\t"),
		"nested questions":          full("? "),
		"nested keys":               full("a: "),
		"a deep staircase":          deep.String(),
		"many keys":                 keys.String(),
		"one key many times":        full("a: 1\n"),
		"many empty steps":          "steps:\n" + full("- {}\n"),
		"many empty steps in a row": "steps: [" + full("{},") + "]",
		"many slips of one move":    "steps:\n" + strings.Repeat("  - move: calf-wal\n", 100),
		"many moves of many words":  "steps:\n" + strings.Repeat("  - move: a wall the calf a chair stretch with both hands on it\n", 100),
		"many muscles":              "muscles: [" + full("calf,") + "]",
		"many documents":            full("--- a\n"),
		"many tags":                 full("!!str "),
		"many anchors":              full("a: &a\n"),
		"many quotes":               full(`"`),
		"many escapes":              `a: "` + full(`\n`) + `"`,
		"many blank lines":          "a:" + full("\n"),
		"many directives":           full("%YAML 1.2\n"),
		"many block texts":          full("a: |\n"),
		"one long number":           "a: " + full("9"),
		"one long word":             full("a"),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			began := time.Now()
			_, err := routines.Parse("mine.yaml", []byte(text))
			t.Logf("%v", time.Since(began).Round(time.Millisecond))
			refused(t, err)
		})
	}
}

// FuzzParse looks for a file that panics, an error of another kind, and a
// routine that was let through although it can't be played.
func FuzzParse(f *testing.F) {
	files, err := filepath.Glob("builtin/*.yaml")
	if err != nil || len(files) == 0 {
		f.Fatal("no built-in routines to begin with", err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, text := range []string{
		mine, "", "---\n", "{}", "[", "- - - a", bomb(),
		with(f, timeLine, "time: 1e9"), with(f, promptLine, `prompt: "\u202e"`), with(f, nameLine, "name: !a &b *c"),
		with(f, sidesLine, sidesLine+"\n    aside: true"), with(f, sidesLine, sidesLine+"\n    answers: {eased: wall, same: wall, worse: wall}"),
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := routines.Parse("mine.yaml", data)
		if err != nil {
			refused(t, err)
			return
		}
		lay(t, r)
	})
}

// lay lays a routine flat for every choice it offers, and holds the phases to
// what a player relies on.
func lay(t *testing.T, r routines.Routine) {
	t.Helper()
	for _, m := range append([]routines.Muscle{""}, r.Muscles...) {
		for _, pos := range append([]routines.Position{""}, r.Positions...) {
			p, err := session.NewPlan(r, session.Choice{Muscle: m, Position: pos})
			if err != nil || p.Main == 0 {
				t.Fatalf("muscle %q, position %q: %d phases, %v", m, pos, p.Main, err)
			}
			for _, ph := range p.Phases {
				open := ph.Kind == session.Open
				switch {
				case open != (ph.Length == 0), ph.Length < 0, ph.Length > 30*time.Minute:
					t.Errorf("%s %s lasts %v", ph.Step, ph.Kind, ph.Length)
				case len([]rune(ph.Prompt)) > 90, strings.ContainsFunc(ph.Prompt+ph.Name+ph.Word, text.Hidden):
					t.Errorf("%s %s has the prompt %q", ph.Step, ph.Kind, ph.Prompt)
				case ph.Repetition < 1, ph.Repetition > ph.Of, len(ph.Sources) == 0, ph.Timing == "":
					t.Errorf("%s %s is repetition %d of %d, sources %v, timing %q", ph.Step, ph.Kind, ph.Repetition, ph.Of, ph.Sources, ph.Timing)
				}
			}
		}
	}
}
