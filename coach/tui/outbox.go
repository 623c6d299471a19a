package tui

import (
	"slices"
	"sync"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/term"
	"uncramp/coach/tui/screen"
)

// outbox is what is to be written, in order. The first that has not failed is
// being written; what failed is there to be tried again at the end.
type outbox []job

// job is a write that a screen asked for.
type job struct {
	screen.Write
	owner  int          // the screen's id
	once   func() error // Do, done once: who calls it while it goes on waits for it; Do itself once that failed
	failed bool
}

// writtenMsg says what became of the write that was going on.
type writtenMsg struct{ err error }

// current is the index of the write that goes on, or -1.
func (o outbox) current() int {
	return slices.IndexFunc(o, func(j job) bool { return !j.failed })
}

// start begins the write that is to go on now, if there is one.
func (o outbox) start() tea.Cmd {
	at := o.current()
	if at < 0 {
		return nil
	}
	do := o[at].once
	return term.Safely(func() tea.Msg { return writtenMsg{do()} })
}

// unwritten is what is left to be done when the program has ended.
func (o outbox) unwritten() (writes []func() error) {
	for _, j := range o {
		writes = append(writes, j.once)
	}
	return writes
}

// write puts a write into the outbox.
func (m root) write(owner int, w screen.Write) (root, tea.Cmd) {
	j := job{Write: w, owner: owner, once: sync.OnceValue(w.Do)}
	m.outbox = slices.Clone(m.outbox)
	current := m.outbox.current()
	if current < 0 {
		m.outbox = append(m.outbox, j)
		return m, m.outbox.start()
	}
	waiting := m.outbox[current+1:]
	if at := slices.IndexFunc(waiting, func(other job) bool { return w.Key != "" && other.Key == w.Key }); at >= 0 {
		waiting[at] = j
		return m, nil
	}
	m.outbox = append(m.outbox, j)
	return m, nil
}

// handleWritten tells the screen that asked, and goes on with the next write.
func (m root) handleWritten(err error) (root, tea.Cmd) {
	at := m.outbox.current()
	if at < 0 {
		return m, nil
	}
	j := m.outbox[at]
	m.outbox = slices.Clone(m.outbox)
	if err != nil && j.Retry {
		m.outbox[at].failed, m.outbox[at].once = true, j.Do
	} else {
		m.outbox = slices.Delete(m.outbox, at, at+1)
	}
	next := m.outbox.start()
	m, answered := m.answerWrite(j, err)
	if m.outbox.current() >= 0 {
		return m, tea.Batch(next, answered)
	}
	m, read := m.step(m.top().id, screen.WritesDoneMsg{})
	return m, tea.Batch(answered, read)
}

// answerWrite tells what became of a write to who asked for it.
func (m root) answerWrite(j job, err error) (root, tea.Cmd) {
	if j.Done == nil || m.index(j.owner) < 0 {
		return m.complain(err)
	}
	return m.step(j.owner, j.Done(err))
}

// complain tells what went wrong, in one line, on the screen that is on top.
func (m root) complain(err error) (root, tea.Cmd) {
	if err == nil {
		return m, nil
	}
	return m.step(m.top().id, screen.Notice(err))
}
