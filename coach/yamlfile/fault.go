package yamlfile

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Fault is one thing that is wrong with a file, at a place of it.
type Fault struct {
	File string
	Place
	Message
}

// Error returns file:line:column: problem; remedy, on one line.
func (f *Fault) Error() string {
	if f.Line == 0 {
		return f.File + ": " + f.Message.Error()
	}
	return fmt.Sprintf("%s:%d:%d: %v", f.File, f.Line, f.Column, f.Message)
}

// Message is what is told of a fault: what is wrong and what to do, formatted
// with the same arguments. The zero value tells of none.
type Message struct{ Problem, Remedy string }

// Error returns problem; remedy.
func (m Message) Error() string { return m.Problem + "; " + m.Remedy }

// With is a message with its arguments.
func (m Message) With(args ...any) Message {
	for _, s := range []*string{&m.Problem, &m.Remedy} {
		if strings.Contains(*s, "%") {
			*s = fmt.Sprintf(*s, args...)
		}
	}
	return m
}

// maxFaults is how many faults of one file are told; nobody mends more at a
// time, and a hostile file has thousands.
const maxFaults = 20

// Add gathers a fault.
func (f *File) Add(at Place, m Message) { f.faults = append(f.faults, &Fault{f.name, at, m}) }

// Refuse gathers a fault of the value at a path, such as steps[0].hold.time; of
// one that is missing, too, at the nearest thing around it. Of what could not be
// read nothing more is told.
func (f *File) Refuse(path string, m Message) {
	if n, _ := f.find(path); n != nil && !f.bad[n] {
		f.refuse(n, path, m)
	}
}

// Writes reports whether the file has a value at a path, and doesn't leave it blank.
func (f *File) Writes(path string) bool {
	n, whole := f.find(path)
	return whole && !isNull(n)
}

// find is the value at a path or, where there is none, the nearest thing around it.
func (f *File) find(path string) (n *yaml.Node, whole bool) {
	if f.root == nil {
		return nil, false
	}
	n = f.root
	for part := range strings.FieldsFuncSeq(path, func(c rune) bool { return strings.ContainsRune(".[]", c) }) {
		inner := child(n, part)
		if inner == nil {
			return n, false
		}
		n = inner
	}
	return n, true
}

// refuse gathers a fault of a path, told at n.
func (f *File) refuse(n *yaml.Node, path string, m Message) {
	m.Problem = strings.TrimSpace(path + " " + m.Problem)
	f.Add(start(n), m)
}

// unread gathers a fault of what could not be read.
func (f *File) unread(n *yaml.Node, m Message) {
	f.bad[n] = true
	f.Add(Place{n.Line, n.Column}, m)
}

// Err joins what was found wrong so far, each a [*Fault], in the order of the
// file; nil where nothing is.
func (f *File) Err() error {
	slices.SortStableFunc(f.faults, func(a, b *Fault) int { return cmp.Or(a.Line-b.Line, a.Column-b.Column) })
	var errs []error
	for _, one := range f.faults[:min(len(f.faults), maxFaults)] {
		errs = append(errs, one)
	}
	if more := len(f.faults) - maxFaults; more > 0 {
		errs = append(errs, &Fault{File: f.name, Message: moreFollow.With(more)})
	}
	return errors.Join(errs...)
}
