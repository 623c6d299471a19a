package term

import (
	"bytes"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Pen has output look the same in fewer bytes. The framework takes its colours back
// before it moves the cursor and at the end of all it writes, and sets all of them
// again behind: where a screen is painted all over that is most of what a second
// writes. The zero Pen is that of a terminal with no style set.
type Pen struct {
	is, asked style
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
	return together(p.out)
}

// shortWrite is how many bytes a terminal reads at once, however it is reached.
const shortWrite = 256

// together leaves out of a short write that it is to be shown as a whole: it is.
func together(b []byte) []byte {
	begun, begins := bytes.CutPrefix(b, []byte(ansi.SetModeSynchronizedOutput))
	whole, ends := bytes.CutSuffix(begun, []byte(ansi.ResetModeSynchronizedOutput))
	if begins && ends && len(whole) <= shortWrite {
		return whole
	}
	return b
}

// next takes a sequence or a run of characters off the front, and returns its length.
func (p *Pen) next(b []byte) int {
	if n := len(b) - len(bytes.TrimLeft(b, " ")); n > 0 {
		p.put(p.blanks(b[:n], b[n:]), p.asked.blank(p.is))
		return n
	}
	if b[0] > ' ' {
		n := bytes.IndexFunc(b, func(c rune) bool { return c < ' ' })
		if n < 0 {
			n = len(b)
		}
		return p.put(bytes.TrimRight(b[:n], " "), p.asked)
	}
	_, _, n, _ := ansi.DecodeSequence(b, ansi.NormalState, nil)
	sequence := b[:max(n, 1)]
	switch {
	case setsStyle(sequence):
		p.asked = p.asked.styled(sequence)
	case keepsStyle(sequence), b[0] == '\n' && !p.mayScroll():
		p.out = append(p.out, sequence...)
	case showsGround(sequence):
		return p.put(sequence, p.asked.blank(p.is))
	default:
		return p.put(sequence, p.asked)
	}
	return len(sequence)
}

// blanks are what leaves as many cells blank: where the cursor is placed anew behind
// them it need not pass them.
func (p *Pen) blanks(run, rest []byte) []byte {
	if erase := ansi.EraseCharacter(len(run)); len(erase) < len(run) && p.asked.bare() && placesCursor(rest) {
		return []byte(erase)
	}
	return run
}

// placesCursor reports whether the cursor is placed in a column before anything else
// is done but a step down, or to set a style.
func placesCursor(b []byte) bool {
	for len(b) > 0 && b[0] < ' ' {
		_, _, n, _ := ansi.DecodeSequence(b, ansi.NormalState, nil)
		switch sequence := b[:n]; {
		case ends(sequence, "GH"):
			return true
		case b[0] != '\n' && !setsStyle(sequence):
			return false
		}
		b = b[n:]
	}
	return false
}

// mayScroll reports whether a step down may be one at the foot of the screen: the
// framework scrolls before it draws.
func (p *Pen) mayScroll() bool {
	return !p.drawn && !bytes.HasSuffix(bytes.TrimRight(p.out, "\n"), []byte(ansi.CursorHomePosition))
}

// put writes something in a style.
func (p *Pen) put(b []byte, in style) int {
	p.out = append(append(p.out, in.from(p.is)...), b...)
	p.is, p.drawn = in, true
	return len(b)
}

// setsStyle reports whether a sequence sets how characters look.
func setsStyle(sequence []byte) bool {
	last := len(sequence) - 1
	return last >= 2 && sequence[1] == '[' && sequence[last] == 'm' && (sequence[2] < '<' || sequence[2] == 'm')
}

// keepsStyle reports whether a sequence does the same in every style: it moves the
// cursor, repeats what was drawn last, to which no style may come between, says what is
// scrolled, names the window, or holds the screen while it is drawn on.
func keepsStyle(sequence []byte) bool {
	return sequence[0] != ansi.ESC && sequence[0] != '\n' || ends(sequence, "ABCDEFGHIZ`abdefr") ||
		bytes.HasPrefix(sequence, []byte(windowTitle)) ||
		string(sequence) == ansi.SetModeSynchronizedOutput || string(sequence) == ansi.ResetModeSynchronizedOutput
}

// windowTitle is how what names the window begins.
const windowTitle = "\x1b]2;"

// showsGround reports whether a sequence leaves cells blank, in the colour of the
// ground alone.
func showsGround(sequence []byte) bool {
	return sequence[0] == '\n' || string(sequence) == ansi.ReverseIndex || ends(sequence, "JKLMPSTX@")
}

// ends reports whether a sequence is a control sequence that ends in one of some
// letters.
func ends(sequence []byte, letters string) bool {
	last := len(sequence) - 1
	return last >= 2 && sequence[1] == '[' && strings.IndexByte(letters, sequence[last]) >= 0
}
