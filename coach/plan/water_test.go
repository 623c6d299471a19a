package plan

import (
	"strings"
	"testing"
	"time"

	"uncramp/coach/record"
	"uncramp/routines"
)

func TestGlassesAreToldOfThoseAskedFor(t *testing.T) {
	for n, want := range map[int]string{0: "0 of 6 glasses today", 6: "6 of 6 glasses today", 7: "7 glasses today"} {
		if got := Glasses(n); got != want {
			t.Errorf("%d are %q, want %q", n, got, want)
		}
	}
}

// TestLimitsSayWhatTheNumberRestsOn in words that get fewer, and all leave the
// last one to the doctor.
func TestLimitsSayWhatTheNumberRestsOn(t *testing.T) {
	limits := Limits()
	if want := "6 is our own default; it has no source. "; !strings.HasPrefix(limits[0], want) {
		t.Errorf("at length it is %q, want %q first", limits[0], want)
	}
	for i, l := range limits {
		if !strings.HasSuffix(strings.ToLower(l), "your doctor's word goes.") || i > 0 && len(l) >= len(limits[i-1]) {
			t.Errorf("in place %d stands %q", i, l)
		}
	}
	items := Items()
	if water := items[len(items)-1]; water.ID != Water || water.Rests != routines.Default {
		t.Errorf("the number rests on %s, and the words say that it has no source", water.Rests)
	}
}

func TestGlassesAreCountedAsFarAsADiaryDoes(t *testing.T) {
	week := Week(time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC), nil, nil)
	for n, want := range map[int]int{-4: 0, 0: 0, 5: 5, record.MaxGlasses: record.MaxGlasses, record.MaxGlasses + 1: record.MaxGlasses} {
		if got := week.WithGlasses(n).Now(Water).Times; got != want {
			t.Errorf("%d count as %d, want %d", n, got, want)
		}
	}
}
