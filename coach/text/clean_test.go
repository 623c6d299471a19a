package text

import (
	"testing"
	"unicode"
)

func TestCleanLeavesOneLineOfPlainText(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"nothing", "", ""},
		{"plain text", "Lean in, heel down.", "Lean in, heel down."},
		{"other scripts", "Wadenkrämpfe, 足がつる, שריר", "Wadenkrämpfe, 足がつる, שריר"},
		{"joined pictures", "👩‍⚕️ 🦵", "👩‍⚕️ 🦵"},
		{"a no-break space", "10\u00a0s", "10\u00a0s"},
		{"line ends and tabs", "a\tb\r\nc", "a b  c"},
		{"a colour", "\x1b[31mred\x1b[0m", "[31mred[0m"},
		{"a title", "\x1b]0;title\x07x", "]0;titlex"},
		{"a title by C1", "\u009d0;title\u009cx", "0;titlex"},
		{"a raw C1 byte", "a\x9b2Jb", "a\ufffd2Jb"},
		{"a bell, a backspace, a null", "a\x07\b\x00b", "ab"},
		{"delete", "a\x7fb", "ab"},
		{"text the other way round", "a\u202eb\u202c\u2066c\u2069\u200f", "abc"},
		{"separators of lines", "a\u2028b\u2029c\u0085", "abc"},
		{"nothing to be seen", "a\u200b\u2060\ufeffb", "ab"},
		{"broken UTF-8", "a\xff\xc3b", "a\ufffd\ufffdb"},
		{"a letter that was lost before", "m\ufffdde", "m\ufffdde"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Clean(c.in)
			if got != c.want {
				t.Errorf("got %+q, want %+q", got, c.want)
			}
			if again := Clean(got); again != got {
				t.Errorf("cleaned twice it is %+q", again)
			}
		})
	}
}

// TestHidden takes the lists from Unicode's own tables: every control, and
// every character that turns the direction of text.
func TestHidden(t *testing.T) {
	for c := rune(0); c <= unicode.MaxRune; c++ {
		if unicode.In(c, unicode.Cc, unicode.Bidi_Control, unicode.Zl, unicode.Zp) && !Hidden(c) {
			t.Errorf("%U is let through", c)
		}
		if unicode.In(c, unicode.L, unicode.N, unicode.P, unicode.M, unicode.Zs) && Hidden(c) {
			t.Errorf("%U is taken out", c)
		}
	}
}

func FuzzClean(f *testing.F) {
	f.Add("a\x1b[31m\u202e\n\x9b")
	f.Fuzz(func(t *testing.T, s string) {
		for _, c := range Clean(s) {
			if Hidden(c) {
				t.Fatalf("%U of %q came through", c, s)
			}
		}
	})
}

func TestEscapeFormula(t *testing.T) {
	for cell, want := range map[string]string{"\t=1": "'\t=1", "\rx": "'\rx", "'": "'", "'tis": "'tis", "'=": "''=", "": "", "a=b": "a=b"} {
		if got := EscapeFormula(cell); got != want || UnescapeFormula(want) != cell {
			t.Errorf("%q is written as %q, want %q, and read back as %q", cell, got, want, UnescapeFormula(want))
		}
	}
}
