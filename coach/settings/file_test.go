package settings

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"uncramp/coach/skip"
	"uncramp/coach/yamlfile"
)

// file is a settings file that holds a text.
func file(t testing.TB, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "settings.yaml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func contents(t testing.TB, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// entriesIn names what stands in a file's folder.
func entriesIn(t testing.TB, path string) string {
	t.Helper()
	list, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range list {
		names = append(names, e.Name())
	}
	return strings.Join(names, " ")
}

// says reports whether a file reads as it should.
func says(data []byte, want Settings) bool {
	is, _, err := parse("settings.yaml", data)
	return err == nil && slices.EqualFunc(is.Values(), want.Values(), func(a, b Value) bool { return a.Text == b.Text })
}

func TestReadAFileThatIsNotThere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "no", "settings.yaml")
	s, err := Read(path)
	if err != nil || !says(nil, s) {
		t.Errorf("got %+v, %v", s, err)
	}
	if _, err := os.Stat(filepath.Dir(path)); err == nil {
		t.Error("reading made the folder")
	}
}

// TestAFileOfAnotherNameIsNotPassedOver in silence, neither read nor written.
func TestAFileOfAnotherNameIsNotPassedOver(t *testing.T) {
	for name, is := range map[string]bool{
		"settings.yml": true, "Settings.yml": true, "settings.yaml.txt": true, "SETTINGS.YML": true,
		"settings.yaml.bad": false, "settings.txt": false, "my-settings.yml": false, "settings": false,
	} {
		path := filepath.Join(t.TempDir(), "settings.yaml")
		if err := os.WriteFile(filepath.Join(filepath.Dir(path), name), []byte("theme: night\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Read(path)
		if told := err != nil && strings.Contains(err.Error(), name+" has another name than the settings; rename it settings.yaml"); told != is || s.Theme != "auto" {
			t.Errorf("%s: %v, %v", name, s.Theme, err)
		}
		if err := Keep(path, Change{Name: "theme", Text: "day"}); (err != nil) != is {
			t.Errorf("%s: kept, %v", name, err)
		}
	}
	path := filepath.Join(t.TempDir(), "settings.yaml")
	if err := os.WriteFile(filepath.Join(filepath.Dir(path), "settings.yml"), []byte("theme: night\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Read(path); err != nil {
		t.Errorf("beside an empty one: %v", err)
	}
}

func TestReadTakesWhatIsWrittenPlainly(t *testing.T) {
	for name, text := range map[string]string{
		"as it is":           "speaker: Anna\nvolume: 70\nnight_from: 21:30\nsound: on\nstill: true\nmuscle: \"\"\n",
		"in quotes":          "speaker: 'Anna'\n\"volume\": \"70\"\nnight_from: \"21:30\"\nsound: 'on'\nstill: \"true\"\n",
		"with comments":      "# mine\nspeaker: Anna # [a] {b}\n\nvolume:   70   # loud\n#end\nnight_from: 21:30\nsound: on\nstill: true",
		"with DOS line ends": "---\r\nspeaker: Anna\r\nvolume: 70\r\nnight_from: 21:30 # x\r\nsound: on\r\nstill: true\r\n",
		"after a mark":       "--- # first\nspeaker: Anna\nvolume: 70\nnight_from: 21:30\nsound: on\nstill: true\n",
		"indented":           "  speaker: Anna\n  volume: 70\n  night_from: 21:30\n  sound: on\n  still: true\n",
	} {
		s, err := Read(file(t, text))
		if err != nil || s.Speaker != "Anna" || s.Volume != 70 || s.NightFrom != "21:30" || s.Sound != On || s.Still != On {
			t.Errorf("%s: got %+v, %v", name, s, err)
		}
	}
	for _, text := range []string{"", "\n \n", "# nothing\n", "---\n", "# x\n---\n# nothing\n"} {
		if s, err := Read(file(t, text)); err != nil || !says(nil, s) {
			t.Errorf("%q: got %+v, %v", text, s, err)
		}
	}
}

func TestABadFileIsNamedLineAndColumn(t *testing.T) {
	const good = "theme: night\n"
	tests := []struct{ text, want string }{
		{good + "volum: 3\n", `:2:1: unknown setting "volum"; did you mean volume?`},
		{good + "nonsense: 3\n", `:2:1: unknown setting "nonsense"; uncramp settings lists what there is`},
		{good + "volume:  loud\n", `:2:10: volume is "loud"; choose 0 to 100`},
		{good + "volume: 010\n", `:2:9: volume is "010"; choose 0 to 100`},
		{good + "volume: 1e1\n", `:2:9: volume is "1e1"; choose 0 to 100`},
		{good + "volume: 0x10\n", `:2:9: volume is "0x10"; choose 0 to 100`},
		{good + "volume: 10.5\n", `:2:9: volume is "10.5"; choose 0 to 100`},
		{good + "volume: .inf\n", `:2:9: volume is ".inf"; choose 0 to 100`},
		{good + "volume: \"\"\n", `:2:9: volume is ""; choose 0 to 100`},
		{good + "volume:\n", `:2:1: volume has no value; write one, or take the line out`},
		{good + "volume: ~\n", `:2:1: volume has no value; write one, or take the line out`},
		{good + "speaker: \"\\e[2J\"\n", `:2:10: speaker is "\x1b[2J"; choose a name of up to 80 characters`},
		{good + "theme: day\n", `:2:1: "theme" stands twice; keep one of them`},
		{good + "\"theme\": night\n", `:2:1: "theme" stands twice; keep one of them`},
		{good + "---\nvolume: 3\n", `:2:1: a second YAML document begins; keep one`},
		{"---\n# x\n---\n", `:3:1: a second YAML document begins; keep one`},
		{good + "...\n", `:2:1: "..." is no setting; write NAME: VALUE, one a line`},
		{good + "- volume\n", `:2:1: what stands here belongs to nothing before it; indent it as its neighbours are, or put the whole text in quotes`},
		{good + "  é\n", `:1:8: the value of theme goes on over several lines; write one value beside its name, in quotes if need be`},
		{"{theme: night}\n", `:1:1: "{theme: night}" is no setting; write NAME: VALUE, one a line`},
		{"1: a\n", `:1:1: unknown setting "1"; uncramp settings lists what there is`},
		{"%YAML 1.2\n---\n", `:1:1: a line that begins with % is an order to the YAML reader; take it out`},
		{"? theme\n: night\n", `:1:3: "theme" is no setting; write NAME: VALUE, one a line`},
		{"theme: [night]\n", `:1:8: "[night]" is no plain value; write one value beside its name, in quotes if need be`},
		{"theme: *x\n", `:1:8: an anchor, an alias or a tag; write the value out`},
		{"theme: &x night\n", `:1:8: an anchor, an alias or a tag; write the value out`},
		{"theme: !!str night\n", `:1:8: an anchor, an alias or a tag; write the value out`},
		{"theme: |\n  side: y\n", `:1:8: the value of theme goes on over several lines; write one value beside its name, in quotes if need be`},
		{"theme:\n  side: x\n", `:1:1: theme has no value; write one value beside its name, in quotes if need be`},
		{"theme: x\n  side: x\n", `:2:7: a colon makes a mapping value here, where none may stand; put a text with a colon in quotes; else indent the line as its neighbours are`},
		{"speaker: \"a\n  side: c\"\n", `:1:10: the value of speaker goes on over several lines; write one value beside its name, in quotes if need be`},
		{"<<: x\n", `:1:1: an anchor, an alias or a tag; write the value out`},
		{"theme: \"night\n", `:1:8: the text in quotes does not end; close the quote`},
		{"theme: 'night' !\n", `:1:16: what stands here belongs to nothing before it; indent it as its neighbours are, or put the whole text in quotes`},
		{"theme: 'it''s\n", `:1:8: the text in quotes does not end; close the quote`},
		{"theme: \"\\q\"\n", `:1:9: an escape that YAML does not know, or half of a surrogate pair; use single quotes, or write \\ for a backslash`},
		{"theme: a: b\n", `:1:9: a colon makes a mapping value here, where none may stand; put a text with a colon in quotes; else indent the line as its neighbours are`},
		{"theme:\tnight\n", `:1:7: a tab; write a space`},
		{"é: \x1b]0;x\x07\n", "FILE:1:4: control character U+001B; write a space, or take it out\nFILE:1:9: control character U+0007; write a space, or take it out"},
		{"theme: pink\r\nvolum: 3\r\n# c\r\nrate: loud\r\n", "FILE:1:8: theme is \"pink\"; choose auto, day, night, mono\nFILE:2:1: unknown setting \"volum\"; did you mean volume?\nFILE:4:7: rate is \"loud\"; choose 80 to 300"},
		{"theme: night\rvolume: 3\n", `:1:13: control character U+000D; write a space, or take it out`},
		{"theme:\ufeffnight\n", `:1:7: control character U+FEFF; write a space, or take it out`},
		{"theme: ni\xffght\n", `:1:10: the byte 0xff is no UTF-8; save the file as UTF-8`},
		{strings.Repeat("#", yamlfile.MaxSize+1), `: the file has more than 65536 bytes; take out what does not belong in it`},
	}
	for _, tt := range tests {
		path := file(t, tt.text)
		s, err := Read(path)
		var ours *yamlfile.Fault
		want := path + tt.want
		if strings.HasPrefix(tt.want, "FILE") {
			want = strings.ReplaceAll(tt.want, "FILE", path)
		}
		if err == nil || err.Error() != want || !errors.As(err, &ours) {
			t.Errorf("%.40q:\n got %v\nwant %s", tt.text, err, want)
		}
		if !says(nil, s) || s.origins != nil {
			t.Errorf("%.40q: the settings are not the defaults: %+v", tt.text, s)
		}
		if contents(t, path) != tt.text || entriesIn(t, path) != "settings.yaml" {
			t.Errorf("%.40q: reading touched the file", tt.text)
		}
	}
}

func TestWhatIsNoFileIsSaid(t *testing.T) {
	folder := t.TempDir()
	s, err := Read(folder)
	if err == nil || !strings.Contains(err.Error(), "is no ordinary file; move it away") || !says(nil, s) {
		t.Errorf("got %+v, %v", s, err)
	}
	if err := Keep(folder, Change{Name: "volume", Text: "60"}); err == nil {
		t.Error("a folder was written over")
	}
}

const mine = `# Mine.

theme: night   # the lamp is out

# The voice.
speaker: 'it''s Anna' # hers
"volume":   70
night_from: 9:30 # early
# The end.
`

func TestWriteKeepsTheRest(t *testing.T) {
	tests := []struct {
		name       string
		had        string
		change     Change
		has        string
		and, stays string
	}{
		{"a new file", "", Change{Name: "volume", Text: "60"}, "volume: 60\n", "", ""},
		{"a default in a new file", "", Change{Name: "volume", Text: "50"}, "", "", ""},
		{"the same again", mine, Change{Name: "volume", Text: "70"}, mine, "", ""},
		{"the same in other words", mine, Change{Name: "night_from", Text: "09:30"}, mine, "", ""},
		{"before a comment", mine, Change{Name: "theme", Text: "day"}, "", "theme: night ", "theme: day "},
		{"in quotes", mine, Change{Name: "speaker", Text: "-: #\"x\""}, "", "'it''s Anna'", `"-: #\"x\""`},
		{"a default that stands there", mine, Change{Name: "volume", Text: "50"}, "", "   70", "   50"},
		{"another one", mine, Change{Name: "prepare", Text: "-5"}, mine + "prepare: -5\n", "", ""},
		{"one that looks like a number", mine, Change{Name: "speaker", Text: "010"}, "", "'it''s Anna'", `"010"`},
		{"an empty one", mine, Change{Name: "speaker", Text: ""}, "", "'it''s Anna'", `""`},
		{"taken out", mine, Change{Name: "volume", Unset: true}, "", "\"volume\":   70\n", ""},
		{"taken out before a comment", mine, Change{Name: "speaker", Unset: true}, "", "speaker: 'it''s Anna' # hers", "# hers"},
		{"taken out where it is not", mine, Change{Name: "rate", Unset: true}, mine, "", ""},
		{"no line end", "theme: day", Change{Name: "rate", Text: "90"}, "theme: day\nrate: 90\n", "", ""},
		{"DOS line ends", "theme: day\r\nvolume: 60\r\n", Change{Name: "rate", Text: "90"}, "theme: day\r\nvolume: 60\r\nrate: 90\r\n", "", ""},
		{"DOS line ends, changed", "theme: day\r\nvolume: 60\r\n", Change{Name: "theme", Text: "mono"}, "theme: mono\r\nvolume: 60\r\n", "", ""},
		{"old Mac ends", "theme: day\rvolume: 60\r", Change{Name: "theme", Text: "mono"}, "theme: mono\nvolume: 60\n", "", ""},
		{"indented", "  theme: day\n", Change{Name: "rate", Text: "90"}, "  theme: day\n  rate: 90\n", "", ""},
		{"wide letters before it", "speaker: é日本 # x\n", Change{Name: "speaker", Text: "ü"}, "speaker: \"ü\" # x\n", "", ""},
		{"only a comment", "# x\n", Change{Name: "rate", Text: "90"}, "# x\nrate: 90\n", "", ""},
		{"a comment before the mark", "# x\n---\n# y\ntheme: day\n", Change{Name: "theme", Text: "mono"}, "# x\n---\n# y\ntheme: mono\n", "", ""},
		{"a mark", "\ufefftheme: day\n", Change{Name: "theme", Text: "mono"}, "theme: mono\n", "", ""},
		{"UTF-16", "\xfe\xff\x00#\x00\xfc\x00\n", Change{Name: "theme", Text: "mono"}, "#ü\ntheme: mono\n", "", ""},
		{"the last one", "---\ntheme: day\n", Change{Name: "theme", Unset: true}, "---\n", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := file(t, tt.had)
			if err := Keep(path, tt.change); err != nil {
				t.Fatal(err)
			}
			want := tt.has
			if tt.and != "" {
				want = strings.Replace(tt.had, tt.and, tt.stays, 1)
			}
			if got := contents(t, path); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			s, err := Read(path)
			if err != nil {
				t.Fatal(err)
			}
			if got := textOf(t, s, tt.change.Name); !tt.change.Unset && got != tt.change.Text {
				t.Errorf("it reads as %q", got)
			}
			if entriesIn(t, path) != "settings.yaml" {
				t.Errorf("left behind: %s", entriesIn(t, path))
			}
		})
	}
}

func TestNoFileIsMadeForNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "settings.yaml")
	if err := Keep(path, Change{Name: "volume", Text: "50"}); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a file was made")
	}
}

