package routines_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"

	"uncramp/routines"
)

// compiled is the schema as an independent validator reads it.
func compiled(t testing.TB) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(routines.Schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("routine.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("routine.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// readme is the example that the README has.
func readme(t testing.TB) string {
	t.Helper()
	page, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(page), "```yaml\n")
	example, _, found := strings.Cut(rest, "```")
	if !found {
		t.Fatal("the README has no example")
	}
	return example
}

// TestTheSchemaTakesWhatIsRead: every built-in routine, the README's example, and files
// that are written in other ways.
func TestTheSchemaTakesWhatIsRead(t *testing.T) {
	files, err := filepath.Glob("builtin/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no built-in routines", err)
	}
	s := compiled(t)
	takes := func(name, text string) {
		t.Helper()
		if _, err := routines.Parse("mine.yaml", []byte(text)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		var v any
		if err := yaml.Unmarshal([]byte(text), &v); err != nil {
			t.Errorf("%s: %v", name, err)
		} else if err := s.Validate(v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		takes(name, string(data))
	}
	takes("the README's example", readme(t))
	for name, text := range sound(t) {
		takes(name, text)
	}
	for name, c := range otherwise() {
		takes(name, head+c.step)
	}
	for _, m := range routines.Moves() {
		takes(m.ID, head+"  - move: "+m.ID)
	}
}

// onlyRead are the faulty files that nothing but the reader can see through: those that
// are no YAML, or no text, or of which one place asks something of another, far from it.
var onlyRead = []string{
	"a rule for a position it has not", "a routine that prefers a position it has not", "a muscle without a step",
	"a step for another muscle", "an answer that leads nowhere",
	"an anchor", "a merge key", "a tag", "a standard tag", "a binary tag", "two documents", "a document begun after the first",
	"a count of 010", "a count of 0x3",
	`raw "\u202e"`, `raw "\u2066"`, `raw "\u200f"`, `raw "\ufeff"`,
	`escaped \L`, `escaped \P`, `escaped \u202e`, `escaped \U0000202e`, `escaped \u2066`, `escaped \ufeff`,
}

// faultySteps are steps that must be refused, with a move and without.
func faultySteps() (list []faulty) {
	for _, step := range []string{
		"{move: calf-wal}", "{move: ''}", "{move: calf-wall, sides: three}", "{move: calf-wall, hold: {time: 5h, source: me}}",
		"{move: calf-wall, hold: {tim: 5s}}", "{move: calf-wall, prepare: nothing}", "{move: calf-wall, repeat: none}",
		"{move: calf-wall, rest: {time: 5s}}", "{move: calf-wall, sides: one, change: {time: 5s}}", "{move: calf-wall, hold: {}, open: {}}",
		"{move: calf-wall, open: {check: 10s, most: 1m, source: me}, sides: each}", "{move: calf-wall, open: {most: 1m, source: me}, sides: one}",
		"{move: calf-towel-both, sides: alternate, release: {time: 5s, source: me, prompt: Rest.}}",
		"{move: knee-straight, sides: alternate, repeat: {times: 2, source: me}, rest: {time: 5s, source: me}}",
		"{id: bare, hold: {time: 5s, source: me, prompt: Lean.}, sides: one}",
		"{id: bare, name: Bare, muscle: calf, sides: one, sources: [{document: me, heading: Me}]}",
		"{id: bare, name: Bare, muscle: calf, sides: one, hold: none, sources: [{document: me, heading: Me}]}",
		"{id: bare, name: Bare, muscle: calf, sides: one, hold: {time: 5s, source: me}, sources: [{document: me, heading: Me}]}",
	} {
		list = append(list, faulty{name: step, text: head + "  - " + step})
	}
	return list
}

// TestTheSchemaRefusesWhatIsNotRead, but for what only the reader sees.
func TestTheSchemaRefusesWhatIsNotRead(t *testing.T) {
	s := compiled(t)
	for _, c := range append(faultyFiles(t), faultySteps()...) {
		if _, err := routines.Parse("mine.yaml", []byte(c.text)); err == nil {
			t.Errorf("%s: it is read", c.name)
		}
		var v any
		if yaml.Unmarshal([]byte(c.text), &v) != nil {
			continue // an editor says so
		}
		if seen := s.Validate(v) != nil; seen == slices.Contains(onlyRead, c.name) {
			t.Errorf("%s: the schema refuses it: %v", c.name, seen)
		}
	}
}
