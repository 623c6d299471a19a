package stats

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"uncramp/coach/record"
	"uncramp/coach/text"
	"uncramp/routines"
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

// LongSentence is [Summary.Sentence] with the cramps by day, if there were any.
func (s Summary) LongSentence() string {
	t := s.Totals
	if t.ByDay == 0 {
		return s.Sentence()
	}
	return fmt.Sprintf("%s on %d of %s, %d by day", record.Cramps(t.AtNight-t.Tonight), t.With, record.Nights(t.Known), t.ByDay)
}

// Answers say in sentences what one looks for in a history before anything else.
func (s Summary) Answers() []string {
	sentences := append(text.FillGiven([][2]string{{"%s.", s.Recent.Sentence()}}), fmt.Sprintf("%s: %s.", s.Window(), s.Sentence()))
	return append(sentences, s.Apart()...)
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

// EmptyDiary is said of a diary without a row, with what to do next.
const EmptyDiary = "The diary is empty. Write a cramp down with uncramp log, or begin relief with uncramp now."

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
	return fmt.Sprintf("half within %s", Clock(time.Duration(s.Relief.Median)*time.Second))
}

// Name is the muscle and the side as far as they were told: "left calf",
// "calf, side not told".
func (p Place) Name() string {
	name := p.brief()
	if name != "" && p.Side == "" {
		name = fmt.Sprintf("%s, side not told", name)
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

// Texts say which night it is, at length with [SixWeeks.Account] and then in fewer
// and fewer words: "night 3 of 42" is the last.
func (s SixWeeks) Texts() []string {
	const n = SixWeeksNights
	switch {
	case s.From.IsZero():
		return []string{fmt.Sprintf("Six weeks of the bedtime stretch: not begun. %s", s.Account()),
			"Six weeks of the bedtime stretch: not begun", "Bedtime stretch: not begun", "not begun"}
	case s.over():
		return []string{fmt.Sprintf("Six weeks of the bedtime stretch: %d nights are over. %s", n, s.Account()),
			fmt.Sprintf("Six weeks of the bedtime stretch: %d nights are over", n),
			fmt.Sprintf("Bedtime stretch: %d nights are over", n), fmt.Sprintf("%d nights are over", n)}
	}
	return []string{fmt.Sprintf("Six weeks of the bedtime stretch: night %d of %d. %s", s.Night, n, s.Account()),
		fmt.Sprintf("Six weeks of the bedtime stretch: night %d of %d", s.Night, n),
		fmt.Sprintf("Bedtime stretch: night %d of %d", s.Night, n), fmt.Sprintf("night %d of %d", s.Night, n)}
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

// Sentence says all that is known of the latest four weeks, such as "6 cramps in
// these four weeks, 14 in the four before; worst 7; mostly the left calf, around
// 3:00". It is empty where nothing is.
func (r Recent) Sentence() string {
	return strings.Join(append(text.FillGiven([][2]string{{"%s", r.Counts()}}), r.Details()...), "; ")
}

// Counts compares the four weeks; it is empty where nothing is known.
func (r Recent) Counts() string {
	these, before := r.Spans()
	return r.counts(these, before)
}

// Short is [Recent.Counts] in as few words as can be.
func (r Recent) Short() string {
	these, before := r.Spans()
	switch {
	case these == theseWeeks:
		these = fourWeeks
	case these != "":
		these = fmt.Sprintf("since %s", r.Since.Format("2 Jan"))
	}
	return r.counts(these, before)
}

// Spans names the nights whose cramps are counted, and those before; what nothing
// is known of is empty.
func (r Recent) Spans() (these, before string) {
	switch n := r.Before.Nights; {
	case r.Since.IsZero():
		return "", ""
	case r.Nights < RecentNights:
		return fmt.Sprintf("since %s", r.Since.Format("2 January")), ""
	case n == RecentNights:
		return theseWeeks, "in the four before"
	case n >= WeekNights:
		return theseWeeks, fmt.Sprintf("in the %d nights before", n)
	}
	return theseWeeks, ""
}

const theseWeeks, fourWeeks = "in these four weeks", "in four weeks"

func (r Recent) counts(these, before string) string {
	cramps := record.Cramps(r.Cramps)
	if r.Cramps == 0 {
		cramps = "No cramp"
	}
	earlier := strconv.Itoa(r.Before.Cramps)
	if r.Before.Cramps == 0 {
		earlier = "none"
	}
	switch {
	case these == "":
		return ""
	case before == "":
		return fmt.Sprintf("%s %s", cramps, these)
	}
	return fmt.Sprintf("%s %s, %s %s", cramps, these, earlier, before)
}

// Details say how bad the cramps of the four weeks were, and then where and when,
// as far as that was told.
func (r Recent) Details() []string {
	where, hour := "", ""
	if r.Place.Cramps > 0 {
		where = r.Place.inSentence()
	}
	if r.Around != noHour {
		hour = fmt.Sprintf("%d:00", r.Around)
	}
	formats := [3]string{"worst %s", "mostly %s", "around %s"}
	switch {
	case r.Cramps == 1:
		formats = [3]string{"severity %s", "%s", "around %s"}
	case where == "":
		formats[2] = "mostly around %s"
	case r.Place.Cramps == r.Cramps:
		formats[1], formats[2] = "always %s", "mostly around %s"
	}
	where = strings.Join(text.FillGiven([][2]string{{formats[1], where}, {formats[2], hour}}), ", ")
	return text.FillGiven([][2]string{{formats[0], r.Worst.String()}, {"%s", where}})
}

// inSentence is [Place.brief] within a sentence: "the left calf", "both calves".
func (p Place) inSentence() string {
	if p.Side == routines.Both {
		return p.brief()
	}
	return fmt.Sprintf("the %s", p.brief())
}

// brief is the muscle and the side as far as they were told.
func (p Place) brief() string { return record.Episode{Muscle: p.Muscle, Side: p.Side}.Where() }

// Details are all that was told of a cramp but where and when, each with its
// name.
func Details(e record.Episode) []string {
	return text.FillGiven([][2]string{
		{"lasted %s", Clock(e.Length)}, {"eased after %s", Clock(e.Relief)}, {"severity %s", OfTen(e.Severity)},
		{"sleep disturbed %s", OfTen(e.Disturbance)}, {"asleep %s", string(e.Asleep)}, {"woke %s", string(e.Woke)},
		{"before it %s", e.Doing}, {"tried %s", attempts(e)}, {"soreness %s", OfTen(e.Soreness)}, {"helped %s", e.Helped},
		{"fluids %s", e.Fluids}, {"medicine %s", e.Medicine}, {"note %s", e.Note},
	})
}

// attempts says what was tried during a cramp, in order.
func attempts(e record.Episode) string {
	var list []string
	for _, a := range e.AttemptsByName() {
		name := a.Name
		if about := text.FillGiven([][2]string{{"%s", Clock(a.Spent)}, {"%s", a.Answer}}); about != nil {
			name = fmt.Sprintf("%s (%s)", name, strings.Join(about, ", "))
		}
		list = append(list, name)
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

// Number writes a number with one decimal at most.
func Number(v float64) string { return strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64) }

// OfTen writes a rating as 7/10; empty when it was not given.
func OfTen(r record.Rating) string {
	if !r.Given {
		return ""
	}
	return fmt.Sprintf("%s/10", r)
}

// Lines say in one line what is true now, at length and then with less and less, from
// the right. There is none where nothing is known. Title is what a programme is called,
// by its id; empty: that is not known.
func (o Overview) Lines(title func(id string) string) (lines []string) {
	var cramp []string
	if e, ok := o.recentCramp(); ok {
		cramp = []string{o.recently(e)}
	}
	known, wheres := cramp, o.programme(title)
	if len(wheres) > 0 {
		known = append(slices.Clip(cramp), wheres[0])
	}
	if counted := o.Recent.Short(); counted != "" {
		lines = append(lines, opened(append(slices.Clip(known), counted)))
		counted, _, _ = strings.Cut(counted, ", ") // without the weeks before
		lines = append(lines, opened(append(slices.Clip(known), counted)))
	}
	for _, where := range wheres {
		lines = append(lines, opened(append(slices.Clip(cramp), where)))
	}
	if len(cramp) > 0 {
		lines = append(lines, opened(cramp))
	}
	return lines
}

// programme says where the person is in her programme, with its title and without, or
// where she follows none, in the six weeks; it may be nothing.
func (o Overview) programme(title func(id string) string) []string {
	c, follows := Current(o.Courses)
	place, name := c.Place(o.Now), title(c.Name)
	switch s := o.SixWeeks; {
	case follows && place != "" && name != "":
		return []string{fmt.Sprintf("%s: %s", name, place), place}
	case follows && place != "":
		return []string{place}
	case !follows && !s.From.IsZero() && !s.over():
		return []string{fmt.Sprintf("night %d of %d", s.Night, SixWeeksNights)}
	}
	return nil
}

// Place says which day of a programme it is, in a few words; nothing once it is over.
func (c Course) Place(now time.Time) string {
	switch day := c.Day(now); {
	case day < 1:
		return fmt.Sprintf("week of diary, day %d of %d", int(c.Today(now)-c.Begun())+1, c.Baseline)
	case day > c.Days():
		return ""
	case c.Nightly():
		return fmt.Sprintf("night %d of %d", day, c.Days())
	default:
		return fmt.Sprintf("week %d of %d, day %d", c.Week(now), c.Weeks, (day-1)%WeekNights+1)
	}
}

// opened joins what is known to a line that begins with a capital.
func opened(known []string) string {
	line := strings.Join(known, " · ")
	return strings.ToUpper(line[:1]) + line[1:]
}

// rise is the hour from which on the night is spoken of as gone.
const rise = 6

// recently says when and where a recent cramp was, without how long it lasted.
func (o Overview) recently(e record.Episode) string {
	when, hour, today := "last night 15:04", e.At.Hour(), DayOf(e.At) == DayOf(o.Now)
	switch byDay := hour >= dawn && hour < dusk; {
	case byDay && today:
		when = "today 15:04"
	case byDay, !today && hour < dawn:
		when = "yesterday 15:04"
	case today && hour >= dusk:
		when = "this evening 15:04"
	case o.Now.Hour() < rise:
		when = "tonight 15:04"
	case today && hour >= rise:
		when = "this morning 15:04"
	}
	if where := e.Where(); where != "" {
		return fmt.Sprintf("%s, %s", e.At.Format(when), where)
	}
	return e.At.Format(when)
}
