package prescription

import (
	"cmp"
	"slices"

	"uncramp/routines"
)

// legWords name what there is two of.
var legWords = []string{"leg", "legs", "side", "sides", "foot", "feet", "limb", "limbs"}

// oneSide are the words for one leg.
var oneSide = map[string]routines.Sides{
	"left": routines.LeftSide, "l": routines.LeftSide, "right": routines.RightSide, "r": routines.RightSide,
}

// sides reads which legs, and in which order.
func (d *draft) sides() int {
	lead := d.skip(0, "on", "with", "for", "then", "the")
	side, n := d.sideAt(lead)
	if n == 0 {
		return 0
	}
	return d.setSide(side, lead+n)
}

// sideAt reads a side at a token.
func (d *draft) sideAt(i int) (side routines.Sides, n int) {
	noun := 0
	if d.is(i+1, legWords...) {
		noun = 1
	}
	first := oneSide[d.token(i).text]
	switch {
	case d.is(i, "each", "every", "either", "per", "other") && noun > 0:
		return routines.EachSide, 2
	case d.is(i, "the") && d.is(i+1, "other") && d.is(i+2, legWords...):
		return routines.EachSide, 3
	case d.is(i, "each"):
		return routines.EachSide, 1
	case d.is(i, "swap", "switch", "change") && noun > 0:
		return routines.EachSide, 2
	case d.is(i, "one") && noun > 0 && d.is(i+2, "at") && d.is(i+3, "a") && d.is(i+4, "time"):
		return routines.EachSide, 5
	case d.is(i, "both") && d.is(i+1, "sides"):
		return routines.EachSide, 2
	case d.is(i, "both"):
		return routines.BothSides, d.skip(i+1+noun, "together") - i
	case d.is(i, "bilateral", "bilaterally", "together"):
		return routines.BothSides, 1
	case d.is(i, "alternate", "alternates", "alternating", "alternately"):
		return routines.Alternate, 1 + noun
	case first == "" || d.token(i).kind != word:
		return "", 0
	}
	n = 1 + noun
	second := i + n
	if d.is(second, "/", "and", "then", ",", "-") {
		second++
	}
	other := oneSide[d.token(second).text]
	inOrder := first == routines.LeftSide || !d.is(second-1, "then")
	if second > i+n && other != "" && other != first && inOrder {
		n = second + 1 - i
		if d.is(i+n, legWords...) {
			n++
		}
		return routines.EachSide, n
	}
	if d.is(i+n, "only") {
		n++
	}
	return first, n
}

// postures are the words for a position.
var postures = map[string]routines.Position{
	"standing": routines.Standing, "stand": routines.Standing,
	"seated": routines.Seated, "sitting": routines.Seated, "sit": routines.Seated,
	"lying": routines.Lying, "lie": routines.Lying, "laying": routines.Lying, "supine": routines.Lying,
}

// posture reads a position.
func (d *draft) posture() int {
	i := d.skip(0, "in", "while", "when")
	at := postures[d.token(i).text]
	if at == "" {
		return 0
	}
	n := d.skip(i+1, "position")
	if at == routines.Lying || at == routines.Seated {
		if !d.lengthFollows(n + 1) {
			n = d.skip(n, "down")
		}
	}
	if d.position != "" && d.position != at {
		return d.refuse(n, sayf(saidTwice, d.part(d.positionWord.at, d.positionWord.end), d.quoted(n)))
	}
	d.position, d.positionWord = at, d.token(i)
	return n
}

// surfaces are what a position is taken on.
var surfaces = map[string]routines.Position{"chair": routines.Seated, "back": routines.Lying}

// onSurface reads, right behind a position, what it is taken on: sitting on a chair, lying
// on your back. Which moves that suits, [draft.suits] says.
func (d *draft) onSurface() int {
	i := d.skip(d.skip(0, "on", "in"), "a", "the", "your")
	at := surfaces[d.token(i).text]
	if d.described || d.next == 0 || at == "" || !d.is(0, "on", "in") {
		return 0
	}
	if before := d.tokens[d.next-1].text; postures[before] != at && (d.position != at || before != "down" && before != "position") {
		return 0
	}
	if d.surface.text != "" && d.surface.text != d.token(i).text {
		return d.refuse(i+1, sayf(saidTwice, d.part(d.surface.at, d.surface.end), d.quoted(i+1)))
	}
	d.surface = d.token(i)
	return i + 1
}

// suits reports whether a move is done on what is said; who lies on the side has it in the id.
func (d *draft) suits(m routines.Move) bool {
	switch on := d.surface.text; {
	case !fits(m, surfaces[on]):
		return false
	case on == "chair":
		return cmp.Or(m.Prepare, m.Hold).Support == routines.ChairSupport
	case on == "back":
		return !slices.Contains(wordsOf(tokens(m.ID, 0)), "side")
	}
	return true
}

// separators stand between what is said, and say nothing themselves.
var separators = []string{",", ".", ":", "-", "(", ")", "!"}

// fillers are words that say nothing themselves.
var fillers = []string{"the", "a", "an", "and", "then", "with", "of", "on", "for", "do", "perform", "your", "exercise", "exercises"}

// filler passes over what says nothing.
func (d *draft) filler() int {
	silent := map[kind][]string{sign: separators, word: fillers}
	if t := d.token(0); slices.Contains(silent[t.kind], t.text) {
		return 1
	}
	return 0
}

// unreadable asks about a number that can't be one.
func (d *draft) unreadable() int {
	if d.token(0).kind != strange {
		return 0
	}
	return d.refuse(1, sayf(noNumber, d.quoted(1)))
}
