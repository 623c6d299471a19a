// Package vibrate has a phone pulse, where Termux can: once as a hold begins, twice as
// it is to be let go. Nobody else hears that.
//
// Its contract: it holds nothing up, and what is not felt is no fault; doctor says
// whether the program is there.
package vibrate

import (
	"context"
	"strconv"
	"sync"
	"time"

	"uncramp/coach/cue"
	"uncramp/coach/process"
)

const (
	// program is that of Termux. It returns as soon as the phone pulses.
	program = "termux-vibrate"
	// pulse is how long one takes, and gap what lies between two.
	pulse = 150 * time.Millisecond
	gap   = 200 * time.Millisecond
	// runTimeout is how long the program may take over one.
	runTimeout = 2 * time.Second
)

// Sink is a [cue.Sink] that is felt, too.
type Sink struct {
	cue.Sink
	ctx    context.Context
	cancel context.CancelFunc
	tasks  sync.WaitGroup

	mu    sync.Mutex
	on    cue.Vibration
	holds bool               // a hold has begun, and is not over
	stop  context.CancelFunc // ends the pulses that are being made
}

// Around returns a sink that is felt, too. Without the program it is the sink itself.
func Around(s cue.Sink) cue.Sink {
	if _, err := Means(); err != nil {
		return s
	}
	ctx, cancel := context.WithCancel(context.Background())
	return &Sink{Sink: s, ctx: ctx, cancel: cancel, stop: func() {}}
}

// Means tells by what the phone pulses; the error says that it is not installed.
func Means() (string, error) {
	_, err := process.Find(program)
	return program, err
}

// Set implements cue.Sink.
func (s *Sink) Set(on cue.Switches) {
	s.Sink.Set(on)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.on = on.Vibration
	if s.on == cue.NoVibration {
		s.stop()
	}
}

// Play implements cue.Sink. New pulses take the place of older ones.
func (s *Sink) Play(c cue.Cue) {
	s.Sink.Play(c)
	s.mu.Lock()
	defer s.mu.Unlock()
	n := s.pulses(c.Tone)
	if n == 0 || s.on == cue.NoVibration || s.ctx.Err() != nil {
		return
	}
	args := []string{"-d", strconv.Itoa(int(pulse / time.Millisecond))}
	if s.on == cue.VibrateAlways {
		args = append(args, "-f")
	}
	s.stop()
	ctx, stop := context.WithCancel(s.ctx)
	s.stop = stop
	s.tasks.Go(func() { run(ctx, args, n) })
}

// pulses are how many tell what a tone tells. Getting ready tells that a hold is over where
// one was: the legs may change at once, and nothing be let go before.
func (s *Sink) pulses(t cue.Tone) int {
	held := s.holds
	switch t {
	case cue.Begin:
		s.holds = true
		return 1
	case cue.Ready, cue.Ease, cue.Finish:
		s.holds = false
		if held || t != cue.Ready {
			return 2
		}
	case cue.None, cue.Tick, cue.Half, cue.Ask:
	}
	return 0
}

// run makes so many pulses, until the context is done.
func run(ctx context.Context, args []string, n int) {
	for i := range n {
		if i > 0 {
			select {
			case <-ctx.Done():
				return
			case <-time.After(pulse + gap):
			}
		}
		_, _ = process.Run(ctx, process.Command{Program: program, Args: args, Timeout: runTimeout}) // it was a courtesy
	}
}

// Hush implements cue.Sink.
func (s *Sink) Hush() {
	s.Sink.Hush()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stop()
}

// Close implements cue.Sink.
func (s *Sink) Close(timeout time.Duration) {
	s.mu.Lock()
	s.cancel()
	s.mu.Unlock()
	s.Sink.Close(timeout)
	s.tasks.Wait() // what ran is killed
}
