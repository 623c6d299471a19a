package coach

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// room is a row of the table of rooms: who may import what of the house and of
// the terminal libraries. Tests may import more.
type room struct {
	path  string   // a folder; what lies below it too, unless it has a row of its own
	house []string // rooms of ours, by prefix
	term  []string // terminal libraries, by prefix
}

const (
	bubbleTea = "charm.land/bubbletea"
	bubbles   = "charm.land/bubbles"
	lipGloss  = "charm.land/lipgloss"
)

// The innermost row counts.
var rooms = []room{
	{path: "cmd/uncramp", house: []string{"coach"}},
	{path: "assets"},
	{path: "routines"},
	{path: "coach/session", house: []string{"routines"}},
	{path: "coach/triage", house: []string{"routines"}},
	{path: "coach/figure", house: []string{"assets"}},
	{path: "coach/cue", house: []string{"coach/session"}},
	{path: "coach/awake"},
	{path: "coach/skip"}, // tests alone
	{path: "coach/record", house: []string{"coach/session", "routines"}},
	{path: "coach/diary", house: []string{"coach/record", "coach/session", "routines"}},
	{path: "coach/private"},
	{path: "coach/text"},
	{path: "coach/plan", house: []string{"coach/record", "coach/session", "coach/text", "routines"}},
	{path: "coach/remind", house: []string{"coach/private", "routines"}},
	{path: "coach/report", house: []string{"coach/diary", "coach/plan", "coach/record", "routines"}},
	{path: "coach/settings", house: []string{"coach/theme", "coach/cue", "coach/private", "routines"}},
	{path: "coach/library", house: []string{"coach/text", "routines"}},
	{path: "coach/theme", term: []string{lipGloss}},
	{path: "coach/term", term: []string{bubbleTea}},
	{path: "coach/tui/widget", house: []string{"coach/text", "coach/theme"}, term: []string{bubbles, lipGloss}},
	{path: "coach/tui/history", house: []string{"coach/record", "coach/plan", "coach/theme", "coach/tui/widget", "routines"}, term: []string{bubbleTea, bubbles, lipGloss}},
	{path: "coach/tui/checkin", house: []string{"coach/record", "coach/theme", "coach/tui/widget", "routines"}, term: []string{bubbleTea, bubbles, lipGloss}},
	{path: "coach/tui/library", house: []string{"coach/library", "coach/text", "coach/theme", "coach/tui/widget", "routines"}, term: []string{bubbleTea, bubbles, lipGloss}},
	{path: "coach/tui/week", house: []string{"coach/plan", "coach/theme", "coach/tui/widget"}, term: []string{bubbleTea, bubbles, lipGloss}},
	{path: "coach/tui/home", house: []string{"coach/session", "coach/theme", "coach/triage", "coach/tui/widget", "routines"}, term: []string{bubbleTea, bubbles, lipGloss}},
	{path: "coach/tui/player", house: []string{"coach/figure", "coach/session", "coach/theme", "coach/triage", "coach/tui/widget", "routines"}, term: []string{bubbleTea, bubbles, lipGloss}},
	{path: "coach/tui/settings", house: []string{"coach/settings", "coach/theme", "coach/tui/widget", "routines"}, term: []string{bubbleTea, bubbles}},
	{path: "coach/tui/triage", house: []string{"coach/theme", "coach/triage", "coach/tui/widget", "routines"}, term: []string{bubbleTea, bubbles, lipGloss}},
	{path: "coach/tui", house: []string{"coach/cue", "coach/figure", "coach/library", "coach/plan", "coach/record", "coach/session", "coach/settings", "coach/term", "coach/theme", "coach/triage", "coach/tui", "routines"}, term: []string{bubbleTea, bubbles, lipGloss}},
	{path: "coach/cli", house: []string{"assets", "coach/cue", "coach/diary", "coach/library", "coach/plan", "coach/private", "coach/record", "coach/remind", "coach/report", "coach/session", "coach/settings", "coach/term", "coach/text", "coach/theme", "coach/triage", "coach/tui", "routines"}},
	{path: "coach", house: []string{"assets", "coach", "routines"}},
}

func TestRoomsImportWhatTheyMay(t *testing.T) {
	root := os.DirFS("..")
	err := fs.WalkDir(root, ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(file) != ".go" || strings.HasSuffix(file, "_test.go") {
			return err
		}
		i := slices.IndexFunc(rooms, func(r room) bool { return within(path.Dir(file), r.path) })
		if i < 0 {
			t.Errorf("%s stands in no room", file)
			return nil
		}
		src, err := fs.ReadFile(root, file)
		if err != nil {
			return err
		}
		for _, imported := range imports(t, file, src) {
			if !rooms[i].may(imported) {
				t.Errorf("%s may not import %s", file, imported)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func imports(t *testing.T, name string, src []byte) (paths []string) {
	t.Helper()
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

func (r room) may(imported string) bool {
	if ours, ok := strings.CutPrefix(imported, "uncramp/"); ok {
		return slices.ContainsFunc(r.house, func(h string) bool { return within(ours, h) })
	}
	if strings.HasPrefix(imported, "charm.land/") {
		return slices.ContainsFunc(r.term, func(l string) bool { return strings.HasPrefix(imported, l+"/") })
	}
	return true
}

func within(p, folder string) bool { return p == folder || strings.HasPrefix(p, folder+"/") }

// TestEveryRoomIsThere keeps the table from naming rooms that are gone.
func TestEveryRoomIsThere(t *testing.T) {
	for _, r := range rooms {
		if _, err := os.Stat("../" + r.path); err != nil {
			t.Errorf("no room %s", r.path)
		}
	}
}
