package history

import (
	"cmp"
	"fmt"

	"uncramp/coach/record"
	"uncramp/coach/stats"
)

// titleWord names the screen, and titlePage the page of it too.
const (
	titleWord = "History"
	titlePage = "History %d/%d"
)

// weeksWord stands behind the windows of some weeks.
const weeksWord = " weeks "

// noNightYet stands where nights are counted, as long as there is none.
const noNightYet = "no night is over yet"

// The heads of the list's columns.
const (
	beganWord  = "began"
	whereWord  = "where"
	lastedWord = "lasted"
)

// severityWords head the column of the severity, at length and in brief.
var severityWords = []string{"severity", "rated"}

// nothingElse stands where of a cramp only when and where are known. Where the
// window has no limit that is all that was read of it.
func (h charts) nothingElse() string {
	if h.Days == 0 {
		return "Press Enter for what else was told."
	}
	return "Nothing else was told. Press Enter to add it."
}

// inFuture stands beside a cramp that is not counted.
const inFuture = "dated in the future, so it counts nowhere"

// The words of the legend, at length and in brief: those of the mildest cramp, where
// some that were not rated count as such, and of the bedtime stretch.
var (
	mildWords    = [2]string{"mild", "mild"}
	unratedWords = [2]string{"mild or not rated", "mild, unrated"}
	stretchWords = [2]string{"bedtime stretch", "stretch"}
)

const (
	byDayWords = "by day"
	noneWord   = "none"
)

// crampWord is what a number of cramps counts.
func crampWord(n int) string {
	if n == 1 {
		return "cramp"
	}
	return "cramps"
}

// placeCount is a place with its cramps, and between stands between two of them.
const (
	placeCount = "%s %d"
	between    = " · "
)

// otherPlaces counts the cramps of all places that aren't named.
func otherPlaces(n int) string { return fmt.Sprintf("elsewhere or not told %d", n) }

// What stands beside the name of a chart.
func (charts) inCramps() string { return "number of cramps" }
func (h charts) byPeriod() string {
	if h.ByMonth() {
		return "by month"
	}
	return "by week"
}

// nothing says why the list is empty.
func (h charts) nothing() string {
	switch {
	case h.NeverKept():
		return stats.EmptyDiary
	case h.Days > 0:
		return fmt.Sprintf("No cramp in the last %d nights. Press 0 for all there is.", h.Days)
	}
	return "No cramp is in your diary. Write one down with uncramp log."
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

// whereOf is the muscle and the side of a cramp.
func whereOf(e record.Episode) string { return cmp.Or(e.Where(), record.Unanswered) }

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
