package state

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"uncramp/coach/private"
	"uncramp/coach/triage"
)

// found is a finding of a check that was begun so long ago, and has just ended.
func found(l triage.Level, ago time.Duration) triage.Finding {
	now := time.Now().UTC().Round(0) // as it is read again
	f := triage.Finding{Level: l, At: now, Began: now.Add(-ago)}
	if l != triage.Clear {
		f.Yes = []string{"chest"}
	}
	return f
}

// keep keeps a finding that can be kept, and returns what holds then.
func keep(t *testing.T, f Folder, x triage.Finding) triage.Finding {
	t.Helper()
	must(t, f.KeepFinding(x)())
	return f.Finding()
}

// onDisk is what the next program finds.
func onDisk(path string, others ...string) triage.Finding { return in(path, others...).Finding() }

func TestAFindingIsKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "not", "yet")
	f := in(path)
	if got := f.Finding(); got.Level != "" {
		t.Errorf("without a check it is %+v", got)
	}
	for _, l := range []triage.Level{triage.Emergency, triage.Clear, triage.Today, triage.Appointment} {
		want := found(l, 0)
		if got := keep(t, f, want); !reflect.DeepEqual(got, want) {
			t.Errorf("what holds is %+v, want %+v", got, want)
		}
		if got := onDisk(path); !reflect.DeepEqual(got, want) {
			t.Errorf("the next program finds %+v, want %+v", got, want)
		}
	}
	must(t, f.Settle())
}

// TestAFindingHoldsBeforeItIsKept: keeping it takes time.
func TestAFindingHoldsBeforeItIsKept(t *testing.T) {
	f := in(t.TempDir())
	f.KeepFinding(found(triage.Emergency, 0))
	if !f.Finding().Blocks() {
		t.Error("it does not hold")
	}
	must(t, f.Settle())
	if !onDisk(f.path).Blocks() {
		t.Error("it was not kept at the end")
	}
}

// TestTwoPrograms: one that began its check before does not clear what another
// one found meanwhile, and one that began it afterwards does.
func TestTwoPrograms(t *testing.T) {
	path := t.TempDir()
	slow, quick := in(path), in(path)
	emergency := found(triage.Emergency, time.Minute)
	keep(t, quick, emergency)
	if holds := keep(t, slow, found(triage.Clear, 30*time.Minute)); holds.Level != triage.Emergency {
		t.Errorf("%s holds", holds.Level)
	}
	for _, f := range []Folder{slow, quick, in(path)} {
		if got := f.Finding(); got.Level != triage.Emergency {
			t.Errorf("%s stands", got.Level)
		}
	}
	keep(t, slow, found(triage.Clear, 0))
	for _, f := range []Folder{slow, quick, in(path)} {
		if got := f.Finding(); got.Level != triage.Clear {
			t.Errorf("after the check was taken again %s stands", got.Level)
		}
	}
}

// TestAWriteThatComesLateOverwritesNothingNewer.
func TestAWriteThatComesLateOverwritesNothingNewer(t *testing.T) {
	path := t.TempDir()
	late := in(path).KeepFinding(found(triage.Clear, 0))
	newer := found(triage.Emergency, 0)
	newer.At = newer.At.Add(time.Millisecond) // some clocks tell two moments alike
	keep(t, in(path), newer)
	must(t, late())
	if got := onDisk(path); got.Level != triage.Emergency {
		t.Errorf("%s is on disk", got.Level)
	}
}

// TestAFindingOfAWrongClockCanBeReplaced: it is from next year.
func TestAFindingOfAWrongClockCanBeReplaced(t *testing.T) {
	path := t.TempDir()
	wrong := found(triage.Emergency, 0)
	wrong.At = wrong.At.AddDate(1, 0, 0)
	must(t, private.Write(filepath.Join(path, findingFile), marshal(wrong)))
	if !onDisk(path).Blocks() {
		t.Error("it does not stand")
	}
	if holds := keep(t, in(path), found(triage.Clear, 0)); holds.Level != triage.Clear || onDisk(path).Blocks() {
		t.Errorf("%s holds", holds.Level)
	}
}

