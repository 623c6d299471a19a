package plan

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // a machine may have none
	"unicode/utf8"

	"github.com/charmbracelet/x/exp/golden"

	"uncramp/coach/record"
	"uncramp/coach/stats"
)

// evening is a Sunday's.
func evening() time.Time { return time.Date(2026, 11, 22, 21, 0, 0, 0, east(1)) }

// followed is a routine that was followed to its end.
func followed(routine string, at time.Time) record.Session {
	return record.Session{Routine: routine, At: at, Planned: 4 * time.Minute, Worked: 3 * time.Minute}
}

// begun is one of which little was done.
func begun(routine string, at time.Time) record.Session {
	s := followed(routine, at)
	s.Worked = 10 * time.Second
	return s
}

// week is a week of sessions, with its bedtime stretches.
func week(now time.Time, glasses map[stats.Day]int, sessions ...record.Session) Weekly {
	return Week(now, sessions, glasses)
}

// berlin is where the clocks change.
func berlin(t *testing.T) *time.Location {
	t.Helper()
	l, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func east(hours int) *time.Location { return time.FixedZone("", hours*3600) }

// anyZone is one of those that there are, half hours too.
func anyZone(dice *rand.Rand) *time.Location {
	return time.FixedZone("", (dice.IntN(53)-24)*1800)
}

// signs are a row's states, a letter each.
func signs(w Weekly, id string) (out string) {
	letters := map[State]string{Empty: ".", Partly: "p", Done: "D", Due: "!", Ahead: ">"}
	for _, r := range w.Rows {
		if r.Item.ID == id {
			for _, c := range r.Cells {
				out += letters[c.State]
			}
		}
	}
	return out
}

func TestWeek(t *testing.T) {
	hours := func(day, hour, minute int) time.Time { return time.Date(2026, 11, day, hour, minute, 0, 0, east(1)) }
	for name, tt := range map[string]struct {
		now      time.Time
		item     string
		sessions []record.Session
		want     string
	}{
		"nothing yet":                 {evening(), "morning", nil, "......!"},
		"a missed day is empty":       {evening(), "morning", []record.Session{followed("morning", hours(18, 7, 0))}, "..D...!"},
		"done today":                  {evening(), "morning", []record.Session{followed("morning", hours(22, 7, 0))}, "......D"},
		"only begun":                  {evening(), "morning", []record.Session{begun("morning", hours(22, 7, 0))}, "......p"},
		"done, then begun again":      {evening(), "morning", []record.Session{followed("morning", hours(22, 7, 0)), begun("morning", hours(22, 8, 0))}, "......D"},
		"begun, then done":            {evening(), "morning", []record.Session{begun("morning", hours(22, 7, 0)), followed("morning", hours(22, 8, 0))}, "......D"},
		"no work in it":               {evening(), "morning", []record.Session{{Routine: "morning", At: hours(22, 7, 0)}}, "......!"},
		"deleted":                     {evening(), "morning", []record.Session{{Routine: "morning", At: hours(22, 7, 0), Worked: time.Hour, Deleted: true}}, "......!"},
		"another routine":             {evening(), "morning", []record.Session{followed("desk", hours(22, 7, 0))}, "......!"},
		"the first day":               {evening(), "morning", []record.Session{followed("morning", hours(16, 0, 0)), followed("morning", hours(15, 23, 59))}, "D.....!"},
		"exercise is never due":       {evening(), "before", nil, "......."},
		"exercise, where there was":   {evening(), "before", []record.Session{followed("warmup", hours(20, 17, 0)), begun("warmup", hours(22, 17, 0))}, "....D.p"},
		"after exercise":              {evening(), "after", []record.Session{followed("warmup", hours(20, 17, 0)), followed("cooldown", hours(21, 18, 0))}, ".....D."},
		"tonight is due in the day":   {hours(22, 9, 0), stats.Bedtime, nil, "......!"},
		"and late":                    {hours(22, 23, 50), stats.Bedtime, nil, "......!"},
		"after midnight, too":         {hours(23, 0, 20), stats.Bedtime, nil, ".....!>"},
		"until the night is over":     {hours(23, 7, 59), stats.Bedtime, nil, ".....!>"},
		"then it is the next one's":   {hours(23, 8, 0), stats.Bedtime, nil, "......!"},
		"done before midnight":        {hours(22, 23, 55), stats.Bedtime, []record.Session{followed(stats.Bedtime, hours(22, 23, 50))}, "......D"},
		"and seen after it":           {hours(23, 0, 20), stats.Bedtime, []record.Session{followed(stats.Bedtime, hours(22, 23, 50))}, ".....D>"},
		"done after midnight":         {hours(23, 0, 30), stats.Bedtime, []record.Session{followed(stats.Bedtime, hours(23, 0, 20))}, ".....D>"},
		"the same night twice":        {hours(23, 1, 0), stats.Bedtime, []record.Session{followed(stats.Bedtime, hours(22, 23, 50)), followed(stats.Bedtime, hours(23, 0, 20))}, ".....D>"},
		"two nights":                  {hours(23, 1, 0), stats.Bedtime, []record.Session{followed(stats.Bedtime, hours(22, 0, 20)), followed(stats.Bedtime, hours(23, 0, 20))}, "....DD>"},
		"seen in the morning":         {hours(23, 9, 0), stats.Bedtime, []record.Session{followed(stats.Bedtime, hours(23, 0, 20))}, ".....D!"},
		"a morning is of its day":     {hours(23, 0, 20), "morning", []record.Session{followed("morning", hours(22, 7, 0))}, ".....D!"},
		"a journey ahead counts now":  {evening(), "morning", []record.Session{followed("morning", time.Date(2026, 11, 23, 2, 0, 0, 0, east(14)))}, "......D"},
		"a night ahead counts now":    {hours(22, 11, 30), stats.Bedtime, []record.Session{followed(stats.Bedtime, time.Date(2026, 11, 22, 22, 0, 0, 0, east(14)))}, ".....D!"},
		"the future counts nowhere":   {evening(), "morning", []record.Session{followed("morning", hours(25, 7, 0))}, "......!"},
		"nor does a night of it":      {hours(23, 1, 0), stats.Bedtime, []record.Session{followed(stats.Bedtime, hours(25, 22, 0))}, ".....!>"},
		"by the clock where it was":   {evening(), "morning", []record.Session{followed("morning", time.Date(2026, 11, 21, 6, 0, 0, 0, east(12)))}, ".....D!"},
		"a night, by the same clock":  {evening(), stats.Bedtime, []record.Session{followed(stats.Bedtime, time.Date(2026, 11, 21, 1, 0, 0, 0, east(12)))}, "....D.!"},
		"too old, by any clock":       {evening(), stats.Bedtime, []record.Session{followed(stats.Bedtime, hours(16, 3, 0))}, "......!"},
		"other items are not touched": {evening(), Water, []record.Session{followed("morning", hours(22, 7, 0))}, "......!"},
	} {
		if got := signs(week(tt.now, nil, tt.sessions...), tt.item); got != tt.want {
			t.Errorf("%s: %s, want %s", name, got, tt.want)
		}
	}
}

func TestGlasses(t *testing.T) {
	today := stats.DayOf(evening())
	w := week(evening(), map[stats.Day]int{today - 8: 6, today - 6: 6, today - 5: 1, today - 4: 9, today - 3: -2, today + 1: 3})
	if got := signs(w, Water); got != "DpD...!" {
		t.Errorf("they are %s", got)
	}
	if got := w.Rows[4].Cells; got[0].Times != 6 || got[1].Times != 1 || got[2].Times != 9 || got[3].Times != 0 {
		t.Errorf("counted: %v", got)
	}
	if got := signs(week(evening(), map[stats.Day]int{today: 2}), Water); got != "......p" {
		t.Errorf("two today are %s", got)
	}
}

// TestWeeksAddUp makes up what was done, in any zone, around the changes of the
// clocks, too, and wants what the week shows to be what there was.
func TestWeeksAddUp(t *testing.T) {
	zone := berlin(t)
	seen := map[State]int{}
	for seed := range uint64(2000) {
		dice := rand.New(rand.NewPCG(seed, 7))
		now := time.Date(2026, []time.Month{3, 10, 11}[seed%3], 20+dice.IntN(12), dice.IntN(24), dice.IntN(60), 0, 0, zone)
		travelling := dice.IntN(2) == 0
		var sessions, all []record.Session
		for range dice.IntN(40) {
			s := followed([]string{"morning", "warmup", "cooldown", stats.Bedtime, "desk"}[dice.IntN(5)], now.Add(-time.Duration(dice.Int64N(int64(10*24*time.Hour)))))
			if travelling {
				s.At = s.At.In(anyZone(dice))
			}
			s.Worked = time.Duration(dice.IntN(4)) * 40 * time.Second
			all = append(all, s)
			if s.Routine == stats.Bedtime || !s.At.Before(FirstDay(now).Since()) {
				sessions = append(sessions, s)
			}
		}
		history := stats.Count(now, 0, stats.Rows{Sessions: all})
		stretched := map[stats.Day]bool{}
		for _, n := range history.Nights {
			stretched[n.Evening] = n.Stretched
		}
		w := Week(now, sessions, nil)
		for i, d := range w.Days {
			if want := stats.DayOf(now) - DaysShown + 1 + stats.Day(i); d != want {
				t.Fatalf("seed %d: day %d is %s, want %s", seed, i, d.Date(), want.Date())
			}
		}
		for r, row := range w.Rows {
			if row.Item.ID != Items()[r].ID {
				t.Fatalf("seed %d: row %d is %s", seed, r, row.Item.ID)
			}
			for i, c := range row.Cells {
				seen[c.State]++
				if done := c.State == Done; done != (c.Times >= row.Item.Times) {
					t.Fatalf("seed %d: %s on day %d is %+v", seed, row.Item.ID, i, c)
				}
				if c.State == Due && (i != row.Now || row.Item.Exercise) || c.State == Ahead && i <= row.Now || c.State == Empty && i == row.Now && !row.Item.Exercise {
					t.Fatalf("seed %d: %s on day %d, where %d is now, is %+v", seed, row.Item.ID, i, row.Now, c)
				}
				if row.Item.Night && (c.State == Done) != stretched[w.Days[i]] {
					t.Fatalf("seed %d: the night of %s is %+v, and of the nights %v", seed, w.Days[i].Date(), c, stretched)
				}
				if want := bestOf(row.Item, w.Days[i], now, sessions); !row.Item.Night && (want == Done || want == Partly) != (c.State == Done || c.State == Partly) {
					t.Fatalf("seed %d: %s on %s is %+v, want %v", seed, row.Item.ID, w.Days[i].Date(), c, want)
				}
			}
		}
		if w.SixWeeks != history.SixWeeks {
			t.Fatalf("seed %d: the six weeks are %+v", seed, w.SixWeeks)
		}
	}
	for _, s := range []State{Empty, Partly, Done, Due, Ahead} {
		if seen[s] < 500 {
			t.Errorf("state %d was seen %d times only", s, seen[s])
		}
	}
}

// bestOf says in another way what was done of an item on a calendar day.
func bestOf(item Item, d stats.Day, now time.Time, sessions []record.Session) State {
	best := Empty
	for _, s := range sessions {
		at := s.At.Format(time.DateOnly)
		if today := now.Format(time.DateOnly); at > today {
			at = today
		}
		if at != d.Date().Format(time.DateOnly) || !slices.Contains(item.Routines, s.Routine) || s.Worked == 0 {
			continue
		}
		if best = max(best, Partly); s.Worked.Seconds() >= item.Share*s.Planned.Seconds() {
			best = Done
		}
	}
	return best
}

// some is a week with something of everything.
func some(now time.Time) Weekly {
	ago := func(days, hour int) time.Time {
		return time.Date(now.Year(), now.Month(), now.Day()-days, hour, 5, 0, 0, now.Location())
	}
	today := stats.DayOf(now)
	sessions := []record.Session{
		followed("morning", ago(6, 7)), followed("morning", ago(4, 7)), begun("morning", ago(3, 7)), followed("morning", ago(1, 7)),
		followed("warmup", ago(4, 17)), followed("cooldown", ago(4, 18)), begun("cooldown", ago(1, 18)),
		followed(stats.Bedtime, ago(6, 22)), followed(stats.Bedtime, ago(5, 22)), followed(stats.Bedtime, ago(3, 0)), begun(stats.Bedtime, ago(2, 22)),
	}
	w := week(now, map[stats.Day]int{today - 6: 6, today - 4: 3, today - 1: 8, today: 2}, sessions...)
	return w.WithNights(stats.Summary{SixWeeks: w.SixWeeks, Nights: []stats.Night{{Evening: today - 7, Cramps: 9}, {Evening: today - 5, Cramps: 1}, {Evening: today - 2, Cramps: 1, ByDay: 1}, {Evening: today, ByDay: 1}}})
}

// endless is a width on which no line is wrapped.
const endless = 10_000

func TestText(t *testing.T) {
	midnight := time.Date(2026, 11, 23, 0, 20, 0, 0, east(1))
	for name, text := range map[string]string{
		"some-80": some(evening()).Text(80), "some-40": some(evening()).Text(40), "some-0": some(evening()).Text(endless),
		"after-midnight": week(midnight, nil, followed(stats.Bedtime, midnight.Add(-30*time.Minute))).Text(80), "new": week(evening(), nil).Text(80),
	} {
		t.Run(name, func(t *testing.T) { golden.RequireEqual(t, text) })
	}
}

func TestTextFitsItsWidth(t *testing.T) {
	for width := 20; width < 120; width++ {
		text := some(evening()).Text(width)
		for line := range strings.Lines(text) {
			if n := utf8.RuneCountInString(strings.TrimSuffix(line, "\n")); n > width {
				t.Errorf("on %d columns a line has %d: %q", width, n, line)
			}
		}
		if got, want := strings.Fields(text), strings.Fields(some(evening()).Text(endless)); !slices.Equal(got, want) {
			t.Errorf("on %d columns the words are %v", width, got)
		}
	}
}
