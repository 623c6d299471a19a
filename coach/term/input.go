package term

import (
	"errors"
	"io"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/ansi/parser"
)

// input is the terminal's keys. Where the terminal is gone a read ends as a
// file does, which the framework takes for silence; it is an error here. What is no
// UTF-8 is marked, since the framework leaves it out.
type input struct {
	*os.File
	marker marker
}

// Read fails once the terminal is gone. Nothing read and no error means that the rest of
// a character is still to come.
func (i *input) Read(b []byte) (int, error) {
	raw := make([]byte, max(len(b)/utf8.RuneLen(mark)-utf8.UTFMax, 1)) // marked, it has room
	n, err := i.File.Read(raw)
	if errors.Is(err, io.EOF) {
		err = errors.New("the terminal is gone")
	}
	return copy(b, i.marker.marked(raw[:n])), err
}

// mark stands for a byte that is no UTF-8 until the framework has read it. It is a
// character that no text holds: the framework leaves U+FFFD out as well.
const mark = '\ufdd0'

// unmarked is a message in which U+FFFD stands for each byte that was no UTF-8.
func unmarked(msg tea.Msg) tea.Msg {
	lost := func(s string) string { return strings.ReplaceAll(s, string(mark), string(utf8.RuneError)) }
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if msg.Text = lost(msg.Text); msg.Code == mark {
			msg.Code = utf8.RuneError
		}
		return msg
	case tea.PasteMsg:
		return tea.PasteMsg{Content: lost(msg.Content)}
	}
	return msg
}

// marker marks what is no UTF-8 in what a terminal sends.
type marker struct {
	held     []byte // the beginning of a character
	began    int    // so much of mouseReport was seen last
	verbatim int    // so many bytes are no text
	numbers  numbers
}

// An old terminal tells of the mouse in a sequence, and three bytes of any value.
const (
	mouseReport      = "\x1b[M"
	mouseReportBytes = 3
)

// marked is what was sent, after what was held back of it before.
func (m *marker) marked(sent []byte) (text []byte) {
	rest := slices.Concat(m.held, sent)
	for len(rest) > 0 && (m.verbatim > 0 || utf8.FullRune(rest)) {
		char, size := utf8.DecodeRune(rest)
		if m.verbatim > 0 {
			size = 1
		}
		switch tooMany := m.numbers.tooMany(rest[0]); {
		case tooMany:
			m.verbatim = max(m.verbatim-1, 0)
		case m.verbatim > 0:
			m.verbatim--
			text = append(text, rest[0])
		case char == utf8.RuneError:
			text = utf8.AppendRune(text, mark)
		default:
			text = append(text, rest[:size]...)
			m.follow(rest[0])
		}
		rest = rest[size:]
	}
	m.held = rest
	return text
}

// follow looks for the report of an old terminal's mouse.
func (m *marker) follow(b byte) {
	if b != mouseReport[m.began] {
		m.began = 0
	}
	if b == mouseReport[m.began] {
		m.began++
	}
	if m.began == len(mouseReport) {
		m.began, m.verbatim = 0, mouseReportBytes
	}
}

// numbers counts those of a control sequence. The framework has room for so many, and
// panics at one more where nothing catches it.
type numbers struct {
	escaped, inside bool
	separators      int
}

// mostSeparators stand between as many numbers as the framework has room for.
const mostSeparators = parser.MaxParamsSize - 1

// tooMany takes the next byte, and reports whether it is of a number too many.
func (n *numbers) tooMany(b byte) bool {
	switch {
	case b == ansi.ESC:
		*n = numbers{escaped: true}
	case n.escaped:
		*n = numbers{inside: b == '[' || b == 'P'}
	case b < '0' || b > '?':
		*n = numbers{}
	case n.inside && (b == ';' || b == ':'):
		n.separators++
	}
	return n.separators > mostSeparators
}
