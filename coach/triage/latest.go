package triage

import (
	"cmp"
	"slices"
	"time"
)

// urgency orders levels, the least urgent first. One that is not known counts as
// unreadable.
var urgency = []Level{"", Clear, Appointment, Unreadable, Today, Emergency}

// compareUrgency is negative where a is less urgent than b.
func compareUrgency(a, b Finding) int {
	rank := func(f Finding) int {
		if i := slices.Index(urgency, f.Level); i >= 0 {
			return i
		}
		return slices.Index(urgency, Unreadable)
	}
	return cmp.Compare(rank(a), rank(b))
}

// slack is how far apart two readings of one clock may be.
const slack = time.Second

// Latest returns which of two findings holds: the later one, if its check began
// after the other was over. Of checks that overlap neither could know of the
// other, and the more urgent holds. Of two of the same time it is b. One from
// after now, by a clock that was wrong, counts as the earliest; of two such, which
// one clock timed before it was set back, the later one holds all the same.
func Latest(now time.Time, a, b Finding) Finding {
	switch {
	case a.Level == "":
		return b
	case b.Level == "":
		return a
	case a.isAfter(now) && b.isAfter(now):
		now = later(a.At, b.At)
	}
	if b.over(now).Before(a.over(now)) {
		a, b = b, a
	}
	if b.begun(now).Before(a.over(now)) && compareUrgency(b, a) < 0 {
		return a
	}
	return b
}

// over is when the check was over.
func (f Finding) over(now time.Time) time.Time {
	if f.isAfter(now) {
		return time.Time{}
	}
	return f.At
}

// isAfter reports whether the check was over after now.
func (f Finding) isAfter(now time.Time) bool { return f.At.After(now.Add(slack)) }

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// begun is when the check began; of what can't be read nobody knows.
func (f Finding) begun(now time.Time) time.Time {
	switch {
	case f.Level == Unreadable:
		return time.Time{}
	case f.Began.IsZero(), f.Began.After(f.At):
		return f.over(now)
	}
	return f.Began
}

// Following returns a finding with times that come after those of an earlier
// check of the same program, which was over before this one began, whatever the
// clock said.
func (f Finding) Following(earlier Finding) Finding {
	if earlier.Level == "" {
		return f
	}
	if f.Began.Before(earlier.At) {
		f.Began = earlier.At
	}
	if !f.At.After(earlier.At) {
		f.At = earlier.At.Add(time.Nanosecond)
	}
	return f
}

// NotAfter returns a finding whose times are not after now.
func (f Finding) NotAfter(now time.Time) Finding {
	if f.isAfter(now) {
		f.At = now
	}
	if f.Began.After(f.At) {
		f.Began = f.At
	}
	return f
}
