package remind

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Time is a time of day.
type Time struct{ Hour, Minute int }

var timeForm = regexp.MustCompile(`^([01]?[0-9]|2[0-3]):([0-5][0-9])$`)

// parseTime reads 22:30 or 9:00, of 24 hours.
func parseTime(text string) (Time, error) {
	m := timeForm.FindStringSubmatch(text)
	if m == nil {
		return Time{}, fmt.Errorf(badTime, text)
	}
	hour, _ := strconv.Atoi(m[1]) // they are digits
	minute, _ := strconv.Atoi(m[2])
	return Time{hour, minute}, nil
}

// String is 09:00.
func (t Time) String() string { return fmt.Sprintf("%02d:%02d", t.Hour, t.Minute) }

// week is how the days are written, in the order of a week, which begins on
// Monday.
var week = []string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"}

// weekday is that at a place of the week.
func weekday(place int) time.Weekday { return time.Weekday((place + 1) % len(week)) }

// parseDays reads days like "mon,tue" and "sat,mon-fri". All seven are every day,
// which is nil.
func parseDays(text string) (days []time.Weekday, err error) {
	on := make([]bool, len(week))
	for part := range strings.SplitSeq(strings.ToLower(text), ",") {
		first, last, ranged := strings.Cut(part, "-")
		if !ranged {
			last = first
		}
		from, err := parseDay(first)
		if err != nil {
			return nil, err
		}
		to, err := parseDay(last)
		if err != nil {
			return nil, err
		}
		for n := range (to-from+len(week))%len(week) + 1 { // sat-mon goes over the week's end
			on[(from+n)%len(week)] = true
		}
	}
	if !slices.Contains(on, false) {
		return nil, nil
	}
	for place, is := range on {
		if is {
			days = append(days, weekday(place))
		}
	}
	return days, nil
}

// parseDay is a day's place in the week.
func parseDay(text string) (int, error) {
	text = strings.TrimSpace(text)
	if place := slices.Index(week, text); place >= 0 {
		return place, nil
	}
	return 0, fmt.Errorf(badDay, text)
}

// dayNames are days as they are written.
func dayNames(days []time.Weekday) (names []string) {
	for place, name := range week {
		if slices.Contains(days, weekday(place)) {
			names = append(names, name)
		}
	}
	return names
}
