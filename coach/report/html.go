package report

import (
	_ "embed"
	"html/template"
	"io"
	"unicode/utf8"
)

//go:embed page.gohtml
var pageTemplate string

// What was told of the cramps may take so many lines on two pages of paper, of
// so many characters each. Whatever there is, two lines of a text stay. The
// other formats cut nothing.
const roomLines, lineLength, leastLength = 62, 52, 104

// printed is a page with its charts.
type printed struct {
	page
	Charts    []chart
	Shortened bool
}

// html writes one file that needs nothing else and prints on A4.
func (r Report) html(w io.Writer) error {
	p := printed{page: r.page()}
	if !r.Latest.IsZero() {
		p.Charts = []chart{r.nightChart(), r.hourChart(), r.severityChart()}
		if len(r.Cramps) > 0 {
			p.Charts = append(p.Charts, r.legsChart())
		}
	}
	longest := r.longest()
	for i := range p.Sections {
		p.shorten(p.Sections[i].Lines, max(longest, 3*leastLength))
		for _, row := range p.Sections[i].Table.Rows {
			p.shorten(row, longest)
		}
	}
	return template.Must(template.New("page").Parse(pageTemplate)).Execute(w, p)
}

// longest is how long a text may be, so that all of them find room.
func (r Report) longest() int {
	var lengths []int
	for _, e := range r.Cramps {
		lengths = append(lengths, utf8.RuneCountInString(account(e)))
	}
	limit := roomLines * lineLength
	for ; limit > leastLength; limit = limit * 9 / 10 {
		lines := 0
		for _, n := range lengths {
			lines += max((min(n, limit)+lineLength-1)/lineLength, 1)
		}
		if lines <= roomLines {
			return limit
		}
	}
	return leastLength
}

// shorten cuts what is too long for the page, so that one note can't push the
// rest off it.
func (p *printed) shorten(texts []string, longest int) {
	for i, s := range texts {
		if runes := []rune(s); len(runes) > longest {
			texts[i] = string(runes[:longest]) + "…"
			p.Shortened = true
		}
	}
}
