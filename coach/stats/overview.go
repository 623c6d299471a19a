package stats

import (
	"time"

	"uncramp/coach/record"
)

// Overview is what is true now, in short: what is shown before anything else.
type Overview struct {
	Summary                           // of four weeks
	Latest  map[string]record.Session // of each routine, by its id, with no more than its moment, its ending and its times
}

// OverviewOf counts four weeks. The rows are those of a window of [RecentNights];
// latest are the latest sessions of each routine.
func OverviewOf(now time.Time, rows Rows, latest []record.Session) Overview {
	o := Overview{Count(now, RecentNights, rows), map[string]record.Session{}}
	for _, s := range latest {
		if s.At.After(o.Latest[s.Routine].At) {
			o.Latest[s.Routine] = s
		}
	}
	return o
}

// UntoldCramp returns the latest cramp of last night, or of the present one, of
// which nothing but a number was given; false where there is none.
func (o Overview) UntoldCramp() (latest record.Episode, found bool) {
	for _, e := range o.Cramps {
		if e.Helped == "" && e.Note == "" && e.Woke == "" && !e.Disturbance.Given && AtNight(e) && o.isRecent(e) {
			latest, found = e, true
		}
	}
	return latest, found
}

// isRecent reports whether a cramp is of last night, of the present night, or of
// the day between them.
func (o Overview) isRecent(e record.Episode) bool {
	return nightAt(o.Now, e.At) >= LatestOver(o.Now)
}

// recentCramp is the latest cramp, if it is of today, or of the night or the day
// before.
func (o Overview) recentCramp() (e record.Episode, ok bool) {
	if n := len(o.Cramps); n > 0 {
		e = o.Cramps[n-1]
		ok = o.isRecent(e) && DayOf(e.At) >= DayOf(o.Now)-1
	}
	return e, ok
}
