package report

import (
	_ "embed"
	"io"
	"regexp"
	"strings"
	"sync"
	"text/template"
)

//go:embed page.gomd
var markdownTemplate string

func (r Report) markdown(w io.Writer) error {
	t := template.New("markdown").Funcs(template.FuncMap{"escape": escape, "escapeLine": escapeLine})
	return template.Must(t.Parse(markdownTemplate)).Execute(w, r.page())
}

var (
	// inlineMarkup is what means something anywhere in a line; an address would
	// become a link by itself.
	inlineMarkup = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`,
		"|", `\|`, "~", `\~`, "&", `\&`, "$", `\$`, "://", `:\//`, "www.", `www\.`, "@", `\@`)
	// lineMarkup is what means something only where a line begins.
	lineMarkup = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^([0-9]*)([-+#=]|[.)](?: |$))`)
	})
)

// escape returns a text in which Markdown finds nothing to do.
func escape(s string) string { return inlineMarkup.Replace(s) }

// escapeLine does the same for a text that begins a line.
func escapeLine(s string) string { return lineMarkup().ReplaceAllString(escape(s), `$1\$2`) }
