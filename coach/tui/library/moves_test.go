package library

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	cards "uncramp/coach/library"
	"uncramp/coach/theme"
	"uncramp/coach/tui/gallery"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
)

// atMoves is the list of the moves, whose figures are there.
func atMoves(t testing.TB, w, h int) Model {
	t.Helper()
	tuitest.LoadFigures(figureNames(cards.Moves())...)
	return after(named(t, shelved(small(), nil, w, h)), "right")
}

// at opens the page of a move, whose figure has come to rest.
func (m Model) at(move string) Model {
	m = after(m.toward("move-"+move), "enter")
	m.motion.since -= stood
	return m
}

// stood is how long it takes until every figure stands.
const stood = time.Minute

// moveScenes are the screens of the moves.
func moveScenes(t testing.TB, w, h int) map[string]Model {
	t.Helper()
	m := atMoves(t, w, h)
	return map[string]Model{
		"moves": m, "moves-far": after(m, "pgdown", "pgdown"), "moves-search": after(m, letters("wall")...), "moves-none": after(m, letters("zumba")...),
		"move": m.at("hamstring-chair"), "move-long": after(m.at("hamstring-glide"), "space"), "move-new": m.at("hip-side"),
	}
}

func TestViewsOfMoves(t *testing.T) {
	for _, s := range append(sizes(), [2]int{24, 6}, [2]int{200, 60}) {
		for name, m := range moveScenes(t, s[0], s[1]) {
			t.Run(fmt.Sprintf("%s-%dx%d", name, s[0], s[1]), func(t *testing.T) {
				golden.RequireEqual(t, ansi.Strip(m.draw(s[0], s[1], theme.Mono()).Content))
			})
		}
	}
	tuitest.GoldenColours(t, "move", moveScenes(t, 80, 24)["move"])
}

func TestEverySizeOfMovesIsDrawn(t *testing.T) {
	for name, m := range moveScenes(t, 80, 24) {
		for _, w := range []int{1, 2, 8, 24, 40, 99, 100, 250} {
			for _, h := range []int{1, 2, 3, 6, 12, 15, 16, 80} {
				tuitest.RequireDrawn(t, name, m.draw(w, h, theme.Mono()), w, h)
			}
		}
	}
}

// TestTheMovesAreOneKeyAway from the cards, and the way back is as short.
func TestTheMovesAreOneKeyAway(t *testing.T) {
	m := atMoves(t, 80, 24)
	if len(m.found) != len(cards.Moves()) {
		t.Fatalf("%d moves are listed", len(m.found))
	}
	for _, k := range []string{"esc", "left"} {
		if back, wish := press(m, k); wish.Leave || len(back.found) != len(small().Cards) {
			t.Errorf("%s: %d cards are listed, the wish %+v", k, len(back.found), wish)
		}
	}
	open := after(m, "down", "enter")
	if c, _ := open.current(); c.Move == "" {
		t.Fatalf("%s was opened", c.ID)
	}
	if back := after(open, "esc"); len(back.trail) != 0 || !back.moving || back.cursor != 1 {
		t.Errorf("from a move esc leads to %+v, row %d", back.Page(), back.cursor)
	}
	if asked := after(m, "right", "tab"); !asked.ticking {
		t.Error("tab leads from the moves to no causes")
	}
}

// TestASearchFindsMoves by all that they are called, behind the cards that it finds.
func TestASearchFindsMoves(t *testing.T) {
	tuitest.LoadFigures(figureNames(cards.Moves())...)
	for typed, want := range map[string]string{
		"gastroc":         "move-calf-wall",
		"hip abduction":   "move-hip-side",
		"seated quad":     "move-thigh-seated",
		"heel-raise-one":  "move-heel-raise-one",
		"standing soleus": "move-soleus-wall",
	} {
		for name, m := range map[string]Model{"cards": shelved(small(), nil, 80, 24), "moves": atMoves(t, 80, 24)} {
			if got := ids(after(m, letters(typed)...).found); !slices.Contains(got, want) {
				t.Errorf("among the %s %q finds %v, want %s", name, typed, got, want)
			}
		}
	}
	found := after(shelved(small(), nil, 80, 24), letters("muscle")...).found
	if i := slices.IndexFunc(found, func(c cards.Card) bool { return c.Move != "" }); i == 0 {
		t.Error("moves go before the cards")
	}
}

