package routinefile_test

import (
	"os"
	"runtime"
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

// TestKeep: what is kept is found, for its owner alone, with the schema beside it; a
// faulty file leaves what is there, and no name that is another's is taken.
func TestKeep(t *testing.T) {
	f := routinefile.Folder(t.TempDir() + "/uncramp/routines")
	for id, want := range map[string]string{"mine": "", "Mine": "no name", "../mine": "no name", "": "no name", "aux": "my-aux", "bedtime": "my-bedtime"} {
		if err := f.CheckNew(id, false); (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", id, err, want)
		}
	}
	if err := f.Keep("mine", []byte(mine), false); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(f.Path("mine")); err != nil || info.Mode().Perm() != 0o600 && runtime.GOOS != "windows" { // which has no such modes
		t.Errorf("the file is %v, %v", info, err)
	}
	if schema, err := os.ReadFile(string(f) + "/../" + routines.SchemaFile); err != nil || len(schema) != len(routines.Schema) {
		t.Errorf("the schema beside it has %d bytes, %v", len(schema), err)
	}
	for name, err := range map[string]error{
		"a faulty file":      f.Keep("mine", []byte("id: mine\n"), true),
		"another id":         f.Keep("yours", []byte(mine), false),
		"one that is there":  f.Keep("mine", []byte(mine), false),
		"a built-in routine": f.Keep("bedtime", []byte(strings.ReplaceAll(mine, "mine", "bedtime")), true),
	} {
		if err == nil {
			t.Errorf("%s was kept", name)
		}
	}
	longer := strings.Replace(mine, "20s", "25s", 1)
	if err := f.Keep("mine", []byte(longer), true); err != nil {
		t.Error(err)
	}
	r, err := routines.Library{Own: os.DirFS(string(f))}.Find("mine")
	if err != nil || r.Steps[0].Hold.Time != 25 {
		t.Errorf("found %+v, %v", r, err)
	}
}

// TestARoutineIsKeptWithoutItsSchema, which is for editors alone.
func TestARoutineIsKeptWithoutItsSchema(t *testing.T) {
	f := routinefile.Folder(t.TempDir() + "/uncramp/routines")
	if err := os.MkdirAll(string(f)+"/../"+routines.SchemaFile+"/in-its-place", 0o700); err != nil {
		t.Fatal(err)
	}
	if err := f.Keep("mine", []byte(mine), false); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(f.Path("mine")); err != nil {
		t.Error(err)
	}
}
