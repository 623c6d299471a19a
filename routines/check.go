package routines

import (
	"fmt"
	"slices"

	"uncramp/coach/yamlfile"
)

const (
	maxSteps = 100
	// maxTurns is how often the work of all steps is done at most: more than anybody does
	// in a day, and no more than is laid flat at once.
	maxTurns = 5000
)

// check tells the file what is wrong with the routine read from it. The fields'
// own rules stand in their tags; here is what one asks of another.
func check(f *yamlfile.File, r Routine) {
	if o := r.Onset; o != nil && (o.Warn < 1 || o.Warn >= o.Stop || o.Stop > MaxTime) {
		f.Refuse("onset", onsetTimes.With(o.Warn, o.Stop))
	}
	told(f, "cautions", r.Cautions)
	told(f, "not_if", r.NotIf)
	told(f, "closing", r.Closing)
	rules(f, "", r.NotFor, r.Prefer)
	for i, no := range r.NotFor {
		offered(f, fmt.Sprintf("not_for[%d].positions", i), no.Positions, r.Positions, notItsPosition)
	}
	for i, p := range r.Prefer {
		if p.Position == "" || p.Prepare+p.Prompt+p.Figure != "" {
			f.Refuse(fmt.Sprintf("prefer[%d]", i), preferPosition)
		}
		offered(f, fmt.Sprintf("prefer[%d].position", i), []Position{p.Position}, append(r.Positions, ""), notItsPosition)
	}
	for i, s := range r.Steps[:min(len(r.Steps), maxSteps)] {
		if _, known := FindMove(s.Move); s.Move != "" && !known {
			continue // what it lacks, that may have
		}
		at := fmt.Sprintf("steps[%d]", i)
		step(f, at, r, s)
		told(f, at+".cautions", s.Cautions)
		rules(f, at+".", s.NotFor, s.Prefer)
		headings(f, at+".sources", s.Sources)
	}
	if n := turns(r); n > maxTurns {
		f.Refuse("steps", tooOften.With(n, maxTurns))
	}
	programme(f, r)
	if f.Err() == nil { // else what leads where would tell the same once more
		paths(f, r)
	}
}

// turns is how often the work of all steps is done, in the week in which that is the most.
func turns(r Routine) (most int) {
	weeks := []Week{0}
	if r.Programme != nil {
		for _, p := range r.Programme.Progress {
			weeks = append(weeks, Week(p.Week))
		}
	}
	for _, w := range weeks {
		sum := 0
		for _, s := range r.InWeek(w).Steps {
			sum += s.turns()
		}
		most = max(most, sum)
	}
	return most
}

// turns is how often the work of the step is done, on both legs together.
func (s Step) turns() int {
	n := 1
	if s.Repeat != nil {
		n *= int(s.Repeat.Times)
	}
	if s.Sets != nil {
		n *= int(s.Sets.Times)
	}
	if s.Sides == EachSide || s.Sides == Alternate {
		n *= 2
	}
	return n
}

// told wants a heading from each source of some lines.
func told(f *yamlfile.File, path string, lines []Line) {
	for i, l := range lines {
		headings(f, fmt.Sprintf("%s[%d].sources", path, i), l.Sources)
	}
}

// rules wants somebody whom each rule is for.
func rules(f *yamlfile.File, path string, not []Rule, prefer []Preference) {
	for i, r := range not {
		if len(r.For) == 0 {
			f.Refuse(fmt.Sprintf("%snot_for[%d].for", path, i), yamlfile.Missing)
		}
	}
	for i, p := range prefer {
		if len(p.For) == 0 {
			f.Refuse(fmt.Sprintf("%sprefer[%d].for", path, i), yamlfile.Missing)
		}
	}
}

// headings wants the place in a document from each source; what the catalogue
// lists as a publication stands as a whole.
func headings(f *yamlfile.File, path string, list []Source) {
	for i, s := range list {
		if s.Heading == "" && !published(s.Document) {
			f.Refuse(fmt.Sprintf("%s[%d].heading", path, i), yamlfile.Missing)
		}
	}
}

