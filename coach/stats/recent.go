package stats

import (
	"time"

	"uncramp/coach/record"
	"uncramp/routines"
)

// RecentNights are four weeks, which are compared with the four before.
const RecentNights = 4 * WeekNights

// Recent is the latest four weeks beside the four before, as far as there is a
// diary of them. Its cramps are those of [Summary.Cramps], by day too.
type Recent struct {
	Since  time.Time     // the first row of the whole diary; zero: nothing is known
	Nights int           // of the latest four weeks from the diary's first one on, at most [RecentNights]
	Cramps int           // in these
	Before Earlier       // the four weeks before
	Worst  record.Rating // the severest of Cramps that were rated
	// Place is where more than half of those began of which it was told, at least half
	// of all. Its side is empty where that holds for the muscle alone. All of it is
	// empty where it holds for none.
	Place Place
	// Around is the full hour within ninety minutes of which more than half began;
	// below 0: there is none.
	Around int
}

// Earlier is the four weeks before the latest four.
type Earlier struct {
	Nights int // from the diary's first one on, at most [RecentNights]
	Cramps int
}

// recent compares the latest four weeks with the four before. The diary was begun
// in a night.
func recent(now, first time.Time, begun Day, cramps []record.Episode) Recent {
	from := FirstNight(now, RecentNights)
	r := Recent{Since: first, Around: noHour}
	if first.IsZero() {
		return r
	}
	r.Nights = min(max(int(max(LatestBegun(now), begun)-begun)+1, 1), RecentNights)
	r.Before.Nights = min(max(int(from-begun), 0), RecentNights)
	var these []record.Episode
	for _, e := range cramps {
		if e.Deleted || e.At.After(now) {
			continue
		}
		switch night := nightAt(now, e.At); {
		case night >= from:
			these = append(these, e)
		case night >= from-RecentNights:
			r.Before.Cramps++
		}
	}
	r.Cramps, r.Worst, r.Place, r.Around = len(these), worst(these), mostly(these), around(these)
	return r
}

// worst is the severest rating that was given.
func worst(cramps []record.Episode) (r record.Rating) {
	for _, e := range cramps {
		if e.Severity.Given && (!r.Given || e.Severity.Value > r.Value) {
			r = e.Severity
		}
	}
	return r
}

// mostly is the muscle, with its side if that can be, of more than half of the
// cramps of which it was told.
func mostly(cramps []record.Episode) Place {
	told, muscles := 0, map[routines.Muscle]int{}
	list := places(cramps)
	for _, p := range list {
		if p.Muscle != "" || p.Side != "" {
			told += p.Cramps
		}
		muscles[p.Muscle] += p.Cramps
	}
	if 2*told < len(cramps) {
		return Place{}
	}
	for _, p := range list {
		if named := p.Muscle != "" || p.Side != ""; named && 2*p.Cramps > told {
			return p
		}
	}
	for m, n := range muscles {
		if m != "" && 2*n > told {
			return Place{Muscle: m, Cramps: n}
		}
	}
	return Place{}
}

// noHour is no hour of the day.
const noHour = -1

// around is the full hour around which more than half of the cramps began: of
// several the one in whose middle they lie.
func around(cramps []record.Episode) int {
	const whole, near = int(day / time.Minute), 90
	hour, most, least := noHour, len(cramps)/2, 0
	for h := range len(Summary{}.Hours) {
		n, apart := 0, 0
		for _, e := range cramps {
			away := (e.At.Hour()*60 + e.At.Minute() - h*60 + whole) % whole
			if away = min(away, whole-away); away <= near {
				n++
				apart += away
			}
		}
		if n > most || hour != noHour && n == most && apart < least {
			hour, most, least = h, n, apart
		}
	}
	return hour
}
