package calendar

import (
	"fmt"
	"slices"
	"time"

	"uncramp/coach/plan"
	"uncramp/coach/record"
	"uncramp/coach/remind"
	"uncramp/coach/stats"
)

// Routine is what is said of what somebody is to be reminded of.
type Routine struct {
	Name    string
	Minutes int // that it takes; 0: not said
}

// weeksAhead is how many weeks a reminder comes that belongs to no programme: a calendar
// that nobody looks after falls silent after a year.
const weeksAhead = 52

// Alarms of what has no time of day: by day at nine in the morning, for a night at nine in
// the evening. They are our own defaults.
const byDay, forNight = 9 * time.Hour, 21 * time.Hour

// Events are reminders, and the weeks that are left of a programme: at the times of the
// reminders of its routine where there are some, else as whole days.
func Events(now time.Time, reminders []remind.Reminder, c plan.Course, routine func(id string) Routine) (list []Event) {
	now = record.AsShown(now) // a time that the clocks pass over on one day is there on all others
	weeks := weeksOf(now, c)
	timed := false // the programme is
	for _, r := range reminders {
		about := routine(r.Name)
		for _, at := range r.Times {
			if len(weeks) == 0 || r.Name != c.Programme.Routine {
				list = append(list, again(now, r, at, about))
				continue
			}
			timed = true
			for _, w := range weeks {
				list = append(list, w.at(now, at, about))
			}
		}
	}
	if !timed {
		list = append(list, weeks...)
	}
	named := map[string]bool{}
	return slices.DeleteFunc(list, func(e Event) bool {
		twice := named[e.ID] // one that was asked for twice
		named[e.ID] = true
		return twice || e.Times == 0
	})
}

// again is a reminder that belongs to no programme.
func again(now time.Time, r remind.Reminder, at time.Time, about Routine) Event {
	e := Event{
		ID: fmt.Sprintf(reminderID, r.Name, at.Format("1504")), Name: about.Name, About: howToFollow(r.Name),
		Lasts: time.Duration(about.Minutes) * time.Minute, Days: r.Days, Times: weeksAhead * stats.WeekNights,
	}
	if len(r.Days) > 0 {
		e.Times = weeksAhead * len(r.Days)
	}
	e.First = onDay(now, at)
	for e.First.Before(now) || len(r.Days) > 0 && !slices.Contains(r.Days, e.First.Weekday()) {
		e.First = e.First.AddDate(0, 0, 1)
	}
	return e
}

// onDay is a time of day on a day, as a clock shows it.
func onDay(day, at time.Time) time.Time {
	return time.Date(day.Year(), day.Month(), day.Day(), at.Hour(), at.Minute(), 0, 0, time.UTC)
}

// weeksOf are the weeks that are left of a programme, as whole days.
func weeksOf(now time.Time, c plan.Course) (list []Event) {
	if c.Stage != plan.Running && c.Stage != plan.Diary {
		return nil
	}
	alarm := byDay
	if c.Nightly() {
		alarm = forNight
	}
	today := c.Today(now)
	for _, w := range c.Rows {
		var asked []stats.Day
		for day := max(w.From, today); day < w.From+stats.WeekNights; day++ {
			if days := c.Programme.Days; len(days) == 0 || slices.Contains(days, day.Date().Weekday()) {
				asked = append(asked, day)
			}
		}
		if len(asked) > 0 {
			list = append(list, Event{
				ID:   fmt.Sprintf(weekID, c.Programme.ID, c.From.Date().Format("20060102"), w.Number),
				Name: fmt.Sprintf(weekName, c.Programme.Name, w.Number, c.Weeks), About: weekAbout(c.Programme, w.Number),
				First: asked[0].Date(), WholeDay: true, Days: c.Programme.Days, Times: len(asked), Alarm: alarm,
			})
		}
	}
	return list
}

// at is a week of a programme at a time of day. A time that has gone by today is left out.
func (e Event) at(now, at time.Time, about Routine) Event {
	e.ID = fmt.Sprintf(timedID, at.Format("1504"), e.ID)
	e.WholeDay, e.Alarm, e.Lasts = false, 0, time.Duration(about.Minutes)*time.Minute
	e.First = onDay(e.First, at)
	for e.Times > 0 && e.First.Before(now) {
		e.Times--
		e.First = e.First.AddDate(0, 0, 1)
		for len(e.Days) > 0 && !slices.Contains(e.Days, e.First.Weekday()) {
			e.First = e.First.AddDate(0, 0, 1)
		}
	}
	return e
}
