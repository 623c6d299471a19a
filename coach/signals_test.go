package coach

import (
	"os"
	"syscall"
	"testing"

	"uncramp/coach/cli"
)

// TestASignalNamesTheCode is about a command that fails by the signal that ends
// the program, before that was heard.
func TestASignalNamesTheCode(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		code, want int
		signals    []os.Signal
	}{
		{cli.Done, cli.Done, nil},
		{cli.Failed, cli.Failed, nil},
		{cli.Failed, 130, []os.Signal{os.Interrupt}},
		{cli.Usage, 143, []os.Signal{syscall.SIGTERM, os.Interrupt}},
		{cli.Done, cli.Done, []os.Signal{syscall.SIGTERM}}, // all of it is done
	} {
		signals := make(chan os.Signal, len(tt.signals))
		for _, sig := range tt.signals {
			signals <- sig
		}
		if got := codeAfter(tt.code, signals); got != tt.want {
			t.Errorf("a command with code %d ends with %d after %v, want %d", tt.code, got, tt.signals, tt.want)
		}
	}
}
