package week

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/plan"
	"uncramp/coach/stats"
	"uncramp/coach/theme"
	"uncramp/coach/tui/daygrid"
	"uncramp/coach/tui/widget"
)

// lines are a screen's, as plain text.
func lines(s widget.Frame) []string { return strings.Split(ansi.Strip(s.Content), "\n") }

// said is all that stands on a screen, its spaces single.
func said(s widget.Frame) string { return strings.Join(strings.Fields(ansi.Strip(s.Content)), " ") }

// told is what a screen says of the row under the cursor.
func told(m Model) string {
	z := m.zones().about
	var words []string
	for _, l := range lines(m.draw(m.w, m.h, theme.Mono()))[z.Y : z.Y+z.H] {
		words = append(words, strings.Fields(ansi.Cut(l, z.X, z.X+z.W))...)
	}
	return strings.Join(words, " ")
}

// few is a week in which something was done, on 80 by 24 cells.
func few() Model { return shown(some(sunday(), 3), [2]int{80, 24}) }

func TestEnterStartsTheRoutineOfTheRow(t *testing.T) {
	for row, want := range map[int]string{waking: "morning", before: "warmup", after: "cooldown", bedtime: stats.Bedtime, water: ""} {
		if _, wish := press(few().chosen(row), "enter"); wish.Start != want || wish.Glasses != nil || wish.Leave {
			t.Errorf("row %d: %+v, want %q to start", row, wish, want)
		}
	}
}

// TestNothingStartsAtARedFlag from no row, by no key; and it is said why.
func TestNothingStartsAtARedFlag(t *testing.T) {
	for _, size := range sizes() {
		for row := range plan.Items() {
			m := shown(some(sunday(), 3), size).behindAFlag().chosen(row)
			for _, k := range strings.Fields("enter + - = _ up down left right k j h l s b w n 1 ! ?") {
				if _, wish := press(m, k); wish.Start != "" {
					t.Errorf("%s starts %s from row %d", k, wish.Start, row)
				}
			}
			frame := m.draw(size[0], size[1], theme.Mono())
			for _, tap := range frame.Targets {
				if tap.Press == "enter" {
					t.Errorf("%v, row %d: a tap is enter", size, row)
				}
			}
			text := said(frame)
			if why := strings.Contains(text, "You reported a warning sign"); why != (row != water) || strings.Contains(text, "starts") || strings.Contains(text, "enter") {
				t.Errorf("%v, row %d: %s", size, row, text)
			}
			if strings.Contains(text, "‹○") || strings.Contains(text, "‹ ○") {
				t.Errorf("%v: something is due\n%s", size, text)
			}
		}
	}
}

func TestGlassesAreCounted(t *testing.T) {
	for _, tt := range []struct {
		from int
		keys []string
		want int // the number that is wished for last; -1: none
		now  int
		sign string
	}{
		{3, []string{"+"}, 4, 4, "‹▪4▪›"}, {3, []string{"-"}, 2, 2, "‹▪2▪›"}, {5, []string{"+"}, 6, 6, "‹█6█›"}, {6, []string{"+"}, 7, 7, "‹█7█›"}, {7, []string{"-"}, 6, 6, "‹█6█›"},
		{6, []string{"-"}, 5, 5, "‹▪5▪›"}, {1, []string{"-"}, 0, 0, "‹ ○ ›"}, {0, []string{"-"}, -1, 0, "‹ ○ ›"}, {0, []string{"-", "-", "+"}, 1, 1, "‹▪▪▪›"},
		{98, []string{"+"}, 99, 99, "‹█+█›"}, {99, []string{"+"}, -1, 99, "‹█+█›"}, {120, []string{"-"}, 98, 98, "‹█+█›"}, {-4, []string{"+"}, 1, 1, "‹▪▪▪›"},
		{3, []string{"right", "+", "right"}, 6, 6, "‹█6█›"}, {3, []string{"left", "-", "left"}, 0, 0, "‹ ○ ›"}, {3, []string{"up", "+"}, -1, 3, "‹▪3▪›"},
	} {
		m, wish := press(few().withGlasses(tt.from).chosen(water), tt.keys...)
		got := -1
		if wish.Glasses != nil {
			got = *wish.Glasses
		}
		if got != tt.want || m.glasses() != tt.now || wish.Start != "" || wish.Leave {
			t.Errorf("%d, then %v: %d is wished for, %d are shown, want %d and %d", tt.from, tt.keys, got, m.glasses(), tt.want, tt.now)
		}
		view := lines(m.draw(80, 24, theme.Mono()))
		if i := slices.IndexFunc(view, func(l string) bool { return strings.Contains(l, "Glasses of water ") }); i < 0 || !strings.Contains(view[i], tt.sign) {
			t.Errorf("%d, then %v: no %s in\n%s", tt.from, tt.keys, tt.sign, strings.Join(view, "\n"))
		}
	}
}

