package player

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/session"
	"uncramp/coach/theme"
	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

// cutOut is what a view shows in a zone, row by row.
func cutOut(f widget.Frame, z widget.Zone) (rows []string) {
	for _, l := range strings.Split(ansi.Strip(f.Content), "\n")[z.Y:][:z.H] {
		rows = append(rows, ansi.Cut(widget.Pad(l, z.X+z.W), z.X, z.X+z.W))
	}
	return rows
}

// taps are the places of the answers.
func taps(f widget.Frame) (list []widget.Target) {
	for _, tap := range f.Targets {
		if strings.Contains("esw", tap.Press) {
			list = append(list, tap)
		}
	}
	return list
}

// TestNothingMoves whatever is told, toggled or opened, and in a pause: what is not
// about that stands where it stood, as it was.
func TestNothingMoves(t *testing.T) {
	long := strings.Repeat("The loudspeaker is used by another program. ", 2)
	changes := map[string]func(Model) Model{
		"a long message": func(m Model) Model { m.visit = m.visit.WithNote(long); return m },
		"a message":      func(m Model) Model { m.visit = m.visit.WithNote("Sound on."); return m },
		"the sheet":      func(m Model) Model { m.sheet = !m.sheet; return m },
	}
	for _, key := range []string{"space", "v", "b", ".", "m", "M"} {
		changes[key] = func(m Model) Model { return press(m, m.now.Mono, key) }
	}
	for name, m := range scenes(t) {
		if !leads(name) {
			continue
		}
		for _, at := range allSizes {
			s, before := m.stage(at[0], at[1]), m.draw(at[0], at[1], theme.Mono())
			for what, change := range changes {
				changed := change(m)
				if changed.Session().Index() != m.Session().Index() || changed.Session().Age(changed.now) != m.Session().Age(m.now) {
					t.Fatalf("%s: %s goes on to another phase", name, what)
				}
				same := map[string]widget.Zone{"answers": s.answers, "figure": s.figure, "route": s.route, "move": s.move, "pace": s.pace}
				if what != "space" { // the digits become hollow
					same["count"], same["word"] = s.count, s.word
				}
				if what == "the sheet" && s.sheet() == s.move {
					delete(same, "move")
				}
				after := changed.draw(at[0], at[1], theme.Mono())
				for zone, z := range same {
					if was, is := cutOut(before, z), cutOut(after, z); !slices.Equal(was, is) {
						t.Errorf("%s at %v, %s: the %s was\n%s\nand is\n%s", name, at, what, zone, strings.Join(was, "\n"), strings.Join(is, "\n"))
					}
				}
				if !slices.Equal(taps(before), taps(after)) {
					t.Errorf("%s at %v, %s: the answers were %v and are %v", name, at, what, taps(before), taps(after))
				}
			}
		}
	}
}

// TestAnswersStandStill through all of a relief, in every position and for every
// muscle, where each can be hit with a thumb.
func TestAnswersStandStill(t *testing.T) {
	for _, at := range allSizes {
		var first []widget.Target
		for _, keys := range []string{"", "l", "l l", "2", "3", "s", "w", "w s", "s s", "w u", "o", "x space", "right", "left", "space", "tab"} {
			m := press(after(t, plan(t, "ease", session.Choice{}), 5*time.Second), 5*time.Second, strings.Fields(keys)...)
			list := taps(m.draw(at[0], at[1], theme.Mono()))
			if first == nil {
				first = list
			}
			if len(list) != 3 || !slices.Equal(first, list) {
				t.Errorf("at %v, after %q: %v, at first %v", at, keys, list, first)
			}
		}
		for _, tap := range first {
			if high := map[bool]int{true: 2, false: 3}[at[1] < 20]; at[1] > 8 && (tap.H < high || tap.W < 10) {
				t.Errorf("at %v: no thumb hits %v", at, tap)
			}
		}
	}
}

// TestZonesDoNotOverlap, but for the row of keys that stands where nothing is told.
func TestZonesDoNotOverlap(t *testing.T) {
	for _, kind := range [][2]bool{{false, false}, {false, true}, {true, false}, {true, true}} {
		relief := kind[0]
		for _, w := range []int{16, 24, 31, 36, 40, 45, 60, 80, 99, 100, 120, 160, 200, 250} {
			for h := 2; h <= 80; h++ {
				s := newStage(w, h, relief, kind[1])
				zones := []widget.Zone{s.route, s.word, s.where, s.count, s.pace, s.move, s.below, s.warning, s.answers, s.figure}
				if s.below.H == 0 || s.clock.Y < s.below.Y || s.clock.Y >= s.below.Y+s.below.H {
					zones = append(zones, s.clock)
				}
				taken := map[[2]int]int{}
				for i, z := range zones {
					for y := z.Y; y < z.Y+z.H; y++ {
						for x := z.X; x < z.X+z.W; x++ {
							if at, is := taken[[2]int{x, y}]; is || x < 0 || x >= w || y < 0 || y >= h {
								t.Fatalf("%dx%d, relief %v: zone %d of %v stands at %d, %d, where %d is", w, h, relief, i, zones, x, y, at)
							}
							taken[[2]int{x, y}] = i
						}
					}
				}
			}
		}
	}
}

