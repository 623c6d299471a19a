package record

import (
	"errors"
	"strings"
	"time"
)

// ParseMinutes reads how long a cramp lasted: minutes such as 4, 0.5 or 0,5, a day
// at most.
func ParseMinutes(given string) (time.Duration, error) {
	d, err := time.ParseDuration(withPoint(given) + "m")
	if err != nil || d < 0 || d > 24*time.Hour {
		return 0, errors.New("write minutes, such as 4 or 0.5, 1440 at most")
	}
	return d, nil
}

// withPoint is a number that was written with a decimal comma, with a point.
func withPoint(number string) string {
	if strings.Contains(number, ".") {
		return number
	}
	return strings.Replace(number, ",", ".", 1)
}
