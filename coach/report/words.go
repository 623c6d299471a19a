package report

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"uncramp/coach/record"
)

const (
	dash     = "–" // in a table: not told
	dateForm = "2 Jan 2006"
	timeForm = "Mon 2 Jan 15:04"
)

// fact is one line of the numbers.
type fact struct{ What, Says string }

// title names what the report covers.
func (r Report) title() string {
	if r.Begun.IsZero() {
		return "Leg cramps"
	}
	from, to := r.Nights[0].Evening.Date(), r.Until
	form := "2 Jan"
	if from.Year() != to.Year() {
		form = dateForm
	}
	return fmt.Sprintf("Leg cramps, %s to %s", from.Format(form), to.Format(dateForm))
}

// basis says what the numbers rest on, and what they are not.
func (r Report) basis() []string {
	if r.Begun.IsZero() {
		return []string{EmptyLine}
	}
	if r.Latest.IsZero() {
		return []string{fmt.Sprintf("Nothing was written down in these %s, so nothing can be said of them. The diary began on %s.",
			record.Counted(len(r.Nights), "night"), r.Begun.Format(dateForm))}
	}
	c := Count(r.Nights)
	lines := []string{
		fmt.Sprintf("These numbers rest on %s and %s, as written down with uncramp by the person who has them. "+
			"They are a diary: no diagnosis, no score, and nothing here says that one thing caused another.",
			record.Counted(len(r.Cramps), "cramp"), record.Counted(c.Known, "night")),
		fmt.Sprintf("A night with nothing written down counts as one without a cramp. The diary began on %s; its latest entry here is of %s.",
			r.Begun.Format(dateForm), r.Latest.Format(dateForm)),
	}
	if c.Untold > 0 {
		lines = append(lines, fmt.Sprintf("%s not counted: before the diary began, or not over yet.", were(c.Untold, "night")))
	}
	return lines
}

// facts are the numbers of the window in words.
func (r Report) facts() []fact {
	c, n := Count(r.Nights), len(r.Cramps)
	weekly := "not told: fewer than seven nights"
	if w, ok := r.Weekly(); ok {
		weekly = number(w)
	}
	bedtime := "half of it or more on " + of(c.Stretched, c.Known, "night")
	if c.Begun > 0 {
		bedtime += fmt.Sprintf("; less of it on %d", c.Begun)
	}
	facts := []fact{
		{"Nights with a cramp", of(c.With, c.Known, "night")},
		{"Nights without", of(c.Without, c.Known, "night")},
		{"Cramps", fmt.Sprintf("%d: %d at night (20:00 to 08:00, or asleep), %d by day", n, c.AtNight, c.ByDay)},
		{"Cramps a week", weekly},
		{"Bedtime stretch", bedtime},
	}
	if n == 0 {
		return facts
	}
	return append(facts,
		fact{"Time to relief", r.Relief().words(n, lasting)},
		fact{"Lasted", r.Length().words(n, lasting)},
		fact{"Severity, 0–10", r.Severity().words(n, number)},
		fact{"Sleep disturbed, 0–10", r.Disturbance().words(n, number)},
		fact{"Sore after, 0–10", r.Soreness().words(n, number)},
		fact{"Woken by it", r.Woke().words()},
		fact{"Asleep at its start", r.Asleep().words()},
		fact{"Where", r.placesText()},
	)
}

// words says a spread, and of how many cramps it was told.
func (s Spread) words(of int, unit func(float64) string) string {
	switch {
	case s.Told == 0:
		return record.Unanswered
	case s.Least == s.Most:
		return fmt.Sprintf("%s (%d of %d told)", unit(s.Median), s.Told, of)
	}
	return fmt.Sprintf("median %s, from %s to %s (%d of %d told)", unit(s.Median), unit(s.Least), unit(s.Most), s.Told, of)
}

func (a Answers) words() string {
	if a.Yes+a.No == 0 {
		return record.Unanswered
	}
	return fmt.Sprintf("yes %d, no %d, not told %d", a.Yes, a.No, a.Untold)
}

func (r Report) placesText() string {
	var parts []string
	for _, p := range r.Places() {
		parts = append(parts, fmt.Sprintf("%s %d", p.Where, p.Cramps))
	}
	return strings.Join(parts, "; ")
}

// hoursText begins at noon, so that the night is not torn apart.
func (r Report) hoursText() string {
	var parts []string
	hours := r.Hours()
	for i := range hours {
		if h := (i + 12) % 24; hours[h] > 0 {
			parts = append(parts, fmt.Sprintf("%02d h %d", h, hours[h]))
		}
	}
	return strings.Join(parts, "; ")
}

// sequence says what was tried during one cramp, in order.
func sequence(e record.Episode) string {
	var parts []string
	for _, t := range e.AttemptsByName() {
		part := t.Name
		if t.Answer != "" {
			part += " (" + t.Answer + ")"
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, " → ")
}

// account is what was done and said of one cramp.
func account(e record.Episode) string {
	var parts []string
	if tried := sequence(e); tried != "" {
		parts = append(parts, "tried: "+tried)
	}
	if sore, ok := soreness(e); ok {
		parts = append(parts, "sore afterwards: "+number(sore))
	}
	for _, f := range []fact{
		{"before", e.Doing}, {"helped", e.Helped}, {"fluids", e.Fluids}, {"medicine", e.Medicine}, {"note", e.Note},
	} {
		if f.Says != "" {
			parts = append(parts, f.What+": "+f.Says)
		}
	}
	return strings.Join(parts, "; ")
}

// glyph is a night as one character: how many cramps, none, or not told.
func (n Night) glyph() string {
	switch {
	case !n.Known:
		return dash
	case n.Cramps == 0:
		return "·"
	}
	return strconv.Itoa(n.Cramps)
}

// told is a number in a table.
func told(v float64, ok bool, unit func(float64) string) string {
	if !ok {
		return dash
	}
	return unit(v)
}

// number has one decimal at most.
func number(v float64) string { return strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64) }

// lasting says seconds the way people do.
func lasting(seconds float64) string {
	d := time.Duration(math.Round(seconds)) * time.Second
	h, m, s := int(d.Hours()), int(d.Minutes())%60, int(d.Seconds())%60
	var parts []string
	for _, p := range []struct {
		n    int
		unit string
	}{{h, "h"}, {m, "min"}, {s, "s"}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.unit))
		}
	}
	if len(parts) == 0 {
		return "under a second"
	}
	return strings.Join(parts, " ")
}

func were(n int, what string) string {
	if n == 1 {
		return record.Counted(n, what) + " is"
	}
	return record.Counted(n, what) + " are"
}

func of(n, all int, what string) string { return fmt.Sprintf("%d of %s", n, record.Counted(all, what)) }
