package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"uncramp/coach/record"
	"uncramp/coach/stats"
	"uncramp/routines"
)

// writeColumns writes a table in columns.
func writeColumns(b *strings.Builder, t table) {
	var aligned strings.Builder
	w := tabwriter.NewWriter(&aligned, 0, 0, 2, ' ', 0)
	for _, cells := range append([][]string{t.Head}, t.Rows...) {
		for i := range cells {
			cells[i] = cmp.Or(cells[i], "-")
		}
		fmt.Fprintln(w, "  "+strings.Join(cells, "\t"))
	}
	_ = w.Flush() // a builder takes everything
	for line := range strings.Lines(aligned.String()) {
		b.WriteString(strings.TrimRight(line, " \n") + "\n")
	}
}

func nightRows(s stats.Summary) (rows [][]string) {
	for _, n := range s.Nights {
		stretched := ""
		if n.Stretched {
			stretched = yes
		}
		if n.Cramps+n.ByDay > 0 || n.Stretched {
			rows = append(rows, row(n.Evening, n.Cramps, n.ByDay, stats.OfTen(n.Worst), stretched))
		}
	}
	return rows
}

func periodRows(s stats.Summary) (rows [][]string) {
	for _, p := range s.Periods() {
		t, severity := p.Totals, ""
		if p.Severity.Given > 0 {
			severity = number(p.Severity.Median) + "/10"
		}
		stretched := cmp.Or(p.Uncounted(), ofAll(t.Stretched, t.Known))
		rows = append(rows, row(p.Nights[0].Evening, t.AtNight+t.ByDay, stretched, severity))
	}
	return rows
}

func hourRows(s stats.Summary) (rows [][]string) {
	for i, n := range s.Hours {
		if n > 0 {
			rows = append(rows, row(fmt.Sprintf("%d:00", i), n))
		}
	}
	return rows
}

func muscleRows(s stats.Summary) (rows [][]string) {
	for _, m := range s.Muscles() {
		rows = append(rows, row(m.Name(), m.Sides[0], m.Sides[1], m.Sides[2], m.Sides[3]))
	}
	return rows
}

func reliefRows(s stats.Summary) (rows [][]string) {
	for i, label := range s.ReliefTimes.Labels() {
		rows = append(rows, row(label, s.ReliefTimes[i]))
	}
	return rows
}

func crampRows(s stats.Summary) (rows [][]string) {
	for _, e := range slices.Backward(s.Cramps) {
		where := cmp.Or(routines.Clean(e.Where()), record.Unanswered)
		rows = append(rows, row(e.At.Format("2006-01-02 15:04"), where, strings.Join(stats.Details(e), "; ")))
	}
	return rows
}
