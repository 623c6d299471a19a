package outline

import (
	"slices"
	"strings"

	"uncramp/coach/session"
	"uncramp/routines"
)

// Narrator tells a routine phase by phase to somebody who only hears it: what was
// told of a step is not told again, unless the listener goes back or elsewhere. How
// the next hold is done is told ahead, while there is time to listen. It is a value;
// its zero has told nothing.
type Narrator struct {
	memory Memory
	side   routines.Side
	held   bool // the work of the step has begun
}

// Line is what is told of a phase. What is empty or false was told before, or goes
// without saying.
type Line struct {
	session.Phase
	Part        string // what is worked on: "left", "calf", "both legs"
	Move        string
	NamesSet    bool // which of how many sets
	NamesCount  bool // which of how many times
	NamesLength bool // how long it lasts
	Does        string
	Warnings    []string
	Ahead       string // how the work that follows is done
}

// Tell is what is told of a phase of a plan, and the narrator who has told it.
func (n Narrator) Tell(p session.Plan, i int) (Narrator, Line) {
	ph := p.Phases[i]
	if !n.memory.goesOn(ph.Step, i) {
		n = Narrator{side: ph.Side}
	}
	n.memory = n.memory.At(ph.Step, i)
	begins := len(n.memory.told) == 0
	works := ph.Kind == session.Hold || ph.Kind == session.Open
	l := Line{Phase: ph, NamesLength: n.memory.Tell(ph.Word) || !ph.Counted || !works && ph.Kind != session.Release}
	l.NamesSet = ph.Sets > 1 && (begins || works && ph.Repetition == 1)
	l.NamesCount = ph.Of > 1 && (begins || works)
	switch {
	case begins:
		l.Part, l.Move = introduced(ph)
	case !isOneLeg(ph.Side): // what it is was named
	case works && !n.held && !ph.Counted:
		l.Part = ph.Where()
	case ph.Kind == session.Prepare || works && (!ph.Counted || ph.Side != n.side):
		l.Part = string(ph.Side)
	}
	n.side, n.held = ph.Side, n.held || works
	if n.memory.Tell(ph.Prompt) {
		l.Does = ph.Prompt
	}
	for _, c := range ph.Cautions {
		if n.memory.Tell(c) {
			l.Warnings = append(l.Warnings, c)
		}
	}
	if ahead := after(p, i); (ph.Kind == session.Prepare || ph.Kind == session.Rest) && n.memory.Tell(ahead) {
		l.Ahead = ahead
	}
	return n, l
}

// after is the prompt of the phase that goes on with the same step.
func after(p session.Plan, i int) string {
	if i+1 < len(p.Phases) && p.Phases[i+1].Step == p.Phases[i].Step {
		return p.Phases[i+1].Prompt
	}
	return ""
}

// introduced names what is worked on, and the move: neither a muscle that the move
// names, nor a move that its own word tells.
func introduced(ph session.Phase) (part, move string) {
	word, name := strings.Fields(strings.ToLower(ph.Word)), strings.Fields(strings.ToLower(ph.Name))
	switch {
	case slices.ContainsFunc(name, func(w string) bool { return slices.Contains(word, w) }):
		return ph.Where(), ""
	case ph.Muscle != "" && strings.Contains(strings.ToLower(ph.Name), string(ph.Muscle)):
		return string(ph.Side), ph.Name
	}
	return ph.Where(), ph.Name
}

// isOneLeg reports whether a side is one of two that can be mistaken for the other.
func isOneLeg(s routines.Side) bool { return s == routines.Left || s == routines.Right }
