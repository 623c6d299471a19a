package prescription

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"uncramp/routines"
)

// book is the moves by what people call them.
type book struct {
	moves []routines.Move
	names []name
	// words are all that any name has, and in which moves.
	words map[string][]int
}

// name is one of the names of a move.
type name struct {
	move  int      // index
	isID  bool     // it is the move's id
	words []string // as they stand, plurals and capitals aside
	tells []string // those that tell one move from another
}

// theBook is that of every move.
var theBook = sync.OnceValue(func() book { return newBook(routines.Moves()) })

func newBook(moves []routines.Move) book {
	b := book{moves: moves, words: map[string][]int{}}
	for i, m := range moves {
		know := func(w string) {
			if list := b.words[w]; len(list) == 0 || list[len(list)-1] != i {
				b.words[w] = append(list, i)
			}
		}
		for _, s := range slices.Concat([]string{m.ID, m.Name}, m.Also) {
			words := wordsOf(tokens(s, 0))
			n := name{move: i, isID: s == m.ID, words: words, tells: telling(words)}
			b.names = append(b.names, n)
			for _, w := range n.tells {
				know(w)
			}
		}
		know(string(m.Muscle))
	}
	slices.SortStableFunc(b.names, func(a, b name) int { return cmp.Compare(len(b.words), len(a.words)) })
	return b
}

// wordsOf are the words among some tokens, each in the singular.
func wordsOf(list []token) (words []string) {
	for _, t := range list {
		if t.kind == word {
			words = append(words, singular(t.text))
		}
	}
	return words
}

// irregular are plurals that no ending tells.
var irregular = map[string]string{"calves": "calf", "feet": "foot"}

// singular is a word without the ending of a plural; where it has another one, that of
// any word that ends so.
func singular(w string) string {
	if one := irregular[w]; one != "" {
		return one
	}
	for _, end := range []string{"ches", "shes", "xes"} {
		if strings.HasSuffix(w, end) {
			return strings.TrimSuffix(w, "es")
		}
	}
	if len(w) > 2 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") {
		return w[:len(w)-1]
	}
	return w
}

// small are words of a name that don't tell one move from another.
var small = []string{"the", "a", "an", "and", "with", "of", "on", "at", "in", "to", "by", "from", "against", "your"}

// telling are the words that tell one move from another, in alphabetical order.
func telling(words []string) []string {
	list := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return slices.Contains(small, w) })
	slices.Sort(list)
	return slices.Compact(list)
}

// knownName reads the name of a move, word by word, as it is known. A name of one word
// is left to be read as any other word.
func (d *draft) knownName() int {
	if d.token(0).kind != word {
		return 0
	}
	for _, n := range d.book.names { // the longest first
		if len(n.words) < 2 {
			break
		}
		if end := d.spells(n.words); end > 0 {
			at := len(d.name)
			for i := range end {
				if t := d.token(i); t.kind == word {
					d.name = append(d.name, t)
				}
			}
			if len(d.called) == 0 {
				d.called = d.name[at:len(d.name):len(d.name)]
			}
			return end
		}
	}
	return 0
}

// spells returns how many tokens are these words, with signs between them.
func (d *draft) spells(words []string) int {
	i := 0
	for k, w := range words {
		if k > 0 {
			i = d.skip(i, "-", ",", "'")
		}
		if t := d.token(i); t.kind != word || singular(t.text) != w {
			return 0
		}
		i++
	}
	return i
}

// find returns the one move that some words name, done in a position if one is given.
// Where there isn't one, near are the moves that may be meant.
func (b book) find(words []string, at routines.Position) (m routines.Move, found bool, near []routines.Move) {
	var query []string
	for _, w := range words {
		query = append(query, cmp.Or(b.meant(w), w))
	}
	if list := b.spelt(query, at); len(list) == 1 {
		return list[0], true, nil
	}
	query = telling(query)
	for _, whole := range [][]string{telling(append(slices.Clone(query), string(at))), query} {
		if list := b.named(whole, at); len(list) == 1 {
			return list[0], true, nil
		} else if len(list) > 1 {
			return m, false, list[:min(len(list), mostNear)]
		}
	}
	if list := b.nearly(query, at); len(list) == 1 {
		return list[0], true, nil
	}
	list := b.having(query, at)
	if len(list) == 0 {
		list = b.nearest(query, at)
	}
	return m, false, list[:min(len(list), mostNear)]
}

