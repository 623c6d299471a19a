package report

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"uncramp/coach/record"
	"uncramp/coach/stats"
	"uncramp/coach/text"
)

const (
	dash     = "–" // in a table: not told
	none     = "·" // of a night: no cramp
	then     = "→" // between what was tried: and then
	dateForm = "2 Jan 2006"
	timeForm = "Mon 2 Jan 15:04"
	yearForm = "Mon 2 Jan 2006 15:04" // of a year that isn't this one
	weekForm = "Mon 2 Jan"
	lastWeek = "Mon 2 Jan 2006" // the same
)

// form is that of a moment in the report.
func (r Report) form(at time.Time, thisYear, otherYear string) string {
	if at.Year() == r.Now.Year() {
		return thisYear
	}
	return otherYear
}

// The heads of the tables.
var (
	weekHead      = []string{"Evening of", "Nights", "With a cramp", "Cramps", "Bedtime stretch", "Severity"}
	programmeHead = []string{"Week", "From", "Dose", "Done", "Cramps", "Severity"}
	triedHead     = []string{"Move", "Cramps", "Came first", "Second", "Later", "Then eased", "Same", "Worse", "No answer"}
	crampHead     = []string{
		"Began", "Where", "Severity", "Sleep", "Woke", "Lasted", "Eased after", "What was tried, in order, and what was said",
	}
)

// doseColumn is where the dose stands in programmeHead.
const doseColumn = 2

// The titles of the charts.
const (
	nightTitle    = "Nights: number of cramps; a bar below is a night with the bedtime stretch done, – is not told"
	hourTitle     = "Hour of the day at which cramps began"
	severityTitle = "Severity over time, 0 to 10 (%d of %d told)" // with how many, and of how many
	severitySays  = "Severity: %s"                                // the spread
	whereTitle    = "Where (of both legs: on each)"
)

// legViews name the sides from which the legs are seen.
var legViews = []string{"front", "back"}

// sameDose stands where a week's dose is that of the week before.
const sameDose = "the same"

// programmeNote says how the table of a programme is to be read.
const programmeNote = "Done is how often half of its work or more was done, of how often it was asked. " +
	"The severity is the median of those told."

// sections are what stands below the numbers.
func (r Report) sections() []section {
	return []section{
		{
			Title: "Week by week", Table: table{weekHead, r.weekRows()},
			Note: "Each night is its number of cramps, · none, – not told. The severity is the median of those told.",
		},
		{
			Title: "What was tried", Table: table{triedHead, r.triedRows()}, Empty: "Nothing was told.",
			Note: "Counted in cramps. An answer is the last one given while it was done; cramps ease by themselves, too.",
		},
		{Title: "Changes of medicine", Lines: r.medicineLines(), Empty: "None was told."},
		{Title: "The person ticked, in a list of possible causes", Lines: slices.Clone(r.Ticked), Empty: "Nothing."},
		{Title: "Red-flag questions", Lines: slices.Clone(r.Findings), Empty: "No answers are on record."},
		{
			Title: "Every cramp", Table: table{crampHead, r.crampRows()}, Empty: "None was written down.",
			Note: "– is not told. Severity and sleep disturbed are from 0 to 10.",
		},
	}
}

// title names what the report covers.
func (r Report) title() string {
	if r.First.IsZero() {
		return "Leg cramps"
	}
	from, to := r.Nights[0].Evening.Date(), r.Now
	form := "2 Jan"
	if from.Year() != to.Year() {
		form = dateForm
	}
	return fmt.Sprintf("Leg cramps, %s to %s", from.Format(form), to.Format(dateForm))
}

// Basis says what the numbers rest on, and what they are not.
func (r Report) Basis() (lines []string) {
	switch {
	case r.NeverKept():
		return []string{stats.EmptyDiary}
	case r.First.IsZero(): // the last line says what there is
	case r.Latest.IsZero():
		lines = []string{fmt.Sprintf("Nothing was written down in these %s, so nothing can be said of them. The diary began on %s.",
			record.Nights(len(r.Nights)), r.First.Format(dateForm))}
		if len(r.Nights) < MaxDays {
			lines = append(lines, fmt.Sprintf("For more nights: uncramp report --days %d", MaxDays))
		}
	default:
		lines = r.counted()
	}
	if line := r.FutureLine(); line != "" {
		lines = append(lines, line)
	}
	return lines
}

// counted says what was counted.
func (r Report) counted() []string {
	lines := []string{
		fmt.Sprintf("These numbers rest on %s and %s, as written down with uncramp by the person who has them. "+
			"They are a diary, not a diagnosis and not a score, and nothing here says that one thing caused another.",
			record.Cramps(len(r.Cramps)), record.Nights(r.Totals.Known)),
		fmt.Sprintf("A night with nothing written down counts as one without a cramp. "+
			"The diary began on %s; its latest entry here is of %s.",
			r.First.Format(dateForm), r.Latest.Format(dateForm)),
	}
	if n := r.Totals.Unknown; n > 0 {
		lines = append(lines, record.Plural(n, "1 night is not counted: before the diary began, or not over yet.",
			"%d nights are not counted: before the diary began, or not over yet."))
	}
	return lines
}

