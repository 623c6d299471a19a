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

// routeLook is how the whole routine is drawn, by the leg: what is done, where the
// person is now, and what is to come.
type routeLook struct{ done, now, next map[routines.Side]string }

// The looks. The left leg is above the line, the right one below.
var (
	fineRoute = routeLook{
		done: map[routines.Side]string{routines.Left: "▀", routines.Right: "▄", "": "━"},
		now:  map[routines.Side]string{routines.Left: "◀", routines.Right: "▶", "": "◆"},
		next: map[routines.Side]string{routines.Left: "▔", routines.Right: "▁", "": "─"},
	}
	coarseRoute = routeLook{fineRoute.done, fineRoute.now, map[routines.Side]string{routines.Left: "'", routines.Right: ",", "": "─"}}
	asciiRoute  = routeLook{map[routines.Side]string{routines.Left: `"`, routines.Right: ";", "": "="}, fineRoute.now, coarseRoute.next}
)

func routeOf(t theme.Theme) routeLook {
	switch {
	case t.ASCII:
		return asciiRoute
	case t.Coarse():
		return coarseRoute
	}
	return fineRoute
}

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
	look := routeOf(t)
	var done, now, next strings.Builder
	at := 0
	for i, ph := range s.Plan().Phases[:main] {
		sum += drawnLength(ph)
		side, until := sideOf(ph), int(int64(sum)*int64(cells)/int64(whole))
		switch part := max(until-at, 0); {
		case i < s.Index():
			done.WriteString(strings.Repeat(look.done[side], part))
		case i == s.Index():
			until = max(until, at+1)
			now.WriteString(look.now[side] + strings.Repeat(look.done[side], max(part-1, 0)))
		default:
			next.WriteString(strings.Repeat(look.next[side], part))
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
func legendOf(turns []session.Turn, look routeLook) string {
	sides := slices.ContainsFunc(turns, func(turn session.Turn) bool { return sideOf(turn.Phase) != "" })
	passed := slices.ContainsFunc(turns, func(turn session.Turn) bool { return !turn.Done })
	switch {
	case sides && passed:
		return fmt.Sprintf(legendSidesPassed, look.done[routines.Left], look.done[routines.Right], look.next[""])
	case sides:
		return fmt.Sprintf(legendSides, look.done[routines.Left], look.done[routines.Right])
	case passed:
		return fmt.Sprintf(legendPassed, look.done[""], look.next[""])
	}
	return ""
}
