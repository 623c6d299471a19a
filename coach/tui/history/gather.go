package history

import (
	"slices"
	"time"

	"uncramp/coach/plan"
	"uncramp/coach/record"
	"uncramp/routines"
)

// History is what there is to see of a window of nights. It counts and says
// nothing of causes.
type History struct {
	Days   int              // the window; 0: all there is
	Nights []Night          // every night of it, in order; the last one is the present one
	Spells []Spell          // the same by weeks, or by months where there are many
	Months bool             // they are months
	Hours  [24]int          // cramps by the hour in which they began
	Places []Place          // muscles that cramped, in the order in which they are offered
	Relief Relief           // how soon cramps eased
	Plan   plan.SixWeeks    // of bedtime stretches, whatever the window
	Cramps []record.Episode // latest first
}

// Spell is a week that ends with the present night, one of those before it, or
// a month.
type Spell struct {
	From      time.Time // evening of its first night
	Nights    int
	Cramps    int
	Stretched int // nights
	Rated     int // nights with a cramp that was rated
	Severity  int // the sum of the worst of those nights
}

// Place is how often a muscle cramped, by side.
type Place struct {
	Muscle                    routines.Muscle // empty: not told
	Left, Right, Both, Untold int
}

// Total is how often it cramped.
func (p Place) Total() int { return p.Left + p.Right + p.Both + p.Untold }

// Relief is how soon cramps eased.
type Relief struct {
	Within [5]int // cramps that took up to 1, 2, 5, 10 minutes, and longer
	Untold int
	Median time.Duration // of those that were told
}

// otherMuscle stands for every muscle that is not on offer.
const otherMuscle routines.Muscle = "other"

// bounds are the ends of all times to relief but the last.
func bounds() []time.Duration {
	return []time.Duration{time.Minute, 2 * time.Minute, 5 * time.Minute, 10 * time.Minute}
}

// mostNights is how far back the charts go: a slip of the finger in a year must
// not fill the memory. The list has all there is.
const mostNights = 100 * 366

// Gather counts what a diary holds of so many days up to now; 0 is all.
// Episodes are those of [Span], in order. Stretched are the moments at which
// the bedtime stretch was done, see [plan.Stretched], of all times: the six
// weeks may have begun before the window. What lies ahead of now, by a journey
// or a clock, is counted for the present night.
func Gather(now time.Time, days int, episodes []record.Episode, stretched []time.Time) History {
	days = max(days, 0)
	last := plan.NightOf(now)
	nights := plan.Nights(now, stretched)
	h := History{Days: days, Plan: plan.SixWeeksOf(now, nights)}
	first := firstOf(now, days)
	if days == 0 {
		first = earliest(episodes, nights, last)
	}
	for n := first; n <= last; n++ {
		h.Nights = append(h.Nights, Night{Date: n.Date()})
	}
	for _, n := range nights {
		if n >= first {
			h.Nights[n-first].Stretched = true
		}
	}
	h.Cramps = make([]record.Episode, 0, len(episodes))
	for _, e := range slices.Backward(episodes) {
		n := min(plan.NightOf(e.At), last)
		if e.Deleted || n < first && days != 0 {
			continue
		}
		h.Cramps = append(h.Cramps, e)
		if n >= first {
			h.Nights[n-first].count(e)
		}
		h.Hours[e.At.Hour()]++
	}
	h.Places, h.Relief = places(h.Cramps), relief(h.Cramps)
	h.Spells, h.Months = spells(h.Nights)
	return h
}

// Begun leaves out the nights before the diary was begun: they are not nights
// without a cramp. With a zero moment nothing is changed.
func (h History) Begun(at time.Time) History {
	if at.IsZero() {
		return h
	}
	first := plan.NightOf(at).Date()
	h.Nights = slices.Clone(h.Nights)
	for i := range h.Nights {
		n := &h.Nights[i]
		n.Before = n.Date.Before(first) && n.Cramps == 0 && !n.Stretched
	}
	h.Spells, h.Months = spells(h.Nights)
	return h
}

// earliest is the first night of which anything is known.
func earliest(episodes []record.Episode, stretched []plan.Day, last plan.Day) plan.Day {
	first := last
	for _, e := range episodes {
		if !e.Deleted {
			first = min(first, plan.NightOf(e.At))
			break
		}
	}
	if len(stretched) > 0 {
		first = min(first, stretched[0])
	}
	return max(first, last-mostNights+1)
}

func (n *Night) count(e record.Episode) {
	n.Cramps++
	if e.Severity.Given && (!n.Worst.Given || e.Severity.Value > n.Worst.Value) {
		n.Worst = e.Severity
	}
}

// weekNights is a week, and mostWeeks how many of them are told apart before
// they become months.
const (
	weekNights = 7
	mostWeeks  = 26
)

// spells sums nights up. Weeks end with the last night, so that each but the
// first one is whole.
func spells(nights []Night) (out []Spell, months bool) {
	months = len(nights) > mostWeeks*weekNights
	for i, n := range nights {
		begins := (len(nights)-i)%weekNights == 0
		if months {
			begins = n.Date.Day() == 1
		}
		if i == 0 || begins {
			out = append(out, Spell{From: n.Date})
		}
		out[len(out)-1].add(n)
	}
	return out, months
}

func (s *Spell) add(n Night) {
	if !n.Before {
		s.Nights++
	}
	s.Cramps += n.Cramps
	if n.Stretched {
		s.Stretched++
	}
	if n.Worst.Given {
		s.Rated++
		s.Severity += n.Worst.Value
	}
}

func places(cramps []record.Episode) []Place {
	order := append(routines.Muscles(), otherMuscle, "")
	all := make([]Place, len(order))
	for i, m := range order {
		all[i].Muscle = m
	}
	for _, e := range cramps {
		i := slices.Index(order, e.Muscle)
		if i < 0 {
			i = slices.Index(order, otherMuscle)
		}
		switch e.Side {
		case routines.Left:
			all[i].Left++
		case routines.Right:
			all[i].Right++
		case routines.Both:
			all[i].Both++
		default:
			all[i].Untold++
		}
	}
	return slices.DeleteFunc(all, func(p Place) bool { return p.Total() == 0 })
}

func relief(cramps []record.Episode) (r Relief) {
	var told []time.Duration
	for _, e := range cramps {
		if e.Relief <= 0 {
			r.Untold++
			continue
		}
		told = append(told, e.Relief)
		i, _ := slices.BinarySearch(bounds(), e.Relief)
		r.Within[i]++
	}
	r.Median = plan.Median(told)
	return r
}

// Empty reports whether there is nothing to see in the window.
func (h History) Empty() bool {
	return len(h.Cramps) == 0 && !slices.ContainsFunc(h.Nights, func(n Night) bool { return n.Stretched })
}
