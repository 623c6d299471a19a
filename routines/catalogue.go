package routines

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"uncramp/coach/yamlfile"
)

//go:embed sources.yaml
var catalogueFile []byte

// Catalogue is what the routines rest on.
type Catalogue struct {
	Articles     []Article     `yaml:"articles"`
	Publications []Publication `yaml:"publications"`
}

// Article is one of the three articles the words are drawn from.
type Article struct {
	ID       string   `yaml:"id"`
	Name     string   `yaml:"name"`
	Short    string   `yaml:"short"`    // as it is called in a sentence
	Headings []string `yaml:"headings"` // or a paragraph's first words, six at most
}

// Publication is a published source of a figure.
type Publication struct {
	ID    string `yaml:"id"`
	Name  string `yaml:"name"`
	Where string `yaml:"where,omitempty"` // address or identifier; empty when none is on record
}

// Sources returns the catalogue, which all who ask for it share.
func Sources() (Catalogue, error) { return sources() }

// sources is the catalogue, read once: every source of a routine is looked up in it.
var sources = sync.OnceValues(func() (c Catalogue, err error) {
	err = yamlfile.Read("sources.yaml", catalogueFile, &c)
	return c, err
})

// published reports whether the catalogue has a publication of that id.
func published(id string) bool {
	c, err := Sources()
	return err == nil && slices.ContainsFunc(c.Publications, func(p Publication) bool { return p.ID == id })
}

// Name names an article or a publication in full, or returns what it does not
// know: "default", or, for a person's own routine, her own words.
func (c Catalogue) Name(source string) string {
	for _, a := range c.Articles {
		if a.ID == source {
			return a.Name
		}
	}
	for _, p := range c.Publications {
		if p.ID == source {
			return strings.TrimSuffix(p.Name+" ("+p.Where+")", " ()")
		}
	}
	return source
}

// Credits names sources in words, one document an entry: its name, and where to
// find it or the headings in quotes.
func (c Catalogue) Credits(list []Source) []string {
	var documents []string
	headings := map[string][]string{}
	for _, s := range list {
		if !slices.Contains(documents, s.Document) {
			documents = append(documents, s.Document)
		}
		if h := `"` + s.Heading + `"`; s.Heading != "" && !slices.Contains(headings[s.Document], h) {
			headings[s.Document] = append(headings[s.Document], h)
		}
	}
	for i, d := range documents {
		documents[i] = c.Name(d)
		if h := headings[d]; len(h) > 0 {
			documents[i] += ": " + strings.Join(h, ", ")
		}
	}
	return documents
}

// NameArticles is a note for a reader: it calls articles by their names, not
// their ids.
func (c Catalogue) NameArticles(note string) string {
	for _, a := range c.Articles {
		note = strings.ReplaceAll(note, a.ID, a.Short)
	}
	return strings.TrimSpace(note)
}
