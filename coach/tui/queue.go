package tui

import "slices"

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

// unwritten are the writes of which it is not known whether they were done. To
// do one twice changes nothing.
func (m root) unwritten() (writes []func() error) {
	c := m.config
	for _, change := range m.unsaved {
		if c.Save != nil {
			writes = append(writes, func() error { return c.Save(change) })
		}
	}
	for _, e := range m.puts {
		writes = append(writes, func() error { return c.Pages.Put(e) })
	}
	for _, tick := range m.ticks {
		writes = append(writes, func() error { return c.Learning.Tick(tick.Cause, tick.On) })
	}
	for _, p := range m.drunk {
		writes = append(writes, func() error { return c.Pages.Glasses(p.day, p.n) })
	}
	return writes
}
