package record

import (
	"math"
	"time"
)

// Span is from a moment on, until before another. A zero moment has no limit.
type Span struct{ From, Until time.Time }

// UnixNano returns the span in nanoseconds since 1970, from the first until
// before the last. Where there is no limit, it is beyond all that a row holds.
func (s Span) UnixNano() (from, until int64) {
	if s.Until.IsZero() {
		return nanoseconds(s.From), math.MaxInt64
	}
	return nanoseconds(s.From), nanoseconds(s.Until)
}

// nanoseconds can count those of no other years than a row can hold.
func nanoseconds(t time.Time) int64 {
	switch y := t.UTC().Year(); {
	case y < earliestYear:
		return math.MinInt64
	case y > latestYear:
		return math.MaxInt64
	}
	return t.UnixNano()
}

// Days are dates such as 2026-11-21, from the first to the last. An empty one
// is no limit.
type Days struct{ First, Last string }
