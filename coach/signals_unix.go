//go:build unix

package coach

import (
	"os"
	"syscall"
)

// watched are the signals that end the program, by exit code. SIGCONT, with 0,
// says that the process was stopped and goes on.
var watched = map[os.Signal]int{syscall.SIGHUP: 129, syscall.SIGINT: 130, syscall.SIGQUIT: 131, syscall.SIGTERM: 143, syscall.SIGCONT: 0}
