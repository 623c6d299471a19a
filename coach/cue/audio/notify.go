package audio

import (
	"context"
	"fmt"
	"runtime"
	"strings"

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
		return []string{"powershell.exe", "-NoProfile", "-NonInteractive", "-Command", toast}, []byte(title + "\n" + text + "\n")
	}
	return []string{"notify-send", "--app-name=uncramp", "--", title, text}, nil
}

// toast is what PowerShell does, under its own name: Windows shows only what a
// program it knows sends.
var toast = strings.Join([]string{
	"$ErrorActionPreference = 'Stop'",
	"$in = New-Object IO.StreamReader([Console]::OpenStandardInput(), [Text.Encoding]::UTF8)",
	"$manager = [Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]",
	"$xml = $manager::GetTemplateContent([Windows.UI.Notifications.ToastTemplateType]::ToastText02)",
	"foreach ($line in $xml.GetElementsByTagName('text')) { [void]$line.AppendChild($xml.CreateTextNode($in.ReadLine())) }",
	"$toast = [Windows.UI.Notifications.ToastNotification, Windows.UI.Notifications, ContentType = WindowsRuntime]::new($xml)",
	`$manager::CreateToastNotifier('{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\WindowsPowerShell\v1.0\powershell.exe').Show($toast)`,
}, "; ")
