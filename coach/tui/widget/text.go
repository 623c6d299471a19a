package widget

import (
	"fmt"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/text"
	"uncramp/coach/theme"
)

// TextColumns is how wide a sentence is at most.
const TextColumns = 72

// Fit cuts a line to w columns; what is cut is shown by an ellipsis.
func Fit(s string, w int) string {
	if w <= 0 {
		return ""
	}
	return ansi.Truncate(s, w, "…")
}

// FirstFitting is the first of some texts that has room on w columns, or else
// the last.
func FirstFitting(w int, texts ...string) string {
	for _, s := range texts {
		if Columns(s) <= w {
			return s
		}
	}
	return texts[len(texts)-1]
}

// FitFacts fills facts, between which commas stand, into a sentence: as many as have room
// on w columns, from the first on, which stays.
func FitFacts(sentence, facts string, w int) string {
	for Columns(fmt.Sprintf(sentence, facts)) > w {
		last := strings.LastIndex(facts, ", ")
		if last < 0 {
			break
		}
		facts = facts[:last]
	}
	return fmt.Sprintf(sentence, facts)
}

// Item is what stands before an item of a list.
const Item = "· "

// Wrap breaks a sentence into lines of at most w columns, between words where
// it can. What an item goes on with stands below its words, not below its dot.
func Wrap(s string, w int) []string {
	if words, is := strings.CutPrefix(s, Item); is {
		return text.WrapIndented(Item, Pad("", Columns(Item)), words, w)
	}
	return text.Wrap(s, w)
}

// Notice is what went wrong, on two lines at most: what to do about it often
// stands at its end.
func Notice(s string, room int) []string { return WrapAtMost(s, room, 2) }

// WrapAtMost is [Wrap] to so many lines at most; what is cut is shown by an
// ellipsis.
func WrapAtMost(s string, room, most int) []string {
	lines := Wrap(s, room)
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] = Fit(lines[most-1]+"…", max(room, 1))
	}
	return lines
}

// Ends puts one text at the left end of w columns and another at the right.
// Where both have no room, the left one stays, then as much as fits of it.
func Ends(left, right string, w int) string {
	room := w - Columns(left) - Columns(right)
	if room < 2 {
		return Fit(left, w)
	}
	return left + strings.Repeat(" ", room) + right
}

// Heading is what a part of a screen is called, on a line over all of it, with what
// is said about it at its other end where there is room.
func Heading(name, about string, w int, t theme.Theme) string {
	const least = 3 // columns of the line
	room := w - Columns(name) - len(" ")
	if about != "" {
		about = " " + about
	}
	if Columns(about) > room-least {
		about = ""
	}
	line := " " + strings.Repeat("─", max(room-Columns(about), 0)) + about
	return t.Strong.Render(Fit(name, w)) + t.Quiet.Render(Fit(line, max(w-Columns(name), 0)))
}

// Bar draws how much of w columns is done. The two parts differ by shape.
func Bar(w int, done float64, t theme.Theme) string {
	full := min(max(int(done*float64(w)), 0), w)
	return t.Text.Render(strings.Repeat("━", full)) + t.Text.Render(strings.Repeat("┄", w-full))
}

// Pad fills a text up to w columns.
func Pad(s string, w int) string {
	return s + strings.Repeat(" ", max(w-Columns(s), 0))
}

// Fill makes a whole screen of w by h cells out of lines: longer ones are cut,
// and what is left over is blank.
func Fill(lines []string, w, h int) string {
	out := make([]string, h)
	copy(out, lines)
	for i, line := range out {
		out[i] = ansi.Truncate(line, w, "")
	}
	return strings.Join(out, "\n")
}

// Clock writes whole seconds as m:ss.
func Clock(seconds int) string { return fmt.Sprintf("%d:%02d", seconds/60, seconds%60) }

// Length is a time as a label has it: "30 s", "2 min".
func Length(d time.Duration) string {
	if d >= time.Minute && d%time.Minute == 0 {
		return fmt.Sprintf("%d min", d/time.Minute)
	}
	return fmt.Sprintf("%d s", d/time.Second)
}

// Scrolled is how far a key of a list goes: one up for up, k and page up, else one
// down.
func Scrolled(press fmt.Stringer) int {
	if k := press.String(); k == "up" || k == "k" || k == "pgup" {
		return -1
	}
	return 1
}
