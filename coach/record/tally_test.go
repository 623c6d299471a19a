package record

import (
	"math"
	"testing"
)

// TestGlassesAreCountedByDevice, and told as one sum.
func TestGlassesAreCountedByDevice(t *testing.T) {
	const day, mine, theirs = "2026-11-21", "aaaaaaaa", "bbbbbbbb"
	water := func(device string, n int) Tally { return Tally{Kind: Water, Day: day, Name: device, Count: n} }
	for _, c := range []struct {
		by      int
		kept    []Tally
		changed []Tally
		sum     int
	}{
		{3, nil, []Tally{water(mine, 3)}, 3},
		{1, []Tally{water("", 2), water(theirs, 4)}, []Tally{water(mine, 1)}, 7},
		{-1, []Tally{water(mine, 2), water(theirs, 4)}, []Tally{water(mine, 1)}, 5},
		{-3, []Tally{water(mine, 2), water(theirs, 4)}, []Tally{water(mine, 0), water(theirs, 3)}, 3},
		{math.MinInt, []Tally{water("", 1), water(theirs, 4)}, []Tally{water("", 0), water(theirs, 0)}, 0},
		{math.MaxInt, []Tally{water(theirs, 60)}, []Tally{water(mine, 39)}, 99},
		{1, []Tally{water(mine, 60), water(theirs, 60)}, nil, 120}, // each counted for itself
		{-1, nil, nil, 0},
	} {
		changed, sum, err := water(mine, c.by).AddTo(c.kept)
		must(t, err)
		equal(t, "what changes", changed, c.changed)
		equal(t, "the sum", sum, c.sum)
	}
}

func TestNamesOfDevices(t *testing.T) {
	seen := map[string]bool{}
	for range trials(1000, 20_000) {
		name := NewDevice()
		if !IsDevice(name) || seen[name] {
			t.Fatalf("%q was made twice, or is none", name)
		}
		seen[name] = true
	}
	for _, none := range []string{"", "aaaaaaa", "aaaaaaaaa", "AAAAAAAA", "aaaa/aaa", "report-1", "aaaaaaa\n"} {
		equal(t, "a name such as "+none, IsDevice(none), false)
	}
}
