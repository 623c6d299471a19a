package diary

import (
	"math"
	"time"
)

// nanoseconds are the limits as SQL compares them.
func (s Span) nanoseconds() (from, until int64) {
	return nanoseconds(s.From, math.MinInt64), nanoseconds(s.Until, math.MaxInt64)
}

// nanoseconds can count those of no other years than a diary can hold.
func nanoseconds(t time.Time, without int64) int64 {
	switch y := t.UTC().Year(); {
	case t.IsZero():
		return without
	case y < earliestYear:
		return math.MinInt64
	case y > latestYear:
		return math.MaxInt64
	}
	return t.UnixNano()
}
