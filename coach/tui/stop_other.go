//go:build !unix

package tui

// stopProcess does nothing where there are no jobs to stop.
func stopProcess() bool { return false }
