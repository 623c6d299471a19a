package state

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"uncramp/coach/private"
	"uncramp/coach/triage"
)

const (
	// keepTimeout is how long a finding may take to be kept.
	keepTimeout = 2 * time.Second
	// placeTimeout is how long one place may take until the next is tried as well.
	placeTimeout = 800 * time.Millisecond
	// readTimeout is how long a place may take to be read.
	readTimeout = 2 * time.Second
)

// Finding returns what the latest check found, of this program or of another
// one; it holds until the check is taken again. Without one it is the zero
// value. Where one can't be read it is [triage.Unreadable], which blocks until a
// check is taken that began after that. It returns in time, whatever the disk
// does.
func (f Folder) Finding() triage.Finding {
	ctx, cancel := context.WithTimeout(context.Background(), readTimeout)
	defer cancel()
	answers := make([]chan triage.Finding, len(f.places))
	for i, p := range f.places {
		answers[i] = make(chan triage.Finding, 1)
		go func() { answers[i] <- p.read() }()
	}
	var latest triage.Finding
	for i, p := range f.places {
		found, answered := await(ctx, answers[i])
		if !answered {
			found = p.unreadable(errLate)
		}
		latest = triage.Latest(f.now(), latest, f.own.learn(i, found, answered))
	}
	return triage.Latest(f.now(), latest, f.own.get())
}

// await waits for an answer; false: it did not come in time.
func await(ctx context.Context, answer <-chan triage.Finding) (found triage.Finding, answered bool) {
	select {
	case found = <-answer:
		return found, true
	case <-ctx.Done():
	}
	select {
	case found = <-answer:
		return found, true
	default:
		return found, false
	}
}

// KeepFinding takes note of what a check found, after the checks that this
// program took before: it holds from now on as long as the program runs. What it
// returns keeps it for the next time, unless another program found something
// since that holds over it. That takes two seconds at most; the error wraps
// [ErrTemporary] or [ErrNotKept]. Called again, it does so once, or once more
// after it failed; who calls it while it goes on waits.
func (f Folder) KeepFinding(found triage.Finding) (keep func() error) {
	return f.own.set(found.NotAfter(f.now()), f.keep).do
}

// Settle sees to it that what this program found last is kept, if it found
// anything, or says that it isn't. It returns in time.
func (f Folder) Settle() error { return f.own.settle() }

// keep keeps a finding in the first place that can. While one takes its time the
// next is tried as well; the first of all, which lasts, is waited for.
func (f Folder) keep(found triage.Finding) error {
	ctx, cancel := context.WithTimeout(context.Background(), keepTimeout)
	defer cancel()
	slow := time.NewTicker(placeTimeout)
	defer slow.Stop()
	answers := make(chan answer, len(f.places))
	var t trial
	for t.failed < len(f.places) && !(t.elsewhere && t.fault != nil) {
		if i := t.tried; i < len(f.places) && !t.elsewhere {
			t.tried++
			go func() { answers <- answer{i, f.places[i].keep(ctx, found, f.now(), f.write)} }()
		}
		select {
		case a := <-answers:
			if a.place == 0 && a.err == nil {
				return nil
			}
			t = t.with(a)
		case <-slow.C:
		case <-ctx.Done():
			return t.outcome()
		}
	}
	return t.outcome()
}

// answer is what became of a finding in a place.
type answer struct {
	place int
	err   error
}

// trial is how far a finding is kept, while it is not in the first place.
type trial struct {
	tried, failed int   // places
	elsewhere     bool  // it is in another place
	fault         error // of the first place
}

func (t trial) with(a answer) trial {
	if a.place == 0 {
		t.fault = a.err
	}
	if a.err == nil {
		t.elsewhere = true
	} else {
		t.failed++
	}
	return t
}

// outcome is what it comes to.
func (t trial) outcome() error {
	fault := private.Explain(cmp.Or(t.fault, errLate))
	if t.elsewhere {
		return fmt.Errorf("%w: %w", ErrTemporary, fault)
	}
	return fmt.Errorf("%w: %w", ErrNotKept, fault)
}

// ownFinding is what this program found, and what it read last.
type ownFinding struct {
	mu      sync.Mutex
	latest  triage.Finding
	attempt *attempt               // keeps it; nil: nothing was found
	read    map[int]triage.Finding // by place
}

func (o *ownFinding) get() triage.Finding {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.latest
}

// learn takes note of what was read in a place, and returns it. Of a place that
// did not answer it returns what stood there when it last did, if it ever did.
func (o *ownFinding) learn(place int, found triage.Finding, answered bool) triage.Finding {
	o.mu.Lock()
	defer o.mu.Unlock()
	if before, ok := o.read[place]; ok && !answered {
		return before
	}
	if answered {
		o.read[place] = found
	}
	return found
}

// set takes note of a finding, with times that follow those of the one before,
// and returns what is to keep it.
func (o *ownFinding) set(found triage.Finding, keep func(triage.Finding) error) *attempt {
	o.mu.Lock()
	defer o.mu.Unlock()
	found = found.Following(o.latest)
	o.latest, o.attempt = found, &attempt{keep: func() error { return keep(found) }}
	return o.attempt
}

func (o *ownFinding) settle() error {
	o.mu.Lock()
	a := o.attempt
	o.mu.Unlock()
	if a == nil {
		return nil
	}
	return a.do()
}

// attempt keeps one finding.
type attempt struct {
	keep func() error
	mu   sync.Mutex
	run  *run // that goes on, or was well
}

// run is one time that it is tried.
type run struct {
	over chan struct{}
	err  error
}

// do keeps the finding once, or once more after it failed. Who calls it while it
// goes on waits.
func (a *attempt) do() error {
	a.mu.Lock()
	r, begins := a.run, a.run == nil
	if begins {
		r = &run{over: make(chan struct{})}
		a.run = r
	}
	a.mu.Unlock()
	if begins {
		r.err = a.keep()
		close(r.over)
	}
	<-r.over
	if errors.Is(r.err, ErrNotKept) {
		a.mu.Lock()
		if a.run == r {
			a.run = nil
		}
		a.mu.Unlock()
	}
	return r.err
}
