package stats

import (
	"testing"
	"time"

	"uncramp/coach/record"
)

// TestADayThatNeverWas: Samoa went from 29 to 31 December 2011. Each cramp counts
// once, and the nights follow one another.
func TestADayThatNeverWas(t *testing.T) {
	apia, err := time.LoadLocation("Pacific/Apia")
	if err != nil {
		t.Skipf("this machine knows no zones: %v", err)
	}
	first := time.Date(2011, 12, 28, 1, 30, 0, 0, apia)
	var cramps []record.Episode
	for at := first; at.Before(first.Add(96 * time.Hour)); at = at.Add(3 * time.Hour) {
		cramps = append(cramps, record.Episode{ID: record.ID(at.Format(time.RFC3339)), At: at})
		now := at.Add(time.Minute)
		s := Count(now, 7, Rows{Cramps: cramps})
		sum := 0
		for i, n := range s.Nights {
			sum += n.Cramps
			if i > 0 && n.Evening != s.Nights[i-1].Evening+1 {
				t.Errorf("at %v night %v follows %v", now, n.Evening, s.Nights[i-1].Evening)
			}
		}
		atNight := 0
		for _, c := range cramps {
			if AtNight(c) {
				atNight++
			}
		}
		if len(s.Cramps) != len(cramps) || sum != atNight {
			t.Errorf("at %v %d of %d cramps are counted, %d of %d at night", now, len(s.Cramps), len(cramps), sum, atNight)
		}
	}
}
