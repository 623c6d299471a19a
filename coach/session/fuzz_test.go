package session

import (
	"testing"
	"time"
)

// FuzzSession throws inputs at a session at random moments. Each pair of bytes
// is one input and how many tenths of a second pass before it; a high bit
// makes it a pause storm or a gap.
func FuzzSession(f *testing.F) {
	f.Add([]byte{0, 10, 1, 20, 1, 3, 5, 7, 6, 9, 7, 30})
	f.Add([]byte{8, 1, 9, 250, 4, 4, 131, 40, 196, 1, 1, 1})
	f.Add([]byte{2, 0, 2, 0, 2, 0, 3, 0, 3, 0, 4, 0})
	f.Fuzz(func(t *testing.T, script []byte) {
		now := at(0)
		s, events := Start(holds(20, 0, 5, 30, 3), now)
		w := &watcher{t: t}
		w.saw(s, events)
		for i := 0; i+1 < len(script) && s.State() != Over; i += 2 {
			pass := time.Duration(script[i+1]) * 100 * time.Millisecond
			s, now = w.wait(s, now, pass)
			switch in := Input(script[i] & 0x1f % uint8(Leave)); {
			case script[i]&0x80 != 0:
				w.storm(s, now)
			case script[i]&0x40 != 0:
				now = Instant{now.Wall.Add(time.Hour), now.Mono}
				s = w.next(s, Wake, now)
			default:
				s = w.next(s, in, now)
			}
		}
		w.finish(s, now)
	})
}

// watcher holds what must be true of a session at every moment.
type watcher struct {
	t    *testing.T
	last time.Duration
	told map[Event]bool // of this phase, since it was last begun or given time
}

func (w *watcher) next(s Session, in Input, now Instant) Session {
	before := s.Remaining(now)
	n, events := Next(s, in, now)
	if in == Wake && n.Index() == s.Index() && n.Remaining(now) > before && n.State() == Running && len(events) == 0 {
		w.t.Fatalf("remaining grew from %v to %v while time passed", before, n.Remaining(now))
	}
	if in == More {
		w.told = nil
	}
	w.saw(n, events)
	if r := n.Remaining(now); r < 0 || r > n.Length() {
		w.t.Fatalf("remaining %v of %v", r, n.Length())
	}
	return n
}

func (w *watcher) saw(s Session, events []Event) {
	for _, e := range events {
		if e.At < w.last {
			w.t.Fatalf("%v tells of %v after %v was told", e, e.At, w.last)
		}
		w.last = e.At
		switch e.Kind {
		case Began:
			w.told = nil
		case HalfWay, Count, Check, Finished:
			key := Event{Kind: e.Kind, Left: e.Left}
			if w.told[key] {
				w.t.Fatalf("%v fell due twice in one phase", e)
			}
			if w.told == nil {
				w.told = map[Event]bool{}
			}
			w.told[key] = true
		}
	}
}

// wait lets time pass by the session's own wake-ups.
func (w *watcher) wait(s Session, now Instant, pass time.Duration) (Session, Instant) {
	until := now.Mono + pass
	for {
		d, ok := s.Wake(now)
		if !ok || now.Mono+d > until {
			rest := until - now.Mono
			return s, Instant{now.Wall.Add(rest), until}
		}
		now = Instant{now.Wall.Add(d), now.Mono + d}
		before := s.Remaining(now)
		s = w.next(s, Wake, now)
		if d == 0 && s.Remaining(now) == before && s.State() == Running {
			if again, _ := s.Wake(now); again == 0 {
				w.t.Fatal("wakes for nothing")
			}
		}
	}
}

// storm pauses and goes on many times in one instant: nothing may change.
func (w *watcher) storm(s Session, now Instant) {
	if s.State() == Waiting {
		return
	}
	n, _ := Next(s, Wake, now)
	index, left := n.Index(), n.Remaining(now)
	for range 6 {
		n, _ = Next(n, Pause, now)
	}
	if n.State() != Over && (n.Index() != index || n.Remaining(now) != left) {
		w.t.Fatalf("six toggles made %v of %v", n.Remaining(now), left)
	}
}

// finish leads whatever is left to its end.
func (w *watcher) finish(s Session, now Instant) {
	for range 100 {
		switch {
		case s.State() == Over:
			return
		case s.State() != Running:
			s = w.next(s, Pause, now)
		case s.Phase().Kind == Open:
			s = w.next(s, Forward, now)
		default:
			s, now = w.wait(s, now, 10*time.Minute)
		}
	}
	w.t.Fatal("no end is reached")
}
