// Package yamlfile is the one reader of what people write in YAML: routines,
// settings, figures, cards, sources.
//
// Its contract: one document a file, read strictly and as it is written. There
// is no alias, anchor or tag, no field that nobody knows, and no text that
// becomes something else: "010" stays "010". Whatever is wrong is told as a
// [Fault], with line, column and what to do; everything at once, and within
// 100 ms whatever the file holds.
package yamlfile

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"

	"uncramp/coach/charset"
	"uncramp/coach/text"
)

// MaxSize is how many bytes a file may have.
const MaxSize = 64 << 10

const maxDepth = 64 // of values in one another

// File is a file that was read and is YAML. What is wrong with its values is
// gathered in it.
type File struct {
	name   string
	lines  []string
	root   *yaml.Node // nil: nothing but comments
	faults []*Fault
	bad    map[*yaml.Node]bool // values that could not be read
}

// Place is where something stands: line and column, in characters from 1. The
// zero value is the file as a whole.
type Place struct{ Line, Column int }

// Read reads the one document of data into v, a pointer. The name stands for
// the file in errors, which join what is wrong, each a [*Fault].
func Read(name string, data []byte, v any) error {
	f, err := Parse(name, data)
	if err != nil {
		return err
	}
	f.Decode(v)
	return f.Err()
}

// Parse reads the one document of data. The name stands for the file in errors,
// which join what is wrong, each a [*Fault].
func Parse(name string, data []byte) (*File, error) {
	f := &File{name: name, bad: map[*yaml.Node]bool{}}
	content := f.text(data)
	if err := f.Err(); err != nil {
		return nil, err
	}
	f.lines = strings.Split(content, "\n")
	limits := loaderlimits.New(loaderlimits.DepthValue(maxDepth), loaderlimits.AliasNone())
	loader, err := yaml.NewLoader(strings.NewReader(content), yaml.WithPlugin(limits))
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, err)
	}
	var first, second yaml.Node
	if err = loader.Load(&first); err == nil {
		err = loader.Load(&second)
	}
	switch {
	case err == nil:
		f.Add(Place{second.Line, second.Column}, secondDoc)
	case !errors.Is(err, io.EOF):
		f.noYAML(err)
	}
	if len(first.Content) > 0 && !isBlank(first.Content[0]) {
		f.root = first.Content[0]
		f.direct(f.root)
	}
	if err := f.Err(); err != nil {
		return nil, err
	}
	return f, nil
}

// text is the one door from bytes to text that all files pass. What can't be
// text is a fault.
func (f *File) text(data []byte) string {
	if len(data) > MaxSize {
		f.Add(Place{}, tooLarge.With(MaxSize))
		return ""
	}
	data = charset.Unmark(data)
	at := Place{1, 0}
	returned := false // a carriage return that ends no line was told: there may be one a line
	for i, c := range string(data) {
		at.Column++
		switch {
		case c == '\n':
			at = Place{at.Line + 1, 0}
		case c == '\t' || c == '\r' && (returned || bytes.HasPrefix(data[i:], []byte("\r\n"))):
		case c == utf8.RuneError && !bytes.HasPrefix(data[i:], []byte("\ufffd")):
			f.Add(at, undecoded.With(data[i]))
		case c == utf8.RuneError:
			f.Add(at, lost)
		case text.Hidden(c):
			f.Add(at, control.With(c))
			returned = returned || c == '\r'
		}
	}
	return string(data)
}

// noYAML tells in our words what the YAML library said. Tabs that indent are
// told each, as they are what it stumbled over.
func (f *File) noYAML(err error) {
	for i, line := range f.lines {
		if at := strings.IndexByte(line, '\t'); at >= 0 && strings.TrimLeft(line[:at], " -") == "" && strings.TrimSpace(line) != "" {
			f.Add(Place{i + 1, at + 1}, tabIndents)
		}
	}
	if len(f.faults) > 0 {
		return
	}
	var theirs *yaml.LoadError
	if !errors.As(err, &theirs) {
		theirs = &yaml.LoadError{Message: err.Error()}
	}
	for _, s := range syntax {
		if slices.ContainsFunc(strings.Split(s.says, "|"), func(part string) bool { return strings.Contains(theirs.Message, part) }) {
			at := theirs.Mark
			if s.opening && theirs.ContextMark.Line > 0 {
				at = theirs.ContextMark
			}
			f.Add(f.before(Place{at.Line, at.Column}), s.message)
			return
		}
	}
}

// before is a place, or the end of the text where that lies behind it.
func (f *File) before(at Place) Place {
	last := len(f.lines)
	for last > 1 && strings.TrimSpace(f.lines[last-1]) == "" {
		last--
	}
	if at.Line <= last {
		return at
	}
	return Place{last, utf8.RuneCountInString(strings.TrimRight(f.lines[last-1], " \t\r")) + 1}
}

// direct refuses what says elsewhere what it is: aliases make a small file into
// a huge one, and tags another value of what stands there.
func (f *File) direct(n *yaml.Node) {
	if n.Kind == yaml.AliasNode || n.Anchor != "" || n.Style&yaml.TaggedStyle != 0 || n.Tag == "!!merge" {
		f.Add(Place{n.Line, n.Column}, reference)
	}
	for _, inner := range n.Content {
		f.direct(inner)
	}
}

// child is the value of a name in a mapping, or that of a number in a list.
func child(n *yaml.Node, part string) *yaml.Node {
	if n.Kind == yaml.MappingNode {
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == part {
				return n.Content[i+1]
			}
		}
		return nil
	}
	if i, err := strconv.Atoi(part); err == nil && i < len(n.Content) {
		return n.Content[i]
	}
	return nil
}

// start is where a value begins: the first thing in it, if it holds any.
func start(n *yaml.Node) Place {
	for len(n.Content) > 0 {
		n = n.Content[0]
	}
	return Place{n.Line, n.Column}
}

// isBlank reports whether a value was not written at all.
func isBlank(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Value == "" && n.Style == 0 && n.Anchor == ""
}
