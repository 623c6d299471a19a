package term

import (
	"sync"
	"time"
)

// endTimeout is how long a program that is told to end may take before the
// watchdog ends it.
const endTimeout = 1200 * time.Millisecond

// watchdog ends the process when the framework does not: some while after it
// was asked to, or at once when a goroutine of our own panics.
type watchdog struct {
	out     *output
	restore func() // line settings as they were
	exit    func(code int)
	report  func(*Fault) // in one line

	mu    sync.Mutex
	timer *time.Timer
}

// arm begins to wait. The first code stays.
func (w *watchdog) arm(code int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.timer == nil {
		w.timer = time.AfterFunc(endTimeout, func() { w.end(code) })
	}
}

func (w *watchdog) disarm() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.timer != nil {
		w.timer.Stop()
	}
}

// end restores the terminal as well as it can be done and ends the process.
func (w *watchdog) end(code int) {
	w.out.leave()
	w.restore()
	w.exit(code)
}

// protect runs a goroutine of our own.
func (w *watchdog) protect(f func()) {
	if fault := caught(f); fault != nil {
		w.out.leave()
		w.restore()
		w.report(fault)
		w.exit(1)
	}
}
