package prescription

import (
	"slices"
)

// Words that name what a number is a number of.
var (
	setWords   = []string{"set", "sets"}
	timesWords = []string{"rep", "reps", "repetition", "repetitions", "time", "times", "holds", "stretches"}
	holdWords  = []string{"hold", "holds", "holding", "held", "keep"}
	restWords  = []string{"rest", "rests", "resting", "pause", "break", "relax", "recover", "recovery"}
	upWords    = []string{"up", "rising"}
	downWords  = []string{"down", "lower", "lowering"}
)

// units are those of time, in seconds.
var units = map[string]int{
	"s": 1, "sec": 1, "secs": 1, "second": 1, "seconds": 1, `"`: 1,
	"m": 60, "min": 60, "mins": 60, "minute": 60, "minutes": 60, "'": 60,
}

// count reads a number at a token, in thousandths: digits, or a word for one.
func (d *draft) count(i int) (value, n int) {
	t := d.token(i)
	switch {
	case t.kind == number:
		return t.value, 1
	case t.kind == word && numberWords[t.text] > 0:
		return numberWords[t.text] * 1000, 1
	}
	return 0, 0
}

// length reads a length of time at a token, in thousandths of a second: 30s, 1½ min,
// 1 min 30 s, 1/2 min, half a minute.
func (d *draft) length(i int) (value, n int) {
	value, n = d.unitLength(i)
	if n == 0 {
		return 0, 0
	}
	if d.unit(i+n-1) == 60 { // and the seconds
		if more, m := d.unitLength(i + n); m > 0 && more < 60000 && d.unit(i+n+m-1) == 1 {
			return value + more, n + m
		}
	}
	return value, n
}

// unitLength reads a number and its unit.
func (d *draft) unitLength(i int) (value, n int) {
	switch v, m := d.count(i); {
	case d.is(i, "half") && d.is(i+1, "a") && d.unit(i+2) == 60:
		return 30000, 3
	case d.is(i, "a") && d.unit(i+1) == 60 && d.token(i+1).kind == word:
		return 60000, 2
	case m == 0:
	case d.is(i+1, "/") && d.token(i+2).kind == number && d.unit(i+3) > 0:
		part, whole := v, d.token(i+2).value
		if part < whole && (whole == 2000 || whole == 4000) && part%1000 == 0 {
			return part * 1000 / whole * d.unit(i+3), 4
		}
	case d.is(i+1, "-") && d.unit(i+2) > 0 && d.token(i+2).near:
		return v * d.unit(i+2), 3
	case d.unit(i+1) > 0:
		return v * d.unit(i+1), 2
	}
	return 0, 0
}

// unit is that of a token, in seconds; 0 where it is none. A stroke is one behind its
// number alone.
func (d *draft) unit(i int) int {
	t := d.token(i)
	if t.kind == sign && !t.near {
		return 0
	}
	return units[t.text]
}

// role is what a number is.
type role int

const (
	bare role = iota
	isSets
	isTimes
	isLength
)

// factor is one of the numbers of 3 x 10 x 5s, and what it is.
type factor struct {
	role  role
	value int // in thousandths
}

// factor reads one, with the word behind it that says what it is.
func (d *draft) factor(i int) (f factor, n int) {
	if v, m := d.length(i); m > 0 {
		return factor{isLength, v}, m
	}
	v, m := d.count(i)
	if m == 0 {
		return factor{}, 0
	}
	f = factor{bare, v}
	label := i + m
	if d.is(label, "-") && d.token(label).near && d.token(label+1).near {
		label++
	}
	switch {
	case d.is(label, setWords...):
		return factor{isSets, v}, label + 1 - i
	case d.is(label, timesWords...):
		return factor{isTimes, v}, label + 1 - i
	case d.token(i).kind == word && !d.is(i+1, "x"): // a word alone says nothing
		return factor{}, 0
	}
	return f, m
}

// interval is how many tokens are two numbers of which any between them may be meant,
// where n tokens from lead on are the first; 0 where they aren't.
func (d *draft) interval(lead int, first factor, n int) int {
	to := lead + n
	second, m := d.factor(to + 1)
	if m == 0 || !d.is(to, "-", "to", "or") || d.is(to, "-") && second.value <= first.value && second.role == first.role {
		return 0
	}
	return to + 1 + m
}

