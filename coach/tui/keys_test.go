package tui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// TestEveryKeyThatIsShownDoesSomething presses every key that a screen says it
// has, in several of its states and on two sizes: in one of them each is seen to
// change what is shown, where one is, or what is kept.
func TestEveryKeyThatIsShownDoesSomething(t *testing.T) {
	handled := map[string]bool{}
	try := func(r rig) {
		for _, b := range r.top().Keys() {
			if !b.Enabled() {
				continue
			}
			id := fmt.Sprintf("%s: %s %s", r.at(), b.Help().Key, b.Help().Desc)
			for _, k := range b.Keys() {
				if handled[id] {
					break
				}
				after := r.press(k)
				handled[id] = drawn(after.root) != drawn(r.root) || after.leaving || after.ids != r.ids || len(after.stack) != len(r.stack)
			}
		}
	}
	atWater := strings.Repeat("down ", 4)
	befores := []string{
		"", "down", atWater, atWater + " +", "enter", "right", "/", "c", "x", "?", "end", "enter pgdown", "tab", "space", "n", "l", "2",
	}
	for name, r := range stages(t) {
		for _, size := range []tea.WindowSizeMsg{{Width: 80, Height: 24}, {Width: 30, Height: 6}} {
			for _, before := range befores {
				if name == "history" { // what is deleted in one is gone from the others' disk
					r = cramped(t).press("h", "c")
				}
				try(r.tell(size).press(strings.Fields(before)...))
			}
		}
	}
	for id, is := range handled {
		if !is {
			t.Errorf("%s: nothing handles it", id)
		}
	}
	t.Logf("%d keys", len(handled))
}
