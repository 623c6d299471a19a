package triage

import (
	"slices"
	"testing"
	"unicode/utf8"

	"uncramp/routines"
)

// TestEveryAnswer walks every subset of every group's questions, and every way
// of getting there.
func TestEveryAnswer(t *testing.T) {
	walked := 0
	var walk func(c Check)
	walk = func(c Check) {
		g, ok := c.Group()
		if !ok {
			return
		}
		for set := range 1 << len(g.Questions) {
			var yes []string
			for i, q := range g.Questions {
				if set&(1<<i) != 0 {
					yes = append(yes, q.ID)
				}
			}
			walked++
			next := c.Answer(yes...)
			f := next.Finding()
			switch {
			case len(yes) > 0 && (!next.Over() || f.Level != g.Level || !slices.Equal(f.Yes, yes)):
				t.Fatalf("%v in %s leads to %+v, over %v", yes, g.Level, f, next.Over())
			case len(yes) > 0 && f.Blocks() != (g.Level == Emergency || g.Level == Today):
				t.Fatalf("%v in %s blocks: %v", yes, g.Level, f.Blocks())
			case len(yes) == 0 && f.Level != Clear:
				t.Fatalf("no to all of %s finds %+v", g.Level, f)
			}
			if next.Over() && next.Answer("chest").Finding().Level != f.Level {
				t.Fatal("an answer after the end changes the finding")
			}
			if back, ok := next.Back().Group(); !ok || next.Back().Finding().Blocks() || len(yes) > 0 && back.Level != g.Level {
				t.Fatalf("back from %v does not ask again", yes)
			}
			walk(next)
		}
	}
	walk(Check{})
	if want := 1<<4 + 1<<7 + 1<<5; walked != want {
		t.Errorf("walked %d answers, want %d", walked, want)
	}
}

func TestAnUnknownAnswerIsNone(t *testing.T) {
	if f := (Check{}).Answer("nonsense").Finding(); f.Level != Clear {
		t.Errorf("found %+v", f)
	}
}

func TestWordsAreShortAndSourced(t *testing.T) {
	c, err := routines.Sources()
	if err != nil {
		t.Fatal(err)
	}
	order := []Level{Emergency, Today, Appointment}
	seen := map[string]bool{}
	for i, g := range Groups() {
		if g.Level != order[i] {
			t.Errorf("group %d is %s", i, g.Level)
		}
		for _, s := range []string{g.Ask, g.Advice, g.Because} {
			if n := utf8.RuneCountInString(s); n == 0 || n > 90 {
				t.Errorf("%q has %d characters", s, n)
			}
		}
		for _, q := range g.Questions {
			if seen[q.ID] || utf8.RuneCountInString(q.Text) > 90 {
				t.Errorf("%s: %q", q.ID, q.Text)
			}
			seen[q.ID] = true
			for _, s := range q.Sources {
				at := slices.IndexFunc(c.Articles, func(a routines.Article) bool { return a.ID == s.Document })
				if at < 0 || !slices.Contains(c.Articles[at].Headings, s.Heading) {
					t.Errorf("%s: no heading %q in %s", q.ID, s.Heading, s.Document)
				}
			}
			if len(q.Sources) == 0 {
				t.Errorf("%s has no source", q.ID)
			}
		}
	}
}
