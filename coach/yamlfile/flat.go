package yamlfile

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v4"
)

// Pair is one NAME: VALUE of a flat file, both on one line.
type Pair struct {
	Name, Text string // without quotes
	At         Place  // of the name
	ValueAt    Place
	written    string // the value as it stands there, quotes and all
}

// Pairs returns what a flat file holds, in its order: a mapping without
// brackets, of which each value stands behind its name. What is another way is
// a fault for [File.Err]; values of the names given are mappings in brackets, as
// they are written.
func (f *File) Pairs(mappings ...string) (pairs []Pair) {
	for i, line := range f.lines {
		if strings.HasPrefix(line, "...") {
			f.notFlat(Place{i + 1, 1}) // what is added at the end would be another document
		}
	}
	if f.root == nil {
		return nil
	}
	if f.root.Kind != yaml.MappingNode || f.root.Style&yaml.FlowStyle != 0 {
		f.notFlat(Place{f.root.Line, f.root.Column})
		return nil
	}
	for i := 0; i+1 < len(f.root.Content); i += 2 {
		name, value := f.root.Content[i], f.root.Content[i+1]
		if p, ok := f.pair(name, value, slices.Contains(mappings, name.Value)); ok {
			if slices.ContainsFunc(pairs, func(q Pair) bool { return q.Name == p.Name }) {
				f.Add(p.At, twice.With(p.Name))
			}
			pairs = append(pairs, p)
		}
	}
	return pairs
}

func (f *File) notFlat(at Place) {
	_, rest := cut(f.lines[at.Line-1], at.Column)
	f.Add(at, notFlat.With(strings.TrimSpace(rest)))
}

// pair is the setting of a name and a value; false where it is a fault. The value
// may be a mapping in brackets.
func (f *File) pair(name, value *yaml.Node, mapping bool) (p Pair, ok bool) {
	p = Pair{Name: name.Value, Text: value.Value, At: Place{name.Line, name.Column}, ValueAt: Place{value.Line, value.Column}}
	line := f.lines[p.At.Line-1]
	before, _ := cut(line, p.At.Column)
	switch {
	case strings.TrimLeft(before, " ") != "" || name.Kind != yaml.ScalarNode:
		f.notFlat(p.At)
	case strings.Contains(line, "\t"):
		i := strings.IndexByte(line, '\t')
		f.Add(Place{p.At.Line, len([]rune(line[:i])) + 1}, tabBetween)
	case isNull(value):
		f.Add(p.At, noValue.With(p.Name))
	case value.Line != name.Line:
		f.Add(p.At, below.With(p.Name))
	case mapping && value.Kind == yaml.MappingNode && value.Style&yaml.FlowStyle != 0:
		_, rest := cut(line, p.ValueAt.Column)
		p.Text = mappingIn(rest)
		if p.written = p.Text; p.written == "" {
			f.Add(p.ValueAt, manyLines.With(p.Name))
		}
	case value.Kind != yaml.ScalarNode:
		_, rest := cut(line, p.ValueAt.Column)
		f.Add(p.ValueAt, notPlain.With(strings.TrimSpace(rest)))
	default:
		_, rest := cut(line, p.ValueAt.Column)
		if p.written = scalarIn(rest, value); p.written == "" {
			f.Add(p.ValueAt, manyLines.With(p.Name))
		}
	}
	return p, p.written != ""
}

// quoted is a value in quotes at the beginning of a line.
var quoted = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*")`)
})

// scalarIn is the value that a rest of a line begins with, as it is written;
// empty where it is none, or goes on behind the line.
func scalarIn(rest string, n *yaml.Node) string {
	switch {
	case n.Style == 0 && strings.HasPrefix(rest, n.Value):
		return n.Value
	case n.Style == yaml.SingleQuotedStyle || n.Style == yaml.DoubleQuotedStyle:
		return quoted().FindString(rest)
	}
	return ""
}

// inMapping is what a mapping in brackets is made of: a text in quotes, or a sign.
var inMapping = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`'(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|.`)
})

// mappingIn is the mapping in brackets that a rest of a line begins with; empty where
// it goes on behind the line.
func mappingIn(rest string) string {
	open := 0
	for _, at := range inMapping().FindAllStringIndex(rest, -1) {
		switch rest[at[0]:at[1]] {
		case "{", "[":
			open++
		case "}", "]":
			open--
		}
		if open == 0 {
			return rest[:at[1]]
		}
	}
	return ""
}

// cut parts a line before a column.
func cut(line string, column int) (before, rest string) {
	all := []rune(line)
	return string(all[:column-1]), string(all[column-1:])
}

// Edit writes a value, as YAML, for a name of a flat file whose pairs were read
// from data, which went through the door of package charset, or takes the name out where that is empty. The rest of the file,
// comments, order and line ends too, stays as it is; a name that it doesn't
// have yet is added at its end.
func Edit(data []byte, pairs []Pair, name, value string) []byte {
	lines := strings.SplitAfter(string(data), "\n")
	i := slices.IndexFunc(pairs, func(p Pair) bool { return p.Name == name })
	switch {
	case i >= 0:
		line := &lines[pairs[i].At.Line-1]
		*line = pairs[i].changed(*line, value)
	case value != "":
		end, indent := "\n", ""
		if bytes.Contains(data, []byte("\r\n")) {
			end = "\r\n"
		}
		if len(pairs) > 0 {
			indent = strings.Repeat(" ", pairs[0].At.Column-1)
		}
		if lines[len(lines)-1] != "" {
			lines = append(lines, end)
		}
		lines = append(lines, indent+name+": "+value+end)
	}
	return []byte(strings.Join(lines, ""))
}

// changed is the line of a pair with another value, or with none. A comment
// behind it stays.
func (p Pair) changed(line, value string) string {
	before, rest := cut(line, p.ValueAt.Column)
	rest = strings.TrimPrefix(rest, p.written)
	if value != "" {
		return before + value + rest
	}
	if rest = strings.TrimLeft(rest, " "); strings.TrimSpace(rest) == "" {
		return ""
	}
	before, _ = cut(line, p.At.Column)
	return before + rest
}

// Quote writes a text in double quotes.
func Quote(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}

// Plain writes a name as it is, or in quotes where YAML would take it for something else:
// for nothing, for yes or no, or for a number.
func Plain(name string) string {
	var n yaml.Node
	if err := yaml.Unmarshal([]byte(name), &n); err != nil || len(n.Content) != 1 || n.Content[0].ShortTag() != "!!str" {
		return Quote(name)
	}
	return name
}
