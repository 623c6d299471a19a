package yamlfile

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf16"

	"uncramp/coach/charset"
	"uncramp/coach/private"
	"uncramp/coach/text"
)

// thing has a field of every kind that is read.
type thing struct {
	Name  string     `yaml:"name"`
	Big   bool       `yaml:"big,omitempty"`
	Long  float64    `yaml:"long"`
	At    [2]float64 `yaml:"at"`
	Of    []thing    `yaml:"of"`
	Words []string   `yaml:"words"`
	Other *thing     `yaml:"other"`
	Even  even       `yaml:"even"`
	Own   string     `yaml:"-"`
}

// even is a number that says what is wrong with it.
type even int

func (e *even) ReadScalar(text string) Message {
	if !strings.HasSuffix(text, "2") {
		return Message{text + " is odd", "write 2"}
	}
	*e = 2
	return Message{}
}

func TestReadTakesWhatIsWritten(t *testing.T) {
	const file = "# x\nname: 010\nbig: true\nlong: -0.5\nat: [1, 2]\nwords: [1e9, ~, 'a: b', \"\\u00e9\"]\nof:\n  - name: >-\n      one\n      line\n  - {}\nother: {even: 12, name: yes}\nlong2: 1\n"
	for name, text := range map[string]string{
		"as it is":           file,
		"with DOS line ends": strings.ReplaceAll(file, "\n", "\r\n"),
		"with old Mac ends":  strings.ReplaceAll(file, "\n", "\r"),
		"with a mark":        "\ufeff" + file,
		"in UTF-16":          string(utf16le(strings.Replace(file, "long2: 1", "", 1))),
	} {
		var v thing
		err := Read("a.yaml", []byte(strings.Replace(text, "long2: 1", "", 1)), &v)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		got := fmt.Sprintf("%q %v %v %v %q %q %d %q %d", v.Name, v.Big, v.Long, v.At, v.Words, v.Of[0].Name, len(v.Of), v.Other.Name, v.Other.Even)
		if want := `"010" true -0.5 [1 2] ["1e9" "" "a: b" "é"] "one line" 2 "yes" 2`; got != want {
			t.Errorf("%s: got\n%s, want\n%s", name, got, want)
		}
	}
}

// utf16le is a text as Windows calls Unicode: UTF-16, the low byte first, with a mark.
func utf16le(text string) (data []byte) {
	for _, unit := range utf16.Encode([]rune("\ufeff" + text)) {
		data = binary.LittleEndian.AppendUint16(data, unit)
	}
	return data
}

// TestBytesThatAreNoTextAreTold, each with its place.
func TestBytesThatAreNoTextAreTold(t *testing.T) {
	for text, want := range map[string]string{
		"name: a\r\nwords: [m\xfcde]\r\n": "a.yaml:2:10: the byte 0xfc is no UTF-8; save the file as UTF-8",
		"name: m\ufffdde\n":               "a.yaml:1:8: U+FFFD, which stands where a letter was lost; write the letter",
		"\xff\xfen\x00\xfc":               "a.yaml:1:2: U+FFFD, which stands where a letter was lost; write the letter",
		"name: a\x00\n":                   "a.yaml:1:8: control character U+0000; write a space, or take it out",
		"big: true\r# c\rname: m\xfcde\r": "a.yaml:3:8: the byte 0xfc is no UTF-8; save the file as UTF-8",
		"name: a\rbig: true\rlong: 1\n":   "a.yaml:1:8: control character U+000D; write a space, or take it out",
		"name: a\ufeffb\n":                "a.yaml:1:8: control character U+FEFF; write a space, or take it out",
	} {
		if err := Read("a.yaml", []byte(text), &thing{}); err == nil || err.Error() != want {
			t.Errorf("%q: got\n%v\nwant\n%s", text, err, want)
		}
	}
}

func TestWhatIsNotSaidStaysAsItIs(t *testing.T) {
	v := thing{Name: "a", Long: 3}
	if err := Read("a.yaml", []byte("long:\nbig: true\n"), &v); err != nil || v.Name != "a" || v.Long != 3 || !v.Big {
		t.Errorf("%+v, %v", v, err)
	}
}

