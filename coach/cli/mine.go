package cli

import (
	"fmt"
	"slices"
	"strings"

	"uncramp/coach/library"
)

// mark is a cause of learn --mine --json.
type mark struct {
	ID     string `json:"id"`
	Cause  string `json:"cause"`
	Ticked bool   `json:"ticked"`
}

// learnMine keeps what was ticked, and lists what is.
func (a *App) learnMine(l learning, s library.Library) error {
	for _, id := range slices.Concat(l.tick, l.untick) {
		if err := isCause(s, id); err != nil {
			return err
		}
	}
	if err := a.Journal.TickAll(l.tick, l.untick); err != nil {
		return &failure{err}
	}
	ticked, err := a.Journal.Ticked()
	if err != nil {
		return &failure{err}
	}
	marks := []mark{}
	for _, c := range s.Causes() {
		marks = append(marks, mark{c.ID, c.Cause, slices.Contains(ticked, c.ID)})
	}
	if l.json {
		return a.writeJSON(marks)
	}
	return a.print(markText(marks, a.width()))
}

func isCause(s library.Library, id string) error {
	c, ok := s.Card(id)
	switch {
	case !ok:
		return unknown("cause", id, ids(s.Causes()), "uncramp learn --mine")
	case c.Cause == "":
		return fmt.Errorf("%s is a card but no cause; see uncramp learn --mine", id)
	}
	return nil
}

func markText(marks []mark, width int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n", wrapped("Tick what applies to you. It is no diagnosis.", width))
	for _, m := range marks {
		box := "[ ]"
		if m.Ticked {
			box = "[x]"
		}
		b.WriteString(hanging(box, m.ID+": "+m.Cause, width))
	}
	fmt.Fprintf(&b, "\n%s\n%s\n", wrapped("Tick one with uncramp learn --tick ID, take it back with --untick ID.", width),
		wrapped("What you tick stands in the report for the doctor.", width))
	return b.String()
}
