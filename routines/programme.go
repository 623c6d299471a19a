package routines

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"uncramp/coach/text"
	"uncramp/coach/yamlfile"
)

// Programme is how a routine is followed over weeks: how often, for how long, and
// how it grows.
type Programme struct {
	// TimesADay is how often it is done on one of its days; 0 stands for once.
	TimesADay Count `yaml:"times_a_day,omitempty" check:"number? 1 12"`
	// Days are those of a week on which it is done; empty: every day.
	Days   []Weekday `yaml:"days,omitempty" check:"choices"`
	Weeks  Count     `yaml:"weeks" check:"number 1 52"`
	Source string    `yaml:"source" check:"text 120"` // of how often and how long; a publication's id, "default", or a person's own words
	// Progress is what is done otherwise from a week on. Of two about one step the
	// later one holds.
	Progress []Progress `yaml:"progress,omitempty" check:"list 0 50"`
}

// Progress is what is done otherwise from a week of a programme on: a step has
// another count or several sets, or joins those that are played.
type Progress struct {
	Week Count  `yaml:"week" check:"number 1 52"` // the first in which it holds, from 1
	Step string `yaml:"step" check:"id"`          // id of a step
	// Count is how often the step is done from then on; 0: as often as before.
	Count Count `yaml:"count,omitempty" check:"number? 2 100"`
	Sets  *Sets `yaml:"sets,omitempty"` // all repetitions so many times from then on; nil: as before
	// Joins says that the step is played from then on, and neither before nor
	// outside a programme.
	Joins  bool   `yaml:"joins,omitempty"`
	Source string `yaml:"source" check:"text 120"` // a publication's id, "default", or a person's own words
}

// Week is a week of a programme, from 1 on; 0 is outside one.
type Week int

// Weekday is a day of the week.
type Weekday string

// Weekdays lists every day of the week, Monday first.
func Weekdays() []Weekday { return []Weekday{"mon", "tue", "wed", "thu", "fri", "sat", "sun"} }

// Choices implements [yamlfile.Choice].
func (Weekday) Choices() []string { return text.Strings(Weekdays()) }

// Day is the same day as Go's own library has it.
func (w Weekday) Day() time.Weekday {
	return time.Weekday((slices.Index(Weekdays(), w) + 1) % len(Weekdays()))
}

// Times is how often the routine is done on one of its days, once at least.
func (p Programme) Times() int { return max(int(p.TimesADay), 1) }

// InWeek is the routine as it is played in a week of its programme, from 1 on; after
// the last one as in that. In week 0 it is outside a programme: the steps that join one
// are left out, and all else is as it stands.
func (r Routine) InWeek(week Week) Routine {
	if r.Programme == nil {
		return r
	}
	r.Steps = slices.Clone(r.Steps)
	out := map[string]bool{}
	for _, p := range r.Programme.Progress {
		if p.Joins {
			out[p.Step] = week < Week(p.Week)
		}
	}
	r.Steps = slices.DeleteFunc(r.Steps, func(s Step) bool { return out[s.ID] })
	for i := range r.Steps {
		r.Steps[i] = r.Programme.grown(r.Steps[i], week)
	}
	r.Programme = nil
	return r
}

// grown is a step as it is done in a week.
func (p Programme) grown(s Step, week Week) Step {
	for _, to := range p.Progress {
		if to.Step != s.ID || week < Week(to.Week) {
			continue
		}
		if to.Count > 0 {
			s.Repeat = &Repeat{to.Count, to.Source}
		}
		s.Sets = cmp.Or(to.Sets, s.Sets)
	}
	return s
}

// programme holds a routine's programme to its steps.
func programme(f *yamlfile.File, r Routine) {
	if r.Programme == nil {
		return
	}
	joins := map[string]bool{}
	for i, p := range r.Programme.Progress {
		at := fmt.Sprintf("programme.progress[%d]", i)
		is := func(s Step) bool { return s.ID == p.Step }
		bad := func(s Step) bool {
			s = r.Programme.grown(s, Week(p.Week))
			return is(s) && (s.Hold == nil && p.Count > 0 || s.Repeat == nil && p.Sets != nil)
		}
		switch {
		case !slices.ContainsFunc(r.Steps, is):
			f.Refuse(at+".step", notItsStep.With(p.Step))
		case p.Week > r.Programme.Weeks:
			f.Refuse(at+".week", afterProgramme.With(p.Week, r.Programme.Weeks))
		case p.Count == 0 && p.Sets == nil && !p.Joins:
			f.Refuse(at, noProgress)
		case slices.ContainsFunc(r.Steps, bad):
			f.Refuse(at, openProgress)
		}
		joins[p.Step] = joins[p.Step] || p.Joins
	}
	if r.Onset != nil && joins[r.Onset.Round] {
		f.Refuse("onset.round", leadsToJoining.With(r.Onset.Round))
	}
	for i, s := range r.Steps {
		if s.Answers == nil {
			continue
		}
		for answer, goal := range map[string]string{"eased": s.Answers.Eased, "same": s.Answers.Same, "worse": s.Answers.Worse} {
			if joins[goal] {
				f.Refuse(fmt.Sprintf("steps[%d].answers.%s", i, answer), leadsToJoining.With(goal))
			}
		}
	}
}
