package player

import (
	"fmt"
	"time"

	"uncramp/coach/visit"
)

// page is what a person sees of a visit before the answers lead to another.
type page struct {
	routine  string
	stage    visit.Stage
	why      bool
	sheet    bool
	asleep   bool
	answered time.Duration
}

// Page implements [screen.Paged]. Each answer leads to another page; a key that
// goes from phase to phase may be held down.
func (m Model) Page() any {
	return page{m.Routine().ID, m.visit.Stage(), m.why, m.sheet, m.asleep(), m.visit.AnsweredAt()}
}

// Title implements [screen.Titled].
func (m Model) Title() (words string, done int) {
	ph, p := m.Session().Phase(), m.Session().Plan()
	if m.visit.Stage() == visit.Over {
		return p.Name, 0
	}
	return fmt.Sprintf(windowTitle, m.word(), ph.Where(), p.Name), 100 * m.Session().Index() / len(p.Phases)
}
