package record

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"uncramp/coach/text"
)

// ParseMoment reads when a cramp began, by the clocks of now's zone: now; a date with a
// time of day, in every form that the program prints and the usual others, such as
// 2026-11-21T03:12, 21.11.2026 03:12 or 21 November 03:12; a day as one says it, such
// as yesterday or last night, with one; or a time of day alone. Without its year, or
// its day, it is the latest that is past. A zone behind it, as in
// 2026-11-21T03:12+01:00, goes before now's. Where the clocks showed a time twice in one
// night, the later one counts. What is in the future, or was passed over when the clocks
// were put forward, is refused, and so is a date of which nobody knows whether the day
// or the month comes first.
func ParseMoment(given string, now time.Time) (time.Time, error) {
	if strings.EqualFold(given, "now") {
		return now, nil
	}
	if at, ok := withZone(given); ok {
		if at.After(now) {
			return time.Time{}, errFuture(at)
		}
		return at, nil
	}
	words := strings.Fields(strings.ToUpper(splitClock(given)))
	if c, err := parseClock(strings.Join(words, " ")); err == nil {
		if at, err := latest(now, c, now); err == nil {
			return at, nil
		}
		return latest(AsShown(now).AddDate(0, 0, -1), c, now)
	}
	if day, c, err := parseSpoken(strings.Join(words, " "), now); err == nil {
		return latest(day, c, now)
	}
	w, err := parseWall(given, words)
	switch {
	case errors.Is(err, errNoMoment):
		return time.Time{}, errMoment(given)
	case err != nil:
		return time.Time{}, err
	}
	if w.year {
		return latest(w.day, w.clock, now)
	}
	return latestOfDay(w, now)
}

// AsShown is what the clocks of its zone showed at a moment, as if in UTC, where each day
// has 24 hours.
func AsShown(at time.Time) time.Time {
	y, m, d := at.Date()
	return time.Date(y, m, d, at.Hour(), at.Minute(), at.Second(), at.Nanosecond(), time.UTC)
}

// spokenDays are days as one says them, with the days to go back for a time of day
// before noon, and after it.
var spokenDays = []struct {
	said       string
	am, pm     int
	byTheNight bool // after midnight it is still the same one
}{
	{said: "TODAY "}, {said: "THIS MORNING "}, {said: "THIS EVENING "}, {said: "YESTERDAY ", am: 1, pm: 1},
	{said: "LAST NIGHT ", pm: 1}, {said: "TONIGHT ", am: -1, byTheNight: true},
}

// parseSpoken reads a day as one says it, with a time of day, in capitals.
func parseSpoken(words string, now time.Time) (day, clock time.Time, err error) {
	for _, s := range spokenDays {
		rest, ok := strings.CutPrefix(words, s.said)
		if !ok {
			continue
		}
		const noon = 12
		back := s.pm
		if clock, err = parseClock(rest); clock.Hour() < noon {
			back = s.am
		}
		if s.byTheNight && now.Hour() < noon {
			back++
		}
		return AsShown(now).AddDate(0, 0, -back), clock, err
	}
	return day, clock, errNoMoment
}

// latestOfDay is the latest moment until now of a day without a year; 29 February
// comes in every fourth or eighth.
func latestOfDay(w wall, now time.Time) (at time.Time, err error) {
	for back := range 9 {
		day := time.Date(now.Year()-back, w.day.Month(), w.day.Day(), 0, 0, 0, 0, time.UTC)
		if day.Day() != w.day.Day() {
			continue
		}
		if at, err = latest(day, w.clock, now); err == nil {
			return at, nil
		}
	}
	return at, err
}

// ParseDated reads a moment of a file: with its zone, or by the clocks of a zone,
// with its year. What could be two moments is refused.
func ParseDated(given string, in *time.Location) (time.Time, error) {
	if at, ok := withZone(given); ok {
		return at, nil
	}
	w, err := parseWall(given, strings.Fields(strings.ToUpper(splitClock(given))))
	switch {
	case errors.Is(err, errNoMoment):
		return time.Time{}, fmt.Errorf("%.40q is no date with a time of day; write it like 2026-11-21 03:12", text.Clean(given))
	case err != nil:
		return time.Time{}, err
	case !w.year:
		return time.Time{}, fmt.Errorf("%.40q has no year; write it like 2026-11-21 03:12", text.Clean(given))
	}
	switch shown := moments(w.day, w.clock, in); len(shown) {
	case 0:
		return time.Time{}, errPassedOver(w.day, w.clock)
	case 1:
		return shown[0], nil
	default:
		return time.Time{}, fmt.Errorf("the clocks showed %s twice when they were put back; write %s or %s",
			spell(w.day, w.clock), shown[0].Format(time.RFC3339), shown[len(shown)-1].Format(time.RFC3339))
	}
}

// withZone reads a moment that tells its zone.
func withZone(given string) (time.Time, bool) {
	for _, form := range []string{time.RFC3339Nano, "2006-01-02T15:04Z07:00"} {
		at, err := time.Parse(form, strings.Replace(strings.TrimSpace(given), " ", "T", 1))
		if err == nil && at.UTC().Year() >= earliestYear {
			return instant(at), true
		}
	}
	return time.Time{}, false
}

// wall is what a calendar and a clock on the wall show.
type wall struct {
	day, clock time.Time
	year       bool // that of the day was told
}

const clockForm = "15:04"

