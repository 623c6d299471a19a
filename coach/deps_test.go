package coach

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"

	"uncramp/coach/skip"
)

// rooms is the one table of who may import whom. A row is a folder and what its
// files may import besides Go's own library: rooms of the house by their path,
// others by any part of theirs. A * stands for the name of one folder; a folder
// that has a row of its own goes by that. A pure room may not import what reads
// or prints either. An indented line goes on with its row. Tests may import what
// they like.
const rooms = `
cmd/uncramp:       coach
assets:
routines:          assets coach/spelling coach/text coach/yamlfile
coach/charset:     pure x/text
coach/yamlfile:    coach/charset coach/private coach/text yaml/v4
coach/session:     pure routines
coach/triage:      pure assets routines coach/yamlfile
coach/prescription: pure routines coach/text coach/yamlfile
coach/routinefile: routines coach/charset coach/private coach/text coach/yamlfile
coach/outline:     pure routines coach/figure coach/session
coach/record:      pure routines coach/session coach/text
coach/visit:       pure routines coach/cue coach/record coach/session
coach/diary:       coach/private coach/record coach/session gofrs/flock modernc.org/sqlite
coach/diary/exchange: routines coach/charset coach/record coach/text
coach/journal:     coach/charset coach/diary coach/diary/exchange coach/private coach/record coach/stats
coach/syncfolder:  coach/diary coach/diary/exchange coach/journal coach/private coach/record gofrs/flock
coach/stats:       pure routines coach/record coach/text
coach/plan:        assets routines coach/record coach/session coach/stats coach/text
coach/report:      routines coach/figure coach/plan coach/record coach/stats coach/text coach/triage
coach/sheet:       routines coach/figure coach/outline coach/plan coach/record coach/session coach/text coach/triage
coach/calendar:    coach/plan coach/record coach/remind coach/stats coach/text coach/triage emersion/go-ical teambition/rrule-go
coach/library:     routines coach/text coach/yamlfile
coach/remind:      coach/private coach/process coach/text coach/yamlfile
coach/settings:    routines coach/charset coach/private coach/spelling coach/text coach/theme coach/yamlfile
coach/figure:      assets coach/text coach/yamlfile image/vector
coach/theme:       coach/text lipgloss
coach/text:        x/ansi x/text
coach/spelling:    levenshtein
coach/awake:       coach/process x/sys
coach/profile:     routines coach/private coach/text coach/yamlfile
coach/private:     gofrs/flock natefinch/atomic
coach/skip:
coach/skip/browser: coach/private coach/skip
coach/process:     coach/text
coach/cue:         pure routines coach/session
coach/cue/audio:   coach/cue coach/outline coach/private coach/process coach/session coach/text jfreymuth/pulse
coach/cue/hook:    coach/cue coach/process coach/session coach/text
coach/cue/vibrate: coach/cue coach/process
coach/cue/recording: coach/cue coach/cue/audio coach/private coach/session coach/text mewkiz/flac
coach/term:        coach/text bubbletea colorprofile x/ansi x/sys x/term
coach/compose:     pure routines coach/yamlfile
coach/tui:         routines coach/cue coach/figure coach/record coach/session coach/stats coach/term coach/triage coach/tui/*
                   coach/visit bubbletea bubbles
coach/tui/*:       routines coach/compose coach/cue coach/figure coach/library coach/outline coach/plan coach/record coach/session
                   coach/settings coach/stats coach/text coach/theme coach/triage coach/tui/bodymap coach/tui/daygrid coach/tui/gallery coach/tui/screen
                   coach/tui/widget coach/visit bubbletea bubbles lipgloss
coach/tui/tuitest: coach/figure coach/session coach/theme coach/triage coach/tui/gallery coach/tui/screen coach/tui/widget bubbletea x/ansi x/exp
coach/tui/look:    coach/term coach/theme coach/tui/gallery coach/tui/screen bubbletea ultraviolet x/ansi
coach/tui/gallery: coach/figure coach/text coach/theme bubbletea lipgloss
coach/tui/widget:  coach/text coach/theme bubbletea bubbles lipgloss x/ansi
coach/state:       routines coach/private coach/text coach/triage coach/visit coach/yamlfile gofrs/flock
coach/doctor:      coach/awake coach/cue coach/cue/audio coach/cue/vibrate coach/process coach/settings coach/term
coach/cli:         assets routines coach/awake coach/calendar coach/charset coach/compose coach/cue coach/cue/audio coach/cue/hook
                   coach/cue/recording coach/cue/vibrate coach/diary
                   coach/diary/exchange coach/doctor coach/figure coach/journal coach/library coach/outline coach/plan coach/prescription coach/private
                   coach/profile coach/record coach/remind coach/report coach/routinefile coach/session coach/sheet
                   coach/settings coach/spelling coach/state coach/stats coach/syncfolder coach/term coach/text coach/theme coach/triage
                   coach/tui coach/tui/screen coach/visit coach/yamlfile coach/cli/menu spf13
coach/cli/menu:    routines coach/library coach/plan coach/record coach/remind coach/settings coach/stats
coach:             coach/cli coach/process coach/session coach/term adrg/xdg
`

