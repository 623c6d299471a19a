package stats

import (
	"testing"

	"uncramp/routines"
)

// TestHeatGrows with the number of cramps beside the most, and one is never the
// worst.
func TestHeatGrows(t *testing.T) {
	for _, tt := range []struct {
		most, n int
		level   Level
	}{{1, 1, Mild}, {2, 2, Moderate}, {4, 4, Worst}, {4, 1, Mild}, {12, 12, Worst}, {12, 9, Severe}, {12, 3, Mild}, {12, 4, Moderate}, {40, 11, Moderate}} {
		h := HeatOf([]Place{{routines.Calf, routines.Left, tt.most}, {routines.Thigh, routines.Left, tt.n}})
		if got := h.Level(tt.n); got != tt.level {
			t.Errorf("%d of %d is %d, want %d", tt.n, tt.most, got, tt.level)
		}
	}
}

// TestHeatIsOfEitherLeg where both cramped, and of no part where none was told.
func TestHeatIsOfEitherLeg(t *testing.T) {
	h := HeatOf([]Place{{routines.Calf, routines.Left, 7}, {routines.Calf, routines.Both, 1}, {"", routines.Left, 3}, {"", "", 9}})
	if left, right := h.Cramps(routines.Calf, routines.Left), h.Cramps(routines.Calf, routines.Right); left != 8 || right != 1 {
		t.Errorf("%d on the left, %d on the right", left, right)
	}
	if told := h.Told(routines.Calf, routines.Left); told != 7 || h.Level(8) != Worst || h.Empty() {
		t.Errorf("%d are told of the left alone", told)
	}
	if !HeatOf([]Place{{"", "", 9}}).Empty() {
		t.Error("there is a map of what nobody told")
	}
}
