package programme

import (
	"errors"
	"fmt"
	"slices"

	"uncramp/coach/plan"
	"uncramp/coach/text"
)

// What the screen says.
const (
	title       = "Programme"
	stoppedNote = "Press u to go on with it."
	askStop     = "Stop it? What was done stays on record."
	askInstead  = "Begin %s instead of %s? What was done is kept. Today u goes back to it."
	askDropping = "Begin %s instead of %s, which is in its week of diary?"
	backTo      = "Press u to go back to %s."
	starts      = "Enter starts it."
	startsFor   = "Enter starts it, %d min."
	barred      = "You reported a warning sign, so no routine begins. Press ! to check."
	already     = "You follow it already. Press esc to go back to it."
	doseOf      = "Week %d: %s."
	moreBelow   = "↓ %d more lines"
)

// noneDone stands beside the title where none is followed, at length and in brief.
var noneDone = []string{"None is followed. Press Enter to begin one.", "None yet. Press Enter."}

// What comes first, at length and in brief.
var (
	diaryFirst = []string{"First a week of diary alone, to compare with.", "First a week of diary alone."}
	noDiary    = []string{"It begins today. The diary of the weeks before counts.", "It begins today."}
)

// question is what is asked: whether to stop, or to begin another one.
func (m Model) question() string {
	c, ask := m.contents.course, askInstead
	at := slices.Index(plan.IDs(m.contents.all), m.instead)
	if at < 0 {
		return askStop
	}
	if c.Stage == plan.Diary {
		ask = askDropping
	}
	return fmt.Sprintf(ask, m.contents.all[at].Name, c.Programme.Name)
}

// screenWords is why nothing changes, as a person without a command line is told.
func screenWords(err error) string {
	if errors.Is(err, plan.ErrFollowed) {
		return already
	}
	return text.Clean(err.Error())
}

// doses say how a programme grows, a line a change.
func doses(p plan.Programme) (lines []string) {
	before := ""
	for week := 1; week <= p.Weeks; week++ {
		if dose := p.LongVolumeOf(week); dose != before {
			lines = append(lines, fmt.Sprintf(doseOf, week, dose))
			before = dose
		}
	}
	return lines
}
