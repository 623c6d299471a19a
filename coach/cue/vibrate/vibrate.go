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

// pulses are how many tell what a tone tells.
var pulses = map[cue.Tone]int{cue.Begin: 1, cue.Ease: 2, cue.Finish: 2}

// Sink is a [cue.Sink] that is felt, too.
type Sink struct {
	cue.Sink
	ctx    context.Context
	cancel context.CancelFunc
	tasks  sync.WaitGroup

	mu   sync.Mutex
	on   cue.Vibration
	stop context.CancelFunc // ends the pulses that are being made
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
	n := pulses[c.Tone]
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

// run makes so many pulses, until the context is done.
func run(ctx context.Context, args []string, n int) {
	for range n {
		_, _ = process.Run(ctx, process.Command{Program: program, Args: args, Timeout: runTimeout}) // it was a courtesy
		select {
		case <-ctx.Done():
			return
		case <-time.After(pulse + gap):
		}
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
