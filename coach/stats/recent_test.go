package stats

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"uncramp/coach/record"
	"uncramp/routines"
)

// before is a cramp so many nights before sunday's, at an hour.
func before(nights, hour, minute int, muscle routines.Muscle, side routines.Side, severity int) record.Episode {
	e := record.Episode{At: time.Date(2026, 11, 22-nights, hour, minute, 0, 0, time.UTC), Muscle: muscle, Side: side}
	if severity > 0 {
		e.Severity = given(severity)
	}
	return e
}

func TestRecentlySaysWhatIsKnown(t *testing.T) {
	calf := func(nights int) record.Episode { return before(nights, 3, 12, routines.Calf, routines.Left, 0) }
	old := before(70, 3, 0, routines.Calf, routines.Left, 9)
	for name, tt := range map[string]struct {
		cramps      []record.Episode
		want, short string
	}{
		"an empty diary": {nil, "", ""},
		"nothing for long": {[]record.Episode{old},
			"No cramp in these four weeks, none in the four before", "No cramp in four weeks, none in the four before"},
		"none, where there were some": {[]record.Episode{old, calf(30), calf(31)},
			"No cramp in these four weeks, 2 in the four before", "No cramp in four weeks, 2 in the four before"},
		"one that nothing was told of": {[]record.Episode{old, before(1, 3, 0, "", "", 0)},
			"1 cramp in these four weeks, none in the four before; around 3:00", "1 cramp in four weeks, none in the four before"},
		"one": {[]record.Episode{old, calf(29), before(1, 2, 40, routines.Foot, routines.Right, 6)},
			"1 cramp in these four weeks, 1 in the four before; severity 6; the right foot, around 3:00",
			"1 cramp in four weeks, 1 in the four before"},
		"always the same": {[]record.Episode{old, calf(1), calf(2)},
			"2 cramps in these four weeks, none in the four before; always the left calf, mostly around 3:00",
			"2 cramps in four weeks, none in the four before"},
		"mostly the same": {[]record.Episode{old, calf(1), calf(2), before(3, 23, 0, routines.Foot, routines.Left, 7), before(4, 4, 0, "", "", 2)},
			"4 cramps in these four weeks, none in the four before; worst 7; mostly the left calf, around 3:00",
			"4 cramps in four weeks, none in the four before"},
		"one muscle, both sides": {[]record.Episode{old, before(1, 0, 10, routines.Calf, routines.Left, 0), before(2, 23, 50, routines.Calf, routines.Right, 0)},
			"2 cramps in these four weeks, none in the four before; always the calf, mostly around 0:00",
			"2 cramps in four weeks, none in the four before"},
		"both sides at one time": {[]record.Episode{old, before(1, 1, 0, routines.Calf, routines.Both, 0), before(2, 5, 0, routines.Calf, routines.Both, 0)},
			"2 cramps in these four weeks, none in the four before; always both calves", "2 cramps in four weeks, none in the four before"},
		"of most nothing was told": {[]record.Episode{old, calf(1), before(2, 9, 0, "", "", 0), before(3, 15, 0, "", "", 0), before(4, 21, 0, "", "", 0)},
			"4 cramps in these four weeks, none in the four before", "4 cramps in four weeks, none in the four before"},
		"a young diary": {[]record.Episode{calf(12), calf(1)},
			"2 cramps since 10 November; always the left calf, mostly around 3:00", "2 cramps since 10 Nov"},
		"a diary of four weeks": {[]record.Episode{calf(26), calf(1)},
			"2 cramps in these four weeks; always the left calf, mostly around 3:00", "2 cramps in four weeks"},
		"a diary of six weeks": {[]record.Episode{calf(41), calf(1)},
			"1 cramp in these four weeks, 1 in the 15 nights before; the left calf, around 3:00", "1 cramp in four weeks, 1 in the 15 nights before"},
		"tonight, and in the future": {[]record.Episode{old, before(-2, 3, 0, "", "", 0)},
			"No cramp in these four weeks, none in the four before", "No cramp in four weeks, none in the four before"},
	} {
		r := Count(sunday(), 28, cramps(tt.cramps...)).Recent
		if got := r.Sentence(); got != tt.want {
			t.Errorf("%s: it is %q, want %q", name, got, tt.want)
		}
		if got := r.Short(); got != tt.short {
			t.Errorf("%s: in short it is %q, want %q", name, got, tt.short)
		}
	}
}

// TestRecentlyAddsUp to what windows of four and eight weeks count, whatever window
// is asked for.
func TestRecentlyAddsUp(t *testing.T) {
	for seed := range uint64(300) {
		dice := rand.New(rand.NewPCG(seed, 9))
		now := morning.Add(time.Duration(dice.IntN(48*60)) * time.Minute)
		rows := anyRows(dice, now, 10+dice.IntN(90))
		four, eight := Count(now, RecentNights, rows), Count(now, 2*RecentNights, rows)
		r := four.Recent
		if len(four.Cramps) != r.Cramps || len(eight.Cramps) != r.Cramps+r.Before.Cramps {
			t.Fatalf("seed %d: %d and %d cramps, of windows %d and %d", seed, r.Cramps, r.Before.Cramps, len(four.Cramps), len(eight.Cramps))
		}
		rated := slices.ContainsFunc(four.Cramps, func(e record.Episode) bool { return e.Severity.Given })
		if r.Worst.Given != rated || rated && float64(r.Worst.Value) != four.Severity.Most {
			t.Fatalf("seed %d: the worst is %v, want %v", seed, r.Worst, four.Severity.Most)
		}
		if all := Count(now, 0, rows); all.Recent != r || eight.Recent != r || all.First != r.Since {
			t.Fatalf("seed %d: of another window it is %+v, want %+v", seed, all.Recent, r)
		}
	}
}
