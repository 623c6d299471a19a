package tui

import (
	"errors"
	"io"
	"os"
	"time"

	tea "charm.land/bubbletea/v2"
)

// input is the terminal's keys. Where the terminal is gone a read ends as a
// file does, which the framework takes for silence; it is an error here.
type input struct{ *os.File }

var errHungUp = errors.New("the terminal is gone")

// Read fails once the terminal is gone.
func (i input) Read(b []byte) (int, error) {
	n, err := i.File.Read(b)
	if errors.Is(err, io.EOF) {
		err = errHungUp
	}
	return n, err
}

// outside brings to the program what comes from outside of it: signals, and
// being stopped and let go on by the shell.
type outside struct {
	program *tea.Program
	out     *output
	guard   *watchdog
	signals <-chan int // exit codes; 0: the process was stopped and goes on
	suspend <-chan struct{}
	done    <-chan struct{}
}

// obey goes on until the program is over.
func (o outside) obey() {
	for {
		select {
		case <-o.done:
			return
		case <-o.suspend:
			o.giveAway()
		case code := <-o.signals:
			if code == 0 {
				_ = o.program.ReleaseTerminal() // what stopped it left the terminal in another state
				o.takeBack()
				continue
			}
			o.end(code)
		}
	}
}

func (o outside) end(code int) {
	o.guard.arm(code)
	o.program.Send(endRequested{code})
}

// unheard is how long a stop may take to come about. Without a shell that
// knows of jobs none does, and the program goes on.
const unheard = 200 * time.Millisecond

// giveAway stops the process as ctrl-z does, with the terminal as it was, and
// takes the terminal back when the shell lets it go on.
func (o outside) giveAway() {
	if o.program.ReleaseTerminal() != nil {
		return
	}
	o.out.close()
	if !stopProcess() {
		o.takeBack()
		return
	}
	select {
	case code := <-o.signals:
		if code != 0 {
			o.end(code)
			return
		}
	case <-time.After(unheard):
	}
	o.takeBack()
}

func (o outside) takeBack() {
	_ = o.program.RestoreTerminal()
	o.program.Send(resumed{})
}
