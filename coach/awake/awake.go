// Package awake keeps the display and the machine from sleeping, where the
// system offers it.
//
// Its contract: it never holds anything up and never fails; where it can't be
// done, the machine sleeps as it always did. What was kept awake is released when
// the program ends, however it ends.
package awake

import (
	"context"
	"time"
)

// releaseTimeout is how long release waits at most.
const releaseTimeout = 500 * time.Millisecond

// Keep keeps the display and the machine awake until release is called. It
// returns at once; release waits for what was started to be gone, half a second
// at most, and may be called again. Others on the machine can read why.
func Keep(why string) (release func()) {
	ctx, cancel := context.WithCancel(context.Background())
	gone := make(chan struct{})
	go func() {
		defer close(gone)
		hold(ctx, why)
	}()
	return func() {
		cancel()
		select {
		case <-gone:
		case <-time.After(releaseTimeout):
		}
	}
}

// Switch keeps awake while it is on.
type Switch struct {
	Why     string
	release func()
}

// Set turns it on or off; what is so already stays so.
func (s *Switch) Set(on bool) {
	if s.release != nil && !on {
		s.release()
		s.release = nil
	} else if s.release == nil && on {
		s.release = Keep(s.Why)
	}
}
