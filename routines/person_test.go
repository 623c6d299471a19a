package routines_test

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"uncramp/coach/session"
	"uncramp/routines"
)

// met is a step as somebody meets it: its routine, its id, and all that she is
// told to do and shown in it.
type met struct {
	plan    session.Plan
	step    string
	phases  []session.Phase
	prompts string // in lower case
	told    string // what was changed for her, in lower case
}

func (m met) String() string {
	return fmt.Sprintf("%s, %s, %s: %q, told %q", m.plan.Routine, m.step, m.plan.Position, m.prompts, m.told)
}

// patterns are those that were asked for, each compiled once.
var patterns = map[string]*regexp.Regexp{}

func matches(pattern, text string) bool {
	if patterns[pattern] == nil {
		patterns[pattern] = regexp.MustCompile(pattern)
	}
	return patterns[pattern].MatchString(text)
}

// says reports whether its words match, wherever they stand.
func (m met) says(pattern string) bool { return matches(pattern, m.prompts) }

// shows reports whether one of its figures matches.
func (m met) shows(pattern string) bool {
	return slices.ContainsFunc(m.phases, func(ph session.Phase) bool { return matches(pattern, ph.Figure) })
}

// supported reports whether something holds the body in every phase.
func (m met) supported() bool {
	holds := []routines.Support{routines.WallSupport, routines.ChairSupport, routines.BedSupport}
	return !slices.ContainsFunc(m.phases, func(ph session.Phase) bool { return ph.Prompt != "" && !slices.Contains(holds, ph.Support) })
}

// stands reports whether somebody is on her feet in it.
func (m met) stands() bool {
	if m.shows(`-seated$`) {
		return false
	}
	return m.plan.Position == routines.Standing || m.says(`\b(stand|stands|standing|walk|march on)\b`) ||
		m.shows(`^(stand|weight|walk$|march$|heel-raise$)`)
}

// forbidden are the moves that nobody with a condition may meet, written down
// apart from the rules of the routines.
var forbidden = []struct {
	condition routines.Condition
	move      string
	meets     func(met) bool
}{
	{routines.Unsteady, "stands with nothing to hold", func(m met) bool { return m.stands() && !m.supported() }},
	{routines.Unsteady, "stands on one leg to rub or pull at the other", func(m met) bool {
		return m.plan.Position == routines.Standing && m.says(`\brub\b|heel to(ward)? (the|your) buttock|foot on a .*chair`)
	}},
	{routines.Unsteady, "is told to choose what is chosen already", func(m met) bool {
		return slices.ContainsFunc(m.plan.Cautions, func(told string) bool { return matches(`choose the seated`, told) })
	}},
	{routines.PregnantLate, "lies flat", func(m met) bool {
		lies := m.says(`on your back|\blie back\b|\blie flat\b`) || m.plan.Position == routines.Lying && !m.says(`\bsit\b|\bstand\b`)
		return lies && !matches(`on your (good |other )?side|propped`, m.prompts+" "+m.told)
	}},
	{routines.PregnantLate, "holds the leg up, flat on the back", func(m met) bool {
		return m.plan.Position == routines.Lying && m.says(`(behind|hold) (this|the|the sore|the other) thigh`)
	}},
	{routines.NewHip, "bends deeply at the hip", func(m met) bool {
		return m.says(`tip forward|lean forward|behind the (sore |other )?thigh|knee as high|lift (the|this) thigh|on the bed, this knee up`) ||
			m.shows(`^hamstring-(chair|lying|bed)`)
	}},
	{routines.NewHip, "lays the ankle on the other knee", func(m met) bool {
		return m.says(`ankle on the (other )?knee|on the other knee`) || m.shows(`^foot-(on-knee|press|glide|stretch-chair|rub-chair)`)
	}},
	{routines.NewKnee, "brings the heel to the buttock", func(m met) bool {
		pulled := m.phases[0].Muscle == routines.Thigh && m.says(`(draw|ease) (the|this) (top )?(heel|foot) back`)
		return pulled || m.says(`heel to(ward)? (the|your) buttock|(the|this|other) ankle behind`) ||
			m.shows(`^thigh-(standing|side-lying|stretch)`)
	}},
	{routines.NewKnee, "kneels, or sits with the knee up", func(m met) bool { return m.says(`shin on the seat|this knee up`) }},
	{routines.NewHip, "bends down to the foot", bendsDown},
	{routines.NewHip, "crosses the legs", func(m met) bool { return m.says(`with the other heel`) }},
	{routines.WeakBones, "bends down to the foot", bendsDown},
	{routines.NumbFeet, "warms or cools", func(m met) bool { return m.says(`\b(heat|ice|peas|warm pad|bottle)\b`) }},
	{routines.Circulation, "warms or cools", func(m met) bool { return m.says(`\b(heat|ice|peas|warm pad|bottle)\b`) }},
	{routines.Circulation, "raises the leg above the heart", raisesTheLeg},
	{routines.HeartFailure, "raises the leg unasked", func(m met) bool {
		return raisesTheLeg(m) && !slices.ContainsFunc(m.plan.NotIf, func(asked string) bool { return strings.Contains(asked, "doctor") })
	}},
	{routines.BloodThinner, "massages with more than the lightest touch", isHeavyMassage},
	{routines.PregnantEarly, "massages with more than the lightest touch", isHeavyMassage},
	{routines.PregnantLate, "massages with more than the lightest touch", isHeavyMassage},
	{routines.Surgery, "massages", isMassage},
	{routines.Surgery, "warms or cools the wound", func(m met) bool {
		return m.says(`\bagainst the sore muscle\b`) && !strings.Contains(m.told, "wound")
	}},
	{routines.Surgery, "is relieved without a word on clots", func(m met) bool {
		return m.plan.Onset != nil && slices.Contains([]string{"slack", "stretch"}, m.step) && !strings.Contains(m.told, "clot")
	}},
	{routines.WeakBones, "bends or twists the back", func(m met) bool { return m.says(`tip forward|lean forward|twist|turn the body`) }},
}

