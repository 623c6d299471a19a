package cue

import (
	"context"
	"fmt"
	"net"
	"os/exec"
	"runtime"
	"time"
)

// Way is how tones and words come out of a machine.
type Way struct {
	Output Output  // nil: only the terminal's bell is left
	Tried  []Trial // in order; the last one was taken if there is an output
}

// Trial is something that was looked for.
type Trial struct {
	Name string
	Why  string // why it was not taken; empty if it was
}

// trialTime bounds the trial of one way out.
const trialTime = 300 * time.Millisecond

// Choose returns the first way out that answers, in the order that is best for
// this system. It may take a second, so call it in the background.
func Choose(ctx context.Context) Way {
	return machine{runtime.GOOS, exec.LookPath, dialPulse}.choose(ctx)
}

// machine is what the choice depends on.
type machine struct {
	system string // as Go calls it
	find   func(program string) (path string, err error)
	dial   func(ctx context.Context) (net.Conn, error) // to PulseAudio's server
}

// offer is a way out that a machine may have.
type offer struct {
	name string
	open func(ctx context.Context) (Output, error)
}

// offers are the ways out of a system, the best first.
func (m machine) offers() []offer {
	switch m.system {
	case "darwin":
		return []offer{m.program(afPlay)}
	case "windows":
		return []offer{m.program(soundPlayer)}
	}
	return []offer{m.pulse(), m.program(pwPlay), m.program(paPlay), m.program(aPlay)}
}

func (m machine) choose(ctx context.Context) Way {
	var tried []Trial
	for _, o := range m.offers() {
		out, err := o.open(ctx)
		if err == nil {
			return Way{out, append(tried, Trial{Name: o.name})}
		}
		tried = append(tried, Trial{o.name, plain(err.Error())})
	}
	return Way{nil, tried}
}

func (m machine) pulse() offer {
	p := newPulse(m.dial)
	return offer{p.Name(), func(ctx context.Context) (Output, error) { return answering(ctx, p) }}
}

func (m machine) program(p player) offer {
	return offer{p.name, func(ctx context.Context) (Output, error) {
		path, err := m.find(p.program)
		if err != nil {
			return nil, fmt.Errorf("%s is not installed", p.program)
		}
		if p.slow {
			return newPlaying(p, path), nil
		}
		return answering(ctx, newPlaying(p, path))
	}}
}

// answering is the output if it can play, which a sound without samples tells.
func answering(ctx context.Context, o Output) (Output, error) {
	bounded, cancel := context.WithTimeout(ctx, trialTime)
	defer cancel()
	err := o.Play(bounded, nil)
	if err == nil {
		return o, nil
	}
	if ctx.Err() == nil && bounded.Err() != nil {
		return nil, fmt.Errorf("%s gave no answer within %v", o.Name(), trialTime)
	}
	return nil, err
}