// facts are the numbers of the window in words.
func (r Report) facts() []fact {
	t, n := r.Totals, len(r.Cramps)
	weekly := "not told: fewer than seven nights"
	if w, ok := t.PerWeek(); ok {
		weekly = stats.Number(w)
	}
	bedtime := fmt.Sprintf("half of it or more on %s", ofNights(t.Stretched, t.Known))
	if t.OnlyBegun > 0 {
		bedtime = fmt.Sprintf("half of it or more on %s; less of it on %d", ofNights(t.Stretched, t.Known), t.OnlyBegun)
	}
	facts := []fact{
		{"Nights with a cramp", ofNights(t.With, t.Known)},
		{"Nights without", ofNights(t.Without, t.Known)},
		{"Cramps", fmt.Sprintf("%d: %d at night (20:00 to 08:00, or asleep), %d by day", n, t.AtNight, t.ByDay)},
		{"Cramps a week", weekly},
		{"Lately", r.Recent.Counts()},
		{"Bedtime stretch", bedtime},
	}
	if n == 0 {
		return facts
	}
	return append(facts,
		fact{"Time to relief", spreadText(r.Relief, n, lasting)},
		fact{"Lasted", spreadText(r.Length, n, lasting)},
		fact{"Severity, 0–10", spreadText(r.Severity, n, stats.Number)},
		fact{"Sleep disturbed, 0–10", spreadText(r.Disturbance, n, stats.Number)},
		fact{"Sore after, 0–10", spreadText(r.Soreness, n, stats.Number)},
		fact{"Woken by it", answersText(r.Woke)},
		fact{"Asleep at its start", answersText(r.Asleep)},
		fact{"Where", r.placesText()},
	)
}

// spreadText says a spread, and of how many cramps it was told.
func spreadText(s stats.Spread, of int, unit func(float64) string) string {
	switch {
	case s.Given == 0:
		return record.Unanswered
	case s.Least == s.Most:
		return fmt.Sprintf("%s (%d of %d told)", unit(s.Median), s.Given, of)
	}
	return fmt.Sprintf("median %s, from %s to %s (%d of %d told)", unit(s.Median), unit(s.Least), unit(s.Most), s.Given, of)
}

func answersText(a stats.Answers) string {
	if a.Yes+a.No == 0 {
		return record.Unanswered
	}
	return fmt.Sprintf("yes %d, no %d, not told %d", a.Yes, a.No, a.Unanswered)
}

func (r Report) placesText() string {
	var parts []string
	for _, p := range r.Places {
		parts = append(parts, fmt.Sprintf("%s %d", p.Name(), p.Cramps))
	}
	return strings.Join(parts, "; ")
}

// hoursText begins at noon, so that the night is not torn apart.
func (r Report) hoursText() string {
	var parts []string
	for i := range r.Hours {
		if h := (i + 12) % 24; r.Hours[h] > 0 {
			parts = append(parts, fmt.Sprintf("%02d h %d", h, r.Hours[h]))
		}
	}
	return strings.Join(parts, "; ")
}

// upTo stands in place of a dash between two numbers.
const upTo = " to "

// signsAloud are the words for signs that aren't heard.
var signsAloud = map[string]string{dash: "unknown", none: "0", then: "then"}

// sequence says what was tried during one cramp, in order.
func sequence(e record.Episode) string {
	var parts []string
	for _, a := range e.AttemptsByName() {
		part := a.Name
		if a.Answer != "" {
			part = fmt.Sprintf("%s (%s)", part, a.Answer)
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, " "+then+" ")
}

// account is what was done and said of one cramp.
func account(e record.Episode) string {
	return strings.Join(text.FillGiven([][2]string{
		{"tried: %s", sequence(e)}, {"sore afterwards: %s", e.Soreness.String()}, {"before: %s", e.Doing}, {"helped: %s", e.Helped},
		{"fluids: %s", e.Fluids}, {"medicine: %s", e.Medicine}, {"note: %s", e.Note},
	}), "; ")
}

// nightSign is a night as one character: how many cramps, none, or not told.
func nightSign(n stats.Night) string {
	switch {
	case n.Cramps > 0:
		return strconv.Itoa(n.Cramps)
	case n.Known:
		return none
	}
	return dash
}

// lasting says seconds the way people do.
func lasting(seconds float64) string {
	n := int(math.Round(seconds))
	var parts []string
	for _, p := range []struct {
		n    int
		unit string
	}{{n / 3600, "h"}, {n / 60 % 60, "min"}, {n % 60, "s"}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.unit))
		}
	}
	return cmp.Or(strings.Join(parts, " "), "under a second")
}

func ofNights(n, all int) string { return fmt.Sprintf("%d of %s", n, record.Nights(all)) }

func ofAll(n, all int) string { return fmt.Sprintf("%d of %d", n, all) }

// unreadableCheck stands for the answers of a check of which they are lost.
const unreadableCheck = "The latest check can't be read."

// checkWords are what is said of a check: on a day, and where its day is not known.
type checkWords struct{ dated, undated string }

// What is said of the answers of a check.
var (
	answeredYes = checkWords{"%s, yes: %s", "At the latest check, yes: %s"}
	answeredNo  = checkWords{"%s: no to every question", "At the latest check: no to every question"}
	askedNoMore = checkWords{"%s: after a yes nothing less urgent was asked", "At the latest check: after a yes nothing less urgent was asked"}
)
