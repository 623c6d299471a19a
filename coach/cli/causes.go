package cli

import (
	"slices"

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
	rows, err := a.readCauses(all)
	if err != nil {
		return err
	}
	return a.printText(o.json, rows, "causes", struct {
		width
		Causes []causeRow
	}{a.width(), rows})
}

// readCauses are all causes, with whether they are ticked.
func (a *App) readCauses(all library.Library) ([]causeRow, error) {
	rows := []causeRow{}
	ticked, err := a.Journal.Ticked()
	for _, c := range all.Causes() {
		rows = append(rows, causeRow{c.ID, c.Cause, slices.Contains(ticked, c.ID)})
	}
	return rows, err
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
