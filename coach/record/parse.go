package record

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"uncramp/coach/text"
)

// ParseMinutes reads how long a cramp lasted: minutes such as 4 or 0.5, a day
// at most.
func ParseMinutes(given string) (time.Duration, error) {
	d, err := time.ParseDuration(given + "m")
	if err != nil || d < 0 || d > 24*time.Hour {
		return 0, errors.New("write minutes, such as 4 or 0.5, 1440 at most")
	}
	return d, nil
}

// ParseMoment reads when a cramp began, by the clocks of now's zone: a date
// with a time of day, such as 2026-11-21T03:12; yesterday with one; or a time
// of day alone, which is the latest one that is past. Where the clocks showed a
// time twice in one night, the later one counts. What is in the future, or was
// passed over when the clocks were put forward, is refused.
func ParseMoment(given string, now time.Time) (time.Time, error) {
	words := strings.Fields(strings.ToLower(strings.Replace(given, "T", " ", 1)))
	if len(words) == 0 || len(words) > 2 {
		return time.Time{}, errMoment(given)
	}
	clock, err := time.Parse(clockForm, words[len(words)-1])
	if err != nil {
		return time.Time{}, errMoment(given)
	}
	yesterday := now.AddDate(0, 0, -1)
	switch {
	case len(words) == 1:
		if at, err := latest(now, clock, now); err == nil {
			return at, nil
		}
		return latest(yesterday, clock, now)
	case words[0] == "yesterday":
		return latest(yesterday, clock, now)
	}
	day, err := time.Parse(time.DateOnly, words[0])
	if err != nil || day.Year() < earliestYear {
		return time.Time{}, errMoment(given)
	}
	return latest(day, clock, now)
}

const clockForm = "15:04"

// latest is the latest moment until now at which the clocks showed a time on a
// day.
func latest(day, clock, now time.Time) (time.Time, error) {
	at := time.Date(day.Year(), day.Month(), day.Day(), clock.Hour(), clock.Minute(), 0, 0, now.Location())
	for _, t := range []time.Time{at.Add(time.Hour), at, at.Add(-time.Hour)} { // an hour comes twice when they are put back
		if t.Hour() == clock.Hour() && t.Minute() == clock.Minute() && !t.After(now) {
			return t, nil
		}
	}
	said := day.Format(time.DateOnly) + " " + clock.Format(clockForm)
	if at.After(now) {
		return time.Time{}, fmt.Errorf("%s is in the future; write when it began, such as 03:12 or yesterday 03:12", said)
	}
	return time.Time{}, fmt.Errorf("there was no %s: the clocks were put forward; write a time an hour before or after", said)
}

func errMoment(given string) error {
	return fmt.Errorf("%.40q is no moment; write 03:12, yesterday 03:12 or 2026-11-21T03:12", text.Clean(given))
}
