package coach

import (
	"os"
	"os/signal"
	"time"

	"uncramp/coach/process"
)

// signalTimeout is how long whatever runs may take to hear of a signal. After that,
// stuck in a write as it may be, the process ends all the same.
const signalTimeout = time.Second

// exit ends the process, and every helper program with it.
func exit(code int) {
	process.StopAll()
	os.Exit(code)
}

// watchSignals turns the signals that end the program into exit codes, as long
// as the process lives.
func watchSignals() <-chan int {
	codes, raw := make(chan int), make(chan os.Signal, 4)
	for sig := range watched {
		signal.Notify(raw, sig)
	}
	go func() {
		for sig := range raw {
			code := watched[sig]
			select {
			case codes <- code:
			case <-time.After(signalTimeout):
				if code != 0 {
					exit(code)
				}
			}
		}
	}()
	return codes
}
