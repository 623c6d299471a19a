package routinefile_test

import (
	"os"
	"strings"
	"testing"

	"uncramp/coach/routinefile"
	"uncramp/routines"
)

const mine = `id: mine
name: Mine
purpose: day
summary: One move.
steps:
  - id: calf-wall
    move: calf-wall
    hold: {time: 20s, source: my physiotherapist}
`

// TestKeep: what is kept is found, for its owner alone; a faulty file leaves what is
// there, and no name that is another's is taken.
func TestKeep(t *testing.T) {
	f := routinefile.Folder(t.TempDir() + "/uncramp/routines")
	for id, want := range map[string]string{"mine": "", "Mine": "no name", "../mine": "no name", "": "no name", "bedtime": "my-bedtime"} {
		if err := f.CheckNew(id, false); (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", id, err, want)
		}
	}
	if err := f.Keep("mine", []byte(mine)); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(f.Path("mine")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file is %v, %v", info, err)
	}
	if err := f.Keep("mine", []byte("id: mine\n")); err == nil {
		t.Error("a faulty file was kept")
	}
	r, err := routines.Library{Own: os.DirFS(string(f))}.Find("mine")
	if err != nil || r.Steps[0].Hold.Time != 20 {
		t.Errorf("found %+v, %v", r, err)
	}
	if err := f.CheckNew("mine", false); err == nil || !strings.Contains(err.Error(), "--force") {
		t.Errorf("an id that is taken: %v", err)
	}
	if err := f.CheckNew("mine", true); err != nil {
		t.Error(err)
	}
	if err := f.CheckNew("bedtime", true); err == nil {
		t.Error("a built-in routine may be replaced")
	}
}
