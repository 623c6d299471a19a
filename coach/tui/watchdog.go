package tui

import (
	"fmt"
	"runtime/debug"
	"sync"
	"time"
)

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
		w.timer = time.AfterFunc(patience, func() { w.bite(code) })
	}
}

func (w *watchdog) disarm() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.timer != nil {
		w.timer.Stop()
	}
}

// bite restores the terminal as well as it can be done and ends the process.
func (w *watchdog) bite(code int) {
	w.out.leave()
	w.restore()
	w.exit(code)
}

// protect runs a goroutine of our own.
func (w *watchdog) protect(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fault := &Fault{fmt.Sprint(r), debug.Stack()}
			w.out.leave()
			w.restore()
			w.report(fault)
			w.exit(1)
		}
	}()
	f()
}
