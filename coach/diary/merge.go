package diary

import (
	"cmp"
	"encoding/json"
	"time"
)

// row is what cramps, sessions and marks have in common.
type row[T any] interface {
	head() head
	tidy() (T, error)
	edited(time.Time) T
}

// head is what of a row every merge looks at.
type head struct {
	ID      ID
	At      time.Time
	Edited  time.Time
	Deleted bool
}

func (e Episode) head() head { return head{e.ID, e.At, e.Edited, e.Deleted} }
func (s Session) head() head { return head{s.ID, s.At, s.Edited, s.Deleted} }
func (m Mark) head() head    { return head{ID: m.id(), Edited: m.Edited, Deleted: m.N == 0} }

func (e Episode) gone() bool { return e.Deleted }
func (s Session) gone() bool { return s.Deleted }

func (e Episode) edited(at time.Time) Episode {
	e.Edited = at
	return e
}

func (s Session) edited(at time.Time) Session {
	s.Edited = at
	return s
}

func (m Mark) edited(at time.Time) Mark {
	m.Edited = at
	return m
}

// merged decides between a tidy version of a row and the one that is kept, nil
// for none: it returns the one to keep, and whether that is another than so
// far. The outcome doesn't depend on which of two versions came first.
func merged[T row[T]](kept *T, v T, now time.Time) (T, bool) {
	told := !v.head().Edited.IsZero()
	if !told {
		v = v.edited(now.UTC().Round(0))
	}
	if kept == nil {
		return v, true
	}
	last := (*kept).head().Edited
	if !told && !v.head().Edited.After(last) {
		v = v.edited(last.Add(1)) // the clock was set back; what a person does now is later all the same
	}
	// Two machines at the same moment: any order will do that both find.
	if cmp.Or(v.head().Edited.Compare(last), cmp.Compare(text(v), text(*kept))) > 0 {
		return v, true
	}
	return *kept, false
}

func text[T any](v T) string {
	data, _ := json.Marshal(v) // a tidy row can be written
	return string(data)
}
