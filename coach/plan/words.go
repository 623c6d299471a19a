package plan

import (
	"cmp"
	"fmt"
	"strings"

	"uncramp/coach/text"
)

// Text is the week in plain sentences of lines of at most so many columns, for
// a reader without a screen.
func (w Weekly) Text(width int) string {
	today := w.Days[DaysShown-1].Date()
	lines := []string{fmt.Sprintf("Seven days, up to today, %s", today.Format("Monday 2 January")), ""}
	for _, r := range w.Rows {
		lines = append(lines, fmt.Sprintf("%s: %s", r.Item.Name, w.account(r)))
	}
	lines = append(lines, fmt.Sprintf("Cramps: %s", w.cramps()), "", w.SixWeeks.Texts()[0])
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(strings.Join(text.WrapIndented("", "  ", l, width), "\n") + "\n")
	}
	return b.String()
}

// account says on which days an item was done, and whether it is due.
func (w Weekly) account(r Row) string {
	days, present := map[State][]string{}, "today"
	if r.Item.Night {
		present = "tonight"
	}
	for i, c := range r.Cells {
		name := w.Days[i].Date().Format("Mon")
		if i == r.Now {
			name = present
		}
		if c.State == Partly && r.Item.Times > 1 {
			name = fmt.Sprintf("%s (%d of %d)", name, c.Times, r.Item.Times)
		}
		days[c.State] = append(days[c.State], name)
	}
	parts := text.FillGiven([][2]string{
		{"done %s", strings.Join(days[Done], ", ")},
		{"partly %s", strings.Join(days[Partly], ", ")},
		{"due %s", strings.Join(days[Due], ", ")},
	})
	return cmp.Or(strings.Join(parts, "; "), "nothing written down")
}

// cramps says on which days there were some, and how many.
func (w Weekly) cramps() string {
	var days []string
	for i, n := range w.Nights {
		name := w.Days[i].Date().Format("Mon")
		if i == DaysShown-1 {
			name = "today"
		}
		if n := n.All(); n > 0 {
			days = append(days, fmt.Sprintf("%s (%d)", name, n))
		}
	}
	return cmp.Or(strings.Join(days, ", "), "none written down")
}

// Glasses says how many glasses of water there were today, of those that the
// plan asks for.
func Glasses(n int) string {
	if asked := glasses(); n <= asked {
		return fmt.Sprintf("%d of %d glasses today", n, asked)
	}
	return fmt.Sprintf("%d glasses today", n)
}

// Limits says what the number of glasses that the plan asks for is worth, at
// length and then in fewer and fewer words. The number has no source.
func Limits() []string {
	return []string{
		fmt.Sprintf("%d is our own default; it has no source. If you were told to limit fluids, your doctor's word goes.", glasses()),
		fmt.Sprintf("%d is our default, no source. Fluids limited? Your doctor's word goes.", glasses()),
		"Your doctor's word goes.",
	}
}
