package home

import (
	"slices"
	"strings"

	"uncramp/coach/plan"
	"uncramp/coach/text"
	"uncramp/routines"
)

// row is a routine that the cursor can stand on: a door, or one under a heading.
type row struct {
	routines.Head
	door  bool
	group string // the heading it stands under; a door has none
}

// rows are the doors and then every other routine, each once; with a filter what
// it leaves, first the routines that are called so.
func (m Model) rows() []row {
	if want := strings.Fields(strings.ToLower(m.filter.Value())); len(want) > 0 {
		return m.found(want)
	}
	doors, others := make([]row, 0, len(m.entries)), make([]row, 0, len(m.entries))
	for _, s := range m.doors {
		if i := m.index(s.routine); i >= 0 {
			doors = append(doors, row{Head: m.entries[i], door: true})
		}
	}
	for _, e := range m.entries {
		if !slices.ContainsFunc(doors, func(d row) bool { return d.ID == e.ID }) {
			others = append(others, row{Head: e, group: e.Purpose.Heading()})
		}
	}
	return append(doors, others...)
}

// found are the routines that have all words wanted.
func (m Model) found(want []string) (called []row) {
	var others []row
	for _, e := range m.entries {
		r := row{Head: e, group: e.Purpose.Heading()}
		switch {
		case contains(want, e.ID, e.Name):
			called = append(called, r)
		case contains(want, e.ID, e.Name, e.Summary, r.group, text.Join(e.Muscles), text.Join(e.Positions)):
			others = append(others, r)
		}
	}
	return append(called, others...)
}

// contains reports whether every word wanted stands somewhere in some texts.
func contains(want []string, texts ...string) bool {
	all := strings.ToLower(strings.Join(texts, " "))
	return !slices.ContainsFunc(want, func(w string) bool { return !strings.Contains(all, w) })
}

// programmeTitle is what a programme is called, by its id; empty: none is known so.
func (m Model) programmeTitle(id string) string {
	name := ""
	if i := m.index(id); i >= 0 {
		name = m.entries[i].Name
	}
	return plan.TitleOf(id, name)
}

// index is where a routine stands among the entries; -1: there is none.
func (m Model) index(id string) int {
	return slices.IndexFunc(m.entries, func(e routines.Head) bool { return e.ID == id })
}

func (m Model) has(id string) bool { return m.index(id) >= 0 }
