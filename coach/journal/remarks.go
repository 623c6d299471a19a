package journal

import "slices"

// remark notes a line about what was found amiss and put right while something
// else was done.
func (j *Journal) remark(line string) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if line != "" && !slices.Contains(j.remarks, line) {
		j.remarks = append(j.remarks, line)
	}
}

// Remark returns the next line about what was found amiss in the diary and put
// right, for a screen to show; it is empty where there is none.
func (j *Journal) Remark() string {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.shown == len(j.remarks) {
		return ""
	}
	j.shown++
	return j.remarks[j.shown-1]
}

// Remarks returns all such lines, those that a screen showed too, once.
func (j *Journal) Remarks() []string {
	j.mu.Lock()
	defer j.mu.Unlock()
	lines := j.remarks
	j.remarks, j.shown = nil, 0
	return lines
}
