package tui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/tui/tuitest"
	"uncramp/coach/tui/widget"
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

// TestThePageOfKeys lies over every screen that has its key: no key acts behind
// it but that of the red flags, and it is closed in three ways, none of which
// leaves.
func TestThePageOfKeys(t *testing.T) {
	for name, r := range stages(t) {
		if name == "keys" {
			continue
		}
		shown := r.press("?")
		if want, _ := r.keyPage(); drawn(shown.root) != ansi.Strip(want.Content) {
			t.Errorf("%s: ? shows\n%s", name, drawn(shown.root))
		}
		for _, k := range []string{"x", "e", "2", "+", "up", "enter", "n", "space", "tab", "s"} {
			if after := shown.press(k); drawn(after.root) != drawn(shown.root) || place(after.root) != place(shown.root) || len(after.outbox) > 0 {
				t.Errorf("%s: %s acts behind the page of keys", name, k)
			}
		}
		if after := shown.tell(tea.PasteMsg{Content: "a"}); drawn(after.press("?").root) != drawn(r.root) {
			t.Errorf("%s: a paste acts behind the page of keys", name)
		}
		for _, k := range []string{"?", "esc", "q"} {
			if after := shown.press(k); after.helps() || place(after.root) != place(r.root) || drawn(after.root) != drawn(r.root) {
				t.Errorf("%s: %s leads from the page of keys to %s:\n%s", name, k, place(after.root), drawn(after.root))
			}
		}
		if flags := shown.press("!"); r.asks(pressed('!'), widget.Flags()) && flags.at() != flagsPage {
			t.Errorf("%s: ! leads from the page of keys to %s", name, flags.at())
		}
	}
}

// TestTimeGoesOnBehindThePageOfKeys of a routine, whose last seconds count on.
func TestTimeGoesOnBehindThePageOfKeys(t *testing.T) {
	r := stages(t)["keys"]
	before := playing(r.root).Session().Remaining(tuitest.At(*r.now))
	if r = r.pass(3 * time.Second).press("q"); playing(r.root).Session().Remaining(tuitest.At(*r.now)) != before-3*time.Second || r.at() != playerPage {
		t.Errorf("at %s, %v are left of %v", r.at(), playing(r.root).Session().Remaining(tuitest.At(*r.now)), before)
	}
}

func TestEverySizeOfThePageOfKeysIsDrawn(t *testing.T) {
	for name, r := range stages(t) {
		for _, w := range []int{1, 8, 24, 40, 120, 250} {
			for _, h := range []int{1, 2, 3, 6, 12, 24, 80} {
				page, _ := r.tell(tea.WindowSizeMsg{Width: w, Height: h}).keyPage()
				tuitest.RequireDrawn(t, name, page, w, h)
			}
		}
	}
}

// TestEveryKeyStandsOnThePageOfKeys, on one of its pages: what it does is said in
// whole, down to a small screen, where the arrows turn the pages.
func TestEveryKeyStandsOnThePageOfKeys(t *testing.T) {
	for name, r := range stages(t) {
		for _, size := range [][2]int{{24, 8}, {40, 12}, {45, 25}, {80, 24}, {200, 60}} {
			shown := r.tell(tea.WindowSizeMsg{Width: size[0], Height: size[1]}).press("?")
			if !shown.helps() {
				continue // it has no such page
			}
			_, pages := shown.keyPage()
			var text strings.Builder
			for range pages {
				for _, tap := range shown.frame().Targets {
					if line := strings.Split(drawn(shown.root), "\n")[tap.Y]; strings.TrimSpace(line) == "" {
						t.Errorf("%s at %v: %+v can be tapped, and nothing is there", name, size, tap)
					}
				}
				text.WriteString(drawn(shown.root) + "\n")
				shown = shown.press("down")
			}
			for _, b := range r.top().Keys() {
				if b.Enabled() && !strings.Contains(text.String(), b.Help().Key) {
					t.Errorf("%s at %v: %s is missing:\n%s", name, size, b.Help().Key, text.String())
				}
			}
			if back := shown.press("?"); back.helps() {
				t.Errorf("%s at %v: ? does not close the page", name, size)
			}
		}
	}
}
