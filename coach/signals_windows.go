package coach

import (
	"os"
	"syscall"
)

// needsTerm is false: the console draws without a TERM.
const needsTerm = false

var watched = map[os.Signal]int{os.Interrupt: 130, syscall.SIGTERM: 143}
