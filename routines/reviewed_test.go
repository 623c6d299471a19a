package routines_test

import (
	"errors"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"uncramp/coach/session"
	"uncramp/routines"
)

// reviewedFile is the table of every prompt of the built-in routines as a
// physiotherapist would read it: whether somebody who only hears it can do it, in
// that position, without the picture. Words that are only for somebody with a
// condition stand in it with that condition.
const reviewedFile = "testdata/reviewed.tsv"

// unread is the verdict of a prompt that nobody has read yet.
const unread = "?"

var reviewedHead = []string{"routine", "muscle", "position", "for", "step", "part", "support", "limb", "verdict", "prompt"}

// verdictColumn is where the verdict stands in a row.
const verdictColumn = 8

// spoken is a prompt where it stands.
type spoken struct {
	routine  string
	muscle   routines.Muscle
	position routines.Position
	person   routines.Condition // empty: said to everybody
	phase    session.Phase
}

// row is the prompt as a line of the table, with its verdict.
func (s spoken) row(verdict string) []string {
	ph := s.phase
	return []string{s.routine, string(s.muscle), string(s.position), string(s.person), ph.Step, string(ph.Kind), string(ph.Support), string(ph.Limb), verdict, ph.Prompt}
}

// key is all of the row but its verdict.
func key(row []string) string {
	return strings.Join(append(slices.Clone(row[:verdictColumn]), row[verdictColumn+1:]...), "\t")
}

// everyPrompt lists what is said in every routine, for every muscle and in
// every position, and what is said otherwise to somebody with a condition.
func everyPrompt(t *testing.T) (all []spoken) {
	t.Helper()
	for _, id := range (routines.Library{}).Names() {
		r, err := routines.Library{}.Find(id)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range orNone(r.Muscles) {
			for _, p := range orNone(r.Positions) {
				usual := promptsFor(t, r, session.Choice{Muscle: m, Position: p}, "")
				all = append(all, usual...)
				for _, c := range routines.Conditions() {
					own := promptsFor(t, r, session.Choice{Muscle: m, Position: p, Profile: routines.ProfileOf(c)}, c)
					all = append(all, slices.DeleteFunc(own, func(s spoken) bool {
						return slices.ContainsFunc(usual, s.isSaidAs)
					})...)
				}
			}
		}
	}
	return append(all, promptsOfMoves(t, all)...)
}

// promptsOfMoves lists what moves say that no routine does in that position: to who
// names them in a routine of her own. They stand as those of the routine "moves".
func promptsOfMoves(t *testing.T, said []spoken) (all []spoken) {
	t.Helper()
	for _, m := range routines.Moves() {
		r := prescribed(m)
		r.ID = "moves"
		r.Steps[0].Repeat, r.Steps[0].Rest = &routines.Repeat{Times: 2}, m.Rest
		for _, p := range m.Positions {
			for _, person := range append([]routines.Condition{""}, routines.Conditions()...) {
				c := session.Choice{Position: p}
				if person != "" {
					c.Profile = routines.ProfileOf(person)
				}
				for _, s := range promptsFor(t, r, c, person) {
					if !slices.ContainsFunc(append(said, all...), s.hasTheWordsOf) {
						all = append(all, s)
					}
				}
			}
		}
	}
	return all
}

// hasTheWordsOf reports whether another prompt says the same to somebody in the same
// position, or to somebody in any, with the same support and limb.
func (s spoken) hasTheWordsOf(other spoken) bool {
	return (other.position == s.position || other.position == "") && other.phase.Prompt == s.phase.Prompt &&
		other.phase.Support == s.phase.Support && other.phase.Limb == s.phase.Limb
}

// isSaidAs reports whether another prompt of the same routine, muscle and position
// is the same one.
func (s spoken) isSaidAs(other spoken) bool {
	s.person = other.person
	return key(s.row("")) == key(other.row(""))
}

// promptsFor lists what is said in one plan, each prompt once; nothing, where the
// routine is not for the person.
func promptsFor(t *testing.T, r routines.Routine, c session.Choice, person routines.Condition) (all []spoken) {
	t.Helper()
	plan, err := session.NewPlan(r, c)
	var no *session.Refusal
	switch {
	case errors.As(err, &no), plan.Position != c.Position:
		return nil // what is said in another position stands there
	case err != nil:
		t.Fatal(err)
	}
	for _, ph := range plan.Phases {
		if s := (spoken{r.ID, c.Muscle, c.Position, person, ph}); !slices.ContainsFunc(all, s.isSaidAs) {
			all = append(all, s)
		}
	}
	return all
}

func orNone[T ~string](list []T) []T {
	if len(list) == 0 {
		return []T{""}
	}
	return list
}

