package report

import (
	"fmt"
	"slices"
	"strconv"
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
	for _, row := range append([][]string{t.Head}, t.Rows...) {
		for i := range row {
			if row[i] == "" {
				row[i] = "-"
			}
		}
		fmt.Fprintln(w, "  "+strings.Join(row, "\t"))
	}
	_ = w.Flush() // a builder takes everything
	for line := range strings.Lines(aligned.String()) {
		b.WriteString(strings.TrimRight(line, " \n") + "\n")
	}
}

func nightRows(s stats.Summary) (rows [][]string) {
	for _, n := range s.Nights {
		if n.Cramps+n.ByDay == 0 && !n.Stretched {
			continue
		}
		stretched := ""
		if n.Stretched {
			stretched = yes
		}
		rows = append(rows, []string{n.Evening.String(), strconv.Itoa(n.Cramps), strconv.Itoa(n.ByDay), stats.OfTen(n.Worst), stretched})
	}
	return rows
}

func periodRows(s stats.Summary) (rows [][]string) {
	for _, p := range s.Periods() {
		t, stretched, severity := p.Totals, p.Uncounted(), ""
		if stretched == "" {
			stretched = ofAll(t.Stretched, t.Known)
		}
		if p.Severity.Given > 0 {
			severity = number(p.Severity.Median) + "/10"
		}
		rows = append(rows, []string{p.Nights[0].Evening.String(), strconv.Itoa(t.AtNight + t.ByDay), stretched, severity})
	}
	return rows
}

func hourRows(s stats.Summary) (rows [][]string) {
	for i, n := range s.Hours {
		if n > 0 {
			rows = append(rows, []string{fmt.Sprintf("%d:00", i), strconv.Itoa(n)})
		}
	}
	return rows
}

func muscleRows(s stats.Summary) (rows [][]string) {
	for _, m := range s.Muscles() {
		row := []string{m.Name()}
		for _, n := range m.Sides {
			row = append(row, strconv.Itoa(n))
		}
		rows = append(rows, row)
	}
	return rows
}

func reliefRows(s stats.Summary) (rows [][]string) {
	for i, label := range s.ReliefTimes.Labels() {
		rows = append(rows, []string{label, strconv.Itoa(s.ReliefTimes[i])})
	}
	return rows
}

func crampRows(s stats.Summary) (rows [][]string) {
	for _, e := range slices.Backward(s.Cramps) {
		where := routines.Clean(e.Where())
		if where == "" {
			where = record.Unanswered
		}
		rows = append(rows, []string{e.At.Format("2006-01-02 15:04"), where, strings.Join(stats.Details(e), "; ")})
	}
	return rows
}