// TestTheSecondPlace is taken where the first can't be written, and read too.
func TestTheSecondPlace(t *testing.T) {
	folder := t.TempDir()
	path, second, third := filepath.Join(folder, "state"), filepath.Join(folder, "missing", "uncramp"), filepath.Join(folder, "uncramp-1")
	must(t, os.WriteFile(path, nil, 0o600)) // in the folder's place
	f := in(path, second, third)
	if err := f.KeepFinding(found(triage.Today, 0))(); !errors.Is(err, ErrTemporary) || errors.Is(err, ErrNotKept) || !f.Finding().Blocks() {
		t.Errorf("%+v holds: %v", f.Finding(), err)
	}
	if got := onDisk(path, second, third); got.Level != triage.Today {
		t.Errorf("the next program finds %+v", got)
	}
	if info, err := os.Stat(third); err != nil || info.Mode().Perm()&0o077 != 0 && runtime.GOOS != "windows" { // which has no such modes
		t.Errorf("the folder is %v: %v", info, err)
	}
}

// TestOfTwoPlacesTheNewerHolds.
func TestOfTwoPlacesTheNewerHolds(t *testing.T) {
	folder := t.TempDir()
	first, second := filepath.Join(folder, "first"), filepath.Join(folder, "second")
	keep(t, in(second), found(triage.Emergency, 0))
	keep(t, in(first), found(triage.Clear, 0))
	if got := onDisk(first, second); got.Level != triage.Clear {
		t.Errorf("%s holds, though the first place has a later check", got.Level)
	}
	keep(t, in(second), found(triage.Today, 0))
	if got := onDisk(first, second); got.Level != triage.Today {
		t.Errorf("%s holds, though the second place has a later check", got.Level)
	}
}

// TestWithoutAnyPlaceItHoldsWhileTheProgramRuns, and says so; at the end it is
// tried once more.
func TestWithoutAnyPlaceItHoldsWhileTheProgramRuns(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	must(t, os.WriteFile(path, nil, 0o600))
	f := in(path)
	if err := f.KeepFinding(found(triage.Today, 0))(); !errors.Is(err, ErrNotKept) || !f.Finding().Blocks() {
		t.Errorf("%+v holds: %v", f.Finding(), err)
	}
	if err := f.Settle(); !errors.Is(err, ErrNotKept) {
		t.Errorf("at the end it says %v", err)
	}
	must(t, os.Remove(path))
	if err := f.Settle(); err != nil || !onDisk(path).Blocks() {
		t.Errorf("once the disk is well it is %+v: %v", onDisk(path), err)
	}
}

// slowly is a disk that takes its time over one folder; 0: for ever, that is
// until the test is over.
func slowly(t *testing.T, folder string, takes time.Duration) Writer {
	t.Helper()
	over := make(chan struct{})
	t.Cleanup(func() { close(over) })
	return func(path string, data []byte) error {
		switch {
		case filepath.Dir(path) != folder:
		case takes == 0:
			<-over
			return errLate
		default:
			time.Sleep(takes)
		}
		return private.Write(path, data)
	}
}

// TestASlowDisk runs on fake time: no disk holds up the end for longer than two
// seconds, and one that answers within them has the finding.
func TestASlowDisk(t *testing.T) {
	tests := []struct {
		name  string
		takes time.Duration
		other bool // there is a second place
		err   error
		most  time.Duration
	}{
		{"a second and a half", 1500 * time.Millisecond, false, nil, 1500 * time.Millisecond},
		{"for ever", 0, false, ErrNotKept, keepTimeout},
		{"a second and a half, with a second place", 1500 * time.Millisecond, true, nil, 1500 * time.Millisecond},
		{"for ever, with a second place", 0, true, ErrTemporary, keepTimeout},
	}
	for _, tt := range tests {
		synctest.Test(t, func(t *testing.T) {
			folder := t.TempDir()
			path := filepath.Join(folder, "state")
			var others []string
			if tt.other {
				others = []string{filepath.Join(folder, "other")}
			}
			f := In(path, others, time.Now, slowly(t, path, tt.takes))
			began := time.Now()
			keeps := f.KeepFinding(found(triage.Emergency, 0))
			go func() { _ = keeps() }() // and the person leaves
			synctest.Wait()
			err := f.Settle()
			if took := time.Since(began); took > tt.most || !errors.Is(err, tt.err) {
				t.Errorf("%s: after %v it says %v", tt.name, took, err)
			}
			if got := onDisk(path, others...); got.Blocks() == errors.Is(tt.err, ErrNotKept) {
				t.Errorf("%s: the next program finds %+v", tt.name, got)
			}
		})
	}
}

