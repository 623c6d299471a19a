package term

import (
	"io"
	"os"
	"os/signal"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
)

// outside brings to the program what comes from outside of it: signals, and
// being stopped and let go on by the shell.
type outside struct {
	out       *output
	guard     *watchdog
	signals   <-chan int     // exit codes; 0: the process was stopped and goes on
	asked     chan os.Signal // to stop, as ctrl-z does
	stopped   atomic.Bool    // by ctrl-z, and not let go on yet
	continued chan struct{}  // it goes on
}

// obey passes on what comes until the program is over.
func (o *outside) obey(p *tea.Program, done <-chan struct{}) {
	catchStops(o.asked)
	defer signal.Stop(o.asked)
	for {
		select {
		case <-done:
			return
		case <-o.asked:
			p.Send(stopMsg{})
		case code := <-o.signals:
			switch {
			case code != 0:
				o.guard.arm(code)
				p.Send(endMsg(code))
			case o.stopped.Load():
				select {
				case o.continued <- struct{}{}:
				default: // it is known already
				}
			default:
				p.Send(stoppedMsg{})
			}
		}
	}
}

// stopTimeout is how long a stop may take to come about. Without a shell that
// knows of jobs none does, and the program goes on.
const stopTimeout = 250 * time.Millisecond

// suspend stops the process as ctrl-z does, with the terminal as it was, and
// returns when the shell lets it go on.
func (o *outside) suspend() {
	o.out.close()
	release := holdForks() // from here on the terminal obeys ctrl-z itself
	o.guard.restore()
	o.stopped.Store(true)
	defer o.stopped.Store(false)
	catchAgain := letStop()
	defer catchAgain()
	stops := stopProcess()
	release()
	if !stops {
		return
	}
	select {
	case <-o.continued:
	case <-time.After(stopTimeout):
	}
}

// released is done while the framework has let go of the terminal; afterwards
// it takes the terminal back and draws anew. It runs inside the event loop, so
// that nothing else touches the terminal meanwhile.
type released struct {
	do   func()
	wait func() // until the terminal may be taken back
}

// rendererTimeout is how long the framework's renderer may take to stop. It is
// told to, and stops its ticker a moment later; one that was started anew before
// that would stand still for good.
const rendererTimeout = 50 * time.Millisecond

// Run does it. The streams stay ours.
func (r released) Run() error {
	r.do()
	<-time.After(rendererTimeout)
	r.wait()
	return nil
}

// SetStdin, SetStdout and SetStderr are not needed.
func (released) SetStdin(io.Reader)  {}
func (released) SetStdout(io.Writer) {}
func (released) SetStderr(io.Writer) {}

// whileReleased does something without the terminal, and tells the program that
// time went by.
func (h *host) whileReleased(do func()) tea.Cmd {
	return tea.Exec(released{do, h.wait}, func(error) tea.Msg { return tea.ResumeMsg{} })
}
