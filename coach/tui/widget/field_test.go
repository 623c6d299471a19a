package widget

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

func typed(f Field, keys ...string) Field {
	codes := map[string]rune{"left": tea.KeyLeft, "right": tea.KeyRight, "backspace": tea.KeyBackspace, "delete": tea.KeyDelete}
	for _, k := range keys {
		press := tea.KeyPressMsg{Code: []rune(k)[0], Text: k}
		if code, ok := codes[k]; ok {
			press = tea.KeyPressMsg{Code: code}
		}
		f, _ = f.Update(press)
	}
	return f
}

// TestAFieldGoesByWhatIsSeen: a family is four characters, and one letter.
func TestAFieldGoesByWhatIsSeen(t *testing.T) {
	const family, flag, umlaut = "👩\u200d👩\u200d👧", "🇩🇪", "u\u0308"
	for _, tt := range []struct {
		text string
		keys []string
		want string // with the cursor
	}{
		{"a" + family, []string{"backspace"}, "a|"}, {flag + family, []string{"backspace"}, flag + "|"},
		{"m" + umlaut, []string{"backspace", "backspace", "backspace"}, "|"},
		{family + "b", []string{"left", "left", "x"}, "x|" + family + "b"},
		{family + "b", []string{"left", "left", "delete"}, "|b"}, {"a" + flag + "b", []string{"left", "left", "right", "x"}, "a" + flag + "x|b"},
		{"", []string{"backspace", "delete", "left", "right", "a"}, "a|"},
	} {
		f := NewField(0)
		f.SetValue(tt.text)
		f.CursorEnd()
		f = typed(f, tt.keys...)
		runes := []rune(f.Value())
		if got := string(runes[:f.Position()]) + "|" + string(runes[f.Position():]); got != tt.want {
			t.Errorf("%q after %v is %q, want %q", tt.text, tt.keys, got, tt.want)
		}
	}
}

func TestAFieldsLimitCountsWhatIsSeen(t *testing.T) {
	const family = "👩\u200d👩\u200d👧"
	f, _ := NewField(3).Update(tea.PasteMsg{Content: strings.Repeat(family, 5)})
	if f.Value() != strings.Repeat(family, 3) {
		t.Errorf("it holds %q", f.Value())
	}
	if f = typed(f, "x"); f.Value() != strings.Repeat(family, 3) {
		t.Errorf("it holds %q", f.Value())
	}
	if f = typed(f, "backspace", "x"); f.Value() != strings.Repeat(family, 2)+"x" {
		t.Errorf("it holds %q", f.Value())
	}
}

// TestALostLetterStaysInSight however it comes into the field.
func TestALostLetterStaysInSight(t *testing.T) {
	f := NewField(0)
	f.SetValue("a\ufffd")
	f.CursorEnd()
	f, _ = typed(f, "\ufffd", "b").Update(tea.PasteMsg{Content: "\ufffdc"})
	if f.Value() != "a\ufffd\ufffdb\ufffdc" || f.Position() != 6 {
		t.Errorf("it holds %q, with the cursor at %d", f.Value(), f.Position())
	}
	if f = typed(f, "backspace", "backspace"); f.Value() != "a\ufffd\ufffdb" {
		t.Errorf("it holds %q", f.Value())
	}
}
