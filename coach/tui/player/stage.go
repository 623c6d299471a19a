package player

import (
	"uncramp/coach/tui/widget"
)

// stage is where everything stands: the same through all of a routine, whatever
// is told, opened or paused. A zone without rows is not shown.
type stage struct {
	size  widget.Size
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
	bigPrompt      = 15 // rows, for four lines of them
)

// newStage is the stage of a screen, for a relief or for another routine.
func newStage(w, h int, relief bool) stage {
	s := stage{size: widget.SizeOf(w, h)}
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
	prompt, below, narrow := rowsFor(longestPrompt, z.W), 4, z.W < 36
	if z.H < 10 || narrow && z.H < 24 {
		s.lines(z, relief, prompt)
		return
	}
	if relief {
		below = 2
		s.answers, z = z.Bottom(answersHigh(z.H), 0)
	}
	s.warning, z = z.Bottom(rowsFor(longestWarning, z.W+5), 0)
	if narrow { // a phone held upright all the same, if it is high enough
		if spare := z.H - prompt - 17; spare >= leastHigh {
			s.figure, z = z.Top(min(spare, z.H/2), 1)
		}
		s.count, z = z.Top(5, 1)
		s.block(&z, 3, relief)
	} else {
		s.block(&z, min(max(z.H-prompt-below, 3), 5), relief)
	}
	s.move, s.below = z.Top(prompt, 0)
	s.keysIn(relief)
}

// keysIn puts the keys on the last row on which something may be told.
func (s *stage) keysIn(relief bool) {
	s.keys, _ = s.below.Bottom(1, 0)
	if !relief {
		s.keys, _ = s.warning.Bottom(1, 0)
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
		s.count, beside = beside.Left(max(beside.W*9/20, 17), 2)
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
	prompt, most := rowsFor(longestPrompt, z.W), z.H/2
	below := 4 + max(z.H-25, 0)/4
	if relief {
		s.answers, z = z.Bottom(3, z.H/40)
		below = 4 + min(max(z.H-24, 0)/3, 2)
	} else {
		s.route, z = z.Top(1, 0)
	}
	s.warning, z = z.Bottom(2, 0)
	s.figure, z = z.Top(min(most, z.H-3-prompt-below), 0)
	s.below, z = z.Bottom(below, 0)
	s.move, z = z.Bottom(prompt, min(max(z.H-prompt-3, 0), 1))
	s.block(&z, min(z.H, 5), relief)
	s.keysIn(relief)
}

// beside has the words left and the figure right.
func (s *stage) beside(z widget.Zone, relief bool) {
	below := 5 + max(z.H-20, 0)/4
	s.keys, z = z.Bottom(1, 0)
	if relief {
		s.answers, z = z.Bottom(min(3, z.H/5), 0)
		below = min(max(z.H-12, 1), 5)
	} else {
		s.top(&z)
	}
	s.warning, z = z.Bottom(rowsFor(longestWarning, z.W+6), 0)
	s.below, z = z.Bottom(min(below, z.H/2), 0)
	s.figure, z = z.Right(max(z.W*3/7, leastFigure), gutter)
	s.column(z, relief, 1, max(z.H*2/5, 3))
}

// across is to be read from across a room.
func (s *stage) across(z widget.Zone, relief bool) {
	below := 5 + z.H/30
	s.keys, z = z.Bottom(1, 0)
	if relief {
		s.answers, z = z.Bottom(5, 1)
		below = 4 + z.H/30
	} else {
		s.top(&z)
	}
	s.warning, z = z.Bottom(1, 0)
	s.below, z = z.Bottom(below, 1)
	s.figure, z = z.Right(min(z.W*2/5, z.W-longestWord-gutter), gutter+z.W/60)
	s.column(z, relief, z.H, z.H)
}

// top is the routine as a line, and below it what is left of it.
func (s *stage) top(z *widget.Zone) {
	s.route, *z = z.Top(1, 0)
	s.clock, *z = z.Top(1, 0)
}

// column puts the words above each other: the word of the phase on so many rows
// at most, and the digits. What is left over is air, where it serves most.
func (s *stage) column(z widget.Zone, relief bool, word, count int) {
	where, pace, prompt, clock := 1, 1, rowsFor(longestPrompt, z.W), 0
	if relief {
		clock = 1
	}
	if word > 1 && z.H >= 24 { // in block letters too
		pace = 3
	}
	if word > 1 && z.H >= 36 {
		where = 3
	}
	if word > 1 && z.H >= 42 && z.W >= 100 {
		prompt = bigPrompt
	}
	room := max(z.H-where-pace-prompt-clock, 4)
	word = min(max((room-room/4)*2/5, 1), word)
	count = min(max(room-max(room/4, 1)-word, 3), count)
	air := max(room-word-count, 0)
	cut := func(order, rows int) (part widget.Zone) { // of five gaps the first ones get more
		_, z = z.Top((air+4-order)/5, 0)
		part, z = z.Top(rows, 0)
		return part
	}
	s.word = cut(2, word)
	s.where = cut(4, where)
	s.count = cut(1, count)
	s.pace, z = z.Top(pace, 0)
	s.move = cut(0, prompt)
	if relief {
		s.clock = cut(3, clock)
	}
}
