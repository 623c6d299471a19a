package prescription

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"

	"uncramp/coach/session"
	"uncramp/routines"
)

var update = flag.Bool("update", false, "rewrite testdata/lines.txt below each line")

const tableFile = "testdata/lines.txt"

// TestLines holds every line of the table, as people write them, to the phases it gives
// or the questions it asks. Who finds one that is wrong corrects the file.
func TestLines(t *testing.T) {
	data, err := os.ReadFile(tableFile)
	if err != nil {
		t.Fatal(err)
	}
	var want, got strings.Builder
	lines := 0
	for part := range strings.SplitSeq(string(data), "\n") {
		want.WriteString(part + "\n")
		line, is := strings.CutPrefix(part, "> ")
		switch {
		case is:
			lines++
			got.WriteString(part + "\n" + told(t, strings.ReplaceAll(line, "¶", "\n")))
		case !strings.HasPrefix(part, "  "):
			got.WriteString(part + "\n")
		}
	}
	if *update {
		if err := os.WriteFile(tableFile, []byte(strings.TrimSuffix(got.String(), "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if lines < 60 {
		t.Errorf("the table has %d lines, want 60", lines)
	}
	a, b := strings.Split(got.String(), "\n"), strings.Split(want.String(), "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Fatalf("%s:%d:\n got %s\nwant %s", tableFile, i+1, a[i], b[i])
		}
	}
	if len(a) != len(b) {
		t.Errorf("%s has %d lines, want %d", tableFile, len(b), len(a))
	}
}

// told is what a line gives, or asks.
func told(t *testing.T, line string) string {
	t.Helper()
	p, questions := Parse(line)
	var b strings.Builder
	for _, q := range questions {
		fmt.Fprintf(&b, "  ? %v\n", q)
	}
	if len(questions) > 0 {
		return b.String()
	}
	r := routine(t, p)
	plan, err := session.NewPlan(r, session.Choice{})
	if err != nil {
		t.Fatalf("%q: %v", line, err)
	}
	for begin := 0; begin < len(plan.Phases); {
		end := begin
		for end < len(plan.Phases) && plan.Phases[end].Step == plan.Phases[begin].Step {
			end++
		}
		fmt.Fprintf(&b, "  %s: %s\n", plan.Phases[begin].Step, short(plan.Phases[begin:end]))
		begin = end
	}
	if often := r.Programme; often != nil {
		fmt.Fprintf(&b, "  %d a day, on %s, %d weeks\n", often.Times(), orEvery(often.Days), often.Weeks)
	}
	if r.Purpose == routines.Bed {
		b.WriteString("  for the night\n")
	}
	return b.String()
}

func orEvery(days []routines.Weekday) string {
	if len(days) == 0 {
		return "every day"
	}
	return fmt.Sprint(days)
}

// schema is that of a routine's file, as an independent validator reads it.
var schema = sync.OnceValues(func() (*jsonschema.Schema, error) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(routines.Schema))
	if err != nil {
		return nil, err
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(routines.SchemaFile, doc); err != nil {
		return nil, err
	}
	return c.Compile(routines.SchemaFile)
})

// routine is the file of a prescription, read as anybody's own is; the schema takes it.
func routine(t testing.TB, p Prescription) routines.Routine {
	t.Helper()
	file := p.File("knees")
	var v any
	if err := yaml.Unmarshal(file, &v); err != nil {
		t.Fatal(err)
	}
	s, err := schema()
	if err == nil {
		err = s.Validate(v)
	}
	if err != nil {
		t.Fatalf("%v of\n%s", err, file)
	}
	r, err := routines.Read("knees", file)
	if err != nil {
		t.Fatalf("%v of\n%s", err, file)
	}
	return r
}

// short is a list of phases in one line: what comes several times on end stands once.
func short(phases []session.Phase) string {
	var list []string
	for _, ph := range phases {
		side := map[routines.Side]string{routines.Left: "L ", routines.Right: "R "}[ph.Side]
		list = append(list, fmt.Sprintf("%s%s %.0f", side, ph.Word, ph.Length.Seconds()))
	}
	return folded(list)
}

func folded(list []string) string {
	var parts []string
	for i := 0; i < len(list); {
		span, times := 1, 1
		for n := 1; i+2*n <= len(list); n++ {
			k := 1
			for i+(k+1)*n <= len(list) && slices.Equal(list[i:i+n], list[i+k*n:i+(k+1)*n]) {
				k++
			}
			if k > 1 && k*n > span*times {
				span, times = n, k
			}
		}
		if times > 1 {
			parts = append(parts, fmt.Sprintf("%d × (%s)", times, folded(list[i:i+span])))
		} else {
			parts = append(parts, list[i])
		}
		i += span * times
	}
	return strings.Join(parts, ", ")
}
