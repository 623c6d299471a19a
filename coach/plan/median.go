package plan

import "slices"

// Median returns the middle one of some numbers, or the mean of the two in the
// middle; 0 where there are none.
func Median[T ~int64 | ~float64](numbers []T) T {
	n := len(numbers)
	if n == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(numbers))
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}
