package term

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi/parser"
)

// TestWhatIsNoUTF8IsMarked however it is cut into reads.
func TestWhatIsNoUTF8IsMarked(t *testing.T) {
	for _, c := range []struct{ name, sent, want string }{
		{"nothing", "", ""},
		{"UTF-8", "müde 足 👩\u200d⚕️", "müde 足 👩\u200d⚕️"},
		{"Windows-1252", "m\xfcde Fu\xdf\r", "m?de Fu?\r"},
		{"a letter that begins another of UTF-8", "caf\xe9 au lait", "caf? au lait"},
		{"and ends the line", "caf\xe9\r", "caf?\r"},
		{"quotation marks that are controls elsewhere", "\x84so\x93\x9b", "?so??"},
		{"a letter of a console", "S\x9brensen", "S?rensen"},
		{"half a character, and a key", "\xe8\xb6\x1b[A", "??\x1b[A"},
		{"U+FFFD", "m\ufffdde", "m?de"},
		{"keys", "\x1b[A\x1bOP\x1b\x1b[200~m\xfcde\x1b[201~", "\x1b[A\x1bOP\x1b\x1b[200~m?de\x1b[201~"},
		{"an old mouse", "\x1b[M \xff\xfem\xfc", "\x1b[M \xff\xfem?"},
		{"one behind an escape", "\x1b\x1b[M \xff\xfem\xfc", "\x1b\x1b[M \xff\xfem?"},
		{"a newer one", "\x1b[<0;200;100M\xfc", "\x1b[<0;200;100M?"},
	} {
		want := strings.ReplaceAll(c.want, "?", string(mark))
		for size := 1; size <= max(len(c.sent), 1); size++ {
			var m marker
			got := ""
			for rest := []byte(c.sent); len(rest) > 0; rest = rest[min(size, len(rest)):] {
				got += string(m.marked(rest[:min(size, len(rest))]))
			}
			if got != want || len(m.held) > 0 {
				t.Errorf("%s, %d bytes a read: %q and %q held back, want %q", c.name, size, got, m.held, want)
			}
		}
	}
}

// TestASequenceHasNoMoreNumbersThanTheFrameworkReads, which would end the program at
// one more, and leave the terminal as it is.
func TestASequenceHasNoMoreNumbersThanTheFrameworkReads(t *testing.T) {
	most := strings.Repeat("1;", parser.MaxParamsSize-1)
	for _, c := range []struct{ name, sent, want string }{
		{"as many as there is room for", "\x1b[?" + most + "1c", "\x1b[?" + most + "1c"},
		{"one more", "\x1b[?" + most + "1;1c", "\x1b[?" + most + "1c"},
		{"thousands", "\x1b[" + strings.Repeat("1:2;", 3000) + "cq", "\x1b[" + strings.Repeat("1:2;", 15) + "1:2cq"},
		{"none", "\x1b[" + strings.Repeat(";", 99) + "1u\x1b[A", "\x1b[" + strings.Repeat(";", 31) + "u\x1b[A"},
		{"of a string", "\x1bP" + most + "1;1;1q\x1b\\", "\x1bP" + most + "1q\x1b\\"},
		{"behind an old mouse", "\x1b[M\x1b[1" + strings.Repeat(";1", 40) + "c", "\x1b[M\x1b[1" + strings.Repeat(";1", 31) + "c"},
		{"text", strings.Repeat("1;", 40), strings.Repeat("1;", 40)},
		{"another sequence after it", "\x1b[" + most + "1;1c\x1b[" + most + "1c", "\x1b[" + most + "1c\x1b[" + most + "1c"},
	} {
		var m marker
		got := string(m.marked([]byte(c.sent)))
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		read(t, []byte(got))
	}
}

// read has the framework read what a terminal sent.
func read(t *testing.T, sent []byte) {
	t.Helper()
	events := make(chan uv.Event)
	done := make(chan error)
	go func() {
		done <- uv.NewTerminalReader(bytes.NewReader(sent), "xterm-256color").StreamEvents(t.Context(), events)
	}()
	for {
		select {
		case <-events:
		case err := <-done:
			if err != nil {
				t.Errorf("%q: %v", sent, err)
			}
			return
		}
	}
}

// FuzzWhatATerminalSends never ends the program, however it is cut into reads.
func FuzzWhatATerminalSends(f *testing.F) {
	for _, s := range []string{"q\x1b[A", "\x1b]11;rgb:zz/\x07", "\x1b[<0;99999;99999M", "\x1b[200~\x1b[1;1u\x1b[201~", "\x1b[M\xff\x1b[", "\x1bP1+r5463=zz\x1b\\",
		"\x1b_Gi=31;OK\x1b\\", "\x1b[?2026;2$y", "\x1b[97;1:3;97u", "\x1b[1;1;65;1;0;1_", "\xff\x9b1;"} {
		f.Add([]byte(s), uint8(1))
	}
	f.Fuzz(func(t *testing.T, sent []byte, size uint8) {
		var m marker
		var all []byte
		for piece := range slices.Chunk(sent, int(size)+1) {
			all = append(all, m.marked(piece)...)
		}
		read(t, all)
	})
}

func TestAMarkIsReadAsALostLetter(t *testing.T) {
	press, _ := unmarked(tea.KeyPressMsg{Code: mark, Text: string(mark)}).(tea.KeyPressMsg)
	if press.Code != '\ufffd' || press.Text != "\ufffd" {
		t.Errorf("a key is %q, %+v", press.String(), press)
	}
	if got := unmarked(tea.PasteMsg{Content: "m" + string(mark) + "de"}); got != (tea.PasteMsg{Content: "m\ufffdde"}) {
		t.Errorf("a paste is %+v", got)
	}
}
