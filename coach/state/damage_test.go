package state

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"uncramp/coach/triage"
)

// bad are files that no finding can be read from.
var bad = map[string]string{
	"empty": "", "cut off": `{"level":"emergency","yes":["ch`, "cut after the brace": "{", "nothing": "null", "an empty object": "{}",
	"a list": "[]", "a number": "3", "an empty level": `{"level":""}`, "an unknown level": `{"level":"later"}`, "a level in capitals": `{"level":"CLEAR"}`,
	"another type": `{"level":3}`, "twice": `{"level":"clear"}` + "\n" + `{"level":"clear"}`,
	"doubled": `{"level":"emergency","yes":["chest"]}{"level":"clear"}`, "a field twice": `{"level":"emergency","level":"clear"}`,
	"a field twice, in capitals": `{"level":"emergency","LEVEL":"clear"}`, "clear with a yes": `{"level":"clear","yes":["chest"]}`,
	"UTF-16": "\xff\xfe{\x00\"\x00l\x00e\x00v\x00e\x00l\x00\"\x00:\x00\"\x00c\x00l\x00e\x00a\x00r\x00\"\x00}\x00", "a mark": "\ufeff" + `{"level":"clear"}`,
	"Latin-1": "{\"level\":\"cl\xe9ar\"}", "zeros": strings.Repeat("\x00", 40), "a field of a later version": `{"level":"clear","sure":false}`,
	"unreadable, as it says": `{"level":"unreadable"}`, "more than a file may have": strings.Repeat(" ", 70_000) + `{"level":"clear"}`,
	"words behind it": `{"level":"clear"} # yes, really`, "a time that is none": `{"level":"clear","at":"yesterday"}`,
}

// TestWhatCannotBeReadBlocks, and says which file and why; a check that is taken
// again replaces it.
func TestWhatCannotBeReadBlocks(t *testing.T) {
	for name, text := range bad {
		path := t.TempDir()
		must(t, os.WriteFile(filepath.Join(path, findingFile), []byte(text), 0o600))
		unreadable(t, name, path, "it is damaged")
	}
}

// unreadable holds that a place can't be read, and that a check taken again
// replaces what is there, which is put aside.
func unreadable(t *testing.T, name, path, why string) {
	t.Helper()
	got := onDisk(path)
	if !got.Blocks() || got.Level != triage.Unreadable || got.Fault != filepath.Join(path, findingFile)+": "+why {
		t.Errorf("%s: it is %+v", name, got)
	}
	if holds := keep(t, in(path), found(triage.Clear, 0)); holds.Level != triage.Clear || onDisk(path).Level != triage.Clear {
		t.Errorf("%s: after the check was taken again it is %+v, then %+v", name, holds, onDisk(path))
	}
	if aside, _ := filepath.Glob(filepath.Join(path, findingFile+".unreadable-*")); len(aside) != 1 {
		t.Errorf("%s: put aside are %v", name, aside)
	}
}

// FuzzFinding holds that nothing but what the program writes is read as a
// finding that allows a routine.
func FuzzFinding(f *testing.F) {
	for _, text := range bad {
		f.Add([]byte(text))
	}
	for _, l := range []triage.Level{triage.Clear, triage.Today, triage.Emergency, triage.Appointment} {
		f.Add(marshal(found(l, time.Minute)))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got, whole := parse(data)
		if !whole && got.Level != "" {
			t.Errorf("of what is not whole it reads %+v", got)
		}
		again, stays := parse(marshal(got))
		if whole && (!stays || !reflect.DeepEqual(again, got)) {
			t.Errorf("%+v becomes %+v", got, again)
		}
	})
}

// TestEveryDamageBlocks cuts a finding off at each byte, and changes each byte.
func TestEveryDamageBlocks(t *testing.T) {
	whole := marshal(found(triage.Emergency, time.Minute))
	for i := range len(whole) - 2 { // the end of the line may go
		if got, ok := parse(whole[:i]); ok {
			t.Errorf("cut off after %d bytes it is %+v", i, got)
		}
	}
	for i := range whole {
		for _, b := range []byte{0, ' ', '"', '}', 'x', 0xff, whole[i] ^ 1} {
			changed := append([]byte(nil), whole...)
			changed[i] = b
			if got, ok := parse(changed); ok && !got.Blocks() {
				t.Errorf("%q is read as %+v", changed, got)
			}
		}
	}
}

func TestAFolderInItsPlaceIsPutAside(t *testing.T) {
	path := t.TempDir()
	must(t, os.MkdirAll(filepath.Join(path, findingFile, "full"), 0o700))
	unreadable(t, "a folder", path, "it is no ordinary file")
}

// TestWhatIsNoLockIsPutAside.
func TestWhatIsNoLockIsPutAside(t *testing.T) {
	path := t.TempDir()
	must(t, os.MkdirAll(filepath.Join(path, findingFile+".lock", "full"), 0o700))
	if keep(t, in(path), found(triage.Today, 0)); !onDisk(path).Blocks() {
		t.Error("the finding is not kept")
	}
}

// TestAFindingOfAnEarlierVersionIsRead: it does not say when its check began.
func TestAFindingOfAnEarlierVersionIsRead(t *testing.T) {
	for _, text := range []string{
		`{"level":"emergency","yes":["chest"],"at":"2026-11-20T08:00:00Z"}` + "\n",
		`{"level":"emergency","yes":["gone","clot"],"at":"2026-11-20T08:00:00.120356789+01:00"}`,
	} {
		if got, whole := parse([]byte(text)); !whole || got.Level != triage.Emergency || got.At.IsZero() {
			t.Errorf("%s is read as %+v", text, got)
		}
	}
}
