package term

import (
	"fmt"
	"runtime/debug"

	tea "charm.land/bubbletea/v2"
)

// Fault is a panic that was caught.
type Fault struct {
	Value string
	Stack []byte
}

// Error returns the panic's value; the stack is for the log.
func (f *Fault) Error() string { return "a fault inside uncramp: " + f.Value }

// caught runs f and returns its panic as a fault; nil: there was none.
func caught(f func()) (fault *Fault) {
	defer func() {
		if r := recover(); r != nil {
			fault = &Fault{fmt.Sprint(r), debug.Stack()}
		}
	}()
	f()
	return nil
}

// Safely makes a command of an effect. One that panics ends the program, with
// the terminal as it was: the fault is the message.
func Safely(effect func() tea.Msg) tea.Cmd {
	return func() (msg tea.Msg) {
		if fault := caught(func() { msg = effect() }); fault != nil {
			return fault
		}
		return msg
	}
}
