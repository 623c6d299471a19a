package history

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"uncramp/coach/record"
	"uncramp/coach/stats"
	"uncramp/coach/text"
	"uncramp/coach/theme"
	"uncramp/coach/tui/tuitest"
	"uncramp/routines"
)

func sizes() [][2]int { return [][2]int{{40, 12}, {45, 25}, {80, 24}, {120, 40}} }

// without is a history that lacks a cramp.
func without(h stats.Summary, id record.ID) stats.Summary {
	h.Cramps = slices.DeleteFunc(slices.Clone(h.Cramps), is(id))
	return h
}

// scenes are the screens that matter, on a screen of a size.
func scenes(w, h int) map[string]Model {
	month, all := shownAt(summed(28), w, h), shownAt(summed(0), w, h)
	list, _ := press(month, "c", "down", "down")
	deleted, wish := press(list, "x")
	earlier, _ := press(all, "up", "up", "up")
	allList, _ := press(all, "c")
	over := stats.Count(sunday().AddDate(0, 0, 30), 14, stats.Rows{Sessions: kept(2000).Sessions})
	return map[string]Model{
		"two": shownAt(summed(14), w, h), "six": shownAt(summed(42), w, h), "all": all, "earlier": earlier,
		"years": shownAt(stats.Count(sunday(), 0, kept(2000)), w, h), "list": list, "all-list": allList,
		"deleted": deleted.withHistory(without(summed(28), wish.Delete)),
		"notice":  month.noticed("The diary can't be read: disk full."),
		"nothing": shownAt(over, w, h), "new": shownAt(empty(0), w, h),
		"begun": shownAt(stats.Count(sunday(), 28, stats.Rows{Sessions: []record.Session{stretch(sunday())}}), w, h),
	}
}

func TestViews(t *testing.T) {
	for _, s := range sizes() {
		tuitest.GoldenKeys(t, "keys", shownAt(summed(28), s[0], s[1]), s)
		view := func(name string, m Model) {
			t.Run(fmt.Sprintf("%s-%dx%d", name, s[0], s[1]), func(t *testing.T) {
				golden.RequireEqual(t, ansi.Strip(m.draw(s[0], s[1], theme.Mono()).Content))
			})
		}
		for name, m := range scenes(s[0], s[1]) {
			view(name, m)
		}
		m := shownAt(summed(28), s[0], s[1])
		for i := range m.pages() {
			view(fmt.Sprintf("page%d", i+1), m)
			m, _ = press(m, "right")
		}
	}
	for name, look := range tuitest.Looks() {
		t.Run(name+"-80x24", func(t *testing.T) {
			golden.RequireEqual(t, shownAt(summed(28), 80, 24).draw(80, 24, look).Content)
		})
	}
}

func TestEverySizeIsDrawn(t *testing.T) {
	for name, m := range scenes(80, 24) {
		for _, w := range []int{1, 2, 8, 16, 24, 40, 75, 76, 120, 250} {
			for _, h := range []int{1, 2, 3, 4, 6, 12, 13, 16, 24, 80} {
				m := m.size(w, h)
				for i := range len(m.pages()) + 1 {
					tuitest.RequireDrawn(t, fmt.Sprintf("%s, page %d", name, i), m.draw(w, h, theme.Mono()), w, h)
					m, _ = press(m, "right")
				}
			}
		}
	}
}

func TestKeysAskForAnotherWindow(t *testing.T) {
	for _, tt := range []struct {
		now  int
		keys []string
		want int
	}{
		{28, []string{"2"}, 14}, {28, []string{"6"}, 42}, {28, []string{"0"}, 0}, {0, []string{"4"}, 28}, {42, []string{"c", "2"}, 14},
	} {
		if _, wish := press(shownAt(summed(tt.now), 80, 24), tt.keys...); wish.Window == nil || *wish.Window != tt.want {
			t.Errorf("of %d, %v asks for %v, want %d", tt.now, tt.keys, wish.Window, tt.want)
		}
	}
	for _, key := range []string{"4", "3", "up"} {
		if _, wish := press(shownAt(summed(28), 80, 24), key); wish.Window != nil {
			t.Errorf("of 28, %s asks for %d", key, *wish.Window)
		}
	}
}

