package week

import (
	"fmt"
	"strings"

	"uncramp/coach/plan"
	"uncramp/coach/stats"
	"uncramp/coach/tui/widget"
)

// words are what is said of an item that a routine does.
type words struct {
	about  string
	starts string // what its routine is called in a sentence
}

// wordsOf are those of an item, by its id.
var wordsOf = map[string]words{
	"morning":     {"A stretch in bed, before you stand up.", "the stretch on waking"},
	"before":      {"Easy moves that warm you up.", "the warm-up"},
	"after":       {"Slow down first, then stretch.", "the cool-down"},
	stats.Bedtime: {"A stretch last thing at night.", "the bedtime stretch"},
}

// signs tell the states by shape.
var signs = map[plan.State]string{plan.Empty: " ", plan.Partly: "▪", plan.Done: "■", plan.Due: "○", plan.Ahead: "·"}

// legend says in words what the signs mean, with more air where there is room.
func legend(room int) string {
	entries := []string{"■ done", "▪ partly", "○ due", "· ahead", "‹ › now"}
	return firstFitting(room, strings.Join(entries, "   "), strings.Join(entries, " "))
}

// what says what the item of a row is. After midnight the night is still that
// of the evening before.
func (m Model) what(r plan.Row) string {
	text := wordsOf[r.Item.ID].about
	if r.Item.Night && r.Now < plan.DaysShown-1 {
		text += fmt.Sprintf(" It is still %s's night.", m.week.Days[r.Now].Date().Format("Monday"))
	}
	return text
}

// toDo says how a row stands and what can be done about it now, at length and
// in brief.
func (m Model) toDo(r plan.Row) []string {
	if m.barred {
		return []string{"A red flag stands, so no routine is started here. Press ! to check.", "A red flag stands. Press ! to check."}
	}
	starts := "Enter starts " + wordsOf[r.Item.ID].starts
	if n, ok := m.minutes[m.startable()]; ok {
		starts += fmt.Sprintf(", %d min", n)
	}
	starts += "."
	return []string{strings.TrimSpace(standing(r) + " " + starts), starts}
}

// standing says in words how a row stands today, or tonight.
func standing(r plan.Row) string {
	when := "today."
	if r.Item.Night {
		when = "tonight."
	}
	switch r.Cells[r.Now].State {
	case plan.Done:
		return "Done " + when
	case plan.Partly:
		return "Partly done " + when
	case plan.Due:
		return "Due " + when
	case plan.Empty, plan.Ahead:
	}
	return ""
}

// place says where the person is in the six weeks, on one line.
func place(s stats.SixWeeks, room int) string {
	const of = "Six weeks of the bedtime stretch: "
	return firstFitting(room, of+s.Place()+". "+s.Account(), of+s.Place(), "Bedtime stretch: "+s.Place(), s.Place())
}

// firstFitting is the first of some texts that has room on one line, or nothing.
func firstFitting(room int, texts ...string) string {
	for _, text := range texts {
		if widget.Columns(text) <= room {
			return text
		}
	}
	return ""
}

// wrapped is the first of some texts that has room on so many lines, or nothing.
func wrapped(room, high int, texts []string) []string {
	for _, text := range texts {
		if lines := widget.Wrap(text, room); len(lines) <= high {
			return lines
		}
	}
	return nil
}