// knows reports whether a word tells anything of any move, or is a small one.
func (b book) knows(w string) bool { return slices.Contains(small, w) || b.meant(w) != "" }

// mostNear is how many moves are offered for one that isn't clear.
const mostNear = 5

// meant is a word of the book that another one was meant for: itself, or the only one
// of which it is a slip; empty where there is none.
func (b book) meant(w string) string {
	if len(b.words[w]) > 0 {
		return w
	}
	var like []string
	for _, known := range slices.Sorted(maps.Keys(b.words)) {
		if slip(w, known, shortestSlip) {
			like = append(like, known)
		}
	}
	if len(like) != 1 {
		return ""
	}
	return like[0]
}

// shortestSlip is how many letters a word has that is taken for another one, and
// shortestNear that one is offered for.
const (
	shortestSlip = 4
	shortestNear = 3
)

// slip reports whether two words of so many letters are one letter apart, or two that
// stand the other way round.
func slip(a, b string, shortest int) bool {
	x, y := []rune(a), []rune(b)
	if min(len(x), len(y)) < shortest {
		return false
	}
	i := 0
	for i < min(len(x), len(y)) && x[i] == y[i] {
		i++
	}
	j := 0
	for j < min(len(x), len(y))-i && x[len(x)-1-j] == y[len(y)-1-j] {
		j++
	}
	left, right := x[i:len(x)-j], y[i:len(y)-j]
	swapped := len(left) == 2 && len(right) == 2 && left[0] == right[1] && left[1] == right[0]
	return swapped || len(left) <= 1 && len(right) <= 1
}

// fits reports whether a move is done in a position, if one is given.
func fits(m routines.Move, at routines.Position) bool {
	return at == "" || slices.Contains(m.Positions, at)
}

// spelt are the moves of which a name is these words, one behind the other; an id goes
// before all other names.
func (b book) spelt(words []string, at routines.Position) []routines.Move {
	same := func(n name) bool { return slices.Equal(n.words, words) }
	if list := b.called(at, func(n name) bool { return n.isID && same(n) }); len(list) > 0 {
		return list
	}
	return b.called(at, same)
}

// called are the moves done in a position of which a name is such a one.
func (b book) called(at routines.Position, such func(name) bool) (list []routines.Move) {
	is := map[int]bool{}
	for _, n := range b.names {
		is[n.move] = is[n.move] || such(n)
	}
	for i, m := range b.moves {
		if is[i] && fits(m, at) {
			list = append(list, m)
		}
	}
	return list
}

// named are the moves of which a name has these telling words, and no others.
func (b book) named(words []string, at routines.Position) []routines.Move {
	return b.called(at, func(n name) bool { return slices.Equal(n.tells, words) })
}

// nearly are the moves of which a name has these telling words, two at least, and one more.
func (b book) nearly(words []string, at routines.Position) []routines.Move {
	return b.called(at, func(n name) bool {
		lacks := func(w string) bool { return !slices.Contains(n.tells, w) }
		return len(words) > 1 && len(n.tells) <= len(words)+1 && !slices.ContainsFunc(words, lacks)
	})
}

// having are the moves of which the names together have all of some words.
func (b book) having(words []string, at routines.Position) (list []routines.Move) {
	for i, m := range b.moves {
		lacks := func(w string) bool { return !slices.Contains(b.words[w], i) }
		if fits(m, at) && len(words) > 0 && !slices.ContainsFunc(words, lacks) {
			list = append(list, m)
		}
	}
	return list
}

// nearest are the moves that have most of some words, and of these the ones with the
// fewest others.
func (b book) nearest(words []string, at routines.Position) (list []routines.Move) {
	has := make([]int, len(b.moves))
	for _, w := range words {
		for known, moves := range b.words {
			if known == w || slip(w, known, shortestNear) {
				for _, i := range moves {
					has[i] += 100
				}
			}
		}
	}
	for i, m := range b.moves {
		has[i] -= len(m.ID)
	}
	order := make([]int, len(b.moves))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(has[y], has[x]) })
	for _, i := range order {
		if has[i] > 0 && fits(b.moves[i], at) && len(list) < mostNear {
			list = append(list, b.moves[i])
		}
	}
	return list
}

// offer lists moves as they are written, with their names.
func offer(moves []routines.Move) string {
	var list []string
	for _, m := range moves {
		list = append(list, fmt.Sprintf("%s (%s)", m.ID, m.Name))
	}
	return strings.Join(list, ", ")
}
