package library

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"uncramp/assets"
	"uncramp/coach/text"
	"uncramp/routines"
)

// taught is the shelf the program carries.
func taught(t testing.TB) Library {
	t.Helper()
	s, err := Load(assets.Articles)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func sources(t *testing.T) routines.Catalogue {
	t.Helper()
	c, err := routines.Sources()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// told complains of a text that is missing, too long or no plain line.
func told(t *testing.T, where, said string, most int) {
	t.Helper()
	switch {
	case strings.TrimSpace(said) != said || said == "":
		t.Errorf("%s: %q is missing, or begins or ends with a space", where, said)
	case utf8.RuneCountInString(said) > most:
		t.Errorf("%s: %d characters, want %d at most: %q", where, utf8.RuneCountInString(said), most, said)
	case strings.ContainsFunc(said, text.Hidden):
		t.Errorf("%s: hidden characters in %q", where, said)
	}
}

const (
	longestName     = 40
	longestSentence = 90
	longestCause    = 50
)

func TestGroupsHoldEveryCardOnce(t *testing.T) {
	s := taught(t)
	var indexed []string
	for _, g := range s.Groups {
		told(t, "group", g.Name, longestName)
		if len(g.Cards) == 0 {
			t.Errorf("group %q is empty", g.Name)
		}
		indexed = append(indexed, g.Cards...)
	}
	files, err := fs.Glob(assets.Articles, folder+"/*"+ending)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		id := strings.TrimSuffix(path.Base(f), ending)
		if id != "index" && !slices.Contains(indexed, id) {
			t.Errorf("%s stands in no group", f)
		}
	}
	slices.Sort(indexed)
	if once := slices.Compact(slices.Clone(indexed)); len(once) != len(indexed) {
		t.Errorf("a card stands in two groups: %v", indexed)
	}
}

var idForm = regexp.MustCompile(`^[a-z][a-z0-9-]{0,31}$`)

func TestCardsAreShort(t *testing.T) {
	for _, c := range taught(t).Cards {
		if !idForm.MatchString(c.ID) {
			t.Errorf("%q is no word of lower-case letters, digits and hyphens", c.ID)
		}
		told(t, c.ID+" name", c.Name, longestName)
		told(t, c.ID+" summary", c.Summary, longestSentence)
		if c.Cause != "" {
			told(t, c.ID+" cause", c.Cause, longestCause)
		}
		for _, w := range c.Words {
			told(t, c.ID+" words", w, longestName)
		}
		if len(c.Blocks) == 0 {
			t.Errorf("%s says nothing", c.ID)
		}
		for _, b := range c.Blocks {
			if b.Head != "" {
				told(t, c.ID+" head", b.Head, longestName)
			}
			if len(b.Say)+len(b.Points) == 0 {
				t.Errorf("%s: the block %q says nothing", c.ID, b.Head)
			}
			for _, sentence := range append(slices.Clone(b.Say), b.Points...) {
				told(t, c.ID, sentence, longestSentence)
			}
		}
	}
}

// TestEveryBlockNamesItsSources looks the headings up in the catalogue, which
// routines' tests hold against the articles themselves.
func TestEveryBlockNamesItsSources(t *testing.T) {
	known := sources(t)
	for _, c := range taught(t).Cards {
		for _, b := range c.Blocks {
			if len(b.Sources) == 0 {
				t.Errorf("%s: the block %q names no source", c.ID, b.Head)
			}
			for _, s := range b.Sources {
				if !stands(known, s) {
					t.Errorf("%s: routines/sources.yaml has no %s with a heading %q", c.ID, s.Document, s.Heading)
				}
			}
		}
	}
}

// stands reports whether a source is a heading of an article, or a publication.
func stands(c routines.Catalogue, s routines.Source) bool {
	return slices.ContainsFunc(c.Articles, func(a routines.Article) bool {
		return a.ID == s.Document && slices.Contains(a.Headings, s.Heading)
	}) || slices.ContainsFunc(c.Publications, func(p routines.Publication) bool { return p.ID == s.Document })
}

func TestLinksLead(t *testing.T) {
	s := taught(t)
	for _, c := range s.Cards {
		for _, id := range c.See {
			if _, ok := s.Card(id); !ok || id == c.ID {
				t.Errorf("%s leads on to the card %q", c.ID, id)
			}
		}
		for _, id := range c.Routines {
			if _, err := (routines.Library{}).Find(id); err != nil {
				t.Errorf("%s leads on to a routine: %v", c.ID, err)
			}
		}
		for _, what := range c.Explains {
			id, step, named := strings.Cut(what, "/")
			r, err := routines.Library{}.Find(id)
			if err != nil {
				t.Errorf("%s explains %q: %v", c.ID, what, err)
			} else if named && !slices.ContainsFunc(r.Steps, func(s routines.Step) bool { return s.ID == step }) {
				t.Errorf("%s explains %q: the routine has no such step", c.ID, what)
			}
		}
	}
}

func TestEveryStepHasItsCard(t *testing.T) {
	s := taught(t)
	for _, name := range (routines.Library{}).Names() {
		r, err := routines.Library{}.Find(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, step := range r.Steps {
			if _, ok := s.Explaining(r.ID, step.ID); !ok {
				t.Errorf("no card tells more about %s/%s; name it at explains: of a card in assets/articles", r.ID, step.ID)
			}
		}
	}
}

// TestNothingIsExplainedTwice: of two cards that explain the same the second
// would never be found.
func TestNothingIsExplainedTwice(t *testing.T) {
	by := map[string]string{}
	for _, c := range taught(t).Cards {
		for _, what := range c.Explains {
			if first, twice := by[what]; twice {
				t.Errorf("%s and %s both explain %q", first, c.ID, what)
			}
			by[what] = c.ID
		}
	}
}

func TestCardsFitEveryPipe(t *testing.T) {
	for _, c := range taught(t).Cards {
		for _, width := range []int{40, 72, 80, 120} {
			fits(t, c.Text(width), width)
		}
	}
}

// TestEveryCardIsFound types each card's name and each word it is searched by.
func TestEveryCardIsFound(t *testing.T) {
	s := taught(t)
	for _, c := range s.Cards {
		for _, query := range append([]string{c.ID, c.Name}, c.Words...) {
			if !slices.ContainsFunc(s.Search(query), func(f Card) bool { return f.ID == c.ID }) {
				t.Errorf("%q does not find %s", query, c.ID)
			}
		}
		if found := s.Search(c.Name); len(found) > 0 && found[0].Name != c.Name {
			t.Errorf("%q finds %s first", c.Name, found[0].ID)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(assets.Articles); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSearch(b *testing.B) {
	s := taught(b)
	for _, query := range []string{"magnesium", "e", "night calf stretch", "zebra"} {
		b.Run(query, func(b *testing.B) {
			for b.Loop() {
				s.Search(query)
			}
		})
	}
}

// TestFiguresOfCards are those of the moves that they explain, and are there to be
// drawn; what leads to no routine has none.
func TestFiguresOfCards(t *testing.T) {
	shown := 0
	for _, c := range taught(t).Cards {
		name, muscle := c.Figure()
		switch {
		case len(c.Routines)+len(c.Explains) == 0 && name != "":
			t.Errorf("%s leads to no routine, and shows %s", c.ID, name)
		case name == "":
			continue
		}
		shown++
		if _, err := fs.Stat(assets.Figures, "figures/"+name+".yaml"); err != nil || muscle == "" {
			t.Errorf("%s: %v, of the muscle %q", c.ID, err, muscle)
		}
	}
	if shown < 15 {
		t.Errorf("%d cards have a figure", shown)
	}
}
