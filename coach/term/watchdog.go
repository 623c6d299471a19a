package term

import (
	"sync"
	"sync/atomic"
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

	armed  sync.Once
	ending atomic.Bool // nobody may set the terminal any more
	timer  *time.Timer // once it is armed
}

// arm begins to wait. The first code stays.
func (w *watchdog) arm(code int) {
	w.armed.Do(func() {
		w.timer = time.AfterFunc(endTimeout, func() { w.end(code, nil) })
	})
}

// wait does not return once the process is about to end.
func (w *watchdog) wait() {
	if w.ending.Load() {
		select {}
	}
}

// protect runs a goroutine of our own.
func (w *watchdog) protect(f func()) {
	if fault := caught(f); fault != nil {
		w.end(codeFault, fault)
	}
}

// end restores the terminal as well as it can be done and ends the process. What
// the framework would do to the terminal now is not done.
func (w *watchdog) end(code int, fault *Fault) {
	w.ending.Store(true)
	w.out.end()
	w.out.leave()
	w.restore()
	if fault != nil {
		w.report(fault)
	}
	w.exit(code)
}
