package report

import (
	_ "embed"
	"io"
	"strings"
	"text/template"
)

//go:embed aloud.gotmpl
var aloudTemplate string

// Aloud writes the report for somebody who hears it: a row of a table is a line in which
// each cell stands behind its heading, and words stand for signs.
func (r Report) Aloud(w io.Writer) error {
	t := template.New("aloud").Funcs(template.FuncMap{"rows": rowsAloud, "aloud": aloud})
	return template.Must(t.Parse(aloudTemplate)).Execute(w, r.page())
}

// rowsAloud are the rows of a table, without the cells in which nothing is told.
func rowsAloud(t table) (lines []string) {
	for _, row := range t.Rows {
		said := []string{row[0]}
		for i, cell := range row[1:] {
			switch {
			case cell == "", cell == dash:
			case strings.Contains(cell, ": "): // it names its parts itself
				said = append(said, aloud(cell))
			default:
				said = append(said, t.Head[i+1]+": "+aloud(cell))
			}
		}
		lines = append(lines, strings.Join(said, ". ")+".")
	}
	return lines
}

// aloud is a text with words in place of signs that stand alone.
func aloud(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		word, is := signsAloud[w]
		if !is {
			word = strings.ReplaceAll(w, dash, upTo)
		}
		words[i] = word
	}
	return strings.Join(words, " ")
}
