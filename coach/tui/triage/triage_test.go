package triage

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"uncramp/coach/theme"
	check "uncramp/coach/triage"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
	"uncramp/coach/tui/widget"
)

func scenes() map[string]Model {
	a := New(check.Finding{})
	b, _ := press(a, 'n')
	c, _ := press(a, 'n', 'n')
	pressedA, _ := press(a, '2')
	pressedB, _ := press(b, '1')
	sourcesA, _ := press(a, 'i')
	sourcesOfOne, _ := press(pressedB, 'i')
	emergency, _ := press(a, '2', 'y')
	sourcesFound, _ := press(emergency, 'i')
	today, _ := press(b, '4', 'y')
	appointment, _ := press(a, 'n', 'n', '1')
	allClear, _ := press(a, 'n', 'n', 'n')
	return map[string]Model{"a": a, "b": b, "c": c, "pressed-a": pressedA, "pressed-b": pressedB,
		"sources-a": sourcesA, "sources-one": sourcesOfOne, "sources-found": sourcesFound, "emergency": emergency, "today": today, "appointment": appointment, "clear": allClear}
}

func TestViews(t *testing.T) {
	for _, name := range []string{"a", "pressed-a", "emergency", "today"} {
		tuitest.GoldenColours(t, name, scenes()[name])
	}
	for name, m := range scenes() {
		for _, s := range [][2]int{{40, 12}, {45, 25}, {80, 24}, {120, 40}} {
			t.Run(fmt.Sprintf("%s-%dx%d", name, s[0], s[1]), func(t *testing.T) {
				golden.RequireEqual(t, ansi.Strip(m.draw(s[0], s[1], theme.Mono()).Content))
			})
		}
	}
}

// TestTheNumberIsInBlockDigits on every screen that has room for them, whatever the
// number.
func TestTheNumberIsInBlockDigits(t *testing.T) {
	emergency, _ := press(New(check.Finding{}), '1', 'y')
	for _, s := range [][2]int{{24, 8}, {40, 12}, {45, 25}, {60, 20}, {80, 24}, {100, 30}, {120, 40}, {200, 60}} {
		for _, number := range []string{"112", "911", "999", "1669"} {
			env := tuitest.Sized(s[0], s[1])
			env.Emergency = check.Call{Number: number}
			shown := ansi.Strip(emergency.View(env).Content)
			found := false
			for rows := env.Height; rows >= fewestRows && !found; rows-- {
				digits := widget.BigDigits(number, number, env.Width, rows, widget.Solid, theme.Mono())
				found = len(digits) > 0 && strings.Contains(shown, strings.TrimSpace(digits[len(digits)-1]))
			}
			if !found || !strings.Contains(read(shown), "Call "+number+".") {
				t.Errorf("%v: %s does not stand there in block digits:\n%s", s, number, shown)
			}
		}
	}
}

// TestTheEmergencyPageHasAGroundOfItsOwn, under every cell.
func TestTheEmergencyPageHasAGroundOfItsOwn(t *testing.T) {
	emergency, _ := press(New(check.Finding{}), '1', 'y')
	for _, s := range [][2]int{{24, 8}, {40, 12}, {45, 25}, {80, 24}, {200, 60}} {
		for l := range strings.SplitSeq(emergency.draw(s[0], s[1], theme.Mono()).Content, "\n") {
			if ansi.StringWidth(l) != s[0] || !strings.HasPrefix(l, "\x1b[") {
				t.Errorf("%v: a line of %d columns: %q", s, ansi.StringWidth(l), l)
			}
		}
	}
}