// TestAMovesPage says what a player would, and who is told otherwise.
func TestAMovesPage(t *testing.T) {
	text := shown(atMoves(t, 45, 90).at("hamstring-chair"))
	for _, want := range []string{
		"Hamstring, heel on a chair", "Done standing: each leg, held.", "Set a steady chair by the wall.", "Tip forward until you feel a stretch",
		"Lower the foot. Put the other heel up on the seat.", "The chair must not slide", "A new hip must not bend deeply.",
		"Unsteady on your feet", "With weak bones, keep the back straight", "hold: 30 s (ACSM", "hamstring stretch, standing", "Start: Bedtime stretch",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the page lacks %q:\n%s", want, text)
		}
	}
}

// TestTheFigureOfAMoveMoves a few times and then stands; where somebody wants it still,
// and at night, it stands at once.
func TestTheFigureOfAMoveMoves(t *testing.T) {
	m := atMoves(t, 80, 24).at("heel-raise")
	m.motion.since += stood
	at := func(age time.Duration, change func(*screen.Env)) (string, bool) {
		env := m.env(80, 24, theme.Mono())
		env.Now.Mono += age
		if change != nil {
			change(&env)
		}
		now, _ := tuitest.Tell(m, env, screen.WakeMsg{})
		_, wakes := now.Wake()
		return now.View(env).Content, wakes
	}
	begin, wakes := at(0, nil)
	end, still := at(stood, nil)
	if middle, _ := at(gallery.MoveTime, nil); begin == middle || middle != end || !wakes || still {
		t.Errorf("it wakes at first: %v, and at last: %v\n%s\n%s", wakes, still, begin, middle)
	}
	for name, change := range map[string]func(*screen.Env){
		"still": func(e *screen.Env) { e.Still = true }, "night": func(e *screen.Env) { e.Night = true },
	} {
		if view, wakes := at(0, change); view != end || wakes {
			t.Errorf("%s: it wakes: %v\n%s", name, wakes, view)
		}
	}
	if _, wakes := after(m, "esc").Wake(); wakes {
		t.Error("it wakes in a list without a figure")
	}
}

// TestBehindARedFlagThereAreNoMoves to be opened, found or left open.
func TestBehindARedFlagThereAreNoMoves(t *testing.T) {
	m := shelved(small(), nil, 80, 24).behindAFlag()
	if m := after(m, "right"); m.moving {
		t.Error("the moves are listed")
	}
	if found := after(m, letters("calf")...).found; slices.ContainsFunc(found, func(c cards.Card) bool { return c.Move != "" }) {
		t.Errorf("a search finds %v", ids(found))
	}
	open := atMoves(t, 80, 24).at("calf-wall")
	env := open.env(80, 24, theme.Mono())
	env.Blocked = true
	if told, _ := tuitest.Tell(open, env, screen.WakeMsg{}); told.moving || len(told.trail) > 0 || strings.Contains(ansi.Strip(told.View(env).Content), "Calf at the wall") {
		t.Error("the move stays open")
	}
}

// TestEveryMoveIsOpened from its row, and left to it.
func TestEveryMoveIsOpened(t *testing.T) {
	m := atMoves(t, 80, 24)
	for i, want := range m.found {
		open := after(m.chosen(i), "enter")
		if c, _ := open.current(); c.ID != want.ID || len(open.trail) != 1 {
			t.Errorf("row %d opens %s, want %s", i, c.ID, want.ID)
		}
		if back := after(open, "esc"); len(back.trail) != 0 || back.cursor != i {
			t.Errorf("from %s esc leads to row %d, not %d", want.ID, back.cursor, i)
		}
	}
}
