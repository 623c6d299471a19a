package screen

import tea "charm.land/bubbletea/v2"

// Reading is what a screen reads beside the loop, again and again. The zero
// value has read nothing yet.
type Reading[T any] struct {
	Ready bool // something was read
	n     int  // how often it was begun
}

// Read is the answer of a reading.
type Read[T any] struct {
	Value T
	Err   error
	n     int
}

// Begin reads. Answers that are still to come from before don't count.
func (r *Reading[T]) Begin(read func() (T, error)) Effect {
	r.n++
	n := r.n
	return Do(func() tea.Msg {
		value, err := read()
		return Read[T]{value, err, n}
	})
}

// Cancel has answers that are still to come count for nothing: something is
// written that they may not hold.
func (r *Reading[T]) Cancel() { r.n++ }

// Take reports whether an answer is to be shown: it is the latest, and nothing
// went wrong. What did is told; where nothing was ever read there is nothing to
// stay for.
func (r *Reading[T]) Take(msg Read[T]) (Effect, bool) {
	switch {
	case msg.n != r.n:
		return Effect{}, false
	case msg.Err == nil:
		r.Ready = true
		return Effect{}, true
	case !r.Ready:
		return Ask(Back{}, ShowError{msg.Err}), false
	}
	return Ask(ShowError{msg.Err}), false
}
