package profile

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"uncramp/coach/skip"
	"uncramp/coach/yamlfile"
	"uncramp/routines"
)

func store(t *testing.T) Store {
	t.Helper()
	return At(filepath.Join(t.TempDir(), "uncramp", "profile.yaml"))
}

// reads holds the store to what it should say.
func reads(t *testing.T, s Store, asked bool, want ...routines.Condition) {
	t.Helper()
	p, err := s.Read()
	if err != nil || p != routines.ProfileOf(want...) || s.Asked() != asked {
		t.Errorf("it has %v, asked %v (%v); want %v, %v", p.List(), s.Asked(), err, want, asked)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func set(s Store, c routines.Condition, on bool) error {
	return s.Change(func(p routines.Profile) routines.Profile { return p.With(c, on) })
}

func TestWhatIsSetIsRead(t *testing.T) {
	s := store(t)
	reads(t, s, false)
	if _, err := os.Stat(filepath.Dir(s.Path())); err == nil {
		t.Error("reading made the folder")
	}
	for _, c := range routines.Conditions() {
		must(t, set(s, c, true))
	}
	reads(t, s, true, routines.Conditions()...)
	must(t, set(s, routines.Unsteady, false))
	reads(t, s, true, routines.Conditions()[1:]...)
	must(t, s.Forget())
	reads(t, s, true)
}

func TestDecliningIsRemembered(t *testing.T) {
	s := store(t)
	must(t, s.Decline())
	reads(t, s, true)
	must(t, set(s, routines.NewHip, true))
	must(t, s.Decline())
	reads(t, s, true, routines.NewHip)
}

func TestOthersCanNotReadIt(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no permission bits to look at")
	}
	s := store(t)
	must(t, set(s, routines.NewHip, true))
	must(t, os.Chmod(s.Path(), 0o644))
	must(t, set(s, routines.NewKnee, true))
	for path, want := range map[string]os.FileMode{filepath.Dir(s.Path()): 0o700, s.Path(): 0o600} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v", path, info.Mode(), err)
		}
	}
}

// TestWhatCantBeReadIsSaid, is left alone by a change, and asks nobody; to forget
// begins anew.
func TestWhatCantBeReadIsSaid(t *testing.T) {
	for name, text := range map[string]string{
		"cut off": "conditions: [new-h", "empty": "", "only comments": "# x\n", "unknown": "conditions: [pregnant]\n", "no list": "conditions: yes\n",
		"another field": "weight: 3\n", "twice": "conditions: [new-hip, new-hip]\n", "UTF-16": "\xff\xfea\x00", "large": strings.Repeat("#", yamlfile.MaxSize+1),
	} {
		s := store(t)
		must(t, os.MkdirAll(filepath.Dir(s.Path()), 0o700))
		must(t, os.WriteFile(s.Path(), []byte(text), 0o600))
		p, err := s.Read()
		if err == nil || !p.Unreadable() || !s.Asked() || !strings.Contains(err.Error(), "uncramp me forget") {
			t.Errorf("%s: %v, %v", name, p, err)
		}
		if set(s, routines.NewHip, true) == nil {
			t.Errorf("%s was written over", name)
		}
		if data, _ := os.ReadFile(s.Path()); string(data) != text {
			t.Errorf("%s was changed to %q", name, data)
		}
		must(t, s.Forget())
		reads(t, s, true)
	}
}

func TestWhatIsNoFileIsNotOpened(t *testing.T) {
	folder := store(t)
	must(t, os.MkdirAll(folder.Path(), 0o700))
	loop := store(t)
	must(t, os.MkdirAll(filepath.Dir(loop.Path()), 0o700))
	if err := os.Symlink(loop.Path(), loop.Path()); err != nil {
		skip.Because(t, "no links can be made here: %v", err)
	}
	for _, s := range []Store{folder, loop, At(filepath.Join(os.Args[0], "profile.yaml"))} {
		if p, err := s.Read(); err == nil || !p.Unreadable() {
			t.Errorf("%s: %v, %v", s.Path(), p, err)
		}
		if set(s, routines.NewHip, true) == nil || s.Forget() == nil {
			t.Errorf("%s was written over", s.Path())
		}
	}
}
