package routinefile

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"sync"

	"uncramp/coach/text"
	"uncramp/routines"
)

// field is what the schema says of a field.
type field struct {
	Description string
	Enum        []string
	Items       struct{ Enum []string }
}

// fields are those of a routine and of a step, by their names.
func fields() (routine, step map[string]field) {
	var s struct {
		Definitions map[string]struct{ Properties map[string]json.RawMessage }
	}
	_ = json.Unmarshal(routines.Schema, &s) // a test of package routines reads it
	of := func(name string) map[string]field {
		all := map[string]field{}
		for name, raw := range s.Definitions[name].Properties {
			var f field
			_ = json.Unmarshal(raw, &f)
			all[name] = f
		}
		return all
	}
	return of("Routine"), of("Step")
}

// comment is what is said above a field: what it is, and what can be written.
func (f field) comment() string {
	words := f.Description
	if among := slices.Concat(f.Enum, f.Items.Enum); len(among) > 0 {
		words = strings.TrimPrefix(strings.TrimSuffix(words, ".")+": "+strings.Join(among, ", "), ": ")
	}
	return words
}

// written is a field on a line of its own: of the routine, or of a step.
var written = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(  - |    )?([a-z_]+):`) })

const commentWide = 92

// explained is a built-in routine's file with what each field is for above the line where
// it is written first.
func explained(file string) string {
	routine, step := fields()
	var b strings.Builder
	inSteps := false
	for line := range strings.Lines(file) {
		if at := written().FindStringSubmatch(line); at != nil {
			of, indent := routine, ""
			if at[1] == "" {
				inSteps = at[2] == "steps"
			} else {
				of, indent = step, at[1]
			}
			if about := of[at[2]].comment(); about != "" && (at[1] == "" || inSteps) {
				lead := strings.Repeat(" ", len(indent)) + "# "
				if at[1] == "  - " {
					lead = "  # "
				}
				b.WriteString(strings.Join(text.WrapIndented(lead, lead, about, commentWide), "\n") + "\n")
				delete(of, at[2])
			}
		}
		b.WriteString(line)
	}
	return b.String()
}
