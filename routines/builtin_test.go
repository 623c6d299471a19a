package routines

import (
	"slices"
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

// TestBuiltinRoutinesRead looks sources up in the catalogue; the tests of
// coach/library hold that, and the routines' words, against the articles.
func TestBuiltinRoutinesRead(t *testing.T) {
	c := catalogue(t)
	for _, name := range (Library{}).Names() {
		r, err := Library{}.Find(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range r.GoesWith {
			if _, err := (Library{}).Find(id); err != nil {
				t.Errorf("%s goes with %s: %v", r.ID, id, err)
			}
		}
		for _, cl := range claims(r) {
			if cl.timing != "" && cl.timing != Default && c.Name(cl.timing) == cl.timing {
				t.Errorf("%s %s: timing from %q, which sources.yaml does not name", r.ID, cl.where, cl.timing)
			}
			for _, s := range cl.sources {
				i := slices.IndexFunc(c.Articles, func(a Article) bool { return a.ID == s.Document })
				switch {
				case i < 0 && s.Heading == "" && c.Name(s.Document) != s.Document: // a publication, or general knowledge
				case i < 0 || !slices.Contains(c.Articles[i].Headings, s.Heading):
					t.Errorf("%s %s: %s has no heading %q", r.ID, cl.where, s.Document, s.Heading)
				}
			}
		}
	}
}
