package report

import (
	"cmp"
	"slices"
	"time"

	"uncramp/coach/plan"
	"uncramp/coach/record"
)

// Counted is what nights add up to.
type Counted struct {
	Known     int `json:"known"`                      // With and Without
	With      int `json:"with_cramp"`                 // nights with a cramp at night
	Without   int `json:"without_cramp"`              // nights
	Untold    int `json:"not_told"`                   // nights that are not known
	AtNight   int `json:"cramps_at_night"`            // cramps, of any night
	ByDay     int `json:"cramps_by_day"`              // cramps, of any day
	Stretched int `json:"bedtime_stretch_done"`       // known nights, see [plan.Stretched]
	Begun     int `json:"bedtime_stretch_only_begun"` // known nights
}

// Count adds nights up.
func Count(nights []Night) (c Counted) {
	for _, n := range nights {
		c.AtNight += n.Cramps
		c.ByDay += n.ByDay
		switch {
		case !n.Known:
			c.Untold++
			continue
		case n.Cramps > 0:
			c.With++
		default:
			c.Without++
		}
		c.Known++
		if n.Stretched {
			c.Stretched++
		}
		if n.Begun {
			c.Begun++
		}
	}
	return c
}

// Week is seven nights, or, the first of a window, up to seven.
type Week struct {
	Nights   []Night
	Severity Spread
}

// Weeks divides the window in sevens, counted back from its end. A week of
// which nothing is known is left out.
func (r Report) Weeks() (weeks []Week) {
	for end := len(r.Nights); end > 0; end -= 7 {
		w := Week{Nights: r.Nights[max(end-7, 0):end]}
		c := Count(w.Nights)
		if c.Known+c.AtNight+c.ByDay == 0 {
			continue
		}
		w.Severity = spread(r.within(w.Nights), severity)
		weeks = append(weeks, w)
	}
	slices.Reverse(weeks)
	return weeks
}

// within are the cramps of some nights.
func (r Report) within(nights []Night) []record.Episode {
	from, to := nights[0].Evening, nights[len(nights)-1].Evening
	return slices.DeleteFunc(slices.Clone(r.Cramps), func(e record.Episode) bool {
		n := plan.NightOf(e.At)
		return n < from || n > to
	})
}

// Weekly is how many cramps a week there were in the nights that are known, by
// day too. Less than a week says nothing of a week: then it is false.
func (r Report) Weekly() (float64, bool) {
	known, cramps := 0, 0
	for _, n := range r.Nights {
		if n.Known {
			known++
			cramps += n.Cramps + n.ByDay
		}
	}
	if known < 7 {
		return 0, false
	}
	return float64(cramps) * 7 / float64(known), true
}

// Hours counts the cramps that began in each hour of the day.
func (r Report) Hours() (hours [24]int) {
	for _, e := range r.Cramps {
		hours[e.At.Hour()]++
	}
	return hours
}

// Place is where it cramped, and how often.
type Place struct {
	Where  string `json:"where"` // "left calf"; "not told"
	Cramps int    `json:"cramps"`
}

// Places counts muscles and sides, the most frequent first.
func (r Report) Places() (places []Place) {
	for _, e := range r.Cramps {
		where := where(e)
		i := slices.IndexFunc(places, func(p Place) bool { return p.Where == where })
		if i < 0 {
			i = len(places)
			places = append(places, Place{Where: where})
		}
		places[i].Cramps++
	}
	slices.SortFunc(places, func(a, b Place) int {
		return cmp.Or(cmp.Compare(b.Cramps, a.Cramps), cmp.Compare(a.Where, b.Where))
	})
	return places
}

// where says muscle and side as far as they were told.
func where(e record.Episode) string {
	place := e.Where()
	if place != "" && e.Side == "" {
		place += ", side " + record.Unanswered
	}
	return cmp.Or(place, record.Unanswered)
}

// Spread sums up numbers that were told. Durations are seconds, scales are 0
// to 10.
type Spread struct {
	Told                int // how many were
	Median, Least, Most float64
}

// spread sums up what value finds in each cramp; false is not told.
func spread(cramps []record.Episode, value func(record.Episode) (float64, bool)) Spread {
	var told []float64
	for _, e := range cramps {
		if v, ok := value(e); ok {
			told = append(told, v)
		}
	}
	if len(told) == 0 {
		return Spread{}
	}
	return Spread{Told: len(told), Median: plan.Median(told), Least: slices.Min(told), Most: slices.Max(told)}
}

func severity(e record.Episode) (float64, bool)    { return scale(e.Severity) }
func disturbance(e record.Episode) (float64, bool) { return scale(e.Disturbance) }
func soreness(e record.Episode) (float64, bool)    { return scale(e.Soreness) }
func relief(e record.Episode) (float64, bool)      { return seconds(e.Relief) }
func length(e record.Episode) (float64, bool)      { return seconds(e.Length) }

func scale(s record.Rating) (float64, bool)   { return float64(s.Value), s.Given }
func seconds(d time.Duration) (float64, bool) { return d.Seconds(), d > 0 }

// Severity is how bad the cramps were, from 0 to 10.
func (r Report) Severity() Spread { return spread(r.Cramps, severity) }

// Disturbance is how much they disturbed the sleep, from 0 to 10.
func (r Report) Disturbance() Spread { return spread(r.Cramps, disturbance) }

// Soreness is how sore it was afterwards, from 0 to 10.
func (r Report) Soreness() Spread { return spread(r.Cramps, soreness) }

// Relief is the time from the beginning until it eased, in seconds.
func (r Report) Relief() Spread { return spread(r.Cramps, relief) }

// Length is how long the cramps lasted, in seconds.
func (r Report) Length() Spread { return spread(r.Cramps, length) }

// Answers counts yes, no and not told.
type Answers struct {
	Yes    int `json:"yes"`
	No     int `json:"no"`
	Untold int `json:"not_told"`
}

// Woke counts whether the cramps woke the person.
func (r Report) Woke() Answers {
	return answers(r.Cramps, func(e record.Episode) record.Answer { return e.Woke })
}

// Asleep counts whether the person was asleep when they began.
func (r Report) Asleep() Answers {
	return answers(r.Cramps, func(e record.Episode) record.Answer { return e.Asleep })
}

func answers(cramps []record.Episode, of func(record.Episode) record.Answer) (a Answers) {
	for _, e := range cramps {
		switch of(e) {
		case record.Yes:
			a.Yes++
		case record.No:
			a.No++
		default:
			a.Untold++
		}
	}
	return a
}

// Change is a change of medicine, as it was told.
type Change struct {
	At   time.Time `json:"at"`
	Text string    `json:"text"`
}

// Medicines lists the changes of medicine, in order.
func (r Report) Medicines() (changes []Change) {
	for _, e := range r.Cramps {
		if e.Medicine != "" {
			changes = append(changes, Change{e.At, e.Medicine})
		}
	}
	return changes
}
