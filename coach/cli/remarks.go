package cli

import (
	"errors"
	"slices"
	"sync"
)

// remarks are lines about what was found amiss and put right while something
// else was done. They are told on the screen, if there is one, and when the
// command is over.
type remarks struct {
	mu    sync.Mutex
	lines []string
	shown int // so many of them were told on the screen
}

func (r *remarks) add(line string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if line != "" && !slices.Contains(r.lines, line) {
		r.lines = append(r.lines, line)
	}
}

// next is one that the screen has not told yet, or empty.
func (r *remarks) next() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.shown == len(r.lines) {
		return ""
	}
	r.shown++
	return r.lines[r.shown-1]
}

// remarked tells all of them.
func (a *App) remarked() {
	a.remarks.mu.Lock()
	defer a.remarks.mu.Unlock()
	for _, line := range a.remarks.lines {
		a.complain(errors.New(line))
	}
	a.remarks.lines, a.remarks.shown = nil, 0
}