// factors reads 3x30s, 3 sets of 10 reps, 10 reps x 2, 30 s hold, or a number alone.
func (d *draft) factors() int {
	again := d.is(0, "x")
	n := 0
	if again {
		n = 1
	}
	var list []factor
	for {
		f, m := d.factor(n)
		if m == 0 {
			break
		}
		if end := d.interval(n, f, m); end > 0 {
			return d.refuse(end, sayf(isRange, d.quoted(end)))
		}
		list, n = append(list, f), n+m
		next := n
		if d.is(n, "x") || d.is(n, "of") && f.role != bare && f.role != isLength {
			next++
		}
		if _, more := d.factor(next); next == n || more == 0 {
			break
		}
		n = next
	}
	switch {
	case len(list) == 0:
		return 0
	case again && len(list) == 1 && list[0].role == bare:
		return d.whole(&d.again, list[0].value, n)
	case len(list) == 1 && list[0].role == bare && d.is(n, "x"): // 10 x heel raises
		return d.whole(&d.times, list[0].value, n+1)
	}
	return d.product(list, n)
}

// product takes the factors that the next n tokens are.
func (d *draft) product(list []factor, n int) int {
	if last := list[len(list)-1]; len(list) == 1 && last.role == isLength {
		return d.alone(last.value, n)
	}
	into := map[role]*quantity{isSets: &d.sets, isTimes: &d.times, isLength: &d.hold}
	roles := rolesOf(list)
	if roles == nil {
		return d.refuse(n, sayf(tooManyNumbers, d.quoted(n)))
	}
	if len(list) > 1 && list[0].role == bare && list[1].role == bare {
		d.inOrder = true
	}
	for i, f := range list {
		if roles[i] == bare {
			d.whole(&d.bare, f.value, n)
		} else {
			d.whole(into[roles[i]], f.value, n)
		}
	}
	if slices.Contains(roles, isLength) && d.is(n, holdWords...) && !d.lengthFollows(n+1) {
		d.holdNamed = true
		n++
	}
	return n
}

// rolesOf says what each factor is; nil where it can't be told. Of two numbers the first
// is that of the sets, unless one of them says otherwise.
func rolesOf(list []factor) []role {
	roles := make([]role, len(list))
	var free []int // factors that don't say what they are
	said := map[role]bool{}
	for i, f := range list {
		if roles[i] = f.role; f.role == bare {
			free = append(free, i)
		} else if said[f.role] {
			return nil
		}
		said[f.role] = true
	}
	switch {
	case len(free) == 1 && len(list) > 1:
		roles[free[0]] = isTimes
		if said[isTimes] {
			roles[free[0]] = isSets
		}
		if said[roles[free[0]]] {
			return nil
		}
	case len(free) == 2 && !said[isSets] && !said[isTimes]:
		roles[free[0]], roles[free[1]] = isSets, isTimes
	case len(free) > 1:
		return nil
	}
	return roles
}

// alone takes a length of time that the next n tokens are, by the word behind it.
func (d *draft) alone(value, n int) int {
	behind := d.skip(n, "of", "-")
	switch named := !d.lengthFollows(behind + 1); {
	case named && d.is(behind, restWords...):
		return d.resting(value, behind+1)
	case named && d.is(behind, upWords...):
		return d.whole(&d.up, value, behind+1)
	case named && d.is(behind, downWords...):
		return d.whole(&d.down, value, behind+1)
	case named && d.is(behind, holdWords...):
		d.holdNamed = true
		return d.whole(&d.hold, value, behind+1)
	case d.is(n, "between"):
		return d.resting(value, n)
	}
	return d.whole(&d.hold, value, n)
}

// lengthFollows reports whether a length of time stands at a token.
func (d *draft) lengthFollows(i int) bool {
	_, n := d.length(d.skip(i, "for", ":"))
	return n > 0
}

// whole takes a number that the next n tokens say; it asks where it isn't whole.
func (d *draft) whole(q *quantity, value, n int) int {
	if value%1000 != 0 || value == 0 {
		return d.refuse(n, sayf(notWhole, d.quoted(n)))
	}
	return d.set(q, value/1000, n)
}

