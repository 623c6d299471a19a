package yamlfile

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Set writes a value, as YAML on one line, at a path of the entry's mapping, such
// as "hold", "time". What stands there already is replaced if it stands on one
// line too; where there is nothing it is added. The rest stays as it is, comments
// too. An error says that the entry is written in a way that can't be kept.
func (e Entry) Set(value string, path ...string) (Entry, error) {
	w, err := e.open()
	if err != nil {
		return e, err
	}
	at := w.mapping
	for i, name := range path {
		found := child(at, name)
		switch {
		case found == nil:
			return w.add(at, name, nested(value, path[i+1:]))
		case i == len(path)-1:
			return w.replace(name, at, value)
		case found.Kind != yaml.MappingNode:
			return w.replace(name, at, nested(value, path[i+1:]))
		}
		at = found
	}
	return e, nil
}

// Unset takes a name out of the entry's mapping, with its value.
func (e Entry) Unset(name string) (Entry, error) {
	w, err := e.open()
	if err != nil {
		return e, err
	}
	if child(w.mapping, name) == nil {
		return e, nil
	}
	from, to := w.lines(w.mapping, name)
	if key := w.key(w.mapping, name); w.shares(key) {
		return e, errEntry
	}
	return w.joined(slices.Delete(slices.Clone(w.file.lines), from-1, to-1))
}

// errEntry says that an entry can't be changed without losing something.
var errEntry = fmt.Errorf("this is written in a way that only an editor can change")

// writing is an entry that is being changed.
type writing struct {
	file    *File
	mapping *yaml.Node
}

func (e Entry) open() (writing, error) {
	f, err := Parse("", []byte(e))
	if err != nil || f.root == nil || f.root.Kind != yaml.SequenceNode || len(f.root.Content) != 1 {
		return writing{}, errEntry
	}
	m := f.root.Content[0]
	if m.Kind != yaml.MappingNode || m.Style&yaml.FlowStyle != 0 || len(m.Content) == 0 {
		return writing{}, errEntry
	}
	if f.explicit(m) {
		return writing{}, errEntry
	}
	return writing{f, m}, nil
}

// explicit reports whether a name in a value has a question mark of its own
// before it, which leaves no place for another name.
func (f *File) explicit(n *yaml.Node) bool {
	if n.Kind == yaml.MappingNode {
		for i := 0; i < len(n.Content); i += 2 {
			before, _ := cut(f.lines[n.Content[i].Line-1], n.Content[i].Column)
			if strings.HasSuffix(strings.TrimSpace(before), "?") || isBlank(n.Content[i]) {
				return true
			}
		}
	}
	return slices.ContainsFunc(n.Content, f.explicit)
}

// nested is a value below the rest of its path.
func nested(value string, path []string) string {
	for _, name := range slices.Backward(path) {
		value = "{" + name + ": " + value + "}"
	}
	return value
}

// key is the name of a mapping, as it stands there.
func (w writing) key(m *yaml.Node, name string) *yaml.Node {
	for i := 0; i+1 < len(m.Content); i += 2 {
		if m.Content[i].Value == name {
			return m.Content[i]
		}
	}
	return nil
}

// shares reports whether something stands before a name on its line: the dash of
// the entry, or a bracket.
func (w writing) shares(key *yaml.Node) bool {
	before, _ := cut(w.file.lines[key.Line-1], key.Column)
	return strings.TrimSpace(before) != ""
}

// lines are those of a name and its value in a mapping without brackets, up to
// the next name or the comment above it.
func (w writing) lines(m *yaml.Node, name string) (from, to int) {
	to = len(w.file.lines) + 1
	for i := 0; i+1 < len(m.Content); i += 2 {
		switch key := m.Content[i]; {
		case key.Value == name:
			from = key.Line
		case from > 0 && key.Line > from:
			to = min(to, key.Line)
		}
	}
	for to-1 > from && w.file.loose(to-1, w.mapping.Column+1) {
		to--
	}
	return from, to
}

// replace writes another value behind a name: that of one line in its place, a
// longer one whole.
func (w writing) replace(name string, m *yaml.Node, value string) (Entry, error) {
	key, old := w.key(m, name), child(m, name)
	lines := slices.Clone(w.file.lines)
	if old.Kind == yaml.ScalarNode && old.Line == key.Line && !isBlank(old) {
		before, rest := cut(lines[old.Line-1], old.Column)
		written := scalarIn(rest, old)
		if written == "" {
			return "", errEntry
		}
		lines[old.Line-1] = before + value + strings.TrimPrefix(rest, written)
		return w.joined(lines)
	}
	if m.Style&yaml.FlowStyle != 0 {
		return "", errEntry
	}
	from, to := w.lines(m, name)
	before, _ := cut(lines[key.Line-1], key.Column)
	return w.joined(slices.Replace(lines, from-1, to-1, before+name+": "+value))
}

// add writes a new name into a mapping: behind its bracket, or below its last value.
func (w writing) add(m *yaml.Node, name, value string) (Entry, error) {
	lines := slices.Clone(w.file.lines)
	if m.Style&yaml.FlowStyle != 0 {
		before, rest := cut(lines[m.Line-1], m.Column)
		rest = strings.TrimPrefix(rest, "{")
		if !strings.HasPrefix(strings.TrimSpace(rest), "}") {
			value += ", "
		}
		lines[m.Line-1] = before + "{" + name + ": " + value + rest
		return w.joined(lines)
	}
	indent := strings.Repeat(" ", m.Content[0].Column-1)
	_, to := w.lines(m, m.Content[len(m.Content)-2].Value)
	return w.joined(slices.Insert(lines, to-1, indent+name+": "+value))
}

// joined is the entry of changed lines, if it is one still.
func (w writing) joined(lines []string) (Entry, error) {
	text := strings.Join(lines, "\n")
	if !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	changed := Entry(text)
	if _, err := changed.open(); err != nil {
		return "", err
	}
	return changed, nil
}
