package prescription

import (
	"cmp"
	"slices"

	"uncramp/routines"
)

// The most that a programme may have, as in a routine's file.
const (
	maxADay  = 12
	maxWeeks = 52
)

// exampleHold is how many seconds a hold has in what is offered to be written.
const exampleHold = 10

// finish makes the prescription of all that was read.
func (p *parser) finish() {
	p.join()
	for _, d := range p.drafts {
		if !d.hasMove() && !d.hasDose() && d.side == "" && d.position == "" && len(d.manner) == 0 {
			continue // it says how often all of it is done, or nothing
		}
		if dose, ok := d.resolve(); ok {
			p.out.Doses = append(p.out.Doses, dose)
		}
	}
	switch {
	case len(p.questions) > 0:
	case len(p.out.Doses) == 0:
		p.ask(0, len(p.line), nothingSaid)
	case len(p.out.Doses) > maxDoses:
		p.ask(0, len(p.line), sayf(tooManyDoses, len(p.out.Doses), maxDoses))
	}
	p.programme()
}

// join makes one of a name and of the doses in the line below it.
func (p *parser) join() {
	var list []*draft
	for _, d := range p.drafts {
		if n := len(list); n > 0 && d.newLine && !d.hasMove() && d.hasDose() && list[n-1].hasMove() && !list[n-1].hasDose() {
			above := list[n-1]
			d.name, d.prompt, d.described, d.at = above.name, above.prompt, above.described, above.at
			d.sameSide(above)
			list[n-1] = d
			continue
		}
		list = append(list, d)
	}
	p.drafts = list
}

// sameSide takes the side, the position and the manner that the line above says, too.
func (d *draft) sameSide(above *draft) {
	if above.side != "" && d.side != "" && above.side != d.side {
		at, end := d.sidePlace[0], d.sidePlace[1]
		d.ask(at, end, sayf(saidTwice, d.part(above.sidePlace[0], above.sidePlace[1]), d.part(at, end)))
	}
	if above.position != "" && d.position != "" && above.position != d.position {
		w := d.positionWord
		d.ask(w.at, w.end, sayf(saidTwice, d.part(above.positionWord.at, above.positionWord.end), d.part(w.at, w.end)))
	}
	d.side, d.position = cmp.Or(d.side, above.side), cmp.Or(d.position, above.position)
	d.surface = cmp.Or(d.surface, above.surface)
	for _, w := range above.manner {
		d.addManner(w)
	}
}

// programme says how often all of it is done.
func (p *parser) programme() {
	at, end := p.timesADay.at, p.timesADay.end
	if !p.timesADay.said() {
		at, end = p.daysPlace[0], p.daysPlace[1]
	}
	if often := p.part(at, end); !p.weeks.said() && often != "" {
		p.ask(at, end, sayf(howManyWeeks, often, often))
	}
	p.limit(p.timesADay, maxADay, "times a day")
	p.limit(p.weeks, maxWeeks, "weeks")
	p.out.Night, p.out.TimesADay, p.out.Weeks = p.night, routines.Count(p.timesADay.value), routines.Count(p.weeks.value)
	for _, day := range routines.Weekdays() {
		if slices.Contains(p.days, day) {
			p.out.Days = append(p.out.Days, day)
		}
	}
}

// limit asks about a quantity out of bounds.
func (p *parser) limit(q quantity, most int, of string) {
	if q.said() && (q.value < 1 || q.value > most) {
		p.ask(q.at, q.end, sayf(outOfBounds, p.part(q.at, q.end), most, of))
	}
}

// resolve makes a dose of what a clause says; false where it asks.
func (d *draft) resolve() (Dose, bool) {
	before := len(d.questions)
	asked := slices.ContainsFunc(d.questions, func(q Question) bool { return d.at <= q.At && q.At < d.end })
	m, ok := d.move()
	if !ok || asked { // more would be asked for what was said, and not understood

		return Dose{}, false
	}
	d.split()
	d.askOrder()
	switch {
	case d.up.said() && d.hold.said():
		d.ask(d.hold.at, d.hold.end, sayf(holdAndUp, d.part(d.up.at, d.up.end), d.part(d.hold.at, d.hold.end)))
	case d.up.said():
		d.hold, d.holdNamed = d.up, true
	}
	if m.Counted {
		d.counts(m)
	} else {
		d.lasts(m)
	}
	if d.times.value == 1 && d.sets.said() { // sets of one are times
		d.times, d.sets = d.sets, quantity{}
	}
	d.rests()
	d.bounds()
	side := d.legs(m)
	still := m.Counted && d.hold.said() && !d.up.said()
	dose := Dose{
		Move: m.ID, Prompt: d.prompt, Position: d.position, Still: still, Manner: d.manner,
		Dose: routines.Dose{
			Sides: side, Sets: routines.Count(max(d.sets.value, 1)), Times: routines.Count(max(d.times.value, 1)),
			Hold: routines.Seconds(d.hold.value), Lower: routines.Seconds(d.down.value),
			Rest: routines.Seconds(d.repeat.value), SetRest: routines.Seconds(d.rest.value),
		},
	}
	return dose, len(d.questions) == before
}

