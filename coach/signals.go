package coach

import (
	"os"
	"os/signal"
	"time"

	"uncramp/coach/cli"
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
// as the process lives. With ended a command that has ended with a code gets the
// one to end with: the signal's, if one has come and the command failed. It may
// have failed by that very signal, at a helper or a terminal that got it, too.
func watchSignals() (codes <-chan int, ended func(code int) int) {
	heard, raw, first := make(chan int), make(chan os.Signal, 4), make(chan os.Signal, 1)
	for sig, code := range watched {
		signal.Notify(raw, sig)
		if code != 0 {
			signal.Notify(first, sig)
		}
	}
	go func() {
		for sig := range raw {
			code := watched[sig]
			select {
			case heard <- code:
			case <-time.After(signalTimeout):
				if code != 0 {
					exit(code)
				}
			}
		}
	}()
	return heard, func(code int) int {
		signal.Stop(first) // it has all that came until now
		return codeAfter(code, first)
	}
}

// codeAfter is the exit code of a command that ended with one, after signals.
func codeAfter(code int, signals <-chan os.Signal) int {
	if code == cli.Done || len(signals) == 0 {
		return code
	}
	return watched[<-signals]
}