// resting takes a rest that the next n tokens say, and reads between what it is.
func (d *draft) resting(value, n int) int {
	q := &d.rest
	if d.is(n, "between", "after") {
		noun := d.skip(n+1, "each", "the", "every")
		switch {
		case d.is(noun, setWords...):
			n = noun + 1
		case d.is(noun, timesWords...), d.is(noun, "hold", "stretch"):
			q, n = &d.repeat, noun+1
		}
	}
	return d.whole(q, value, n)
}

// lasting reads a word for what lasts, and how long: hold for 30 s, rest 10 s, up 3 s.
func (d *draft) lasting() int {
	behind := d.skip(1, "for", "it", "each", "every", "the", "this", "that", "stretch", "position", "of", ":", "-", "a")
	if d.is(behind-1, "a") { // half a minute, a minute
		behind--
	}
	value, m := d.length(behind)
	n := behind + m
	switch {
	case d.token(0).kind != word:
		return 0
	case d.is(0, upWords...) && m == 0 && d.carried(behind, d.down) > 0:
		return d.inSeconds(&d.up, behind)
	case d.is(0, downWords...) && m == 0 && d.carried(behind, d.up) > 0:
		return d.inSeconds(&d.down, behind)
	case d.is(0, slices.Concat(holdWords, restWords, upWords, downWords)...) && m == 0:
		return d.lastingInterval(behind)
	case d.is(0, restWords...):
		return d.resting(value, n)
	case d.is(0, upWords...):
		return d.whole(&d.up, value, n)
	case d.is(0, downWords...):
		return d.whole(&d.down, value, n)
	case d.is(0, holdWords...):
		d.holdNamed = true
		return d.whole(&d.hold, value, n)
	}
	return 0
}

// carried is how many tokens are a number whose unit stands with the other way, said just
// before in seconds: up for 3 seconds, down for 5. It ends what is said, else it may be of
// something else; 0: it may.
func (d *draft) carried(i int, other quantity) int {
	_, n := d.count(i)
	if after := d.token(i + n); n == 0 || !other.said() || after.kind != sign || !d.is(i+n, "", ",", ".", ")") {
		return 0
	}
	unit := ""
	for _, t := range d.tokens[:d.next] {
		switch {
		case t.end == other.end:
			unit = t.text
		case t.at >= other.end && t.text != "," && t.text != "and" && t.text != "then":
			return 0
		}
	}
	if units[unit] != 1 {
		return 0
	}
	return n
}

// inSeconds takes a number at a token for seconds.
func (d *draft) inSeconds(q *quantity, i int) int {
	value, n := d.count(i)
	return d.whole(q, value, i+n)
}

// lastingInterval asks about two lengths of time, or a number without a unit, behind a
// word for what lasts.
func (d *draft) lastingInterval(i int) int {
	_, n := d.count(i)
	if n == 0 || d.is(i+n, "x") || d.is(i+n, timesWords...) || d.is(i+n, setWords...) {
		return 0
	}
	if _, m := d.factor(i + n + 1); d.is(i+n, "-", "to", "or") && m > 0 {
		return d.refuse(i+n+1+m, sayf(isRange, d.quoted(i+n+1+m)))
	}
	return d.refuse(i+n, sayf(noUnit, d.quoted(i+n)))
}

// adverbs say how many times.
var adverbs = map[string]int{"once": 1, "twice": 2, "thrice": 3}

// adverb is how many times a token says; 0: it is none.
func (d *draft) adverb(i int) int { return adverbs[d.token(i).text] }

// repeated reads how often what stands before it is done: repeat 3 times, twice.
func (d *draft) repeated() int {
	i := 0
	if d.is(0, "repeat", "repeated", "repeating") {
		i = d.skip(1, "it", "this", "that", "the", "stretch", "exercise", "x", ":")
	}
	if times := d.adverb(i); times > 0 {
		return d.set(&d.again, times, i+1)
	}
	if i == 0 {
		return 0
	}
	value, n := d.count(i)
	switch end := d.skip(i+n, append(timesWords, "x")...); {
	case n > 0 && !d.is(end, "-", "to", "or"):
		return d.whole(&d.again, value, end)
	case n > 0: // it is asked about
		return i
	}
	if _, n := d.sideAt(d.skip(i, "on", "with", "for", "then")); n > 0 {
		return i
	}
	return 0
}