// whole is the clause, as it is quoted in a question about all of it.
func (d *draft) all() string { return d.part(d.at, d.end) }

// move finds the move that is named, or stands for the one that is described. It asks
// where neither is.
func (d *draft) move() (m routines.Move, ok bool) {
	if d.described {
		if len(d.name) > 0 {
			t := d.name[0]
			d.ask(t.at, t.end, sayf(behindPrompt, d.part(t.at, t.end)))
		}
		return routines.Move{}, len(d.name) == 0
	}
	if len(d.name) == 0 {
		d.ask(d.at, d.end, sayf(noMove, d.all()))
		return m, false
	}
	m, found, near := d.book.find(wordsOf(d.name), d.position)
	called, is, _ := d.book.find(wordsOf(d.called), d.position)
	if found && is && called.ID != m.ID { // words that stand elsewhere make another move of it
		found, near, is = false, []routines.Move{called, m}, false
	}
	switch {
	case found && d.suits(m):
		return m, true
	case found:
		d.ask(d.surface.at, d.surface.end, sayf(besideMove, d.part(d.surface.at, d.surface.end), m.ID))
	case is: // by all but some
		at, end := stretch(d.name, func(t token) bool { return !slices.Contains(d.called, t) })
		d.ask(at, end, sayf(besideMove, d.part(at, end), called.ID))
	default:
		d.askMove(near)
	}
	return m, false
}

// askMove asks which move is named; near are those that may be.
func (d *draft) askMove(near []routines.Move) {
	if m, is, _ := d.book.find(wordsOf(d.name), ""); is && d.position != "" && !fits(m, d.position) {
		posture := d.part(d.positionWord.at, d.positionWord.end)
		d.ask(d.positionWord.at, d.positionWord.end, sayf(notDoneSo, m.ID, posture, offer(near)))
		return
	}
	at, end := d.name[0].at, d.name[len(d.name)-1].end
	unknown := func(t token) bool { return !d.book.knows(singular(t.text)) }
	switch {
	case len(near) == 0 && !d.hasDose():
		d.ask(at, end, sayf(headingSaid, d.part(at, end)))
	case len(near) == 0:
		d.ask(at, end, sayf(unknownMove, d.part(at, end)))
	case slices.ContainsFunc(d.name, unknown):
		at, end = stretch(d.name, unknown)
		d.ask(at, end, sayf(unknownWord, d.part(at, end), offer(near)))
	case len(near) == 1:
		d.ask(at, end, sayf(oneMoveOnly, d.part(at, end), offer(near)))
	default:
		d.ask(at, end, sayf(severalMoves, d.part(at, end), offer(near)))
	}
}

// stretch is where the first of some tokens stand that are of a kind, one behind the
// other; there is one.
func stretch(list []token, of func(token) bool) (at, end int) {
	i := slices.IndexFunc(list, of)
	at = list[i].at
	for ; i < len(list) && of(list[i]); i++ {
		end = list[i].end
	}
	return at, end
}

// split says what it is that is done again, and what a number alone is of.
func (d *draft) split() {
	for _, q := range []*quantity{&d.bare, &d.again} {
		switch {
		case !q.said():
		case !d.times.said():
			d.times = *q
		case q == &d.again && !d.sets.said():
			d.sets = *q
		default:
			d.ask(q.at, q.end, sayf(numberOfWhat, d.part(q.at, q.end)))
		}
	}
}

// manySets is a number of sets that nobody means who writes it before a smaller count.
const manySets = 6

// swapped reports whether 15x2 may be meant as 2 sets of 15.
func swapped(sets, times int) bool { return sets >= manySets && sets > times && times > 1 }