// TestEveryQuestionIsInSight goes through the pages of every group with n, and
// back with ←, and looks for every line of every question: each page has a heading,
// and the emergencies are one page from 40 by 12 on.
func TestEveryQuestionIsInSight(t *testing.T) {
	for _, s := range [][2]int{{40, 12}, {80, 24}, {24, 8}} {
		m := New(check.Finding{})
		for _, g := range check.Groups() {
			var pages []string
			for here, ok := m.check.Group(); ok && here.Level == g.Level; here, ok = m.check.Group() {
				pages = append(pages, ansi.Strip(m.draw(s[0], s[1], theme.Mono()).Content))
				m, _ = pressAt(m, s, 'n')
			}
			if s[1] >= 12 && (len(pages) > 1 && (s[1] > 12 || g.Level == check.Emergency) || !strings.Contains(pages[len(pages)-1], g.Ask)) {
				t.Errorf("%s at %v takes %d pages, the last of which is\n%s", g.Level, s, len(pages), pages[len(pages)-1])
			}
			for n, q := range g.Questions {
				whole := fmt.Sprintf("%d %s", n+1, q.Text)
				if !slices.ContainsFunc(pages, func(page string) bool { return strings.Contains(read(page), whole) }) {
					t.Errorf("%v does not show %q whole on a page:\n%s", s, whole, strings.Join(pages, "\n"))
				}
			}
		}
	}
}

// read is what is read on a screen: its words, without the block letters.
func read(content string) string {
	blocks := func(c rune) rune {
		if c >= '▀' && c <= '▟' {
			return ' '
		}
		return c
	}
	return strings.Join(strings.Fields(strings.Map(blocks, ansi.Strip(content))), " ")
}

// TestBackIsThePageBefore, down to the first question of all.
func TestBackIsThePageBefore(t *testing.T) {
	small := [2]int{40, 12}
	m, _ := pressAt(New(check.Finding{}), small, 'n')
	first := m.draw(40, 12, theme.Mono()).Content
	m, _ = pressAt(m, small, 'n')
	second := m.draw(40, 12, theme.Mono()).Content
	m, _ = pressAt(m, small, 'n', 'p')
	if m.draw(40, 12, theme.Mono()).Content != second || first == second {
		t.Error("back from the third page of a group does not show its second")
	}
	if m, _ = pressAt(m, small, 'p'); m.draw(40, 12, theme.Mono()).Content != first {
		t.Error("back from the second page of a group does not show its first")
	}
	m, _ = pressAt(m, small, 'p')
	if g, _ := m.check.Group(); g.Level != check.Emergency {
		t.Error("back from the first page of a group does not lead to the group before")
	}
}

// TestOnlyNDeniesAQuestion: the keys that pause a routine and go on elsewhere don't.
func TestOnlyNDeniesAQuestion(t *testing.T) {
	env, asked := tuitest.Sized(80, 24), New(check.Finding{})
	for _, k := range []string{"space", "enter", "right", "tab", "e", "y"} {
		if next, _ := tuitest.Press(asked, env, k); next.View(env).Content != asked.View(env).Content {
			t.Errorf("%s answers the first questions", k)
		}
	}
}

// TestANumberIsReadBack before an emergency or a "today" is kept: y alone is a yes,
// n and Esc go back to the questions, Enter and all other keys ask again. What needs
// an appointment is kept at once.
func TestANumberIsReadBack(t *testing.T) {
	keyboard := append(strings.Split("0123456789abcdefghijklmnoprstuvwxyz!/+-", ""),
		"space", "enter", "esc", "up", "down", "left", "right", "tab", "backspace", "pgdown", "ctrl+y", "Y")
	asked := New(check.Finding{})
	for _, g := range check.Groups() {
		for i, q := range g.Questions {
			env := tuitest.Sized(80, 24)
			env.Now = tuitest.At(time.Hour)
			read, effect := tuitest.Press(asked, env, strconv.Itoa(i+1))
			if !g.Level.Blocks() {
				if f, ok := read.Finding(); !ok || f.Level != g.Level || f.Yes[0] != q.ID || len(effect.Requests) == 0 {
					t.Errorf("%s is not taken at once", q.ID)
				}
				continue
			}
			shown := strings.Join(strings.Fields(ansi.Strip(read.View(env).Content)), " ")
			if len(effect.Requests) > 0 || !strings.Contains(shown, fmt.Sprintf("You pressed %d: %s. Yes, or no and back?", i+1, q.Text)) {
				t.Fatalf("%s is not read back but asks for %v and shows\n%s", q.ID, effect.Requests, shown)
			}
			env.Now = tuitest.At(2 * time.Hour)
			for _, k := range keyboard {
				next, effect := tuitest.Press(read, env, k)
				f, found := next.Finding()
				kept, keeps := tuitest.Asked[screen.KeepFinding](effect)
				switch {
				case found != (k == "y") || keeps != found || found && (f.Level != g.Level || !slices.Equal(kept.Finding.Yes, []string{q.ID})):
					t.Errorf("%s, then %s: finding %v, to be kept %v", q.ID, k, f, kept)
				case !found && len(effect.Requests) > 0:
					t.Errorf("%s, then %s asks for %v", q.ID, k, effect.Requests)
				case (next.View(env).Content == asked.View(env).Content) != (k == "n" || k == "esc"):
					if !found {
						t.Errorf("%s, then %s leads back, or does not, to\n%s", q.ID, k, next.View(env).Content)
					}
				}
			}
		}
		asked, _ = press(asked, 'n')
	}
}

