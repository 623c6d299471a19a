package composer

import (
	"slices"
	"strings"

	"uncramp/coach/compose"
	"uncramp/coach/text"
	"uncramp/coach/tui/screen"
	"uncramp/routines"
)

// row is a row of a page: what it says, and what it does.
type row struct {
	name, about string
	group       string        // a heading above the first of a group; empty: none
	step        routines.Step // of a move to choose
	choose      func(Model) (Model, screen.Effect)
	change      func(Model, int) Model
}

// rows are those of the page.
func (m Model) rows() []row {
	return [...]func() []row{
		shelf: m.routineRows, naming: m.noRows, stepList: m.stepRows, moveList: m.moveRows, doses: m.doseRows, leaving: m.leavingRows,
	}[m.page]()
}

func (Model) noRows() []row { return nil }

// then is a choice that only changes the screen.
func then(f func(Model) Model) func(Model) (Model, screen.Effect) {
	return func(m Model) (Model, screen.Effect) { return f(m), screen.Effect{} }
}

// choose does what the row says that the cursor is on.
func (m Model) choose() (Model, screen.Effect) {
	rows := m.rows()
	if m = m.at(m.cursor[m.page]); m.cursor[m.page] < len(rows) && rows[m.cursor[m.page]].choose != nil {
		return rows[m.cursor[m.page]].choose(m)
	}
	return m, screen.Effect{}
}

// step is the step that the row is about the cursor is on, or that is open; of a row
// about none the last step of all.
func (m Model) step() routines.Step {
	all := m.draft.Routine.Steps
	switch at := m.cursor[m.page]; m.page {
	case moveList:
		if rows := m.rows(); at < len(rows) {
			return rows[at].step
		}
	case stepList, doses, leaving:
		if i := min(m.cursor[stepList], len(all)-1); i >= 0 {
			return all[i]
		}
	}
	return routines.Step{}
}

// routineRows are the routines there are, below the way to a new one.
func (m Model) routineRows() []row {
	list := []row{{name: newRoutine, choose: then(func(m Model) Model { return m.turned(naming) })}}
	for _, h := range m.list {
		open := func(m Model) (Model, screen.Effect) { return m.open(h.ID) }
		list = append(list, row{name: h.Name, about: h.Length(), group: ownGroup, choose: open})
	}
	return list
}

// stepRows are the steps of the draft, and what can be done with it.
func (m Model) stepRows() (list []row) {
	for _, s := range m.draft.Routine.Steps {
		list = append(list, row{name: s.Name, about: aboutStep(s), choose: then(func(m Model) Model {
			m.cursor[doses] = 0
			return m.turned(doses)
		})})
	}
	list = append(list, row{name: addMove, group: doGroup, choose: then(func(m Model) Model { return m.turned(moveList) })})
	if len(m.draft.Routine.Steps) == 0 {
		return list
	}
	for _, s := range compose.Spans(m.draft.Programme()) {
		more := func(m Model, by int) Model { return m.spanned(s, by) }
		list = append(list, row{
			name: s.Name, about: s.Words(m.draft.Programme()), group: doGroup, change: more,
			choose: then(func(m Model) Model { return more(m, 1) }),
		})
	}
	list = append(list, row{name: tryAll, group: doGroup, choose: func(m Model) (Model, screen.Effect) {
		return m.tried(m.draft.Routine.Steps...)
	}})
	if m.draft.Changed() {
		list = append(list, row{name: keepIt, group: doGroup, choose: Model.keep})
	}
	return list
}

// moveRows are the moves to choose among, as far as they have what is searched for,
// those that have it in their name first.
func (m Model) moveRows() (list []row) {
	search := m.field.Value()
	for _, v := range routines.Moves() {
		if !found(search, v.ID, v.Name, string(v.Muscle), strings.Join(v.Also, " ")) {
			continue
		}
		r := row{
			name: v.Name, about: text.Join(v.Positions), group: v.Muscle.Heading(), step: v.Step(),
			choose: then(func(m Model) Model { return m.added(v) }),
		}
		if search != "" {
			r.group = ""
		}
		list = append(list, r)
	}
	if search != "" {
		slices.SortStableFunc(list, func(a, b row) int { return rank(search, a) - rank(search, b) })
	}
	return list
}

// rank is the place of a move among those that a search found: the shortest name that
// has all of it comes first, then what is also called so from the beginning.
func rank(search string, r row) int {
	const longest = 100
	begins := func(also string) bool { return strings.HasPrefix(strings.ToLower(also), strings.ToLower(search)) }
	m, _ := routines.FindMove(r.step.Move)
	switch {
	case found(search, r.name):
		return len(r.name)
	case begins(strings.ReplaceAll(m.ID, "-", " ")), slices.ContainsFunc(m.Also, begins):
		return longest + len(r.name)
	}
	return 2*longest + len(r.name)
}

// found reports whether some words have each that is searched for.
func found(search string, words ...string) bool {
	all := strings.ToLower(strings.Join(words, " "))
	return !slices.ContainsFunc(strings.Fields(strings.ToLower(search)), func(w string) bool { return !strings.Contains(all, w) })
}

// doseRows are the parts of the open step's dose, and what can be done with it.
func (m Model) doseRows() (list []row) {
	s := m.draft.Routine.Steps[m.cursor[stepList]]
	for _, f := range compose.Fields(s) {
		more := func(m Model, by int) Model { return m.dosed(f, by) }
		choose := then(func(m Model) Model { return more(m, 1) })
		list = append(list, row{name: f.Name, about: f.Words(compose.DoseOf(s)), change: more, choose: choose})
	}
	act := func(name string, f func(Model) (Model, screen.Effect)) {
		list = append(list, row{name: name, group: doGroup, choose: f})
	}
	act(doneWord, then(func(m Model) Model { return m.turned(stepList) }))
	act(tryIt, func(m Model) (Model, screen.Effect) { return m.tried(s) })
	if m.cursor[stepList] > 0 {
		act(earlier, then(func(m Model) Model { return m.shifted(-1) }))
	}
	if m.cursor[stepList] < len(m.draft.Routine.Steps)-1 {
		act(later, then(func(m Model) Model { return m.shifted(1) }))
	}
	act(takeOut, then(Model.removed))
	return list
}

// leavingRows ask what becomes of changes.
func (m Model) leavingRows() []row {
	return []row{
		{name: keepThem, choose: func(m Model) (Model, screen.Effect) { return m.turned(stepList).keep() }},
		{name: goOn, choose: then(func(m Model) Model { return m.turned(stepList) })},
		{name: dropIt, choose: func(m Model) (Model, screen.Effect) { return m.turned(shelf).read() }},
	}
}

// aboutStep is how much a step has of its move.
func aboutStep(s routines.Step) string {
	if compose.Fixed(s) {
		return asLong
	}
	return compose.DoseOf(s).String()
}