// TestOnlyWaterIsCounted by hand.
func TestOnlyWaterIsCounted(t *testing.T) {
	for _, row := range []int{waking, before, after, bedtime} {
		for _, k := range []string{"+", "-", "right", "left"} {
			if m, wish := press(few().chosen(row), k); wish != (wishes{}) || m.glasses() != 3 {
				t.Errorf("%s on row %d: %+v, %d glasses", k, row, wish, m.glasses())
			}
		}
	}
}

// TestWaterIsToldForWhatItIs: our own number, and no advice to who was given
// another.
func TestWaterIsToldForWhatItIs(t *testing.T) {
	for _, size := range sizes() {
		text := told(shown(some(sunday(), 3), size).chosen(water))
		want := []string{"3 of 6 glasses today", "doctor's word goes"}
		if size[0] > 24 {
			want = append(want, "default", "source", "limit")
		}
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("%v: no %q in %s", size, w, text)
			}
		}
	}
	items := plan.Items()
	if items[water].ID != plan.Water || items[water].Times != 6 {
		t.Error("the words say six, the item says otherwise")
	}
}

// TestModelsAreValues steps on from one model in two ways.
func TestModelsAreValues(t *testing.T) {
	m := few().chosen(water)
	more, _ := press(m, "+")
	less, _ := press(m, "-")
	if m.glasses() != 3 || more.glasses() != 4 || less.glasses() != 2 {
		t.Errorf("they count %d, %d and %d", m.glasses(), more.glasses(), less.glasses())
	}
}

func TestAnotherWeekKeepsTheCursor(t *testing.T) {
	m, _ := press(few().chosen(water), "+", "+")
	m = m.withWeek(some(midnight(), 1))
	if m.cursor != water || m.glasses() != 1 {
		t.Errorf("row %d, %d glasses", m.cursor, m.glasses())
	}
	if m = m.withWeek(plan.Weekly{}); m.cursor != 0 || strings.Contains(said(m.draw(80, 24, theme.Mono())), "Glasses") {
		t.Errorf("of no week row %d is shown", m.cursor)
	}
}

func TestCursor(t *testing.T) {
	for _, tt := range []struct {
		keys []string
		want int
	}{
		{nil, waking}, {[]string{"up"}, waking}, {[]string{"down", "j", "k"}, before}, {slices.Repeat([]string{"down"}, 4), water}, {append(slices.Repeat([]string{"j"}, 5), "up"), bedtime},
	} {
		if m, wish := press(few(), tt.keys...); m.cursor != tt.want || wish != (wishes{}) {
			t.Errorf("%v leads to %d, %+v", tt.keys, m.cursor, wish)
		}
	}
}

func TestLeaving(t *testing.T) {
	for _, tt := range []struct {
		keys []string
		want bool
	}{
		{[]string{"q"}, true}, {[]string{"esc"}, true}, {[]string{"down", "x"}, false},
	} {
		if _, wish := press(few(), tt.keys...); wish.Leave != tt.want {
			t.Errorf("%v leaves: %v", tt.keys, wish.Leave)
		}
	}
}

func TestHelpNamesEveryKey(t *testing.T) {
	m := few().chosen(water)
	page, _ := widget.KeyPage(widget.GroupKeys(m.Keys()), 0, 80, 24, theme.Mono())
	text := said(page)
	for _, want := range []string{
		"↑↓ choose", "enter start the routine", "+ a glass more", "− a glass less", "! go through the red flags", "? this page of keys", "q leave",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %s", want, text)
		}
	}
}

