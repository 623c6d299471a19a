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
	if want := 1<<4 + 1<<8 + 1<<6; walked != want {
		t.Errorf("walked %d answers, want %d", walked, want)
	}
}

func TestAnUnknownAnswerIsNone(t *testing.T) {
	if f := (Check{}).Answer("nonsense").Finding(); f.Level != Clear {
		t.Errorf("found %+v", f)
	}
}

func TestWordsAreShort(t *testing.T) {
	order := []Level{Emergency, Today, Appointment}
	seen := map[string]bool{}
	for i, g := range Groups() {
		if g.Level != order[i] {
			t.Errorf("group %d is %s", i, g.Level)
		}
		texts := []string{g.Ask, g.Advice, g.Because}
		for _, q := range g.Questions {
			if seen[q.ID] {
				t.Errorf("%s stands twice", q.ID)
			}
			seen[q.ID] = true
			texts = append(texts, q.Text)
		}
		for _, s := range texts {
			if s == "" {
				t.Errorf("%s: a text is missing", g.Level)
			}
		}
		for _, s := range append(texts, allNotes(g)...) {
			if n := utf8.RuneCountInString(s); n > 90 {
				t.Errorf("%q has %d characters", s, n)
			}
		}
	}
}

// allNotes are the texts that a group and its questions may leave out.
func allNotes(g Group) []string {
	notes := []string{g.Until}
	for _, q := range g.Questions {
		notes = append(notes, q.Advice, q.Note)
	}
	return notes
}

// TestEveryQuestionNamesWhoPublishedIt: an article alone, or one that is not in
// the catalogue, is no source. What is general knowledge says so.
func TestEveryQuestionNamesWhoPublishedIt(t *testing.T) {
	c, err := routines.Sources()
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range Groups() {
		for _, q := range g.Questions {
			published := 0
			for _, s := range q.Sources {
				article := slices.IndexFunc(c.Articles, func(a routines.Article) bool { return a.ID == s.Document })
				switch {
				case article >= 0 && !slices.Contains(c.Articles[article].Headings, s.Heading):
					t.Errorf("%s: no heading %q in %s", q.ID, s.Heading, s.Document)
				case article < 0 && !slices.ContainsFunc(c.Publications, func(p routines.Publication) bool { return p.ID == s.Document }):
					t.Errorf("%s: routines/sources.yaml has no %q", q.ID, s.Document)
				case article < 0:
					published++
				}
			}
			if published == 0 {
				t.Errorf("%s names no publication", q.ID)
			}
		}
	}
}
