// Package report turns a diary into a page that a doctor reads in a minute.
//
// [Gather] reads a window of a diary into a [Report], which counts and writes
// itself as Markdown, HTML, CSV or JSON. The package is pure: the moment is an
// argument, the diary is passed in, and what is written goes to a writer. A
// report names no illness, gives no score and does not say that one thing
// caused another. What was not told is said to be not told; it never counts as
// nothing. Texts of a person are one line of plain text from [Gather] on.
package report

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	"uncramp/coach/diary"
	"uncramp/coach/plan"
	"uncramp/coach/record"
	"uncramp/routines"
)

// MaxDays is the longest window.
const MaxDays = 366

// EmptyLine is all that is said of a diary without a row.
const EmptyLine = "The diary is empty. Write a cramp down with uncramp log, or begin relief with uncramp now."

// Report is a window of a diary. Its counts are methods.
type Report struct {
	Until  time.Time        // when it was made
	Begun  time.Time        // the first row of the whole diary; zero: the diary is empty
	Latest time.Time        // the latest row of the window; zero: it has none
	Nights []Night          // in order, without a gap
	Cramps []record.Episode // in order
	Told
}

// Told is what stands beside the nights, one a line, and is told as it is.
type Told struct {
	Findings []string // what was answered to the red-flag questions
	Ticked   []string // causes of which the person said that they apply
}

// Night is one of a window, with the day around it, from noon to noon.
type Night struct {
	Evening plan.Day
	// Known reports whether it can be counted: it has a cramp, or it is over and
	// the diary had been begun, and something was written down in the window.
	Known  bool
	Cramps int // at night, see [plan.AtNight]
	ByDay  int // the others
	// Stretched says that the bedtime stretch was done, see [plan.Stretched], Begun
	// that it was only begun.
	Stretched, Begun bool
}

// Gather reads the nights that have begun until a moment, as many as days.
func Gather(ctx context.Context, s diary.Store, until time.Time, days int, told Told) (Report, error) {
	if days < 1 || days > MaxDays {
		return Report{}, fmt.Errorf("a report of %d days: choose 1 to %d", days, MaxDays)
	}
	r := Report{Until: until}
	for _, f := range told.Findings {
		r.Findings = append(r.Findings, plain(f))
	}
	for _, c := range told.Ticked {
		r.Ticked = append(r.Ticked, plain(c))
	}
	first := plan.LatestBegun(until) + 1 - plan.Day(days)
	within := first.Since()
	within.Until = until
	if err := r.readCramps(s.Episodes(ctx, within, false), first); err != nil {
		return Report{}, err
	}
	done, err := r.readStretches(s.Sessions(ctx, within, false), first)
	if err != nil {
		return Report{}, err
	}
	if r.Begun, err = diary.Begun(ctx, s, until); err != nil {
		return Report{}, err
	}
	r.Nights = r.nights(first, done)
	return r, nil
}

func (r *Report) readCramps(rows iter.Seq2[record.Episode, error], first plan.Day) error {
	for e, err := range rows {
		if err != nil {
			return fmt.Errorf("reading the cramps for the report: %w", err)
		}
		if plan.NightOf(e.At) < first {
			continue
		}
		r.Cramps = append(r.Cramps, cleaned(e))
		r.Latest = later(r.Latest, e.At)
	}
	return nil
}

// readStretches returns the nights on which the bedtime stretch was begun, and
// whether it was done.
func (r *Report) readStretches(rows iter.Seq2[record.Session, error], first plan.Day) (map[plan.Day]bool, error) {
	done := make(map[plan.Day]bool)
	for f, err := range rows {
		if err != nil {
			return nil, fmt.Errorf("reading the routines for the report: %w", err)
		}
		night := plan.NightOf(f.At)
		if night < first {
			continue
		}
		r.Latest = later(r.Latest, f.At)
		if f.Routine == plan.Bedtime {
			done[night] = done[night] || plan.Stretched(f)
		}
	}
	return done, nil
}

// nights lays out the window. A cramp on a day whose night is still to come
// brings that night in, so that every cramp has its place.
func (r Report) nights(first plan.Day, done map[plan.Day]bool) (list []Night) {
	last, over := plan.LatestBegun(r.Until), plan.LatestOver(r.Until)
	for _, e := range r.Cramps {
		last = max(last, plan.NightOf(e.At))
	}
	for evening := first; evening <= last; evening++ {
		stretched, begun := done[evening]
		kept := !r.Latest.IsZero() && evening >= plan.NightOf(r.Begun)
		list = append(list, Night{Evening: evening, Known: evening <= over && kept, Stretched: stretched, Begun: begun && !stretched})
	}
	for _, e := range r.Cramps {
		n := &list[plan.NightOf(e.At)-first]
		if plan.AtNight(e) {
			n.Cramps++
			n.Known = true
		} else {
			n.ByDay++
		}
	}
	return list
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// plain is a text as one line without hidden characters.
func plain(s string) string { return strings.TrimSpace(routines.Clean(s)) }

// cleaned is a cramp whose texts are plain.
func cleaned(e record.Episode) record.Episode {
	for _, s := range []*string{&e.Doing, &e.Helped, &e.Fluids, &e.Medicine, &e.Note} {
		*s = plain(*s)
	}
	e.Muscle, e.Side = routines.Muscle(plain(string(e.Muscle))), routines.Side(plain(string(e.Side)))
	e.Asleep, e.Woke = record.Answer(plain(string(e.Asleep))), record.Answer(plain(string(e.Woke)))
	tried := slices.Clone(e.Tried)
	for i, t := range tried {
		t.Routine, t.Step, t.Name, t.Answer = plain(t.Routine), plain(t.Step), plain(t.Name), plain(t.Answer)
		t.Muscle, t.Side = routines.Muscle(plain(string(t.Muscle))), routines.Side(plain(string(t.Side)))
		tried[i] = t
	}
	e.Tried = tried
	return e
}
