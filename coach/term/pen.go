package term

import (
	"bytes"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Pen has output look the same in fewer bytes. The framework takes its colours back
// before it moves the cursor and at the end of all it writes, and sets them again
// behind: where a screen is painted all over that is most of what a second writes.
// The zero Pen is that of a terminal with no style set.
type Pen struct {
	is, asked string // all that was set since a style was last taken back
	out       []byte
	drawn     bool // something was, in what is written now
}

// Terse returns what is to be written instead of b. The style may still be set at its
// end: it is taken back before anything follows that it would change.
func (p *Pen) Terse(b []byte) []byte {
	p.out, p.drawn = make([]byte, 0, len(b)), false
	for len(b) > 0 {
		b = b[p.next(b):]
	}
	return p.out
}

// next takes a sequence or a run of characters off the front, and returns its length.
func (p *Pen) next(b []byte) int {
	if b[0] >= ' ' {
		n := bytes.IndexFunc(b, func(c rune) bool { return c < ' ' })
		if n < 0 {
			n = len(b)
		}
		return p.put(b[:n])
	}
	_, _, n, _ := ansi.DecodeSequence(b, ansi.NormalState, nil)
	sequence := b[:max(n, 1)]
	switch {
	case setsStyle(sequence):
		p.style(string(sequence))
	case keepsStyle(sequence), b[0] == '\n' && p.drawn: // the framework scrolls before it draws
		p.out = append(p.out, sequence...)
	default:
		return p.put(sequence)
	}
	return len(sequence)
}

// put writes something in the style that was asked for.
func (p *Pen) put(b []byte) int {
	p.restyle()
	p.out, p.drawn = append(p.out, b...), true
	return len(b)
}

// style notes what is asked for.
func (p *Pen) style(sequence string) {
	if sequence == ansi.ResetStyle || sequence == "\x1b[0m" {
		p.asked = ""
		return
	}
	p.asked += sequence
}

// restyle sets what was asked for.
func (p *Pen) restyle() {
	more, adds := strings.CutPrefix(p.asked, p.is)
	if !adds {
		more = ansi.ResetStyle + p.asked
	}
	p.out, p.is = append(p.out, more...), p.asked
}

// setsStyle reports whether a sequence sets how characters look.
func setsStyle(sequence []byte) bool {
	last := len(sequence) - 1
	return last >= 2 && sequence[1] == '[' && sequence[last] == 'm' && (sequence[2] < '<' || sequence[2] == 'm')
}

// keepsStyle reports whether a sequence does the same in every style: it moves the
// cursor, or holds the screen while it is drawn on.
func keepsStyle(sequence []byte) bool {
	const moves = "ABCDEFGHIZ`adef"
	last := len(sequence) - 1
	return sequence[0] != ansi.ESC && sequence[0] != '\n' ||
		last >= 2 && sequence[1] == '[' && strings.IndexByte(moves, sequence[last]) >= 0 ||
		string(sequence) == ansi.SetModeSynchronizedOutput || string(sequence) == ansi.ResetModeSynchronizedOutput
}
