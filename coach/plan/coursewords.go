package plan

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"uncramp/coach/record"
	"uncramp/coach/stats"
	"uncramp/coach/text"
)

// easing is said beside every comparison. Source: Frusso 1999, J Fam Pract 48:868.
const easing = "Cramps ease by themselves, too: in one trial everybody improved with time (Frusso 1999)."

// Texts say where the programme stands, at length and then in fewer words.
func (c Course) Texts() []string {
	place := c.Place(c.Now)
	brief := place
	switch c.Stage {
	case NotBegun:
		return nil
	case Stopped:
		place = fmt.Sprintf("stopped on %s", c.Until.Date().Format("2 January"))
		brief = "stopped"
	case Over:
		place = record.Plural(c.Weeks, "the week is over", "the %d weeks are over")
		if c.Nightly() {
			place = fmt.Sprintf("the %d nights are over", c.Days())
		}
		brief = "over"
	case Running:
		brief = place
		if !c.Nightly() {
			brief = fmt.Sprintf("week %d of %d", c.Week, c.Weeks)
		}
		if dose := c.Programme.VolumeOf(c.Week); dose != "" {
			place, brief = fmt.Sprintf("%s, %s", place, dose), fmt.Sprintf("week %d: %s", c.Week, dose)
		}
	case Diary:
		brief = fmt.Sprintf("day %d of %d", c.Number, c.Baseline)
	}
	return []string{fmt.Sprintf("%s: %s", c.Programme.Name, place), place, brief}
}

// ToDo says what there is to do now, by the stage.
func (c Course) ToDo() string {
	switch c.Stage {
	case Diary:
		return fmt.Sprintf("Keep only the diary until %s. Write down each cramp.", c.From.Date().Format("Monday 2 January"))
	case Running:
		if dose := c.Programme.LongVolumeOf(c.Week); dose != "" {
			return fmt.Sprintf("Week %d: %s.", c.Week, dose)
		}
		return c.Programme.About
	case Over:
		return c.Next()
	case NotBegun, Stopped:
	}
	return ""
}

// Account says how often it was done of how often it was asked, without blame.
func (c Course) Account() string {
	done, asked := c.Sum()
	w, present := c.Present()
	switch {
	case c.Stage == NotBegun || c.Stage == Diary || c.Programme.Gone, present && asked == 0 && w.Done == 0: // nobody is told of nothing
		return ""
	case present && asked == 0:
		return c.account("You did it on %d of %s so far this week.", "You did it %s this week, of %d asked.", w.Done, w.Asked)
	case present:
		return c.account("You did it on %d of %s in the weeks gone by.", "You did it %s in the weeks gone by, of %d asked.", done, asked)
	}
	return c.account("You did it on %d of %s.", "You did it %s, of %d asked.", done, asked)
}

// account says it of nights, or of times.
func (c Course) account(ofNights, ofTimes string, done, asked int) string {
	if c.Nightly() {
		return fmt.Sprintf(ofNights, done, record.Nights(asked))
	}
	return fmt.Sprintf(ofTimes, record.Plural(done, "1 time", "%d times"), asked)
}

// Sentence says of a week what was done of what was asked, and the cramps.
func (w WeekDone) Sentence() string {
	switch n := w.Cramps.Totals.Cramps(); {
	case n > 0:
		return fmt.Sprintf("%s done, %s, %s", w.Of(), record.Cramps(n), severity(w.Cramps.Severity))
	case w.Cramps.Totals.Known > 0:
		return fmt.Sprintf("%s done, no cramp", w.Of())
	}
	return fmt.Sprintf("%s done", w.Of())
}

// Of is how often it was done, of how often it was asked where that is known: "5 of 7".
func (w WeekDone) Of() string {
	if w.Asked == 0 {
		return strconv.Itoa(w.Done)
	}
	return fmt.Sprintf("%d of %d", w.Done, w.Asked)
}

func severity(s stats.Spread) string {
	if s.Given == 0 {
		return "severity not told"
	}
	return fmt.Sprintf("severity %s", stats.Number(s.Median))
}

// ByWeek says of each week that has begun what was done, and the cramps.
func (c Course) ByWeek() (lines []string) {
	for _, w := range c.WeeksBegun() {
		lines = append(lines, fmt.Sprintf("Week %d, from %s: %s", w.Number, w.From.Date().Format("2 January"), w.Sentence()))
	}
	return lines
}

// EarlierLines name the programmes that were followed before.
func (c Course) EarlierLines() (lines []string) {
	const form = "2 January 2006"
	for _, p := range c.Past {
		from, to := p.Begun().Date().Format(form), p.Until.Date().Format(form)
		lines = append(lines, fmt.Sprintf("Earlier: %s, from %s to %s.", p.Title, from, to))
	}
	return lines
}

