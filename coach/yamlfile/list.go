package yamlfile

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// List is a list of a file, cut into its entries so that they can be moved,
// taken out and added to while all comments stay. Before and After are the rest
// of the file.
type List struct {
	Before  string
	Entries []Entry
	After   string
}

// Entry is one entry of a [List] as it is written: its lines, and the comments
// above it.
type Entry string

// List cuts the file at the list that its mapping has under a name. False: there
// is none, it is empty, or it is written in brackets.
func (f *File) List(name string) (List, bool) {
	key, list, next := f.under(name)
	if list == nil || list.Kind != yaml.SequenceNode || list.Style&yaml.FlowStyle != 0 {
		return List{}, false
	}
	starts := f.starts(list, key.Line)
	if starts == nil {
		return List{}, false
	}
	ends := append(slices.Clone(starts[1:]), f.behind(starts[len(starts)-1], next))
	l := List{Before: f.span(1, starts[0]), After: f.span(ends[len(ends)-1], len(f.lines)+1)}
	for i, from := range starts {
		l.Entries = append(l.Entries, Entry(f.span(from, ends[i])))
	}
	return l, true
}

// under finds a name of the file's mapping: where it stands, its value, and the
// line on which the next name stands, or the one behind the last.
func (f *File) under(name string) (key, value *yaml.Node, next int) {
	if f.root == nil || f.root.Kind != yaml.MappingNode || f.root.Style&yaml.FlowStyle != 0 {
		return nil, nil, 0
	}
	for i := 0; i+1 < len(f.root.Content); i += 2 {
		if value != nil {
			return key, value, f.root.Content[i].Line
		}
		if f.root.Content[i].Value == name {
			key, value = f.root.Content[i], f.root.Content[i+1]
		}
	}
	return key, value, len(f.lines) + 1
}

// starts are the lines on which the entries of a list below a line begin, with
// the comments above each; nil where one has no dash on a line of its own.
func (f *File) starts(list *yaml.Node, above int) (lines []int) {
	for _, entry := range list.Content {
		dash := start(entry).Line
		for dash > above && !f.dashAt(dash, list.Column) {
			dash--
		}
		if dash <= above {
			return nil
		}
		first := dash
		for first-1 > above && f.loose(first-1, list.Column) {
			first--
		}
		lines, above = append(lines, first), dash
	}
	return lines
}

// dashAt reports whether an entry of a list begins on a line.
func (f *File) dashAt(line, column int) bool {
	before, rest := cut(f.lines[line-1], min(column, len([]rune(f.lines[line-1]))+1))
	return strings.TrimSpace(before) == "" && (rest == "-" || strings.HasPrefix(rest, "- ") || strings.HasPrefix(rest, "-\r"))
}

// loose reports whether a line is blank, or a comment that stands no further to
// the right than the list does.
func (f *File) loose(line, column int) bool {
	written := strings.TrimLeft(f.lines[line-1], " ")
	return strings.TrimSpace(written) == "" ||
		strings.HasPrefix(written, "#") && len(f.lines[line-1])-len(written) < column
}

// behind is the line behind the last entry of a list, which begins on a line, where
// the next name stands on another: comments and blank lines above that are its own.
func (f *File) behind(from, next int) int {
	for next-1 > from && (f.loose(next-1, 1) || strings.HasPrefix(f.lines[next-2], "...")) {
		next--
	}
	return next
}

// span is the text of the lines from one up to another.
func (f *File) span(from, to int) string {
	text := strings.Join(f.lines[from-1:to-1], "\n")
	if to <= len(f.lines) && to > from {
		text += "\n"
	}
	return text
}

// Indent is what stands before the dash of each entry; two spaces where there is none
// to see it from.
func (l List) Indent() string {
	for _, e := range l.Entries {
		for line := range strings.Lines(string(e)) {
			if before, _, found := strings.Cut(line, "-"); found && strings.Trim(before, " ") == "" {
				return before
			}
		}
	}
	return "  "
}

// String is the whole file again.
func (l List) String() string {
	var b strings.Builder
	for _, part := range slices.Concat([]string{l.Before}, stringsOf(l.Entries), []string{l.After}) {
		if part == "" {
			continue
		}
		if s := b.String(); s != "" && !strings.HasSuffix(s, "\n") {
			b.WriteString("\n")
		}
		b.WriteString(part)
	}
	return b.String()
}

func stringsOf(entries []Entry) (texts []string) {
	for _, e := range entries {
		texts = append(texts, string(e))
	}
	return texts
}
