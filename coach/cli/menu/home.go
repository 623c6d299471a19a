package menu

import (
	"fmt"
	"strings"

	"uncramp/coach/record"
)

// home is the first list: all there is.
func (m menu) home() page {
	return page{title: homeTitle, begin: m.TellStanding, items: func() []item {
		items := []item{m.relief(), m.redFlags()}
		for _, r := range [][3]string{{"bedtime", bedtimeTitle, "b"}, {"warmup", warmUpTitle, "w"}, {"morning", morningTitle, "m"}} {
			items = append(items, item{r[1], r[2], m.runs("start", r[0], plainFlag)})
		}
		items = append(items,
			item{routinesTitle, "/", m.opens(m.allRoutines())},
			item{logTitle, "", m.runs("log", plainFlag)},
			item{historyTitle, "h", m.opens(m.history())},
			item{planTitle, "p", m.opens(m.plan())},
			item{libraryTitle, "l", m.opens(m.library())},
			item{meTitle, "a", m.opens(m.aboutYou())},
			item{settingsTitle, "s", m.opens(m.settings())},
			item{remindTitle, "", m.opens(m.reminders())},
			item{reportTitle, "", m.opens(m.report())},
			item{ownTitle, "c", m.opens(m.ownRoutines())},
			item{machineTitle, "", m.opens(m.machine())},
			m.help(),
		)
		return append(items, m.pending()...) // so that the numbers of the others stay
	}}
}

// plainFlag has a command go line by line.
const plainFlag = "--plain"

// always are the items whose keys hold in every list.
func (m menu) always() []item { return []item{m.relief(), m.redFlags(), m.help()} }

func (m menu) relief() item   { return item{reliefTitle, "n", m.runs("now", plainFlag)} }
func (m menu) redFlags() item { return item{flagsTitle, "!", m.runs("check", plainFlag)} }
func (m menu) help() item     { return item{helpTitle, "?", m.sayKeys} }

// pending is what was begun and is not over: a routine, a cramp of which little is told.
func (m menu) pending() (items []item) {
	if place := m.Unfinished(); place != "" {
		items = append(items, item{fmt.Sprintf(goOnTitle, place), "g", m.GoOn}, item{declineTitle, "x", m.decline})
	}
	if e, ok := m.Untold(); ok {
		items = append(items, item{fmt.Sprintf(untoldTitle, e.Summary(m.Now())), "d", func() error { return m.change(e.ID) }})
	}
	return items
}

func (m menu) decline() error {
	if err := m.Decline(); err != nil {
		return m.tell(err)
	}
	return m.Print(declined)
}

// sayKeys says how the menu is used, and which letters choose what.
func (m menu) sayKeys() error {
	lines := []string{howItWorks, theLetters}
	for _, it := range m.home().items() {
		if it.key != "" {
			key := it.key
			if word := signWords[key]; word != "" {
				key = fmt.Sprintf(eitherKey, key, word)
			}
			lines = append(lines, fmt.Sprintf(letterLine, key, it.title))
		}
	}
	return m.Print(strings.Join(lines, "\n"))
}

// report is what is for a doctor.
func (m menu) report() page {
	return page{title: reportTitle, items: func() []item {
		return []item{
			{reportHere, "", m.runs("report")},
			{reportToFile, "", m.toFile(askReportFile, "report")},
		}
	}}
}

// machine is what this machine has, and what only a command does.
func (m menu) machine() page {
	return page{title: machineTitle, items: func() []item {
		return []item{
			{doctorTitle, "", m.runs("doctor", "--quiet")},
			{doctorAloudTitle, "", m.runs("doctor")},
			{versionTitle, "", m.runs("version")},
			{commandsTitle, "", m.runs("help")},
			{otherTitle, "", func() error { return m.Print(otherCommands) }},
		}
	}}
}

// change asks about a cramp of the diary once more.
func (m menu) change(id record.ID) error {
	e, err := m.Cramp(id)
	if err != nil {
		return m.tell(err)
	}
	return m.Change(e)
}
