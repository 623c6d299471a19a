package record

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
)

// parseWhole reads a whole number as people and spreadsheets write it: 7, 7.0 or 7,00.
// It has no zeros before it.
func parseWhole(given string) (n int, ok bool) {
	whole, rest, fraction := strings.Cut(withPoint(given), ".")
	if fraction && (rest == "" || strings.Trim(rest, "0") != "") {
		return 0, false
	}
	n, err := strconv.Atoi(whole)
	return n, err == nil && strconv.Itoa(n) == whole
}

// ParseMinutes reads how long a cramp lasted: minutes such as 4, 0.5 or 0,5, a day
// at most.
func ParseMinutes(given string) (time.Duration, error) {
	d, err := time.ParseDuration(withPoint(given) + "m")
	if err != nil || d < 0 || d > 24*time.Hour {
		return 0, errors.New("write minutes, such as 4 or 0.5, 1440 at most")
	}
	return d, nil
}

// thousands is a comma that may part thousands or a fraction.
var thousands = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[1-9][0-9]{0,2},[0-9]{3}$`) })

// withPoint is a number that was written with a decimal comma, with a point. One that
// may mean thousands as well stays as it is, which nothing reads as a number.
func withPoint(number string) string {
	if strings.Contains(number, ".") || thousands().MatchString(number) {
		return number
	}
	return strings.Replace(number, ",", ".", 1)
}
