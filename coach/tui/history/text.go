package history

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"uncramp/coach/record"
)

// Text is the history as plain tables, for a reader without a screen.
func (h History) Text() string {
	var b strings.Builder
	section := func(title, about string, rows [][]string) {
		fmt.Fprintf(&b, "\n%s - %s\n", title, about)
		table(&b, rows)
	}
	fmt.Fprintf(&b, "%s: %s.\n", h.window(), h.summary())
	section("Bedtime stretch for six weeks", h.Plan.Place()+". "+h.Plan.Account(), nil)
	if h.Empty() {
		return b.String()
	}
	section("Nights", "from noon to noon; those not listed had neither", h.nightRows())
	section("Cramps a "+h.kind(), "with the nights of the bedtime stretch", h.spellRows())
	section("Hours of the day", h.busiest(), h.hourRows())
	section("Muscles and sides", "number of cramps", h.placeRows())
	section("Time to relief", h.Relief.median(), h.reliefRows())
	section("Cramps", "latest first", h.crampRows())
	return b.String()
}

// table writes rows in columns; the first row is the header.
func table(b *strings.Builder, rows [][]string) {
	var aligned strings.Builder
	w := tabwriter.NewWriter(&aligned, 0, 0, 2, ' ', 0)
	for _, row := range rows {
		fmt.Fprintln(w, "  "+strings.Join(row, "\t"))
	}
	_ = w.Flush() // a builder takes everything
	for line := range strings.Lines(aligned.String()) {
		b.WriteString(strings.TrimRight(line, " \n") + "\n")
	}
}

func (h History) nightRows() [][]string {
	rows := [][]string{{"evening", "cramps", "worst", "stretch"}}
	for _, n := range h.Nights {
		if n.Cramps > 0 || n.Stretched {
			rows = append(rows, []string{n.Date.Format("2006-01-02"), fmt.Sprint(n.Cramps), dash(scale(n.Worst)), yes(n.Stretched)})
		}
	}
	return rows
}

func (h History) spellRows() [][]string {
	rows := [][]string{{h.kind() + " from", "cramps", "stretch", "severity"}}
	for _, s := range h.Spells {
		mean := ""
		if s.Rated > 0 {
			mean = fmt.Sprintf("%.1f/10", float64(s.Severity)/float64(s.Rated))
		}
		rows = append(rows, []string{s.From.Format("2006-01-02"), fmt.Sprint(s.Cramps), s.share(), dash(mean)})
	}
	return rows
}

func (h History) hourRows() [][]string {
	rows := [][]string{{"hour", "cramps"}}
	for i, n := range h.Hours {
		if n > 0 {
			rows = append(rows, []string{fmt.Sprintf("%d:00", i), fmt.Sprint(n)})
		}
	}
	return rows
}

func (h History) placeRows() [][]string {
	rows := [][]string{{"muscle", "left", "right", "both", "side " + record.Unanswered}}
	for _, p := range h.Places {
		rows = append(rows, []string{muscle(p.Muscle), fmt.Sprint(p.Left), fmt.Sprint(p.Right), fmt.Sprint(p.Both), fmt.Sprint(p.Untold)})
	}
	return rows
}

func (h History) reliefRows() [][]string {
	rows := [][]string{{"time", "cramps"}}
	for _, r := range h.Relief.tallies() {
		rows = append(rows, []string{r.label, fmt.Sprint(r.count)})
	}
	return rows
}

func (h History) crampRows() [][]string {
	rows := [][]string{{"began", "where", "told"}}
	for _, e := range h.Cramps {
		rows = append(rows, []string{e.At.Format("2006-01-02 15:04"), where(e), dash(strings.Join(details(e), "; "))})
	}
	return rows
}

func dash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "-"
}

// share is on how many of its nights there was a bedtime stretch.
func (s Spell) share() string {
	if s.Nights == 0 {
		return "no diary yet"
	}
	return fmt.Sprintf("%d of %d", s.Stretched, s.Nights)
}
