package routines_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"uncramp/coach/session"
	"uncramp/routines"
)

var update = flag.Bool("update", false, "make generated/ from builtin/")

// TestGeneratedIsUpToDate checks the built-in routines as strictly as a
// person's own, and holds generated/, from which the program reads them,
// against them. go generate makes it anew.
func TestGeneratedIsUpToDate(t *testing.T) {
	files, err := filepath.Glob("builtin/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no built-in routines", err)
	}
	want := map[string][]byte{}
	var heads []routines.Head
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		r, err := routines.Parse(name, data)
		if err != nil {
			t.Fatal(err)
		}
		if id := strings.TrimSuffix(filepath.Base(name), ".yaml"); r.ID != id {
			t.Errorf("%s holds %s", name, r.ID)
		}
		want[r.ID] = asJSON(t, r)
		heads = append(heads, session.Head(r))
	}
	want["heads"] = asJSON(t, heads)
	if *update {
		write(t, want)
	}
	made, err := filepath.Glob("generated/*.json")
	if err != nil || len(made) != len(want) {
		t.Errorf("generated/ has %d files, want %d: go generate ./routines (%v)", len(made), len(want), err)
	}
	for id, data := range want {
		if got, err := os.ReadFile("generated/" + id + ".json"); err != nil || !bytes.Equal(got, data) {
			t.Errorf("generated/%s.json is stale: go generate ./routines (%v)", id, err)
		}
	}
}

func write(t *testing.T, files map[string][]byte) {
	if err := os.RemoveAll("generated"); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir("generated", 0o755); err != nil {
		t.Fatal(err)
	}
	for id, data := range files {
		if err := os.WriteFile("generated/"+id+".json", data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// asJSON is a value without what it leaves empty.
func asJSON(t *testing.T, v any) []byte {
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var all any
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	data, err = json.Marshal(kept(all))
	if err != nil {
		t.Fatal(err)
	}
	return append(data, '\n')
}

// kept is what of a value is not empty; nil if nothing is.
func kept(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for key, inner := range v {
			if inner = kept(inner); inner == nil {
				delete(v, key)
			} else {
				v[key] = inner
			}
		}
		if len(v) == 0 {
			return nil
		}
	case []any:
		for i := range v {
			v[i] = kept(v[i])
		}
		if len(v) == 0 {
			return nil
		}
	case string:
		if v == "" {
			return nil
		}
	case float64:
		if v == 0 {
			return nil
		}
	case bool:
		if !v {
			return nil
		}
	}
	return v
}
