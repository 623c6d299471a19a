package home

import (
	"fmt"
	"time"

	"uncramp/coach/plan"
	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/coach/stats"
	"uncramp/coach/tui/widget"
	"uncramp/coach/visit"
)

const (
	title        = "uncramp"
	findWord     = "find "
	nothingFound = "Nothing found. Esc shows all."
	seeList      = "uncramp list says what is wrong with %s"
	leftOut      = "left out for you"
	leftOutShort = "left out"
)

// subtitles go on from the title, at length and in brief.
var subtitles = []string{"   stretch and relief for leg cramps", "   relief for leg cramps", ""}

// greetings say at the first start what the command now and the keys ? and ! do, and
// what there is for who has the screen read out; at length and in brief.
var greetings = [][2]string{
	{
		"When a cramp comes, type uncramp now, or press n here: relief at once.",
		"? shows the keys, ! the warning signs. With a screen reader: uncramp --plain",
	},
	{"When a cramp comes, type uncramp now, or press n here.", "? keys, ! warning signs. Screen reader: uncramp --plain"},
	{"A cramp? uncramp now. ? is for keys.", "! red flags. Reader: uncramp --plain"},
}

// What the page of keys says of who can't use a screen.
const (
	noScreenTitle = "For a screen reader"
	noScreen      = "Type uncramp --plain"
)

// whatHelps is said as long as nothing was ever kept, at length and in brief.
var whatHelps = []string{
	"Press n when a cramp comes. A stretch before sleep may keep some away.",
	"When a cramp comes, press n.",
	"A cramp? Press n.",
}

// askAbout asks for what suits the person.
var askAbout = []string{"Which moves suit you? Eleven questions.", "Which moves suit you?"}

// stoppedHalfWay says where a routine was stopped.
func stoppedHalfWay(p visit.Play) []string {
	return []string{fmt.Sprintf("%s was stopped half-way.", p.Place()), fmt.Sprintf("%s was stopped half-way.", p.Plan.Name)}
}

// lastNight asks for more of a cramp of the night.
func lastNight(e record.Episode) []string {
	at := e.At.Format("15:04")
	return []string{fmt.Sprintf("How was the cramp at %s?", at), fmt.Sprintf("The cramp at %s?", at)}
}

// blocked is why nothing is played, by whether the latest check can't be read.
var blocked = map[bool]string{
	false: "You reported a warning sign. Press ! to check.",
	true:  "Your latest check can't be read. Press ! to take it again.",
}

func minutes(n int) string { return fmt.Sprintf("%d min", n) }

// more says how many moves there are beside those that are listed.
func more(n int) string { return fmt.Sprintf("  and %d more", n) }

// dose is how often and how long a move is done.
func (m move) dose() string {
	switch {
	case m.Kind == session.Open && m.Most > 0:
		return fmt.Sprintf("up to %s", widget.Length(m.Most))
	case m.Kind == session.Open:
		return "as long as you like"
	case m.times > 1:
		return fmt.Sprintf("%d × %s", m.times, widget.Length(m.Phase.Length))
	}
	return widget.Length(m.Phase.Length)
}

// lastDone says when a routine was done last; where not enough of it was done to
// count, for how long.
func lastDone(s record.Session, now time.Time) string {
	form := 4
	switch days := stats.DayOf(now) - stats.DayOf(s.At); {
	case days <= 0:
		form = 0
	case days == 1:
		form = 1
	case days < stats.WeekNights:
		form = 2
	case s.At.Year() == now.Year():
		form = 3
	}
	if plan.Counts(s) {
		return s.At.Format(lastDones[form])
	}
	return fmt.Sprintf(s.At.Format(partlyDones[form]), record.Lasting(s.Worked))
}

// When a routine was done: today, yesterday, within a week, this year, earlier; as
// package time writes days. %s is for how long.
var (
	lastDones = [5]string{
		"last done today", "last done yesterday", "last done on Monday", "last done on 2 January", "last done on 2 January 2006",
	}
	partlyDones = [5]string{
		"partly done today, %s", "partly done yesterday, %s", "partly done on Monday, %s", "partly done on 2 January, %s",
		"partly done on 2 January 2006, %s",
	}
)
