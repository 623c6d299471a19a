// Package prescription reads what a physiotherapist prescribes in a line, as people
// type it from a leaflet, and makes the file of a routine from it.
//
// Nothing is guessed. Every number and every word of a line is either used or asked
// about: [Parse] gives a prescription only where it has no [Question].
package prescription

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"uncramp/routines"
)

// Prescription is what is to be done, and how often.
type Prescription struct {
	Doses []Dose // in their order; at least one
	// Night says that it is for the night: a routine for bed.
	Night     bool
	TimesADay routines.Count     // 0: not said
	Days      []routines.Weekday // in the week's order; empty: every day
	Weeks     routines.Count     // 0: not said, and then neither is how often
}

// Dose is a move, and how much of it, as far as the line says it: a time that is 0 is as
// long as the move has it. Sides is never [routines.OneSide].
type Dose struct {
	Move     string // id of a move; empty: it is described
	Prompt   string // what to do, where it is described
	Position routines.Position
	Still    bool     // of a move that is counted: what is moved is held for that long
	Manner   []string // how it is done, in words that change nothing that is timed
	routines.Dose
}

// Question is what isn't clear of a line.
type Question struct {
	At, End int    // the bytes of the line that it is about
	Text    string // what is not clear; what to write
	Line    int    // of several, from 1; 0: there is one
	Column  int    // where it stands in its line, in characters from 1
}

// Error says where it stands, what is not clear, and what to write.
func (q Question) Error() string {
	if q.Line > 0 {
		return fmt.Sprintf(atLine, q.Line, q.Column, q.Text)
	}
	return fmt.Sprintf(atColumn, q.Column, q.Text)
}

// Most that is read of a line, and told of it.
const (
	maxLine      = 8 << 10 // bytes
	maxDoses     = 50
	maxQuestions = 20
)

// Parse reads a line, or several, of moves with their doses. Where something isn't
// clear there are questions, in the order of the line, and no prescription.
func Parse(line string) (Prescription, []Question) {
	p := parser{line: line, book: theBook()}
	if len(line) > maxLine {
		p.ask(0, 0, fmt.Sprintf(tooLong, maxLine))
		return Prescription{}, p.placed()
	}
	p.refuseHidden()
	for _, c := range clauses(line) {
		p.drafts = append(p.drafts, p.read(c))
	}
	p.finish()
	if len(p.questions) > 0 {
		return Prescription{}, p.placed()
	}
	return p.out, nil
}

// placed are the questions in the order of the line, each with its place.
func (p *parser) placed() []Question {
	slices.SortStableFunc(p.questions, func(a, b Question) int { return cmp.Compare(a.At, b.At) })
	list := p.questions[:min(len(p.questions), maxQuestions)]
	several := strings.Contains(strings.TrimSpace(p.line), "\n")
	for i, q := range list {
		before := p.line[:q.At]
		list[i].Column = len([]rune(before[strings.LastIndexByte(before, '\n')+1:])) + 1
		if several {
			list[i].Line = strings.Count(before, "\n") + 1
		}
	}
	return list
}

// String is the prescription as one line, which is read as the same.
func (p Prescription) String() string { return strings.Join(p.parts(), "; ") }

// List is the prescription for somebody who looks it over: its parts, each on a line, and
// what of them is kept, and changes nothing.
func (p Prescription) List() string {
	parts := p.parts()
	for _, w := range manners {
		if slices.ContainsFunc(p.Doses, func(d Dose) bool { return slices.Contains(d.Manner, w) }) {
			parts = append(parts, fmt.Sprintf(mannerKept, w))
		}
	}
	return "  " + strings.Join(parts, "\n  ") + "\n"
}

// parts are the doses, and how often all of it is done where that is said.
func (p Prescription) parts() (parts []string) {
	for _, d := range p.Doses {
		parts = append(parts, d.String())
	}
	var often []string
	switch {
	case p.TimesADay == 1:
		often = append(often, "once a day")
	case p.TimesADay > 1:
		often = append(often, fmt.Sprintf("%d times a day", p.TimesADay))
	}
	if p.Night {
		often = append(often, "every night")
	}
	for _, d := range p.Days {
		often = append(often, string(d))
	}
	switch {
	case p.Weeks == 1:
		often = append(often, "for 1 week")
	case p.Weeks > 1:
		often = append(often, fmt.Sprintf("for %d weeks", p.Weeks))
	}
	if len(often) > 0 {
		parts = append(parts, strings.Join(often, ", "))
	}
	return parts
}

// String is the dose as a part of a line.
func (d Dose) String() string {
	words := []string{d.Move}
	if d.Move == "" {
		quote := `"`
		if strings.Contains(d.Prompt, quote) {
			quote = "'"
		}
		words = []string{otherMove + ":", quote + d.Prompt + quote}
	}
	switch {
	case d.Sets > 1 || d.Hold == 0 || d.Lower > 0 || d.counted():
		if swapped(int(d.Sets), int(d.Times)) {
			words = append(words, fmt.Sprintf("%d sets of %d", d.Sets, d.Times))
		} else {
			words = append(words, fmt.Sprintf("%dx%d", d.Sets, d.Times))
		}
		switch {
		case d.Hold > 0 && d.counted() && !d.Still:
			words = append(words, fmt.Sprintf("up %ds", d.Hold))
		case d.Hold > 0:
			words = append(words, fmt.Sprintf("hold %ds", d.Hold))
		}
		if d.Lower > 0 {
			words = append(words, fmt.Sprintf("down %ds", d.Lower))
		}
	default:
		words = append(words, fmt.Sprintf("%dx%ds", d.Times, d.Hold))
	}
	words = append(words, string(d.Sides))
	if d.Rest > 0 {
		words = append(words, fmt.Sprintf("rest %ds between reps", d.Rest))
	}
	if d.SetRest > 0 {
		words = append(words, fmt.Sprintf("rest %ds between sets", d.SetRest))
	}
	if d.Position != "" {
		words = append(words, string(d.Position))
	}
	return strings.Join(append(words, d.Manner...), " ")
}

// counted reports whether the dose is of a move that is counted.
func (d Dose) counted() bool {
	m, ok := routines.FindMove(d.Move)
	return ok && m.Counted
}

// Lines are the lines of a prescription that is written one after the other.
type Lines struct{ list []string }

// Add takes one more; where something of it isn't clear, the error says what, and the
// line is left out.
func (l *Lines) Add(line string) error {
	more := append(slices.Clip(l.list), line)
	if _, questions := Parse(strings.Join(more, "\n")); len(questions) > 0 {
		if q := questions[0]; q.Line == len(more) { // it is the one that is looked at
			q.Line = 0
			return q
		}
		return questions[0]
	}
	l.list = more
	return nil
}

// Text is all that was taken; empty: nothing.
func (l *Lines) Text() string { return strings.Join(l.list, "\n") }
