// Package stats is the diary counted: nights, weeks, hours, places, severity,
// relief, what was tried, and the six weeks of bedtime stretches. Each question
// is answered here, once; screens, commands and reports only show the answer.
//
// It is pure: the moment is an argument, and nothing is read or written. What
// was not told never counts as nothing, and what lies in the future counts
// nowhere.
package stats

import (
	"slices"
	"time"

	"uncramp/coach/record"
)

// Bedtime is the id of the routine that the six weeks are about.
const Bedtime = "bedtime"

// BedtimeShare is how much of the planned time makes a bedtime stretch count for its
// night: about half of its holds. Holds are about half of its time.
const BedtimeShare = 0.25

// MaxNights is the longest window: a slip of the finger in a year must not fill
// the memory.
const MaxNights = 100 * 366

// Stretched reports whether a session counts as its night's bedtime stretch.
func Stretched(s record.Session) bool { return s.Routine == Bedtime && s.FollowedFor(BedtimeShare) }

// Rows are what of a diary is counted, each kind in order. Rows that are older
// than the window or later than now may be among them.
type Rows struct {
	// Cramps are those from [Since] on, and the first one of all.
	Cramps []record.Episode
	// Sessions are the bedtime stretches of all times, of each night the one
	// followed furthest is enough, and of all sessions the first and the latest.
	Sessions []record.Session
	Courses  []Course // all programmes, see [CoursesOf]
}

// Summary is a window of a diary, counted.
type Summary struct {
	Now         time.Time
	Days        int              // how many nights were asked for; 0: all there are
	First       time.Time        // the first row of the whole diary; zero: it is empty
	Latest      time.Time        // the latest row of the window; zero: it has none
	Nights      []Night          // those that have begun, in order, without a gap
	Cramps      []record.Episode // of these nights, in order
	Future      []record.Episode // of moments after now, in order; nothing else here counts them
	Totals      Totals           // of all nights
	Hours       [24]int          // cramps that began in each hour, from midnight on
	Places      []Place          // the most frequent first
	Severity    Spread           // 0 to 10
	Disturbance Spread           // of sleep, 0 to 10
	Soreness    Spread           // afterwards, 0 to 10
	Relief      Spread           // seconds from the beginning until it eased
	Length      Spread           // seconds
	ReliefTimes ReliefTimes
	Woke        Answers
	Asleep      Answers // when it began
	Outcomes    []Outcome
	SixWeeks    SixWeeks // whatever the window
	Courses     []Course // the same: all programmes, the earliest first
	Recent      Recent   // whatever the window
}

// LatestFirst are all cramps, the latest first: those of the future, too, so that they can be
// put right.
func (s Summary) LatestFirst() []record.Episode {
	list := slices.Concat(s.Cramps, s.Future)
	slices.Reverse(list)
	return list
}

// FirstNight returns the first one of a window of so many nights, of which the
// last one is the latest that has begun.
func FirstNight(now time.Time, days int) Day { return LatestBegun(now) + 1 - Day(days) }

// Since returns the moment from which on cramps are read for a window: all of it
// and, however short it is, of [Recent]. Zero is all, as it is for 0 nights.
func Since(now time.Time, days int) time.Time {
	if days == 0 {
		return time.Time{}
	}
	return FirstNight(now, max(days, 2*RecentNights)).Since()
}

// Count counts a window of so many nights, which ends with the latest night that
// has begun; 0 is all there are. Where something of a day comes before its
// night has begun, that night is there, too, so that everything has its place.
func Count(now time.Time, days int, rows Rows) Summary {
	days = min(max(days, 0), MaxNights)
	s := Summary{Now: now, Days: days, SixWeeks: sixWeeks(now, rows), Courses: rows.Courses}
	moments := rows.moments(now)
	begun := NightOf(now) // the night in which the diary was
	for _, at := range moments {
		if s.First.IsZero() || at.Before(s.First) {
			s.First = at
		}
		begun = min(begun, nightAt(now, at))
	}
	for _, c := range rows.Courses { // a week of diary without a cramp is one
		begun = min(begun, c.Begun())
	}
	first := FirstNight(now, days)
	if days == 0 {
		first = max(min(begun, LatestBegun(now)), FirstNight(now, MaxNights))
	}
	for _, at := range moments {
		if nightAt(now, at) >= first && at.After(s.Latest) {
			s.Latest = at
		}
	}
	s.readCramps(first, rows.Cramps)
	s.Nights = s.layNights(first, begun, stretchNights(now, rows.Sessions))
	s.Totals = Sum(s.Nights)
	s.countCramps()
	s.Recent = recent(now, s.First, begun, rows.Cramps)
	return s
}

// moments are those of all rows that are not ahead.
func (r Rows) moments(now time.Time) (list []time.Time) {
	for _, e := range r.Cramps {
		if !e.Deleted && !e.At.After(now) {
			list = append(list, e.At)
		}
	}
	for _, s := range r.Sessions {
		if !s.Deleted && !s.At.After(now) {
			list = append(list, s.At)
		}
	}
	return list
}

// readCramps keeps the cramps of the window and those of the future.
func (s *Summary) readCramps(first Day, cramps []record.Episode) {
	s.Cramps = make([]record.Episode, 0, len(cramps))
	for _, e := range cramps {
		switch {
		case e.Deleted:
		case e.At.After(s.Now):
			s.Future = append(s.Future, e)
		case s.Days == 0 || nightAt(s.Now, e.At) >= first:
			s.Cramps = append(s.Cramps, e)
		}
	}
}

// layNights lays out every night of the window with what there was on it.
func (s Summary) layNights(first, begun Day, stretches map[Day]bool) []Night {
	last, over := LatestBegun(s.Now), LatestOver(s.Now)
	for night := range stretches {
		last = max(last, night)
	}
	for _, e := range s.Cramps {
		last = max(last, nightAt(s.Now, e.At))
	}
	nights := make([]Night, last-first+1)
	for i := range nights {
		n := &nights[i]
		n.Evening = first + Day(i)
		n.Over = n.Evening <= over
		n.Known = n.Over && n.Evening >= begun && !s.Latest.IsZero()
		done, ok := stretches[n.Evening]
		n.Stretched, n.OnlyBegun = done, ok && !done
	}
	for _, e := range s.Cramps {
		if night := nightAt(s.Now, e.At); night >= first {
			nights[night-first].add(e)
		}
	}
	return nights
}

// countCramps counts what each cramp says.
func (s *Summary) countCramps() {
	var severity, disturbance, soreness, relief, length []float64
	for _, e := range s.Cramps {
		severity = appendRating(severity, e.Severity)
		disturbance = appendRating(disturbance, e.Disturbance)
		soreness = appendRating(soreness, e.Soreness)
		relief, length = appendLength(relief, e.Relief), appendLength(length, e.Length)
		s.Hours[e.At.Hour()]++
		s.Woke.add(e.Woke)
		s.Asleep.add(e.Asleep)
		s.ReliefTimes.add(e.Relief)
	}
	s.Severity, s.Disturbance, s.Soreness = spread(severity), spread(disturbance), spread(soreness)
	s.Relief, s.Length = spread(relief), spread(length)
	s.Places, s.Outcomes = places(s.Cramps), outcomes(s.Cramps)
}