// dayForms are how a day is written, but for those of which the numbers don't tell
// which is which.
var dayForms = []struct {
	form string
	year bool
}{
	{"2006-1-2", true}, {"2006/1/2", true}, {"2 January 2006", true}, {"2 Jan 2006", true}, {"January 2 2006", true}, {"Jan 2 2006", true},
	{"2 January 06", true}, {"2 Jan 06", true},
	{"2 January", false}, {"2 Jan", false}, {"January 2", false}, {"Jan 2", false},
}

// numbered is a day in which the year comes last.
var numbered = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(\d{1,2})([./-])(\d{1,2})([./-])(\d{2}|\d{4})$`)
})

// splitClock parts the clock from a day that a T stands behind.
func splitClock(given string) string {
	return afterDigit().ReplaceAllString(strings.ReplaceAll(given, ",", " "), "$1 $2")
}

var afterDigit = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(\d)[Tt](\d)`)
})

// parseWall reads a day with a time of day, of words in capitals.
func parseWall(given string, words []string) (w wall, err error) {
	weekday := ""
	if len(words) > 0 && isWeekday(words[0]) {
		weekday, words = words[0], words[1:]
	}
	for n := len(words) - 1; n > 0 && n >= len(words)-2; n-- {
		if w.clock, err = parseClock(strings.Join(words[n:], " ")); err == nil {
			w.day, w.year, err = parseDay(given, strings.Join(words[:n], " "))
			if err == nil && weekday != "" && w.year && !strings.HasPrefix(strings.ToUpper(w.day.Weekday().String()), weekday) {
				err = fmt.Errorf("%.40q is a %s; put one of the two right", text.Clean(given), w.day.Weekday())
			}
			return w, err
		}
	}
	return w, errNoMoment
}

func isWeekday(word string) bool {
	for d := range 7 {
		if name := strings.ToUpper(time.Weekday(d).String()); word == name || word == name[:3] {
			return true
		}
	}
	return false
}

// parseClock reads a time of day.
func parseClock(given string) (at time.Time, err error) {
	for _, form := range []string{clockForm, "15:04:05", "3:04 PM", "3:04PM", "3:04:05 PM"} {
		if at, err = time.Parse(form, given); err == nil {
			return at, nil
		}
	}
	return at, err
}

// parseDay reads a day; year says that it tells its own.
func parseDay(given, said string) (day time.Time, year bool, err error) {
	if n := numbered().FindStringSubmatch(said); n != nil {
		day, err = parseNumbered(given, n[2] == "." && n[4] == ".", n[1], n[3], n[5])
		return day, true, err
	}
	for _, f := range dayForms {
		if day, err = time.Parse(f.form, said); err == nil {
			if f.year && day.Year() < earliestYear {
				break
			}
			return day, f.year, nil
		}
	}
	return day, false, errNoMoment
}

// parseNumbered reads a day that is written as two numbers and a year. With points
// the day comes first; else one of them must tell which it is.
func parseNumbered(given string, points bool, first, second, year string) (time.Time, error) {
	if len(year) < 4 {
		return time.Time{}, fmt.Errorf("%.40q has a year of two digits; write all four", text.Clean(given))
	}
	a, _ := strconv.Atoi(first) // they are digits
	b, _ := strconv.Atoi(second)
	if !points && a <= 12 && b <= 12 && a != b {
		return time.Time{}, fmt.Errorf("%.40q may be %s-%02d-%02d or %[2]s-%02[4]d-%02[3]d; write the one that it is",
			text.Clean(given), year, b, a)
	}
	if !points && b > 12 {
		a, b = b, a
	}
	day, err := time.Parse("2006-1-2", fmt.Sprintf("%s-%d-%d", year, b, a))
	if err != nil || day.Year() < earliestYear {
		return day, errNoMoment
	}
	return day, nil
}

// moments are those at which the clocks of a zone showed a time on a day, in order:
// none where they were put forward, two where they were put back.
func moments(day, clock time.Time, in *time.Location) (shown []time.Time) {
	at := time.Date(day.Year(), day.Month(), day.Day(), clock.Hour(), clock.Minute(), clock.Second(), clock.Nanosecond(), in)
	const half = 30 * time.Minute // one zone puts them by so much
	for _, by := range []time.Duration{-2 * half, -half, 0, half, 2 * half} {
		if t := at.Add(by); t.Format(time.DateOnly+clockForm) == day.Format(time.DateOnly)+clock.Format(clockForm) {
			shown = append(shown, t)
		}
	}
	return shown
}

// latest is the latest moment until now at which the clocks showed a time on a
// day.
func latest(day, clock, now time.Time) (time.Time, error) {
	shown := moments(day, clock, now.Location())
	for i := len(shown) - 1; i >= 0; i-- {
		if !shown[i].After(now) {
			return shown[i], nil
		}
	}
	if len(shown) > 0 {
		return time.Time{}, errFuture(shown[0])
	}
	return time.Time{}, errPassedOver(day, clock)
}

func spell(day, clock time.Time) string {
	return day.Format(time.DateOnly) + " " + clock.Format(clockForm)
}

func errFuture(at time.Time) error {
	return fmt.Errorf("%s is in the future; write when it began, such as 03:12 or yesterday 03:12", spell(at, at))
}

func errPassedOver(day, clock time.Time) error {
	return fmt.Errorf("there was no %s: the clocks were put forward; write a time before or after that", spell(day, clock))
}

// errNoMoment says of a text that it is none; who reads it says what to write.
var errNoMoment = errors.New("no moment")

func errMoment(given string) error {
	return fmt.Errorf("%.40q is no moment; write 03:12, yesterday 03:12 or 2026-11-21T03:12", text.Clean(given))
}
