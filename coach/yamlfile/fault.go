package yamlfile

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Fault is one thing that is wrong with what a person wrote: where it stands,
// what is wrong and what to do about it. Line and Column count characters
// from 1; a Line of 0 means the file as a whole, and an empty File that it
// stands in none.
type Fault struct {
	File         string
	Line, Column int
	Problem      string
	Remedy       string
}

// Error returns file:line:column: problem; remedy, on one line.
func (f *Fault) Error() string {
	switch {
	case f.File == "":
		return f.Problem + "; " + f.Remedy
	case f.Line == 0:
		return fmt.Sprintf("%s: %s; %s", f.File, f.Problem, f.Remedy)
	}
	return fmt.Sprintf("%s:%d:%d: %s; %s", f.File, f.Line, f.Column, f.Problem, f.Remedy)
}

// Fault is one that says this, of no file yet.
func (m Message) Fault(args ...any) *Fault { return m.fault("", Place{}, args...) }

func (m Message) fault(file string, at Place, args ...any) *Fault {
	f := &Fault{File: file, Line: at.Line, Column: at.Column, Problem: m.Problem, Remedy: m.Remedy}
	for _, s := range []*string{&f.Problem, &f.Remedy} {
		if len(args) > 0 && strings.Contains(*s, "%") {
			*s = fmt.Sprintf(*s, args...)
		}
	}
	return f
}

// maxFaults is how many faults of one file are told; nobody mends more at a
// time, and a hostile file has thousands.
const maxFaults = 20

// faults are those of one file.
type faults struct {
	list []*Fault
	more int // how many others there are
}

func (l *faults) add(f *Fault) {
	if len(l.list) == maxFaults {
		l.more++
		return
	}
	l.list = append(l.list, f)
}

// err joins the faults in the order of the file; nil if there are none.
func (l *faults) err() error {
	slices.SortStableFunc(l.list, func(a, b *Fault) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	errs := make([]error, 0, maxFaults+1)
	for _, f := range l.list {
		errs = append(errs, f)
	}
	if l.more > 0 {
		errs = append(errs, moreFollow.fault(l.list[0].File, Place{}, l.more))
	}
	return errors.Join(errs...)
}
