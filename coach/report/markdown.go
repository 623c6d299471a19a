package report

import (
	_ "embed"
	"fmt"
	"io"
	"regexp"
	"strings"
	"text/template"
)

//go:embed page.gomd
var markdownTemplate string

func (r Report) markdown(w io.Writer) error {
	p := r.page()
	if len(p.Facts) == 0 {
		_, err := io.WriteString(w, strings.Join(p.Basis, "\n")+"\n")
		return err
	}
	t, err := template.New("markdown").Funcs(template.FuncMap{"escape": escape, "escapeLine": escapeLine}).Parse(markdownTemplate)
	if err != nil {
		return fmt.Errorf("its template: %w", err)
	}
	return t.Execute(w, struct {
		page
		Numbers table
	}{p, r.numbers(p.Facts)})
}

// numbers are the facts as a table, with what is a chart elsewhere.
func (r Report) numbers(facts []fact) table {
	t := table{Head: numberHead}
	for _, f := range facts {
		t.Rows = append(t.Rows, []string{f.What, f.Says})
	}
	if len(r.Cramps) > 0 {
		t.Rows = append(t.Rows, []string{hourRow, r.hoursText()})
	}
	return t
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
