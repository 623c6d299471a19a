package text

import (
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func TestASCII(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"nothing", "", ""},
		{"what is ASCII", "a~ \x1b[31mb\x1b[m\r\n", "a~ \x1b[31mb\x1b[m\r\n"},
		{"signs", "◀ 3 × 10 s – “slowly” … ↑↓ ▌█▄▀▐", "< 3 x 10 s - \"slowly\" ~ ^v >#=\"<"},
		{"accents", "Wadenkrämpfe, ça, Łódź", "Wadenkrampfe, ca, Lodz"},
		{"accents of their own", "Wadenkra\u0308mpfe", "Wadenkrampfe"},
		{"letters of two columns", "足!", "??!"},
		{"a picture of several characters", "👩\u200d⚕️.", "??."},
		{"another script", "нога", "????"},
		{"in a title", "\x1b]2;rest · calf\x07é", "\x1b]2;rest . calf\x07e"},
		{"no UTF-8", "a\xffb", "a?b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := string(ASCII([]byte(c.in)))
			if got != c.want || ansi.StringWidth(got) != ansi.StringWidth(c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestConsole(t *testing.T) {
	for in, want := range map[string]string{
		"▀▄▌ ╭─╮ ● – “a” …": "\"=> +─+ * - \"a\" ~", "█░▒ ─│ ◀▶ ↑↓ 3 × 10 · ½": "█░▒ ─│ ◀▶ ↑↓ 3 × 10 · ½", "Wadenkrämpfe, нога, straße, 足": "Wadenkrämpfe, нога, straße, 足",
	} {
		if got := string(Console([]byte(in))); got != want {
			t.Errorf("%s is %s, not %s", in, got, want)
		}
	}
}

func FuzzASCII(f *testing.F) {
	f.Add("é足\u0301\xff\u200d👩")
	f.Fuzz(func(t *testing.T, s string) {
		for _, c := range ASCII([]byte(s)) {
			if c >= 0x80 {
				t.Fatalf("%#x of %q came through", c, s)
			}
		}
	})
}

// TestEverySignTakesOneColumn, before and after.
func TestEverySignTakesOneColumn(t *testing.T) {
	if len(asciiOf) != len([]rune(asciiSigns))/2 {
		t.Errorf("%d signs, of which some are the same", len([]rune(asciiSigns))/2)
	}
	for c, sign := range asciiOf {
		if ansi.StringWidth(string(c)) != 1 || sign < ' ' || sign > '~' {
			t.Errorf("%c is shown as %q", c, sign)
		}
	}
}
