package menu

import (
	"fmt"
	"slices"
)

// allRoutines are those to follow, by what they are for.
func (m menu) allRoutines() page {
	return page{title: routinesTitle, items: func() (items []item) {
		for _, r := range m.Routines() {
			items = append(items, item{fmt.Sprintf(routineLine, r.Name, r.Length), "", m.opens(m.routine(r))})
		}
		return items
	}}
}

// routine is what can be done with one.
func (m menu) routine(r Routine) page {
	return page{title: r.Name, begin: func() error { return m.Print(r.Summary) }, items: func() []item {
		items := []item{
			{fmt.Sprintf(startTitle, r.Length), "", m.runs("start", r.ID, plainFlag)},
			{showTitle, "", m.runs("show", r.ID)},
			{sheetTitle, "f", m.toFile(fmt.Sprintf(askSheetFile, r.ID), "sheet", r.ID)},
			{audioTitle, "", m.toFile(fmt.Sprintf(askAudioFile, r.ID), "audio", r.ID)},
		}
		if r.Own {
			items = append(items, item{checkOwnTitle, "", m.runs("routine", "check", r.ID)})
		}
		return items
	}}
}

// ownRoutines are a person's own, and how to make one.
func (m menu) ownRoutines() page {
	return page{title: ownTitle, items: func() (items []item) {
		for _, r := range m.Routines() {
			if r.Own {
				items = append(items, item{fmt.Sprintf(routineLine, r.Name, r.Length), "", m.opens(m.routine(r))})
			}
		}
		return append(items,
			item{newTitle, "", m.newRoutine()},
			item{copyTitle, "", m.opens(m.copied())},
			item{movesTitle, "", m.runs("routine", "moves")},
			item{checkAllTitle, "", m.runs("routine", "check")},
			item{folderTitle, "", m.sayFolder},
		)
	}}
}

// newRoutine asks for a name, and makes a routine of it.
func (m menu) newRoutine(how ...string) func() error {
	return m.withFile(askID, slices.Concat([]string{"routine", "new"}, how)...)
}

// copied are the routines that one of one's own can begin as.
func (m menu) copied() page {
	return page{title: copyTitle, once: true, items: func() (items []item) {
		for _, r := range m.Routines() {
			items = append(items, item{r.Name, "", m.newRoutine("--from=" + r.ID)})
		}
		return items
	}}
}

// sayFolder says where one's own routines are, and how one is changed.
func (m menu) sayFolder() error {
	if err := m.Print(changeOwn); err != nil {
		return err
	}
	return m.Run("routine", "path")
}
