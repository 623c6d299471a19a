package record

import (
	"time"
)

// Column is one column of a kind of row. The tables of columns are all that the
// database, the exports and the checks know of a row: what is kept, how it is
// written and what is refused follows from the type of the field. Who adds one
// gives the field its JSON key, adds a line here, and a migration of the diary.
type Column[T any] struct {
	Name  string       // in SQL and in JSON
	CSV   string       // its heading
	Field func(*T) any // the field: a pointer to one of the types below, or to a type of [routines]
}

// The types of fields, beside time.Time, which is kept with its zone,
// time.Duration, which is 0 to MaxLength, string, bool, ID, Rating, Answer,
// []Attempt, session.Ending and the words of package routines.
type (
	// Edit is the moment of an edit, in UTC.
	Edit time.Time
	// Link is the ID of a row of another kind; empty: none.
	Link ID
	// Lead is a length that may be negative.
	Lead time.Duration
)

// EpisodeColumns are the columns of a cramp, in the order of a CSV file.
var EpisodeColumns = []Column[Episode]{
	{"at", "at", func(e *Episode) any { return &e.At }},
	{"length", "length_seconds", func(e *Episode) any { return &e.Length }},
	{"muscle", "muscle", func(e *Episode) any { return &e.Muscle }},
	{"side", "side", func(e *Episode) any { return &e.Side }},
	{"severity", "severity", func(e *Episode) any { return &e.Severity }},
	{"disturbance", "disturbance", func(e *Episode) any { return &e.Disturbance }},
	{"asleep", "asleep", func(e *Episode) any { return &e.Asleep }},
	{"woke", "woke", func(e *Episode) any { return &e.Woke }},
	{"doing", "doing", func(e *Episode) any { return &e.Doing }},
	{"relief", "relief_seconds", func(e *Episode) any { return &e.Relief }},
	{"soreness", "soreness", func(e *Episode) any { return &e.Soreness }},
	{"helped", "helped", func(e *Episode) any { return &e.Helped }},
	{"fluids", "fluids", func(e *Episode) any { return &e.Fluids }},
	{"medicine", "medicine", func(e *Episode) any { return &e.Medicine }},
	{"note", "note", func(e *Episode) any { return &e.Note }},
	{"tried", "tried", func(e *Episode) any { return &e.Tried }},
	{"id", "id", func(e *Episode) any { return &e.ID }},
	{"edited", "edited", func(e *Episode) any { return (*Edit)(&e.Edited) }},
	{"deleted", "deleted", func(e *Episode) any { return &e.Deleted }},
}

// SessionColumns are the columns of a routine that was followed.
var SessionColumns = []Column[Session]{
	{"at", "at", func(s *Session) any { return &s.At }},
	{"routine", "routine", func(s *Session) any { return &s.Routine }},
	{"ending", "ending", func(s *Session) any { return &s.Ending }},
	{"planned", "planned_seconds", func(s *Session) any { return &s.Planned }},
	{"worked", "worked_seconds", func(s *Session) any { return &s.Worked }},
	{"muscle", "muscle", func(s *Session) any { return &s.Choice.Muscle }},
	{"side", "side", func(s *Session) any { return &s.Choice.Side }},
	{"position", "position", func(s *Session) any { return &s.Choice.Position }},
	{"prepare", "prepare_seconds", func(s *Session) any { return (*Lead)(&s.Choice.Prepare) }},
	{"done", "tried", func(s *Session) any { return &s.Done }},
	{"episode", "episode", func(s *Session) any { return (*Link)(&s.Episode) }},
	{"id", "id", func(s *Session) any { return &s.ID }},
	{"edited", "edited", func(s *Session) any { return (*Edit)(&s.Edited) }},
	{"deleted", "deleted", func(s *Session) any { return &s.Deleted }},
}

// TallyColumns are the columns of a tally. In SQL its count is called n.
var TallyColumns = []Column[Tally]{
	{"kind", "kind", func(t *Tally) any { return &t.Kind }},
	{"day", "day", func(t *Tally) any { return &t.Day }},
	{"name", "name", func(t *Tally) any { return &t.Name }},
	{"n", "count", func(t *Tally) any { return &t.Count }},
	{"edited", "edited", func(t *Tally) any { return (*Edit)(&t.Edited) }},
}
