package visit

import (
	"time"

	"uncramp/coach/session"
)

// Bookmark is where a routine stands that is being followed, so that it can be
// gone on with after a crash.
type Bookmark struct {
	Routine string         `json:"routine"` // its id
	Choice  session.Choice `json:"choice"`
	Phase   int            `json:"phase"` // index in the plan
	Began   time.Time      `json:"began"` // the cramp; zero: there is none
}

// Bookmark returns where the routine stands; nil when none is being followed.
func (v Visit) Bookmark(now session.Instant) *Bookmark {
	s := v.session
	if s.State() == session.Over || len(s.Plan().Phases) == 0 {
		return nil
	}
	b := Bookmark{Routine: s.Plan().Routine, Choice: v.play.Choice, Phase: s.Index()}
	if isRelief(s) {
		b.Began = now.Wall.Add(-s.SinceOnset(now))
	}
	return &b
}

// SamePlace reports whether two bookmarks lead to the same phase, or both to
// none.
func (b *Bookmark) SamePlace(other *Bookmark) bool {
	if b == nil || other == nil {
		return b == other
	}
	return b.Routine == other.Routine && b.Choice == other.Choice && b.Phase == other.Phase
}

// GoOn is a routine from the bookmark on; false if it has no such place.
func (b Bookmark) GoOn(p Play, now time.Time) (Play, bool) {
	if b.Phase < 0 || b.Phase >= len(p.Plan.Phases) {
		return Play{}, false
	}
	p.From = b.Phase
	if !b.Began.IsZero() {
		p.Began = max(now.Sub(b.Began), 0)
	}
	return p, true
}
