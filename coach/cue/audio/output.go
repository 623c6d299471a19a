package audio

import (
	"context"
	"fmt"
	"net"
	"runtime"
	"time"

	"uncramp/coach/process"
)

// Output is a way out for sounds. It may be asked to play several at once.
type Output interface {
	// Name tells which one it is, as the person knows it: "PulseAudio", "aplay".
	Name() string
	// Play plays a sound to its end, or until the context is done. Whatever it
	// started is gone when it returns.
	Play(ctx context.Context, s Sound) error
	// Close stops what is being played, and lets go of everything.
	Close() error
}

// bell is the Output where there is no other: it rings once for a sound.
type bell struct{ ring func() }

// Name implements Output.
func (bell) Name() string { return "bell" }

// Play implements Output.
func (b bell) Play(context.Context, Sound) error {
	b.ring()
	return nil
}

// Close implements Output.
func (bell) Close() error { return nil }

// Trial is something that was looked for.
type Trial struct {
	Name string
	Why  string // why it was not taken; empty if it was
}

// trialTimeout is how long an output may take to say that it can play.
const trialTimeout = 300 * time.Millisecond

// ChooseOutput returns the first output that answers, in the order that is best
// for this system, and what was tried, in order. It is nil where none answers. It
// may take a second, so call it in the background.
func ChooseOutput(ctx context.Context) (Output, []Trial) {
	return machine{runtime.GOOS, process.Find, dialPulse}.output(ctx)
}

// machine is what the choice depends on.
type machine struct {
	system string // as Go calls it
	find   func(program string) (path string, err error)
	dial   func(ctx context.Context) (net.Conn, error) // to PulseAudio's server
}

func (m machine) output(ctx context.Context) (Output, []Trial) {
	var tried []Trial
	try := func(name string, open func() (Output, error)) Output {
		out, err := open()
		if err != nil {
			tried = append(tried, Trial{name, cleanLine(err.Error())})
			return nil
		}
		tried = append(tried, Trial{Name: name})
		return out
	}
	programs, ok := playersOf[m.system]
	if !ok {
		programs = unixPlayers
		p := newPulse(m.dial)
		if out := try(p.Name(), func() (Output, error) { return answering(ctx, p) }); out != nil {
			return out, tried
		}
	}
	for _, p := range programs {
		if out := try(p.name, func() (Output, error) { return m.player(ctx, p) }); out != nil {
			return out, tried
		}
	}
	return nil, tried
}

func (m machine) player(ctx context.Context, p playerProgram) (Output, error) {
	path, err := m.find(p.program)
	switch {
	case err != nil:
		return nil, err
	case p.slow:
		return newPlayer(p, path), nil
	}
	return answering(ctx, newPlayer(p, path))
}

// answering returns an output if it can play, which a sound without samples tells.
func answering(ctx context.Context, o Output) (Output, error) {
	bounded, cancel := context.WithTimeout(ctx, trialTimeout)
	defer cancel()
	err := o.Play(bounded, nil)
	if err == nil {
		return o, nil
	}
	if ctx.Err() == nil && bounded.Err() != nil {
		return nil, fmt.Errorf("%s gave no answer within %v", o.Name(), trialTimeout)
	}
	return nil, err
}
