package history

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"uncramp/coach/record"
	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

// summary is the window in numbers.
func (h History) summary() string {
	with, known := 0, 0
	for _, n := range h.Nights {
		if n.Cramps > 0 {
			with++
		}
		if !n.Before {
			known++
		}
	}
	return fmt.Sprintf("%s on %d of %s", record.Counted(len(h.Cramps), "cramp"), with, record.Counted(known, "night"))
}

// nothing says why the list is empty.
func (h History) nothing() string {
	switch {
	case h.Days > 0:
		return fmt.Sprintf("No cramp in the last %d nights. Press a for all there is.", h.Days)
	case h.Empty():
		return "Nothing here yet. A cramp you log and a bedtime stretch you do show up here."
	}
	return "No cramp in your diary."
}

// window names what is looked at.
func (h History) window() string {
	if h.Days == 0 {
		return "All nights"
	}
	return fmt.Sprintf("The last %d nights", h.Days)
}

// busiest names the hours in which most cramps began.
func (h History) busiest() string {
	most, hours := 0, []string(nil)
	for i, n := range h.Hours {
		if n > most {
			most, hours = n, nil
		}
		if n == most {
			hours = append(hours, fmt.Sprintf("%d:00", i))
		}
	}
	const few = 2
	switch {
	case most == 0:
		return "none"
	case len(hours) > few:
		return fmt.Sprintf("most in an hour: %d", most)
	}
	return fmt.Sprintf("most in an hour: %d (%s)", most, strings.Join(hours, ", "))
}

// median says how soon half of the cramps had eased.
func (r Relief) median() string {
	if r.Median == 0 {
		return record.Unanswered
	}
	return "half within " + length(r.Median)
}

// tally is a number of cramps of one kind.
type tally struct {
	label string
	count int
}

// tallies are the times to relief, those not told last.
func (r Relief) tallies() []tally {
	labels := []string{"up to 1 min", "1 to 2 min", "2 to 5 min", "5 to 10 min", "longer", record.Unanswered}
	out := make([]tally, len(labels))
	for i, count := range append(r.Within[:], r.Untold) {
		out[i] = tally{labels[i], count}
	}
	return out
}

// kind is what spells are.
func (h History) kind() string {
	if h.Months {
		return "month"
	}
	return "week"
}

// spellName tells one spell from the others.
func (h History) spellName(s Spell) string {
	if h.Months {
		return s.From.Format("Jan 06")
	}
	return s.From.Format("2 Jan")
}

// goesOn says what a night left out means.
const goesOn = "Left one out? The count goes on. Any night is a good one to go on with."

// muscle is what a muscle is called.
func muscle(m routines.Muscle) string { return cmp.Or(routines.Clean(string(m)), record.Unanswered) }

// where is the muscle and the side of a cramp.
func where(e record.Episode) string { return cmp.Or(e.Where(), record.Unanswered) }

// when is the moment a cramp began, with its year where that isn't clear.
func (h History) when(e record.Episode) string {
	if h.Days == 0 {
		return e.At.Format("_2 Jan 06 15:04")
	}
	return e.At.Format("_2 Jan 15:04")
}

// length writes a length as m:ss; empty when it was not told.
func length(d time.Duration) string {
	if d <= 0 {
		return ""
	}
	return widget.Clock(int(d / time.Second))
}

func scale(s record.Rating) string {
	if !s.Given {
		return ""
	}
	return s.String() + "/10"
}

// details is all that was told of a cramp but where and when.
func details(e record.Episode) (told []string) {
	facts := []struct{ name, value string }{
		{"lasted", length(e.Length)}, {"eased after", length(e.Relief)}, {"severity", scale(e.Severity)},
		{"sleep disturbed", scale(e.Disturbance)}, {"asleep", string(e.Asleep)}, {"woke", string(e.Woke)}, {"before it", e.Doing},
		{"tried", tried(e.AttemptsByName())}, {"soreness", scale(e.Soreness)}, {"helped", e.Helped}, {"fluids", e.Fluids},
		{"medicine", e.Medicine}, {"note", e.Note},
	}
	for _, f := range facts {
		if value := routines.Clean(f.value); value != "" {
			told = append(told, f.name+" "+value)
		}
	}
	return told
}

func tried(moves []record.Attempt) string {
	out := make([]string, len(moves))
	for i, t := range moves {
		out[i] = t.Name
		if about := strings.Join(said(length(t.Spent), t.Answer), ", "); about != "" {
			out[i] += " (" + about + ")"
		}
	}
	return strings.Join(out, ", ")
}

// said keeps the texts that say something.
func said(texts ...string) (out []string) {
	for _, s := range texts {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}
