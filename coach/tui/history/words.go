package history

import (
	"cmp"
	"fmt"

	"uncramp/coach/record"
	"uncramp/coach/stats"
)

// goesOn says what a night left out means.
const goesOn = "Left one out? The count goes on. Any night is a good one to go on with."

// nothingElse stands where of a cramp only when and where are known. Where the
// window has no limit that is all that was read of it.
func (h charts) nothingElse() string {
	if h.Days == 0 {
		return "Press e for what else was told."
	}
	return "Nothing else was told. Press e to add it."
}

// inFuture stands beside a cramp that is not counted.
const inFuture = "dated in the future, so it counts nowhere"

// The legends of the calendar and of the six weeks.
func calendarSigns() []string {
	return []string{"· none", "▪ one", "■ two or more", "[ ] bedtime stretch"}
}

func sixWeeksSigns() []string {
	return []string{"● done", "· not done", "○ ahead", "‹ › this night"}
}

// sideNames stand above the numbers of the muscles.
const sideNames = "  left  right  both side?"

// What stands beside the name of a chart.
func (h charts) place() string  { return h.SixWeeks.Texts()[3] }
func (charts) inCramps() string { return "number of cramps" }
func (h charts) byPeriod() string {
	if h.ByMonth() {
		return "by month"
	}
	return "by week"
}

func severityScale(h charts, w int) string {
	if n := h.nightsEach(w); n > 1 {
		return fmt.Sprintf("mean of %d nights' worst", n)
	}
	return "a night's worst, 0 to 10"
}

// nothing says why the list is empty.
func (h charts) nothing() string {
	switch {
	case h.Days > 0:
		return fmt.Sprintf("No cramp in the last %d nights. Press a for all there is.", h.Days)
	case h.Empty():
		return "Nothing here yet. A cramp you log and a bedtime stretch you do show up here."
	}
	return "No cramp in your diary."
}

// deletedCramp names the cramp that was just deleted.
const deletedCramp = "Deleted: %s"

// periodDate tells one period from the others.
func (h charts) periodDate(p stats.Period) string {
	if h.ByMonth() {
		return p.From().Format("Jan 06")
	}
	return p.From().Format("2 Jan")
}

// date is a night's date by its place.
func (h charts) date(night int) string { return h.evening(night).Format(h.dayFormat()) }

// where is the muscle and the side of a cramp.
func where(e record.Episode) string { return cmp.Or(e.Where(), record.Unanswered) }

// when is the moment a cramp began.
func (h charts) when(e record.Episode) string { return e.At.Format("_" + h.dayFormat() + " 15:04") }

// dayFormat writes a day, with its year where the window has no limit or reaches into
// another year.
func (h charts) dayFormat() string {
	if h.Days == 0 || len(h.Nights) > 0 && h.evening(0).Year() != h.Now.Year() {
		return "2 Jan 06"
	}
	return "2 Jan"
}

// stretched says on how many nights of a period there was a bedtime stretch, or
// why none of them is counted.
func stretched(p stats.Period) string {
	t := p.Totals
	return cmp.Or(p.Uncounted(), fmt.Sprintf("stretch %*d of %d", len(fmt.Sprint(t.Known)), t.Stretched, t.Known))
}
