package player

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"uncramp/coach/session"
	"uncramp/coach/theme"
	"uncramp/routines"
)

// How the whole routine is drawn, by the leg: what is done, where the person is
// now, and what is to come. The left leg is above the line, the right one below.
var (
	routeDone = map[routines.Side]string{routines.Left: "▀", routines.Right: "▄", "": "━"}
	routeNow  = map[routines.Side]string{routines.Left: "◀", routines.Right: "▶", "": "◆"}
	routeNext = map[routines.Side]string{routines.Left: "▔", routines.Right: "▁", "": "─"}

	coarseRouteNext = map[routines.Side]string{routines.Left: "'", routines.Right: ",", "": "─"}
)

// openTime is how long a phase without an end is drawn.
const openTime = 30 * time.Second

// route draws the whole routine as a line of so many cells. It changes with the
// phase, so that the seconds within it cost nothing.
func (m Model) route(cells int, t theme.Theme) string {
	s, main := m.Session(), m.Session().Plan().Main
	var whole, sum time.Duration
	for _, ph := range s.Plan().Phases[:main] {
		whole += drawnLength(ph)
	}
	marks := routeNext
	if t.Coarse() {
		marks = coarseRouteNext
	}
	var done, now, next strings.Builder
	at := 0
	for i, ph := range s.Plan().Phases[:main] {
		sum += drawnLength(ph)
		side, until := sideOf(ph), int(int64(sum)*int64(cells)/int64(whole))
		switch part := max(until-at, 0); {
		case i < s.Index():
			done.WriteString(strings.Repeat(routeDone[side], part))
		case i == s.Index():
			until = max(until, at+1)
			now.WriteString(routeNow[side] + strings.Repeat(routeDone[side], max(part-1, 0)))
		default:
			next.WriteString(strings.Repeat(marks[side], part))
		}
		at = max(at, until)
	}
	return t.Quiet.Render(done.String()) + t.Strong.Render(now.String()) + t.Quiet.Render(next.String())
}

func drawnLength(ph session.Phase) time.Duration {
	if ph.Length == 0 {
		return openTime
	}
	return ph.Length
}

// sideOf is the leg by which a phase is drawn; empty: both, or neither.
func sideOf(ph session.Phase) routines.Side {
	if ph.Side == routines.Both {
		return ""
	}
	return ph.Side
}

// legendOf says what the pieces of a line mean that shows what was done; empty
// where all of it was, and there is no left or right.
func legendOf(turns []session.Turn) string {
	sides := slices.ContainsFunc(turns, func(turn session.Turn) bool { return sideOf(turn.Phase) != "" })
	passed := slices.ContainsFunc(turns, func(turn session.Turn) bool { return !turn.Done })
	switch {
	case sides && passed:
		return fmt.Sprintf(legendSidesPassed, routeDone[routines.Left], routeDone[routines.Right], routeNext[""])
	case sides:
		return fmt.Sprintf(legendSides, routeDone[routines.Left], routeDone[routines.Right])
	case passed:
		return fmt.Sprintf(legendPassed, routeDone[""], routeNext[""])
	}
	return ""
}
