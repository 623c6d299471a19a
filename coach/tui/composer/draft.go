package composer

import (
	"errors"
	"reflect"
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
		file  []byte
		err   error
	}
	// keptMsg says what came of keeping the draft.
	keptMsg struct {
		draft  compose.Draft
		beside string // the routine whose file was changed meanwhile; empty: none was
		err    error
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
		return openedMsg{d, data, err}
	})
}

// opened shows the steps of a routine, or why it can't be changed here.
func (m Model) opened(msg openedMsg) Model {
	if msg.err != nil {
		m.notice = text.Clean(msg.err.Error())
		return m
	}
	m.file, m.past, m.cursor[stepList] = msg.file, nil, 0
	m.draft = msg.draft
	return m.turned(stepList)
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
	m.file, m.past, m.cursor[stepList] = nil, nil, 0
	m.field.Reset()
	m.draft = compose.New(id, name)
	return m.turned(stepList)
}

// turned shows another page. Where no routine is open nothing can be taken back.
func (m Model) turned(to page) Model {
	m.page, m.typing = to, false
	if to == shelf {
		m.past = nil
	}
	m.field.Reset()
	return m
}

// laidMsg is a draft that was laid flat for the person; as it says, or why not. Tried:
// it is to be played.
type laidMsg struct {
	of    string // the text of the draft
	play  visit.Play
	err   error
	tried bool
}

// lay lays some steps of the draft flat, beside the loop.
func (m Model) lay(tried bool, steps ...routines.Step) screen.Effect {
	r, of, store := m.draft.Routine, string(m.draft.Text()), m.store
	r.Steps = steps
	if tried {
		r.Cautions, r.Closing, r.NotIf, r.GoesWith, r.Programme = nil, nil, nil, nil, nil
	}
	return screen.Do(func() tea.Msg {
		p, err := store.Lay(r)
		return laidMsg{of, p, err, tried}
	})
}

// laid takes a draft that was laid flat: it is played, or said how long it takes.
func (m Model) laid(msg laidMsg) (Model, screen.Effect) {
	fault := ""
	if msg.err != nil {
		fault = text.Clean(msg.err.Error())
	}
	switch {
	case msg.tried && msg.err != nil:
		m.notice = fault
	case msg.tried:
		p := msg.play
		p.Trial = true
		return m, screen.Ask(screen.Play{Routine: m.draft.ID, Ready: &p})
	case msg.of == m.laidOf:
		m.total, m.unfit = msg.play.Plan.Total(), fault
	}
	return m, screen.Effect{}
}

// relaid has the draft laid flat where it is another than before.
func (m Model) relaid() (Model, screen.Effect) {
	now := string(m.draft.Text())
	if now == m.laidOf {
		return m, screen.Effect{}
	}
	m.laidOf, m.unfit = now, ""
	if len(m.draft.Routine.Steps) == 0 {
		m.total = 0
		return m, screen.Effect{}
	}
	return m, m.lay(false, m.draft.Routine.Steps...)
}

// changed is the screen with a draft after a change, which can be taken back. An
// error says why there is none.
func (m Model) changed(d compose.Draft, err error) Model {
	if err != nil {
		m.notice = text.Clean(strings.SplitN(err.Error(), "\n", 2)[0])
		return m
	}
	m.past, m.draft = append(slices.Clip(m.past), m.draft), d
	return m
}

// undoes reports whether a change can be taken back, which is done in sight alone.
func (m Model) undoes() bool { return len(m.past) > 0 && (m.page == stepList || m.page == doses) }

// undo takes the latest change back.
func (m Model) undo() Model {
	if n := len(m.past); n > 0 {
		m.past, m.draft = m.past[:n-1], m.past[n-1]
	}
	if m.page == doses && m.cursor[stepList] >= len(m.draft.Routine.Steps) {
		m.page = stepList
	}
	return m.at(m.cursor[m.page])
}

// change gives what the cursor is on a little more, or less.
func (m Model) change(by int) Model {
	if m.changes() {
		return m.rows()[m.cursor[m.page]].change(m, by)
	}
	return m
}

// changes reports whether there can be more or less of what the cursor is on.
func (m Model) changes() bool {
	rows := m.rows()
	return m.cursor[m.page] < len(rows) && rows[m.cursor[m.page]].change != nil
}

// spanned follows the routine over other weeks.
func (m Model) spanned(s compose.Span, by int) Model {
	was := m.draft.Programme()
	if p := s.Step(was, by); !reflect.DeepEqual(p, was) {
		m = m.changed(m.draft.Follow(p))
	}
	return m.at(m.cursor[stepList])
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

// tried plays some steps; nothing of it is kept.
func (m Model) tried(steps ...routines.Step) (Model, screen.Effect) { return m, m.lay(true, steps...) }

// keep has the draft written, once what is being written is.
func (m Model) keep() (Model, screen.Effect) {
	if m.writes {
		return m, screen.Effect{}
	}
	m.writes = true
	return m.write("")
}

// write has the draft written, beside the file of a routine where that was changed
// meanwhile.
func (m Model) write(beside string) (Model, screen.Effect) {
	d, store, file := m.draft, m.store, m.file
	return m, screen.Ask(screen.Write{
		Do:   func() error { return store.Write(d.ID, d.Text(), file) },
		Done: func(err error) tea.Msg { return keptMsg{d, beside, err} },
	})
}

// kept says what came of it. What something else wrote meanwhile stays, and the draft
// is kept beside it.
func (m Model) kept(msg keptMsg) (Model, screen.Effect) {
	m.writes = false
	if errors.Is(msg.err, compose.ErrChanged) && msg.beside == "" {
		if copied, err := msg.draft.As(append(slices.Clip(m.names), msg.draft.ID)); err == nil {
			m.file, m.draft, m.writes = nil, copied, true
			return m.write(msg.draft.ID)
		}
	}
	if msg.err != nil {
		m.notice = text.Clean(msg.err.Error())
		return m, screen.Effect{}
	}
	m.file, m.notice = msg.draft.Text(), keptAs(msg.draft.ID, msg.beside, msg.draft.Programme().Weeks > 0)
	if string(m.draft.Text()) == string(msg.draft.Text()) {
		m.draft = m.draft.Kept()
	}
	return m, screen.Effect{}
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
