// Package report turns a diary into a page that a doctor reads in a minute, and
// into the tables that uncramp diary prints.
//
// It renders what [stats.Count] counted, as Markdown, HTML, CSV, JSON or plain
// tables, and counts nothing itself. What is written goes to a writer. A report
// names no illness, gives no score and does not say that one thing caused
// another. What was not told is said to be not told. Texts of a person are one
// line of plain text from [New] on.
package report

import (
	"slices"
	"strings"
	"time"

	"uncramp/coach/record"
	"uncramp/coach/stats"
	"uncramp/coach/text"
	"uncramp/routines"
)

// MaxDays is the longest window of a report, in days.
const MaxDays = 366

// Report is a window of a diary, with what stands beside it.
type Report struct {
	stats.Summary
	Background
}

// Background is what stands beside the nights, one a line, as it is.
type Background struct {
	Findings []string // what was answered to the red-flag questions
	Ticked   []string // causes of which the person said that they apply
}

// New counts the nights that have begun until a moment, as many as days.
func New(now time.Time, days int, rows stats.Rows, beside Background) Report {
	rows.Cramps = slices.Clone(rows.Cramps)
	for i := range rows.Cramps {
		rows.Cramps[i] = cleaned(rows.Cramps[i])
	}
	r := Report{Summary: stats.Count(now, days, rows)}
	r.Findings, r.Ticked = plainLines(beside.Findings), plainLines(beside.Ticked)
	return r
}

func plainLines(texts []string) (lines []string) {
	for _, s := range texts {
		lines = append(lines, plain(s))
	}
	return lines
}

// plain is a text as one line without hidden characters.
func plain(s string) string { return strings.TrimSpace(text.Clean(s)) }

// cleaned is a cramp whose texts are plain.
func cleaned(e record.Episode) record.Episode {
	for _, s := range []*string{&e.Doing, &e.Helped, &e.Fluids, &e.Medicine, &e.Note} {
		*s = plain(*s)
	}
	e.Muscle, e.Side = routines.Muscle(plain(string(e.Muscle))), routines.Side(plain(string(e.Side)))
	e.Asleep, e.Woke = record.Answer(plain(string(e.Asleep))), record.Answer(plain(string(e.Woke)))
	e.Tried = slices.Clone(e.Tried)
	for i := range e.Tried {
		t := &e.Tried[i]
		t.Routine, t.Step, t.Name, t.Answer = plain(t.Routine), plain(t.Step), plain(t.Name), plain(t.Answer)
		t.Muscle, t.Side = routines.Muscle(plain(string(t.Muscle))), routines.Side(plain(string(t.Side)))
	}
	return e
}