// TestWhatIsTappedIsWhatIsShown looks at what stands at every target.
func TestWhatIsTappedIsWhatIsShown(t *testing.T) {
	for _, s := range sizes() {
		for _, keys := range [][]string{nil, {"c"}, {"c", "end"}} {
			m, _ := press(shownAt(summed(28), s[0], s[1]), keys...)
			frame := m.draw(s[0], s[1], theme.Mono())
			lines := strings.Split(ansi.Strip(frame.Content), "\n")
			tapped := map[string]bool{}
			for _, tap := range frame.Targets {
				shown := ansi.Cut(lines[tap.Y], tap.X, tap.X+tap.W)
				want := tap.Press
				switch tap.Press {
				case "":
					want = m.history.when(m.history.cramps[tap.Row])
				case "right", "left", "up", "down", "pgup", "pgdown":
					want = map[string]string{"right": "→", "left": "←", "up": "↑", "down": "↓", "pgup": "↑", "pgdown": "↓"}[tap.Press]
				}
				if !strings.Contains(shown, want) {
					t.Errorf("%v, %v: %q is to be tapped on %q", s, keys, tap.Press, shown)
				}
				tapped[tap.Press] = true
			}
			for _, key := range []string{"2", "4", "6", "0", "q", "c"} {
				if !tapped[key] {
					t.Errorf("%v, %v: nothing to tap for %s", s, keys, key)
				}
			}
			if m.listed() != tapped[""] {
				t.Errorf("%v, %v: rows to tap: %v", s, keys, tapped[""])
			}
		}
	}
}

// TestPagesGoOnAndBack, and the chart stays where it was on another size.
func TestPagesGoOnAndBack(t *testing.T) {
	for _, s := range sizes() {
		m := shownAt(summed(28), s[0], s[1])
		n := len(m.pages())
		for i := range n + 2 {
			if got := m.shown(m.pages()); got != min(i, n-1) {
				t.Errorf("%v: after %d pages it is %d of %d", s, i, got, n)
			}
			m, _ = press(m, "right")
		}
		if !m.listed() {
			t.Errorf("%v: the list is not last", s)
		}
		for i := range n + 2 {
			if got := m.shown(m.pages()); got != max(n-1-i, 0) {
				t.Errorf("%v: back %d pages it is %d of %d", s, i, got, n)
			}
			m, _ = press(m, "left")
		}
	}
	m, _ := press(shownAt(summed(28), 40, 12), "right", "right")
	if small, _ := press(m.size(120, 40).size(40, 12), "left"); m.at != "Weeks" || small.at != "Where" {
		t.Errorf("before %s stands %s", m.at, small.at)
	}
}

func TestScrollingEndsWhereTheNightsDo(t *testing.T) {
	m := shownAt(summed(0), 80, 24)
	for range 30 {
		m, _ = press(m, "up")
	}
	back := m.back
	if first := m.draw(80, 24, theme.Mono()).Content; !strings.Contains(first, "10 Aug") || back == 0 {
		t.Errorf("%d weeks back:\n%s", back, first)
	}
	if m, _ = press(m, "down"); m.back != back-1 {
		t.Errorf("down goes to %d from %d", m.back, back)
	}
	if m, _ = press(m, "pgdown", "pgdown", "pgdown"); m.back != 0 {
		t.Errorf("pages down end at %d", m.back)
	}
	if m, _ = press(m, "up"); m.withHistory(summed(28)).back != 0 {
		t.Error("another window begins in the past")
	}
}

func TestEditing(t *testing.T) {
	m := shownAt(summed(28), 80, 24)
	for _, tt := range []struct {
		keys []string
		want record.ID
	}{
		{[]string{"c", "enter"}, m.history.cramps[0].ID}, {[]string{"c", "down", "enter"}, m.history.cramps[1].ID}, {[]string{"c", "up", "enter"}, m.history.cramps[0].ID},
		{[]string{"c", "end", "pgdown", "pgdown", "enter"}, m.history.cramps[len(m.history.cramps)-1].ID}, {[]string{"enter"}, ""}, {[]string{"c", "c", "enter"}, ""},
	} {
		if _, wish := press(m, tt.keys...); wish.Edit != tt.want || wish.Leave || wish.Delete != "" {
			t.Errorf("%v edits %q, want %q", tt.keys, wish.Edit, tt.want)
		}
	}
	tapped, _ := press(m, "c")
	if _, wish := press(tapped.chosen(3), "enter"); wish.Edit != m.history.cramps[3].ID {
		t.Errorf("a tap edits %q", wish.Edit)
	}
	if _, wish := press(shownAt(empty(28), 80, 24), "c", "enter"); wish != (wishes{}) {
		t.Errorf("of nothing, it edits %q", wish.Edit)
	}
}

