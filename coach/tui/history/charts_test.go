package history

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/record"
	"uncramp/coach/stats"
	"uncramp/coach/theme"
	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

// TestNothingIsCut reads every chart on the sizes that are composed for: all of
// its lines fit its column, it has all of its rows, and it stands on one page.
func TestNothingIsCut(t *testing.T) {
	for _, s := range sizes() {
		for name, m := range scenes(s[0], s[1]) {
			if m.history.Empty() {
				continue
			}
			drawn := map[string]int{}
			for i, p := range m.pages() {
				body := m.zonesOf(i == 0).body
				for column, z := range columnsOn(body) {
					high := -1
					for _, panel := range slices.Concat(append(p.columns, make([][]panel, 3)...)[column]) {
						drawn[panel.name]++
						d := drawing{charts: m.history, w: z.W, high: body.H - headed(body.H), back: m.back, t: theme.Mono()}
						least := panel.rows(d) + headed(body.H)
						lines := panel.lines(d, headed(body.H))
						high += panel.high + 1
						if len(lines) < min(least, body.H) || panel.high > body.H {
							t.Errorf("%s at %v: %s has %d of its %d lines", name, s, panel.name, len(lines), least)
						}
						for _, l := range lines {
							if ansi.StringWidth(l) > z.W || strings.Contains(l, "…") {
								t.Errorf("%s at %v: %s: %q does not fit %d columns", name, s, panel.name, ansi.Strip(l), z.W)
							}
						}
					}
					if high > body.H {
						t.Errorf("%s at %v: a column of %d rows, there is room for %d", name, s, high, body.H)
					}
				}
			}
			for _, p := range panels() {
				if want := map[bool]int{true: 1}[p.shows(m.history)]; drawn[p.name] != want {
					t.Errorf("%s at %v: %s is drawn %d times, want %d", name, s, p.name, drawn[p.name], want)
				}
			}
		}
	}
}

// TestShapeTellsTheNights: without colour, none, mild, severe, more, by day and the
// stretch differ, in every size of square.
func TestShapeTellsTheNights(t *testing.T) {
	for _, size := range []widget.SquareSize{{W: 3, H: 1, Across: 1}, {W: 2, H: 1, Across: 1}, {W: 4, H: 2, Across: 2}} {
		seen := map[string]stats.Night{}
		for _, n := range []stats.Night{
			{Known: true}, {}, {Over: true}, {Cramps: 1}, {Cramps: 1, Severity: []float64{5}}, {Cramps: 1, Severity: []float64{8, 2}},
			{Cramps: 1, Severity: []float64{10}}, {Cramps: 2}, {Cramps: 1, ByDay: 2, Stretched: true}, {ByDay: 1},
			{ByDay: 1, Stretched: true}, {Stretched: true}, {Cramps: 1, Stretched: true},
		} {
			sign := ansi.Strip(strings.Join(widget.Squares([]widget.Square{square(n, theme.Mono())}, size, theme.Mono()), "\n"))
			if other, ok := seen[sign]; ok && (n.Known || n.Cramps+n.ByDay > 0) {
				t.Errorf("%q is the sign of %+v and of %+v", sign, n, other)
			}
			seen[sign] = n
		}
	}
}

// TestNoAxisIsTallerThanItsValues: there is a row, or a cell, for each cramp, as
// long as there is room.
func TestNoAxisIsTallerThanItsValues(t *testing.T) {
	for _, tt := range []struct{ most, high, rows int }{{1, 9, 1}, {2, 9, 2}, {5, 9, 5}, {40, 9, mostHours}, {5, 4, 3}} {
		var s stats.Summary
		s.Hours[3], s.Hours[4] = tt.most, 1
		d := drawing{charts: charts{Summary: s}, w: 76, high: tt.high, t: theme.Mono()}
		if got := hourRows(d); got != tt.rows+1 {
			t.Errorf("%+v: it wants %d rows", tt, got)
		}
		d.high = tt.rows + 1
		lines := strings.Split(ansi.Strip(strings.Join(hours(d), "\n")), "\n")
		column := ""
		for _, l := range lines[:len(lines)-1] {
			column += ansi.Cut(l, 45, 46)
		}
		if len(lines) != tt.rows+1 || strings.Contains(column, " ") {
			t.Errorf("%+v: it has %d lines, at three %q", tt, len(lines), column)
		}
	}
	d := drawing{t: theme.For(theme.ChooseMono, false, theme.Surface{Blocks: "halves"})}
	for most, want := range map[int]string{3: "██▒▒░░ 3", 10: "█▒░ 3"} {
		if got := ansi.Strip(d.cramps([]stats.Level{stats.Worst, stats.Moderate, stats.Mild}, most, 10)); got != want {
			t.Errorf("three of %d cramps are %q, want %q", most, got, want)
		}
	}
	if got := ansi.Strip(d.cramps(make([]stats.Level, 50), 100, 10)); got != "░░░░░ 50" {
		t.Errorf("many cramps are %q", got)
	}
}

// TestTheAnswerIsNeverCut, however large its numbers and long its words are.
func TestTheAnswerIsNeverCut(t *testing.T) {
	for _, r := range []stats.Recent{
		{Cramps: 6, Nights: 28, Before: stats.Earlier{Nights: 10, Cramps: 6}}, {Cramps: 23, Nights: 28, Before: stats.Earlier{Nights: 28, Cramps: 14}},
		{Cramps: 104, Nights: 20}, {Cramps: 1, Nights: 28, Before: stats.Earlier{Nights: 8, Cramps: 211}},
	} {
		r.Since, r.Around, r.Worst = sunday().AddDate(0, 0, -28), 3, record.Rating{Given: true, Value: 7}
		r.Place = stats.Place{Muscle: routines.Hamstring, Side: routines.Right, Cramps: 1}
		for w := heroWide; w < 200; w++ {
			h := charts{Summary: stats.Summary{Recent: r}}
			lines := ansi.Strip(strings.Join(h.answer(widget.Zone{W: w, H: 3}, theme.Mono()).Lines, " "))
			if !strings.Contains(lines, "worst 7") && r.Cramps > 1 || !strings.Contains(lines, "around") || !strings.Contains(lines, "3:00") {
				t.Errorf("%d columns: the answer is cut: %s", w, lines)
			}
		}
	}
}
