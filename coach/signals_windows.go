package coach

import (
	"os"
	"syscall"
)

var watched = map[os.Signal]int{os.Interrupt: 130, syscall.SIGTERM: 143}
