package routines

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func catalogue(t *testing.T) Catalogue {
	t.Helper()
	c, err := Sources()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// sourced is one figure or sentence of a routine and what it rests on.
type sourced struct {
	where   string
	timing  string   // "" for a sentence
	sources []Source // nil for a figure
}

// claims lists everything in a routine that must have a source.
func claims(r Routine) []sourced {
	var all []sourced
	lines := func(where string, list []Line) {
		for _, l := range list {
			all = append(all, sourced{where + " " + l.Text, "", l.Sources})
		}
	}
	lines("caution", r.Cautions)
	lines("not if", r.NotIf)
	lines("closing", r.Closing)
	if r.Onset != nil {
		all = append(all, sourced{"onset", r.Onset.Source, nil})
	}
	for _, s := range r.Steps {
		all = append(all, sourced{s.ID, "", s.Sources})
		lines(s.ID, s.Cautions)
		for name, p := range map[string]*Part{"prepare": s.Prepare, "change": s.Change, "hold": s.Hold, "release": s.Release, "rest": s.Rest} {
			if p != nil {
				all = append(all, sourced{s.ID + " " + name, p.Source, nil})
			}
		}
		if s.Repeat != nil {
			all = append(all, sourced{s.ID + " repeat", s.Repeat.Source, nil})
		}
		if s.Open != nil {
			all = append(all, sourced{s.ID + " open", s.Open.Source, nil})
		}
	}
	return all
}

func TestBuiltinRoutinesRead(t *testing.T) {
	all, err := Library{}.All()
	if err != nil {
		t.Fatal(err)
	}
	c := catalogue(t)
	for _, r := range all {
		for _, id := range r.GoesWith {
			if _, err := (Library{}).Find(id); err != nil {
				t.Errorf("%s goes with %s: %v", r.ID, id, err)
			}
		}
		for _, cl := range claims(r) {
			if cl.timing != "" && cl.timing != Default && c.Timing(cl.timing) == cl.timing {
				t.Errorf("%s %s: timing from %q, which sources.yaml does not name", r.ID, cl.where, cl.timing)
			}
			for _, s := range cl.sources {
				i := slices.IndexFunc(c.Articles, func(a Article) bool { return a.ID == s.Document })
				if i < 0 || !slices.Contains(c.Articles[i].Headings, s.Heading) {
					t.Errorf("%s %s: %s has no heading %q", r.ID, cl.where, s.Document, s.Heading)
				}
			}
		}
	}
}

// articles returns the three articles' texts where they are at hand: they are
// not part of this repository.
func articles(t *testing.T) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for _, a := range catalogue(t).Articles {
		b, err := os.ReadFile("../../shared/documents/" + a.ID + ".txt")
		if err != nil {
			t.Logf("not compared with %s: %v", a.ID, err)
			continue
		}
		texts[a.ID] = strings.NewReplacer("’", "'", "“", `"`, "”", `"`).Replace(string(b))
	}
	return texts
}

func TestHeadingsStandInTheArticles(t *testing.T) {
	texts := articles(t)
	for _, a := range catalogue(t).Articles {
		text, ok := texts[a.ID]
		for _, h := range a.Headings {
			if ok && !strings.Contains(text, h) {
				t.Errorf("%s: %q does not stand in it", a.ID, h)
			}
		}
	}
}

var headings = regexp.MustCompile(`heading:.*`) // quoted on purpose

// TestNoSentenceIsCopied looks for runs of eight words that stand in an
// article too.
func TestNoSentenceIsCopied(t *testing.T) {
	texts := articles(t)
	for name, text := range texts {
		texts[name] = strings.Join(wordsOf(text), " ")
	}
	for _, name := range namesIn(builtin, "builtin") {
		data, err := builtin.ReadFile("builtin/" + name + ending)
		if err != nil {
			t.Fatal(err)
		}
		w := wordsOf(headings.ReplaceAllString(string(data), "|"))
		for i := range max(len(w)-7, 0) {
			run := strings.Join(w[i:i+8], " ")
			for id, text := range texts {
				if strings.Contains(text, run) {
					t.Errorf("%s copies from %s: %q", name, id, run)
				}
			}
		}
	}
}

func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(c rune) bool {
		return !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '\'')
	})
}
