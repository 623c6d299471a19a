package calendar

import (
	"fmt"
	"strings"

	"uncramp/coach/plan"
	"uncramp/coach/remind"
	"uncramp/coach/triage"
)

// The names by which a calendar knows an event again.
const (
	reminderID = "%s-%s@uncramp"         // the routine, the time
	weekID     = "%s-%s-week-%d@uncramp" // the programme, its first day, the week
	timedID    = "%s-%s"                 // the time, the week
)

// weekName is what a week of a programme is called: its name, the week, of how many.
const weekName = "%s, week %d of %d"

// howToFollow says what to do when a reminder comes, and when not to.
func howToFollow(id string) string {
	if id == remind.Water {
		return "Time to drink something."
	}
	return fmt.Sprintf("To be led: uncramp start %s. %s %s", id, plan.StopPain, triage.Warning)
}

// weekAbout says what is done in a week of a programme, and how often.
func weekAbout(p plan.Programme, week int) string {
	said := []string{fmt.Sprintf("%s.", p.Rhythm())}
	if dose := p.LongVolumeOf(week); dose != "" {
		said = append(said, fmt.Sprintf("%s.", dose))
	}
	return strings.Join(append(said, howToFollow(p.Routine)), " ")
}
