package menu

import (
	"fmt"
	"strings"

	"uncramp/coach/remind"
)

// plan is the prevention: the week, and the programme.
func (m menu) plan() page {
	return page{title: planTitle, items: func() []item {
		return []item{
			{weekTitle, "", m.runs("plan")},
			{glassTitle, "+", m.runs("plan", "--glass")},
			{glassBackTitle, "-", m.runs("plan", "--glass=-1")},
			{reviewTitle, "", m.runs("plan", "review")},
			{beginTitle, "", m.opens(m.programmes())},
			{stopTitle, "", func() error { return m.confirm(askStop, m.runs("plan", "stop")) }},
			{goOnAgainTitle, "", m.runs("plan", "stop", "--undo")},
		}
	}}
}

// programmes are those that can be begun.
func (m menu) programmes() page {
	return page{title: beginTitle, once: true, items: func() (items []item) {
		for _, p := range m.Programmes() {
			begin := page{title: p.Name, once: true, begin: func() error { return m.Print(p.About + "\n" + p.Basis()) }, items: func() []item {
				return []item{
					{beginNow, "", m.runs("plan", "begin", p.ID)},
					{beginDiary, "", m.runs("plan", "begin", p.ID, "--baseline")},
				}
			}}
			items = append(items, item{p.Name, "", m.opens(begin)})
		}
		return items
	}}
}

// reminders are what the system's scheduler keeps.
func (m menu) reminders() page {
	return page{title: remindTitle, items: func() []item {
		return []item{
			{remindListTitle, "", m.runs("remind", "list")},
			{remindSetTitle, "", m.opens(m.reminded())},
			{remindOffTitle, "", m.remindOff},
			{calendarTitle, "", m.toFile(askCalendar, "remind", "export")},
		}
	}}
}

// reminded is what one can be reminded of.
func (m menu) reminded() page {
	return page{title: remindSetTitle, once: true, items: func() (items []item) {
		for _, r := range m.Routines() {
			items = append(items, item{r.Name, "", func() error { return m.setReminder(r.ID) }})
		}
		return append(items, item{waterTitle, "", func() error { return m.setReminder(remind.Water) }})
	}}
}

// setReminder asks when to be reminded.
func (m menu) setReminder(id string) error {
	return m.ask(askTimes, func(times string) error {
		days, err := m.readText(askDays)
		if err != nil || strings.EqualFold(days, "q") {
			return err
		}
		args := append([]string{"remind", "set", "--days=" + days, "--", id}, strings.Fields(strings.ReplaceAll(times, ",", " "))...)
		return m.Run(args...)
	})
}

// remindOff takes one of the reminders away.
func (m menu) remindOff() error {
	list, err := m.Reminders()
	if err != nil {
		return m.tell(err)
	}
	return m.show(page{title: remindOffTitle, none: noReminder, once: true, items: func() (items []item) {
		for _, r := range list {
			items = append(items, item{fmt.Sprintf(reminderLine, r.Name, r), "", m.runs("remind", "off", "--", r.Name)})
		}
		return items
	}})
}
