package audio

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// fakeVoice is a voice that does as it is fakeVoice, and counts.
type fakeVoice struct {
	say   func(ctx context.Context, words string) (Sound, error)
	calls atomic.Int32
	atATime,
	most atomic.Int32
}

func (v *fakeVoice) Name() string { return "told" }

func (v *fakeVoice) Say(ctx context.Context, words string) (Sound, error) {
	v.calls.Add(1)
	if now := v.atATime.Add(1); now > v.most.Load() {
		v.most.Store(now)
	}
	defer v.atATime.Add(-1)
	return v.say(ctx, words)
}

// beeps is a voice whose sounds tell by their length how many letters it said.
func beeps() *fakeVoice {
	return &fakeVoice{say: func(_ context.Context, words string) (Sound, error) {
		return beep(time.Duration(len(words)) * 10 * time.Millisecond), nil
	}}
}

func hangs() *fakeVoice {
	return &fakeVoice{say: func(ctx context.Context, _ string) (Sound, error) {
		<-ctx.Done()
		return nil, ctx.Err()
	}}
}

// remembering is a cache of a voice's words.
func remembering(v *fakeVoice, s VoiceSettings, path string) *cache {
	return newCache(v.Name(), v.Say, s, path)
}

var usual = VoiceSettings{Rate: 150, Speaker: "Alice"}

func TestWhatWasMadeAheadIsReady(t *testing.T) {
	v, folder := beeps(), filepath.Join(t.TempDir(), "a", "speech")
	m := remembering(v, usual, folder)
	if _, ok := m.Ready("Hold."); ok || v.calls.Load() != 0 {
		t.Error("words are ready that were never made, or Ready makes them")
	}
	m.Prepare(t.Context(), []string{"Hold.", "", "Let go.", "\x00", "Hold.", " Hold.\n"})
	for _, words := range []string{"Hold.", "Let go.", "Hold.\t"} {
		sound, ok := m.Ready(words)
		if want := time.Duration(len(cleanLine(words))) * 10 * time.Millisecond; !ok || sound.Length() != want {
			t.Errorf("%q: %v ready for %v, want %v", words, ok, sound.Length(), want)
		}
	}
	if n := v.calls.Load(); n != 2 {
		t.Errorf("two phrases were made in %d goes", n)
	}
	if runtime.GOOS != "windows" { // has no such permissions
		permitted(t, folder, 0o700)
		for _, f := range speechFiles(t, folder) {
			permitted(t, f, 0o600)
		}
	}
}

func TestTheFolderRemembers(t *testing.T) {
	folder := t.TempDir()
	remembering(beeps(), usual, folder).Prepare(t.Context(), []string{"Hold.", "Let go."})
	v := beeps()
	m := remembering(v, usual, folder)
	if _, ok := m.Ready("Hold."); ok {
		t.Error("Ready reads files")
	}
	m.Prepare(t.Context(), []string{"Let go.", "Hold."})
	sound, ok := m.Ready("Hold.")
	if v.calls.Load() != 0 || !ok || sound.Length() != 50*time.Millisecond {
		t.Errorf("made %d times, ready %v with %v", v.calls.Load(), ok, sound.Length())
	}
	for _, other := range []VoiceSettings{{Rate: 151, Speaker: "Alice"}, {Rate: 150}, {Rate: 150, Speaker: "alice"}} {
		v := beeps()
		remembering(v, other, folder).Prepare(t.Context(), []string{"Hold."})
		if v.calls.Load() != 1 {
			t.Errorf("%+v is taken for %+v", other, usual)
		}
	}
	if n := len(speechFiles(t, folder)); n != 5 {
		t.Errorf("%d files for five sounds", n)
	}
}

func TestDamagedFilesAreMadeAgain(t *testing.T) {
	good := encodeWAV(beep(time.Second))
	for name, damage := range map[string]func(file string) error{
		"empty":   func(f string) error { return os.WriteFile(f, nil, 0o644) },
		"garbage": func(f string) error { return os.WriteFile(f, []byte(strings.Repeat("RIFF", 999)), 0o644) },
		"cut off": func(f string) error { return os.WriteFile(f, good[:len(good)/2], 0o644) },
		"header":  func(f string) error { return os.WriteFile(f, good[:44], 0o644) },
		"folder":  func(f string) error { return os.Mkdir(f, 0o700) },
		"link": func(f string) error {
			if err := os.WriteFile(f+".aside", good, 0o600); err != nil {
				return err
			}
			return os.Symlink(f+".aside", f)
		},
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			remembering(beeps(), usual, folder).Prepare(t.Context(), []string{"Hold."})
			file := speechFiles(t, folder)[0]
			if err := os.Remove(file); err != nil {
				t.Fatal(err)
			}
			if err := damage(file); err != nil {
				if name == "link" && runtime.GOOS == "windows" {
					t.Skipf("links are not allowed here: %v", err)
				}
				t.Fatal(err)
			}
			if runtime.GOOS != "windows" && name != "folder" && name != "link" {
				if err := os.Chmod(file, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			for again, want := range []int32{1, 0} {
				v := beeps()
				m := remembering(v, usual, folder)
				m.Prepare(t.Context(), []string{"Hold."})
				sound, ok := m.Ready("Hold.")
				if !ok || sound.Length() != 50*time.Millisecond || v.calls.Load() != want {
					t.Errorf("time %d: ready %v for %v, made %d times, want %d", again, ok, sound.Length(), v.calls.Load(), want)
				}
			}
			if runtime.GOOS != "windows" {
				permitted(t, file, 0o600)
			}
		})
	}
}

