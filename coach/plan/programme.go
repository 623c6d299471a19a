package plan

import (
	"fmt"
	"slices"
	"time"

	"uncramp/coach/session"
	"uncramp/coach/stats"
	"uncramp/routines"
)

// Programme is something that can be followed over weeks.
type Programme struct {
	ID      string // what is typed for it: a routine's id, or [Leans]
	Name    string
	About   string          // one sentence
	Routine string          // id
	Muscle  routines.Muscle // the form of the routine; empty: as it is usually done
	Weeks   int
	Times   int            // on one of its days
	Days    []time.Weekday // on which it is done; empty: every day
	Source  string         // of how often and how long: a publication's id, [routines.Default], or a person's own words
	Share   float64        // how much of the routine's planned time counts as done; see [Item]
	Gone    bool           // its routine can't be found any more

	followed routines.Routine
}

// Leans is the id of the programme of the NHS's short calf leans, a form of the
// bedtime stretch.
const Leans = "leans"

// BaselineDays is how long only the diary is kept before a programme, if the person
// likes: a week, the shortest of which cramps a week can be told. It is our own default.
const BaselineDays = stats.WeekNights

// forms are the programmes of the bedtime stretch, whose forms differ in how often
// they are done. Sources: Hallegraeff 2012, PubMed 22341378; the NHS on leg cramps.
var forms = []Programme{
	{ID: stats.Bedtime, Routine: stats.Bedtime, Weeks: 6, Times: 1, Source: "hallegraeff-2012", Share: stats.BedtimeShare},
	{ID: Leans, Routine: stats.Bedtime, Muscle: routines.Calf, Weeks: 6, Times: 3, Source: "nhs", Share: stats.BedtimeShare},
}

// Programmes lists all there are: those of the bedtime stretch, and those of some
// routines that have one.
func Programmes(programmed []routines.Routine) (list []Programme) {
	for _, p := range forms {
		list = append(list, p.inWords())
	}
	for _, r := range programmed {
		list = append(list, programmeOf(r))
	}
	return list
}

// ProgrammeOf finds one by its id; one whose routine can't be found is gone, and has
// only that.
func ProgrammeOf(id string, find func(id string) (routines.Routine, error)) Programme {
	if i := slices.IndexFunc(forms, func(p Programme) bool { return p.ID == id }); i >= 0 {
		p := forms[i].inWords()
		p.followed, _ = find(p.Routine) // the program carries it
		return p
	}
	r, err := find(id)
	if err != nil || r.Programme == nil {
		return Programme{ID: id, Name: id, Routine: id, Times: 1, Gone: true}
	}
	return programmeOf(r)
}

func programmeOf(r routines.Routine) Programme {
	p := Programme{
		ID: r.ID, Name: r.Name, About: r.Summary, Routine: r.ID, Weeks: int(r.Programme.Weeks), Times: r.Programme.Times(),
		Source: r.Programme.Source, Share: share(r), followed: r,
	}
	for _, d := range r.Programme.Days {
		p.Days = append(p.Days, d.Day())
	}
	return p
}

// inWords is a form with its name and what it is.
func (p Programme) inWords() Programme {
	p.Name, p.About = formWords[p.ID].name, formWords[p.ID].about
	return p
}

// share is how much of a routine's planned time counts as done: half of its work.
func share(r routines.Routine) float64 {
	p, err := session.NewPlan(r, session.Choice{Week: 1})
	if err != nil || p.Total() == 0 {
		return stats.BedtimeShare
	}
	return float64(p.Work()) / float64(p.Total()) / 2
}

// asks reports whether it is to be done on a day.
func (p Programme) asks(d stats.Day) bool {
	return !p.Gone && (len(p.Days) == 0 || slices.Contains(p.Days, d.Date().Weekday()))
}

// Volume is how much of a step is done each time in a week of a programme: its sets and
// repetitions.
type Volume struct {
	Step        string // its name
	Joined      bool   // it is not played from the first week on
	Sets, Times int    // Sets is 0 where there are none
}

// Volumes are those of a week, of the steps that grow; none where none does.
func (p Programme) Volumes(week int) (list []Volume) {
	if p.followed.Programme == nil {
		return nil
	}
	steps := p.followed.InWeek(routines.Week(week)).Steps
	var told []string
	for _, to := range p.followed.Programme.Progress {
		i := slices.IndexFunc(steps, func(s routines.Step) bool { return s.ID == to.Step })
		if i < 0 || slices.Contains(told, to.Step) {
			continue
		}
		told = append(told, to.Step)
		v := Volume{Step: steps[i].Name, Joined: to.Joins, Times: 1}
		if s := steps[i]; s.Repeat != nil {
			v.Times = int(s.Repeat.Times)
		}
		if s := steps[i].Sets; s != nil {
			v.Sets = int(s.Times)
		}
		list = append(list, v)
	}
	return list
}

// Minutes is how long it takes once in a week; 0: that is not known.
func (p Programme) Minutes(week int) int {
	flat, err := session.NewPlan(p.followed, session.Choice{Muscle: p.Muscle, Week: routines.Week(week)})
	if err != nil || len(p.followed.Steps) == 0 {
		return 0
	}
	return session.Minutes(flat.Total())
}

// count is a volume without its step: "×10", "2 × 10".
func (v Volume) count() string {
	if v.Sets > 1 {
		return fmt.Sprintf("%d × %d", v.Sets, v.Times)
	}
	return fmt.Sprintf("×%d", v.Times)
}

// Programmed reports whether a routine may be followed as a programme.
func Programmed(r routines.Routine) bool { return r.ID == stats.Bedtime || r.Programme != nil }

// FormOf is how a routine is played at a moment for somebody who follows a programme of
// it: the form, and the week of it.
func FormOf(r routines.Routine, courses []stats.Course, now time.Time, programme func(id string) Programme) session.Choice {
	c, follows := stats.Current(courses)
	if !follows {
		return session.Choice{}
	}
	p := programme(c.Name)
	if p.Routine != r.ID {
		return session.Choice{}
	}
	return session.Choice{Muscle: p.Muscle, Week: routines.Week(c.Week(now))}
}
