package plan

import (
	"slices"
	"testing"
)

func TestMedian(t *testing.T) {
	for _, c := range []struct {
		of   []float64
		want float64
	}{
		{nil, 0}, {[]float64{4}, 4}, {[]float64{9, 1, 4}, 4}, {[]float64{9, 1, 4, 5}, 4.5}, {[]float64{2, 2, 7, 1}, 2},
	} {
		of := slices.Clone(c.of)
		if got := Median(of); got != c.want {
			t.Errorf("of %v it is %v, want %v", c.of, got, c.want)
		}
		if !slices.Equal(of, c.of) {
			t.Errorf("%v was changed into %v", c.of, of)
		}
	}
}