func TestAFolderThatCantBeIsNoMatter(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, []byte("a diary"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, folder := range []string{file, filepath.Join(file, "below"), filepath.Join(t.TempDir(), "bad\x00name")} {
		m := remembering(beeps(), usual, folder)
		m.Prepare(t.Context(), []string{"Hold."})
		if _, ok := m.Ready("Hold."); !ok || m.Fault() != "" {
			t.Errorf("%q: ready %v, fault %q", folder, ok, m.Fault())
		}
	}
	if b, err := os.ReadFile(file); err != nil || string(b) != "a diary" {
		t.Errorf("the file in its place holds %q, %v", b, err)
	}
}

func TestAFailingVoiceIsGivenUp(t *testing.T) {
	folder := t.TempDir()
	remembering(beeps(), usual, folder).Prepare(t.Context(), []string{"Kept."})
	bad := true
	v := &fakeVoice{}
	v.say = func(context.Context, string) (Sound, error) {
		if bad {
			return nil, errors.New("espeak-ng: \x1b[31mexit status 1")
		}
		return beep(time.Second), nil
	}
	m := remembering(v, usual, folder)
	m.Prepare(t.Context(), []string{"a", "b"})
	bad = false
	m.Prepare(t.Context(), []string{"c"})
	bad = true
	m.Prepare(t.Context(), []string{"d", "e"})
	if m.Fault() != "" || v.calls.Load() != 5 {
		t.Errorf("after two failures in a row: %q, %d calls", m.Fault(), v.calls.Load())
	}
	m.Prepare(t.Context(), []string{"f", "g", "h", "Kept."})
	if want := "No voice: told fails."; m.Fault() != want || v.calls.Load() != 6 {
		t.Errorf("after three: %q and %d calls, want %q and 6", m.Fault(), v.calls.Load(), want)
	}
	if _, ok := m.Ready("Kept."); !ok {
		t.Error("what was kept is given up, too")
	}
}

func TestAHangingVoiceIsGivenUp(t *testing.T) {
	folder := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		v, begun := hangs(), time.Now()
		m := remembering(v, usual, folder)
		m.Prepare(t.Context(), []string{"a", "b", "c", "d", "e"})
		if took := time.Since(begun); took != 15*time.Second || m.Fault() == "" {
			t.Errorf("given up after %v: %q", took, m.Fault())
		}
	})
}

// TestOneThatHangsHoldsNothingUp asks for other words while a voice hangs.
func TestOneThatHangsHoldsNothingUp(t *testing.T) {
	folder := t.TempDir()
	remembering(beeps(), usual, folder).Prepare(t.Context(), []string{"Kept."})
	synctest.Test(t, func(t *testing.T) {
		v := hangs()
		m := remembering(v, usual, folder)
		ctx, cancel := context.WithCancel(t.Context())
		var going sync.WaitGroup
		going.Go(func() { m.Prepare(ctx, []string{"Kept.", "a", "b", "c", "d"}) })
		synctest.Wait()
		begun := time.Now()
		if _, ok := m.Ready("Kept."); !ok {
			t.Error("what was made is not ready while more is made")
		}
		if _, ok := m.Ready("a"); ok || m.Fault() != "" {
			t.Errorf("what is being made is ready: %v, %q", ok, m.Fault())
		}
		waits, stop := context.WithCancel(t.Context())
		going.Go(func() { m.Prepare(waits, []string{"z"}) })
		synctest.Wait()
		stop()
		synctest.Wait()
		cancel()
		going.Wait()
		if took := time.Since(begun); took != 0 {
			t.Errorf("it was over after %v", took)
		}
		for range maxFailures { // ending it is no failure
			ctx, cancel := context.WithTimeout(t.Context(), time.Second)
			m.Prepare(ctx, []string{"a"})
			cancel()
		}
		if m.Fault() != "" || v.calls.Load() != 1+maxFailures || v.most.Load() != 1 {
			t.Errorf("%q after %d calls, %d at a time", m.Fault(), v.calls.Load(), v.most.Load())
		}
	})
}

