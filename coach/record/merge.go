package record

import (
	"cmp"
	"encoding/json"
	"time"
)

// Row is what cramps, sessions and tallies have in common.
type Row[T any] interface {
	// Head returns what every merge looks at.
	Head() Head
	// Normalize returns the row as it is kept; the error names what can't be kept.
	Normalize() (T, error)
	// WithEdited returns the row with another moment of its edit.
	WithEdited(time.Time) T
}

// Head is what of a row every merge looks at.
type Head struct {
	ID     ID
	Edited time.Time
}

// Head implements Row.
func (e Episode) Head() Head { return Head{e.ID, e.Edited} }

// Head implements Row.
func (s Session) Head() Head { return Head{s.ID, s.Edited} }

// Head implements Row.
func (t Tally) Head() Head { return Head{t.ID(), t.Edited} }

// WithEdited implements Row.
func (e Episode) WithEdited(at time.Time) Episode {
	e.Edited = at
	return e
}

// WithEdited implements Row.
func (s Session) WithEdited(at time.Time) Session {
	s.Edited = at
	return s
}

// WithEdited implements Row.
func (t Tally) WithEdited(at time.Time) Tally {
	t.Edited = at
	return t
}

// Merge decides between a version of a row, which was normalized, and the one
// that is kept, nil for none: it returns the one to keep, and whether that is
// another than so far. The later edit wins; the outcome doesn't depend on which
// of two versions came first. A version whose Edited is zero is edited now.
func Merge[T Row[T]](kept *T, v T, now time.Time) (T, bool) {
	dated := !v.Head().Edited.IsZero()
	if !dated {
		v = v.WithEdited(now.UTC().Round(0))
	}
	if kept == nil {
		return v, true
	}
	last := (*kept).Head().Edited
	if !dated && !v.Head().Edited.After(last) {
		v = v.WithEdited(last.Add(1)) // the clock was set back; what a person does now is later all the same
	}
	// Two machines at the same moment: any order will do that both find.
	if cmp.Or(v.Head().Edited.Compare(last), cmp.Compare(jsonOf(v), jsonOf(*kept))) > 0 {
		return v, true
	}
	return *kept, false
}

func jsonOf[T any](v T) string {
	data, _ := json.Marshal(v) // a normalized row can be written
	return string(data)
}
