package checkin

import (
	"errors"
	"strings"
	"testing"
)

//nolint:revive,staticcheck // the golden view has it as a sentence
var errFull = errors.New("The diary can't be written: the disk is full. Free some space.")

// TestSavedIsNotSaidTooSoon follows what is said through every answer to a save: at
// night, at the end of the questions, and in the list.
func TestSavedIsNotSaidTooSoon(t *testing.T) {
	says := func(m Model, want string) {
		t.Helper()
		for _, s := range [][2]int{{24, 8}, {40, 12}, {80, 24}, {120, 40}} {
			text := view(m, s[0], s[1])
			got := ""
			for _, said := range []string{"Not saved yet: ", "Saving: ", "Saved: "} {
				if strings.Contains(text, said) {
					got += said
				}
			}
			if got != want {
				t.Errorf("at %v it says %q, want %q:\n%s", s, got, want, text)
			}
		}
	}
	for name, c := range map[string]struct {
		m       Model
		tell    string // what is told
		save    []string
		again   string // what saves once more
		changes []string
	}{
		"night":  {atNight(), "7", nil, "enter", []string{"8"}},
		"closed": {on(t, byDay(), "severity"), "7", []string{"esc"}, "enter", []string{"backspace", "backspace", "8", "esc"}},
		"listed": {on(t, edited(), "severity"), "7", []string{"tab"}, "tab", []string{"8", "tab"}},
	} {
		t.Run(name, func(t *testing.T) {
			says(c.m.answer(nil), "") // nothing was to be saved
			m, wish := press(c.m, append([]string{c.tell}, c.save...)...)
			if wish.Save == nil || wish.Save.Severity != rated(7) {
				t.Fatalf("%+v", wish)
			}
			says(m, "Saving: ")
			says(m.answer(nil), "Saved: ")
			failed := m.answer(errors.New("disk\x1b[31m full"))
			if text := view(failed, 40, 12); !strings.Contains(text, "disk[31m full") || strings.Contains(text, "Saved") {
				t.Errorf("after a failure:\n%s", text)
			}
			if failed.episode.Severity.Value != 7 {
				t.Error("what was told is gone")
			}
			again, wish := press(failed, c.again)
			if wish.Save == nil || wish.Save.Severity.Value != 7 {
				t.Errorf("it can't be tried again: %+v", wish)
			}
			says(again.answer(nil), "Saved: ")
			if left, wish := press(failed, "esc"); name != "listed" && (wish.Save == nil || !wish.Leave) {
				t.Errorf("leaving doesn't try again: %+v at page %d", wish, left.page)
			}
			// Two on their way: the first answer is not one to the second.
			two, wish := press(m, c.changes...)
			if wish.Save == nil || wish.Save.Severity.Value != 8 {
				t.Fatalf("a change while it is saved: %+v", wish)
			}
			says(two.answer(nil), "Saving: ")
			says(two.answer(nil).answer(nil), "Saved: ")
			says(two.answer(errors.New("x")).answer(nil), "Saved: ")
			if lost := two.answer(nil).answer(errors.New("x")); lost.state() != unsaved {
				t.Errorf("after the second failed: %v", lost.state())
			}
		})
	}
	changed, _ := press(on(t, edited(), "severity"), "7", "tab", "8")
	says(changed.answer(nil), "Not saved yet: ")
}