func TestANoticeGoesWithTheNextKey(t *testing.T) {
	const notice = "The glass is not kept."
	m := few().noticed(notice)
	for _, size := range sizes() {
		if text := said(m.draw(size[0], size[1], theme.Mono())); !strings.Contains(text, notice) {
			t.Errorf("%v: no notice in %s", size, text)
		}
	}
	if m, _ = press(m, "down"); strings.Contains(said(m.draw(80, 24, theme.Mono())), notice) {
		t.Error("it stays")
	}
}

// TestAResizeKeepsWhatMatters in sight: the row, and how to leave.
func TestAResizeKeepsWhatMatters(t *testing.T) {
	m := few()
	for _, size := range slices.Concat(sizes(), [][2]int{{120, 6}, {24, 40}, {60, 8}, {32, 12}}) {
		m = m.sized(size)
		for row, r := range m.week.Rows {
			text := said(m.chosen(row).draw(size[0], size[1], theme.Mono()))
			full, brief := "▌ "+label(r.Item, false), "▌ "+label(r.Item, true)
			if !strings.Contains(text, full) && !strings.Contains(text, brief) || !strings.Contains(text, "q leave") {
				t.Errorf("%v: no row %s, or no way out: %s", size, r.Item.ID, text)
			}
			if text := told(m.chosen(row)); row != water && !strings.Contains(text, "Enter starts it") {
				t.Errorf("%v: nothing says what to do: %s", size, text)
			}
		}
	}
}

// TestNothingJumps as the cursor moves.
func TestNothingJumps(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {40, 24}, {80, 24}, {120, 40}} {
		for _, m := range []Model{shown(some(sunday(), 3), size), shown(some(midnight(), 3), size), shown(some(sunday(), 3), size).behindAFlag()} {
			for row, r := range m.week.Rows {
				want := -1
				for at := range m.week.Rows {
					view := lines(m.chosen(at).draw(size[0], size[1], theme.Mono()))
					y := slices.IndexFunc(view, func(l string) bool { return strings.Contains(l, label(r.Item, size[0] <= 40)+" ") })
					if at == 0 {
						want = y
					}
					if y != want || y < 0 {
						t.Errorf("%v: with the cursor on %d, row %d stands on line %d, before on %d", size, at, row, y, want)
					}
				}
			}
		}
	}
}

// TestWhatIsTappedIsWhatIsShown looks at what stands at every target.
func TestWhatIsTappedIsWhatIsShown(t *testing.T) {
	for _, size := range sizes() {
		for row := range plan.Items() {
			m := shown(some(sunday(), 3), size).chosen(row)
			frame := m.draw(size[0], size[1], theme.Mono())
			view := lines(frame)
			tapped := map[string]int{} // the highest target of a key
			for _, tap := range frame.Targets {
				var there strings.Builder
				for y := range tap.H {
					there.WriteString(ansi.Cut(view[tap.Y+y], tap.X, tap.X+tap.W) + " ")
				}
				want := tap.Press
				switch tap.Press {
				case "":
					want = m.week.Rows[tap.Row].Item.Name
					if size[0] <= 40 {
						want = m.week.Rows[tap.Row].Item.Short
					}
				case "-":
					want = "−"
				case "up", "pgup":
					want = "↑"
				case "down", "pgdown":
					want = "↓"
				}
				if text := strings.Join(strings.Fields(there.String()), " "); !strings.Contains(strings.ToLower(text), strings.ToLower(want)) {
					t.Errorf("%v, row %d: %+v is %q", size, row, tap, text)
				}
				tapped[tap.Press] = max(tapped[tap.Press], tap.H)
			}
			key, high := "enter", 2
			if row == water {
				key, high = "+", 3
			}
			if size[0] == 24 && row == water {
				high = 1
			}
			if tapped[key] < high || row == water && tapped["-"] < high || tapped["q"] == 0 {
				t.Errorf("%v, row %d: the targets are %v high", size, row, tapped)
			}
		}
	}
}

