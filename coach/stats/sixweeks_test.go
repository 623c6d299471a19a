package stats

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"uncramp/coach/record"
)

func TestSixWeeks(t *testing.T) {
	run := func(from, n, each int) (nights []Day) {
		for i := range n {
			nights = append(nights, Day(from+i*each))
		}
		return nights
	}
	for name, tt := range map[string]struct {
		nights             []Day
		last               Day
		night, done, since int
		place, says        string
	}{
		"not begun":           {nil, 100, 0, 0, 0, "not begun", "Your first stretch begins night 1."},
		"the first night":     {[]Day{100}, 100, 1, 1, 0, "night 1 of 42", "You did it on 1 night so far."},
		"gaps reset nothing":  {[]Day{100, 101, 110, 141}, 141, 42, 4, 0, "night 42 of 42", "You did it on 4 nights so far."},
		"over":                {run(100, 42, 1), 150, 51, 42, 0, "42 nights are over", "You did 42 of 42."},
		"gone on":             {run(100, 30, 2), 158, 59, 21, 9, "42 nights are over", "You did 21 of 42, and 9 since."},
		"anew after a break":  {append(run(100, 42, 1), 184), 185, 2, 1, 0, "night 2 of 42", "You did it on 1 night so far."},
		"not quite as long":   {append(run(100, 42, 1), 183), 185, 86, 42, 1, "42 nights are over", "You did 42 of 42, and 1 since."},
		"a year without over": {run(100, 3, 1), 500, 401, 3, 0, "42 nights are over", "You did 3 of 42."},
	} {
		var stretches []record.Session
		for _, night := range tt.nights {
			stretches = append(stretches, record.Session{Routine: Bedtime, At: night.Date().Add(22 * time.Hour), Worked: time.Minute})
		}
		s := SixWeeksOf(tt.last.Date().Add(day-1), stretches)
		if s.Night != tt.night || s.Count() != tt.done || s.Since != tt.since {
			t.Errorf("%s: night %d, %d done, %d since", name, s.Night, s.Count(), s.Since)
		}
		for i, format := range []string{"Six weeks of the bedtime stretch: %s. %s", "Six weeks of the bedtime stretch: %s", "Bedtime stretch: %s", "%s"} {
			want := fmt.Sprintf(format, []any{tt.place, tt.says}[:strings.Count(format, "%s")]...)
			if texts := s.Texts(); len(texts) != 4 || texts[i] != want || s.Account() != tt.says {
				t.Errorf("%s: %q, not %q; %s", name, texts, want, s.Account())
			}
		}
	}
}
