package report

import (
	"cmp"
	"strconv"
	"strings"

	"uncramp/coach/record"
	"uncramp/coach/stats"
)

// page is a report in words, as Markdown and HTML both lay it out. An empty
// diary, or an empty window, has only its title and basis.
type page struct {
	Title    string
	Basis    []string
	Facts    []fact
	Sections []section
}

// section stands under a heading of its own.
type section struct {
	Title string
	Note  string // how its table is to be read
	Lines []string
	Table table
}

type table struct {
	Head []string
	Rows [][]string
}

func (r Report) page() page {
	p := page{Title: r.title(), Basis: r.Basis()}
	if r.Latest.IsZero() {
		return p
	}
	p.Facts = r.facts()
	p.Sections = []section{
		{
			Title: "Week by week", Table: r.weekTable(),
			Note: "Each night is its number of cramps, · none, – not told. The severity is the median of those told.",
		},
		{
			Title: "What was tried", Table: r.triedTable(),
			Note:  "Counted in cramps. An answer is the last one given while it was done; cramps ease by themselves, too.",
			Lines: orElse(len(r.Outcomes) > 0, "Nothing was told."),
		},
		{Title: "Changes of medicine", Lines: r.medicineLines()},
		{Title: "The person ticked, in a list of possible causes", Lines: append(orElse(len(r.Ticked) > 0, "Nothing."), r.Ticked...)},
		{Title: "Red-flag questions", Lines: append(orElse(len(r.Findings) > 0, "No answers are on record."), r.Findings...)},
		{
			Title: "Every cramp", Table: r.crampTable(),
			Note:  "– is not told. Severity and sleep disturbed are from 0 to 10.",
			Lines: orElse(len(r.Cramps) > 0, "None was written down."),
		},
	}
	return p
}

// orElse is what is said instead of a list that has nothing.
func orElse(some bool, line string) []string {
	if some {
		return nil
	}
	return []string{line}
}

func (r Report) weekTable() table {
	t := table{Head: []string{"Evening of", "Nights", "With a cramp", "Cramps", "Bedtime stretch", "Severity"}}
	for _, w := range r.Weeks() {
		c := w.Totals
		if c.Known+c.AtNight+c.ByDay == 0 {
			continue
		}
		var signs []string
		for _, n := range w.Nights {
			signs = append(signs, nightSign(n))
		}
		severity := dash
		if w.Severity.Given > 0 {
			severity = number(w.Severity.Median)
		}
		t.Rows = append(t.Rows, []string{
			w.From().Format("Mon 2 Jan"), strings.Join(signs, " "), ofAll(c.With, c.Known),
			strconv.Itoa(c.AtNight + c.ByDay), ofAll(c.Stretched, c.Known), severity,
		})
	}
	return t
}

func (r Report) triedTable() table {
	t := table{Head: []string{"Move", "Cramps", "Came first", "Second", "Later", "Then eased", "Same", "Worse", "No answer"}}
	for _, o := range r.Outcomes {
		row := []string{o.Name}
		for _, n := range []int{o.Cramps, o.First, o.Second, o.Later, o.Eased, o.Same, o.Worse, o.Unanswered()} {
			row = append(row, strconv.Itoa(n))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// medicines are the cramps with which a change of medicine was told.
func (r Report) medicines() (list []record.Episode) {
	for _, e := range r.Cramps {
		if e.Medicine != "" {
			list = append(list, e)
		}
	}
	return list
}

func (r Report) medicineLines() (lines []string) {
	for _, e := range r.medicines() {
		lines = append(lines, e.At.Format(dateForm)+": "+e.Medicine)
	}
	return append(orElse(len(lines) > 0, "None was told."), lines...)
}

func (r Report) crampTable() table {
	t := table{Head: []string{
		"Began", "Where", "Severity", "Sleep", "Woke", "Lasted", "Eased after", "What was tried, in order, and what was said",
	}}
	for _, e := range r.Cramps {
		t.Rows = append(t.Rows, []string{
			e.At.Format(timeForm), stats.Place{Muscle: e.Muscle, Side: e.Side}.Name(), cmp.Or(e.Severity.String(), dash),
			cmp.Or(e.Disturbance.String(), dash), cmp.Or(string(e.Woke), dash), length(e.Length), length(e.Relief), account(e),
		})
	}
	return t
}
