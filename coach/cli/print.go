package cli

import (
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strconv"
	"strings"
	"sync"
	"text/tabwriter"
	"text/template"

	"uncramp/coach/private"
	"uncramp/coach/term"
	"uncramp/coach/text"
	"uncramp/coach/triage"
	"uncramp/routines"
)

// print writes text for a person, line by line, each cleaned, and broken where the reader
// has no room. All that a command says goes through here.
func (a *App) print(s string) error {
	lines := strings.Split(strings.TrimSuffix(s, "\n"), "\n")
	for i, l := range lines {
		lines[i] = text.Clean(l)
	}
	s = strings.Join(lines, "\n")
	n := a.columns()
	if a.linear > 0 && (n == 0 || n > a.linear) {
		n = a.linear
	}
	if n > 0 {
		s = text.Fold(s, n)
	}
	_, err := io.WriteString(a.Out, s+"\n")
	return err
}

// printName writes a name that another program may read, such as a file's, as it is.
func (a *App) printName(name string) error {
	_, err := io.WriteString(a.data, text.Clean(name)+"\n")
	return err
}

// printAs prints a value as JSON, or else words that say the same.
func (a *App) printAs(asJSON bool, v any, words string) error {
	if !asJSON {
		return a.print(words)
	}
	enc := json.NewEncoder(a.data)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

//go:embed commands.gotmpl
var commandsFile string

// commandTexts are what the commands print, by name.
var commandTexts = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("commands").Funcs(template.FuncMap{
		"about": about, "clean": text.Clean, "purposes": routines.Purposes, "muscles": routines.Muscles,
		"join":    text.Join[routines.Position],
		"warning": func() string { return triage.Warning },
	}).Parse(commandsFile))
})

// printText prints a value as JSON, or else the text of that name about
// something.
func (a *App) printText(asJSON bool, v any, name string, about any) error {
	var b strings.Builder
	if err := commandTexts().ExecuteTemplate(&b, name, about); err != nil {
		return err
	}
	return a.printAs(asJSON, v, aligned(b.String()))
}

// complain tells of an error in a line, if there is one; of joined ones, such as
// all faults of a file, in a line each.
func (a *App) complain(err error) {
	if err == nil {
		return
	}
	joined, ok := err.(interface{ Unwrap() []error })
	if ok && errors.Join(joined.Unwrap()...).Error() == err.Error() {
		for _, one := range joined.Unwrap() {
			a.complain(one)
		}
		return
	}
	said := "uncramp: " + text.Clean(withRemedy(err))
	if n := term.Columns(a.stderr); n > 0 { // for who reads it; elsewhere it is one line
		said = text.Fold(said, n)
	}
	fmt.Fprintln(a.Err, said)
}

// withRemedy is what an error says, and what to do where the system said it and nobody
// who handed it on did.
func withRemedy(err error) string {
	said := strings.TrimSpace(err.Error())
	if strings.Contains(said, "; ") {
		return said
	}
	return private.Explain(err).Error()
}

// aligned sets the columns of a text, which a tab ends, below each other.
func aligned(s string) string {
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	_, _ = io.WriteString(w, s) // a strings.Builder takes everything
	_ = w.Flush()
	return b.String()
}

// columns is how many columns a line may take: what COLUMNS says, or else what the
// terminal has room for; 0: what is printed goes on to another program.
func (a *App) columns() int {
	const least = 20
	if n, err := strconv.Atoi(a.Getenv("COLUMNS")); err == nil && n >= least {
		return n
	}
	if n := term.Columns(a.stdout); n >= least {
		return n
	}
	return 0
}

// width is how many columns a text of paragraphs may take.
type width int

// width is as much as reads well, and has room.
func (a *App) width() width {
	const usual = 72
	if n := a.columns(); n > 0 {
		return width(min(n, usual))
	}
	return usual
}

// Fold breaks the lines of a text that are longer.
func (w width) Fold(s string) string { return text.Fold(s, int(w)) }

// Hang wraps a text behind four cells, with lead in those of its first line.
func (w width) Hang(lead, s string) string {
	const indent = "    "
	return strings.Join(text.WrapIndented(fmt.Sprintf("%-*s", len(indent), lead), indent, s, int(w)), "\n") + "\n"
}

// orEmpty makes an empty list of none, so that JSON says [].
func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// printed is standard output, of which it is known whether all came through.
type printed struct {
	io.Writer
	fault error // the first
}

// Write implements io.Writer.
func (p *printed) Write(b []byte) (int, error) {
	n, err := p.Writer.Write(b)
	if p.fault == nil {
		p.fault = err
	}
	return n, err
}

// addDoors has what is printed go through out and, in a locale without UTF-8, come out
// as ASCII: on a terminal all of it, elsewhere not what is data.
func (a *App) addDoors(out *printed) {
	a.onTerminal, a.stdout, a.stderr = term.IsTerminal(out.Writer), out.Writer, a.Err
	a.data, a.Out = out, out
	if !term.LacksUTF8(a.Getenv) {
		return
	}
	a.Out, a.Err = &text.ASCIIWriter{Writer: out}, &text.ASCIIWriter{Writer: a.Err}
	if a.onTerminal {
		a.data = a.Out
	}
}

// bare is what went wrong with a file, without the file.
func bare(err error) error {
	var file *fs.PathError
	if errors.As(err, &file) {
		return file.Err
	}
	return err
}
