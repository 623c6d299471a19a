package cli

import (
	"fmt"
	"slices"
	"strings"

	"uncramp/coach/library"
)

// causeRow is a cause of learn --mine --json.
type causeRow struct {
	ID     string `json:"id"`
	Cause  string `json:"cause"`
	Ticked bool   `json:"ticked"`
}

// tickCauses keeps what was ticked, and lists what is.
func (a *App) tickCauses(o learnOptions, all library.Library) error {
	for _, id := range slices.Concat(o.tick, o.untick) {
		if err := checkCause(all, id); err != nil {
			return err
		}
	}
	if err := a.Journal.TickAll(o.tick, o.untick); err != nil {
		return err
	}
	ticked, err := a.Journal.Ticked()
	if err != nil {
		return err
	}
	rows := []causeRow{}
	for _, c := range all.Causes() {
		rows = append(rows, causeRow{c.ID, c.Cause, slices.Contains(ticked, c.ID)})
	}
	return a.printAs(o.json, rows, causesText(rows, a.width()))
}

func checkCause(all library.Library, id string) error {
	c, ok := all.Card(id)
	switch {
	case !ok:
		return unknown("cause", id, ids(all.Causes()), "uncramp learn --mine")
	case c.Cause == "":
		return misusef("%s is a card but no cause; see uncramp learn --mine", id)
	}
	return nil
}

func causesText(rows []causeRow, width int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n", wrapped(howToMark, width))
	for _, m := range rows {
		box := "[ ]"
		if m.Ticked {
			box = "[x]"
		}
		b.WriteString(hanging(box, m.ID+": "+m.Cause, width))
	}
	fmt.Fprintf(&b, "\n%s\n%s\n", wrapped(howToTick, width), wrapped(whereTicksGo, width))
	return b.String()
}
