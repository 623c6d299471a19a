package report

import (
	"io"
	"regexp"
	"strings"
)

func (r Report) markdown(w io.Writer) error {
	p := r.page()
	if len(p.Facts) == 0 {
		_, err := io.WriteString(w, strings.Join(p.Basis, "\n")+"\n")
		return err
	}
	var b strings.Builder
	b.WriteString("# " + escape(p.Title) + "\n\n" + escape(strings.Join(p.Basis, " ")) + "\n\n")
	facts := table{Head: []string{"In numbers", ""}}
	for _, f := range p.Facts {
		facts.Rows = append(facts.Rows, []string{f.What, f.Says})
	}
	if len(r.Cramps) > 0 {
		facts.Rows = append(facts.Rows, []string{"Hour of the day", r.hoursText()}) // a chart elsewhere
	}
	writeTable(&b, facts)
	for _, s := range p.Sections {
		b.WriteString("\n## " + escape(s.Title) + "\n\n")
		if len(s.Table.Rows) > 0 {
			b.WriteString(escape(s.Note) + "\n\n")
			writeTable(&b, s.Table)
		}
		for _, l := range s.Lines {
			b.WriteString("- " + escapeLine(l) + "\n")
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func writeTable(b *strings.Builder, t table) {
	writeRow(b, t.Head)
	b.WriteString("|" + strings.Repeat(" --- |", len(t.Head)) + "\n")
	for _, row := range t.Rows {
		writeRow(b, row)
	}
}

func writeRow(b *strings.Builder, cells []string) {
	for _, c := range cells {
		b.WriteString("| " + escape(c) + " ")
	}
	b.WriteString("|\n")
}

var (
	// inlineMarkup is what means something anywhere in a line; an address would
	// become a link by itself.
	inlineMarkup = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`,
		"|", `\|`, "~", `\~`, "&", `\&`, "$", `\$`, "://", `:\//`, "www.", `www\.`, "@", `\@`)
	// lineMarkup is what means something only where a line begins.
	lineMarkup = regexp.MustCompile(`^([0-9]*)([-+#=]|[.)](?: |$))`)
)

// escape returns a text in which Markdown finds nothing to do.
func escape(s string) string { return inlineMarkup.Replace(s) }

// escapeLine does the same for a text that begins a line.
func escapeLine(s string) string { return lineMarkup.ReplaceAllString(escape(s), `$1\$2`) }
