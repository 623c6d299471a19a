package composer

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/compose"
	"uncramp/coach/text"
	"uncramp/coach/tui/screen"
	"uncramp/coach/visit"
	"uncramp/routines"
)

type (
	// openedMsg is a routine that was read, to be changed.
	openedMsg struct {
		draft compose.Draft
		err   error
	}
	// keptMsg says what came of keeping the draft.
	keptMsg struct {
		draft compose.Draft
		err   error
	}
)

// open reads a routine that there is.
func (m Model) open(id string) (Model, screen.Effect) {
	store := m.store
	return m, screen.Do(func() tea.Msg {
		data, err := store.Read(id)
		if err != nil {
			return openedMsg{err: err}
		}
		d, err := compose.Open(id, data)
		return openedMsg{d, err}
	})
}

// opened shows the steps of a routine, or why it can't be changed here.
func (m Model) opened(msg openedMsg) Model {
	if msg.err != nil {
		m.notice = text.Clean(msg.err.Error())
		return m
	}
	m.fresh, m.past, m.cursor[stepList] = false, nil, 0
	return m.with(msg.draft).turned(stepList)
}

// named begins a routine of that name, if it can have it.
func (m Model) named() Model {
	name := strings.TrimSpace(m.field.Value())
	id := compose.IDOf(name, m.names)
	switch {
	case name == "":
		m.notice = noName
		return m
	case slices.Contains(m.names, id):
		m.notice = taken(id)
		return m
	}
	m.fresh, m.past, m.cursor[stepList] = true, nil, 0
	m.field.Reset()
	return m.with(compose.New(id, name)).turned(stepList)
}

// turned shows another page.
func (m Model) turned(to page) Model {
	m.page, m.typing = to, false
	m.field.Reset()
	return m
}

// with is the screen with a draft, laid flat.
func (m Model) with(d compose.Draft) Model {
	m.draft, m.unfit, m.play = d, "", visit.Play{}
	if len(d.Routine.Steps) == 0 {
		return m
	}
	p, err := m.store.Lay(d.Routine)
	if err != nil {
		m.unfit = text.Clean(err.Error())
	}
	m.play = p
	return m
}

// changed is the screen with a draft after a change, which can be taken back. An
// error says why there is none.
func (m Model) changed(d compose.Draft, err error) Model {
	if err != nil {
		m.notice = text.Clean(strings.SplitN(err.Error(), "\n", 2)[0])
		return m
	}
	m.past = append(slices.Clip(m.past), m.draft)
	return m.with(d)
}

// undo takes the latest change back.
func (m Model) undo() Model {
	if n := len(m.past); n > 0 {
		was := m.past[n-1]
		m.past = m.past[:n-1]
		m = m.with(was)
	}
	if m.page == doses && m.cursor[stepList] >= len(m.draft.Routine.Steps) {
		m.page = stepList
	}
	return m.at(m.cursor[m.page])
}

// change gives the part of a dose that the cursor is on a little more, or less.
func (m Model) change(by int) Model {
	if m.page != doses {
		return m
	}
	if rows := m.rows(); m.cursor[doses] < len(rows) && rows[m.cursor[doses]].change != nil {
		return rows[m.cursor[doses]].change(m, by)
	}
	return m
}

// dosed gives the step that is open another dose.
func (m Model) dosed(f compose.Field, by int) Model {
	i := m.cursor[stepList]
	was := compose.DoseOf(m.draft.Routine.Steps[i])
	if dose := f.Step(was, by); dose != was {
		m = m.changed(m.draft.Dose(i, dose))
	}
	return m.at(m.cursor[doses])
}

// added adds a move behind the step the cursor is on, and shows its dose.
func (m Model) added(move routines.Move) Model {
	at := min(m.cursor[stepList]+1, len(m.draft.Routine.Steps))
	before := len(m.draft.Routine.Steps)
	m = m.changed(m.draft.Add(move, at))
	if len(m.draft.Routine.Steps) == before {
		return m
	}
	m.cursor[stepList], m.cursor[doses] = at, 0
	return m.turned(doses)
}

// shifted takes the step that is open so many places on, or back.
func (m Model) shifted(by int) Model {
	i := m.cursor[stepList]
	to := min(max(i+by, 0), len(m.draft.Routine.Steps)-1)
	if to != i {
		m = m.changed(m.draft.Move(i, by))
		m.cursor[stepList] = to
	}
	return m
}

// removed takes the step that is open out.
func (m Model) removed() Model {
	m = m.changed(m.draft.Remove(m.cursor[stepList])).turned(stepList)
	return m.at(m.cursor[stepList])
}

// tried plays one step, or all of them; nothing of it is kept.
func (m Model) tried(steps ...routines.Step) (Model, screen.Effect) {
	r := m.draft.Routine
	r.Steps, r.Cautions, r.Closing, r.NotIf, r.GoesWith, r.Programme = steps, nil, nil, nil, nil, nil
	p, err := m.store.Lay(r)
	if err != nil {
		m.notice = text.Clean(err.Error())
		return m, screen.Effect{}
	}
	p.Trial = true
	return m, screen.Ask(screen.Play{Routine: r.ID, Ready: &p})
}

// keep has the draft written.
func (m Model) keep() (Model, screen.Effect) {
	d, store, fresh := m.draft, m.store, m.fresh
	return m, screen.Ask(screen.Write{
		Do:   func() error { return store.Write(d.ID, d.Text(), fresh) },
		Done: func(err error) tea.Msg { return keptMsg{d, err} },
	})
}

// kept says what came of it.
func (m Model) kept(msg keptMsg) Model {
	if msg.err != nil {
		m.notice = text.Clean(msg.err.Error())
		return m
	}
	m.fresh, m.notice = false, keptAs(msg.draft.ID)
	if string(m.draft.Text()) == string(msg.draft.Text()) {
		m.draft = m.draft.Kept()
	}
	return m
}

// back goes a page back. Changes are not lost by it.
func (m Model) back() (Model, screen.Effect) {
	switch m.page {
	case shelf:
		return m, screen.Ask(screen.Back{})
	case stepList:
		return m.leave()
	case moveList, doses, leaving:
		return m.turned(stepList), screen.Effect{}
	}
	return m.turned(shelf), screen.Effect{}
}

// leave leaves the routine, and asks what becomes of changes.
func (m Model) leave() (Model, screen.Effect) {
	switch {
	case m.page == shelf:
		return m, screen.Ask(screen.Back{})
	case m.draft.Changed():
		m.cursor[leaving] = 0
		return m.turned(leaving), screen.Effect{}
	}
	return m.turned(shelf).read()
}
