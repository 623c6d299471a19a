package tui

import (
	"slices"
	"sync"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/term"
	"uncramp/coach/tui/screen"
)

// outbox is what is to be written, in order. The first that has not failed is
// being written, and beside it what waits for nothing; what failed is there to be
// tried again at the end.
type outbox []job

// job is a write that a screen asked for.
type job struct {
	screen.Write
	id     int
	owner  int          // the screen's id
	once   func() error // Do, done once: who calls it while it goes on waits for it; Do itself once that failed
	failed bool
	beside bool // it waits for no other, and no other waits for it
}

// writtenMsg says what became of a write.
type writtenMsg struct {
	id  int // of the job
	err error
}

// current is the index of the write that goes on in its turn, or -1.
func (o outbox) current() int {
	return slices.IndexFunc(o, func(j job) bool { return !j.failed && !j.beside })
}

// start begins the write that is to go on now, if there is one.
func (o outbox) start() tea.Cmd {
	at := o.current()
	if at < 0 {
		return nil
	}
	return o[at].write()
}

func (j job) write() tea.Cmd {
	return term.Safely(func() tea.Msg { return writtenMsg{j.id, j.once()} })
}

// unwritten is what is left to be done in its turn when the program has ended.
func (o outbox) unwritten() (writes []func() error) {
	for _, j := range o {
		if !j.beside {
			writes = append(writes, j.once)
		}
	}
	return writes
}

// write puts a write into the outbox.
func (m root) write(owner int, w screen.Write) (root, tea.Cmd) {
	m.ids++
	j := job{Write: w, id: m.ids, owner: owner, once: sync.OnceValue(w.Do)}
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

// writeBeside puts the write of a finding into the outbox, which waits for no
// other. Once it is done, what holds is asked again.
func (m root) writeBeside(owner int, w screen.Write) (root, tea.Cmd) {
	m.ids++
	j := job{Write: w, id: m.ids, owner: owner, once: sync.OnceValue(w.Do), beside: true}
	m.outbox = append(slices.Clip(m.outbox), j)
	return m, j.write()
}

// handleWritten tells the screen that asked, and goes on with the next write.
func (m root) handleWritten(msg writtenMsg) (root, tea.Cmd) {
	at := slices.IndexFunc(m.outbox, func(j job) bool { return j.id == msg.id })
	if at < 0 {
		return m, nil
	}
	j, err := m.outbox[at], msg.err
	m.outbox = slices.Clone(m.outbox)
	if err != nil && j.Retry {
		m.outbox[at].failed, m.outbox[at].once = true, j.Do
	} else {
		m.outbox = slices.Delete(m.outbox, at, at+1)
	}
	if j.beside {
		m, answered := m.answerWrite(j, err)
		return m, tea.Batch(answered, m.readFinding())
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
