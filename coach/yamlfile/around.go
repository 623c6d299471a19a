package yamlfile

import (
	"slices"
	"strings"
)

// Set writes a value, as YAML on one line, at a path of the mapping that the list
// stands in, as [Entry.Set] does in an entry.
func (l List) Set(value string, path ...string) (List, error) {
	return l.changed(path[0], func(e Entry) (Entry, error) { return e.Set(value, path...) })
}

// Unset takes a name out of the mapping that the list stands in, with its value.
func (l List) Unset(name string) (List, error) {
	return l.changed(name, func(e Entry) (Entry, error) { return e.Unset(name) })
}

// changed changes the part of the mapping that has a name: what stands behind the list,
// if it is there, else what stands before it.
func (l List) changed(name string, change func(Entry) (Entry, error)) (List, error) {
	above, key := cutLast(l.Before)
	part := &above
	if strings.TrimSpace(above) == "" || has(l.After, name) {
		part = &l.After
	}
	e, err := change(shifted(*part))
	if err != nil {
		return l, err
	}
	*part = shiftedBack(e)
	l.Before = above + key
	return l, nil
}

// cutLast cuts a text before its last line that is no comment and not indented, which
// names the list.
func cutLast(text string) (above, last string) {
	lines := strings.SplitAfter(text, "\n")
	for i, line := range slices.Backward(lines) {
		if begins(line) {
			return strings.Join(lines[:i], ""), strings.Join(lines[i:], "")
		}
	}
	return "", text
}

// begins reports whether a line has a name of the outermost mapping.
func begins(line string) bool {
	return strings.TrimSpace(line) != "" && !strings.ContainsAny(line[:1], "# ")
}

func has(text, name string) bool {
	f, err := Parse("", []byte(text))
	return err == nil && f.root != nil && child(f.root, name) != nil
}

// shifted is a mapping as the one entry of a list: two columns further to the right.
func shifted(text string) Entry {
	lines, dash := strings.SplitAfter(text, "\n"), "- "
	for i, line := range lines {
		switch {
		case begins(line):
			lines[i], dash = dash+line, "  "
		case strings.TrimSpace(line) != "":
			lines[i] = "  " + line
		}
	}
	return Entry(strings.Join(lines, ""))
}

// shiftedBack is the mapping again.
func shiftedBack(e Entry) string {
	lines := strings.SplitAfter(string(e), "\n")
	for i, line := range lines {
		if strings.TrimSpace(line) != "" {
			lines[i] = line[2:]
		}
	}
	return strings.Join(lines, "")
}
