package coach

import (
	"os"
	"os/signal"
)

// signals turns the signals that end the program into exit codes.
type signals struct {
	codes chan int
	raw   chan os.Signal
}

func watchSignals() signals {
	s := signals{codes: make(chan int, 4), raw: make(chan os.Signal, 4)}
	for sig := range watched {
		signal.Notify(s.raw, sig)
	}
	go func() {
		for sig := range s.raw {
			select {
			case s.codes <- watched[sig]:
			default: // one is waiting already
			}
		}
	}()
	return s
}

func (s signals) stop() {
	signal.Stop(s.raw)
	close(s.raw)
}
