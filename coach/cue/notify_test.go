package cue

import (
	"slices"
	"testing"
)

// TestANotificationIsText: what is told stands where no program looks for its
// options or for code.
func TestANotificationIsText(t *testing.T) {
	const title, text = "--urgency=critical", `"; exit 1; $(reboot)`
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