func TestOneAfterTheOther(t *testing.T) {
	v := beeps()
	m := remembering(v, usual, t.TempDir())
	var going sync.WaitGroup
	for _, list := range [][]string{{"a", "b", "c"}, {"c", "d", "a"}, {"d", "b", "e"}} {
		going.Go(func() { m.Prepare(t.Context(), list) })
		going.Go(func() { m.Ready(list[2]) })
	}
	going.Wait()
	if v.calls.Load() != 5 || v.most.Load() != 1 {
		t.Errorf("five phrases were made in %d goes, up to %d at a time", v.calls.Load(), v.most.Load())
	}
}

// TestTheFolderIsBounded fills a folder with files of two megabytes.
func TestTheFolderIsBounded(t *testing.T) {
	t.Parallel()
	s := folder{t.TempDir()}
	mine := filepath.Join(s.path, "routine.wav")
	if err := os.WriteFile(mine, make([]byte, 3<<20), 0o600); err != nil {
		t.Fatal(err)
	}
	key := func(i int) string { return strings.Repeat(string(rune('a'+i%6)), 63) + string(rune('0'+i/6)) }
	cutOff := filepath.Join(s.path, "."+key(0)+".wav.uncramp-123")
	if err := os.WriteFile(cutOff, make([]byte, 1<<20), 0o600); err != nil {
		t.Fatal(err)
	}
	made := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := range 15 {
		s.put(key(i), make(Sound, 1<<20))
		made = made.Add(time.Hour)
		if err := os.Chtimes(s.file(key(i)), made, made); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 15 {
		if _, err := os.Stat(s.file(key(i))); (err == nil) != (i >= 6) { // nine of them and their headers fit
			t.Errorf("number %d of 15: %v", i, err)
		}
	}
	if _, err := os.Stat(cutOff); err == nil {
		t.Error("what a write left behind stays")
	}
	if _, err := os.Stat(mine); err != nil {
		t.Errorf("a file of somebody else's was removed: %v", err)
	}
}

func TestMemoryIsBounded(t *testing.T) {
	t.Parallel()
	v := &fakeVoice{say: func(context.Context, string) (Sound, error) { return make(Sound, maxCached/4+1), nil }}
	file := filepath.Join(t.TempDir(), "file") // no folder: what is dropped is gone
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	m := remembering(v, usual, file)
	m.Prepare(t.Context(), []string{"a", "b", "c", "a", "d"})
	for words, want := range map[string]bool{"a": true, "b": false, "c": true, "d": true} {
		if _, ok := m.Ready(words); ok != want {
			t.Errorf("%s is ready: %v, want %v", words, ok, want)
		}
	}
	if m.size != 3*(maxCached/4+1) || len(m.sounds) != 3 || len(m.order) != 3 {
		t.Errorf("it holds %d samples in %d sounds, %d in order", m.size, len(m.sounds), len(m.order))
	}
}

// TestRemembersRealPrograms lets a stub that hangs be ended from outside.
func TestRemembersRealPrograms(t *testing.T) {
	v, here := stubVoice(t, `cp $HERE/good.wav "$FILE"; read -r words; case $words in *hang*) sleep 1000 & echo $! >> $HERE/pids; sleep 1000;; esac`)
	m := newCache(v.Name(), v.say, usual, filepath.Join(here, "speech"))
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() {
		defer close(done)
		m.Prepare(ctx, []string{"good", "hang", "never"})
	}()
	until(t, "the stub hangs", func() bool {
		b, _ := os.ReadFile(filepath.Join(here, "pids")) // not there yet
		return len(strings.Fields(string(b))) == 3
	})
	if _, ok := m.Ready("good"); !ok {
		t.Error("what was made before is not ready")
	}
	begun := time.Now()
	cancel()
	<-done
	if took := time.Since(begun); took > time.Second {
		t.Errorf("it was over %v after nobody wanted it", took)
	}
	nothingLeft(t, here)
	if _, ok := m.Ready("never"); ok || m.Fault() != "" {
		t.Errorf("went on: %v, %q", ok, m.Fault())
	}
}

func speechFiles(t *testing.T, folder string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.wav"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no files in %s: %v", folder, err)
	}
	return files
}

func permitted(t *testing.T, path string, want os.FileMode) {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm() != want {
		t.Errorf("%s is %v, want %v", path, info.Mode().Perm(), want)
	}
}
