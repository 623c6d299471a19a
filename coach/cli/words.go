package cli

import (
	"fmt"
	"strings"

	"uncramp/coach/session"
	"uncramp/coach/visit"
)

// What the plain player says.
const (
	askUnfit    = "Does one of these fit you? Type y or n, then Enter.\n"
	whatToType  = "Type e, s, w, t, !, i or q, then Enter. Enter alone pauses. ? lists every key."
	whichOffer  = "Type a number from 1 to %d, or q, then Enter."
	itWaits     = "Back to the routine. It waits; press Enter to go on."
	nothingKept = "Time ran faster: nothing of it is in the diary."
	saved       = "Saved in your diary."
	howBad      = "How bad was it, 0 to 10? Enter leaves it out."
)

// longLine is the most that one line of the plain player says.
const longLine = 100

// lastWords are what a routine ends with: its ending in capitals, and what to
// do now.
func lastWords(e session.Ending) string {
	w := visit.WordsFor(e)
	title := strings.ToUpper(w.Title)
	switch {
	case w.Advice == "":
		return title
	case len(title)+len(w.Advice) > longLine:
		return title + ".\n" + indent + w.Advice
	}
	return title + ". " + w.Advice
}

// keyLines list what can be typed now.
func keyLines(rows []visit.Row) string {
	var lines []string
	for _, r := range rows {
		if len(r.Typed) > 0 {
			lines = append(lines, fmt.Sprintf("%-6s %s", r.TypedKey(), r.Does))
		}
	}
	return strings.Join(lines, "\n"+indent)
}
