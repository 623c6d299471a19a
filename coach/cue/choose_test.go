package cue

import (
	"context"
	"errors"
	"net"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func noServer(context.Context) (net.Conn, error) { return nil, errors.New("connection refused") }

// tried are the trials of a way in words.
func tried(w Way) string {
	var all []string
	for _, trial := range w.Tried {
		all = append(all, trial.Name+": "+trial.Why)
	}
	return strings.Join(all, "\n")
}

func TestChoose(t *testing.T) {
	const refused = "PulseAudio: no PulseAudio server: connection refused\n"
	for name, tt := range map[string]struct {
		system  string
		scripts map[string]string
		takes   string // empty: nothing
		tried   string // $BIN stands for the stubs' folder
	}{
		"nothing there": {"linux", nil, "",
			refused + "pw-play: pw-play is not installed\npaplay: paplay is not installed\naplay: aplay is not installed"},
		"the first that works": {"linux", map[string]string{"pw-play": "exit 0", "aplay": "exit 0"}, "pw-play",
			refused + "pw-play: "},
		"what fails": {"freebsd", map[string]string{"pw-play": "echo 'Host is down' >&2; exit 1", "paplay": "exit 7", "aplay": "cat > /dev/null"}, "aplay",
			refused + "pw-play: $BIN/pw-play: exit status 1: Host is down\npaplay: $BIN/paplay: exit status 7\naplay: "},
		"what hangs": {"linux", map[string]string{"pw-play": "sleep 1000", "paplay": "sleep 1000 & echo $! >> $HERE/pids; wait", "aplay": "exit 0"}, "aplay",
			refused + "pw-play: pw-play gave no answer within 300ms\npaplay: paplay gave no answer within 300ms\naplay: "},
		"what talks to the terminal": {"linux", map[string]string{"pw-play": `printf '\033]0;mine\007\342\200\256' >&2; exit 1`}, "",
			refused + "pw-play: $BIN/pw-play: exit status 1: 0;mine\npaplay: paplay is not installed\naplay: aplay is not installed"},
		"macOS":                   {"darwin", map[string]string{"afplay": "sleep 1000", "aplay": "exit 0"}, "afplay", "afplay: "},
		"macOS without afplay":    {"darwin", map[string]string{"aplay": "exit 0"}, "", "afplay: afplay is not installed"},
		"Windows":                 {"windows", map[string]string{"powershell.exe": "sleep 1000"}, "PowerShell", "PowerShell: "},
		"Windows without a shell": {"windows", nil, "", "PowerShell: powershell.exe is not installed"},
	} {
		t.Run(name, func(t *testing.T) {
			// Those that hang take all their time; with as much again one was late that answers.
			limit := time.Duration(strings.Count(tt.tried, "gave no answer")+1) * trialTime
			inTime(t, limit, func(t *testing.T) time.Duration {
				here := stubs(t, tt.scripts)
				begun := time.Now()
				w := machine{tt.system, exec.LookPath, noServer}.choose(t.Context())
				took := time.Since(begun)
				if took > limit {
					return took // whoever was late was not taken
				}
				if got := taken(w); got != tt.takes {
					t.Errorf("it takes %q, want %q", got, tt.takes)
				}
				if want := strings.ReplaceAll(tt.tried, "$BIN", filepath.Join(here, "bin")); tried(w) != want {
					t.Errorf("it tried\n%s\nwant\n%s", tried(w), want)
				}
				nothingLeft(t, here)
				return took
			})
		})
	}
}

func taken(w Way) string {
	if w.Output == nil {
		return ""
	}
	return w.Output.Name()
}

// TestChooseDoesNotWaitForAServer has one that takes calls and says nothing.
func TestChooseDoesNotWaitForAServer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		begun := time.Now()
		w := machine{"linux", nothingInstalled, silentServer(t)}.choose(t.Context())
		if took := time.Since(begun); took != trialTime {
			t.Errorf("it took %v", took)
		}
		if w.Output != nil || !strings.HasPrefix(tried(w), "PulseAudio: PulseAudio gave no answer within 300ms\n") {
			t.Errorf("it takes %q after\n%s", taken(w), tried(w))
		}
	})
}

func nothingInstalled(string) (string, error) { return "", exec.ErrNotFound }

func TestChooseEndsWithItsContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		begun := time.Now()
		w := machine{"linux", nothingInstalled, silentServer(t)}.choose(ctx)
		if took := time.Since(begun); w.Output != nil || took > 0 {
			t.Errorf("it takes %q after %v", taken(w), took)
		}
	})
}

// TestChooseHere asks the machine itself, whatever it has.
func TestChooseHere(t *testing.T) {
	begun := time.Now()
	w := Choose(t.Context())
	t.Logf("%s takes %q after %v\n%s", runtime.GOOS, taken(w), time.Since(begun), tried(w))
	if w.Output != nil {
		defer func() { _ = w.Output.Close() }()
	}
	if len(w.Tried) == 0 {
		t.Fatal("nothing was tried")
	}
	for i, trial := range w.Tried {
		if took := i == len(w.Tried)-1 && w.Output != nil; trial.Name == "" || took != (trial.Why == "") {
			t.Errorf("trial %d says %+v", i, trial)
		}
	}
}
