package term

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
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

func TestAMarkIsReadAsALostLetter(t *testing.T) {
	press, _ := unmarked(tea.KeyPressMsg{Code: mark, Text: string(mark)}).(tea.KeyPressMsg)
	if press.Code != '\ufffd' || press.Text != "\ufffd" {
		t.Errorf("a key is %q, %+v", press.String(), press)
	}
	if got := unmarked(tea.PasteMsg{Content: "m" + string(mark) + "de"}); got != (tea.PasteMsg{Content: "m\ufffdde"}) {
		t.Errorf("a paste is %+v", got)
	}
}
