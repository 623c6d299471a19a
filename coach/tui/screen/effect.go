package screen

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/coach/theme"
	"uncramp/coach/triage"
	"uncramp/coach/visit"
)

// Effect is what a screen asks of the root. Its requests are obeyed at once, in
// order, before the next message: a later key can't overtake them. Its command
// runs beside, and its answer comes back to the screen that asked, or to nobody
// once that is gone. The zero value asks for nothing.
type Effect struct {
	Requests []Request
	Cmd      tea.Cmd
}

// Request is one thing that is asked of the root: one of the types below. A
// screen that is not on top may not leave, open or play; that is dropped.
type Request interface{ request() }

type (
	// Back closes the screen; with the last one the program ends.
	Back struct{}
	// Withdraw closes every screen that leads to a routine, because a red flag
	// stands: what is being told in a form stays. With the last one the program ends,
	// unless the screen is to stay then.
	Withdraw struct{ Stay bool }
	// Open opens a page by its name.
	Open struct {
		Page string
		Card string // of the library; empty: the list
		// Routine and Step name a step of which more is to be read: the card that
		// explains it. The routine waits.
		Routine, Step string
	}
	// OpenForm opens the form about a cramp.
	OpenForm struct {
		Episode record.Episode
		Fresh   bool // it is told here first, and has just ended
		Edit    bool // an entry of long ago is put right, in a list
		Brief   bool // one number is all that is asked, for the night
	}
	// Play plays a routine, unless a red flag stands.
	Play struct {
		Routine string // its id
		Choice  session.Choice
		// Ready is the routine itself, where it is laid flat already.
		Ready *visit.Play
		// Visit is what was followed before it; nil for the first routine of a visit.
		Visit *visit.Visit
	}
	// GoOn closes a check that allows what it stood in the way of, which is played.
	GoOn struct{}
	// AskFlags asks about the red flags.
	AskFlags struct{}
	// KeepFinding says what a check of the red flags came to.
	KeepFinding struct{ Finding triage.Finding }
	// ReadFinding asks again what the latest check came to, of any program: a
	// routine that it does not allow is stopped.
	ReadFinding struct{}
	// SetLook says that settings are others now, and how all screens are to look.
	SetLook struct {
		Theme   theme.Choice
		Still   bool
		Figures theme.Figures
	}
	// ShowError tells in one line what went wrong, on the screen that is on top by
	// then.
	ShowError struct{ Err error }
	// Notify tells a person who looks at something else.
	Notify struct{ Title, Text string }
	// Write is something to be written. Writes are done one at a time, in the
	// order in which they were asked for, and what is left when the program ends
	// is done then.
	Write struct {
		// Key, if there is one, lets the write replace an earlier one with the same
		// key that has not begun.
		Key string
		// Do writes. It runs beside the loop, once.
		Do func() error
		// Done is the message that comes back to the screen that asked. Without it, or
		// where that screen is gone, an error is told in one line.
		Done func(error) tea.Msg
		// Retry has a write that failed done once more when the program ends.
		Retry bool
	}
)

func (Back) request()        {}
func (Withdraw) request()    {}
func (Open) request()        {}
func (OpenForm) request()    {}
func (Play) request()        {}
func (GoOn) request()        {}
func (AskFlags) request()    {}
func (KeepFinding) request() {}
func (ReadFinding) request() {}
func (SetLook) request()     {}
func (ShowError) request()   {}
func (Notify) request()      {}
func (Write) request()       {}

// Ask is an effect of requests, in order.
func Ask(requests ...Request) Effect { return Effect{Requests: requests} }

// Do is an effect of something that takes time; what it returns comes back to
// the screen. An [Effect] is asked of the root instead, if the screen is on top.
func Do(effect func() tea.Msg) Effect { return Effect{Cmd: effect} }

// And is both effects, this one first.
func (e Effect) And(more Effect) Effect {
	return Effect{slices.Concat(e.Requests, more.Requests), tea.Batch(e.Cmd, more.Cmd)}
}
