package history

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"uncramp/coach/record"
	"uncramp/coach/report"
	"uncramp/coach/stats"
	"uncramp/coach/theme"
)

// TestText is what uncramp diary prints of the same window.
func TestText(t *testing.T) {
	for name, s := range map[string]stats.Summary{"weeks": summed(14), "empty": empty(28)} {
		t.Run(name, func(t *testing.T) { golden.RequireEqual(t, written(t, s)) })
	}
}

func written(t *testing.T, s stats.Summary) string {
	t.Helper()
	text, err := report.Text(s)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// TestTheScreenSaysWhatTheTextSays of nights, by night and by day.
func TestTheScreenSaysWhatTheTextSays(t *testing.T) {
	for seed := range uint64(100) {
		dice := rand.New(rand.NewPCG(seed, 5))
		var rows stats.Rows
		for i := dice.IntN(40); i > 0; i-- {
			rows.Cramps = append(rows.Cramps, record.Episode{ID: record.ID(fmt.Sprint(i)), At: sunday().Add(-time.Duration(i) * 17 * time.Hour)})
		}
		s := stats.Count(sunday(), []int{14, 28, 42, 0}[seed%4], rows)
		m := shownAt(s, 120, 40)
		text, view := written(t, s), ansi.Strip(m.draw(120, 40, theme.Mono()).Content)
		if s.Empty() {
			continue
		}
		if !strings.Contains(text, s.Sentence()+".\n") || !strings.Contains(view, " "+s.Sentence()) {
			t.Fatalf("seed %d: %q is not in\n%s\nand\n%s", seed, s.Sentence(), text, view)
		}
		if recent := s.Recent.Sentence(); !strings.HasPrefix(text, recent+".\n") {
			t.Fatalf("seed %d: %q doesn't come first in\n%s", seed, recent, text)
		}
		byDay := fmt.Sprintf(", %d by day", s.Totals.ByDay)
		fits := len("Nights ─── "+s.Sentence()+byDay) <= columnsOn(m.zonesOf(true).body)[0].W
		if n := s.Totals.ByDay; n > 0 && (!strings.Contains(text, fmt.Sprintf("\n%d cramp", n)) || fits && !strings.Contains(view, byDay)) {
			t.Fatalf("seed %d: %d by day are not in\n%s\nand\n%s", seed, n, text, view)
		}
	}
}

// TestWhatLiesInTheFuture stands in the list, so that it can be put right, and
// in no chart.
func TestWhatLiesInTheFuture(t *testing.T) {
	next := record.Episode{ID: "next", At: sunday().AddDate(1, 0, 0)}
	rows := kept(100)
	rows.Cramps = append(rows.Cramps, next)
	m := shownAt(stats.Count(sunday(), 28, rows), 120, 40)
	view := func(m Model) string { return ansi.Strip(m.draw(120, 40, theme.Mono()).Content) }
	if got, want := view(m), view(shownAt(summed(28), 120, 40)); got != want {
		t.Errorf("the charts are\n%s\nwant\n%s", got, want)
	}
	m, _ = press(m, "c")
	if e, _ := m.under(); e.ID != next.ID || !strings.Contains(view(m), inFuture) {
		t.Errorf("first in the list is %q:\n%s", e.ID, view(m))
	}
	only := shownAt(stats.Count(sunday(), 28, stats.Rows{Cramps: []record.Episode{next}}), 80, 24)
	if _, wish := press(only, "x"); wish.Delete != next.ID {
		t.Errorf("where there is nothing else, it deletes %q", wish.Delete)
	}
}