// raisesTheLeg reports whether the foot is higher than the heart.
func raisesTheLeg(m met) bool {
	return m.plan.Routine == "elevate" || m.shows(`^hamstring-lying`) || m.says(`toward the ceiling`)
}

// bendsDown reports whether somebody reaches down to her own foot or shin, and is
// not told of a way without.
func bendsDown(m met) bool {
	reaches := m.says(`loop (a|the) (long )?towel|foot back (by|with) (a )?hand|(rub|sweep|press) .*\bcalf\b|from the ankle up`) || m.shows(`^calf-towel`)
	return reaches && !matches(`somebody else|bending down|long towel|upright|tall`, m.prompts+" "+m.told)
}

func isMassage(m met) bool {
	return m.says(`\b(rub|rubs|press|stroke|strokes|sweep)\b.*`) && !m.says(`\bpress through\b`) && m.massages()
}

// massages reports whether a phase is called a massage.
func (m met) massages() bool {
	return slices.ContainsFunc(m.phases, func(ph session.Phase) bool { return slices.Contains([]string{"rub", "press", "stroke"}, ph.Word) })
}

func isHeavyMassage(m met) bool {
	return m.massages() && !matches(`lightest touch`, m.prompts+" "+m.told)
}

// steps are those of a plan as somebody meets them.
func steps(p session.Plan) (list []met) {
	for i, ph := range p.Phases {
		if i == 0 || p.Phases[i-1].Step != ph.Step {
			list = append(list, met{plan: p, step: ph.Step})
		}
		last := &list[len(list)-1]
		if ph.Repetition > 2 {
			continue // as those before
		}
		last.phases = append(last.phases, ph)
		last.prompts += " " + strings.ToLower(ph.Prompt)
		for _, c := range ph.Adapted {
			last.told += " " + strings.ToLower(c.Text)
		}
	}
	return list
}

// people are everybody: each condition alone, every two together, all of them, and
// nobody knows.
func people() (list []routines.Profile) {
	all := routines.Conditions()
	for i, a := range all {
		list = append(list, routines.ProfileOf(a))
		for _, b := range all[i+1:] {
			list = append(list, routines.ProfileOf(a, b))
		}
	}
	return append(list, routines.Profile{}, routines.ProfileOf(all...), routines.UnreadableProfile())
}

// TestNobodyMeetsWhatIsNotForHer walks every routine in every position for every
// muscle and person. A routine of which nothing is left is refused in words; the
// relief never is.
func TestNobodyMeetsWhatIsNotForHer(t *testing.T) {
	failed := map[string]bool{} // told once each
	fail := func(format string, args ...any) {
		if text := fmt.Sprintf(format, args...); !failed[text] {
			failed[text] = true
			t.Error(text)
		}
	}
	plans, refused := 0, map[string]bool{}
	for _, id := range (routines.Library{}).Names() {
		r, err := routines.Library{}.Find(id)
		if err != nil {
			t.Fatal(err)
		}
		head := session.Head(r)
		for _, c := range choices(r) {
			for _, person := range people() {
				c.Profile = person
				p, err := session.NewPlan(r, c)
				var no *session.Refusal
				if c.Muscle == "" && errors.As(err, &no) != person.HasAny(head.NotFor) {
					fail("%s for %v: a list says %v, the routine %v", id, person.List(), head.NotFor, err)
				}
				switch {
				case errors.As(err, &no):
					refused[id] = true
					if len(no.Because) < 2 || id == "ease" {
						fail("%s for %v is refused with %v", id, person.List(), err)
					}
					continue
				case err != nil:
					t.Fatal(err)
				}
				plans++
				holds(p, person, fail)
			}
		}
	}
	t.Logf("%d plans; refused to some: %v", plans, refused)
}

