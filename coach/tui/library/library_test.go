package library

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"uncramp/assets"
	cards "uncramp/coach/library"
	"uncramp/coach/text"
	"uncramp/coach/theme"
	"uncramp/coach/tui/tuitest"
	"uncramp/coach/tui/widget"
)

// taught is the shelf the program carries.
func taught(t testing.TB) cards.Library {
	t.Helper()
	s, err := cards.Load(assets.Articles)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func shelves(t *testing.T) map[string]cards.Library {
	t.Helper()
	return map[string]cards.Library{"small": small(), "taught": taught(t)}
}

func ids(list []cards.Card) (out []string) {
	for _, c := range list {
		out = append(out, c.ID)
	}
	return out
}

// shown is the screen as plain text, its spaces single.
func shown(m Model) string {
	return strings.Join(strings.Fields(ansi.Strip(m.draw(m.w, m.h, theme.Mono()).Content)), " ")
}

func TestSearchAsOneTypes(t *testing.T) {
	tests := []struct {
		typed string
		want  []string
	}{
		{"mag", []string{"magnesium"}},
		{"charley", []string{"cramp"}},
		{"pale urine", []string{"fluid"}},
		{"m water", []string{"medicine", "fluid"}},
		{"zinc", nil},
		{"  ", ids(small().Cards)},
	}
	for _, tt := range tests {
		m := after(shelved(small(), nil, 80, 24), letters(tt.typed)...)
		if got := ids(m.found); !slices.Equal(got, tt.want) {
			t.Errorf("%q finds %v, want %v", tt.typed, got, tt.want)
		}
	}
}

// TestEveryLetterIsALetter of the search, in the list and nowhere else.
func TestEveryLetterIsALetter(t *testing.T) {
	for _, k := range strings.Split("abcdefghijklmnopqrstuvwxyz0123456789", "") {
		m, wish := press(shelved(small(), nil, 80, 24), k)
		if m.search.Value() != k || wish != (wishes{}) {
			t.Errorf("%s: the search is %q, the wish %+v", k, m.search.Value(), wish)
		}
		if m := after(shelved(small(), nil, 80, 24).openAt("fluid"), k); m.search.Value() != "" {
			t.Errorf("%s is typed into the search from a card", k)
		}
	}
	for _, k := range []string{"!", "?"} {
		if m := after(shelved(small(), nil, 80, 24), k); m.search.Value() != "" {
			t.Errorf("%s is typed into the search", k)
		}
	}
}

// TestASlashBeginsASearch, as at home; within one it is a letter.
func TestASlashBeginsASearch(t *testing.T) {
	m := shelved(taught(t), nil, 80, 24)
	if m, _ = press(m, "/"); m.search.Value() != "" {
		t.Errorf("/ is searched for: %q", m.search.Value())
	}
	if m, _ = press(m, "a", "/"); m.search.Value() != "a/" {
		t.Errorf("a, then /, searches for %q", m.search.Value())
	}
}

func TestNothingFoundIsSaid(t *testing.T) {
	for _, s := range append(sizes(), [2]int{24, 6}) {
		m, wish := press(shelved(small(), nil, s[0], s[1]), append(letters("zinc"), "down", "enter", "pgdown", "end")...)
		if text := shown(m); !strings.Contains(text, "Nothing found for “zinc”. Press esc to see all.") || wish != (wishes{}) {
			t.Errorf("%v: %+v\n%s", s, wish, text)
		}
	}
}

func TestEscClearsThenLeaves(t *testing.T) {
	m, wish := press(shelved(small(), nil, 80, 24), append(letters("tablets"), "down", "esc")...)
	if c, _ := m.current(); m.search.Value() != "" || len(m.found) != len(small().Cards) || c.ID != "magnesium" || wish.Leave {
		t.Errorf("the search is %q, the cursor on %s, the wish %+v", m.search.Value(), c.ID, wish)
	}
	if _, wish = press(m, "esc"); !wish.Leave {
		t.Error("esc does not leave")
	}
}

// TestModelsAreValues types on from one model in two ways.
func TestModelsAreValues(t *testing.T) {
	m := after(shelved(small(), nil, 80, 24), letters("mag")...)
	a, b := after(m, "n"), after(m, "i")
	inside := after(m, "left")
	c := after(inside, "backspace", "e")
	for _, tt := range []struct{ got, want string }{
		{m.search.Value(), "mag"}, {a.search.Value(), "magn"}, {b.search.Value(), "magi"}, {inside.search.Value(), "mag"}, {c.search.Value(), "meg"},
	} {
		if tt.got != tt.want {
			t.Errorf("a search is %q, want %q", tt.got, tt.want)
		}
	}
	open := shelved(small(), nil, 40, 12).openAt("fluid")
	_ = after(open, "down", "down", "y", "3")
	if open.trail[0].scroll != 0 || len(open.trail) != 1 || len(open.ticked) != 0 {
		t.Errorf("a model that was stepped on changed: %+v, %v", open.trail, open.ticked)
	}
}

func TestCursor(t *testing.T) {
	last := len(small().Cards) - 1
	for _, tt := range []struct {
		keys []string
		want int
	}{
		{[]string{"up"}, 0}, {[]string{"down", "down", "up"}, 1}, {[]string{"pgdown"}, widget.PageRows}, {[]string{"pgdown", "pgdown"}, last},
		{[]string{"end"}, last}, {[]string{"end", "down"}, last}, {[]string{"end", "pgup"}, last - widget.PageRows}, {[]string{"end", "home"}, 0},
	} {
		if m := after(shelved(small(), nil, 80, 24), tt.keys...); m.cursor != tt.want {
			t.Errorf("%v leads to %d, want %d", tt.keys, m.cursor, tt.want)
		}
	}
}

// TestLinksLeadThereAndBack to where the card was left, and in the end to the
// row of the list it was opened from.
func TestLinksLeadThereAndBack(t *testing.T) {
	m := after(shelved(small(), nil, 40, 12), "down", "down", "enter", "down", "down", "3")
	if c, _ := m.current(); c.ID != "magnesium" {
		t.Fatalf("the link leads to %s", c.ID)
	}
	m = after(m, "1") // back to the card, by a link
	if c, _ := m.current(); c.ID != "fluid" || len(m.trail) != 3 || m.trail[2].scroll != 0 {
		t.Fatalf("the link leads to %s, %+v", c.ID, m.trail)
	}
	m = after(m, "left", "esc")
	if c, _ := m.current(); c.ID != "fluid" || len(m.trail) != 1 || m.trail[0].scroll != 2 {
		t.Fatalf("back is %s, %+v", c.ID, m.trail)
	}
	m, wish := press(m, "esc")
	if !m.listed() || m.cursor != 2 || wish.Leave {
		t.Errorf("back is row %d, %+v", m.cursor, wish)
	}
}

func TestLinksStartRoutines(t *testing.T) {
	for k, want := range map[string]string{"1": "bedtime", "2": "warmup", "3": "", "9": ""} {
		if _, wish := press(shelved(small(), nil, 80, 24).openAt("fluid"), k); wish.Start != want {
			t.Errorf("%s starts %q, want %q", k, wish.Start, want)
		}
	}
}

// TestNoWayToARoutine where one waits, or a red flag stands: from no card, by no
// number.
func TestNoWayToARoutine(t *testing.T) {
	for name, shelf := range shelves(t) {
		for _, s := range [][2]int{{40, 12}, {120, 40}} {
			for way, m := range map[string]Model{"from a routine": shelved(shelf, nil, s[0], s[1]).overARoutine(), "barred": shelved(shelf, nil, s[0], s[1]).behindAFlag()} {
				for _, c := range shelf.Cards {
					open := m.openAt(c.ID)
					for k := range 9 {
						if _, wish := press(open, fmt.Sprint(k+1)); wish.Start != "" {
							t.Errorf("%s, %s: %s starts %s", name, way, c.ID, wish.Start)
						}
					}
					frame := open.draw(s[0], 200, theme.Mono())
					text := strings.Join(strings.Fields(ansi.Strip(frame.Content)), " ")
					if strings.Contains(text, "Start:") {
						t.Errorf("%s, %s: %s offers a routine", name, way, c.ID)
					}
					if why := strings.Contains(text, "You reported a warning sign"); way == "barred" && s[0] < wideColumns && why != (len(c.Routines) > 0) {
						t.Errorf("%s: %s says why: %v", name, c.ID, why)
					}
				}
			}
		}
	}
}

func TestFromARoutineLeavingTheFirstCardLeaves(t *testing.T) {
	m := shelved(small(), nil, 120, 40).openAt("fluid").overARoutine()
	for _, k := range []string{"esc", "left"} {
		if _, wish := press(m, k); !wish.Leave {
			t.Errorf("%s does not leave", k)
		}
		if back, wish := press(m, "1", k); wish.Leave || len(back.trail) != 1 {
			t.Errorf("%s leaves from the second card: %+v", k, wish)
		}
	}
}

func TestTicks(t *testing.T) {
	card := shelved(small(), []string{"exercise"}, 80, 24).openAt("fluid")
	m, wish := press(card, "y")
	if wish.Tick == nil || *wish.Tick != (Tick{"fluid", true}) || !strings.Contains(shown(m), "[x] I often drink too little, or sweat a lot This applies to me: yes. This is not a diagnosis.") {
		t.Errorf("a: %+v\n%s", wish.Tick, shown(m))
	}
	m, wish = press(m, "y")
	if wish.Tick == nil || *wish.Tick != (Tick{"fluid", false}) || !strings.Contains(shown(m), "[ ] I often drink too little, or sweat a lot This applies to me: no.") {
		t.Errorf("a again: %+v\n%s", wish.Tick, shown(m))
	}
	if _, wish = press(shelved(small(), nil, 80, 24).openAt("drinks"), "y"); wish.Tick != nil {
		t.Errorf("what is no cause is ticked: %+v", wish.Tick)
	}
}

// TestTicksWithoutACauseAreNotCounted: the diary can hold one of a card that is
// gone, and one of a card that is no cause.
func TestTicksWithoutACauseAreNotCounted(t *testing.T) {
	m, _ := press(shelved(small(), []string{"gone", "fluid", "drinks"}, 80, 24), "tab")
	if !strings.Contains(shown(m), " 1 ticked") || strings.Count(shown(m), "[x]") != 1 {
		t.Errorf("of one box it says\n%s", shown(m))
	}
}

func TestCheckList(t *testing.T) {
	for _, opens := range []string{"tab", "ctrl+t"} {
		for _, toggles := range []string{"space", "enter"} {
			m, wish := press(shelved(small(), nil, 80, 24), opens, "down", toggles)
			if wish.Tick == nil || *wish.Tick != (Tick{"sitting", true}) {
				t.Errorf("%s %s: %+v", opens, toggles, wish.Tick)
			}
			m, wish = press(m, toggles)
			if wish.Tick == nil || *wish.Tick != (Tick{"sitting", false}) {
				t.Errorf("%s %s twice: %+v", opens, toggles, wish.Tick)
			}
			if m, wish = press(m, "up", "up", "end", "pgup", "esc"); !m.listed() || wish.Leave {
				t.Errorf("esc: %+v", wish)
			}
		}
	}
}

// TestTickedCausesComeFirst of their group; the cursor stays with its card.
func TestTickedCausesComeFirst(t *testing.T) {
	m := after(shelved(small(), nil, 80, 24), "down", "down", "down")
	before, _ := m.current()
	m = m.withTicked([]string{"medicine"})
	now, _ := m.current()
	if got := ids(m.found)[2:4]; !slices.Equal(got, []string{"medicine", "fluid"}) || before.ID != now.ID {
		t.Errorf("the list goes on %v, the cursor from %s to %s", got, before.ID, now.ID)
	}
}

// TestATickNeverStandsAlone: where one can be set, it is said that it is no
// diagnosis.
func TestATickNeverStandsAlone(t *testing.T) {
	for name, shelf := range shelves(t) {
		for _, w := range []int{24, 40, 80, 120} {
			for _, h := range []int{6, 8, 9, 12, 16, 40} {
				m := shelved(shelf, nil, w, h)
				for _, c := range shelf.Causes() {
					open := m.openAt(c.ID)
					if _, wish := press(open, "y"); wish.Tick != nil && !strings.Contains(cardText(open, c), "This is not a diagnosis.") {
						t.Errorf("%s, %s at %dx%d:\n%s", name, c.ID, w, h, ansi.Strip(open.draw(w, h, theme.Mono()).Content))
					}
				}
				if text := shown(after(m, "tab")); !strings.Contains(text, "diagnosis.") {
					t.Errorf("%s, the check-list at %dx%d: %s", name, w, h, text)
				}
			}
		}
	}
}

// cardText is what of a card is on the screen, without the list beside it.
func cardText(m Model, c cards.Card) string {
	var lines []string
	for _, l := range m.card(c).Lines {
		lines = append(lines, strings.Fields(ansi.Strip(l))...)
	}
	return strings.Join(lines, " ")
}

// TestEveryLineIsRead pages through every card: nothing of it is cut, nothing
// is wider than can be read, and nothing is left out.
func TestEveryLineIsRead(t *testing.T) {
	for name, shelf := range shelves(t) {
		for _, s := range append(sizes(), [2]int{24, 6}, [2]int{100, 12}) {
			for _, c := range shelf.Cards {
				m := shelved(shelf, nil, s[0], s[1]).openAt(c.ID)
				col := m.column(c)
				seen := map[string]bool{}
				for at := -1; m.trail[0].scroll > at; m = after(m, "space") {
					at = m.trail[0].scroll
					for _, l := range m.card(c).Lines {
						plain := ansi.Strip(l)
						seen[strings.TrimSpace(plain)] = true
						if ansi.StringWidth(plain) > widget.TextColumns || strings.Contains(plain, "…") {
							t.Fatalf("%s, %s at %v: %q", name, c.ID, s, plain)
						}
					}
				}
				for _, l := range append(col.top, col.body...) {
					if !seen[strings.TrimSpace(l.lead+l.text+l.end)] {
						t.Fatalf("%s, %s at %v: %q is never shown", name, c.ID, s, l.lead+l.text)
					}
				}
				if m = after(m, "home"); m.trail[0].scroll != 0 {
					t.Errorf("home leads to %d", m.trail[0].scroll)
				}
			}
		}
	}
}

// TestTheRowIsInSight goes down the list and the check-list, and says how to
// leave all the way.
func TestTheRowIsInSight(t *testing.T) {
	for name, shelf := range shelves(t) {
		for _, s := range [][2]int{{24, 6}, {40, 12}, {120, 40}} {
			list := shelved(shelf, nil, s[0], s[1])
			for _, c := range shelf.Cards {
				if text := ansi.Strip(list.draw(s[0], s[1], theme.Mono()).Content); !strings.Contains(text, "▌ "+firstWord(c.Name)) || !strings.Contains(text, "esc leave") {
					t.Fatalf("%s at %v: no row of %s:\n%s", name, s, c.ID, text)
				}
				list = after(list, "down")
			}
			causes := after(shelved(shelf, nil, s[0], s[1]), "tab")
			for _, c := range shelf.Causes() {
				if text := ansi.Strip(causes.draw(s[0], s[1], theme.Mono()).Content); !strings.Contains(text, "▌ [ ] "+firstWord(c.Cause)) || !strings.Contains(text, "esc back") {
					t.Fatalf("%s at %v: no row of %s:\n%s", name, s, c.ID, text)
				}
				causes = after(causes, "down")
			}
		}
	}
}

// TestTaps presses every place that can be tapped, on every screen.
func TestTaps(t *testing.T) {
	for _, s := range append(sizes(), [2]int{24, 6}) {
		for name, m := range scenes(t, s[0], s[1]) {
			frame := m.draw(s[0], s[1], theme.Mono())
			lines := strings.Split(ansi.Strip(frame.Content), "\n")
			for _, tap := range frame.Targets {
				part := ansi.Cut(lines[tap.Y], tap.X, tap.X+tap.W)
				where := fmt.Sprintf("%s at %v: %+v on %q", name, s, tap, part)
				switch n := strings.TrimSpace(part); {
				case tap.Press == "":
					tapped, wish := press(m.chosen(tap.Row), "enter")
					if c, _ := tapped.current(); !m.ticking && (len(tapped.trail) != 1 || !begins(rowText(lines, tap), c.Name)) {
						t.Errorf("%s opens %s", where, c.ID)
					}
					if m.ticking && (wish.Tick == nil || !begins(rowText(lines, tap), "[")) {
						t.Errorf("%s ticks %+v", where, wish.Tick)
					}
				case len(tap.Press) == 1 && tap.Press >= "1" && tap.Press <= "9":
					tapped, wish := press(m, tap.Press)
					if wish.Start == "" && len(tapped.trail) != len(m.trail)+1 {
						t.Errorf("%s leads nowhere", where)
					}
				case tap.H == 1 && n == "":
					t.Errorf("%s: nothing stands there", where)
				}
			}
		}
	}
}

// rowText is the row a tap is on, from its first line.
func rowText(lines []string, tap widget.Target) string {
	for y := tap.Y; y >= 0; y-- {
		row := strings.ReplaceAll(ansi.Cut(lines[y], tap.X, tap.X+tap.W), "▌", " ")
		if !strings.HasPrefix(row, "    ") {
			return strings.TrimLeft(row, " ")
		}
	}
	return ""
}

// begins reports whether a text begins with the first word of another.
func begins(a, b string) bool { return strings.HasPrefix(strings.TrimSpace(a), firstWord(b)) }

func firstWord(s string) string {
	first, _, _ := strings.Cut(s, " ")
	return first
}

// TestAPreviewOpensByATap: its links do nothing yet, for their keys are letters.
func TestAPreviewOpensByATap(t *testing.T) {
	m := after(shelved(small(), nil, 120, 40), "down", "down")
	tap, ok := m.draw(120, 40, theme.Mono()).At(70, 20)
	if !ok || tap.Press != "enter" {
		t.Fatalf("at the preview stands %+v", tap)
	}
	if open := after(m, tap.Press); len(open.trail) != 1 || open.trail[0].card.ID != "fluid" {
		t.Errorf("the tap opens %+v", open.trail)
	}
}

func TestResize(t *testing.T) {
	m := after(shelved(small(), nil, 40, 12).openAt("fluid"), "end")
	if m.trail[0].scroll == 0 {
		t.Fatal("the card is not scrolled")
	}
	wide := m.size(200, 60)
	if text := shown(wide); !strings.Contains(text, "Muscles that lack water") || !strings.Contains(text, "Prevention Techniques") || !strings.Contains(text, "What happens there") {
		t.Errorf("wide:\n%s", text)
	}
	if up := after(wide, "up").size(40, 12); up.trail[0].scroll != 0 {
		t.Errorf("up leads to line %d, though all of it was in sight", up.trail[0].scroll)
	}
	if text := shown(m.size(80, 24)); !strings.Contains(text, "more above ↑") || strings.Contains(text, "below") {
		t.Errorf("80x24:\n%s", text)
	}
}

func TestAPasteIsOnlyText(t *testing.T) {
	m, _ := tuitest.Tell(shelved(small(), nil, 80, 24), tuitest.Env(), tea.PasteMsg{Content: " ma\x1b[31m\u202eg\n"})
	if got := m.search.Value(); strings.ContainsFunc(got, text.Hidden) || got != "ma[31mg " {
		t.Errorf("the search holds %q", got)
	}
}

func TestAnUnknownCardIsNotOpened(t *testing.T) {
	if m := shelved(small(), nil, 80, 24).openAt("zinc"); !m.listed() {
		t.Errorf("%+v is open", m.trail)
	}
}

func TestANoticeGoesWithTheNextKey(t *testing.T) {
	m := shelved(small(), nil, 80, 24).noticed("The tick is not kept.")
	if !strings.Contains(shown(m), "The tick is not kept.") || strings.Contains(shown(after(m, "down")), "The tick is not kept.") {
		t.Error("the notice is not shown, or stays")
	}
}

func TestMarks(t *testing.T) {
	style := theme.Mono().Text
	on := func(s string) string { return style.Underline(true).Render(s) }
	for _, tt := range []struct {
		text  string
		words []string
		want  string
	}{
		{"Magnesium", []string{"mag"}, on("Mag") + "nesium"},
		{"It is more magnesium", []string{"mag", "more"}, "It is " + on("more") + " " + on("mag") + "nesium"},
		{"ÄRGER", []string{"är"}, on("ÄR") + "GER"},
		{"nothing", []string{"mag"}, "nothing"},
		{"aaa", []string{"aa"}, on("aaa")},
	} {
		if got := marked(tt.text, tt.words, style); got != tt.want {
			t.Errorf("%q with %v is %q, want %q", tt.text, tt.words, got, tt.want)
		}
	}
}

func TestCut(t *testing.T) {
	for _, tt := range []struct {
		s     string
		words []string
		w     int
		want  string
	}{
		{"Short enough.", nil, 13, "Short enough."},
		{"It is cut between words.", nil, 12, "It is cut…"},
		{"It is cut between words.", []string{"word"}, 12, "…words."},
		{"It is cut between words.", []string{"word"}, 16, "…between words."},
		{"It is cut between words.", []string{"cut"}, 12, "It is cut…"},
		{"It is cut between words of a sentence.", []string{"between"}, 14, "…cut between…"},
	} {
		if got := cut(tt.s, tt.words, tt.w); got != tt.want {
			t.Errorf("%q on %d columns is %q, want %q", tt.s, tt.w, got, tt.want)
		}
	}
}

// frame is how long a letter of the search may take until it is drawn.
const frame = 5 * time.Millisecond

func BenchmarkSearch(b *testing.B) {
	m := shelved(taught(b), []string{"medicines", "age"}, 120, 40)
	look := theme.Night(theme.Surface{})
	keys := append(letters("stretch the calf"), slices.Repeat([]string{"backspace"}, 16)...)
	var n int
	for b.Loop() {
		m = after(m, keys[n%len(keys)])
		_ = m.draw(120, 40, look)
		n++
	}
	if each := b.Elapsed() / time.Duration(b.N); each > frame {
		b.Errorf("a letter takes %v until it is drawn, want %v at most", each, frame)
	}
}
