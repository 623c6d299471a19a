package report

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"uncramp/coach/plan"
	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/routines"
)

func pick[T any](dice *rand.Rand, among ...T) T { return among[dice.IntN(len(among))] }

// anyDiary has rows before, in and after the window, in any zone.
func anyDiary(dice *rand.Rand, until time.Time, days int) (s shelf) {
	moment := func() time.Time {
		back := time.Duration(dice.Int64N(int64(time.Duration(days+3)*day))) - day
		return until.Add(-back).In(time.FixedZone("", (dice.IntN(27)-12)*3600))
	}
	scale := func() record.Rating { return record.Rating{Given: dice.IntN(2) == 0, Value: dice.IntN(11)} }
	yesNo := func() record.Answer { return pick(dice, "", record.Yes, record.No) }
	for range dice.IntN(60) {
		s.episodes = append(s.episodes, record.Episode{
			At: moment(), Muscle: pick(dice, "", routines.Calf, routines.Foot), Side: pick(dice, "", routines.Left, routines.Both),
			Severity: scale(), Disturbance: scale(), Soreness: scale(), Asleep: yesNo(), Woke: yesNo(),
			Length: time.Duration(dice.IntN(3)) * time.Minute, Relief: time.Duration(dice.IntN(200)) * time.Second,
			Tried: tries(dice.IntN(5)), Medicine: pick(dice, "", "less of it"), Deleted: dice.IntN(9) == 0,
		})
	}
	for range dice.IntN(40) {
		s.sessions = append(s.sessions, record.Session{
			At: moment(), Routine: pick(dice, "bedtime", "desk"), Ending: pick(dice, session.Completed, session.WasLeft),
			Planned: 4 * time.Minute, Worked: time.Duration(dice.IntN(4)) * time.Minute, Deleted: dice.IntN(9) == 0,
		})
	}
	return s
}

// TestCountsAddUp makes up diaries and wants every way of counting to come to
// the same.
func TestCountsAddUp(t *testing.T) {
	seen := Counted{}
	for seed := range uint64(500) {
		dice := rand.New(rand.NewPCG(seed, 0))
		days := 1 + dice.IntN(60)
		until := morning.Add(time.Duration(dice.IntN(48*60)) * time.Minute)
		s := anyDiary(dice, until, days)
		r := gathered(t, s, until, days)
		equal := func(what string, got, want int) {
			t.Helper()
			if got != want {
				t.Fatalf("seed %d: %s is %d, want %d", seed, what, got, want)
			}
		}
		n, c := len(r.Cramps), Count(r.Nights)
		first := r.Nights[0].Evening
		equal("cramps", n, len(slices.DeleteFunc(slices.Clone(s.episodes), func(e record.Episode) bool {
			return e.Deleted || !e.At.Before(until) || plan.NightOf(e.At) < first
		})))
		equal("cramps by night and day", c.AtNight+c.ByDay, n)
		equal("known nights", c.With+c.Without, c.Known)
		equal("nights", c.Known+c.Untold, len(r.Nights))
		if len(r.Nights) < days {
			t.Fatalf("seed %d: %d nights for %d days", seed, len(r.Nights), days)
		}
		if c.Stretched+c.Begun > c.Known {
			t.Fatalf("seed %d: more nights with the stretch than nights: %+v", seed, c)
		}
		hours, places, weeks := 0, 0, 0
		for _, h := range r.Hours() {
			hours += h
		}
		for _, p := range r.Places() {
			places += p.Cramps
		}
		for _, w := range r.Weeks() {
			in := Count(w.Nights)
			weeks += in.AtNight + in.ByDay
		}
		equal("cramps by hour", hours, n)
		equal("cramps by place", places, n)
		equal("cramps by week", weeks, n)
		for what, a := range map[string]Answers{"woke": r.Woke(), "asleep": r.Asleep()} {
			equal(what, a.Yes+a.No+a.Untold, n)
		}
		for what, sp := range map[string]Spread{"severity": r.Severity(), "relief": r.Relief(), "length": r.Length(), "disturbance": r.Disturbance(), "soreness": r.Soreness()} {
			if sp.Told > n || sp.Least > sp.Median || sp.Median > sp.Most {
				t.Fatalf("seed %d: %s spreads %+v over %d", seed, what, sp, n)
			}
		}
		firsts, tried := 0, 0
		for _, a := range r.Tried() {
			equal("places of "+a.Name, a.First+a.Second+a.Later, a.Cramps)
			if a.Unanswered() < 0 || a.Cramps > n {
				t.Fatalf("seed %d: %+v in %d cramps", seed, a, n)
			}
			firsts += a.First
		}
		for _, e := range r.Cramps {
			if len(e.Tried) > 0 {
				tried++
			}
		}
		equal("what came first", firsts, tried)
		written(t, r, Formats()[seed%4])
		seen = Counted{seen.Known + c.Known, seen.With + c.With, seen.Without + c.Without, seen.Untold + c.Untold,
			seen.AtNight + c.AtNight, seen.ByDay + c.ByDay, seen.Stretched + c.Stretched, seen.Begun + c.Begun}
	}
	for _, n := range []int{seen.With, seen.Without, seen.Untold, seen.AtNight, seen.ByDay, seen.Stretched, seen.Begun} {
		if n < 100 {
			t.Errorf("the diaries were too alike: %+v", seen)
		}
	}
}
