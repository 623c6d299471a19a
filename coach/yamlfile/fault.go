package yamlfile

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
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
func (m Message) Fault(args ...any) *Fault {
	f := &Fault{Problem: m.Problem, Remedy: m.Remedy}
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

// Add gathers a fault.
func (f *File) Add(at Place, m Message, args ...any) { f.add(at, m.Fault(args...)) }

// Refuse gathers a fault of the value at a path, such as steps[0].hold.time; of
// one that is missing, too, at the nearest thing around it. Of what could not be
// read nothing more is told.
func (f *File) Refuse(path string, m Message, args ...any) {
	n := f.root
	if n == nil {
		return
	}
	for part := range strings.FieldsFuncSeq(path, func(c rune) bool { return strings.ContainsRune(".[]", c) }) {
		inner := child(n, part)
		if inner == nil {
			break
		}
		n = inner
	}
	if !f.bad[n] {
		f.refuse(n, path, m.Fault(args...))
	}
}

// refuse gathers a fault of a path, told at n.
func (f *File) refuse(n *yaml.Node, path string, told *Fault) {
	told.Problem = strings.TrimSpace(path + " " + told.Problem)
	f.add(start(n), told)
}

// unread gathers a fault of what could not be read.
func (f *File) unread(n *yaml.Node, told *Fault) {
	f.bad[n] = true
	f.add(Place{n.Line, n.Column}, told)
}

func (f *File) add(at Place, told *Fault) {
	told.File, told.Line, told.Column = f.name, at.Line, at.Column
	f.told++
	if f.told <= maxFaults {
		f.faults = append(f.faults, told)
	}
}

// Err joins what was found wrong so far, each a [*Fault], in the order of the
// file; nil where nothing is.
func (f *File) Err() error {
	slices.SortStableFunc(f.faults, func(a, b *Fault) int { return cmp.Or(a.Line-b.Line, a.Column-b.Column) })
	var errs []error
	for _, told := range f.faults {
		errs = append(errs, told)
	}
	if more := f.told - maxFaults; more > 0 {
		last := moreFollow.Fault(more)
		last.File = f.name
		errs = append(errs, last)
	}
	return errors.Join(errs...)
}
