package stats

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"uncramp/coach/record"
	"uncramp/routines"
)

func pick[T any](dice *rand.Rand, among ...T) T { return among[dice.IntN(len(among))] }

// attemptsFrom are what is tried against a cramp from the n-th on.
func attemptsFrom(n int) []record.Attempt {
	all := []record.Attempt{
		{Routine: "ease", Step: "slack", Name: "Let it go slack"},
		{Routine: "ease", Step: "toes", Name: "Toes to the shin"},
		{Routine: "ease", Step: "toes", Name: "Toes to the shin", Answer: "same"},
		{Routine: "ease", Step: "stretch", Name: "Gentle stretch", Answer: "eased"},
	}
	return slices.Clone(all[n:])
}

// anyRows are rows before, in and after a window, in any zone.
func anyRows(dice *rand.Rand, until time.Time, days int) (rows Rows) {
	moment := func() time.Time {
		back := time.Duration(dice.Int64N(int64(time.Duration(days+3)*day))) - day
		return until.Add(-back).In(time.FixedZone("", (dice.IntN(27)-12)*3600))
	}
	rating := func() record.Rating { return record.Rating{Given: dice.IntN(2) == 0, Value: dice.IntN(11)} }
	yesNo := func() record.Answer { return pick(dice, "", record.Yes, record.No) }
	for range dice.IntN(60) {
		rows.Cramps = append(rows.Cramps, record.Episode{
			At: moment(), Muscle: pick(dice, "", routines.Calf, routines.Foot), Side: pick(dice, "", routines.Left, routines.Both),
			Severity: rating(), Disturbance: rating(), Soreness: rating(), Asleep: yesNo(), Woke: yesNo(),
			Length: time.Duration(dice.IntN(3)) * time.Minute, Relief: time.Duration(dice.IntN(200)) * time.Second,
			Tried: attemptsFrom(dice.IntN(5)), Deleted: dice.IntN(9) == 0,
		})
	}
	for range dice.IntN(40) {
		rows.Sessions = append(rows.Sessions, record.Session{
			At: moment(), Routine: pick(dice, "bedtime", "desk"),
			Planned: 4 * time.Minute, Worked: time.Duration(dice.IntN(4)) * time.Minute, Deleted: dice.IntN(9) == 0,
		})
	}
	slices.SortFunc(rows.Cramps, func(a, b record.Episode) int { return a.At.Compare(b.At) })
	return rows
}

