package routines_test

import (
	"errors"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"uncramp/coach/session"
	"uncramp/coach/text"
	"uncramp/coach/yamlfile"
	"uncramp/routines"
)

// own is a library with a folder of files.
func own(files map[string]string) routines.Library {
	folder := fstest.MapFS{}
	for name, text := range files {
		folder[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return routines.Library{Own: folder}
}

func ids(all []routines.Head) []string {
	var out []string
	for _, r := range all {
		out = append(out, r.ID)
	}
	return out
}

func TestAnOwnRoutineIsFoundBesideTheBuiltinOnes(t *testing.T) {
	builtin := routines.Library{}.Names()
	lib := own(map[string]string{"mine.yaml": mine, "README.md": "my routines"})
	r, err := lib.Find("mine")
	if err != nil || r.Name != "Mine" {
		t.Fatalf("found %q, %v", r.Name, err)
	}
	want := append(slices.Clone(builtin), "mine")
	if got := lib.Names(); !slices.Equal(got, want) {
		t.Errorf("names are %v, want %v", got, want)
	}
	all, err := lib.Heads(session.Head)
	if got := ids(all); err != nil || !slices.Equal(got, want) {
		t.Errorf("all are %v, %v, want %v", got, err, want)
	}
}

func TestAFaultyOwnFileDoesNotKeepTheOthersBack(t *testing.T) {
	lib := own(map[string]string{
		"a-bad.yaml":             "id: [",
		"mine.yaml":              mine,
		"z-empty.yaml":           "",
		"folder.yaml/inner.yaml": mine,
	})
	all, err := lib.Heads(session.Head)
	want := append(routines.Library{}.Names(), "mine")
	if got := ids(all); !slices.Equal(got, want) {
		t.Errorf("all are %v, want %v", got, want)
	}
	for _, name := range []string{"a-bad.yaml:1:", "z-empty.yaml: ", "folder.yaml"} {
		if err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("the error does not name %s: %v", name, err)
		}
	}
	if _, err := lib.Find("mine"); err != nil {
		t.Errorf("beside faulty files: %v", err)
	}
}

func TestFileNameAndIDMustAgree(t *testing.T) {
	_, err := own(map[string]string{"yours.yaml": mine}).Find("yours")
	var e *yamlfile.Fault
	if !errors.As(err, &e) || e.File != "yours.yaml" || e.Line != 1 || e.Column != 5 || e.Remedy == "" {
		t.Fatalf("got %v, want an error at yours.yaml:1:5", err)
	}
}

func TestABuiltinRoutineCannotBeOverridden(t *testing.T) {
	lib := own(map[string]string{"ease.yaml": strings.Replace(mine, "id: mine", "id: ease", 1)})
	want, err := routines.Library{}.Find("ease")
	if err != nil {
		t.Fatal(err)
	}
	if got, err := lib.Find("ease"); err != nil || got.Name != want.Name {
		t.Errorf("found %q, %v, want %q", got.Name, err, want.Name)
	}
	all, err := lib.Heads(session.Head)
	const said = "ease.yaml: a built-in routine is called ease; rename the file, and its id, such as my-ease"
	if err == nil || err.Error() != said || !slices.Equal(ids(all), routines.Library{}.Names()) {
		t.Errorf("all are %v, %v", ids(all), err)
	}
}

// TestNoFileIsPassedOverInSilence: what was meant as a routine is named, with why it is
// none; what wasn't is not.
func TestNoFileIsPassedOverInSilence(t *testing.T) {
	const rename = "its name is not that of a routine; rename it ankles.yaml, and give it that id"
	for name, want := range map[string]string{
		"ankles.yml": rename, "ankles.YAML": rename, "Ankles.yaml": rename, "ankles.yaml.txt": rename,
		"my ankles.yaml": "its name is not that of a routine; rename it my-ankles.yaml, and give it that id",
		"ä.yaml":         "its name is not that of a routine; write a word of lower-case letters, digits and hyphens before .yaml, 32 at most",
		"nul.yaml":       "Windows keeps the name nul for a device; take another, such as my-nul",
		"bedtime.yaml":   "a built-in routine is called bedtime; rename the file, and its id, such as my-bedtime",
	} {
		_, err := own(map[string]string{name: mine}).Heads(session.Head)
		if got := name + ": " + want; err == nil || err.Error() != got {
			t.Errorf("got  %v\nwant %s", err, got)
		}
	}
	if _, err := own(map[string]string{"\x1b[2J\nx.yml": mine}).Heads(session.Head); err == nil || !strings.HasPrefix(err.Error(), "[2J x.yml: its name") {
		t.Errorf("%q is played back", err)
	}
	_, err := own(map[string]string{"physio/mine.yaml": mine}).Heads(session.Head)
	if want := "physio: routines in a folder are not read; move them up, beside it"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	links := routines.Library{Own: fstest.MapFS{
		"gone.yaml": {Data: []byte("nowhere.yaml"), Mode: fs.ModeSymlink}, "physio": {Data: []byte(".real"), Mode: fs.ModeSymlink},
		".real/mine.yaml": {Data: []byte(mine)}, "mine.yaml": {Data: []byte(".real/mine.yaml"), Mode: fs.ModeSymlink},
	}}
	_, err = links.Heads(session.Head)
	if want := "gone.yaml: it is a link to a file that is not there; mend the link, or take it out\n" +
		"physio: routines in a folder are not read; move them up, beside it"; err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
	lib := own(map[string]string{
		"mine.yaml": mine, "README.md": "x", ".mine.yaml": "x", "mine.yaml~": "x", "notes/a.txt": "x", "old.yaml.bak": "x",
		"heads.yaml": strings.Replace(mine, "id: mine", "id: heads", 1),
	})
	all, err := lib.Heads(session.Head)
	if got := ids(all); err != nil || !slices.Contains(got, "mine") || !slices.Contains(got, "heads") {
		t.Errorf("all are %v, %v", got, err)
	}
}

// TestAnUnknownFigureIsNamed, and the routine is there without it.
func TestAnUnknownFigureIsNamed(t *testing.T) {
	lib := own(map[string]string{"mine.yaml": strings.Replace(mine, "figure: calf-wall", "figure: no-such-figure", 1)})
	const want = `mine.yaml:11:13: steps[0].figure is "no-such-figure", which is no figure; name one that uncramp routine figure lists, or take it out; it is played without`
	all, err := lib.Heads(session.Head)
	if err == nil || err.Error() != want || !slices.Contains(ids(all), "mine") {
		t.Errorf("all are %v\ngot  %v\nwant %s", ids(all), err, want)
	}
	if _, err := lib.Find("mine"); err != nil {
		t.Error(err)
	}
}

// TestAFileFromAnotherEditor: a mark is skipped, a tab is called a tab, and a fault
// behind DOS line ends is in the line that an editor shows.
func TestAFileFromAnotherEditor(t *testing.T) {
	if _, err := own(map[string]string{"mine.yaml": "\ufeff" + mine}).Find("mine"); err != nil {
		t.Errorf("with a mark: %v", err)
	}
	tabs := regexp.MustCompile("(?m)^    ").ReplaceAllString(mine, "\t\t")
	if _, err := own(map[string]string{"mine.yaml": tabs}).Find("mine"); err == nil || !strings.HasPrefix(err.Error(), "mine.yaml:9:1: a tab; indent with spaces\n") {
		t.Errorf("with tabs: %v", err)
	}
	dos := strings.ReplaceAll(strings.Repeat("# c\n", 20)+strings.Replace(mine, timeLine, "time: 30", 1), "\n", "\r\n")
	if _, err := own(map[string]string{"mine.yaml": dos}).Find("mine"); err == nil || !strings.HasPrefix(err.Error(), "mine.yaml:35:13: ") {
		t.Errorf("with DOS line ends: %v", err)
	}
}

func TestAnUnknownNameWrapsErrUnknown(t *testing.T) {
	for _, lib := range []routines.Library{{}, own(map[string]string{"mine.yaml": mine, "sub/mine.yaml": mine})} {
		for _, name := range []string{"", "nowhere", "Mine", "mine.yaml", "../mine", "sub/mine", "/etc/passwd", ".", "builtin/ease", "-", "a\x1b[2Jb", "a\u202eb", strings.Repeat("a", 5000)} {
			_, err := lib.Find(name)
			if !errors.Is(err, routines.ErrUnknown) {
				t.Errorf("%.40q: got %v", name, err)
				continue
			}
			if strings.ContainsFunc(err.Error(), text.Hidden) {
				t.Errorf("%.40q: hidden characters in %q", name, err)
			}
		}
	}
}

// refuses is a folder that does not let its files be opened.
type refuses struct{ fs.FS }

func (refuses) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
}

