package remind

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Time is a time of day.
type Time struct{ Hour, Minute int }

// parseTime reads 22:30 or 9:00, of 24 hours.
func parseTime(text string) (Time, error) {
	at, err := time.Parse("15:04", text)
	if err != nil {
		return Time{}, fmt.Errorf(badTime, text)
	}
	return Time{at.Hour(), at.Minute()}, nil
}

// String is 09:00.
func (t Time) String() string { return fmt.Sprintf("%02d:%02d", t.Hour, t.Minute) }

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
