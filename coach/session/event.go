package session

import "time"

// Instant is one reading of both clocks. The wall clock goes on while the
// machine sleeps and can be set; the monotonic one does neither.
type Instant struct {
	Wall time.Time
	Mono time.Duration // since any fixed point
}

// Input is what happens to a session.
type Input int

// The inputs. Wake only lets time pass.
const (
	Wake     Input = iota
	Pause          // pause, or go on
	Forward        // the next phase
	Back           // the phase before, or the answer that led here is taken back
	Again          // this phase from its beginning
	More           // ten seconds more of this phase
	Less           // ten seconds less
	Eased          // the cramp eases
	Same           // it stays as it is
	Worse          // it gets worse
	Stretch        // to the gentle stretch, at once
	Earlier        // the cramp began a minute earlier
	Later          // it began a minute later, after all
	TakeBack       // the last answer was a slip
	Unfit          // what speaks against the routine is so
	Leave          // the person leaves
)

// EventKind is what an event tells.
type EventKind string

// The events. Each falls due exactly once in a phase; a phase that is begun
// again, or given more time, counts down again.
const (
	Began    EventKind = "began"    // a phase began
	HalfWay  EventKind = "half-way" // half of a hold of 20 s or more is over
	Count    EventKind = "count"    // three, two or one second is left
	Check    EventKind = "check"    // time to ask: eased, same or worse?
	Paused   EventKind = "paused"
	Resumed  EventKind = "resumed"
	Gap      EventKind = "gap"     // time went by unseen; the session waits where it was
	Warned   EventKind = "warned"  // the cramp has lasted nearly as long as the coach leads
	Overdue  EventKind = "overdue" // it has lasted so long that the coach stops leading
	Finished EventKind = "finished"
)

// Event is something that fell due.
type Event struct {
	Kind  EventKind
	At    time.Duration // since the session began, by the monotonic clock
	Phase int           // index in the plan
	Left  int           // for a count: 3, 2 or 1; for a check: whole seconds so far
}

// Leads reports whether a person is led on at an event: a phase begins, or goes
// on, or is asked about.
func (e Event) Leads() bool { return e.Kind == Began || e.Kind == Resumed || e.Kind == Check }

// Ending is how a session came to be over.
type Ending int

// The endings. Eased means that the person said so.
const (
	Going Ending = iota
	Completed
	EasedOff
	GotWorse
	TooLong // the cramp lasted longer than the coach leads
	LeftOut // something spoke against the routine
	WasLeft // or skipped through
)

// State is whether and why time stands still.
type State int

// The states of a session.
const (
	Running State = iota
	Halted        // paused by the person
	Waiting       // time went by unseen, and the person is asked
	Over          // finished, or left
)

// Done is one thing that was done, for the last screen and the diary.
type Done struct {
	Phase  Phase
	At     time.Duration // when it ended, since the session began
	Spent  time.Duration // time of the phase that was lived through, pauses left out
	Answer Input         // Eased, Same or Worse; otherwise Wake
}
