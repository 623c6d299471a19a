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

// ParseTime reads 22:30 or 9:00, of 24 hours.
func ParseTime(text string) (Time, error) {
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

// week is how the days are written, in the order of a week.
var week = []struct {
	short string
	day   time.Weekday
}{
	{"mon", time.Monday}, {"tue", time.Tuesday}, {"wed", time.Wednesday}, {"thu", time.Thursday},
	{"fri", time.Friday}, {"sat", time.Saturday}, {"sun", time.Sunday},
}

// ParseDays reads days like "mon,tue". All seven are every day, which is nil.
func ParseDays(text string) (days []time.Weekday, err error) {
	asked := strings.Split(strings.ToLower(text), ",")
	for i := range asked {
		asked[i] = strings.TrimSpace(asked[i])
	}
	for _, w := range week {
		if slices.Contains(asked, w.short) {
			days = append(days, w.day)
		}
		asked = slices.DeleteFunc(asked, func(a string) bool { return a == w.short })
	}
	if len(asked) > 0 {
		return nil, fmt.Errorf("%q is no day; choose from mon, tue, wed, thu, fri, sat, sun", asked[0])
	}
	if len(days) == len(week) {
		return nil, nil
	}
	return days, nil
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
