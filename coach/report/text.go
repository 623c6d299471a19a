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

// Text is a window of a diary as plain tables, for a reader without a screen.
func Text(s stats.Summary) string {
	var b strings.Builder
	section := func(title, about string, rows [][]string) {
		fmt.Fprintf(&b, "\n%s - %s\n", title, about)
		writeColumns(&b, rows)
	}
	fmt.Fprintf(&b, "%s: %s.\n", s.Window(), s.Sentence())
	for _, sentence := range s.Apart() {
		fmt.Fprintln(&b, sentence)
	}
	section("Bedtime stretch for six weeks", s.SixWeeks.Place()+". "+s.SixWeeks.Account(), nil)
	if s.Empty() {
		return b.String()
	}
	section("Nights", "from noon to noon; those not listed had neither", nightRows(s))
	section("Cramps a "+s.PeriodName(), "with the nights of the bedtime stretch", periodRows(s))
	section("Hours of the day", s.Busiest(), hourRows(s))
	section("Muscles and sides", "number of cramps", muscleRows(s))
	section("Time to relief", s.HalfEased(), reliefRows(s))
	section("Cramps", "latest first", crampRows(s))
	return b.String()
}

// writeColumns writes rows in columns; the first row is the header.
func writeColumns(b *strings.Builder, rows [][]string) {
	var aligned strings.Builder
	w := tabwriter.NewWriter(&aligned, 0, 0, 2, ' ', 0)
	for _, row := range rows {
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

func nightRows(s stats.Summary) [][]string {
	rows := [][]string{{"evening", "cramps", "by day", "worst", "stretch"}}
	for _, n := range s.Nights {
		if n.Cramps+n.ByDay == 0 && !n.Stretched {
			continue
		}
		stretched := ""
		if n.Stretched {
			stretched = "yes"
		}
		rows = append(rows, []string{n.Evening.String(), strconv.Itoa(n.Cramps), strconv.Itoa(n.ByDay), stats.OfTen(n.Worst), stretched})
	}
	return rows
}

func periodRows(s stats.Summary) [][]string {
	rows := [][]string{{s.PeriodName() + " from", "cramps", "stretch", "severity"}}
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

func hourRows(s stats.Summary) [][]string {
	rows := [][]string{{"hour", "cramps"}}
	for i, n := range s.Hours {
		if n > 0 {
			rows = append(rows, []string{fmt.Sprintf("%d:00", i), strconv.Itoa(n)})
		}
	}
	return rows
}

func muscleRows(s stats.Summary) [][]string {
	rows := [][]string{{"muscle", "left", "right", "both", "side " + record.Unanswered}}
	for _, m := range s.Muscles() {
		row := []string{m.Name()}
		for _, n := range m.Sides {
			row = append(row, strconv.Itoa(n))
		}
		rows = append(rows, row)
	}
	return rows
}

func reliefRows(s stats.Summary) [][]string {
	rows := [][]string{{"time", "cramps"}}
	for i, label := range s.ReliefTimes.Labels() {
		rows = append(rows, []string{label, strconv.Itoa(s.ReliefTimes[i])})
	}
	return rows
}

func crampRows(s stats.Summary) [][]string {
	rows := [][]string{{"began", "where", "told"}}
	for _, e := range slices.Backward(s.Cramps) {
		where := routines.Clean(e.Where())
		if where == "" {
			where = record.Unanswered
		}
		rows = append(rows, []string{e.At.Format("2006-01-02 15:04"), where, strings.Join(stats.Details(e), "; ")})
	}
	return rows
}
