package library

import (
	"slices"
	"strings"
	"sync"

	"uncramp/coach/text"
	"uncramp/routines"
)

// minWidth is the least a text is wrapped to.
const minWidth = 20

// catalogue is read once, since every card is printed from it.
var catalogue = sync.OnceValues(routines.Sources)

// Credits returns the sources in words, one document an entry: its name, and
// where to find it or the headings in quotes.
func (c Card) Credits(from routines.Catalogue) []string {
	var documents []string
	headings := map[string][]string{}
	for _, b := range c.Blocks {
		for _, s := range b.Sources {
			if !slices.Contains(documents, s.Document) {
				documents = append(documents, s.Document)
			}
			if h := `"` + s.Heading + `"`; s.Heading != "" && !slices.Contains(headings[s.Document], h) {
				headings[s.Document] = append(headings[s.Document], h)
			}
		}
	}
	credits := make([]string, len(documents))
	for i, d := range documents {
		credits[i] = from.Timing(d)
		if credits[i] == d {
			credits[i] = from.Document(d)
		}
		if h := headings[d]; len(h) > 0 {
			credits[i] += ": " + strings.Join(h, ", ")
		}
	}
	return credits
}

// Text returns the card as plain lines of at most width columns, 20 at least, for
// pipes and screen readers: what it says, the commands that do it or tell more,
// and the sources. It ends with a line end.
func (c Card) Text(width int) string {
	p := page{width: max(width, minWidth)}
	p.line("", "", c.Name)
	p.line("", "", c.Summary)
	for _, b := range c.Blocks {
		p.gap()
		p.line("", "", b.Head)
		p.line("", "", strings.Join(b.Say, " "))
		p.points(b.Points)
	}
	p.commands("Do it", "uncramp start ", c.Routines)
	p.commands("Read on", "uncramp learn ", c.See)
	from, err := catalogue()
	if err != nil {
		from = routines.Catalogue{} // the sources are told by their ids
	}
	p.gap()
	p.line("", "", "Sources")
	p.points(c.Credits(from))
	return p.said.String()
}

// page is a text that grows line by line.
type page struct {
	said  strings.Builder
	width int
}

// line wraps a text; the first line begins with one lead and the others with
// another. An empty text is no line.
func (p *page) line(first, then, said string) {
	for _, l := range text.WrapIndented(first, then, routines.Clean(said), p.width) {
		p.said.WriteString(l + "\n")
	}
}

func (p *page) gap() { p.said.WriteString("\n") }

func (p *page) points(list []string) {
	for _, point := range list {
		p.line("- ", "  ", point)
	}
}

func (p *page) commands(title, command string, ids []string) {
	if len(ids) == 0 {
		return
	}
	p.gap()
	p.line("", "", title)
	for _, id := range ids {
		p.line("  ", "    ", command+id)
	}
}