// TestATapCountsAGlass wherever the sign is shown.
func TestATapCountsAGlass(t *testing.T) {
	for _, size := range sizes() {
		m := shown(some(sunday(), 3), size).chosen(water)
		frame := m.draw(size[0], size[1], theme.Mono())
		for sign, want := range map[string]int{"+": 4, "−": 2} {
			found := 0
			for y, line := range lines(frame) {
				before, _, ok := strings.Cut(line, sign)
				if !ok {
					continue
				}
				found++
				tap, _ := frame.At(ansi.StringWidth(before), y)
				if _, wish := press(m, tap.Press); wish.Glasses == nil || *wish.Glasses != want {
					t.Errorf("%v: a tap on %s, line %d, is %+v", size, sign, y, wish)
				}
			}
			if found == 0 {
				t.Errorf("%v: no %s is shown", size, sign)
			}
		}
	}
}

// TestShapeTellsTheStates: no two squares are alike, and the legend names each.
func TestShapeTellsTheStates(t *testing.T) {
	m, look := few(), theme.Mono()
	seen := map[string]plan.State{}
	for _, state := range []plan.State{plan.Empty, plan.Partly, plan.Done, plan.Due, plan.Ahead} {
		sign := daygrid.Square(plan.Cell{State: state, Times: 1}, m.week.Rows[bedtime].Item.Times, look).Fill
		if other, ok := seen[sign]; ok || ansi.StringWidth(sign) != 1 && state != plan.Ahead { // that one is blank
			t.Errorf("%q is the sign of %d and of %d", sign, state, other)
		}
		seen[sign] = state
		for _, size := range [][2]int{{45, 25}, {80, 24}, {120, 40}} {
			room := m.sized(size).zones().legend.W
			if text := ansi.Strip(m.cramped().legend(room, look)); !strings.Contains(text, sign) || ansi.StringWidth(text) > room {
				t.Errorf("on %v the legend is %q", size, text)
			}
		}
	}
}

// TestCrampsStandInTheGrid under the evening of their night, with their number and
// by how bad the worst was.
func TestCrampsStandInTheGrid(t *testing.T) {
	for size, want := range map[[2]int]string{{40, 12}: "░░▒▒·2▓2█··", {80, 24}: "░░░▒▒▒·▓2▓█2█··"} {
		view := lines(few().cramped().sized(size).draw(size[0], size[1], theme.Mono()))
		i := slices.IndexFunc(view, func(l string) bool { return strings.Contains(l, crampsWord) })
		if i < 0 || !strings.HasSuffix(strings.Join(strings.Fields(view[i]), ""), want) {
			t.Errorf("%v: the cramps are not %s in\n%s", size, want, strings.Join(view, "\n"))
		}
	}
}

// TestEveryItemHasItsWords so that none stands without a word.
func TestEveryItemHasItsWords(t *testing.T) {
	for _, item := range plan.Items() {
		if about := abouts[item.ID]; (len(item.Routines) > 0) != (about != "") {
			t.Errorf("%s: %q", item.ID, about)
		}
	}
}

// TestTodayIsMarked in its column, and the night that lasts in that of its evening.
func TestTodayIsMarked(t *testing.T) {
	view := lines(shown(some(midnight(), 0), [2]int{80, 24}).draw(80, 24, theme.Mono()))
	place := func(row, text string) int {
		for _, l := range view {
			if strings.Contains(l, row) && strings.Contains(l, text) {
				return ansi.StringWidth(l[:strings.Index(l, text)])
			}
		}
		t.Fatalf("no %s with %s in\n%s", row, text, strings.Join(view, "\n"))
		return 0
	}
	today, yesterday := place("Tue", "Mon"), place("Tue", "Sun")
	if place("Before you stand up", "‹") != today-1 || place("Bedtime stretch", "‹ ○ ›") != yesterday-1 || strings.Contains(view[6], "›  ·") {
		t.Errorf("today is at %d:\n%s", today, strings.Join(view, "\n"))
	}
}

// TestTheRowOfTheProgrammeStartsIt and says what it is.
func TestTheRowOfTheProgrammeStartsIt(t *testing.T) {
	for _, size := range sizes() {
		m := shown(some(sunday(), 3), size).following("strengthen", 6).chosen(len(plan.Items()))
		if _, wish := press(m, "enter"); wish.Start != "strengthen" || !strings.Contains(told(m), "Enter starts it, ") {
			t.Errorf("on %v enter starts %q; it says %s", size, wish.Start, told(m))
		}
	}
}
