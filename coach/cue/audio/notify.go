package audio

import (
	"context"
	"fmt"
	"runtime"

	"uncramp/coach/process"
)

// Notify shows a notification through a program of the system. The error names
// that program.
func Notify(ctx context.Context, title, text string) error {
	args, input := notifier(runtime.GOOS, cleanLine(title), cleanLine(text))
	_, err := process.Run(ctx, process.Command{Program: args[0], Args: args[1:], Input: input})
	return err
}

// Notifier names the program that [Notify] runs. The error says that it is
// missing, and what to do about it.
func Notifier() (string, error) { return findNotifier(runtime.GOOS, process.Find) }

func findNotifier(system string, find func(string) (string, error)) (string, error) {
	args, _ := notifier(system, "", "")
	program := args[0]
	if _, err := find(program); err != nil {
		return "", fmt.Errorf(noNotifier, program)
	}
	return program, nil
}

// notifier is the program of a system, and what it reads. What varies never
// stands where a program looks for its options or for code.
func notifier(system, title, text string) (args []string, input []byte) {
	switch system {
	case "darwin":
		return []string{
			"osascript", "-e", "on run argv", "-e", "display notification (item 2 of argv) with title (item 1 of argv)", "-e", "end run",
			"--", title, text,
		}, nil
	case "windows":
		return append([]string{powershell}, powershellArgs(notifyScript)...), []byte(title + "\n" + text + "\n")
	case "android": // its name has it take the place of the one before
		return []string{"termux-notification", "--id=uncramp", "--title=" + title}, []byte(text + "\n")
	}
	return []string{"notify-send", "--app-name=uncramp", "--", title, text}, nil
}
