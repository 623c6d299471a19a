package routines

import (
	"fmt"
	"strconv"
	"strings"

	"uncramp/coach/yamlfile"
)

// parse reads one routine, which must have that id; any, if that is empty. The
// name stands for the file in errors, which join all that is wrong, each a
// [*yamlfile.Fault]; amiss is what it can be played without.
func (l Library) parse(name string, data []byte, id string) (r Routine, amiss, err error) {
	f, err := yamlfile.Parse(name, data)
	if err != nil {
		return r, nil, err
	}
	f.Decode(&r)
	for i := range r.Steps {
		r.Steps[i].settle(func(field string) bool { return f.Writes(fmt.Sprintf("steps[%d].%s", i, field)) })
	}
	check(f, r)
	if id != "" && r.ID != id {
		f.Refuse("id", otherID.With(r.ID, name))
	}
	if err := f.Err(); err != nil {
		return Routine{}, nil, err
	}
	l.unknownFigures(f, r)
	return r, f.Err(), nil
}

// ReadScalar reads "10s" or "2m": a whole number without sign, leading zero,
// point or exponent, and its unit.
func (s *Seconds) ReadScalar(text string) yamlfile.Message {
	digits, factor := strings.TrimSuffix(text, "s"), Seconds(1)
	if minutes, ok := strings.CutSuffix(text, "m"); ok {
		digits, factor = minutes, 60
	}
	n, ok := whole(digits, 9999)
	if !ok || digits == text {
		return noLength.With(text)
	}
	*s = Seconds(n) * factor
	return yamlfile.Message{}
}

// ReadScalar reads a whole number without sign, leading zero or exponent.
func (c *Count) ReadScalar(text string) yamlfile.Message {
	n, ok := whole(text, 999)
	if !ok {
		return noCount.With(text)
	}
	*c = Count(n)
	return yamlfile.Message{}
}

// whole reads a number from 1 that is written in its shortest form.
func whole(digits string, most int) (int, bool) {
	n, err := strconv.Atoi(digits)
	return n, err == nil && 1 <= n && n <= most && strconv.Itoa(n) == digits
}