// prescribed is a routine of a person's own that has nothing but a move.
func prescribed(m routines.Move) routines.Routine {
	return routines.Routine{ID: m.ID, Name: m.Name, Positions: m.Positions, Steps: []routines.Step{m.Step()}}
}

// TestNobodyMeetsAMoveThatIsNotForHer in a routine of her own either, which says
// nothing of whom it is for.
func TestNobodyMeetsAMoveThatIsNotForHer(t *testing.T) {
	refused := 0
	for _, m := range routines.Moves() {
		r := prescribed(m)
		for _, c := range choices(r) {
			for _, person := range people() {
				c.Profile = person
				p, err := session.NewPlan(r, c)
				var no *session.Refusal
				switch {
				case errors.As(err, &no):
					refused++
				case err != nil:
					t.Fatal(err)
				default:
					holds(p, person, func(format string, args ...any) {
						if !person.Unreadable() { // a routine of one position has no other
							t.Errorf(format, args...)
						}
					})
				}
			}
		}
	}
	if refused == 0 {
		t.Error("nobody was refused a move")
	}
}

// choices are every muscle and position of a routine, chosen or not.
func choices(r routines.Routine) (list []session.Choice) {
	for _, m := range append([]routines.Muscle{""}, r.Muscles...) {
		for _, at := range append([]routines.Position{""}, r.Positions...) {
			list = append(list, session.Choice{Muscle: m, Position: at})
		}
	}
	return list
}

// supports are those that a position allows; of a step that leads out of it, such
// as standing up, any.
var supports = map[routines.Position][]routines.Support{
	routines.Standing: {routines.WallSupport, routines.ChairSupport, routines.NoSupport},
	routines.Seated:   {routines.ChairSupport, routines.BedSupport, routines.FloorSupport},
	routines.Lying:    {routines.BedSupport, routines.FloorSupport},
}

// unlikely says what of a phase doesn't go together; empty: all does.
func unlikely(m met, ph session.Phase) string {
	moves := m.says(`\b(sit|stand|stands|get up)\b`)
	switch at := m.plan.Position; {
	case ph.Support == "" || ph.Prompt == "":
	case at != "" && !moves && !slices.Contains(supports[at], ph.Support):
		return fmt.Sprintf("%s with the support %s", at, ph.Support)
	case ph.Side == routines.Both && slices.Contains([]routines.Limb{routines.ThisLeg, routines.OtherLeg}, ph.Limb):
		return fmt.Sprintf("both legs and the limb %s", ph.Limb)
	case ph.Side != routines.Both && ph.Limb == routines.BothLegs:
		return fmt.Sprintf("the side %q and both legs", ph.Side)
	}
	return ""
}

// unsaid are words that nobody with a condition is told at the end.
var unsaid = map[routines.Condition]string{
	routines.NumbFeet: `\b(warmth|heat|ice)\b`, routines.Circulation: `\b(warmth|heat|ice|raise|raised)\b`,
	routines.HeartFailure: `\b(raise|raised)\b`, routines.Surgery: `\b(rub|massage)\b`, routines.PregnantLate: `under the knees`,
}

// holds compares a plan with what is forbidden to a person, and to making sense.
func holds(p session.Plan, person routines.Profile, fail func(string, ...any)) {
	for _, m := range steps(p) {
		for _, f := range forbidden {
			if person.Has(f.condition) && f.meets(m) {
				fail("%s %s: %v", f.condition, f.move, m)
			}
		}
		if first := m.phases[0].Prompt; strings.Contains(m.told, "left out:") && matches(`^(stay|keep|leave|hands stay)`, strings.ToLower(first)) {
			fail("%v begins as if %v had not been left out", m, m.told)
		}
		for _, ph := range m.phases {
			if why := unlikely(m, ph); why != "" {
				fail("%v: %q has %s", m, ph.Prompt, why)
			}
			if a := ph.Answers; a != nil {
				for _, goal := range []string{a.Eased, a.Same, a.Worse} {
					if _, ok := p.Find(goal); !ok && goal != routines.End {
						fail("%v for %v leads to %s, which is not played", m, person.List(), goal)
					}
				}
			}
			for _, c := range ph.Adapted {
				if strings.TrimSpace(c.Text) == "" {
					fail("%v is changed without a word", m)
				}
			}
		}
	}
	for c, words := range unsaid {
		if told := strings.Join(p.Closing, " "); person.Has(c) && matches(words, strings.ToLower(told)) {
			fail("%s for %s ends with %q", p.Routine, c, told)
		}
	}
	if person.Unreadable() && p.Position == routines.Standing {
		fail("%s stands though nobody can read what suits; give it a seated or lying way, too", p.Routine)
	}
	if p.Main == 0 {
		fail("nothing is left of %s for %v", p.Routine, person.List())
	}
}
