package stats

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"uncramp/coach/record"
	"uncramp/coach/text"
)

// Window names the nights that are looked at.
func (s Summary) Window() string {
	if s.Days == 0 {
		return "All nights"
	}
	return fmt.Sprintf("The last %d nights", s.Days)
}

// Sentence says how many cramps there were on how many of the nights that are
// counted. What else there was is said by [Summary.Apart].
func (s Summary) Sentence() string {
	t := s.Totals
	return fmt.Sprintf("%s on %d of %s", record.Cramps(t.AtNight-t.Tonight), t.With, record.Nights(t.Known))
}

// Apart says in sentences what [Summary.Sentence] does not count.
func (s Summary) Apart() (sentences []string) {
	if n := s.Totals.ByDay; n > 0 {
		sentences = append(sentences, record.Plural(n, "1 cramp by day.", "%d cramps by day."))
	}
	if n := s.Totals.Tonight; n > 0 {
		sentences = append(sentences, record.Plural(n, "1 cramp tonight, which is not over.", "%d cramps tonight, which is not over."))
	}
	if s.FutureLine() != "" {
		sentences = append(sentences, s.FutureLine())
	}
	return sentences
}

// FutureLine says that cramps lie in the future; it is empty where none does.
func (s Summary) FutureLine() string {
	if len(s.Future) == 0 {
		return ""
	}
	return record.Plural(len(s.Future), "1 cramp is dated in the future and counts nowhere; put its date right in the history.",
		"%d cramps are dated in the future and count nowhere; put their dates right in the history.")
}

// Busiest names the hours in which most cramps began.
func (s Summary) Busiest() string {
	most, hours := slices.Max(s.Hours[:]), []string(nil)
	for i, n := range s.Hours {
		if n == most {
			hours = append(hours, fmt.Sprintf("%d:00", i))
		}
	}
	const few = 2
	switch {
	case most == 0:
		return "none"
	case len(hours) > few:
		return fmt.Sprintf("most in an hour: %d", most)
	}
	return fmt.Sprintf("most in an hour: %d (%s)", most, strings.Join(hours, ", "))
}

// Labels names the times to relief, in their order.
func (ReliefTimes) Labels() []string {
	return []string{"up to 1 min", "1 to 2 min", "2 to 5 min", "5 to 10 min", "longer", record.Unanswered}
}

// HalfEased says how soon half of the cramps had eased.
func (s Summary) HalfEased() string {
	if s.Relief.Given == 0 {
		return record.Unanswered
	}
	return "half within " + Clock(time.Duration(s.Relief.Median)*time.Second)
}

// Name is the muscle and the side as far as they were told: "left calf",
// "calf, side not told".
func (p Place) Name() string {
	name := record.Episode{Muscle: p.Muscle, Side: p.Side}.Where()
	if name != "" && p.Side == "" {
		name += ", side " + record.Unanswered
	}
	return cmp.Or(name, record.Unanswered)
}

// Name is what the muscle is called.
func (m Muscle) Name() string { return cmp.Or(text.Clean(string(m.Muscle)), record.Unanswered) }

// Uncounted says why no night of a period is counted; empty where one is.
func (p Period) Uncounted() string {
	switch {
	case p.Totals.Known > 0:
		return ""
	case !p.Nights[len(p.Nights)-1].Over:
		return "not over yet"
	}
	return "no diary yet"
}

// Place says which night it is: "night 3 of 42".
func (s SixWeeks) Place() string {
	switch {
	case s.From.IsZero():
		return "not begun"
	case s.over():
		return fmt.Sprintf("%d nights are over", SixWeeksNights)
	}
	return fmt.Sprintf("night %d of %d", s.Night, SixWeeksNights)
}

// Account says in a sentence on how many nights it was done, without blame.
func (s SixWeeks) Account() string {
	switch {
	case s.From.IsZero():
		return "Your first stretch begins night 1."
	case s.Since > 0:
		return fmt.Sprintf("You did %d of %d, and %d since.", s.Count(), SixWeeksNights, s.Since)
	case s.over():
		return fmt.Sprintf("You did %d of %d.", s.Count(), SixWeeksNights)
	}
	return fmt.Sprintf("You did it on %s so far.", record.Nights(s.Count()))
}

// Details are all that was told of a cramp but where and when, each with its
// name.
func Details(e record.Episode) (list []string) {
	facts := []struct{ name, value string }{
		{"lasted", Clock(e.Length)}, {"eased after", Clock(e.Relief)}, {"severity", OfTen(e.Severity)},
		{"sleep disturbed", OfTen(e.Disturbance)}, {"asleep", string(e.Asleep)}, {"woke", string(e.Woke)}, {"before it", e.Doing},
		{"tried", attempts(e)}, {"soreness", OfTen(e.Soreness)}, {"helped", e.Helped}, {"fluids", e.Fluids},
		{"medicine", e.Medicine}, {"note", e.Note},
	}
	for _, f := range facts {
		if value := text.Clean(f.value); value != "" {
			list = append(list, f.name+" "+value)
		}
	}
	return list
}

// attempts says what was tried during a cramp, in order.
func attempts(e record.Episode) string {
	var list []string
	for _, a := range e.AttemptsByName() {
		about := strings.Trim(Clock(a.Spent)+", "+a.Answer, ", ")
		if about != "" {
			about = " (" + about + ")"
		}
		list = append(list, a.Name+about)
	}
	return strings.Join(list, ", ")
}

// Clock writes a length as m:ss; empty when it was not told.
func Clock(d time.Duration) string {
	if d <= 0 {
		return ""
	}
	return fmt.Sprintf("%d:%02d", d/time.Minute, d%time.Minute/time.Second)
}

// OfTen writes a rating as 7/10; empty when it was not given.
func OfTen(r record.Rating) string {
	if !r.Given {
		return ""
	}
	return r.String() + "/10"
}
