package report

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"uncramp/coach/stats"
)

func TestTheReportIsHeard(t *testing.T) {
	for name, s := range map[string]stats.Rows{"full": madeUp(), "empty": {}, "one-night": oneNight()} {
		t.Run(name, func(t *testing.T) {
			var b strings.Builder
			if err := reported(s, morning, 28).Aloud(&b); err != nil {
				t.Fatal(err)
			}
			golden.RequireEqual(t, []byte(b.String()))
		})
	}
}

// TestARowIsHeardWithItsHeadings, without what isn't told, and without a sign.
func TestARowIsHeardWithItsHeadings(t *testing.T) {
	heard := rowsAloud(table{
		Head: []string{"Began", "Where", "Woke", "What was tried"},
		Rows: [][]string{{"Sun 29 Nov 03:12", "left calf", dash, "tried: Go slack " + then + " Toes up (eased)"}, {"Sun 22 Nov", dash + " " + none + " 2", "", ""}},
	})
	want := "Sun 29 Nov 03:12. Where: left calf. tried: Go slack then Toes up (eased).\nSun 22 Nov. Where: unknown 0 2."
	if got := strings.Join(heard, "\n"); got != want {
		t.Errorf("it says\n%s\nwant\n%s", got, want)
	}
}
