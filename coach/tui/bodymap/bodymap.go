// Package bodymap is the map of the legs on screen: where it hurts is pointed at
// on it, and how often it hurt where is seen on it.
package bodymap

import (
	"cmp"
	"slices"
	"sync"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"uncramp/coach/figure"
	"uncramp/coach/record"
	"uncramp/coach/stats"
	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

// Spot is where it hurts: a muscle of the left leg, of the right, or of both. What
// isn't known is empty.
type Spot struct {
	Muscle routines.Muscle
	Side   routines.Side
}

// Name is the spot in words, such as left calf, both calves, leg; it is empty where
// nothing is known.
func (s Spot) Name() string { return record.Episode{Muscle: s.Muscle, Side: s.Side}.Where() }

// Map is the legs from the front and from behind, with the spot that is pointed at.
// Make it with [New].
type Map struct {
	spot   Spot
	at     place // of the part that was pointed at last: a foot has two
	heat   stats.Heat
	heated bool // it shows how often each part cramped
}

// New points at a spot; the zero value points nowhere.
func New(at Spot) Map { return Map{spot: at} }

// Spot is where the map points.
func (m Map) Spot() Spot { return m.spot }

// Heat shows how often each part cramped, instead of pointing at one.
func Heat(h stats.Heat) Map { return Map{heat: h, heated: true} }

// place is a row and a column of a grid of spots.
type place struct{ row, column int }

// grid is what can be pointed at: as it is drawn, the parts of the left and the
// right leg from the front, then those from behind; in words, a row for each
// muscle.
type grid [][]Spot

func drawnGrid() grid {
	g := make(grid, parts)
	for _, l := range legs() {
		for i, r := range l.Regions {
			g[i%parts] = append(g[i%parts], spotOf(r))
		}
	}
	return g
}

// legs are those from the front, and from behind.
var legs = sync.OnceValue(func() [2]figure.Legs { return [2]figure.Legs{figure.LegsFrom(false), figure.LegsFrom(true)} })

// parts are how many regions a leg has, seen from one side.
const parts = 3

func spotOf(r figure.Region) Spot {
	if r.Left {
		return Spot{routines.Muscle(r.Muscle), routines.Left}
	}
	return Spot{routines.Muscle(r.Muscle), routines.Right}
}

func wordGrid() (g grid) {
	for _, m := range routines.Muscles() {
		var row []Spot
		for _, side := range record.Sides() {
			row = append(row, Spot{m, side})
		}
		g = append(g, row)
	}
	return g
}

// find is the place of a spot: the one it was pointed at, or else the first. Both
// legs stand where the left one does, where they have no place of their own.
func (g grid) find(s Spot, at place) (place, bool) {
	if s.Side != routines.Right && !slices.Contains(g[0], Spot{g[0][0].Muscle, s.Side}) {
		s.Side = routines.Left
	}
	if at.row < len(g) && at.column < len(g[0]) && g[at.row][at.column] == s {
		return at, true
	}
	for row := range g {
		if column := slices.Index(g[row], s); column >= 0 {
			return place{row, column}, true
		}
	}
	return place{}, false
}

// The keys of the map. A number is a muscle, as in the player.
var (
	rowKeys    = widget.NewSteps()
	leftKey    = widget.Bind("←", "left", "left")
	rightKey   = widget.Bind("→", "right", "right")
	pointKey   = widget.Bind("↑↓←→", "point", "up", "down", "left", "right")
	musclesKey = widget.Bind("1–5", "muscle", "1", "2", "3", "4", "5")
	otherKey   = widget.Bind("o", "other leg", "o")
	bothKey    = widget.Bind("=", "both legs", "=")
)

// Keys are those by which the map is pointed at.
func Keys() []widget.Binding { return []widget.Binding{pointKey, musclesKey, otherKey, bothKey} }

// Pressed points where a key leads, on a map of w by h cells; false: it is none of
// the map's.
func (m Map) Pressed(press tea.KeyPressMsg, w, h int) (Map, bool) {
	down, across := 0, 0
	switch {
	case key.Matches(press, rowKeys.Up):
		down = -1
	case key.Matches(press, rowKeys.Down):
		down = 1
	case key.Matches(press, leftKey):
		across = -1
	case key.Matches(press, rightKey):
		across = 1
	case key.Matches(press, musclesKey):
		m.spot.Muscle = routines.Muscles()[press.String()[0]-'1']
		return m, true
	case key.Matches(press, otherKey):
		m.spot.Side = otherSides[m.spot.Side]
		return m, true
	case key.Matches(press, bothKey):
		m.spot.Side = equalSides[m.spot.Side]
		return m, true
	default:
		return m, false
	}
	return m.moved(down, across, w, h), true
}

// otherSides is the other leg of each, and equalSides says that both are meant, or
// one of them again.
var (
	otherSides = map[routines.Side]routines.Side{
		"": routines.Left, routines.Left: routines.Right, routines.Right: routines.Left, routines.Both: routines.Left,
	}
	equalSides = map[routines.Side]routines.Side{
		"": routines.Both, routines.Left: routines.Both, routines.Right: routines.Both, routines.Both: routines.Left,
	}
)

// moved points at the next part in a direction. Where the map points nowhere yet
// that is the calf, which cramps most; where there is no next part it stays.
func (m Map) moved(down, across, w, h int) Map {
	g := gridOf(w, h)
	at, pointed := g.find(m.spot, m.at)
	if !pointed {
		m.spot = Spot{routines.Calf, cmp.Or(m.spot.Side, routines.Left)}
		m.at, _ = g.find(m.spot, m.at)
		return m
	}
	row, column := min(max(at.row+down, 0), len(g)-1), min(max(at.column+across, 0), len(g[0])-1)
	if across == 0 && m.spot.Side != "" { // down a leg, or down both
		m.spot.Muscle = g[row][column].Muscle
	} else {
		m.spot = g[row][column]
	}
	m.at = place{row, column}
	return m
}

// Tapped points at what was tapped, by the row of its [widget.Target]. Where both
// legs are meant a tap on either says which muscle.
func (m Map) Tapped(row, w, h int) Map {
	g := gridOf(w, h)
	if row < 0 || row >= len(g)*len(g[0]) {
		return m
	}
	m.at = place{row / len(g[0]), row % len(g[0])}
	both := m.spot.Side == routines.Both && HasPicture(w, h)
	m.spot = g[m.at.row][m.at.column]
	if both {
		m.spot.Side = routines.Both
	}
	return m
}
