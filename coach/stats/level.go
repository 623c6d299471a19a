package stats

import "slices"

// Level is how bad a cramp was, in four steps.
type Level int

// The levels. Where no severity was told, it is [Mild], and said to be not rated.
const (
	Mild     Level = iota // 0 to 3 of 10
	Moderate              // 4 to 6
	Severe                // 7 and 8
	Worst                 // 9 and 10
)

// LevelOf is the level of a severity from 0 to 10. The steps are our own default.
func LevelOf(severity int) Level {
	switch {
	case severity <= 3:
		return Mild
	case severity <= 6:
		return Moderate
	case severity <= 8:
		return Severe
	}
	return Worst
}

// Level is that of the severest cramp of a night and the day around it.
func (n Night) Level() Level {
	if len(n.Severity) == 0 {
		return Mild
	}
	return LevelOf(int(slices.Max(n.Severity)))
}