func TestAFileThatCannotBeReadIsNotUnknown(t *testing.T) {
	_, err := routines.Library{Own: refuses{}}.Find("mine")
	if !errors.Is(err, fs.ErrPermission) || errors.Is(err, routines.ErrUnknown) || !strings.Contains(err.Error(), "mine.yaml") {
		t.Errorf("got %v", err)
	}
	if names := (routines.Library{Own: refuses{}}).Names(); !slices.Equal(names, routines.Library{}.Names()) {
		t.Errorf("names are %v", names)
	}
}

// endless is a folder whose one file has no end, such as a link to /dev/zero.
type endless struct {
	fstest.MapFS
	read *int
}

type endlessFile struct {
	fs.File
	read *int
}

func (e endless) Open(name string) (fs.File, error) {
	f, err := e.MapFS.Open(name)
	return endlessFile{f, e.read}, err
}

func (e endlessFile) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = '#'
	}
	*e.read += len(p)
	return len(p), nil
}

func TestOfAnEndlessFileLittleIsRead(t *testing.T) {
	read := 0
	lib := routines.Library{Own: endless{fstest.MapFS{"mine.yaml": {}}, &read}}
	_, err := lib.Find("mine")
	if e := refused(t, err); !strings.Contains(e.Problem, "bytes") {
		t.Errorf("got %v", e)
	}
	if read == 0 || read > 1<<20 {
		t.Errorf("%d bytes were read", read)
	}
}

