package week

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"uncramp/coach/plan"
	"uncramp/coach/stats"
	"uncramp/coach/theme"
	"uncramp/coach/tui/daygrid"
	"uncramp/coach/tui/widget"
)

// abouts say what the items are that a routine does, by id.
var abouts = map[string]string{
	"morning":     "A stretch in bed, on waking.",
	"before":      "Easy moves before exercise. They warm you up.",
	"after":       "After exercise. Slow down first, then stretch.",
	stats.Bedtime: "A stretch last thing at night.",
}

// title names the screen.
const title = "The week"

// sevenDays stands behind the title, at length and in brief.
func sevenDays(today stats.Day) []string {
	return []string{fmt.Sprintf("seven days, up to %s", today.Date().Format("Monday 2 January")), "seven days", ""}
}

// crampsWord names the row of the cramps, and sixWeeksWord the nights of the
// programme.
const (
	crampsWord   = "Cramps"
	sixWeeksWord = "Six weeks"
)

// howToBegin stands where there was no bedtime stretch yet.
const howToBegin = "Press p to begin them as a programme."

// legend says in words what the squares mean, as much of it as has room.
func (m Model) legend(room int, t theme.Theme) string {
	signs := []string{
		t.Done.Render(widget.Filled(t)) + t.Quiet.Render(" done"), t.Done.Render(daygrid.PartlySign) + t.Quiet.Render(" partly"),
		t.Quiet.Render(widget.ToDoSign + " to do"), t.Quiet.Render(widget.OutSign + " not done"),
	}
	full := signs
	if slices.ContainsFunc(m.week.Nights[:], func(n stats.Night) bool { return n.All() > 0 }) {
		full = append(slices.Clip(signs), widget.CrampScale("mild", t))
	}
	return widget.FirstFitting(room, strings.Join(full, "   "), strings.Join(full, "  "), strings.Join(full, " "),
		strings.Join(signs, " "), "")
}

// what says what the item of a row is, at length and in brief. After midnight the
// night is still that of the evening before. Where the six weeks have no place of
// their own, they are told of the stretch that they are about.
func (m Model) what(r plan.Row) []string {
	text := cmp.Or(abouts[r.Item.ID], m.week.Course.Programme.About)
	if r.Item.Night && r.Now < plan.DaysShown-1 {
		text += fmt.Sprintf(" It is still %s's night.", m.week.Days[r.Now].Date().Format("Monday"))
	}
	if r.Item.ID == stats.Bedtime && m.zones().programme.H == 0 {
		return []string{text + fmt.Sprintf(" Six weeks: %s.", m.week.SixWeeks.Texts()[3]), text}
	}
	return []string{text}
}

// toDo says how a row stands and what can be done about it now, at length and
// in brief.
func (m Model) toDo(r plan.Row) []string {
	if m.blocked {
		return []string{
			"You reported a warning sign, so no routine begins. Press ! to check.",
			"You reported a warning sign. Press ! to check.",
		}
	}
	starts, n := "Enter starts it.", m.minutes[m.startable()]
	if c := m.week.Course; r.Item.ID == plan.ProgrammeItem {
		n = c.Programme.Minutes(c.Week)
	}
	if n > 0 {
		starts = fmt.Sprintf("Enter starts it, %d min.", n)
	}
	return []string{standing(r) + starts, starts}
}

// standings say how an item stands today, or tonight.
var standings = map[plan.State][2]string{
	plan.Done: {"Done today. ", "Done tonight. "}, plan.Partly: {"Partly done today. ", "Partly done tonight. "},
	plan.Due: {"Due today. ", "Due tonight. "},
}

// standing says how a row stands now; it may be nothing.
func standing(r plan.Row) string {
	texts := standings[r.Cells[r.Now].State]
	if r.Item.Night {
		return texts[1]
	}
	return texts[0]
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
