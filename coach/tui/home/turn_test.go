package home

import (
	"testing"
	"time"

	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
)

// TestTheCursorStaysOnItsRoutineWhenTheHourTurns, but for one that nobody moved.
func TestTheCursorStaysOnItsRoutineWhenTheHourTurns(t *testing.T) {
	env := tuitest.Env()
	env.Now.Wall = time.Date(2026, 11, 22, 18, 0, 0, 0, time.UTC)
	for downs, want := range []string{"bedtime", "ease", "bedtime", "ease"} {
		m := home(t, 17)
		for range downs {
			m, _ = press(m, "down")
		}
		m, _ = tuitest.Tell(m, env, screen.TurnMsg{})
		if got := m.rows()[m.cursor]; got.ID != want || (got.group == nowHeading) != (downs < 3) {
			t.Errorf("%d down the cursor stands on %s under %q, want %s", downs, got.ID, got.group, want)
		}
	}
}
