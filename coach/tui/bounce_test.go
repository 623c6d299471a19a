package tui

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/tui/screen"
)

// steadyClock is a clock that runs as fast as the machine's.
type steadyClock struct{ handClock }

func (steadyClock) Real(d time.Duration) time.Duration { return d }

// twice presses a key, and once more after a while.
func (r rig) twice(key string, after time.Duration) root {
	r.lastKey, r.root.config.Clock = lastKey{}, steadyClock{handClock{r.now}}
	once, _ := r.Update(screen.Press(key))
	*r.now += after
	again, _ := once.(root).Update(screen.Press(key))
	*r.now -= after
	return again.(root)
}

// TestAKeyThatBouncesActsOnce across a change of screen, and any other key at
// once.
func TestAKeyThatBouncesActsOnce(t *testing.T) {
	for _, tt := range []struct {
		before []string
		key    string
		want   string
	}{{[]string{"h"}, "q", homePage}, {[]string{"b"}, "q", homePage}, {nil, "?", homePage}, {[]string{"n"}, "q", formPage}} {
		r := begun(t).press(tt.before...).pass(2 * time.Second)
		if tt.key == "q" && tt.want == formPage {
			r = r.press("e")
		}
		bounced, twice := r.twice(tt.key, bounceTime-1), r.twice(tt.key, bounceTime)
		if bounced.top().page != tt.want || bounced.leaving {
			t.Errorf("%v: %s that bounces leads to %s", tt.before, tt.key, bounced.top().page)
		}
		if twice.top().page == bounced.top().page && twice.leaving == bounced.leaving && twice.helps() == bounced.helps() {
			t.Errorf("%v: %s twice leads no further than %s", tt.before, tt.key, twice.top().page)
		}
	}
	if m := settle(settle(begun(t).root, screen.Press("h")), screen.Press("q")); m.top().page != homePage {
		t.Error("another key typed ahead is not obeyed")
	}
}

// TestAKeyThatIsHeldDownActsOnce where it leads to something else, however long, on
// terminals too that do not tell that it is. Once it was let go it acts again.
func TestAKeyThatIsHeldDownActsOnce(t *testing.T) {
	for name, keys := range map[string][]string{
		"none of the red flags": {"!", "n"}, "no, back": {"!", "1", "n"}, "escape": {"!", "1", "esc"},
		"a cramp is deleted": {"h", "c", "x"}, "the list of cramps": {"h", "c"}, "a setting is typed": {"s", "down", "enter"},
		"a question of the form": {"h", "c", "enter", "enter"}, "a card": {"l", "enter"}, "my causes": {"l", "tab"},
	} {
		r := cramped(t)
		last := len(keys) - 1
		r = r.press(keys[:last]...)
		r.lastKey, r.root.config.Clock = lastKey{}, steadyClock{handClock{r.now}}
		m := settle(r.root, screen.Press(keys[last]))
		shows := drawn(m)
		for range 50 {
			*r.now += 40 * time.Millisecond
			if m = settle(m, screen.Press(keys[last])); drawn(m) != shows {
				t.Fatalf("%s: %s acts again, and shows\n%s", name, keys[last], drawn(m))
			}
		}
		*r.now += bounceTime
		if m = settle(m, screen.Press(keys[last])); drawn(m) == shows && name != "a card" {
			t.Errorf("%s: %s does not act once it was let go", name, keys[last])
		}
	}
}

// TestWhatMovesInAListMayBeHeldDown: it leads nowhere else.
func TestWhatMovesInAListMayBeHeldDown(t *testing.T) {
	r := cramped(t).press("h", "c", "enter")
	r.root.config.Clock = steadyClock{handClock{r.now}}
	first := drawn(r.root)
	second := settle(r.root, screen.Press("down"))
	third := settle(second, tea.KeyPressMsg{Code: tea.KeyDown, IsRepeat: true})
	if drawn(second) == first || drawn(third) == drawn(second) {
		t.Errorf("down moves once at most:\n%s", drawn(third))
	}
}

// TestTheKeyThatStartsARoutineIsNoneOfIt, though that was read before it began.
func TestTheKeyThatStartsARoutineIsNoneOfIt(t *testing.T) {
	r := begun(t)
	r.root.config.Clock = steadyClock{handClock{r.now}}
	next, starts := r.Update(screen.Press("n"))
	once := answer(next.(root), answersOf(starts))
	*r.now += bounceTime - 1
	if twice := settle(once, screen.Press("n")); playing(twice).Session().Index() != playing(once).Session().Index() {
		t.Error("the first move is passed over")
	}
	*r.now += bounceTime
	if twice := settle(once, screen.Press("n")); playing(twice).Session().Index() == playing(once).Session().Index() {
		t.Error("n does not lead on once it was let go")
	}
}

// TestAnAnswerThatBouncesIsOne: the second move is not answered unseen. What
// changes no screen may be pressed as fast as one likes.
func TestAnAnswerThatBouncesIsOne(t *testing.T) {
	r := begun(t).press("n").pass(16 * time.Second)
	r.lastKey = lastKey{}
	once := settle(r.root, screen.Press("s"))
	if twice := settle(once, screen.Press("s")); playing(twice).Session().Index() != playing(once).Session().Index() {
		t.Error("the next move is answered, too")
	}
	held := tea.KeyPressMsg{Code: 's', Text: "s", IsRepeat: true}
	*r.now += time.Second
	if twice := settle(once, held); playing(twice).Session().Index() != playing(once).Session().Index() {
		t.Error("a key that is held down answers the next move")
	}
	longer := playing(settle(settle(r.root, screen.Press("+")), screen.Press("+"))).Session().Length() - playing(r.root).Session().Length()
	if longer != 20*time.Second {
		t.Errorf("+ twice is %v more", longer)
	}
}

// TestAHeldEnterGoesOnByOneQuestion of the form.
func TestAHeldEnterGoesOnByOneQuestion(t *testing.T) {
	r := asking(t)
	r.root.config.Clock = steadyClock{handClock{r.now}}
	once := settle(r.root, screen.Press("enter"))
	*r.now += time.Second
	held := settle(once, tea.KeyPressMsg{Code: tea.KeyEnter, IsRepeat: true})
	if drawn(once) == drawn(r.root) || drawn(held) != drawn(once) {
		t.Errorf("it leads to\n%s", drawn(held))
	}
	if again := settle(once, screen.Press("enter")); drawn(again) == drawn(once) {
		t.Error("pressed again it does not go on")
	}
}

// TestATapThatBouncesIsOne, whatever stands there after the first.
func TestATapThatBouncesIsOne(t *testing.T) {
	r := begun(t)
	for _, at := range r.frame().Targets {
		if at.Press != "?" {
			continue
		}
		tap := click(at.X, at.Y)
		once := settle(r.root, tap)
		if !once.helps() || !settle(once, tap).helps() {
			t.Error("the page of keys is opened and closed by one tap")
		}
	}
}
