// Package remind sets reminders with the scheduler that the system has: a
// systemd user timer, a launchd agent, a task of Windows, or lines of a crontab.
//
// Its contract: a reminder runs "uncramp remind show NAME" at its times, and
// nothing else. What setting one or taking it away would do is a [Transaction]
// first, made without touching anything; what can't be carried out to its end is
// taken back. What somebody else wrote is never changed.
package remind

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"uncramp/coach/yamlfile"
)

// Water is the reminder that belongs to no routine.
const Water = "water"

// Reminder is when somebody wants to be reminded of a routine, or of [Water].
type Reminder struct {
	Name  string         // a routine's id
	Times []time.Time    // of a day; at least one, in order, each once
	Days  []time.Weekday // in the order of a week; none: every day
	Lost  bool           // it was set, and the scheduler does not know of it any more
}

// New checks what was typed. Days are like "mon,wed" or "mon-fri"; "" is every day.
func New(name string, times []string, days string) (Reminder, error) {
	r := Reminder{Name: name}
	if !yamlfile.IsID(name) {
		return Reminder{}, fmt.Errorf(badName, name)
	}
	if len(times) == 0 {
		return Reminder{}, fmt.Errorf(noTime, name)
	}
	for _, text := range times {
		at, err := time.Parse(timeForm, text)
		if err != nil {
			return Reminder{}, fmt.Errorf(badTime, text)
		}
		r.Times = append(r.Times, at)
	}
	slices.SortFunc(r.Times, time.Time.Compare)
	r.Times = slices.Compact(r.Times)
	var err error
	if days != "" {
		r.Days, err = parseDays(days)
	}
	return r, err
}

// String tells the times and the days as a person says them.
func (r Reminder) String() string {
	return strings.Join(append(r.times(), cmp.Or(strings.Join(dayNames(r.Days), ", "), everyDay)), ", ")
}

func (r Reminder) times() (texts []string) {
	for _, t := range r.Times {
		texts = append(texts, t.Format(timeForm))
	}
	return texts
}

// daily stands in a schedule for every day.
const daily = "daily"

// schedule is what is kept beside a reminder to read it back by.
func (r Reminder) schedule() string {
	return strings.Join(r.times(), " ") + " " + cmp.Or(strings.Join(dayNames(r.Days), ","), daily)
}

// parseReminder reads a reminder back from its schedule.
func parseReminder(name, schedule string) (Reminder, error) {
	words := strings.Fields(schedule)
	if len(words) == 0 {
		return Reminder{}, fmt.Errorf(noSchedule, name)
	}
	days := words[len(words)-1]
	if days == daily {
		days = ""
	}
	return New(name, words[:len(words)-1], days)
}

// showArgs are the arguments of the command that a reminder runs.
func (r Reminder) showArgs() []string { return []string{"remind", "show", r.Name} }

// timeForm is 22:30 or 09:00; what is read may be 9:00.
const timeForm = "15:04"

// week is how the days are written, in the order of a week, which begins on
// Monday.
var week = []string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"}

// parseDays reads days like "mon,tue" and "sat,mon-fri". All seven are every day,
// which is nil.
func parseDays(text string) (days []time.Weekday, err error) {
	on := make([]bool, len(week))
	for part := range strings.SplitSeq(strings.ToLower(text), ",") {
		var ends []int // places in the week
		for _, name := range strings.SplitN(part, "-", 2) {
			name = strings.TrimSpace(name)
			place := slices.Index(week, name)
			if place < 0 {
				return nil, fmt.Errorf(badDay, name)
			}
			ends = append(ends, place)
		}
		from, to := ends[0], ends[len(ends)-1]
		for n := range (to-from+len(week))%len(week) + 1 { // sat-mon goes over the week's end
			on[(from+n)%len(week)] = true
		}
	}
	if !slices.Contains(on, false) {
		return nil, nil
	}
	for place, is := range on {
		if is {
			days = append(days, time.Weekday((place+1)%len(week)))
		}
	}
	return days, nil
}

// dayNames are days as they are written.
func dayNames(days []time.Weekday) (names []string) {
	for _, d := range days {
		names = append(names, strings.ToLower(d.String()[:3]))
	}
	return names
}
