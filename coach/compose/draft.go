// Package compose puts a routine of a person's own together: which moves, in which
// order, with which dose. It works on the text of the routine's file, so that all
// that she wrote there by hand, comments too, stays as it is. Pure.
package compose

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"sync"

	"uncramp/coach/yamlfile"
	"uncramp/routines"
)

// Draft is a routine while it is put together. Make it with [New] or [Open]; each
// change gives another one and leaves the old one as it was.
type Draft struct {
	ID      string
	Routine routines.Routine // as its text is read; without a step it has none
	list    yamlfile.List    // of its steps, in the text around them
	read    string           // the text that it began with
}

// ErrByHand says that a file is written in a way that can only be changed in an
// editor.
var ErrByHand = errors.New(byHand)

// ErrChanged says that a file is another than the one that a draft began with.
var ErrChanged = errors.New(changed)

// New is a routine without a step.
func New(id, name string) Draft {
	d := Draft{ID: id, list: yamlfile.List{Before: head(id, name)}}
	d.Routine = routines.Routine{ID: id, Name: name}
	return d
}

// Open takes a routine up again. The error joins what is wrong with its text, or is
// [ErrByHand].
func Open(id string, data []byte) (Draft, error) {
	r, err := routines.Read(id, data)
	if err != nil {
		return Draft{}, err
	}
	f, err := yamlfile.Parse(id, data)
	if err != nil {
		return Draft{}, err
	}
	list, ok := f.List("steps")
	if !ok || len(list.Entries) != len(r.Steps) {
		return Draft{}, ErrByHand
	}
	return Draft{ID: id, Routine: r, list: list, read: list.String()}, nil
}

// Changed reports whether it is another text than it began with.
func (d Draft) Changed() bool { return len(d.list.Entries) > 0 && d.list.String() != d.read }

// Text is the file as it is to be kept.
func (d Draft) Text() []byte { return []byte(d.list.String()) }

// Kept is the draft once its text was kept.
func (d Draft) Kept() Draft {
	d.read = d.list.String()
	return d
}

// Add puts a move behind so many steps, once or as it is done by default.
func (d Draft) Add(m routines.Move, behind int) (Draft, error) {
	var ids []string
	for _, s := range d.Routine.Steps {
		ids = append(ids, s.ID)
	}
	e, err := first(m).write(entry(d.list.Indent(), m.ID, routines.FreeID(m.ID, ids)), Dose{})
	if err != nil {
		return d, err
	}
	return d.with(slices.Insert(slices.Clone(d.list.Entries), behind, e))
}

// Remove takes a step out. The last one can't be.
func (d Draft) Remove(i int) (Draft, error) {
	return d.with(slices.Delete(slices.Clone(d.list.Entries), i, i+1))
}

// Move takes a step so many places on, or back.
func (d Draft) Move(i, by int) (Draft, error) {
	to := min(max(i+by, 0), len(d.list.Entries)-1)
	list := slices.Clone(d.list.Entries)
	e := list[i]
	list = slices.Insert(slices.Delete(list, i, i+1), to, e)
	return d.with(list)
}

// Dose gives a step another dose.
func (d Draft) Dose(i int, dose Dose) (Draft, error) {
	list := slices.Clone(d.list.Entries)
	e, err := dose.write(list[i], DoseOf(d.Routine.Steps[i]))
	if err != nil {
		return d, err
	}
	list[i] = e
	return d.with(list)
}

// with is the draft with other steps, where they can be read.
func (d Draft) with(entries []yamlfile.Entry) (Draft, error) {
	was := d
	d.list.Entries = entries
	if len(entries) == 0 {
		d.Routine.Steps = nil
		return d, nil
	}
	r, err := routines.Read(d.ID, d.Text())
	if err != nil || len(r.Steps) != len(entries) {
		return was, errors.Join(err, ErrByHand)
	}
	d.Routine = r
	return d, nil
}

// As is the draft as another routine, of an id that none of some others has.
func (d Draft) As(taken []string) (Draft, error) {
	id := routines.FreeID(d.ID, taken)
	was := d
	d.list.Before = idLine().ReplaceAllString(d.list.Before, "id: "+yamlfile.Plain(id))
	d.ID = id
	if d, err := d.with(d.list.Entries); err == nil {
		return d, nil
	}
	return was, ErrByHand
}

// idLine is where a routine's file has its id.
var idLine = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?m)^id:[ \t]+[a-z0-9"'-]+`) })

// IDOf is the id that a routine of a name is given: its letters and digits in lower
// case, with a hyphen for what stands between them. Where it has no letter of an id it
// is one that is not taken.
func IDOf(name string, taken []string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(c rune) bool { return c > 'z' || c < '0' || c > '9' && c < 'a' })
	id := strings.Join(words, "-")
	id = strings.TrimRight(id[:min(len(id), yamlfile.MaxID)], "-")
	if yamlfile.IsID(id) {
		return id
	}
	return routines.FreeID("own", taken)
}
