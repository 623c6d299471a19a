// Package charset is the one door from the bytes of a file to its text: UTF-8, with or
// without a byte-order mark, UTF-16 with one, or an encoding that a person names.
// None is ever guessed, and what can't be decoded is told, never left out.
package charset

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// Encoding is how characters are written as bytes. The zero value is Unicode: UTF-8, or
// UTF-16 with a byte-order mark.
type Encoding struct{ of encoding.Encoding }

// ErrUnknown says that no encoding has a name.
var ErrUnknown = errors.New(unknown)

// Named returns the encoding of a name such as windows-1252, latin1, cp850, macintosh,
// shift_jis or utf-16le. A byte-order mark of the text goes before it.
func Named(name string) (Encoding, error) {
	short := strings.NewReplacer("-", "", "_", "", " ", "").Replace(strings.ToLower(name))
	for _, known := range []string{name, short, otherNames[short]} {
		if e, err := htmlindex.Get(known); err == nil && e != encoding.Replacement {
			if e == unicode.UTF8 {
				e = nil
			}
			return Encoding{e}, nil
		}
	}
	for page, e := range codePages {
		if slices.Contains([]string{"cp" + page, "ibm" + page, "windows" + page, page}, short) {
			return Encoding{e}, nil
		}
	}
	return Encoding{}, ErrUnknown
}

// otherNames are names that people use beside the usual ones.
var otherNames = map[string]string{
	"utf16": "utf-16le", "utf16le": "utf-16le", "utf16be": "utf-16be", "macroman": "macintosh", "iso88591": "iso-8859-1",
}

// codePages are those of consoles and their programs, by their numbers; the ones of
// windows have names.
var codePages = map[string]encoding.Encoding{
	"437": charmap.CodePage437, "850": charmap.CodePage850, "852": charmap.CodePage852, "855": charmap.CodePage855,
	"858": charmap.CodePage858, "860": charmap.CodePage860, "862": charmap.CodePage862, "863": charmap.CodePage863,
	"865": charmap.CodePage865, "866": charmap.CodePage866,
	"1250": charmap.Windows1250, "1251": charmap.Windows1251, "1252": charmap.Windows1252, "1253": charmap.Windows1253,
	"1254": charmap.Windows1254, "1257": charmap.Windows1257,
}

// The marks that a text may begin with.
var (
	mark8    = []byte("\xef\xbb\xbf")
	mark16le = []byte("\xff\xfe")
	mark16be = []byte("\xfe\xff")
)

// marked returns what a text is written in that begins so, and how long its mark is.
func marked(start []byte) (of encoding.Encoding, mark int, ok bool) {
	switch {
	case bytes.HasPrefix(start, mark8):
		return nil, len(mark8), true
	case bytes.HasPrefix(start, mark16le):
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), len(mark16le), true
	case bytes.HasPrefix(start, mark16be):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), len(mark16be), true
	}
	return nil, 0, false
}

// Unmark returns a text without its byte-order mark, as UTF-8 where the mark says that it
// is UTF-16. Where lines end with a carriage return alone, they end with a line feed. What
// is no UTF-8 stays as it is.
func Unmark(data []byte) []byte {
	if of, mark, ok := marked(data); ok {
		data = data[mark:]
		if of != nil {
			data, _ = of.NewDecoder().Bytes(data) // it replaces what it can't decode
		}
	}
	if bytes.IndexByte(data, '\n') < 0 {
		return bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
	}
	return data
}

// Reader reads a text as UTF-8 in which every line ends with a line feed, whatever it ended
// with. A byte that can't be decoded is read as U+FFFD, and told by [Reader.Undecoded].
type Reader struct {
	text io.Reader
	seen *checker
}

// NewReader returns a reader of a text in an encoding.
func NewReader(r io.Reader, in Encoding) *Reader {
	b := bufio.NewReader(r)
	start, _ := b.Peek(len(mark8)) // a shorter text has no mark of that length
	of, mark, ok := marked(start)
	if !ok {
		of = in.of
	}
	_, _ = b.Discard(mark) // it was peeked
	c := &checker{line: 1, strict: of != nil}
	var text io.Reader = b
	if of != nil {
		text = transform.NewReader(b, of.NewDecoder())
	}
	return &Reader{transform.NewReader(text, c), c}
}

// Read implements io.Reader.
func (r *Reader) Read(p []byte) (int, error) { return r.text.Read(p) }

// Undecoded returns the lines, of those that were read, in which something can't be
// decoded.
func (r *Reader) Undecoded() []int { return r.seen.bad }

// checker passes UTF-8 on, and notes the lines of what is none.
type checker struct {
	transform.NopResetter
	line   int
	strict bool // it was decoded before: what stands for a lost character is none of the text's own
	bad    []int
}

// Transform implements transform.Transformer.
func (c *checker) Transform(dst, src []byte, atEOF bool) (written, read int, err error) {
	for read < len(src) {
		char, size := utf8.DecodeRune(src[read:])
		undecoded := char == utf8.RuneError && (size == 1 || c.strict)
		switch {
		case size == 1 && undecoded && !atEOF && !utf8.FullRune(src[read:]):
			return written, read, transform.ErrShortSrc
		case char == '\r' && read+1 == len(src) && !atEOF:
			return written, read, transform.ErrShortSrc
		case written+utf8.UTFMax > len(dst):
			return written, read, transform.ErrShortDst
		case char == '\r' && read+1 < len(src) && src[read+1] == '\n':
			read++ // the line feed alone counts
			continue
		case char == '\r':
			char = '\n'
		}
		if undecoded || char == 0 || c.strict && 0x80 <= char && char < 0xa0 {
			c.note()
		}
		written += utf8.EncodeRune(dst[written:], char)
		read += size
		if char == '\n' {
			c.line++
		}
	}
	return written, read, nil
}

// note notes a line, once.
func (c *checker) note() {
	if len(c.bad) == 0 || c.bad[len(c.bad)-1] != c.line {
		c.bad = append(c.bad, c.line)
	}
}
