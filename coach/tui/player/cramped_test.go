package player

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/session"
	"uncramp/coach/theme"
	"uncramp/routines"
)

// TestASmallScreenShowsAllThatMatters in the relief, whatever was pressed last:
// what to do, how long it lasts, the answers, what was said, and the red flags.
func TestASmallScreenShowsAllThatMatters(t *testing.T) {
	pressed := map[string]struct {
		keys []string
		told string
	}{
		"nothing": {}, "same": {[]string{"s"}, "You said same · u not so"}, "worse": {[]string{"w"}, "You said worse · u not so"},
		"worse twice": {[]string{"w", "w"}, "You said worse · u not so"}, "same after worse": {[]string{"w", "w", "s"}, "You said same · u not so"},
		"taken back": {[]string{"w", "u"}, "Taken back."}, "all taken back": {[]string{"w", "w", "u", "u"}, "Taken back."},
		"the stretch": {[]string{"t"}, "Stretching now."}, "a pause": {[]string{"space"}, "Take your time."},
	}
	for _, muscle := range routines.Muscles()[:4] {
		for _, position := range []routines.Position{routines.Lying, routines.Seated, routines.Standing} {
			for name, c := range pressed {
				m := after(t, plan(t, "ease", session.Choice{Muscle: muscle, Position: position}), 5*time.Second)
				m = press(m, 5*time.Second, c.keys...)
				rows := ansi.Strip(m.draw(40, 12, theme.Mono()).Content)
				whole := strings.Join(strings.Fields(rows), " ")
				since := strings.Contains(whole, "0:05 since it began") || strings.Contains(whole, "0:05 so far")
				for _, words := range []string{m.Session().Phase().Prompt, c.told, "Chest pain, a hot swollen leg", "Press !", "e eased s same w worse"} {
					if !strings.Contains(whole, words) || !since {
						t.Errorf("%s, %s, %s: it lacks %q or the clock:\n%s", muscle, position, name, words, rows)
					}
				}
			}
		}
	}
}

// TestNobodyIsInvitedToWhatIsOutOfSight on the end page, at any height.
func TestNobodyIsInvitedToWhatIsOutOfSight(t *testing.T) {
	m, invited := scenes(t)["eased"], 0
	for h := 4; h <= 24; h++ {
		rows := ansi.Strip(m.draw(40, h, theme.Mono()).Content)
		says, lists := strings.Contains(rows, "one of these"), strings.Contains(rows, " Passive stretch  ")
		if says != lists {
			t.Errorf("on %d rows:\n%s", h, rows)
		}
		if says {
			invited++
		}
	}
	if invited == 0 {
		t.Error("no height has room for what goes well with it")
	}
}

// TestALongNoteHidesNoRedFlags such as why a position was taken.
func TestALongNoteHidesNoRedFlags(t *testing.T) {
	for _, key := range []string{"l", "2", "3", "4"} {
		m := after(t, plan(t, "ease", session.Choice{Profile: routines.UnreadableProfile()}), 5*time.Second)
		rows := ansi.Strip(press(m, 5*time.Second, key).draw(40, 12, theme.Mono()).Content)
		if !strings.Contains(rows, "can't be") || !strings.Contains(rows, "Press !") || !strings.Contains(rows, "e eased") {
			t.Errorf("after %s:\n%s", key, rows)
		}
	}
}