// askOrder asks which of two numbers is that of the sets, where that may be the second.
func (d *draft) askOrder() {
	if a, b := d.sets.value, d.times.value; d.inOrder && swapped(a, b) {
		d.ask(d.sets.at, d.sets.end, sayf(whichFirst, d.part(d.sets.at, d.sets.end), a, b, b, a))
	}
}

// counts asks what isn't clear of a move that is counted.
func (d *draft) counts(m routines.Move) {
	switch {
	case d.hold.said() && !d.holdNamed:
		d.ask(d.hold.at, d.hold.end, sayf(isCounted, m.ID, d.part(d.hold.at, d.hold.end)))
	case !d.times.said() && d.sets.said():
		d.ask(d.sets.at, d.sets.end, sayf(setsOfWhat, d.part(d.sets.at, d.sets.end)))
	case !d.times.said():
		d.ask(d.at, d.end, sayf(howOften, m.ID))
	case d.down.said() && m.Release == nil:
		d.ask(d.down.at, d.down.end, sayf(noWayBack, m.ID, d.part(d.down.at, d.down.end)))
	}
}

// lasts asks what isn't clear of a move that is held, or is described. Sets of nothing
// else are times.
func (d *draft) lasts(m routines.Move) {
	if d.bare.said() && !d.described {
		d.ask(d.bare.at, d.bare.end, sayf(numberOfWhat, d.part(d.bare.at, d.bare.end)))
		return
	}
	if d.sets.said() && !d.times.said() {
		d.times, d.sets = d.sets, quantity{}
	}
	switch {
	case !d.hold.said() && d.sets.said():
		d.ask(d.times.at, d.times.end, sayf(howLongEach, d.part(d.times.at, d.times.end), d.sets.value, d.times.value))
	case !d.hold.said() && d.times.said():
		d.ask(d.times.at, d.times.end, sayf(howLongEach, d.part(d.times.at, d.times.end), d.times.value, exampleHold))
	case !d.hold.said():
		d.ask(d.at, d.end, sayf(howLong, d.all()))
	case d.down.said() && !d.described:
		d.ask(d.down.at, d.down.end, sayf(noWayBack, m.ID, d.part(d.down.at, d.down.end)))
	case d.down.said() && d.side == routines.Alternate:
		d.ask(d.down.at, d.down.end, sayf(restAlternating, d.part(d.down.at, d.down.end)))
	}
}

// rests says between what a rest is: sets, where there are several.
func (d *draft) rests() {
	if d.rest.said() && d.sets.value <= 1 {
		if d.repeat.said() && d.repeat.value != d.rest.value {
			d.ask(d.rest.at, d.rest.end, sayf(saidTwice, d.part(d.repeat.at, d.repeat.end), d.part(d.rest.at, d.rest.end)))
		}
		d.repeat, d.rest = d.rest, quantity{}
	}
	switch {
	case !d.repeat.said():
	case d.times.value <= 1:
		d.ask(d.repeat.at, d.repeat.end, sayf(restOfNothing, d.part(d.repeat.at, d.repeat.end)))
	case d.side == routines.Alternate:
		d.ask(d.repeat.at, d.repeat.end, sayf(restAlternating, d.part(d.repeat.at, d.repeat.end)))
	}
}

// bounds asks about what is more than a routine can have.
func (d *draft) bounds() {
	d.limit(d.sets, int(routines.MaxSets), "sets")
	d.limit(d.times, int(routines.MaxTimes), "times")
	for _, q := range []quantity{d.hold, d.down, d.repeat} {
		d.limit(q, int(routines.MaxTime), "seconds")
	}
	d.limit(d.rest, int(routines.MaxSetRest), "seconds between two sets")
}

// legs says which legs work, and in which order.
func (d *draft) legs(m routines.Move) routines.Sides {
	side := d.side
	switch {
	case d.described && side == "":
		d.ask(d.at, d.end, whichLegs)
	case d.described:
	case m.OneLeg && side == "":
		return routines.EachSide
	case m.OneLeg && side == routines.BothSides:
		d.ask(d.sidePlace[0], d.sidePlace[1], sayf(oneLegOnly, m.ID))
	case !m.OneLeg && side != "" && side != routines.BothSides:
		d.ask(d.sidePlace[0], d.sidePlace[1], sayf(bothLegsOnly, m.ID))
	case !m.OneLeg:
		return routines.BothSides
	}
	return side
}