// TestEveryPromptHasRoom on every size: what is to be done is never cut.
func TestEveryPromptHasRoom(t *testing.T) {
	choices := []session.Choice{{}}
	for _, muscle := range routines.Muscles() {
		for _, position := range routines.Positions() {
			choices = append(choices, session.Choice{Muscle: muscle, Position: position}, session.Choice{Position: position})
		}
	}
	seen := map[string]bool{}
	for _, id := range (routines.Library{}).Names() {
		r, err := routines.Library{}.Find(id)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range choices {
			p, err := session.NewPlan(r, c)
			if err != nil {
				continue // it has no such version
			}
			for _, ph := range p.Phases {
				for _, at := range allSizes {
					for _, pictured := range []bool{true, false} {
						z := newStage(at[0], at[1], p.Onset != nil, pictured).move
						if lines := widget.Wrap(ph.Prompt, z.W); len(lines) > z.H && !seen[ph.Prompt+fmt.Sprint(at)] {
							seen[ph.Prompt+fmt.Sprint(at)] = true
							t.Errorf("%s at %v: %d rows for %q", id, at, z.H, ph.Prompt)
						}
					}
				}
			}
		}
	}
}

// TestCautionsStandInAReliefsFirstSeconds, and then no more.
func TestCautionsStandInAReliefsFirstSeconds(t *testing.T) {
	p := plan(t, "ease", session.Choice{})
	for _, d := range []time.Duration{0, 9 * time.Second, 10 * time.Second} {
		for _, at := range allSizes[2:] {
			view := strings.Join(strings.Fields(ansi.Strip(after(t, p, d).draw(at[0], at[1], theme.Mono()).Content)), " ")
			for _, caution := range p.Cautions {
				if strings.Contains(view, caution) != (d < freshTime) {
					t.Errorf("%v after %v: says %q is not as it should be:\n%s", at, d, caution, view)
				}
			}
		}
	}
}

// TestEveryEmergencyIsListedOnceItGotWorse where there is room; elsewhere the
// worst are named, with the number to call.
func TestEveryEmergencyIsListedOnceItGotWorse(t *testing.T) {
	m := scenes(t)["worse"]
	for _, at := range allSizes[1:] {
		view := strings.Join(strings.Fields(ansi.Strip(m.draw(at[0], at[1], theme.Mono()).Content)), " ")
		all, listed := m.emergencies(theme.Mono()), 0
		for _, s := range all[0].sentences[1:] {
			if strings.Contains(view, s) {
				listed++
			}
		}
		list := listed == len(all[0].sentences)-1 && strings.Contains(view, "Call 112") && strings.Contains(view, "ress !")
		worst := strings.Contains(view, all[2].sentences[0])
		if !list && !(worst && (at[0] == 40 || at[0] == 60)) {
			t.Errorf("%v: %d are listed, the worst named: %v\n%s", at, listed, worst, view)
		}
	}
}

// TestCautionsOfARoutineAreTold in its first ten seconds: at once, or in turn where
// they have no room.
func TestCautionsOfARoutineAreTold(t *testing.T) {
	for _, id := range []string{"bedtime", "morning", "stretch", "warmup", "cooldown", "strengthen", "elevate", "desk", "heat"} {
		p := plan(t, id, session.Choice{})
		told := map[string]bool{}
		for s := range 10 {
			m := after(t, p, time.Duration(s)*time.Second)
			for _, at := range allSizes[2:] {
				view := strings.Join(strings.Fields(ansi.Strip(m.draw(at[0], at[1], theme.Mono()).Content)), " ")
				for _, caution := range p.Cautions {
					told[fmt.Sprint(at, caution)] = told[fmt.Sprint(at, caution)] || strings.Contains(view, caution)
				}
			}
		}
		for _, at := range allSizes[2:] {
			for _, caution := range p.Cautions {
				if !told[fmt.Sprint(at, caution)] {
					t.Errorf("%s at %v never tells %q", id, at, caution)
				}
			}
		}
	}
}

// TestAPhoneShowsItsKeysFromTheFirstFrameOn whatever is to be minded.
func TestAPhoneShowsItsKeysFromTheFirstFrameOn(t *testing.T) {
	for _, id := range []string{"bedtime", "morning", "stretch", "warmup", "cooldown", "strengthen", "elevate", "desk"} {
		for _, d := range []time.Duration{0, 3 * time.Second, 18 * time.Second} {
			for _, at := range [][2]int{{40, 12}, {45, 25}, {46, 40}} {
				f := after(t, plan(t, id, session.Choice{}), d).draw(at[0], at[1], theme.Mono())
				for key, shown := range map[string]string{"space": "space pause", "n": "→ next", "q": "q leave", "?": "? keys"} {
					tap := slices.ContainsFunc(f.Targets, func(tap widget.Target) bool { return tap.Press == key || key == "n" && tap.Press == "right" })
					if !tap || !strings.Contains(ansi.Strip(f.Content), shown) {
						t.Errorf("%s after %v at %v lacks %s:\n%s", id, d, at, shown, ansi.Strip(f.Content))
					}
				}
			}
		}
	}
}

// TestNoMarkOfTheLegStandsBesideTheWord where it would be read as a direction, as in
// BACK: the word is the same for both legs, and the mark stands with the leg's name.
func TestNoMarkOfTheLegStandsBesideTheWord(t *testing.T) {
	for _, at := range allSizes {
		views := map[routines.Side][]string{}
		for _, side := range []routines.Side{routines.Left, routines.Right} {
			m := after(t, plan(t, "massage", session.Choice{Side: side}), 20*time.Second)
			s := m.stage(at[0], at[1])
			views[side] = m.wordLines(s, theme.Mono())
			text := m.whereText(s.where.W)
			if mark := map[routines.Side]string{routines.Left: "◀ left ", routines.Right: "right "}[side]; !strings.HasPrefix(text, mark) {
				t.Errorf("at %v it says %q", at, text)
			}
			if lines := m.whereLines(s, theme.Mono()); s.size == widget.Wide && len(lines) < lettersHigh {
				t.Errorf("at %v the leg is not in block letters: %q", at, lines)
			}
		}
		if !slices.Equal(views[routines.Left], views[routines.Right]) {
			t.Errorf("at %v the words are\n%s", at, views)
		}
	}
}
