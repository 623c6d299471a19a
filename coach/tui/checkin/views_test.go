package checkin

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"uncramp/coach/record"
	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
	"uncramp/coach/tui/widget"
)

var sizes = [][2]int{{40, 12}, {45, 25}, {80, 24}, {120, 40}}

// scenes are all questions, and what else the form shows.
func scenes(t testing.TB) map[string]Model {
	t.Helper()
	list := map[string]Model{
		"night": atNight(), "night-sent": first(press(atNight(), "7")), "list": edited(), "list-changed": first(press(on(t, edited(), "severity"), "7", "down")),
		"when-typing": first(press(fresh(), "2", "5")), "length-typing": first(press(on(t, fresh(), "length"), "1", "2")),
		"where-known": on(t, byDay(), "muscle"), "length-known": on(t, byDay(), "length"), "yesno-chosen": first(press(on(t, byDay(), "woke"), "right")),
		"refused":  first(press(on(t, fresh(), "length"), "4", "4", "4", "4", "4", "enter")),
		"long":     first(press(on(t, byDay(), "note"), strings.Split(strings.Repeat("word ", 60), "")...)),
		"grapheme": first(press(on(t, byDay(), "note"), "e\u0301", "👩‍👩‍👧", "日", "left")),
	}
	for _, q := range record.Questions() {
		list["ask-"+q.Column] = on(t, fresh(), q.Column)
	}
	closed, _ := press(byDay(), "enter", "enter", "7", "enter", "1")
	list["night-saved"], list["night-failed"] = list["night-sent"].answer(nil), list["night-sent"].answer(errFull)
	list["closing"], list["closed"], list["failed"] = closed, closed.answer(nil), closed.answer(errFull)
	list["list-closed"] = first(press(list["list-changed"], "esc")).answer(nil)
	return list
}

func TestViews(t *testing.T) {
	tuitest.GoldenKeys(t, "keys", byDay(), sizes...)
	for name, m := range scenes(t) {
		for _, s := range sizes {
			t.Run(fmt.Sprintf("%s-%dx%d", name, s[0], s[1]), func(t *testing.T) {
				golden.RequireEqual(t, view(m, s[0], s[1]))
			})
		}
	}
}

// TestColours holds three pages as they are painted, in each theme.
func TestColours(t *testing.T) {
	for name, look := range tuitest.Looks() {
		all := scenes(t)
		for _, scene := range []string{"ask-severity", "where-known", "closed"} {
			t.Run(scene+"-"+name, func(t *testing.T) { golden.RequireEqual(t, all[scene].draw(80, 24, look).Content) })
		}
	}
}

func TestEverySizeIsDrawn(t *testing.T) {
	for name, m := range scenes(t) {
		for _, w := range []int{1, 2, 8, 16, 24, 40, 64, 120, 250} {
			for _, h := range []int{1, 2, 3, 4, 6, 8, 12, 13, 24, 80} {
				tuitest.RequireDrawn(t, name, m.draw(w, h, theme.Mono()), w, h)
			}
		}
	}
}

// TestEachAnswerIsToBeTapped looks for a place for each answer at hand, with the
// answer in it, big enough for a thumb.
func TestEachAnswerIsToBeTapped(t *testing.T) {
	for _, s := range append(sizes, [2]int{60, 20}, [2]int{200, 60}) {
		for name, m := range map[string]Model{
			"night": atNight(), "day": on(t, byDay(), "severity"), "yes or no": on(t, byDay(), "asleep"), "minutes": on(t, fresh(), "length"),
		} {
			f := m.draw(s[0], s[1], theme.Mono())
			for i, want := range m.options() {
				at := slices.IndexFunc(f.Targets, func(tap widget.Target) bool { return tap.Press == "" && tap.Row == i })
				if at < 0 {
					t.Fatalf("%s %v: no place for %s", name, s, want)
				}
				tap := f.Targets[at]
				if tap.W < 5 || tap.H < 2 {
					t.Errorf("%s %v: %d by %d for %s", name, s, tap.W, tap.H, want)
				}
				tapped, wish := tell(m, screen.RowMsg(tap.Row))
				if m.question().Said(tapped.episode) != want || (wish.Save != nil) != m.form.Brief {
					t.Errorf("%s %v: a tap on %s says %q", name, s, want, m.question().Said(tapped.episode))
				}
				lines := strings.Split(ansi.Strip(f.Content), "\n")
				if middle := []rune(lines[tap.Y+(tap.H-1)/2]); s[0] < 100 && !strings.Contains(string(middle[tap.X:min(tap.X+tap.W, len(middle))]), want) {
					t.Errorf("%s %v: on %s stands %q", name, s, want, string(middle))
				}
			}
		}
	}
}

// TestTheWayOnAndTheWayOutAreInSight, and so is the question.
func TestTheWayOnAndTheWayOutAreInSight(t *testing.T) {
	for name, m := range scenes(t) {
		for _, s := range append(sizes, [2]int{24, 8}, [2]int{200, 60}) {
			f := m.draw(s[0], s[1], theme.Mono())
			text := ansi.Strip(f.Content)
			leads := func(k string) bool {
				return slices.ContainsFunc(f.Targets, func(tap widget.Target) bool { return tap.Press == k }) && strings.Contains(text, k)
			}
			if !m.form.Brief && m.page != listing && !leads("enter") || !leads("esc") && !strings.Contains(name, "night-saved") && s[0] > 40 {
				t.Errorf("%s %v: no way on or out:\n%s", name, s, text)
			}
			asked := strings.Contains(text, m.question().Ask) || s[0] < 40 && strings.Contains(text, m.question().Label)
			if m.page == asking && m.notice == "" && m.state() == untouched && !asked && m.question().Kind != record.When {
				t.Errorf("%s %v: no %q:\n%s", name, s, m.question().Ask, text)
			}
		}
	}
}

// TestNothingMovesUnderAMessage, neither what is asked nor what is answered.
func TestNothingMovesUnderAMessage(t *testing.T) {
	for name, m := range scenes(t) {
		for _, s := range append(sizes, [2]int{24, 10}, [2]int{200, 60}) {
			quiet, told := m, m
			quiet.notice, quiet.told, told.notice = "", "", "Something went wrong. "+strings.Repeat("Do something. ", 9)
			before, after := strings.Split(view(quiet, s[0], s[1]), "\n"), strings.Split(view(told, s[0], s[1]), "\n")
			z := stageOf(tuitest.Sized(s[0], s[1])).message
			for y := range before {
				if is := before[y] != after[y]; is && y < z.Y || !is && y == z.Y {
					t.Errorf("%s %v: a message changes row %d: %v", name, s, y, is)
				}
			}
		}
	}
}
