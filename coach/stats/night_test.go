package stats

import (
	"maps"
	"math/rand/v2"
	"testing"
	"time"
	_ "time/tzdata" // a machine may have none

	"uncramp/coach/record"
)

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

func TestNightsAndDaysGoByTheClockOnTheWall(t *testing.T) {
	zone := berlin(t)
	for _, c := range []struct {
		at         time.Time
		day, night string
	}{
		{time.Date(2026, 11, 21, 12, 0, 0, 0, zone), "2026-11-21", "2026-11-21"},
		{time.Date(2026, 11, 21, 23, 50, 0, 0, zone), "2026-11-21", "2026-11-21"},
		{time.Date(2026, 11, 22, 0, 20, 0, 0, zone), "2026-11-22", "2026-11-21"},
		{time.Date(2026, 11, 22, 3, 12, 0, 0, zone), "2026-11-22", "2026-11-21"},
		{time.Date(2026, 11, 22, 11, 59, 59, 999, zone), "2026-11-22", "2026-11-21"},
		{time.Date(2027, 1, 1, 1, 0, 0, 0, east(-11)), "2027-01-01", "2026-12-31"},
		{time.Date(2026, 3, 1, 4, 0, 0, 0, east(9)), "2026-03-01", "2026-02-28"},
		{time.Date(1960, 1, 1, 0, 0, 0, 0, east(9)), "1960-01-01", "1959-12-31"},
		{time.Date(1, 1, 1, 13, 0, 0, 0, time.UTC), "0001-01-01", "0001-01-01"},
		// The clocks change in the night before; twelve hours earlier it was eleven or one.
		{time.Date(2026, 3, 29, 12, 30, 0, 0, zone), "2026-03-29", "2026-03-29"},
		{time.Date(2026, 10, 25, 11, 30, 0, 0, zone), "2026-10-25", "2026-10-24"},
	} {
		if got := DayOf(c.at).Date().Format(time.DateOnly); got != c.day {
			t.Errorf("%s is on %s, want %s", c.at, got, c.day)
		}
		if got := NightOf(c.at).Date().Format(time.DateOnly); got != c.night {
			t.Errorf("%s belongs to the night of %s, want %s", c.at, got, c.night)
		}
	}
}

func TestWhatHasBegunAndWhatIsOver(t *testing.T) {
	today := DayOf(time.Date(2026, 11, 22, 12, 0, 0, 0, east(1)))
	for _, c := range []struct {
		hour, minute int
		begun, over  Day
	}{
		{0, 0, today - 1, today - 2}, {7, 59, today - 1, today - 2}, {8, 0, today - 1, today - 1},
		{12, 0, today - 1, today - 1}, {19, 59, today - 1, today - 1}, {20, 0, today, today - 1}, {23, 59, today, today - 1},
	} {
		at := time.Date(2026, 11, 22, c.hour, c.minute, 0, 0, east(1))
		if got := LatestBegun(at); got != c.begun {
			t.Errorf("at %02d:%02d %s has begun", c.hour, c.minute, got.Date())
		}
		if got := LatestOver(at); got != c.over {
			t.Errorf("at %02d:%02d %s is over", c.hour, c.minute, got.Date())
		}
	}
}

func TestWhatCountsAsAtNight(t *testing.T) {
	for _, c := range []struct {
		hour, minute int
		asleep       record.Answer
		want         bool
	}{
		{19, 59, "", false}, {20, 0, "", true}, {3, 0, record.No, true}, {7, 59, "", true}, {8, 0, "", false}, {14, 0, record.Yes, true},
	} {
		e := record.Episode{At: time.Date(2026, 11, 18, c.hour, c.minute, 0, 0, east(1)), Asleep: c.asleep}
		if got := AtNight(e); got != c.want {
			t.Errorf("at %02d:%02d, asleep %q: %v", c.hour, c.minute, c.asleep, got)
		}
		want := Totals{AtNight: 1, With: 1, Known: 4, Without: 3, Unknown: 24, OnKnown: 1}
		if !c.want {
			want = Totals{ByDay: 1, Known: 4, Without: 4, Unknown: 24, OnKnown: 1}
		}
		if e.At.Hour() < 12 { // of the night before
			want.Known, want.Without, want.Unknown = want.Known+1, want.Without+1, want.Unknown-1
		}
		if got := Count(morning, 28, cramps(e)).Totals; got != want {
			t.Errorf("at %02d:%02d, asleep %q, it is counted as %+v, want %+v", c.hour, c.minute, c.asleep, got, want)
		}
	}
}

// TestSinceLeavesNothingOut reads by moments what is counted by clocks.
func TestSinceLeavesNothingOut(t *testing.T) {
	dice := rand.New(rand.NewPCG(7, 3))
	d := DayOf(time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC))
	before := 0
	for range 10000 {
		at := d.Date().Add(time.Duration(dice.Int64N(int64(4*day))) - 2*day).In(anyZone(dice))
		if within := !at.Before(d.Since()); DayOf(at) >= d && !within {
			t.Fatalf("%s is left out", at)
		} else if !within {
			before++
		}
	}
	if before < 1000 {
		t.Errorf("only %d moments are before it", before)
	}
	if got := DayOf(d.Date()); got != d {
		t.Errorf("%d comes back as %d", d, got)
	}
}

// TestStretchNights are each once; what lies ahead by the clock of a journey
// counts for the present night, and the future for none.
func TestStretchNights(t *testing.T) {
	now := time.Date(2026, 11, 22, 22, 0, 0, 0, east(1))
	stretch := func(at time.Time, worked time.Duration) record.Session {
		return record.Session{Routine: Bedtime, At: at, Planned: 4 * time.Minute, Worked: worked}
	}
	ago := now.AddDate(0, 0, -3)
	got := stretchNights(now, []record.Session{
		stretch(now, time.Minute), stretch(now.Add(time.Second), time.Minute), stretch(ago, time.Second), stretch(ago.Add(time.Hour), time.Minute),
		stretch(ago.Add(2*time.Hour), time.Second), stretch(ago.AddDate(0, 0, -1), time.Second), stretch(now.AddDate(0, 0, 2), time.Minute),
		stretch(now.In(east(14)), time.Second), {Routine: "desk", At: now.AddDate(0, 0, -9), Worked: time.Minute},
	})
	last := NightOf(now)
	if want := (map[Day]bool{last: true, last - 3: true, last - 4: false}); !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
