package awake

import (
	"context"
	"runtime"

	"golang.org/x/sys/windows"
)

const (
	continuous      = 0x80000000 // ES_CONTINUOUS
	systemRequired  = 0x00000001 // ES_SYSTEM_REQUIRED
	displayRequired = 0x00000002 // ES_DISPLAY_REQUIRED
)

// hold keeps awake until the context is done. It asks for it on a thread of its own: it belongs to the thread, and ends
// with it.
func hold(ctx context.Context, _ string) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	set := windows.NewLazySystemDLL("kernel32.dll").NewProc("SetThreadExecutionState")
	if set.Find() != nil {
		return
	}
	_, _, _ = set.Call(continuous | systemRequired | displayRequired) // it tells the state before
	<-ctx.Done()
	_, _, _ = set.Call(continuous)
}

// Means tells by what the machine is kept awake; the error says why it is not.
func Means() (string, error) { return "Windows is asked", nil }
