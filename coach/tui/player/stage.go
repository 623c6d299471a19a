package player

import (
	"uncramp/coach/theme"
	"uncramp/coach/tui/widget"
)

// stage is where everything stands: the same through all of a routine, whatever
// is told, opened or paused. A zone without rows is not shown.
type stage struct {
	size     widget.Size
	pictured bool

	route widget.Zone // the whole routine as a line
	clock widget.Zone // what is left of it; of a cramp, how long ago it began
	word  widget.Zone // the word of the phase
	where widget.Zone // the leg, the muscle and the move
	count widget.Zone // the countdown, or how often
	pace  widget.Zone // a bar, or a mark for each time
	move  widget.Zone // the words of the move
	// below are messages, from its upper row on, what is to come and what to mind,
	// from its lower row on.
	below   widget.Zone
	warning widget.Zone // the red flags, right under that
	answers widget.Zone
	keys    widget.Zone // where something may be told too, only while nothing is
	figure  widget.Zone
}

const (
	longestPrompt  = 90 // characters
	longestWarning = 55
	gutter         = 3 // columns between the words and the figure
	leastFigure    = 24
	leastHigh      = 8  // rows of a figure
	longestWord    = 58 // columns, in the smallest block letters
	secondsHigh    = 5  // rows of seconds that are twice as large as the smallest clock
	acrossHigh     = 7  // rows of them where they are to be seen from afar
	leastList      = 10 // rows of the red flags on a phone
	leastWord      = 4  // rows of a word there
	lettersHigh    = 3  // rows of the smallest block letters
	bigPrompt      = 15 // rows, for four lines of them
)

// newStage is the stage of a screen, for a relief or for another routine, and for a
// step with a figure or without: its room goes to the words then.
func newStage(w, h int, relief, pictured bool) stage {
	s := stage{size: widget.SizeOf(w, h), pictured: pictured}
	screen := widget.Zone{W: w, H: h}.Inset(margin(s.size, w), 0)
	switch s.size {
	case widget.Slice:
		s.slice(screen, relief)
	case widget.Upright:
		s.upright(screen, relief)
	case widget.Usual:
		s.beside(screen, relief)
	case widget.Wide:
		s.across(screen, relief)
	}
	return s
}

// sheet is where the sheet of keys opens.
func (s stage) sheet() widget.Zone {
	if _, rest := s.below.Top(1, 0); rest.H >= 3 {
		return rest
	}
	return s.move
}

// margin is the blank edge at either side.
func margin(size widget.Size, w int) int {
	if size == widget.Wide {
		return w / 40
	}
	return min(widget.Margin(w), 2)
}

// rowsFor is how many rows a text of so many characters takes, at most.
func rowsFor(characters, w int) int {
	each := max(w-6, 1) // where a word has no room more
	return max((characters+each-1)/each, 1)
}

// slice has no figure, as a rule. Digits stand left of the word where there is room for big
// ones, else before it.
func (s *stage) slice(z widget.Zone, relief bool) {
	prompt, below, narrow := rowsFor(longestPrompt, z.W), 3, z.W < 36
	if z.H < 10 || narrow && z.H < 24 {
		s.lines(z, relief, prompt)
		return
	}
	if relief {
		below = 2
		s.answers, z = z.Bottom(answersHigh(z.H), 0)
	}
	if !relief {
		s.keys, z = z.Bottom(1, 0)
		s.keys.W += margin(s.size, z.W) // four of them have room so at 40 columns
	}
	s.warning, z = z.Bottom(rowsFor(longestWarning, z.W+5), 0)
	if narrow { // a phone held upright all the same, if it is high enough
		if spare := z.H - prompt - 17; s.pictured && spare >= leastHigh {
			s.figure, z = z.Top(min(spare, z.H/2), 1)
		}
		s.count, z = z.Top(5, 1)
		s.block(&z, 3, relief)
	} else {
		s.block(&z, min(max(z.H-prompt-below, 3), 5), relief)
	}
	s.move, s.below = z.Top(prompt, 0)
	s.shareKeys()
}