// Summary is what a doctor reads of it: how often and on whose word, since when, the
// nights before and since, and what was done.
func (c Course) Summary() (lines []string) {
	lines = []string{
		c.Programme.Basis(),
		fmt.Sprintf("The dose begins on %s.", c.From.Date().Format("2 January 2006")),
	}
	if c.Baseline > 0 {
		lines = append(lines, fmt.Sprintf("A week of diary alone began on %s.", c.Begun().Date().Format("2 January 2006")))
	}
	if c.Stage != Diary {
		lines = append(append(lines, c.compared()...), c.Account(), easing)
	}
	lines = append(lines, c.EarlierLines()...)
	return slices.DeleteFunc(lines, func(l string) bool { return l == "" })
}

// Review compares the nights before with those at the end, says what was done, and what
// to do next.
func (c Course) Review() (lines []string) {
	if c.Stage == NotBegun || c.Stage == Diary {
		return nil
	}
	lines = append(c.compared(), c.Account(), c.Next(), easing)
	return slices.DeleteFunc(lines, func(l string) bool { return l == "" })
}

// compared says how the nights before were, and those at the end.
func (c Course) compared() []string {
	after := atItsEnd
	if c.Stage == Running {
		after = ofLate
	}
	return []string{beforeIt.compare(c.Before), after.compare(c.After)}
}

// comparison is what is said of some nights: how many cramps a week there were, and how
// severe; that there was none; that nothing can be said.
type comparison struct{ some, none, unknown string }

var (
	beforeIt = comparison{
		"Before it: %s a week, %s, over %s.", "Before it: no cramp in %s.", "Before it: fewer than seven nights of diary.",
	}
	ofLate   = comparison{"Of late: %s a week, %s, over %s.", "Of late: no cramp in %s.", "Of late: fewer than seven nights so far."}
	atItsEnd = comparison{
		"At its end: %s a week, %s, over %s.", "At its end: no cramp in %s.", "At its end: fewer than seven nights of diary.",
	}
)

func (c comparison) compare(p stats.Period) string {
	weekly, ok := p.Totals.PerWeek()
	switch {
	case !ok:
		return c.unknown
	case weekly == 0:
		return fmt.Sprintf(c.none, record.Nights(p.Totals.Known))
	}
	cramps := fmt.Sprintf("%s cramps", stats.Number(weekly))
	if stats.Number(weekly) == "1" {
		cramps = "1 cramp"
	}
	return fmt.Sprintf(c.some, cramps, severity(p.Severity), record.Nights(p.Totals.Known))
}

// Next says what to do once the weeks are over, by what the nights came to and by the
// sources; before that, nothing.
func (c Course) Next() string {
	if c.Stage != Over {
		return ""
	}
	switch c.Outcome() {
	case NoBetter:
		return record.Plural(c.Weeks, "No better after 1 week: book an appointment with your doctor.",
			"No better after %d weeks: book an appointment with your doctor.")
	case None:
		return "No cramp before it and none at its end. Stop, or do it less often, as you like."
	case Eased:
		return c.goingOn()
	case Unknown:
	}
	return "The diary has too little to compare. If you are no better, book an appointment with your doctor."
}

// goingOn says how to go on once cramps have eased. To do it every other night is our
// own default; once or twice a day is the NHS's, three times a week NHS Tayside's.
func (c Course) goingOn() string {
	switch c.Programme.ID {
	case stats.Bedtime:
		return "Fewer or milder cramps. If you like, go on every other night (our own default)."
	case Leans:
		return "Fewer or milder cramps. Once or twice a day may be enough now (NHS)."
	}
	return "Fewer or milder cramps. If it was given to you, ask how to go on; else go on as you like."
}

// Text is the programme in plain sentences of lines of at most so many columns, for a
// reader without a screen: where it stands, what there is to do, week by week what was
// done, and the review.
func (c Course) Text(width int) string {
	var lines []string
	if c.Stage == NotBegun {
		lines = []string{"No programme is followed. Begin one with uncramp plan begin."}
	} else {
		lines = []string{c.Texts()[0], c.Programme.Basis()}
	}
	if todo := c.ToDo(); todo != "" && c.Stage != Over {
		lines = append(lines, todo)
	}
	if before, replaced := c.Replaced(); replaced {
		lines = append(lines, fmt.Sprintf("To go back to %s: uncramp plan stop --undo", before.Title))
	}
	lines = append(append(lines, ""), c.ByWeek()...)
	lines = append(append(lines, ""), c.Review()...)
	lines = append(lines, c.EarlierLines()...)
	lines = append(lines, StopRuleTyped)
	var b strings.Builder
	for _, l := range slices.Compact(lines) {
		b.WriteString(strings.Join(text.WrapIndented("", "  ", l, width), "\n") + "\n")
	}
	return b.String()
}
