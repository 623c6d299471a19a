package player

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/session"
	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

// TestTheHero is the seconds alone under a minute, a clock above, and the count
// where a move is counted.
func TestTheHero(t *testing.T) {
	all := scenes(t)
	for scene, want := range map[string]string{"hold": "7", "prepare": "12", "raised": "9:50", "open": "8", "counted": "2/5", "same": "0"} {
		if got, _ := all[scene].hero(); got != want {
			t.Errorf("%s shows %s, not %s", scene, got, want)
		}
	}
}

// TestTheSecondsAreTwiceAsLarge as the digits of a clock, and both stand in the same
// zone. On the least screens and in a relief on a small phone both have the smallest
// digits that there are.
func TestTheSecondsAreTwiceAsLarge(t *testing.T) {
	short, long := scenes(t)["prepare"], scenes(t)["raised"]
	for _, at := range [][2]int{{45, 25}, {46, 40}, {60, 20}, {80, 24}, {100, 30}, {120, 40}, {200, 60}} {
		for _, relief := range []bool{false, true} {
			if relief && at == [2]int{45, 25} {
				continue
			}
			for _, pictured := range []bool{true, false} {
				z := newStage(at[0], at[1], relief, pictured).count
				seconds, clock := tall(short.digits(z, theme.Mono())), tall(long.digits(z, theme.Mono()))
				if clock < 5 || seconds < 2*clock {
					t.Errorf("at %v, relief %v, pictured %v: seconds are %d half rows high, a clock %d", at, relief, pictured, seconds, clock)
				}
			}
		}
	}
}

// tall is how many half rows there is something on.
func tall(lines []string) (n int) {
	for _, l := range lines {
		for _, half := range []string{"▀█▒", "▄█▒"} {
			if strings.ContainsAny(l, half) {
				n++
			}
		}
	}
	return n
}

// TestDigitsKeepTheirPlace and their size from second to second: they begin at the
// left margin, in the same row.
func TestDigitsKeepTheirPlace(t *testing.T) {
	for _, at := range allSizes {
		z := newStage(at[0], at[1], false, true).count
		for s := 15; s < 25; s++ {
			m := after(t, plan(t, "bedtime", session.Choice{}), time.Duration(s)*time.Second)
			lines := m.digits(z, theme.Mono())
			text, pattern := m.hero()
			if want := widget.BigDigits(text, pattern, z.W, z.H, widget.Solid, theme.Mono()); want != nil && len(lines) != len(want) || len(lines) > z.H {
				t.Errorf("%v: %s is %d rows high on %d", at, text, len(lines), z.H)
			}
		}
	}
}

// TestTheLastThreeSecondsLookOtherwise in every theme, by shape: the digits and
// the bar.
func TestTheLastThreeSecondsLookOtherwise(t *testing.T) {
	bedtime := plan(t, "bedtime", session.Choice{})
	for _, look := range []theme.Theme{theme.Mono(), theme.Day(theme.Surface{}), theme.Night(theme.Surface{})} {
		for _, at := range allSizes[1:] {
			s := newStage(at[0], at[1], false, true)
			of := func(left time.Duration) (digits, bar string) {
				m := after(t, bedtime, 25*time.Second-left)
				return ansi.Strip(strings.Join(m.digits(s.count, look), "\n")), ansi.Strip(strings.Join(m.paceLines(s, look), ""))
			}
			threes, bar := of(3 * time.Second)
			_, before := of(4 * time.Second)
			if plain := widget.BigDigits("3", "88", s.count.W, s.count.H, widget.Solid, theme.Mono()); threes == strings.Join(plain, "\n") {
				t.Errorf("%s at %v: the 3 looks as ever:\n%s", look.Name, at, threes)
			}
			if end := []rune(bar); strings.ContainsRune(before, end[len(end)-1]) {
				t.Errorf("%s at %v: the bar is %s, and was %s", look.Name, at, bar, before)
			}
		}
	}
}

// TestTheFigureKeepsTheBeat of what is counted: to and fro once each time.
func TestTheFigureKeepsTheBeat(t *testing.T) {
	seated := plan(t, "warmup", session.Choice{Position: routines.Seated})
	for name, p := range map[string]script{"heel raises": plan(t, "strengthen", session.Choice{}), "knee straightening": seated} {
		m := begun(t, p)
		for m.Session().Phase().Kind != session.Hold || !m.counts() {
			m = press(m, 0, "n")
		}
		var turns []float64
		for now := time.Duration(0); len(turns) < 7 && m.Session().State() == session.Running; {
			if at := m.pose().Progress; len(turns) == 0 || turns[len(turns)-1] != at && (at == 0 || at == 1) {
				turns = append(turns, at)
			}
			wait, _ := m.Wake()
			now += wait
			m = woken(m, now)
		}
		if !slices.Equal(turns, []float64{0, 1, 0, 1, 0, 1, 0}) {
			t.Errorf("%s: it stands at %v", name, turns)
		}
	}
}

// TestAnOpenStepSaysThatItCountsUp and how long it may last.
func TestAnOpenStepSaysThatItCountsUp(t *testing.T) {
	m := scenes(t)["open"]
	for _, at := range allSizes[4:6] {
		s := newStage(at[0], at[1], true, true)
		if said := ansi.Strip(strings.Join(m.paceLines(s, theme.Mono()), "")); said != "counts up · up to 1 min" {
			t.Errorf("%v: it says %q", at, said)
		}
	}
}