// TestALockThatNobodyGivesBack: the second place is taken, in time.
func TestALockThatNobodyGivesBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		folder := t.TempDir()
		path, other := filepath.Join(folder, "state"), filepath.Join(folder, "other")
		must(t, os.Mkdir(path, 0o700))
		lock := lockOf(path, findingFile)
		if mine, err := lock.TryLock(); err != nil || !mine {
			t.Fatal(err)
		}
		defer func() { must(t, lock.Unlock()) }()
		began := time.Now()
		err := in(path, other).KeepFinding(found(triage.Today, 0))()
		if took := time.Since(began); !errors.Is(err, ErrTemporary) || took > keepTimeout || !onDisk(path, other).Blocks() {
			t.Errorf("after %v: %v", took, err)
		}
		if err := in(path).KeepFinding(found(triage.Today, 0))(); !errors.Is(err, ErrNotKept) {
			t.Errorf("without another place: %v", err)
		}
	})
}

// TestFindingsOfOneMoment are kept the other way round: the last check holds.
func TestFindingsOfOneMoment(t *testing.T) {
	for _, levels := range [][]triage.Level{{triage.Clear, triage.Emergency, triage.Clear}, {triage.Emergency, triage.Clear, triage.Today}} {
		path, at := t.TempDir(), found(triage.Clear, 0)
		f := in(path)
		var keeps []func() error
		for _, l := range levels {
			keeps = append(keeps, f.KeepFinding(triage.Finding{Level: l, At: at.At, Began: at.Began}))
		}
		for _, keep := range slices.Backward(keeps) {
			must(t, keep())
		}
		if last := levels[len(levels)-1]; f.Finding().Level != last || onDisk(path).Level != last {
			t.Errorf("%v: %s holds, %s is on disk", levels, f.Finding().Level, onDisk(path).Level)
		}
	}
}

// TestFindingsInOneBurst are written beside each other, on a disk that takes its
// time over the first: the last one holds, in the program and on disk.
func TestFindingsInOneBurst(t *testing.T) {
	for _, levels := range [][]triage.Level{{triage.Clear, triage.Emergency}, {triage.Emergency, triage.Clear}} {
		synctest.Test(t, func(t *testing.T) {
			path := t.TempDir()
			takes := make(chan time.Duration, len(levels))
			takes <- time.Second
			takes <- 0
			f := In(path, nil, time.Now, func(path string, data []byte) error {
				time.Sleep(<-takes)
				return private.Write(path, data)
			})
			last := levels[len(levels)-1]
			for _, l := range levels {
				keeps := f.KeepFinding(found(l, 0)) // fake time stands still: they are of one moment
				go func() { _ = keeps() }()
				synctest.Wait()
			}
			must(t, f.Settle())
			if f.Finding().Level != last || onDisk(path).Level != last {
				t.Errorf("%v: %s holds, %s is on disk", levels, f.Finding().Level, onDisk(path).Level)
			}
		})
	}
}

// TestAPlaceThatDoesNotAnswer is as it was when it last did; without that, it
// can't be read.
func TestAPlaceThatDoesNotAnswer(t *testing.T) {
	late, cancel := context.WithCancel(t.Context())
	cancel()
	silent := make(chan triage.Finding)
	if _, answered := await(late, silent); answered {
		t.Error("it is waited for without end")
	}
	ready := make(chan triage.Finding, 1)
	ready <- found(triage.Today, 0)
	if got, answered := await(late, ready); !answered || got.Level != triage.Today {
		t.Errorf("what was answered in time is %+v", got)
	}
	f := in(t.TempDir())
	unread := f.places[0].unreadable(errLate)
	if got := f.own.learn(0, unread, false); !got.Blocks() {
		t.Errorf("a place that never answered is %+v", got)
	}
	f.own.learn(0, found(triage.Clear, 0), true)
	if got := f.own.learn(0, unread, false); got.Level != triage.Clear {
		t.Errorf("a place that answered before is %+v", got)
	}
}
