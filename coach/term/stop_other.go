//go:build !unix

package term

// stopProcess does nothing where there are no jobs to stop.
func stopProcess() bool { return false }

// holdForks holds nothing: nothing is stopped.
func holdForks() (release func()) { return func() {} }
