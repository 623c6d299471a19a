package journal

import (
	"slices"
	"sync"
)

// remarks are lines about what was found amiss and put right while something
// else was done.
type remarks struct {
	mu    sync.Mutex
	lines []string
	shown int // so many of them were asked for one by one
}

func (r *remarks) add(line string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if line != "" && !slices.Contains(r.lines, line) {
		r.lines = append(r.lines, line)
	}
}

// Remark returns the next line about what was found amiss in the diary and put
// right, for a screen to show; it is empty where there is none.
func (j *Journal) Remark() string {
	r := &j.remarks
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.shown == len(r.lines) {
		return ""
	}
	r.shown++
	return r.lines[r.shown-1]
}

// Remarks returns all such lines, those that a screen showed too, once.
func (j *Journal) Remarks() []string {
	r := &j.remarks
	r.mu.Lock()
	defer r.mu.Unlock()
	lines := r.lines
	r.lines, r.shown = nil, 0
	return lines
}
