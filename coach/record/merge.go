package record

import (
	"cmp"
	"encoding/json"
	"time"
)

// Row is what cramps, sessions and tallies have in common.
type Row[T any] interface {
	*T
	// Head returns what every merge looks at: the id, and the place of the moment
	// of the edit.
	Head() (ID, *time.Time)
	// Normalize returns the row as it is kept; the error names what can't be kept.
	Normalize() (T, error)
}

// Head implements Row.
func (e *Episode) Head() (ID, *time.Time) { return e.ID, &e.Edited }

// Head implements Row.
func (s *Session) Head() (ID, *time.Time) { return s.ID, &s.Edited }

// Head implements Row.
func (t *Tally) Head() (ID, *time.Time) { return t.ID(), &t.Edited }

// Merge decides between a version of a row, which was normalized, and the one
// that is kept, nil for none: it returns the one to keep, and whether that is
// another than so far. The later edit wins; the outcome doesn't depend on which
// of two versions came first. A version whose Edited is zero is edited now.
func Merge[T any, R Row[T]](kept *T, v T, now time.Time) (T, bool) {
	_, edited := R(&v).Head()
	dated := !edited.IsZero()
	if !dated {
		*edited = now.UTC().Round(0)
	}
	if kept == nil {
		return v, true
	}
	_, last := R(kept).Head()
	if !dated && !edited.After(*last) {
		*edited = last.Add(1) // the clock was set back; what a person does now is later all the same
		if checkMoment("edited", *edited) != nil {
			*edited = *last // none is later
		}
	}
	if later[T, R](v, *kept) {
		return v, true
	}
	return *kept, false
}

// later reports whether a version comes after another. Of two that were edited at the
// same moment on two machines, any order will do that both find.
func later[T any, R Row[T]](v, other T) bool {
	_, edited := R(&v).Head()
	_, last := R(&other).Head()
	return cmp.Or(edited.Compare(*last), cmp.Compare(jsonOf(v), jsonOf(other))) > 0
}

func jsonOf[T any](v T) string {
	var written any = v
	if viewed, ok := any(&v).(interface{ json() any }); ok {
		written = viewed.json() // else the library would go over it twice
	}
	data, _ := json.Marshal(written) // a normalized row can be written
	return string(data)
}