// outside is what a pure room may not import, nor what lies below it.
var outside = []string{"os", "log", "net", "database", "syscall", "io/fs", "embed"}

// room is a row of the table.
type room struct {
	folder string
	pure   bool
	may    []string
}

func table() (rows []room) {
	for line := range strings.Lines(rooms) {
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		if !strings.HasPrefix(line, " ") {
			rows = append(rows, room{folder: strings.TrimSuffix(words[0], ":")})
			words = words[1:]
		}
		r := &rows[len(rows)-1]
		for _, w := range words {
			if w == "pure" {
				r.pure = true
			} else {
				r.may = append(r.may, w)
			}
		}
	}
	return rows
}

// holds reports whether the row is that of a folder.
func (r room) holds(folder string) bool {
	ok, err := path.Match(r.folder, folder)
	return err == nil && ok
}

// permission returns which word of the row allows an import, and whether it may
// be. Go's own library needs no word.
func (r room) permission(imported string) (word string, ok bool) {
	if !strings.Contains(imported, ".") && !strings.HasPrefix(imported, "uncramp/") {
		return "", !r.pure || !slices.ContainsFunc(outside, func(o string) bool { return strings.HasPrefix(imported+"/", o+"/") })
	}
	for _, word := range r.may {
		if ours, is := strings.CutPrefix(imported, "uncramp/"); is {
			if ok, err := path.Match(word, ours); err == nil && ok {
				return word, true
			}
		} else if strings.Contains("/"+imported+"/", "/"+word+"/") {
			return word, true
		}
	}
	return "", false
}

// TestRoomsImportWhatTheyMay holds the table against every file, those of other
// systems too, and every word of the table against what is imported.
func TestRoomsImportWhatTheyMay(t *testing.T) {
	rows, used := table(), map[string]bool{}
	root := os.DirFS("..")
	err := fs.WalkDir(root, ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(file) != ".go" || strings.HasSuffix(file, "_test.go") {
			return err
		}
		folder := path.Dir(file)
		i := slices.IndexFunc(rows, func(r room) bool { return r.folder == folder })
		if i < 0 {
			i = slices.IndexFunc(rows, func(r room) bool { return r.holds(folder) })
		}
		if i < 0 {
			t.Errorf("%s stands in no room; coach/deps_test.go has a row for each", file)
			return nil
		}
		used[rows[i].folder] = true
		for _, imported := range imports(t, root, file) {
			word, ok := rows[i].permission(imported)
			if !ok {
				t.Errorf("%s may not import %s; see the table in coach/deps_test.go", file, imported)
			}
			used[rows[i].folder+": "+word] = true
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	page, err := fs.ReadFile(root, ".github/CONTRIBUTING.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if !used[r.folder] {
			t.Errorf("there is no room %s", r.folder)
		}
		if !strings.HasPrefix(r.folder, "coach/tui/") && !strings.Contains(string(page), "](../"+r.folder+")") {
			t.Errorf(".github/CONTRIBUTING.md doesn't say what lives in %s", r.folder)
		}
		for _, word := range r.may {
			if !used[r.folder+": "+word] {
				t.Errorf("%s may import %s and doesn't; take the word out of its row in coach/deps_test.go", r.folder, word)
			}
		}
	}
}

// TestNothingSpeaksHTTP holds the whole program to no network stack, on a phone too:
// what a library links is in it as well.
func TestNothingSpeaksHTTP(t *testing.T) {
	for _, system := range []string{"linux", "android", "darwin", "windows"} {
		list := exec.CommandContext(t.Context(), skip.Without(t, "go"), "list", "-deps", "uncramp/cmd/uncramp")
		list.Env = append(os.Environ(), "GOOS="+system, "GOARCH=arm64", "CGO_ENABLED=0")
		out, err := list.Output()
		if err != nil {
			t.Fatalf("%s: %v", system, err)
		}
		linked := strings.Fields(string(out))
		if !slices.Contains(linked, "uncramp/coach") {
			t.Errorf("%s: only %d packages are listed", system, len(linked))
		}
		for _, p := range linked {
			if p == "net/http" || p == "crypto/tls" || strings.HasPrefix(p, "golang.org/x/net") {
				t.Errorf("on %s the program links %s", system, p)
			}
		}
	}
}

func imports(t *testing.T, root fs.FS, name string) (paths []string) {
	t.Helper()
	src, err := fs.ReadFile(root, name)
	if err != nil {
		t.Fatal(err)
	}
	f, err := parser.ParseFile(token.NewFileSet(), name, src, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	for _, spec := range f.Imports {
		p, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, p)
	}
	return paths
}
