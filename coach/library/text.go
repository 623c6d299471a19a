package library

import (
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
	var all []routines.Source
	for _, b := range c.Blocks {
		all = append(all, b.Sources...)
	}
	return from.Credits(all)
}

// Text returns the card as plain lines of at most width columns, 20 at least, for
// pipes and screen readers: what it says, the commands that do it or tell more,
// and the sources. It ends with a line end.
func (c Card) Text(width int) string {
	var out strings.Builder
	// say wraps texts; the first line of each begins with one lead and the others
	// with another. An empty text is no line.
	say := func(first, then string, texts ...string) {
		for _, t := range texts {
			for _, l := range text.WrapIndented(first, then, text.Clean(t), max(width, minWidth)) {
				out.WriteString(l + "\n")
			}
		}
	}
	commands := func(title, command string, ids []string) {
		if len(ids) > 0 {
			out.WriteString("\n" + title + "\n")
		}
		for _, id := range ids {
			say("  ", "    ", command+id)
		}
	}
	say("", "", c.Name, c.Summary)
	for _, b := range c.Blocks {
		out.WriteString("\n")
		say("", "", b.Head, strings.Join(b.Say, " "))
		say("- ", "  ", b.Points...)
	}
	commands("Do it", "uncramp start ", c.Routines)
	commands("Read on", "uncramp learn ", c.See)
	from, _ := catalogue() // a source that it doesn't know is told by its id
	out.WriteString("\nSources\n")
	say("- ", "  ", c.Credits(from)...)
	return out.String()
}
