package yamlfile

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

const listed = `# what she wrote
id: knees
steps:
  # first the calf
  - id: calf # the wall in the hall
    sides: each
    # as in March
    hold: {time: 30s, source: own} # not longer

  # then the chair
  - id: chair
    note: >-
      Some words
      # that are no comment

    repeat:
      times: 3 # was 2
      source: own
    # last of it
# behind
closing:
  - text: Well.
`

func opened(t *testing.T, text string) List {
	t.Helper()
	f, err := Parse("x.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	l, ok := f.List("steps")
	if !ok {
		t.Fatalf("there is no list in\n%s", text)
	}
	return l
}

func TestListKeepsEveryComment(t *testing.T) {
	for _, text := range []string{
		listed, strings.ReplaceAll(listed, "\n", "\r\n"), strings.TrimSuffix(listed, "\n"),
		"steps:\n- id: a\n# of b\n- id: b\n", "steps:\n  -\n    id: a\n  - id: b\n...\n", "steps:\n  - {id: a}\n\n\n",
	} {
		l := opened(t, text)
		if l.String() != text {
			t.Errorf("of\n%s\nit makes\n%s", text, l)
		}
	}
	l := opened(t, listed)
	if len(l.Entries) != 2 || !strings.HasPrefix(string(l.Entries[1]), "\n  # then the chair\n") || !strings.HasPrefix(l.After, "# behind\n") {
		t.Errorf("the entries are %q, behind them %q", l.Entries, l.After)
	}
	slices.Reverse(l.Entries)
	turned := opened(t, l.String())
	for _, words := range []string{"# first the calf\n  - id: calf # the wall", "# then the chair\n  - id: chair", "# last of it", "# that are no comment"} {
		if !strings.Contains(turned.String(), words) {
			t.Errorf("turned round it lacks %q:\n%s", words, turned)
		}
	}
}

func TestWhatIsNoListOfEntriesIsNotCut(t *testing.T) {
	for _, text := range []string{"steps: [{id: a}]\n", "steps: {}\n", "id: x\n", "{steps: [a]}\n", "steps:\n", "steps: []\n", ""} {
		f, err := Parse("x.yaml", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if l, ok := f.List("steps"); ok {
			t.Errorf("%q is cut into %q", text, l.Entries)
		}
	}
}

func TestEntriesAreChangedWhereTheyStand(t *testing.T) {
	calf, chair := opened(t, listed).Entries[0], opened(t, listed).Entries[1]
	for _, tt := range []struct {
		entry Entry
		value string
		path  []string
		from  string
		to    string
	}{
		{calf, "20s", []string{"hold", "time"}, "time: 30s,", "time: 20s,"},
		{calf, "up", []string{"hold", "word"}, "{time: 30s", "{word: up, time: 30s"},
		{calf, "alternate", []string{"sides"}, "sides: each", "sides: alternate"},
		{calf, "10s", []string{"rest", "time"}, "# not longer\n", "# not longer\n    rest: {time: 10s}\n"},
		{chair, "5", []string{"repeat", "times"}, "times: 3 #", "times: 5 #"},
		{chair, "{times: 2, source: own}", []string{"repeat"}, "repeat:\n      times: 3 # was 2\n      source: own\n", "repeat: {times: 2, source: own}\n"},
		{chair, "{times: 2}", []string{"sets"}, "      source: own\n", "      source: own\n    sets: {times: 2}\n"},
		{chair, "2", []string{"repeat", "most"}, "      source: own\n", "      source: own\n      most: 2\n"},
	} {
		got, err := tt.entry.Set(tt.value, tt.path...)
		if want := Entry(strings.Replace(string(tt.entry), tt.from, tt.to, 1)); err != nil || got != want || got == tt.entry {
			t.Errorf("%v: %v\n%s\nwant\n%s", tt.path, err, got, want)
		}
	}
	for name, gone := range map[string]string{"sides": "    sides: each\n", "hold": "    hold: {time: 30s, source: own} # not longer\n", "none": ""} {
		if got, err := calf.Unset(name); err != nil || got != Entry(strings.Replace(string(calf), gone, "", 1)) {
			t.Errorf("without %s: %v\n%s", name, err, got)
		}
	}
	if got, err := calf.Unset("id"); err == nil {
		t.Errorf("without its first name it is\n%s", got)
	}
}

// FuzzList holds that whatever can be read is cut without loss, and that a change
// of an entry is read as that, or refused.
func FuzzList(f *testing.F) {
	f.Add(listed)
	f.Add("steps:\n- id: a\n- id: b\n")
	f.Add("steps:\n  -\n    id: a\n  - hold:\n     time: 1\n...\n")
	f.Fuzz(func(t *testing.T, text string) {
		file, err := Parse("x", []byte(text))
		if err != nil {
			return
		}
		l, ok := file.List("steps")
		if !ok {
			return
		}
		if unmarked := strings.Join(file.lines, "\n"); l.String() != unmarked {
			t.Fatalf("of %q it makes %q", unmarked, l.String())
		}
		for _, e := range l.Entries {
			changed, err := e.Set(Quote("set"), "hold", "time")
			if err != nil {
				continue
			}
			w, err := changed.open()
			if err != nil {
				t.Fatalf("%q became %q: %v", e, changed, err)
			}
			hold := child(w.mapping, "hold")
			if hold == nil || child(hold, "time") == nil || child(hold, "time").Value != "set" {
				t.Fatalf("%q became %q", e, changed)
			}
			if was, is := others(t, e), others(t, changed); was != is {
				t.Fatalf("%q became %q: beside it stood %s, and stands %s", e, changed, was, is)
			}
		}
	})
}

// others are all values of an entry but hold.time, each with its path, in order.
func others(t *testing.T, e Entry) string {
	t.Helper()
	w, err := e.open()
	if err != nil {
		return ""
	}
	var values []string
	var walk func(n *yaml.Node, path string)
	walk = func(n *yaml.Node, path string) {
		if path == ".hold.time" || path == ".hold" && n.Kind != yaml.MappingNode {
			return
		}
		if n.Kind == yaml.ScalarNode {
			values = append(values, path+"="+strconv.Quote(n.Value))
		}
		for i := range n.Content {
			switch {
			case n.Kind != yaml.MappingNode:
				walk(n.Content[i], path+"."+strconv.Itoa(i))
			case i%2 == 1:
				walk(n.Content[i], path+"."+n.Content[i-1].Value)
			}
		}
	}
	walk(w.mapping, "")
	slices.Sort(values)
	return strings.Join(values, "\n")
}

// TestPlain: what YAML reads as the text it is stands without quotes.
func TestPlain(t *testing.T) {
	for name, want := range map[string]string{
		"knees": "knees", "null-2": "null-2", "null": `"null"`, "true": `"true"`, "false": `"false"`, "e3": "e3",
	} {
		if got := Plain(name); got != want {
			t.Errorf("%s is written %s, want %s", name, got, want)
		}
	}
}