func TestABadFileIsCopiedAside(t *testing.T) {
	path := file(t, "volume: loud\n")
	for _, bad := range []string{"volume: loud\n", "theme: [\n"} {
		if err := os.WriteFile(path, []byte(bad), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := Keep(path, Change{Name: "rate", Text: "90"}); err != nil {
			t.Fatal(err)
		}
		if got := contents(t, path); got != "rate: 90\n" {
			t.Errorf("got %q", got)
		}
	}
	if got := entriesIn(t, path); got != "settings.yaml settings.yaml.bad settings.yaml.bad2" {
		t.Fatalf("there are %s", got)
	}
	if a, b := contents(t, path+".bad"), contents(t, path+".bad2"); a != "volume: loud\n" || b != "theme: [\n" {
		t.Errorf("kept were %q and %q", a, b)
	}
}

func TestAHugeFileIsCopiedWhole(t *testing.T) {
	huge := strings.Repeat("# x\n", yamlfile.MaxSize)
	path := file(t, huge)
	if err := Keep(path, Change{Name: "rate", Text: "90"}); err != nil {
		t.Fatal(err)
	}
	if contents(t, path) != "rate: 90\n" || contents(t, path+".bad") != huge {
		t.Error("it was not kept whole")
	}
}

func TestARefusedChangeTouchesNothing(t *testing.T) {
	path := file(t, mine)
	for _, c := range []Change{{Name: "volume", Text: "loud"}, {Name: "volum", Text: "3"}, {Name: "volum", Unset: true}} {
		if err := Keep(path, c); err == nil {
			t.Errorf("%+v is taken", c)
		}
	}
	if contents(t, path) != mine {
		t.Error("the file was touched")
	}
}

func TestOthersCanNotReadIt(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no permission bits to look at")
	}
	folder := filepath.Join(t.TempDir(), "uncramp")
	path := filepath.Join(folder, "settings.yaml")
	if err := Keep(path, Change{Name: "rate", Text: "90"}); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := Keep(path, Change{Name: "rate", Text: "100"}); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]os.FileMode{folder: 0o700, path: 0o600} {
		if info, err := os.Stat(name); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v", name, info.Mode(), err)
		}
	}
}

func TestALinkStaysALink(t *testing.T) {
	target := file(t, "rate: 90\n")
	link := filepath.Join(t.TempDir(), "settings.yaml")
	if err := os.Symlink(target, link); err != nil {
		skip.Because(t, "no links can be made here: %v", err)
	}
	if err := Keep(link, Change{Name: "rate", Text: "100"}); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 || contents(t, target) != "rate: 100\n" {
		t.Errorf("%v, %v, and the target has %q", info.Mode(), err, contents(t, target))
	}
}
