package remind

import (
	"cmp"
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
		return Time{}, fmt.Errorf("%q is no time of day; write it like 22:30 or 9:00", text)
	}
	hour, _ := strconv.Atoi(m[1]) // they are digits
	minute, _ := strconv.Atoi(m[2])
	return Time{hour, minute}, nil
}

// String is 09:00.
func (t Time) String() string { return fmt.Sprintf("%02d:%02d", t.Hour, t.Minute) }

func (t Time) compare(u Time) int {
	return cmp.Or(cmp.Compare(t.Hour, u.Hour), cmp.Compare(t.Minute, u.Minute))
}

const daysInWeek = 7

// week is how the days are written, in the order of a week.
var week = [daysInWeek]struct {
	short string
	day   time.Weekday
}{
	{"mon", time.Monday}, {"tue", time.Tuesday}, {"wed", time.Wednesday}, {"thu", time.Thursday},
	{"fri", time.Friday}, {"sat", time.Saturday}, {"sun", time.Sunday},
}

// parseDays reads days like "mon,tue" and "sat,mon-fri". All seven are every day,
// which is nil.
func parseDays(text string) (days []time.Weekday, err error) {
	var on [daysInWeek]bool
	for asked := range strings.SplitSeq(strings.ToLower(text), ",") {
		first, last, ranged := strings.Cut(asked, "-")
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
		for n := range (to-from+daysInWeek)%daysInWeek + 1 { // sat-mon goes over the week's end
			on[(from+n)%daysInWeek] = true
		}
	}
	for i, w := range week {
		if on[i] {
			days = append(days, w.day)
		}
	}
	if len(days) == daysInWeek {
		return nil, nil
	}
	return days, nil
}

// parseDay is where a day stands in the week.
func parseDay(text string) (int, error) {
	text = strings.TrimSpace(text)
	for i, w := range week {
		if text == w.short {
			return i, nil
		}
	}
	return 0, fmt.Errorf("%q is no day; choose from mon, tue, wed, thu, fri, sat, sun, or write mon-fri", text)
}

// short are days as they are written.
func short(days []time.Weekday) (texts []string) {
	for _, w := range week {
		if slices.Contains(days, w.day) {
			texts = append(texts, w.short)
		}
	}
	return texts
}
