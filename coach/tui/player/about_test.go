package player

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/session"
	"uncramp/coach/tui/tuitest"
	"uncramp/routines"
)

// TestWhatIsChangedForAPersonIsSaid on the first frame, as it begins: here that
// nobody can read what suits.
func TestWhatIsChangedForAPersonIsSaid(t *testing.T) {
	p := plan(t, "ease", session.Choice{Position: routines.Standing, Profile: routines.UnreadableProfile()})
	for _, s := range [][2]int{{40, 12}, {45, 25}, {80, 24}, {120, 40}} {
		view := ansi.Strip(begun(t, p).View(tuitest.Sized(s[0], s[1])).Content)
		for _, words := range []string{"What you said about yourself can't", "seated", "or lying, no heat, no", "ice."} {
			if !strings.Contains(view, words) {
				t.Errorf("%v: it doesn't say %q:\n%s", s, words, view)
			}
		}
	}
	if later := press(begun(t, p), 1, "right"); strings.Contains(ansi.Strip(later.View(env(1)).Content), "can't be read") {
		t.Error("it is said again")
	}
}