// shareKeys puts the keys, unless they have a row of their own, on the last one on which
// something may be told.
func (s *stage) shareKeys() {
	if s.keys.H == 0 {
		s.keys, _ = s.below.Bottom(1, 0)
	}
}

// answersHigh are the rows of the answers on a slice: two for each of the three, a
// blank one between, where there is room, else two or three for all, or one.
func answersHigh(h int) int {
	switch {
	case h >= 18:
		return 8
	case h >= 15:
		return 3
	case h >= 12:
		return 2
	}
	return 1
}

// lines is the least: a line each, but for the words of the move.
func (s *stage) lines(z widget.Zone, relief bool, prompt int) {
	if relief && z.H > 5 {
		s.answers, z = z.Bottom(1, 0)
	}
	top, z := z.Top(1, 0)
	s.count, s.word = top.Left(min(6, z.W), 0)
	if !relief || z.H > prompt+1 {
		s.where, z = z.Top(min(1, z.H-1), 0)
	}
	if z.H > 3 {
		s.below, z = z.Bottom(max(z.H-prompt, 1), 0)
		s.keys, _ = s.below.Bottom(1, 0)
	}
	if relief && s.below.H > 0 {
		s.clock, s.keys = s.keys.Left(11, 2)
	}
	s.move = z
}

// block puts the digits, unless they stand above, to the left of the word, the leg,
// and how it goes on.
func (s *stage) block(z *widget.Zone, rows int, relief bool) {
	beside, rest := z.Top(rows, 0)
	if s.count.H == 0 {
		digits, gap := 17, 2
		if !relief && beside.W < 40 { // a count to ten has room so
			digits, gap = 19, 1
		}
		s.count, beside = beside.Left(max(beside.W*9/20, digits), gap)
	}
	s.word, beside = beside.Top(1, min(rows-3, 1))
	if !relief {
		s.where, beside = beside.Top(1, max(rows-4, 0))
	}
	s.pace, beside = beside.Top(1, max(rows-4, 0))
	if relief {
		s.clock = beside
	}
	*z = rest
}

// upright has the figure on top, up to half as high as the screen.
func (s *stage) upright(z widget.Zone, relief bool) {
	prompt, most, digits := rowsFor(longestPrompt, z.W), z.H/2, secondsHigh
	below := 3 + max(z.H-25, 0)/4
	if relief {
		s.answers, z = z.Bottom(3, z.H/40)
		below = 4 + min(max(z.H-24, 0)/3, 2)
	} else {
		s.route, z = z.Top(1, 0)
		s.keys, z = z.Bottom(1, 0)
	}
	s.warning, z = z.Bottom(2, 0)
	if z.H-digits-prompt-below < leastList { // a relief: once it got worse the red flags take the figure's place
		digits = leastDigits
	}
	if s.pictured {
		s.figure, z = z.Top(min(most, z.H-digits-prompt-below), 0)
	}
	s.below, z = z.Bottom(below, 0)
	s.shareKeys()
	if !s.pictured {
		s.column(z, relief)
		return
	}
	s.move, z = z.Bottom(prompt, min(max(z.H-prompt-digits, 0), 1))
	s.block(&z, min(z.H, digits), relief)
}

// beside has the words left and the figure right.
func (s *stage) beside(z widget.Zone, relief bool) {
	below := min(4+max(z.H-20, 0)/2, 5+max(z.H-20, 0)/4)
	s.keys, z = z.Bottom(1, 0)
	if relief {
		s.answers, z = z.Bottom(min(3, z.H/5), 0)
		below = min(max(z.H-13, 1), 5)
	} else {
		s.top(&z)
	}
	s.warning, z = z.Bottom(rowsFor(longestWarning, z.W+6), 0)
	s.below, z = z.Bottom(min(below, z.H/2), 0)
	s.picture(&z, max(z.W*3/7, leastFigure), gutter)
	s.column(z, relief)
}

