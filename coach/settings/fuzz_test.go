package settings

import (
	"strings"
	"testing"
	"time"

	"uncramp/coach/charset"
	"uncramp/coach/text"
	"uncramp/coach/yamlfile"
)

// FuzzRead reads any file. It is either refused, in short lines of plain
// text and with the defaults, or can be changed without losing a line.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"", mine, "theme: night\nvolume: 70 # x\n", "---\r\nspeaker: \"a\\\"b\"\r\n...\r\n", "  side: left\n  still: true", "speaker: 'a #b': c\n",
		"theme: [x\n", "a: b\n---\nc: d\n", "speaker: é日本  \n", "rate : 90\n", "? a\n", "speaker: \"a\n  b: c\"\n", "volume: 50\n# x", "speaker: - x\n", "\r\r",
		"theme: night\rvolume: 70\r", "\ufefftheme: night\n", "\xff\xfer\x00a\x00t\x00e\x00:\x00 \x009\x000\x00",
	} {
		f.Add([]byte(seed), "a\": #'b\\")
	}
	f.Fuzz(func(t *testing.T, data []byte, speaker string) {
		data = charset.Unmark(data) // as a file is loaded
		s, entries, err := parse("settings.yaml", data)
		if err != nil {
			for said := range strings.SplitSeq(err.Error(), "\n") {
				if !strings.HasPrefix(said, "settings.yaml:") || len(said) > 600 || strings.ContainsFunc(said, text.Hidden) {
					t.Errorf("it says %q", said)
				}
			}
			if len(entries) > 0 || !says(nil, s) {
				t.Errorf("a bad file sets %v", entries)
			}
			return
		}
		for _, v := range s.Values() {
			if same, err := edited(data, entries, s, Change{Name: v.Name, Text: v.Text}); err != nil || string(same) != string(data) {
				t.Errorf("nothing is changed, and %q becomes %q, %v", data, same, err)
			}
		}
		for _, c := range []Change{{Name: "volume", Text: "85"}, {Name: "speaker", Text: speaker}, {Name: "volume", Unset: true}} {
			changed := s
			if changed.Apply(c) != nil {
				continue // no name for a speaker
			}
			out, err := edited(data, entries, s, c)
			if err != nil || !says(out, changed) {
				t.Fatalf("%+v: %q becomes %q", c, data, out)
			}
			if strings.Count(string(out), "#") < strings.Count(string(data), "#")-strings.Count(s.Speaker, "#") {
				t.Errorf("%+v: a comment of %q is lost in %q", c, data, out)
			}
		}
	})
}

// TestNoFileTakesLong reads what YAML readers take long over, as much of it as
// a file may have.
func TestNoFileTakesLong(t *testing.T) {
	const enough = 20 * time.Second // a hang: on an idle machine it takes a tenth of a second, with the race detector one
	for _, lead := range []string{"", "theme: ", "speaker: \""} {
		for _, part := range []string{"[", "{", "- ", "? ", "a: ", "a:\n", "rate: 90\n", "#", "# c\n", "''", "\\\\", "\t", "\n", "é"} {
			data := []byte(lead + strings.Repeat(part, (yamlfile.MaxSize-len(lead))/len(part)))
			done := make(chan error, 1)
			go func() {
				_, _, err := parse("settings.yaml", data)
				done <- err
			}()
			select {
			case <-done:
			case <-time.After(enough):
				t.Errorf("%q and then %q take too long", lead, part)
			}
		}
	}
}
