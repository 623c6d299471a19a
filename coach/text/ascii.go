package text

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"
)

// asciiSigns are the signs that are drawn, and the letters that no accent makes, each
// beside the sign of ASCII that stands for it where nothing else can be shown.
const asciiSigns = "█#▇#▆#▅=▄=▃=▂_▁_▀\"▔'░:▒+▓%▌>▐<▏|" + // blocks, of a whole cell, a lower or an upper half
	"─-━=┄.│|‖|╭+╮+╰+╯+" + // lines
	"◀<▶>▷>▸>‹<›>▲^▼v←<→>↑^↓v" +
	"●*◉@○o◌.◆*■#▪/·.•*✓*" + // marks
	"…~‐-‑-‒-–-—-−-‘'’'‚,“\"”\"„\"«\"»\"′'″\"" + // what is typeset
	"�?×x÷/±~°o½+µuμu\u00a0 " +
	"ßsæaÆAœoŒOøoØOłlŁLđdĐDþpÞPıi"

// asciiOf is asciiSigns by sign.
var asciiOf = func() map[rune]byte {
	of, signs := map[rune]byte{}, []rune(asciiSigns)
	for i := 0; i < len(signs); i += 2 {
		of[signs[i]] = byte(signs[i+1])
	}
	return of
}()

// ASCII returns what is to be written instead of b on a terminal that shows nothing
// but ASCII, in as many columns: a sign that is like it, a letter without its accents,
// or question marks. Control sequences stay.
func ASCII(b []byte) []byte { return formed(b, asciiLetter) }

// consoleSigns are those that both the kernel's own font and nearly all of the 138 of
// Debian's console-setup have that are as high. A half or a quarter of a block is in a
// third of them, and no finer one in any.
const consoleSigns = "█░▒■─│◀▶▲▼←→↑↓·°½×"

// Console returns what is to be written instead of b on the console of Linux, which has
// one font of 256 or 512 signs, in as many columns: a sign of ASCII for one that it may
// not have. Letters stay: those of a person's own language are in the font.
func Console(b []byte) []byte {
	return formed(b, func(letter string, wide int) string {
		first, _ := utf8.DecodeRuneInString(letter)
		_, drawn := asciiOf[first]
		if !drawn || strings.ContainsRune(consoleSigns, first) || unicode.IsLetter(first) {
			return letter
		}
		return asciiLetter(letter, wide)
	})
}

// formed is b with another form of every letter that is not ASCII.
func formed(b []byte, form func(letter string, wide int) string) []byte {
	at := bytes.IndexFunc(b, notASCII)
	if at < 0 {
		return b
	}
	out := append(make([]byte, 0, len(b)), b[:at]...)
	for b = b[at:]; len(b) > 0; {
		if b[0] < utf8.RuneSelf {
			out, b = append(out, b[0]), b[1:]
			continue
		}
		letter, wide := ansi.FirstGraphemeCluster(b, ansi.GraphemeWidth)
		out, b = append(out, form(string(letter), wide)...), b[len(letter):]
	}
	return out
}

func notASCII(c rune) bool { return c >= utf8.RuneSelf }

// asciiLetter is what stands for a letter of so many columns.
func asciiLetter(letter string, wide int) string {
	first, _ := utf8.DecodeRuneInString(letter)
	if sign, ok := asciiOf[first]; ok && wide == 1 {
		return string(sign)
	}
	if base := norm.NFD.String(letter); base[0] < utf8.RuneSelf && wide == 1 {
		return base[:1]
	}
	return strings.Repeat("?", wide)
}
