package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/term"
)

// queue is what waits to be written, in order; the first is being written. One
// after the other, so that a later one is not overtaken by an earlier one.
type queue[T any] []T

// joined is the queue with one more at its end; alone reports whether nothing
// was before it, so that it is to be written now.
func (q queue[T]) joined(v T) (longer queue[T], alone bool) {
	return append(slices.Clone(q), v), len(q) == 0
}

// served is the queue without what was written.
func (q queue[T]) served() queue[T] { return q[min(1, len(q)):] }

// last is what the queue ends with.
func (q queue[T]) last() (v T, ok bool) {
	if len(q) == 0 {
		return v, false
	}
	return q[len(q)-1], true
}

// pen is held by the one write that is going on.
type pen chan struct{}

func newPen() pen { return make(pen, 1) }

// write does one write, after the one that is going on.
func (p pen) write(do func() error) error {
	p <- struct{}{}
	defer func() { <-p }()
	return do()
}

// writes is an effect: one write, after the one that is going on.
func (m root) writes(do func() error, answer func(error) tea.Msg) tea.Cmd {
	pen := m.config.pen
	return term.Safely(func() tea.Msg { return answer(pen.write(do)) })
}

// lay waits for the write that is going on. None begins after it.
func (p pen) lay() { p <- struct{}{} }

// Write is a write of which it is not known whether it was done. To do it twice
// changes nothing.
type Write func() error

// unwritten are the writes to be done when the program has ended, in order.
func (m root) unwritten() (writes []Write) {
	c := m.config
	add := func(do Write) { writes = append(writes, do) }
	for _, r := range m.unkept {
		add(func() error { return c.Record(r) })
	}
	for _, change := range m.unsaved {
		if c.Save != nil {
			add(func() error { return c.Save(change) })
		}
	}
	for _, p := range m.puts {
		add(func() error { return c.Pages.Put(p.episode) })
	}
	for _, l := range m.looks {
		if l.change != nil {
			add(func() error { _, err := l.change(); return err })
		}
	}
	for _, tick := range m.ticks {
		add(func() error { return c.Learning.Tick(tick.Cause, tick.On) })
	}
	for _, p := range m.drunk {
		add(func() error { return c.Pages.Glasses(p.day, p.n) })
	}
	if len(writes) == 0 {
		return nil
	}
	laid := func() error { c.pen.lay(); return nil }
	return append([]Write{laid}, writes...)
}
