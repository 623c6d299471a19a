package plan

import (
	"math"
	"slices"
	"testing"
	"unicode/utf8"

	"uncramp/coach/session"
	"uncramp/coach/stats"
	"uncramp/routines"
)

// TestAnItemIsNamedAsItsRoutine: one thing has one name, wherever it is shown.
func TestAnItemIsNamedAsItsRoutine(t *testing.T) {
	for _, i := range Items() {
		if len(i.Routines) != 1 {
			continue
		}
		if r, err := (routines.Library{}).Find(i.Routines[0]); err != nil || r.Name != i.Name {
			t.Errorf("%s is called %q, and its routine %q (%v)", i.ID, i.Name, r.Name, err)
		}
	}
}

func TestItemsRestOnTheArticles(t *testing.T) {
	catalogue, err := routines.Sources()
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, i := range Items() {
		if slices.Contains(ids, i.ID) || i.Times < 1 || utf8.RuneCountInString(i.Name) > 28 || i.Short == "" || utf8.RuneCountInString(i.Short) > 9 {
			t.Errorf("%+v", i)
		}
		ids = append(ids, i.ID)
		if len(i.Sources) == 0 {
			t.Errorf("%s has no source", i.ID)
		}
		for _, s := range i.Sources {
			if !slices.ContainsFunc(catalogue.Articles, func(a routines.Article) bool {
				return a.ID == s.Document && slices.Contains(a.Headings, s.Heading)
			}) {
				t.Errorf("%s: no heading %q in %s", i.ID, s.Heading, s.Document)
			}
		}
		if i.Rests != routines.Default && !slices.ContainsFunc(catalogue.Publications, func(p routines.Publication) bool { return p.ID == i.Rests }) {
			t.Errorf("%s: no publication %s", i.ID, i.Rests)
		}
	}
	if want := []string{"morning", "before", "after", stats.Bedtime, Water}; !slices.Equal(ids, want) {
		t.Errorf("the items are %v, want %v", ids, want)
	}
}

// TestHalfOfTheWorkIsEnough compares each item's share with its routines, in
// every form they can be followed in.
func TestHalfOfTheWorkIsEnough(t *testing.T) {
	const about = 0.1 // of the planned time
	compared := 0
	for _, i := range Items() {
		for _, id := range i.Routines {
			r, err := routines.Library{}.Find(id)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range orOne(r.Muscles) {
				for _, p := range orOne(r.Positions) {
					plan, err := session.NewPlan(r, session.Choice{Muscle: m, Position: p})
					if err != nil {
						t.Fatal(err)
					}
					compared++
					if half := float64(plan.Work()) / float64(plan.Total()) / 2; math.Abs(half-i.Share) > about {
						t.Errorf("%s, %s %s %s: half of the work is %.2f, and %.2f is enough", i.ID, id, m, p, half, i.Share)
					}
				}
			}
		}
	}
	if compared < 4 {
		t.Errorf("%d forms were compared", compared)
	}
}

func orOne[T ~string](choices []T) []T {
	if len(choices) == 0 {
		return []T{""}
	}
	return choices
}
