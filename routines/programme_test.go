package routines_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"uncramp/coach/session"
	"uncramp/routines"
)

// programmed is a routine of two steps, the second of which joins a programme.
const programmed = `id: knees
name: Knees
purpose: exercise
summary: As told.
programme:
  times_a_day: 2
  days: [mon, thu]
  weeks: 6
  source: my physiotherapist
  progress:
    - {week: 2, step: raise, count: 8, source: my physiotherapist}
    - {week: 4, step: raise, count: 12, sets: {times: 2, rest: 30s, source: default}, source: my physiotherapist}
    - {week: 3, step: dip, joins: true, source: my physiotherapist}
steps:
  - {id: raise, name: Raise, muscle: calf, sides: both, repeat: {times: 5, source: default},
     hold: {time: 2s, source: default, prompt: Lift the heels.}, sources: [{document: general}]}
  - {id: dip, name: Dip, muscle: thigh, sides: both,
     hold: {time: 2s, source: default, prompt: Dip.}, sources: [{document: general}]}
`

func TestAProgrammeGrowsByWeek(t *testing.T) {
	r, err := routines.Parse("knees.yaml", []byte(programmed))
	if err != nil {
		t.Fatal(err)
	}
	for week, want := range map[routines.Week]string{
		0: "Knees: Raise 5", 1: "Knees, week 1 of 6: Raise 5", 2: "Knees, week 2 of 6: Raise 8", 3: "Knees, week 3 of 6: Raise 8, Dip 1",
		5: "Knees, week 5 of 6: 2 sets of Raise 12, Dip 1", 9: "Knees, week 6 of 6: 2 sets of Raise 12, Dip 1",
	} {
		p, err := session.NewPlan(r, session.Choice{Week: week})
		if err != nil {
			t.Fatal(err)
		}
		var steps []string
		for _, ph := range p.Phases {
			switch {
			case ph.Kind != session.Hold || ph.Repetition > 1 || ph.Set > 1:
			case ph.Sets > 1:
				steps = append(steps, fmt.Sprint(ph.Sets, " sets of ", ph.Name, " ", ph.Of))
			default:
				steps = append(steps, fmt.Sprint(ph.Name, " ", ph.Of))
			}
		}
		if got := p.Name + ": " + strings.Join(steps, ", "); got != want {
			t.Errorf("in week %d it is %s, want %s", week, got, want)
		}
	}
	if r.Programme.Times() != 2 || r.Programme.Days[1].Day() != time.Thursday || routines.Weekday("sun").Day() != time.Sunday {
		t.Errorf("it is done %d times on %v", r.Programme.Times(), r.Programme.Days)
	}
}

func TestAProgrammesFaultsAreTold(t *testing.T) {
	for change, want := range map[[2]string]string{
		{"days: [mon, thu]", "days: [monday]"}:                                                `knees.yaml:7:10: programme.days[0] is "monday"`,
		{"weeks: 6", "weeks: 60"}:                                                             "knees.yaml:8:10: programme.weeks is 60",
		{"weeks: 6", "weeks: 3"}:                                                              "programme.progress[1].week is 4, and the programme has 3",
		{"step: dip, joins: true", "step: dip"}:                                               "programme.progress[2] changes nothing",
		{"step: dip, joins", "step: dips, joins"}:                                             `programme.progress[2].step is "dips"`,
		{"times_a_day: 2", "times_a_day: 0"}:                                                  `knees.yaml:6:16: "0" is no count`,
		{"count: 8, source: my", "count: 1, b: my"}:                                           "programme.progress[0].count is 1",
		{"step: raise, count: 8", "step: raise, joins: true, count: 8"}:                       "steps has no step",
		{"step: dip, joins: true", "step: dip, sets: {times: 2, rest: 30s, source: default}"}: "programme.progress[2] counts a step that has no hold, or has sets of what is done once",
		{"  source: my physiotherapist\n", ""}:                                                "programme.source is missing",
		{"both, repeat: {times: 5, source: default},\n     hold: {time: 2s, source: default, prompt: Lift the heels.}",
			"both, open: {check: 10s, most: 1m, source: default, prompt: Lift.}"}: "programme.progress[0] counts a step that has no hold",
		{"prompt: Lift the heels.}", "prompt: Lift the heels.}, answers: {eased: dip, same: end, worse: end}"}: `steps[0].answers.eased leads to "dip"`,
	} {
		text := strings.Replace(programmed, change[0], change[1], 1)
		_, err := routines.Parse("knees.yaml", []byte(text))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v; want %s", change[1], err, want)
		}
	}
}

// TestOutsideAProgrammeNothingGrows holds every built-in routine that has one to what it
// is without.
func TestOutsideAProgrammeNothingGrows(t *testing.T) {
	grow := 0
	for _, id := range (routines.Library{}).Names() {
		r, err := routines.Library{}.Find(id)
		if err != nil {
			t.Fatal(err)
		}
		if r.Programme == nil {
			continue
		}
		grow++
		first, err1 := session.NewPlan(r, session.Choice{})
		last, err2 := session.NewPlan(r, session.Choice{Week: routines.Week(r.Programme.Weeks)})
		if err1 != nil || err2 != nil || first.Name != r.Name || first.Total() >= last.Total() {
			t.Errorf("%s takes %s outside its programme and %s at its end (%v, %v)", id, first.Total(), last.Total(), err1, err2)
		}
	}
	if grow == 0 {
		t.Error("no built-in routine has a programme")
	}
}
