package audio

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// TestWithoutANotifierItIsSaid names the program of each system.
func TestWithoutANotifierItIsSaid(t *testing.T) {
	for system, want := range map[string]string{
		"linux": "notify-send", "freebsd": "notify-send", "darwin": "osascript", "windows": "powershell.exe",
		"android": "termux-notification",
	} {
		there := func(name string) (string, error) { return "/bin/" + name, nil }
		if got, err := findNotifier(system, there); err != nil || got != want {
			t.Errorf("%s: %q, %v", system, got, err)
		}
		missing := func(string) (string, error) { return "", exec.ErrNotFound }
		if got, err := findNotifier(system, missing); err == nil || got != "" || !strings.HasPrefix(err.Error(), want+" is missing, so no notification can appear; install it") {
			t.Errorf("%s: %q, %v", system, got, err)
		}
	}
}

// TestANotificationIsText: what is told stands where no program looks for its
// options or for code.
func TestANotificationIsText(t *testing.T) {
	const title, text = "--urgency=critical", `"; exit 1; $(reboot)`
	if args, stdin := notifier("android", title, text); args[len(args)-1] != "--title="+title || string(stdin) != text+"\n" {
		t.Errorf("android: %q reads %q", args, stdin)
	}
	for _, system := range []string{"linux", "darwin", "windows"} {
		args, stdin := notifier(system, title, text)
		if system == "windows" {
			if string(stdin) != title+"\n"+text+"\n" || slices.Contains(args, title) || slices.Contains(args, text) {
				t.Errorf("%s: %q reads %q", system, args, stdin)
			}
			continue
		}
		n := len(args)
		if args[n-3] != "--" || args[n-2] != title || args[n-1] != text {
			t.Errorf("%s: %q", system, args)
		}
	}
}
