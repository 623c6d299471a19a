package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"uncramp/coach/record"
	"uncramp/coach/stats"
)

// page is a report in words, as Markdown and HTML both lay it out. An empty
// diary, or an empty window, has only its title and basis.
type page struct {
	Title    string
	Basis    []string
	Facts    []fact
	Hours    string // of the cramps
	Sections []section
	// Programme is a sheet of its own on paper; none without a programme.
	Programme []section
}

// fact is one line of the numbers.
type fact struct{ What, Says string }

// section stands under a heading of its own.
type section struct {
	Title string
	Note  string // how its table is to be read
	Lines []string
	Table table
	Empty string // is said where there is no line and no row
}

type table struct {
	Head []string
	Rows [][]string
}

// without is a table that lacks a column.
func (t table) without(column int) table {
	cut := func(cells []string) []string { return slices.Delete(slices.Clone(cells), column, column+1) }
	out := table{Head: cut(t.Head)}
	for _, r := range t.Rows {
		out.Rows = append(out.Rows, cut(r))
	}
	return out
}

// row is a row of a table: each value as it is printed.
func row(values ...any) []string {
	cells := make([]string, len(values))
	for i, v := range values {
		cells[i] = fmt.Sprint(v)
	}
	return cells
}

// page lays the report out.
func (r Report) page() page {
	p := page{Title: r.title(), Basis: r.Basis()}
	if r.Latest.IsZero() {
		return p
	}
	p.Facts, p.Hours, p.Sections, p.Programme = r.facts(), r.hoursText(), r.sections(), r.programme()
	for i := range p.Sections {
		if s := &p.Sections[i]; len(s.Lines)+len(s.Table.Rows) == 0 {
			s.Lines = []string{s.Empty}
		}
	}
	return p
}

func (r Report) weekRows() (rows [][]string) {
	for _, w := range r.Weeks() {
		c := w.Totals
		if c.Known+c.Cramps() == 0 {
			continue
		}
		var signs []string
		for _, n := range w.Nights {
			signs = append(signs, nightSign(n))
		}
		first := w.From()
		rows = append(rows, row(first.Format(r.form(first, weekForm, lastWeek)), strings.Join(signs, " "), ofAll(c.With, c.Known),
			c.Cramps(), ofAll(c.Stretched, c.Known), medianOf(w.Severity)))
	}
	return rows
}

func (r Report) triedRows() (rows [][]string) {
	for _, o := range r.Outcomes {
		rows = append(rows, row(o.Name, o.Cramps, o.First, o.Second, o.Later, o.Eased, o.Same, o.Worse, o.Unanswered()))
	}
	return rows
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
	return lines
}

func (r Report) crampRows() (rows [][]string) {
	for _, e := range r.Cramps {
		cells := row(e.At.Format(r.form(e.At, timeForm, yearForm)), stats.Place{Muscle: e.Muscle, Side: e.Side}.Name(),
			e.Severity, e.Disturbance, e.Woke, told(e.Length, lasting), told(e.Relief, lasting))
		for i := range cells {
			cells[i] = cmp.Or(cells[i], dash)
		}
		rows = append(rows, append(cells, account(e)))
	}
	return rows
}

// told is a length in a unit; empty where it was not told.
func told(d time.Duration, unit func(seconds float64) string) string {
	if d <= 0 {
		return ""
	}
	return unit(d.Seconds())
}
