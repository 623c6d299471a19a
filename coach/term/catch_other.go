//go:build !linux

package term

import "os"

// catchStops leaves the signal that asks the process to stop as it is.
func catchStops(chan<- os.Signal) {}

func letStop() (catchAgain func()) { return func() {} }
