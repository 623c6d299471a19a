package record

import (
	"slices"
	"time"

	"uncramp/coach/session"
)

// Entry is what the diary is to keep of a routine that is over.
type Entry struct {
	Session Session
	Episode Episode // the cramp it was followed for; without an id there was none
}

// Visit is what was followed since home was left, for one cramp or for none.
type Visit struct {
	Sessions []session.Session
	Choices  []session.Choice // that each ended with
	Began    time.Time        // the routine that is followed now

	episode ID // the cramp it is about; empty: none
	onset   time.Time
}

// Ended adds a session that is over, with the choice it ended with.
func (v Visit) Ended(s session.Session, c session.Choice) Visit {
	v.Sessions = append(slices.Clone(v.Sessions), s)
	v.Choices = append(slices.Clone(v.Choices), c)
	return v
}

// Entry is what is to be kept of the session that ended last; false where
// nothing was done in it.
func (v Visit) Entry(now session.Instant) (Visit, Entry, bool) {
	s := v.Sessions[len(v.Sessions)-1]
	if s.Worked() == 0 && !slices.ContainsFunc(s.Done(), func(d session.Done) bool { return d.Answer != session.Wake }) {
		return v, Entry{}, false
	}
	if v.another(s) {
		last := len(v.Sessions) - 1
		v = Visit{Sessions: v.Sessions[last:], Choices: v.Choices[last:], Began: v.Began}
	}
	if v.episode == "" && s.Plan().Onset != nil {
		v.episode, v.onset = NewID(now.Wall), now.Wall.Add(-s.Onset(now))
	}
	r := Entry{Session: OfSession(s, v.Began, v.Choices[len(v.Choices)-1], NewID(now.Wall))}
	r.Session.Episode, r.Session.Edited = v.episode, now.Wall
	if v.episode != "" {
		r.Episode = OfRelief(v.Sessions, v.Choices, v.onset)
		r.Episode.ID, r.Episode.Edited = v.episode, now.Wall
	}
	return v, r, true
}

// another reports whether a relief is for another cramp than what was followed
// before it: that one had eased, or this one's clock began anew.
func (v Visit) another(s session.Session) bool {
	if v.episode == "" || !leads(s) {
		return false
	}
	last := len(v.Sessions) - 1
	earlier := OfRelief(v.Sessions[:last], v.Choices[:last], v.onset)
	return earlier.Relief > 0 || before(s) < earlier.Length
}
