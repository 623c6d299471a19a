package history

import (
	"slices"
	"strings"

	"uncramp/coach/stats"
)

const mostSevere = 10

// nightsEach is how many nights share a column of w cells with its scale.
func (h charts) nightsEach(w int) int {
	room := max(w-axis(mostSevere), 1)
	return max((len(h.Nights)+room-1)/room, 1)
}

// severity is how bad the worst cramp of each night was, night by night; where
// there are more nights than room, a column is the mean of some.
func severity(d drawing) []string {
	each := d.nightsEach(d.w)
	var values []float64
	for to := len(d.Nights); to > 0; to -= each { // the first column may have fewer
		values = append(values, meanWorst(d.Nights[max(to-each, 0):to]))
	}
	slices.Reverse(values)
	step := min(max((d.w-axis(mostSevere))/len(values), 1), 3)
	lines := columns(values, mostSevere, step, max(d.high-1, 1), d.t)
	begin, end := d.date(d.evening(0)), d.date(d.evening(len(d.Nights)-1))
	cells := len(values) * step
	names := map[int]string{0: begin, max(cells-len(end), 1): end}
	return append(lines, d.t.Quiet.Render(strings.Repeat(" ", axis(mostSevere))+under(names, cells)))
}

// meanWorst is the mean of the nights on which a cramp was rated.
func meanWorst(nights []stats.Night) float64 {
	sum, rated := 0, 0
	for _, n := range nights {
		if n.Worst.Given {
			sum += n.Worst.Value
			rated++
		}
	}
	if rated == 0 {
		return none
	}
	return float64(sum) / float64(rated)
}