// TestLinesAreCountedAsAnEditorDoes whatever they end with.
func TestLinesAreCountedAsAnEditorDoes(t *testing.T) {
	for _, end := range []string{"\n", "\r\n", "\r"} {
		text := strings.ReplaceAll("# c\n\nbig: true\nlong: 1e9\n", "\n", end)
		if err := Read("a.yaml", []byte(text), &thing{}); err == nil || !strings.HasPrefix(err.Error(), "a.yaml:4:7: ") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestEverythingThatIsWrongIsToldAtOnce(t *testing.T) {
	const file = "nam: x\r\nbig: yes\r\n# c\r\nlong: 1e9\r\nat: [1, 2, 3]\r\nwords: calf\r\nof:\r\n  - name: [a]\r\n    Name: b\r\n  - text\r\nother: {even: 3, even: 2}\r\neven: {a: b}\r\n"
	const want = `a.yaml:1:1: unknown field "nam"; take it out, or write one of name, big, long, at, of, words, other, even
a.yaml:2:6: another kind of value belongs here; write true or false
a.yaml:4:7: "1e9" is no number; write one in digits, such as 3 or -0.5
a.yaml:5:5: another kind of value belongs here; write a list of 2
a.yaml:6:8: another kind of value belongs here; write a list, such as [one, two]
a.yaml:8:11: another kind of value belongs here; write one text, in quotes if need be
a.yaml:9:5: unknown field "Name"; take it out, or write one of name, big, long, at, of, words, other, even
a.yaml:10:5: another kind of value belongs here; write names and values, such as name: value
a.yaml:11:15: 3 is odd; write 2
a.yaml:11:18: "even" stands twice; keep one of them
a.yaml:12:7: another kind of value belongs here; write one text, in quotes if need be`
	if err := Read("a.yaml", []byte(file), &thing{}); err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
	err := Read("a.yaml", []byte("name: a\n"+strings.Repeat("a: 1\n", 1000)), &thing{})
	if n := strings.Count(err.Error(), "\n"); n != maxFaults || !strings.HasSuffix(err.Error(), "a.yaml: 980 more faults follow; mend these first") {
		t.Errorf("%d lines, and %v", n+1, err)
	}
}

func TestRefuseFindsThePlace(t *testing.T) {
	const file = "name: a\nof:\n  - name: b\n    other:\n      long: 3\n  - nam: c\n"
	f, err := Parse("a.yaml", []byte(file))
	if err != nil {
		t.Fatal(err)
	}
	f.Decode(&thing{})
	for _, path := range []string{"of[0].other.long", "of[0].other.name", "of[0].name", "of[1].name", "of[1].other.long", "words", "of[7]"} {
		f.Refuse(path, Message{"is wrong", "mend it"})
	}
	const want = `a.yaml:1:1: words is wrong; mend it
a.yaml:3:5: of[7] is wrong; mend it
a.yaml:3:11: of[0].name is wrong; mend it
a.yaml:5:7: of[0].other.name is wrong; mend it
a.yaml:5:13: of[0].other.long is wrong; mend it
a.yaml:6:5: unknown field "nam"; take it out, or write one of name, big, long, at, of, words, other, even`
	if got := f.Err().Error(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestNoYAMLIsToldInOurWords(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"name: a\n\tbig: true\n\t long: 3\n", "2:1: a tab; indent with spaces\na.yaml:3:1: a tab; indent with spaces"},
		{"of:\n  -\tname: a\n    \tbig: true\n", "2:4: a tab; indent with spaces\na.yaml:3:5: a tab; indent with spaces"},
		{"words: [\n# end\n\n", "2:6: a value is missing, or a bracket is not closed; write the value, or close the bracket"},
		{"words: [a\nbig: true\n", "1:8: the bracket [ is not closed; close it with ], and put a comma between two entries"},
		{"other: {name: a\nbig: true\n", "1:8: the bracket { is not closed; close it with }, and put a comma between two entries"},
		{"name: 'a\nbig: true\n", "1:7: the text in quotes does not end; close the quote"},
		{"name: \"é\\x\"\n", "1:11: an escape that YAML does not know, or half of a surrogate pair; use single quotes, or write \\\\ for a backslash"},
		{"name: @a\n", "1:7: no text may begin with this character; put the text in quotes"},
		{"words:\n  - a\n  b: c\n", "3:3: a list ends, and this line is no part of it; begin it with a hyphen, or indent it as what it belongs to"},
		{"name: a\nbig\nlong: 3\n", "2:1: a name stands without a colon behind it; write NAME: VALUE"},
		{"name: *a\n", "1:7: an anchor, an alias or a tag; write the value out"},
		{"%TAG a b\n---\nname: a\n", "1:6: a line that begins with % is an order to the YAML reader; take it out"},
		{"name: a\n--- x\n", "2:1: a second YAML document begins; keep one"},
		{"of: " + strings.Repeat("[", 65), "1:69: too much is nested in one another; write it flatter"},
	} {
		err := Read("a.yaml", []byte(c.text), &thing{})
		if err == nil || err.Error() != "a.yaml:"+c.want {
			t.Errorf("%q:\n got %v\nwant a.yaml:%s", c.text, err, c.want)
		}
	}
}

func TestOnlyFilesAreLoaded(t *testing.T) {
	files := fstest.MapFS{"a": {Data: []byte(strings.Repeat("a", 2*MaxSize))}, "pipe": {Mode: fs.ModeNamedPipe}, "b/c": {}}
	if data, err := Load(files, "a"); err != nil || len(data) != MaxSize+1 {
		t.Errorf("%d bytes, %v", len(data), err)
	}
	for name, want := range map[string]error{"pipe": private.ErrIrregular, "b": private.ErrIrregular, "none": fs.ErrNotExist} {
		if _, err := Load(files, name); !errors.Is(err, want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestNoFileTakesLong reads what YAML readers take long over, as much of it as
// a file may have, and 10 MB. The bound is ten times what promise 10 allows, and
// the fastest of some tries counts: a loaded machine, or the race detector, is
// no fault.
func TestNoFileTakesLong(t *testing.T) {
	for _, part := range []string{"[", "{", "{a: ", "- ", "-\t", "? ", "a: ", "a:\n", "a: 1\n", "#", "# c\n", "''", "\\\\", "\t", "\n", "é", "\"", "- &a *a\n", "!!str ", "--- a\n", "%YAML 1.2\n", "a: |\n", "- {}\n", "{},", "\x00", "[a,", "<<: {"} {
		for _, lead := range []string{"", "name: ", "of: [", "words:\n"} {
			soon(t, lead, part, MaxSize)
		}
		soon(t, "", part, 10<<20) // it is refused by its size alone
	}
}

// soon reads so many bytes of a part after a lead.
func soon(t *testing.T, lead, part string, size int) {
	t.Helper()
	const enough, tries = time.Second, 5
	data := []byte((lead + strings.Repeat(part, size/len(part)+1))[:size])
	var took time.Duration
	for range tries {
		began := time.Now()
		err := Read("a.yaml", data, &thing{})
		if err != nil && len(err.Error()) > 10_000 {
			t.Errorf("%d bytes of %q after %q: the error has %d", size, part, lead, len(err.Error()))
		}
		if took = time.Since(began); took < enough {
			return
		}
	}
	t.Errorf("%d bytes of %q after %q take %v", size, part, lead, took)
}

// FuzzRead looks for a file that panics, or that is refused without a place, a
// problem or a remedy, or not in plain text.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{"name: a\nof: [{at: [1, 2]}]\n", "a: &a [*a]", "!x\n- {a", "\"\\ud800", "? [a]: b", "a: |2\n\tb", "%TAG ! a\n---\n!b c", "- - - a\n  - b: c\n", "\r: +"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		data = charset.Unmark(data) // as whoever edits a file does first
		var v thing
		file, err := Parse("a.yaml", data)
		if err == nil {
			pairs := file.Pairs()
			if flat := file.Err() == nil; flat {
				for _, p := range pairs {
					if same := Edit(data, pairs, p.Name, p.written); string(same) != string(data) {
						t.Errorf("nothing is changed, and %q becomes %q", data, same)
					}
				}
			}
			err = Read("a.yaml", data, &v)
		}
		if err == nil {
			return
		}
		for line := range strings.SplitSeq(err.Error(), "\n") {
			if !strings.HasPrefix(line, "a.yaml:") || !strings.Contains(line, "; ") || len(line) > 400 || strings.ContainsFunc(line, text.Hidden) {
				t.Errorf("it says %q", line)
			}
		}
	})
}
