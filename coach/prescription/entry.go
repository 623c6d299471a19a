package prescription

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// bullets stand before the entries of a list.
const bullets = "-–—*•·▪●"

// markLength is how many bytes the mark of an entry of a list has, at the head of a text,
// with the blank before it: 1. or 1) or (1), a) likewise, a bullet; 0: there is none.
func markLength(s string) int {
	rest := strings.TrimLeft(s, " \t")
	first, size := utf8.DecodeRuneInString(rest)
	switch {
	case rest == "":
		return 0
	case !strings.ContainsRune(bullets, first):
		opened := strings.HasPrefix(rest, "(")
		rest := strings.TrimPrefix(rest, "(")
		size = len(rest) - len(strings.TrimLeft(rest, digits))
		if size == 0 && rest != "" && unicode.IsLetter(rune(rest[0])) && rest[0] < utf8.RuneSelf {
			size = 1
		}
		if size == 0 || !strings.HasPrefix(rest[size:], ")") && (opened || !strings.HasPrefix(rest[size:], ".")) {
			return 0
		}
		size++ // what closes it
		if opened {
			size++
		}
	}
	if after := rest[size:]; after != "" && after[0] != ' ' && after[0] != '\t' {
		return 0
	}
	return len(s) - len(rest) + size
}

// entries takes a clause apart at the entries of a list that follow each other on a line:
// 1) calf-wall 3x30s 2) heel-raise 2x10. A point behind a number may end a sentence, and
// takes nothing apart.
func entries(c clause) (list []clause) {
	head := strings.TrimLeft(c.text, " \t")
	for _, first := range []string{"1)", "(1)", "a)", "(a)"} {
		if !strings.HasPrefix(strings.ToLower(head), first) {
			continue
		}
		for n := 1; ; n++ {
			next := strings.Replace(first, "1", fmt.Sprint(n+1), 1)
			if n < 'z'-'a' {
				next = strings.Replace(next, "a", string(rune('a'+n)), 1)
			}
			mark := markLength(c.text)
			_, past := described(c.text[mark:])
			at := strings.Index(strings.ToLower(c.text[mark+past:]), " "+next+" ")
			if at += mark + past; at < mark+past || strings.Count(c.text[mark+past:at], "(") > strings.Count(c.text[mark+past:at], ")") {
				return append(list, c)
			}
			list = append(list, clause{c.text[:at], c.at, c.newLine})
			c = clause{c.text[at:], c.at + at, false}
		}
	}
	return append(list, c)
}

// listNumber reads the mark of an entry of a list. A number, or a letter, must be the one
// that is due: what stands without a dose may be a heading, and counts or doesn't.
func (d *draft) listNumber() int {
	n := 0
	for d.next == 0 && d.token(n).at < d.at+d.mark && d.token(n).end > 0 {
		n++
	}
	i := d.skip(0, "(")
	t := d.token(i)
	if n == 0 || t.kind != number && t.kind != word || t.end > d.at+d.mark {
		return n
	}
	value := t.value / 1000
	if t.kind == word {
		value = int(t.text[0]-'a') + 1
	}
	moves, doses := 1, 1
	for _, earlier := range d.drafts {
		if earlier.hasMove() {
			moves++
			if earlier.hasDose() {
				doses++
			}
		}
	}
	if value != moves && value != doses {
		return d.refuse(n, sayf(otherEntry, d.quoted(n), moves))
	}
	return n
}
