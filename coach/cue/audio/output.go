package audio

import (
	"context"
	"fmt"
	"net"
	"os"
	"runtime"
	"slices"
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

// Trial is something that was looked for.
type Trial struct {
	Name string
	Why  string // why it was not taken; empty if it was
}

// trialTimeout is how long an output may take to say that it can play.
const trialTimeout = 300 * time.Millisecond

// ChooseOutput returns the first output that answers, in the order that is best
// for this system, and what was tried, in order. It is nil where none answers. It
// may take a second, so call it in the background. Over SSH none is taken.
func ChooseOutput(ctx context.Context) (Output, []Trial) {
	if isAway(os.Getenv) {
		return nil, []Trial{{"speakers", away}}
	}
	return thisMachine().output(ctx)
}

// isAway reports whether the person sits at another machine: this one's speakers
// are in another room, unless she has named a server to play through.
func isAway(getenv func(string) string) bool {
	return getenv("SSH_CONNECTION") != "" && getenv("PULSE_SERVER") == ""
}

// machine is what the choice depends on.
type machine struct {
	system string // as Go calls it
	find   func(program string) (path string, err error)
	dial   func(ctx context.Context) (net.Conn, error) // to PulseAudio's server
}

func thisMachine() machine { return machine{runtime.GOOS, process.Find, dialPulse} }

func (m machine) output(ctx context.Context) (Output, []Trial) {
	var offers []offer[Output]
	programs, ok := playersOf[m.system]
	if !ok {
		programs = unixPlayers
	}
	if !slices.Contains(withoutPulse, m.system) {
		p := pulse{m.dial}
		offers = append(offers, offer[Output]{p.Name(), func() (Output, error) { return answering(ctx, p) }})
	}
	for _, p := range programs {
		offers = append(offers, offer[Output]{p.name, func() (Output, error) {
			path, err := m.find(p.program)
			if err != nil || p.slow {
				return p.at(path), err
			}
			return answering(ctx, p.at(path))
		}})
	}
	return choose(offers)
}

// offer is something that a machine may have.
type offer[T any] struct {
	name string
	open func() (T, error)
}

// choose takes the first offer that opens, and tells what it tried.
func choose[T any](offers []offer[T]) (chosen T, tried []Trial) {
	for _, o := range offers {
		found, err := o.open()
		if err == nil {
			return found, append(tried, Trial{Name: o.name})
		}
		tried = append(tried, Trial{o.name, cleanLine(err.Error())})
	}
	return chosen, tried
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