// TestAFindingIsToldWhole on the smallest screen: what to do, whom to call, why,
// what to do till help comes, what was answered, and how to take it back.
func TestAFindingIsToldWhole(t *testing.T) {
	for _, g := range check.Groups() {
		for _, q := range g.Questions {
			f := check.Finding{Level: g.Level, Yes: []string{q.ID}}
			for _, s := range [][2]int{{40, 12}, {45, 25}, {80, 24}} {
				view := read(Standing(f).draw(s[0], s[1], theme.Mono()).Content)
				p := f.Page(tuitest.Env().Emergency)
				wants := slices.Concat([]string{p.Advice, p.Call, p.Until, p.Because}, p.Own, p.Reasons)
				if f.Blocks() {
					wants = append(wants, "r not so? check again")
				}
				for _, want := range wants {
					if !strings.Contains(view, want) {
						t.Errorf("%s at %v does not say %q: %s", q.ID, s, want, view)
					}
				}
				if (p.Call == "Call 112.") != (g.Level == check.Emergency) || (p.Until != "") != (g.Level == check.Emergency) {
					t.Errorf("%s says %+v", q.ID, p)
				}
			}
		}
	}
}

// TestWhenItWasSaid has a year only where that isn't this one.
func TestWhenItWasSaid(t *testing.T) {
	now := time.Date(2026, 1, 2, 9, 0, 0, 0, time.UTC)
	q := check.Groups()[0]
	for back, want := range map[int]string{0: "You said so on 2 January, 09:00.", 1: "You said so on 2 January 2025, 09:00."} {
		m := Standing(check.Finding{Level: q.Level, Yes: []string{q.Questions[0].ID}, At: now.AddDate(-back, 0, 0)})
		if got := m.when(now); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// TestWhatWentWrongHasRoomBesideAFinding, on the smallest screen too: that it could
// not be kept matters more than what was answered.
func TestWhatWentWrongHasRoomBesideAFinding(t *testing.T) {
	for _, g := range check.Groups() {
		for _, q := range g.Questions {
			f := check.Finding{Level: g.Level, Yes: []string{q.ID}}
			m, _ := tuitest.Tell(Standing(f), tuitest.Env(), screen.NoticeMsg("the check holds only until you leave: the disk is full"))
			view := read(m.draw(40, 12, theme.Mono()).Content)
			for _, want := range []string{g.Advice, f.Page(tuitest.Env().Emergency).Call, "the disk is full"} {
				if !strings.Contains(view, want) {
					t.Errorf("%s does not say %q: %s", q.ID, want, view)
				}
			}
		}
	}
}

// TestTheSourcesAreShown of every question, wherever i is pressed, down to the last
// line on the smallest screen.
func TestTheSourcesAreShown(t *testing.T) {
	for i, g := range check.Groups() {
		asked, _ := press(New(check.Finding{}), []rune(strings.Repeat("n", i))...)
		for _, s := range [][2]int{{40, 12}, {24, 6}, {80, 24}} {
			m, _ := pressAt(asked, s, 'i')
			seen := map[string]bool{}
			for range 200 {
				for l := range strings.SplitSeq(ansi.Strip(m.draw(s[0], s[1], theme.Mono()).Content), "\n") {
					seen[strings.TrimSpace(l)] = true
				}
				m, _ = pressAt(m, s, 'j')
			}
			for _, q := range g.Questions {
				for _, credit := range q.Credits() {
					for n, l := range widget.Wrap(credit, widget.Room(s[0])-2) {
						if l = []string{"· ", ""}[min(n, 1)] + l; !seen[strings.TrimSpace(l)] {
							t.Errorf("%s at %v: %q of %q is not shown", q.ID, s, l, credit)
						}
					}
				}
			}
			if m, _ = pressAt(m, s, 'i'); m.draw(s[0], s[1], theme.Mono()).Content != asked.draw(s[0], s[1], theme.Mono()).Content {
				t.Errorf("%s at %v: i does not lead back", g.Level, s)
			}
		}
	}
}

// TestNoAnswerIsTakenForWhatWasNotInSight counts how often n must be pressed
// where one question is in sight at a time.
func TestNoAnswerIsTakenForWhatWasNotInSight(t *testing.T) {
	m := New(check.Finding{})
	for _, g := range check.Groups() {
		for i := range g.Questions {
			if here, ok := m.check.Group(); !ok || here.Level != g.Level {
				t.Fatalf("%s is left after %d of its questions", g.Level, i)
			}
			m, _ = pressAt(m, [2]int{24, 2}, 'n')
		}
	}
	if f, ok := m.Finding(); !ok || f.Level != check.Clear {
		t.Errorf("finding %+v", f)
	}
}

func TestEverySizeIsDrawn(t *testing.T) {
	for name, m := range scenes() {
		for _, w := range []int{1, 8, 24, 40, 250} {
			for _, h := range []int{1, 2, 5, 12, 80} {
				tuitest.RequireDrawn(t, name, m.draw(w, h, theme.Mono()), w, h)
			}
		}
	}
}

// TestNothingMovesUnderAMessage on any screen that is not a slice of one.
func TestNothingMovesUnderAMessage(t *testing.T) {
	for _, s := range [][2]int{{45, 25}, {60, 20}, {80, 24}, {120, 40}, {200, 60}} {
		env := tuitest.Sized(s[0], s[1])
		for name, m := range scenes() {
			told, _ := tuitest.Tell(m, env, screen.NoticeMsg("It is not kept: the disk is full."))
			tuitest.RequireSteady(t, fmt.Sprint(name, " at ", s), m.View(env), told.View(env), 2)
		}
	}
}

// TestWhatIsToBeReadNowIsInBlockLetters on a screen that has room for them: the first
// questions, and what to do till help comes.
func TestWhatIsToBeReadNowIsInBlockLetters(t *testing.T) {
	env := tuitest.Sized(200, 60)
	lettered := func(m Model, sentence string) bool {
		shown := ansi.Strip(m.View(env).Content)
		for w := env.Width; w > env.Width/2; w-- {
			rows := widget.WrapLetters(sentence, w, env.Height, theme.Mono())
			if rows != nil && strings.Contains(shown, strings.TrimSpace(rows[0])) && strings.Contains(shown, strings.TrimSpace(rows[len(rows)-1])) {
				return true
			}
		}
		return false
	}
	asked := New(check.Finding{})
	for i, q := range check.Groups()[0].Questions {
		tap := slices.IndexFunc(asked.View(env).Targets, func(tap widget.Target) bool { return tap.Press == fmt.Sprint(i+1) })
		if !lettered(asked, q.Text) || tap < 0 || asked.View(env).Targets[tap].H < 5 {
			t.Errorf("%s is not in block letters, or can't be tapped", q.Text)
		}
	}
	emergency, _ := press(asked, '1', 'y')
	if p := emergency.finding.Page(env.Emergency); !lettered(emergency, p.Advice) || !lettered(emergency, p.Until) {
		t.Errorf("an emergency is not in block letters:\n%s", ansi.Strip(emergency.View(env).Content))
	}
}
