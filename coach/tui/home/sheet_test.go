package home

import (
	"errors"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
)

// TestASheetIsWrittenOfTheRoutineTheCursorIsOn, once it is written that is said, in one
// line and until the next key; a red flag goes first.
func TestASheetIsWrittenOfTheRoutineTheCursorIsOn(t *testing.T) {
	var asked []string
	var fault error
	s := Services{Sheet: func(id string) (string, error) {
		asked = append(asked, id)
		return "/home/me/Documents/" + id + "\x1b.html", fault
	}}
	printed := func(blocked bool) Model {
		m := pressed(homeOf(t, 11, s), at(11), "down")
		m, effect := tuitest.Press(m, at(11), "f")
		write, ok := tuitest.Asked[screen.Write](effect)
		if !ok || strings.Contains(ansi.Strip(m.draw(80, 24, theme.Mono()).Content), "To print it") {
			t.Fatal("nothing is written, or told before it is")
		}
		env := at(11)
		env.Blocked = blocked
		m, _ = tuitest.Tell(m, env, write.Done(write.Do()))
		return m
	}
	m := printed(false)
	if said := ansi.Strip(m.draw(80, 24, theme.Mono()).Content); !strings.Contains(said, "To print it, open /home/me/Documents/ease.html.") || asked[0] != "ease" {
		t.Errorf("of %v is said:\n%s", asked, said)
	}
	if said := pressed(m, at(11), "down").draw(80, 24, theme.Mono()).Content; strings.Contains(said, "To print it") {
		t.Error("it is said after the next key, too")
	}
	fault = errors.New("nothing is written: the disk is full")
	if m := printed(false); m.notice != fault.Error() {
		t.Errorf("of a fault is said %q", m.notice)
	}
	if m := printed(true); m.notice != blocked[false] {
		t.Errorf("after a red flag is said %q", m.notice)
	}
	if _, effect := tuitest.Press(pressed(homeOf(t, 11, s), at(11), "/", "z", "q", "enter"), at(11), "f"); len(effect.Requests) > 0 {
		t.Error("a sheet of nothing is asked for")
	}
}
