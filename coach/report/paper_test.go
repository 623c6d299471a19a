package report

import (
	"strings"
	"testing"
	"time"

	"uncramp/coach/skip/browser"
	"uncramp/coach/stats"
	"uncramp/routines"
)

// papers are the sheets and fonts that a report has to fit. A typewriter's font is
// the widest there is, and a browser may be too old to scale it.
var papers = map[string]string{
	"as it is":           "@page { size: letter }",
	"the widest font":    "@page { size: letter } body { font-family: monospace }",
	"an old browser":     "@page { size: letter } body { font-family: 'DejaVu Sans', Verdana; font-size-adjust: none }",
	"the narrower sheet": "@page { size: A4 } body { font-family: serif }",
}

// TestTwoPagesOfPaper prints four weeks with 25 cramps, and the same with all
// that can be told of each and a long note, on either paper and in other fonts.
func TestTwoPagesOfPaper(t *testing.T) {
	wordy := madeUp()
	for i := range wordy.Cramps {
		e := &wordy.Cramps[i]
		e.Muscle, e.Side, e.Tried = routines.Hamstring, routines.Right, tries(0)
		e.Length, e.Relief = 9*time.Minute, 301*time.Second
		e.Note = strings.Repeat("it came back when I lay down again ", 30)
	}
	for name, s := range map[string]stats.Rows{"made up": madeUp(), "wordy": wordy} {
		r := reported(s, morning, 28, "22 Nov 2026, yes: Cramps are frequent or severe, or cost you sleep")
		page := written(t, r, HTML)
		t.Run(name+", with a programme on a sheet of its own", func(t *testing.T) {
			t.Parallel()
			for _, id := range []string{stats.Bedtime, "strengthen"} {
				page := written(t, followed(r, s, id, 52), HTML)
				if pages := browser.Pages(t, page, papers["the widest font"]); pages < 2 || pages > 3 {
					t.Errorf("%s takes %d pages", id, pages)
				}
			}
		})
		for paper, style := range papers {
			if (name == "wordy") != (paper == "as it is") {
				continue // a wordy one is shortened to the same lines everywhere; the made-up one is nearest the edge in other fonts
			}
			t.Run(name+", "+paper, func(t *testing.T) {
				t.Parallel()
				if pages := browser.Pages(t, page, style); pages < 1 || pages > 2 {
					t.Errorf("it takes %d pages", pages)
				}
			})
		}
	}
}
