package prescription

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"uncramp/coach/text"
)

// clause is a part of a line: what is about one move, or how often all is done.
type clause struct {
	text    string
	at      int  // where it begins in the line
	newLine bool // line ends stand before it, and no semicolon
}

// clauses takes a line apart at its semicolons and line ends; one in the quotes of a
// described move takes nothing apart.
func clauses(line string) (list []clause) {
	newLine := false
	for at := 0; at < len(line); {
		rest := line[at:]
		mark := markLength(rest)
		_, n := described(rest[mark:])
		n += mark
		if more := strings.IndexAny(rest[n:], ";\n\r"); more >= 0 {
			n += more
		} else {
			n = len(rest)
		}
		if blank := strings.TrimSpace(rest[:n]) == ""; !blank {
			list = append(list, entries(clause{rest[:n], at, newLine})...)
			newLine = true
		}
		newLine = newLine && n < len(rest) && rest[n] != ';'
		at += n + 1
	}
	return list
}

// otherMove is what a move that there isn't is called.
const otherMove = "other"

// closings are the quotes in which a prompt may stand: what opens one, and what ends it.
var closings = map[rune]string{'"': `"`, '\'': "'", '“': "”", '„': "”", '‘': "’"}

// described reads "other:" and the prompt behind it, in quotes or up to the first
// number or the end; past is where that ends, 0 where there is none.
func described(s string) (prompt string, past int) {
	const spaces = " \t"
	rest := strings.TrimLeft(s, spaces)
	if len(rest) < len(otherMove) || !strings.EqualFold(rest[:len(otherMove)], otherMove) {
		return "", 0
	}
	rest = strings.TrimLeft(rest[len(otherMove):], spaces)
	if !strings.HasPrefix(rest, ":") {
		return "", 0
	}
	rest = strings.TrimLeft(rest[1:], spaces)
	begin := len(s) - len(rest)
	first, size := utf8.DecodeRuneInString(rest)
	if closing, ok := closings[first]; ok {
		if n := strings.Index(rest[size:], closing); n >= 0 {
			return strings.TrimSpace(rest[size : size+n]), begin + size + n + len(closing)
		}
	}
	n := strings.IndexAny(rest, digits+"½\u00bc\u00be;\n\r")
	if n < 0 {
		n = len(rest)
	}
	return strings.TrimSpace(strings.TrimRight(rest[:n], " \t,:-–—")), begin + n
}

// part is a part of the line, as it is quoted in a question: its beginning, if it is long.
func (p *parser) part(at, end int) string {
	const longest = 60
	letters := text.Letters(p.line[at:end])
	if len(letters) <= longest {
		return p.line[at:end]
	}
	return strings.Join(letters[:longest-1], "") + "…"
}

// refuseHidden asks about characters that have no business in a text.
func (p *parser) refuseHidden() {
	for i, c := range p.line {
		lost := c == utf8.RuneError && !strings.HasPrefix(p.line[i:], "\ufffd")
		if lost || text.Hidden(c) && !strings.ContainsRune("\n\r\t", c) {
			p.ask(i, i+1, holdsControl)
			return
		}
	}
}

// maxPrompt is how many characters a prompt may have, as in a routine's file.
const maxPrompt = 90

// describe takes a described move's prompt; it asks where it can't be one.
func (d *draft) describe(prompt string, past int) {
	d.prompt, d.described = prompt, true
	switch n := text.Length(prompt); {
	case !strings.ContainsFunc(prompt, unicode.IsLetter):
		d.ask(d.at, d.at+past, noPrompt)
	case n > maxPrompt:
		d.ask(d.at, d.at+past, sayf(longPrompt, n, maxPrompt))
	case strings.Contains(prompt, `"`) && strings.Contains(prompt, "'"):
		d.ask(d.at, d.at+past, bothQuotes)
	case strings.ContainsAny(prompt, "\n\r\t"): // of all others the whole line is asked
		d.ask(d.at, d.at+past, holdsControl)
	}
}

// read reads a clause.
func (p *parser) read(c clause) *draft {
	lead := len(c.text) - len(strings.TrimLeft(c.text, " \t"))
	d := &draft{parser: p, clause: c, at: c.at + lead, end: c.at + len(strings.TrimRight(c.text, " \t"))}
	mark := markLength(c.text)
	d.mark = max(mark-lead, 0)
	prompt, past := described(c.text[mark:])
	if past > 0 {
		d.describe(prompt, mark+past-lead)
	}
	d.tokens = append(tokens(c.text[:mark], c.at), tokens(c.text[mark+past:], c.at+mark+past)...)
	for d.next < len(d.tokens) {
		d.phrase()
	}
	return d
}
