package prescription

import (
	"slices"

	"uncramp/routines"
)

// parser reads a line.
type parser struct {
	line      string
	book      book
	out       Prescription
	drafts    []*draft
	timesADay quantity
	weeks     quantity
	night     bool
	days      []routines.Weekday // in the order in which they are said
	daysPlace [2]int
	questions []Question
}

// ask asks about a part of the line.
func (p *parser) ask(at, end int, text string) {
	p.questions = append(p.questions, Question{At: at, End: end, Text: text})
}

// quantity is a number that is said, and where; with an empty place there is none.
type quantity struct{ value, at, end int }

func (q quantity) said() bool { return q.end > 0 }

// draft is a clause as far as it is read.
type draft struct {
	*parser
	clause
	at, end   int
	mark      int // bytes of the mark of a list at its head
	tokens    []token
	next      int // the first token that isn't read yet
	prompt    string
	described bool
	name      []token // words that say which move
	called    []token // those among them that are the name of one, word by word

	sets, times, again, bare     quantity // again: of what stands before it; bare: a number and no more
	hold, up, down, rest, repeat quantity // in seconds: rest between sets, or whatever there is; repeat between times
	holdNamed                    bool     // it is called a hold
	inOrder                      bool     // which of two numbers is of sets, their order alone says
	side                         routines.Sides
	sidePlace                    [2]int
	position                     routines.Position
	positionWord                 token
	surface                      token    // what is sat or lain on, behind the position: a chair, the back
	manner                       []string // slowly, gently: each once
}

// hasDose reports whether anything is said of how much.
func (d *draft) hasDose() bool {
	return slices.ContainsFunc([]quantity{d.sets, d.times, d.again, d.bare, d.hold, d.up, d.down, d.rest, d.repeat}, quantity.said)
}

// hasMove reports whether anything is said of which move.
func (d *draft) hasMove() bool { return d.described || len(d.name) > 0 }

// token is one that isn't read yet, or an empty sign behind the last.
func (d *draft) token(i int) token {
	if d.next+i >= len(d.tokens) {
		return token{kind: sign}
	}
	return d.tokens[d.next+i]
}

// is reports whether a token is one of some words or signs.
func (d *draft) is(i int, texts ...string) bool {
	t := d.token(i)
	return (t.kind == word || t.kind == sign) && slices.Contains(texts, t.text)
}

// skip returns the first token from one on that is none of some, or that behind a few
// of them: nobody writes more.
func (d *draft) skip(i int, texts ...string) int {
	const most = 6
	for n := 0; n < most && d.token(i).text != "" && d.is(i, texts...); n++ {
		i++
	}
	return i
}

// span is where the next n tokens stand.
func (d *draft) span(n int) (at, end int) { return d.token(0).at, d.token(n - 1).end }

// refuse asks about the next n tokens, and takes them.
func (d *draft) refuse(n int, text string) int {
	at, end := d.span(n)
	d.ask(at, end, text)
	return n
}

// quoted are the next n tokens as they are written.
func (d *draft) quoted(n int) string { return d.part(d.span(n)) }

// set takes what is said in the next n tokens; what was said otherwise before is asked
// about.
func (d *draft) set(q *quantity, value, n int) int {
	at, end := d.span(n)
	if q.said() && q.value != value {
		return d.refuse(n, sayf(saidTwice, d.part(q.at, q.end), d.part(at, end)))
	}
	if !q.said() {
		*q = quantity{value, at, end}
	}
	return n
}

// setSide takes a side that is said in the next n tokens.
func (d *draft) setSide(s routines.Sides, n int) int {
	at, end := d.span(n)
	if d.side != "" && d.side != s {
		return d.refuse(n, sayf(saidTwice, d.part(d.sidePlace[0], d.sidePlace[1]), d.part(at, end)))
	}
	d.side, d.sidePlace = s, [2]int{at, end}
	return n
}

// phrases read what a clause can say, each the tokens from the next one on; it returns
// how many these are, none where it is something else. The first that reads any goes
// before the others.
func (d *draft) phrases() []func() int {
	return []func() int{
		d.unreadable, d.listNumber, d.knownName, d.frequency, d.weekdays, d.forWeeks,
		d.lasting, d.factors, d.repeated, d.sides, d.posture, d.onSurface, d.mannerWord, d.filler,
	}
}

// phrase reads what comes next. A word that says nothing else says which move.
func (d *draft) phrase() {
	for _, read := range d.phrases() {
		if n := read(); n > 0 {
			d.next += n
			return
		}
	}
	t := d.token(0)
	if glued := t.near && d.next > 0 && d.tokens[d.next-1].kind == number; t.kind == word && !glued {
		d.name = append(d.name, t)
	} else {
		d.ask(t.at, t.end, sayf(notUnderstood, d.part(t.at, t.end)))
	}
	d.next++
}
