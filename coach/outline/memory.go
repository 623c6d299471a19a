package outline

import "slices"

// Memory is what somebody who only hears a routine was told of a step, word for word.
// It is a value; its zero knows nothing.
type Memory struct {
	step string
	next int // the phase that goes on from the latest
	told []string
}

// At is the memory at a phase of a step. Who goes back or elsewhere is told all of it
// again.
func (m Memory) At(step string, i int) Memory {
	if !m.goesOn(step, i) {
		m = Memory{step: step}
	}
	m.next = i + 1
	return m
}

// goesOn reports whether a phase goes on with the step.
func (m Memory) goesOn(step string, i int) bool { return i == m.next && step == m.step }

// Knows reports whether words were told.
func (m Memory) Knows(words string) bool { return slices.Contains(m.told, words) }

// Tell notes what is told, and reports whether it is new.
func (m *Memory) Tell(words string) bool {
	if words == "" || m.Knows(words) {
		return false
	}
	m.told = append(slices.Clip(m.told), words)
	return true
}
