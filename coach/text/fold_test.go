package text

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFold(t *testing.T) {
	for _, c := range []struct {
		name  string
		width int
		in    string
		want  []string
	}{
		{"what has room", 40, "a  table   of   cells", []string{"a  table   of   cells"}},
		{"a sentence at its end", 40, "Rest this leg on the bed. Breathe slowly, and go on.", []string{"Rest this leg on the bed.", "Breathe slowly, and go on."}},
		{"a sentence whose end is far", 40, "No. The chair must not slide, nor tip, nor roll.", []string{"No. The chair must not slide, nor tip,", "nor roll."}},
		{"an abbreviation", 40, "By the clinic of a town, of Dr. Malik too", []string{"By the clinic of a town, of Dr. Malik", "too"}},
		{"an indent", 40, "        Stretch until you feel it. Do not bounce.", []string{"        Stretch until you feel it.", "        Do not bounce."}},
		{"a stamp", 40, "[00:15] GET READY, left, Hamstring, heel on a chair", []string{"[00:15] GET READY, left, Hamstring, heel", "        on a chair"}},
		{"a bracket that is no stamp", 40, "[see the page of keys] for what each key does there", []string{"[see the page of keys] for what each key", "does there"}},
		{"an item", 40, "- A leg suddenly cold, pale or blue, or still numb", []string{"- A leg suddenly cold, pale or blue, or", "  still numb"}},
		{"the last column", 50, "theme  auto  default  The colours of the screen; auto goes by the hour.",
			[]string{"theme  auto  default  The colours of the screen;", "                      auto goes by the hour."}},
		{"a last column that is too far", 40, "  --speed N              let time run N times faster", []string{"  --speed N let time run N times faster"}},
		{"a word longer than a line", 24, "Kept as /home/somebody/of/a/long/name/knees.yaml. Follow it.",
			[]string{"Kept as", "/home/somebody/of/a/long/name/knees.yaml.", "Follow it."}},
		{"a longer word behind a sentence", 24, "Only you can read it. It is /home/somebody/of/a/name.", []string{"Only you can read it.", "It is", "/home/somebody/of/a/name."}},
		{"several lines", 24, "short\n\nThe chair must not slide or tip.", []string{"short", "", "The chair must not slide", "or tip."}},
		{"wide letters", 16, "足がつる 足は つる足がつ", []string{"足がつる 足は", "つる足がつ"}},
		{"spaces alone", 24, strings.Repeat(" ", 30), []string{strings.Repeat(" ", 30)}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, want := Fold(c.in, c.width), strings.Join(c.want, "\n"); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestUnbroken(t *testing.T) {
	full := strings.Repeat("word ", 14) + "end"
	in := full + "\ngoes on.\nA short line\nends.\n\n" + full + "\n  an example\n" + full
	want := full + " goes on.\nA short line\nends.\n\n" + full + "\n  an example\n" + full
	if got := Unbroken(in); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// FuzzFold holds that no word is cut or lost, and that only a word alone sticks out.
func FuzzFold(f *testing.F) {
	f.Add("[00:15] HOLD, left calf, 1/3. And  go on", 24)
	f.Add("    - a\n足がつる 足は つる足がつ\u00a0足", 9)
	f.Fuzz(func(t *testing.T, s string, width int) {
		if width < 1 || width > 200 || !utf8.ValidString(s) {
			return
		}
		got := Fold(s, width)
		if strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(s), " ") {
			t.Fatalf("at %d columns %q becomes %q", width, s, got)
		}
		for line := range strings.SplitSeq(got, "\n") {
			if Columns(line) > width && len(strings.FieldsFunc(line, isSpace)) > 2 { // what marks an item, and a long word
				t.Fatalf("at %d columns %q has the line %q", width, s, line)
			}
		}
	})
}