// TestEveryPromptWasReviewed holds the table against the routines: a prompt
// that was changed, or whose support or limb was, has to be read again.
// -update writes a new table, in which it stands as unread.
func TestEveryPromptWasReviewed(t *testing.T) {
	verdicts := readReviewed(t)
	prompts := everyPrompt(t)
	if *update {
		lines := []string{strings.Join(reviewedHead, "\t")}
		for _, s := range prompts {
			verdict, ok := verdicts[key(s.row(""))]
			if !ok {
				verdict = unread
			}
			lines = append(lines, strings.Join(s.row(verdict), "\t"))
		}
		if err := os.WriteFile(reviewedFile, []byte(strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		verdicts = readReviewed(t)
	}
	for _, s := range prompts {
		k := key(s.row(""))
		if v := verdicts[k]; v == "" || v == unread {
			t.Errorf("not reviewed; go test ./routines -run Reviewed -update adds its row: read it and write your verdict: %s", strings.Join(s.row(unread), " | "))
		}
		delete(verdicts, k)
	}
	for k := range verdicts {
		t.Errorf("no routine says it any more; -update takes its row out: %s", k)
	}
}

// readReviewed reads the table: the verdict of each row.
func readReviewed(t *testing.T) map[string]string {
	t.Helper()
	data, err := os.ReadFile(reviewedFile)
	if err != nil {
		t.Fatal(err)
	}
	verdicts := map[string]string{}
	for i, line := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n") {
		row := strings.Split(line, "\t")
		if len(row) != len(reviewedHead) {
			t.Fatalf("%s:%d has %d columns, want %d", reviewedFile, i+1, len(row), len(reviewedHead))
		}
		if i > 0 {
			verdicts[key(row)] = row[verdictColumn]
		}
	}
	return verdicts
}

// named are the words that name a support.
var named = map[routines.Support]*regexp.Regexp{
	routines.WallSupport:  regexp.MustCompile(`(?i)\b(wall|desk|worktop)\b`),
	routines.ChairSupport: regexp.MustCompile(`(?i)\b(chair|seat)\b`),
	routines.BedSupport:   regexp.MustCompile(`(?i)\bbed\b`),
	routines.FloorSupport: regexp.MustCompile(`(?i)\bfloor\b`),
	routines.NoSupport:    regexp.MustCompile(``),
}

// moves are words of which a prompt that moves a limb has one.
var moves = map[routines.Limb]*regexp.Regexp{
	routines.ThisLeg:  regexp.MustCompile(`(?i)\b(leg|foot|heel|toes|knee|shin|ankle)\b`),
	routines.OtherLeg: regexp.MustCompile(`(?i)\bother\b`),
	routines.BothLegs: regexp.MustCompile(`(?i)\b(both|feet|heels|toes|knees|then the other|now the other|other (knee|leg|one)|then quicken|march on)\b`),
	routines.Hands: regexp.MustCompile(`(?i)\b(hands?|palms?|thumbs?|fingers|towel|pillows?|rub|press|lets? go|heat|ice|pad|lotion|` +
		`draw the (toes|foot|heel)|lift this knee)\b`),
	routines.Body: regexp.MustCompile(`(?i)\b(sit|sitting|stand|lie|lean|tip|roll|rock|walk|turn|push)\b`),
}

// carries lists what can hold the body in a position. Without a choice of
// position, a routine may have any.
var carries = map[routines.Position][]routines.Support{
	routines.Standing: {routines.WallSupport, routines.ChairSupport, routines.NoSupport},
	routines.Seated:   {routines.ChairSupport, routines.BedSupport},
	routines.Lying:    {routines.BedSupport, routines.FloorSupport, routines.ChairSupport},
}

// TestPromptsNameWhatHolds holds each prompt to its support and its limb: the
// words name both, and the support is one that the position has. Lying down
// somebody stands up at a chair; on their feet only who walks holds nothing.
func TestPromptsNameWhatHolds(t *testing.T) {
	for _, s := range everyPrompt(t) {
		ph := s.phase
		where := strings.Join(s.row(""), " | ")
		support, limb := named[ph.Support], moves[ph.Limb]
		switch {
		case support == nil || limb == nil:
			t.Errorf("no support or no limb: %s", where)
		case !support.MatchString(ph.Prompt):
			t.Errorf("the words don't name the %s: %s", ph.Support, where)
		case !limb.MatchString(ph.Prompt):
			t.Errorf("the words don't say what %s does: %s", ph.Limb, where)
		case s.position != "" && !slices.Contains(carries[s.position], ph.Support):
			t.Errorf("nobody %s has a %s: %s", s.position, ph.Support, where)
		case ph.Support == routines.NoSupport && ph.Step != "walk":
			t.Errorf("holds on to nothing: %s", where)
		case s.position == routines.Lying && ph.Support == routines.ChairSupport && ph.Step != "stand":
			t.Errorf("lies on a chair: %s", where)
		case len(ph.Prompt) >= 90:
			t.Errorf("%d characters: %s", len(ph.Prompt), where)
		}
	}
}
