package charset

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"
)

func TestTextsAreDecoded(t *testing.T) {
	for _, c := range []struct {
		name, encoding, bytes, want string
		undecoded                   []int
	}{
		{"nothing", "", "", "", nil},
		{"UTF-8", "", "müde Fuß\n足", "müde Fuß\n足", nil},
		{"a mark", "", "\xef\xbb\xbfmüde", "müde", nil},
		{"a mark alone", "", "\xef\xbb\xbf", "", nil},
		{"UTF-16", "", "\xff\xfem\x00\xfc\x00\r\x00\n\x00\x3d\xd8\x0a\xde", "mü\n😊", nil},
		{"UTF-16, the other order", "", "\xfe\xff\x00m\x00\xfc", "mü", nil},
		{"half a character of UTF-16", "", "\xff\xfem\x00\n\x00\xfc", "m\n\ufffd", []int{2}},
		{"half a pair of UTF-16", "", "\xff\xfe\x3d\xd8m\x00", "\ufffdm", []int{1}},
		{"another encoding", "", "a\nm\xfcde Fu\xdf\nb", "a\nm\ufffdde Fu\ufffd\nb", []int{2}},
		{"several lines of it", "", "\xfc\r\na\r\n\xfc\xfc\r\n\xfc", "\ufffd\na\n\ufffd\ufffd\n\ufffd", []int{1, 3, 4}},
		{"half a character", "", "a\n\xe8\xb6", "a\n\ufffd\ufffd", []int{2}},
		{"one that was lost before", "", "m\ufffdde", "m\ufffdde", nil},
		{"zero bytes", "", "a\nb\x00", "a\nb\x00", []int{2}},
		{"a name", "windows-1252", "m\xfcde \x80", "müde €", nil},
		{"another name", "Latin1", "m\xfcde", "müde", nil},
		{"a name of people's", "Latin-1", "m\xfcde", "müde", nil},
		{"another of theirs", "cp1252", "m\xfcde", "müde", nil},
		{"another of theirs", "UTF16", "m\x00\xfc\x00", "mü", nil},
		{"another of theirs", "Windows 1252", "m\xfcde", "müde", nil},
		{"of a console", "CP850", "m\x81de", "müde", nil},
		{"of a Mac", "macintosh", "m\x9fde\rb", "müde\nb", nil},
		{"of Japan", "shift_jis", "\x91\xab", "足", nil},
		{"not of it", "shift_jis", "a\n\x91", "a\n\ufffd", []int{2}},
		{"no character of it", "windows-1252", "a\x81", "a\ufffd", []int{1}},
		{"UTF-16 without a mark", "utf-16le", "m\x00\xfc\x00", "mü", nil},
		{"a mark that goes before a name", "windows-1252", "\xef\xbb\xbfmüde", "müde", nil},
		{"UTF-8 by its name", "utf-8", "m\xfcde", "m\ufffdde", []int{1}},
	} {
		in := Encoding{}
		if c.encoding != "" {
			var err error
			if in, err = Named(c.encoding); err != nil {
				t.Errorf("%s: %v", c.name, err)
				continue
			}
		}
		for how, source := range map[string]io.Reader{"": strings.NewReader(c.bytes), " a byte a time": iotest.OneByteReader(strings.NewReader(c.bytes))} {
			r := NewReader(source, in)
			got, err := io.ReadAll(r)
			if err != nil || string(got) != c.want || !slices.Equal(r.Undecoded(), c.undecoded) {
				t.Errorf("%s%s: %q, lines %v (%v), want %q, %v", c.name, how, got, r.Undecoded(), err, c.want, c.undecoded)
			}
		}
	}
}

func TestLinesEndAlike(t *testing.T) {
	for _, in := range []string{"a\nb\n\nc\n", "a\r\nb\r\n\r\nc\r\n", "a\rb\r\rc\r"} {
		for _, source := range []io.Reader{strings.NewReader(in), iotest.OneByteReader(strings.NewReader(in))} {
			if got, err := io.ReadAll(NewReader(source, Encoding{})); err != nil || string(got) != "a\nb\n\nc\n" {
				t.Errorf("%q is read as %q (%v)", in, got, err)
			}
		}
	}
}

func TestUnmark(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "a": "a", "\xef\xbb\xbfmü": "mü", "\xff\xfem\x00\xfc\x00": "mü", "\xfe\xff\x00m\x00\xfc": "mü", "m\xfc": "m\xfc",
		"\xff\xfem\x00\xfc": "m\ufffd", "\xff\xfe": "", "a\rb\r\r": "a\nb\n\n", "a\r\nb\r\n": "a\r\nb\r\n", "a\rb\n": "a\rb\n", "\xfe\xff\x00a\x00\r\x00b": "a\nb",
	} {
		if got := Unmark([]byte(in)); string(got) != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}

func TestUnknownNames(t *testing.T) {
	for _, name := range []string{"", "replacement", "iso-2022-kr", "klingon", "\x1b[2J"} {
		if e, err := Named(name); err == nil {
			t.Errorf("%q is %v", name, e)
		}
	}
}

// FuzzReader: what is UTF-8 comes through but for its line ends, and of what is none a
// line is told.
func FuzzReader(f *testing.F) {
	f.Add([]byte("m\xfcde\r\n"))
	f.Add([]byte("\xff\xfem\x00"))
	f.Add([]byte("\xef\xbb\xbfa\rb"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r := NewReader(bytes.NewReader(data), Encoding{})
		got, err := io.ReadAll(r)
		if err != nil || !utf8.Valid(got) || bytes.ContainsRune(got, '\r') {
			t.Fatalf("%q is read as %q (%v)", data, got, err)
		}
		if of, _, _ := marked(data); of != nil {
			return
		}
		want := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(bytes.TrimPrefix(data, mark8)))
		whole := utf8.ValidString(want) && !strings.Contains(want, "\x00")
		if whole != (len(r.Undecoded()) == 0) || utf8.ValidString(want) && string(got) != want {
			t.Fatalf("%q is read as %q, undecoded %v", data, got, r.Undecoded())
		}
	})
}
