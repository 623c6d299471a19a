package coach

import (
	"os"
	"os/signal"
	"time"

	"uncramp/coach/process"
)

// signals turns the signals that end the program into exit codes.
type signals struct {
	codes chan int
	raw   chan os.Signal
}

// signalTimeout is how long whatever runs may take to hear of a signal. After that,
// stuck in a write as it may be, the process ends all the same.
const signalTimeout = time.Second

// exit ends the process, and every helper program with it.
func exit(code int) {
	process.StopAll()
	os.Exit(code)
}

func watchSignals() signals {
	s := signals{codes: make(chan int), raw: make(chan os.Signal, 4)}
	for sig := range watched {
		signal.Notify(s.raw, sig)
	}
	go func() {
		for sig := range s.raw {
			select {
			case s.codes <- watched[sig]:
			case <-time.After(signalTimeout):
				if code := watched[sig]; code != 0 {
					exit(code)
				}
			}
		}
	}()
	return s
}

func (s signals) stop() {
	signal.Stop(s.raw)
	close(s.raw)
}
