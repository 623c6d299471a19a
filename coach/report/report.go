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

	"uncramp/coach/plan"
	"uncramp/coach/record"
	"uncramp/coach/stats"
	"uncramp/coach/text"
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
	// Programme is the latest that the person followed, whatever the window.
	Programme plan.Course
}

// New counts the nights that have begun until a moment, as many as days.
func New(now time.Time, days int, rows stats.Rows, beside Background) Report {
	rows.Cramps = slices.Clone(rows.Cramps)
	for i := range rows.Cramps {
		rows.Cramps[i] = cleaned(rows.Cramps[i])
	}
	r := Report{Summary: stats.Count(now, days, rows)}
	r.Findings, r.Ticked, r.Programme = plainLines(beside.Findings), plainLines(beside.Ticked), beside.Programme
	return r
}

func plainLines(texts []string) (lines []string) {
	for _, s := range texts {
		lines = append(lines, plain(s))
	}
	return lines
}

// plain is a text as one line without hidden characters.
func plain[T ~string](s T) T { return T(strings.TrimSpace(text.Clean(string(s)))) }

// cleaned is a cramp whose texts are plain.
func cleaned(e record.Episode) record.Episode {
	e.Doing, e.Helped, e.Fluids, e.Medicine, e.Note = plain(e.Doing), plain(e.Helped), plain(e.Fluids), plain(e.Medicine), plain(e.Note)
	e.Muscle, e.Side, e.Asleep, e.Woke = plain(e.Muscle), plain(e.Side), plain(e.Asleep), plain(e.Woke)
	e.Tried = slices.Clone(e.Tried)
	for i, t := range e.Tried {
		t.Routine, t.Step, t.Name, t.Answer = plain(t.Routine), plain(t.Step), plain(t.Name), plain(t.Answer)
		t.Muscle, t.Side = plain(t.Muscle), plain(t.Side)
		e.Tried[i] = t
	}
	return e
}