// TestWhatIsNoFileIsNotOpened: a named pipe keeps whoever opens it waiting.
func TestWhatIsNoFileIsNotOpened(t *testing.T) {
	for name, mode := range map[string]fs.FileMode{"a pipe": fs.ModeNamedPipe, "a device": fs.ModeDevice | fs.ModeCharDevice, "a socket": fs.ModeSocket} {
		t.Run(name, func(t *testing.T) {
			lib := routines.Library{Own: fstest.MapFS{"mine.yaml": {Data: []byte(mine), Mode: mode | 0o600}}}
			if _, err := lib.Find("mine"); err == nil || errors.Is(err, routines.ErrUnknown) || strings.Count(err.Error(), "mine.yaml") != 1 {
				t.Errorf("got %v, want an error that names the file once", err)
			}
		})
	}
}

func TestNameOf(t *testing.T) {
	for id, want := range map[string]string{"my-knees": "My knees", "a--b": "A b", "a-": "A", "x": "X"} {
		if got := routines.NameOf(id); got != want {
			t.Errorf("%s is called %q, want %q", id, got, want)
		}
	}
}

// TestFreeIDIsOneThatNobodyHas, however long the wanted one is.
func TestFreeIDIsOneThatNobodyHas(t *testing.T) {
	long := strings.Repeat("a", 27) + "-bcde"
	for _, tt := range []struct {
		wanted string
		taken  []string
		want   string
	}{
		{"knees", nil, "knees"}, {"knees", []string{"knees"}, "knees-2"}, {"knees", []string{"knees", "knees-2"}, "knees-3"},
		{long, nil, long}, {long, []string{long}, strings.Repeat("a", 27) + "-2"},
	} {
		if got := routines.FreeID(tt.wanted, tt.taken); got != tt.want || !yamlfile.IsID(got) {
			t.Errorf("%s beside %v is %s, want %s", tt.wanted, tt.taken, got, tt.want)
		}
	}
}