// step holds a step's parts to each other, and the step to what its routine
// offers.
func step(f *yamlfile.File, path string, r Routine, s Step) {
	for name, p := range map[string]*Part{"hold": s.Hold, "release": s.Release} {
		if p != nil && p.Prompt == "" {
			f.Refuse(path+"."+name+".prompt", yamlfile.Missing)
		}
	}
	if o := s.Open; o != nil && (o.Most < o.Check || o.Most > MaxTime) {
		f.Refuse(path+".open.most", openMost.With(o.Most))
	}
	turns := s.Sides == EachSide || s.Sides == Alternate
	switch {
	case (s.Hold == nil) == (s.Open == nil):
		f.Refuse(path, oneWork)
	case s.Open != nil && (s.Repeat != nil || s.Sets != nil || s.Release != nil || s.Rest != nil || turns):
		f.Refuse(path+".open", openOnce)
	case s.Change != nil && !turns:
		f.Refuse(path+".change", changeOnce)
	case s.Rest != nil && s.Repeat == nil:
		f.Refuse(path+".rest", restOnce)
	case s.Sets != nil && s.Repeat == nil:
		f.Refuse(path+".sets", setsOfOne)
	case s.Sides == Alternate && (s.Rest != nil || s.Release != nil && !counts(s)):
		f.Refuse(path+".sides", alternates)
	}
	for i, no := range s.NotFor {
		if len(no.Positions) > 0 {
			f.Refuse(fmt.Sprintf("%s.not_for[%d].positions", path, i), positionOfStep)
		}
	}
	for i, p := range s.Prefer {
		if p.Position != "" || p.Prepare != "" && s.Prepare == nil || p.Release != "" && s.Release == nil {
			f.Refuse(fmt.Sprintf("%s.prefer[%d]", path, i), preferWords)
		}
	}
	offered(f, path+".for", s.For, r.Muscles, notItsMuscle)
	offered(f, path+".positions", s.Positions, r.Positions, notItsPosition)
}

// counts reports whether what lets go of a hold is the way back of a move that is
// counted, which the other leg can't take from it.
func counts(s Step) bool {
	m, ok := FindMove(s.Move)
	return ok && m.Counted
}

func offered[T ~string](f *yamlfile.File, path string, list, of []T, told yamlfile.Message) {
	for i, v := range list {
		if !slices.Contains(of, v) {
			f.Refuse(fmt.Sprintf("%s[%d]", path, i), told.With(string(v)))
		}
	}
}

// paths walks every choice a person can make: each must have something to
// play, and each answer must lead to a step that is played.
func paths(f *yamlfile.File, r Routine) {
	for _, m := range orNone(r.Muscles) {
		for _, p := range orNone(r.Positions) {
			path(f, r, m, p)
		}
	}
}

// path walks the steps of one choice.
func path(f *yamlfile.File, r Routine, m Muscle, p Position) {
	played := map[string]bool{}
	for i, s := range r.Steps {
		if !s.Plays(m, p) {
			continue
		}
		if played[s.ID] {
			f.Refuse(fmt.Sprintf("steps[%d].id", i), playedTwice.With(s.ID))
		}
		played[s.ID] = true
	}
	if !slices.ContainsFunc(r.InWeek(0).Steps, func(s Step) bool { return !s.Aside && s.Plays(m, p) }) {
		f.Refuse("steps", noStep.With(m, p))
	}
	if r.Onset != nil && !played[r.Onset.Round] {
		f.Refuse("onset.round", leadsNowhere.With(r.Onset.Round))
	}
	for i, s := range r.Steps {
		if s.Answers == nil || !s.Plays(m, p) {
			continue
		}
		for answer, goal := range map[string]string{"eased": s.Answers.Eased, "same": s.Answers.Same, "worse": s.Answers.Worse} {
			if !played[goal] && goal != End {
				f.Refuse(fmt.Sprintf("steps[%d].answers.%s", i, answer), leadsNowhere.With(goal))
			}
		}
	}
}

func orNone[T ~string](list []T) []T {
	if len(list) == 0 {
		return []T{""}
	}
	return list
}