// TestTheYearIsToldWhereTheWindowReachesIntoAnother, and only there.
func TestTheYearIsToldWhereTheWindowReachesIntoAnother(t *testing.T) {
	began := time.Date(2025, 12, 30, 3, 12, 0, 0, time.UTC)
	for now, want := range map[time.Time]string{
		time.Date(2026, 1, 2, 9, 0, 0, 0, time.UTC):   "30 Dec 25 03:12",
		time.Date(2025, 12, 31, 9, 0, 0, 0, time.UTC): "30 Dec 03:12",
	} {
		h := charts{Summary: stats.Count(now, 28, stats.Rows{Cramps: []record.Episode{{ID: "a", At: began}}})}
		if got := h.when(record.Episode{At: began}); got != want {
			t.Errorf("at %v: %q, want %q", now, got, want)
		}
	}
}

// TestDeletingIsUndone: what is told as deleted is gone from the diary, the
// latest comes back first, and the cursor goes to it.
func TestDeletingIsUndone(t *testing.T) {
	h := summed(28)
	m, _ := press(shownAt(h, 80, 24), "c", "down")
	m, wish := press(m, "x")
	first := wish.Delete
	if first != newCharts(h).cramps[1].ID {
		t.Fatalf("it deletes %q", first)
	}
	if _, wish := press(m, "u"); wish.Undo != "" || strings.Contains(m.draw(80, 24, theme.Mono()).Content, "Deleted") {
		t.Error("what is still in the diary counts as deleted")
	}
	m = m.withHistory(without(h, first))
	if text := ansi.Strip(m.draw(80, 24, theme.Mono()).Content); !strings.Contains(text, "Deleted: ") || !strings.Contains(text, "u take back") {
		t.Errorf("nothing tells of it:\n%s", text)
	}
	if e, _ := m.under(); e.ID != newCharts(h).cramps[2].ID {
		t.Errorf("the cursor is on %q", e.ID)
	}
	m, wish = press(m, "x")
	second := wish.Delete
	m = m.withHistory(without(without(h, first), second))
	m, wish = press(m, "left", "u")
	if wish.Undo != second {
		t.Errorf("it undoes %q, want %q", wish.Undo, second)
	}
	m = m.withHistory(without(h, first))
	if e, _ := m.under(); e.ID != second {
		t.Errorf("the cursor is on %q, want %q", e.ID, second)
	}
	if m, wish = press(m, "u"); wish.Undo != first {
		t.Errorf("it undoes %q, want %q", wish.Undo, first)
	}
	if _, wish = press(m.withHistory(h), "u"); wish.Undo != "" {
		t.Errorf("it undoes %q, and nothing is deleted", wish.Undo)
	}
}

// TestDeletedTwiceIsUndoneOnce: a second key that comes before the list is read
// again finds the cramp deleted, and keeps nothing of that.
func TestDeletedTwiceIsUndoneOnce(t *testing.T) {
	h := summed(28)
	m, first := press(shownAt(h, 80, 24), "c", "x")
	again := m
	again.history.cramps = slices.Clone(m.history.cramps)
	again.history.cramps[0] = record.Episode{ID: first.Delete, Deleted: true}
	again, second := press(again, "x")
	if second.Delete != "" {
		t.Errorf("it writes %q once more", second.Delete)
	}
	_, wish := press(again.withHistory(without(h, first.Delete)), "u")
	if wish.Undo != first.Delete || len(again.deleted) != 1 || again.deleted[0].Deleted {
		t.Errorf("it undoes %q of %v", wish.Undo, again.deleted)
	}
}