// TestTheRouteIsTheWholeRoutine as a line of a width, on which what is done, what
// is now, what is to come, and the legs differ by shape. It stands still in a phase.
func TestTheRouteIsTheWholeRoutine(t *testing.T) {
	m := begun(t, plan(t, "bedtime", session.Choice{}))
	for i := 0; m.Session().State() == session.Running; i++ {
		for _, cells := range []int{1, 20, 43, 76, 240} {
			line := []rune(ansi.Strip(m.route(cells, theme.Mono())))
			if now := slices.IndexFunc(line, func(r rune) bool { return strings.ContainsRune("◀▶◆", r) }); len(line) != cells || now < 0 {
				t.Errorf("phase %d on %d cells: %s", i, cells, string(line))
			} else if strings.ContainsAny(string(line[:now]), "▔▁─") || i == 3 && cells == 240 && !strings.Contains(string(line), "▔▁") {
				t.Errorf("phase %d: %s", i, string(line))
			}
		}
		m = press(m, 0, "n")
	}
	hold := func(d time.Duration) string {
		return after(t, plan(t, "bedtime", session.Choice{}), d).route(76, theme.Mono())
	}
	if hold(16*time.Second) != hold(24*time.Second) {
		t.Error("it changes within a phase")
	}
}

// TestEscapeClosesWhatIsOpen and pauses with nothing open; it never goes on, and
// never leaves.
func TestEscapeClosesWhatIsOpen(t *testing.T) {
	m := after(t, plan(t, "ease", session.Choice{}), 5*time.Second)
	for _, key := range []string{"tab", "i"} {
		m = press(m, 5*time.Second, key)
		if m.sheet != (key == "tab") || m.why != (key == "i") {
			t.Fatalf("%s opens nothing", key)
		}
		if m = press(m, 5*time.Second, "esc"); m.sheet || m.why || m.Session().State() != session.Running {
			t.Errorf("after %s, esc leads to sheet %v, why %v, %v", key, m.sheet, m.why, m.Session().State())
		}
	}
	for range 2 {
		var effect screen.Effect
		m, effect = tuitest.Press(m, env(6*time.Second), "esc")
		if m.Session().State() != session.Halted || len(effect.Requests) > 0 {
			t.Errorf("esc leads to %v and asks for %v", m.Session().State(), effect.Requests)
		}
	}
	if m = press(press(m, 7*time.Second, "tab"), 7*time.Second, "tab"); m.sheet {
		t.Error("tab closes no sheet")
	}
}

// TestTheSheetHasItsKeys on every size but the smallest, and they work without it.
func TestTheSheetHasItsKeys(t *testing.T) {
	m := press(after(t, plan(t, "ease", session.Choice{}), 5*time.Second), 5*time.Second, "tab")
	for _, at := range allSizes[1:] {
		var pressed []string
		for _, tap := range m.draw(at[0], at[1], theme.Mono()).Targets {
			pressed = append(pressed, tap.Press)
		}
		for _, key := range []string{"1", "2", "3", "4", "o", "=", "l", "t"} {
			if !slices.Contains(pressed, key) {
				t.Errorf("%v: the sheet lacks %s, it has %v", at, key, pressed)
			}
		}
	}
}

// TestACoarseTerminalGetsNoThinBlocks, which its font hasn't got.
func TestACoarseTerminalGetsNoThinBlocks(t *testing.T) {
	coarse, all := theme.For(theme.ChooseDay, false, theme.Surface{Blocks: "halves"}), scenes(t)
	for _, scene := range []string{"hold", "ending", "counted", "raised", "relief"} {
		for _, at := range allSizes {
			if view := ansi.Strip(all[scene].draw(at[0], at[1], coarse).Content); strings.ContainsAny(view, "▔▁▂▃●◉○") {
				t.Errorf("%s at %v:\n%s", scene, at, view)
			}
		}
	}
}

// TestNothingMovesAsAClockBecomesSeconds within a phase: only the digits, the bar and
// what is left of the routine are drawn otherwise.
func TestNothingMovesAsAClockBecomesSeconds(t *testing.T) {
	elevate := plan(t, "elevate", session.Choice{})
	hold := slices.IndexFunc(elevate.Phases, func(ph session.Phase) bool { return ph.Length > 2*time.Minute })
	until := elevate.Phases[hold].Length
	for _, ph := range elevate.Phases[:hold] {
		until += ph.Length
	}
	minute, seconds := after(t, elevate, until-61*time.Second), after(t, elevate, until-59*time.Second)
	if was, _ := minute.hero(); was != "1:01" || seconds.seconds() != 59 {
		t.Fatalf("the clock shows %s, then %d", was, seconds.seconds())
	}
	for _, at := range allSizes {
		s, before, after := minute.stage(at[0], at[1]), minute.draw(at[0], at[1], theme.Mono()), seconds.draw(at[0], at[1], theme.Mono())
		if s != seconds.stage(at[0], at[1]) {
			t.Errorf("at %v the zones are others", at)
		}
		for zone, z := range map[string]widget.Zone{"word": s.word, "leg": s.where, "move": s.move, "figure": s.figure, "keys": s.keys} {
			if !slices.Equal(cutOut(before, z), cutOut(after, z)) {
				t.Errorf("at %v the %s moves:\n%s", at, zone, ansi.Strip(after.Content))
			}
		}
	}
}
