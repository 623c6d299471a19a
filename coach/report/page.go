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

// orElse is what is said instead of a list that has nothing.
func orElse(some bool, line string) []string {
	if some {
		return nil
	}
	return []string{line}
}

func (r Report) weekTable() table {
	t := table{Head: weekHead}
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
	t := table{Head: triedHead}
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
	return append(orElse(len(lines) > 0, noMedicine), lines...)
}

func (r Report) crampTable() table {
	t := table{Head: crampHead}
	for _, e := range r.Cramps {
		t.Rows = append(t.Rows, []string{
			e.At.Format(timeForm), stats.Place{Muscle: e.Muscle, Side: e.Side}.Name(), cmp.Or(e.Severity.String(), dash),
			cmp.Or(e.Disturbance.String(), dash), cmp.Or(string(e.Woke), dash), length(e.Length), length(e.Relief), account(e),
		})
	}
	return t
}