// TestTheCursorStaysWithItsCramp when others come or go.
func TestTheCursorStaysWithItsCramp(t *testing.T) {
	m, _ := press(shownAt(summed(28), 80, 24), "c", "down", "down")
	want, _ := m.under()
	for _, h := range []stats.Summary{without(summed(28), m.history.cramps[0].ID), summed(42), summed(0)} {
		if got, _ := m.withHistory(h).under(); got.ID != want.ID {
			t.Errorf("the cursor is on %q, want %q", got.ID, want.ID)
		}
	}
	if got := m.chosen(1000).withHistory(empty(14)); got.cursor != 0 {
		t.Errorf("of nothing, the cursor is on %d", got.cursor)
	}
}

func TestLeaving(t *testing.T) {
	for _, tt := range []struct {
		keys []string
		want bool
	}{
		{[]string{"q"}, true}, {[]string{"esc"}, true}, {[]string{"c", "x", "q"}, true}, {[]string{"c", "esc"}, false}, {[]string{"c", "esc", "esc"}, true},
	} {
		if _, wish := press(shownAt(summed(28), 80, 24), tt.keys...); wish.Leave != tt.want || wish.Delete != "" {
			t.Errorf("%v: %+v", tt.keys, wish)
		}
	}
}

// TestNothingMovesUnderAMessage: whatever it says stands in the place of the title,
// with its end in sight.
func TestNothingMovesUnderAMessage(t *testing.T) {
	const long = "The diary can't be read, because the disk is full; free some space"
	for _, s := range [][2]int{{40, 12}, {45, 25}, {60, 20}, {80, 24}, {120, 40}} {
		for _, keys := range [][]string{nil, {"right"}, {"c"}} {
			m, _ := press(shownAt(summed(28), s[0], s[1]), keys...)
			body := m.zonesOf(keys == nil).body
			below := func(m Model) string {
				return strings.Join(strings.Split(ansi.Strip(m.draw(s[0], s[1], theme.Mono()).Content), "\n")[body.Y:], "\n")
			}
			if got, want := below(m.noticed(long)), below(m); got != want {
				t.Errorf("%v, %v: below it is\n%s\nwant\n%s", s, keys, got, want)
			}
			text := strings.Join(strings.Fields(ansi.Strip(m.noticed(long).draw(s[0], s[1], theme.Mono()).Content)), " ")
			if keys == nil && !strings.Contains(text, "free some space") {
				t.Errorf("%v: its end isn't in sight in %s", s, text)
			}
		}
	}
}

func TestTextIsOnlyText(t *testing.T) {
	bad := "\x1b[2Jred\u202eder\nline\x07"
	e := record.Episode{ID: "x", At: at(22, 3), Muscle: routines.Muscle(bad), Side: routines.Side(bad), Asleep: record.Answer(bad), Woke: record.Answer(bad),
		Doing: bad, Helped: bad, Fluids: bad, Medicine: bad, Note: bad, Tried: []record.Attempt{{Name: bad, Answer: bad}}}
	h := stats.Count(sunday(), 28, stats.Rows{Cramps: []record.Episode{e}})
	m, _ := press(shownAt(h, 120, 40), "c")
	gone, _ := press(m, "x")
	for _, shown := range []string{m.draw(120, 40, theme.Mono()).Content, gone.withHistory(without(h, "x")).draw(120, 40, theme.Mono()).Content} {
		if hidden := strings.IndexFunc(strings.ReplaceAll(ansi.Strip(shown), "\n", ""), text.Hidden); hidden >= 0 || strings.Contains(shown, "\x1b[2J") {
			t.Errorf("at %d there is a hidden character in %q", hidden, shown)
		}
	}
}

// BenchmarkFirstFrame is a diary of twenty thousand cramps in eighty years, and
// the four weeks that the screen opens with.
func BenchmarkFirstFrame(b *testing.B) {
	all := large()
	for _, days := range []int{28, 0} {
		b.Run(fmt.Sprintf("%d-days", days), func(b *testing.B) {
			rows := all
			since := stats.Since(sunday(), days)
			rows.Cramps = rows.Cramps[slices.IndexFunc(rows.Cramps, func(e record.Episode) bool { return !e.At.Before(since) }):]
			b.ReportMetric(float64(len(rows.Cramps)), "cramps")
			for b.Loop() {
				shownAt(stats.Count(sunday(), days, rows), 120, 40).draw(120, 40, theme.Night(theme.Surface{}))
			}
		})
	}
}
