package cue

import (
	"context"
	"runtime"
)

// notify shows a notification through a program of the system.
func notify(ctx context.Context, title, text string) error {
	args := []string{"notify-send", "--app-name=uncramp", "--", title, text}
	if runtime.GOOS == "darwin" {
		args = []string{"osascript", "-e", "on run argv", "-e", "display notification (item 2 of argv) with title (item 1 of argv)", "-e", "end run", title, text}
	}
	_, err := run(ctx, nil, args[0], args[1:]...)
	return err
}