// TestCountsAddUp makes up diaries and wants every way of counting to come to
// the same.
func TestCountsAddUp(t *testing.T) {
	seen := Totals{}
	for seed := range uint64(500) {
		dice := rand.New(rand.NewPCG(seed, 0))
		days := 1 + dice.IntN(60)
		now := morning.Add(time.Duration(dice.IntN(48*60)) * time.Minute)
		rows := anyRows(dice, now, days)
		s := Count(now, days, rows)
		equal := func(what string, got, want int) {
			t.Helper()
			if got != want {
				t.Fatalf("seed %d: %s is %d, want %d", seed, what, got, want)
			}
		}
		n, c := len(s.Cramps), s.Totals
		first := s.Nights[0].Evening
		equal("cramps", n, len(slices.DeleteFunc(slices.Clone(rows.Cramps), func(e record.Episode) bool {
			return e.Deleted || e.At.After(now) || min(NightOf(e.At), NightOf(now)) < first
		})))
		equal("cramps by night and day", c.AtNight+c.ByDay, n)
		equal("known nights", c.With+c.Without, c.Known)
		equal("nights", c.Known+c.Unknown, len(s.Nights))
		if len(s.Nights) < days || len(s.Nights) > days+1 {
			t.Fatalf("seed %d: %d nights for %d days", seed, len(s.Nights), days)
		}
		if c.Stretched+c.OnlyBegun > c.Known || c.OnKnown+c.Tonight > n {
			t.Fatalf("seed %d: too much for %d cramps: %+v", seed, n, c)
		}
		hours, places, muscles := 0, 0, 0
		for _, h := range s.Hours {
			hours += h
		}
		for _, p := range s.Places {
			places += p.Cramps
		}
		for _, m := range s.Muscles() {
			muscles += m.Sides[0] + m.Sides[1] + m.Sides[2] + m.Sides[3]
		}
		for _, list := range [][]Period{s.Weeks(), s.Months()} {
			weeks, nights := 0, 0
			for _, p := range list {
				weeks += p.Totals.AtNight + p.Totals.ByDay
				nights += len(p.Nights)
			}
			equal("cramps by period", weeks, n)
			equal("nights by period", nights, len(s.Nights))
		}
		relief := 0
		for _, in := range s.ReliefTimes {
			relief += in
		}
		equal("cramps by hour", hours, n)
		equal("cramps by place", places, n)
		equal("cramps by muscle", muscles, n)
		equal("cramps by relief", relief, n)
		equal("cramps with a relief", n-s.ReliefTimes[len(s.ReliefTimes)-1], s.Relief.Given)
		for what, a := range map[string]Answers{"woke": s.Woke, "asleep": s.Asleep} {
			equal(what, a.Yes+a.No+a.Unanswered, n)
		}
		for what, sp := range map[string]Spread{"severity": s.Severity, "relief": s.Relief, "length": s.Length, "disturbance": s.Disturbance, "soreness": s.Soreness} {
			if sp.Given > n || sp.Least > sp.Median || sp.Median > sp.Most {
				t.Fatalf("seed %d: %s spreads %+v over %d", seed, what, sp, n)
			}
		}
		firsts, tried := 0, 0
		for _, o := range s.Outcomes {
			equal("places of "+o.Name, o.First+o.Second+o.Later, o.Cramps)
			if o.Unanswered() < 0 || o.Cramps > n {
				t.Fatalf("seed %d: %+v in %d cramps", seed, o, n)
			}
			firsts += o.First
		}
		for _, e := range s.Cramps {
			if len(e.Tried) > 0 {
				tried++
			}
		}
		equal("what came first", firsts, tried)
		seen = Totals{
			seen.Known + c.Known, seen.With + c.With, seen.Without + c.Without, seen.Unknown + c.Unknown, seen.AtNight + c.AtNight, seen.ByDay + c.ByDay,
			seen.Stretched + c.Stretched, seen.OnlyBegun + c.OnlyBegun, seen.Tonight + c.Tonight, seen.OnKnown + c.OnKnown,
		}
	}
	for _, n := range []int{seen.With, seen.Without, seen.Unknown, seen.AtNight, seen.ByDay, seen.Stretched, seen.OnlyBegun, seen.Tonight} {
		if n < 100 {
			t.Errorf("the diaries were too alike: %+v", seen)
		}
	}
}

// TestNightsCountedAnotherWay goes through the nights with a calendar at hand,
// in one zone.
func TestNightsCountedAnotherWay(t *testing.T) {
	for seed := range uint64(300) {
		dice := rand.New(rand.NewPCG(seed, 9))
		days := pick(dice, 14, 28, 42)
		now := morning.Add(time.Duration(dice.IntN(48*60)) * time.Minute)
		rows := anyRows(dice, now, days)
		with, began, latest := map[string]bool{}, now, time.Time{}
		for i := range rows.Cramps {
			e := &rows.Cramps[i]
			if e.At = e.At.In(zone); e.Deleted || e.At.After(now) {
				continue
			}
			began, latest = minTime(began, e.At), maxTime(latest, e.At)
			if h := e.At.Hour(); e.Asleep == record.Yes || h >= 20 || h <= 7 {
				with[e.At.Add(-12*time.Hour).Format(time.DateOnly)] = true
			}
		}
		for i := range rows.Sessions {
			s := &rows.Sessions[i]
			if s.At = s.At.In(zone); !s.Deleted && !s.At.After(now) {
				began, latest = minTime(began, s.At), maxTime(latest, s.At)
			}
		}
		over := now.Add(-8*time.Hour).AddDate(0, 0, -1)       // its date is that of the latest night that is over
		first := now.Add(-20*time.Hour).AddDate(0, 0, 1-days) // that of the first night
		a, b := 0, 0
		for d := first; d.Format(time.DateOnly) <= over.Format(time.DateOnly); d = d.AddDate(0, 0, 1) {
			night := d.Format(time.DateOnly)
			if night < began.Add(-12*time.Hour).Format(time.DateOnly) || latest.Add(-12*time.Hour).Format(time.DateOnly) < first.Format(time.DateOnly) {
				continue
			}
			b++
			if with[night] {
				a++
			}
		}
		if got := Count(now, days, rows).Totals; got.With != a || got.Known != b {
			t.Fatalf("seed %d, %s: %d of %d nights, want %d of %d", seed, now, got.With, got.Known, a, b)
		}
	}
}

func minTime(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

func maxTime(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
