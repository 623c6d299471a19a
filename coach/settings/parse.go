package settings

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"uncramp/routines"
)

// maxFile is how many bytes a settings file may have.
const maxFile = 64 << 10

// entry is one setting as a file has it.
type entry struct {
	name, text string
	raw        string // the value as it is written, quotes and all
	line       int    // from 1
	key, value int    // columns, in characters from 1
}

// parse reads a file: flat, one NAME: VALUE a line, each name once. Its errors
// are of type [*routines.Error], and with one there are no entries.
func parse(file string, data []byte) (Settings, []entry, error) {
	s := Defaults()
	entries, err := read(file, data)
	if err != nil {
		return s, nil, err
	}
	for _, e := range entries {
		if err := s.Set(e.name, e.text, File); err != nil {
			return Defaults(), nil, refused(file, e.line, e.value, err)
		}
	}
	return s, entries, nil
}

// read returns what a file sets, in order.
func read(file string, data []byte) ([]entry, error) {
	if len(data) > maxFile {
		return nil, fault(file, 0, 0, fmt.Sprintf("the file has more than %d bytes", maxFile), "take out what is no setting")
	}
	// The YAML reader counts some of the lines that end the DOS way twice.
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	entries, err := scan(file, string(data))
	if err != nil {
		return nil, err
	}
	tree, err := parser.ParseBytes(data, 0)
	if err != nil {
		return nil, syntaxError(file, err)
	}
	var values []*ast.MappingValueNode
	for _, d := range tree.Docs { // a comment before the mark makes one of its own
		if body, ok := d.Body.(*ast.MappingNode); ok {
			values = append(values, body.Values...)
		}
	}
	return fill(file, entries, values)
}

// pair is a line that can be a setting: its indent, its name, its value, and
// the value once more if it stands in quotes. The YAML reader takes seconds over
// what is nested deeply, lets things stand behind a closing quote, and goes
// astray over escapes that are cut short, so none of that gets there. It is
// made when it is needed: that would be a good part of the program's start.
var pair = sync.OnceValue(func() *regexp.Regexp {
	const quotes = `"(?:[^"\\]|\\["\\])*"|'(?:[^']|'')*'`
	return regexp.MustCompile(`^( *)([^\s#:\-\[\]{}&*!|>?%@,][^:]*):(?: +((` + quotes + `)|[^ #].*?))?(?: +#.*| *)$`)
})

// scan finds the settings line by line; what their values say is left open.
func scan(file, text string) (entries []entry, err error) {
	n, marked := 0, false
	for line := range strings.SplitSeq(text, "\n") {
		n++
		if i := strings.IndexFunc(line, routines.Hidden); i >= 0 {
			c := []rune(line[i:])[0]
			return nil, fault(file, n, columnOf(line, i), fmt.Sprintf("control character %U", c), "write a space, or take it out")
		}
		rest, mark := strings.CutPrefix(line, "---")
		mark = mark && beside(rest) && !strings.HasPrefix(rest, "#")
		switch {
		case beside(line):
			continue
		case mark && (marked || len(entries) > 0):
			return nil, fault(file, n, 1, "a second YAML document begins", "keep one")
		case mark:
			marked = true
			continue
		}
		e, err := entryIn(file, line, n)
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(entries, func(f entry) bool { return f.name == e.name }) {
			return nil, fault(file, n, e.key, e.name+" is set twice", "keep one of them")
		}
		entries = append(entries, e)
	}
	return entries, nil
}

// beside reports whether a line sets nothing: a comment or a blank.
func beside(line string) bool {
	line = strings.TrimLeft(line, " ")
	return line == "" || line[0] == '#'
}

// entryIn finds the setting in the nth line.
func entryIn(file, line string, n int) (entry, error) {
	m := pair().FindStringSubmatchIndex(line)
	if m == nil {
		start := len(line) - len(strings.TrimLeft(line, " "))
		return entry{}, fault(file, n, columnOf(line, start), fmt.Sprintf("%.40q is no setting", line[start:]), "write NAME: VALUE, one a line")
	}
	e := entry{name: unquoted(line[m[4]:m[5]]), line: n, key: columnOf(line, m[4])}
	if _, err := find(e.name); err != nil {
		return e, refused(file, n, e.key, err)
	}
	if m[6] < 0 {
		return e, noValue(file, e)
	}
	e.raw, e.value = line[m[6]:m[7]], columnOf(line, m[6])
	if m[8] < 0 && strings.ContainsAny(e.raw[:1], `"'[{&*!|>`) {
		return e, notPlain(file, e)
	}
	return e, nil
}

func unquoted(key string) string {
	key = strings.TrimRight(key, " ")
	if n := len(key); n > 1 && key[0] == key[n-1] && strings.ContainsAny(key[:1], `"'`) {
		return key[1 : n-1]
	}
	return key
}

func columnOf(line string, i int) int { return len([]rune(line[:i])) + 1 }

// fill gives settings the values that the YAML reader found, which must be on
// the same lines.
func fill(file string, entries []entry, values []*ast.MappingValueNode) ([]entry, error) {
	for i, e := range entries {
		if i >= len(values) {
			return nil, notPlain(file, e)
		}
		v := values[i].Value
		t := v.GetToken()
		switch {
		case v.Type() == ast.NullType:
			return nil, noValue(file, e)
		case !plain(v) || t.Position.Line != e.line:
			return nil, notPlain(file, e)
		}
		entries[i].text = t.Value
	}
	return entries, nil
}

// plain reports whether a node is one value, as it is written.
func plain(n ast.Node) bool {
	switch n.Type() {
	case ast.StringType, ast.IntegerType, ast.FloatType, ast.BoolType, ast.InfinityType, ast.NanType:
		return true
	}
	return false
}

func fault(file string, line, column int, problem, remedy string) error {
	return &routines.Error{File: file, Line: line, Column: column, Problem: problem, Remedy: remedy}
}

func noValue(file string, e entry) error {
	return fault(file, e.line, e.key, e.name+" has no value", "write one, or take the line out")
}

func notPlain(file string, e entry) error {
	return fault(file, e.line, e.value, fmt.Sprintf("%.40q is no plain value", e.raw), "write one value beside its name, in quotes if need be")
}

// refused says where something stands that was not taken.
func refused(file string, line, column int, err error) error {
	var why *refusal
	if !errors.As(err, &why) {
		return err
	}
	return fault(file, line, column, why.problem, why.remedy)
}

// syntaxError turns an error of the YAML reader into one of ours. Its own text
// is not asked for: it quotes the file, which takes seconds.
func syntaxError(file string, err error) error {
	var theirs yaml.Error
	if !errors.As(err, &theirs) || theirs.GetToken() == nil {
		return fault(file, 0, 0, "it is no YAML", "write NAME: VALUE, one a line")
	}
	const most = 120
	at := theirs.GetToken().Position
	said, _, _ := strings.Cut(theirs.GetMessage(), "\n")
	return fault(file, at.Line, at.Column, fmt.Sprintf("%.*s", most, routines.Clean(said)), "mend its spelling or its quotes")
}
