// Package hook runs programs of the person's own as a routine is followed.
//
// Its contract: they hold nothing up and end nothing. One runs at a time, for five
// seconds at most; what falls due meanwhile is left out, but for the end of a
// routine, which is told when that one is over. No shell reads their words. What
// comes of them is not told; doctor says whether they are there.
package hook

import (
	"context"
	"strconv"
	"sync"
	"time"

	"uncramp/coach/cue"
	"uncramp/coach/process"
	"uncramp/coach/session"
	"uncramp/coach/text"
)

const (
	// runTimeout is how long a program may run.
	runTimeout = 5 * time.Second
	// lastTimeout is how long the one for the end of a routine may still run when the
	// program ends.
	lastTimeout = time.Second
)

// The occasions, as the settings name them.
const (
	began = "began"
	phase = "phase"
	ended = "ended"
)

// Sink is a [cue.Sink] that runs programs, too.
type Sink struct {
	cue.Sink
	commands map[string][]string // a program with its arguments, by occasion
	ctx      context.Context
	cancel   context.CancelFunc

	mu       sync.Mutex
	latest   cue.Happening // of the routine that is followed
	followed bool          // a routine is
	running  chan struct{} // closed when what runs is over; nil: nothing runs
	waiting  []string      // the environment of the end that is still to be told
}

// Around returns a sink that also runs commands: a program with its arguments for each
// occasion, began, phase or ended. Without any it is the sink itself.
func Around(s cue.Sink, commands map[string][]string) cue.Sink {
	if len(commands) == 0 {
		return s
	}
	ctx, cancel := context.WithCancel(context.Background())
	return &Sink{Sink: s, commands: commands, ctx: ctx, cancel: cancel}
}

// Play implements cue.Sink.
func (s *Sink) Play(c cue.Cue) {
	s.Sink.Play(c)
	s.mu.Lock()
	defer s.mu.Unlock()
	switch c.Of.Kind {
	case session.Began:
		occasion := phase
		if !s.followed && s.commands[began] != nil {
			occasion = began
		}
		s.latest, s.followed = c.Of, true
		s.tell(occasion, c.Of)
	case session.Finished, session.Overdue:
		s.latest.Ending = c.Of.Ending
		s.end()
	default:
	}
}

// Hush implements cue.Sink. Who hushes it leaves the routine.
func (s *Sink) Hush() {
	s.Sink.Hush()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.latest.Ending = session.WasLeft
	s.end()
}

// end tells that the routine ended, if one is followed.
func (s *Sink) end() {
	if s.followed {
		s.followed = false
		s.tell(ended, s.latest)
	}
}

// tell runs the program of an occasion, unless another one runs.
func (s *Sink) tell(occasion string, h cue.Happening) {
	args := s.commands[occasion]
	if args == nil || s.ctx.Err() != nil {
		return
	}
	env := environment(occasion, h)
	switch {
	case s.running == nil:
		s.run(args, env)
	case occasion == ended:
		s.waiting = env
	}
}

// run runs a program beside the session.
func (s *Sink) run(args, env []string) {
	over := make(chan struct{})
	s.running = over
	go func() {
		_, _ = process.Run(s.ctx, process.Command{Program: args[0], Args: args[1:], Env: env, Timeout: runTimeout}) // it was a courtesy
		s.mu.Lock()
		defer s.mu.Unlock()
		s.running = nil
		if env := s.waiting; env != nil {
			s.waiting = nil
			s.run(s.commands[ended], env)
		}
		close(over)
	}()
}

// Close implements cue.Sink. The end of a routine is told first, and may take a second.
func (s *Sink) Close(timeout time.Duration) {
	s.Hush()
	s.Sink.Close(timeout)
	last := time.After(lastTimeout)
	for {
		s.mu.Lock()
		running := s.running
		s.mu.Unlock()
		if running == nil {
			s.cancel()
			return
		}
		select {
		case <-running:
		case <-last:
			s.cancel()
			<-running
		}
	}
}

// endings are told by these words.
var endings = map[session.Ending]string{
	session.Completed: "completed", session.EasedOff: "eased", session.GotWorse: "worse",
	session.TooLong: "too-long", session.LeftOut: "left-out", session.WasLeft: "left",
}

// environment is what a program is told, as variables. No flag has their names.
func environment(occasion string, h cue.Happening) []string {
	var list []string
	add := func(name, value string) { list = append(list, "UNCRAMP_"+name+"="+text.Clean(value)) }
	add("EVENT", occasion)
	add("ROUTINE", h.Routine)
	add("PHASE", string(h.Phase.Kind))
	add("MOVE", h.Phase.Name)
	add("WHERE", h.Phase.Where())
	add("SECONDS", strconv.Itoa(int(h.Phase.Length/time.Second)))
	if occasion == ended {
		add("ENDING", endings[h.Ending])
	}
	return list
}
