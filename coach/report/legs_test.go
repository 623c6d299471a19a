package report

import (
	"strings"
	"testing"

	"uncramp/coach/record"
	"uncramp/coach/stats"
	"uncramp/routines"
)

// TestTheMapOfTheLegs has every part once or, as a foot, from either side, the number
// of each by its shade, and says the same in words.
func TestTheMapOfTheLegs(t *testing.T) {
	var rows stats.Rows
	for i, p := range []stats.Place{
		{Muscle: routines.Calf, Side: routines.Left, Cramps: 7}, {Muscle: routines.Calf, Side: routines.Both, Cramps: 1},
		{Muscle: routines.Foot, Side: routines.Right, Cramps: 2}, {Muscle: routines.Thigh, Cramps: 3}, {Muscle: "<b>", Side: routines.Left, Cramps: 1},
	} {
		for range p.Cramps {
			rows.Cramps = append(rows.Cramps, record.Episode{At: morning.AddDate(0, 0, -1-i), Muscle: p.Muscle, Side: p.Side})
		}
	}
	c := reported(rows, morning, 28).legsChart()
	if want := "left calf 8; right calf 1; right foot 2"; c.Says != want {
		t.Errorf("it says %q, want %q", c.Says, want)
	}
	classes := map[string]int{}
	for _, s := range c.Shapes {
		classes[s.Class]++
	}
	if classes["most"] != 1 || classes["few"] != 3 || classes["part"] != 8 || classes["limb"] != 24 {
		t.Errorf("the parts are %v", classes)
	}
	var numbers []string
	for _, w := range c.Words {
		if strings.Contains(w.Class, "in") {
			numbers = append(numbers, w.Text)
		}
		if w.X < 0 || w.X > c.Width || w.Y < 0 || w.Y > c.Height {
			t.Errorf("%q stands outside", w.Text)
		}
	}
	if got := strings.Join(numbers, " "); got != "2 8 1 2" {
		t.Errorf("the numbers are %s", got)
	}
	if page := written(t, reported(stats.Rows{Sessions: []record.Session{{At: morning.AddDate(0, 0, -1)}}}, morning, 28), HTML); strings.Contains(page, "<polygon") {
		t.Error("without a cramp there is a map")
	}
}