// across is to be read from across a room.
func (s *stage) across(z widget.Zone, relief bool) {
	below := 4 + z.H/20
	s.keys, z = z.Bottom(1, 0)
	if relief {
		s.answers, z = z.Bottom(max(5, z.H/8), z.H/32)
		below = 4 + z.H/30
	} else {
		s.top(&z)
	}
	s.warning, z = z.Bottom(1, 0)
	s.below, z = z.Bottom(below, z.H/40)
	s.picture(&z, min(z.W*2/5, z.W-longestWord-gutter), gutter+z.W/60)
	s.column(z, relief)
}

// picture takes the figure's room off a zone, on the right.
func (s *stage) picture(z *widget.Zone, w, gap int) {
	if s.pictured {
		s.figure, *z = z.Right(w, gap)
	}
}

// top is the routine as a line, and below it what is left of it.
func (s *stage) top(z *widget.Zone) {
	s.route, *z = z.Top(1, 0)
	s.clock, *z = z.Top(1, 0)
}

// column puts the words above each other. What is left over is air, where it serves
// most.
func (s *stage) column(z widget.Zone, relief bool) {
	rows := s.rows(z, relief)
	air := max(z.H-rows.where-rows.pace-rows.prompt-rows.clock-rows.word-rows.count, 0)
	cut := func(order, rows int) (part widget.Zone) { // of five gaps the first ones get more
		_, z = z.Top((air+4-order)/5, 0)
		part, z = z.Top(rows, 0)
		return part
	}
	order := columnRows{word: 2, where: 4, count: 1, clock: 3}
	switch { // block letters need air between
	case rows.pace > 1: // there is some above and below the bar
		order = columnRows{word: 1, count: 2, clock: 3, prompt: 4}
	case rows.where > 1:
		order = columnRows{word: 4, where: 1, count: 2, clock: 3}
	case rows.word > 1:
		order = columnRows{word: 4, where: 2, clock: 3, prompt: 1}
	}
	s.word = cut(order.word, rows.word)
	s.where = cut(order.where, rows.where)
	s.count = cut(order.count, rows.count)
	s.pace, z = z.Top(rows.pace, 0)
	s.move = cut(order.prompt, rows.prompt)
	if relief {
		s.clock = cut(order.clock, rows.clock)
	}
}

// columnRows are a number for each of the words of a column: how high they are.
type columnRows struct{ word, where, count, pace, prompt, clock int }

// rows shares the rows of a column out.
func (s *stage) rows(z widget.Zone, relief bool) columnRows {
	r := columnRows{1, 1, 0, 1, rowsFor(longestPrompt, z.W), 0}
	if relief {
		r.clock = 1
	}
	if s.size == widget.Wide {
		return s.rowsAcross(z, r)
	}
	room := z.H - r.word - r.pace - r.prompt - r.clock
	if relief && room <= secondsHigh { // the leg stands behind the word
		r.where = 0
	}
	if more := leastWord - r.word; !s.pictured && room-r.where-more >= secondsHigh { // the word, in block letters
		r.word, room = leastWord, room-more
	}
	r.count = digitsHigh(z.W, min(max(room-r.where, leastDigits), max(z.H*2/5, secondsHigh)))
	return r
}

// rowsAcross does where the words are to be read from afar: the leg, too, is in block
// letters, and the words of the move where there is room for that.
func (s *stage) rowsAcross(z widget.Zone, r columnRows) columnRows {
	r.where = lettersHigh
	if z.H >= 24 {
		r.pace = 3
	}
	if z.H >= 42 && z.W >= 100 {
		r.prompt = bigPrompt
	}
	room := z.H - r.where - r.pace - r.prompt - r.clock
	r.word = max((room+1)/4, leastWord)
	r.count = digitsHigh(z.W, max(room-room/16-r.word, acrossHigh))
	return r
}

// digitsHigh are the rows of the seconds where they may take so many.
func digitsHigh(w, rows int) int {
	return max((widget.DigitsTall(secondsPattern, w, rows, theme.Theme{})+1)/2, leastDigits)
}
