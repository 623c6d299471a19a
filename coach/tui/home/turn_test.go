package home

import (
	"testing"

	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
)

// TestTheCursorStaysOnItsRoutineWhenTheHourTurns, but for one that nobody moved.
func TestTheCursorStaysOnItsRoutineWhenTheHourTurns(t *testing.T) {
	for downs, want := range []string{"bedtime", "ease", "bedtime", "elevate"} {
		m := home(t, 17)
		for range downs {
			m, _ = press(m, "down")
		}
		m, _ = tuitest.Tell(m, at(18), screen.TurnMsg{})
		if got := m.rows()[m.cursor]; got.ID != want || got.door != (downs < 3) {
			t.Errorf("%d down the cursor stands on %s, want %s", downs, got.ID, want)
		}
	}
}
