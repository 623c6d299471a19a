package coach

import (
	"time"

	"uncramp/coach/cli"
	"uncramp/coach/session"
)

// clock reads the machine's clocks, or runs faster than they do from the
// moment it was made. Nothing below knows which.
type clock struct {
	began time.Time
	speed int
}

func newClock() clock { return clock{time.Now(), 1} }

// Faster implements [cli.Clock].
func (c clock) Faster(speed int) cli.Clock { return clock{time.Now(), speed} }

// Now reads both clocks.
func (c clock) Now() session.Instant {
	now := time.Now()
	mono := now.Sub(c.began) * time.Duration(c.speed)
	wall := now.Round(0).Sub(c.began.Round(0)) * time.Duration(c.speed) // Round strips the monotonic reading
	return session.Instant{Wall: c.began.Round(0).Add(wall), Mono: mono}
}

// Real rounds up, so that nothing is woken too soon.
func (c clock) Real(d time.Duration) time.Duration {
	speed := time.Duration(c.speed)
	return (d + speed - 1) / speed
}

// After sends once that much has passed on this clock.
func (c clock) After(d time.Duration) <-chan time.Time { return time.After(c.Real(d)) }
