package audio

import (
	"context"
	"errors"
	"fmt"
	"net"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"uncramp/coach/process"
)

func noServer(context.Context) (net.Conn, error) { return nil, errors.New("connection refused") }

// inWords are trials, one a line.
func inWords(trials []Trial) string {
	var all []string
	for _, trial := range trials {
		all = append(all, trial.Name+": "+trial.Why)
	}
	return strings.Join(all, "\n")
}

func TestChooseOutput(t *testing.T) {
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
		"Android": {"android", map[string]string{"termux-media-player": "sleep 1000", "aplay": "exit 0"}, "termux-media-player",
			refused + "paplay: paplay is not installed\ntermux-media-player: "},
		"Android with a server's player": {"android", map[string]string{"termux-media-player": "exit 0", "paplay": "exit 0"}, "paplay",
			refused + "paplay: "},
		"macOS":                   {"darwin", map[string]string{"afplay": "sleep 1000", "aplay": "exit 0"}, "afplay", "afplay: "},
		"macOS without afplay":    {"darwin", map[string]string{"aplay": "exit 0"}, "", "afplay: afplay is not installed"},
		"Windows":                 {"windows", map[string]string{"powershell.exe": "sleep 1000"}, "PowerShell", "PowerShell: "},
		"Windows without a shell": {"windows", nil, "", "PowerShell: powershell.exe is not installed"},
	} {
		t.Run(name, func(t *testing.T) {
			// Those that hang take all their time; with as much again one was late that answers.
			limit := time.Duration(strings.Count(tt.tried, "gave no answer")+1) * trialTimeout
			inTime(t, limit, func(t *testing.T) time.Duration {
				here := stubs(t, tt.scripts)
				begun := time.Now()
				out, trials := machine{tt.system, process.Find, noServer}.output(t.Context())
				took := time.Since(begun)
				if took > limit {
					return took // whoever was late was not taken
				}
				if got := nameOf(out); got != tt.takes {
					t.Errorf("it takes %q, want %q", got, tt.takes)
				}
				if got := strings.ReplaceAll(inWords(trials), filepath.Join(here, "bin"), "$BIN"); got != tt.tried {
					t.Errorf("it tried\n%s\nwant\n%s", got, tt.tried)
				}
				nothingLeft(t, here)
				return took
			})
		})
	}
}

func nameOf(out Output) string {
	if out == nil {
		return ""
	}
	return out.Name()
}

// TestChooseDoesNotWaitForAServer has one that takes calls and says nothing.
func TestChooseDoesNotWaitForAServer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		begun := time.Now()
		out, trials := machine{"linux", nothingInstalled, silentServer(t)}.output(t.Context())
		if took := time.Since(begun); took != trialTimeout {
			t.Errorf("it took %v", took)
		}
		if out != nil || !strings.HasPrefix(inWords(trials), "PulseAudio: PulseAudio gave no answer within 300ms\n") {
			t.Errorf("it takes %q after\n%s", nameOf(out), inWords(trials))
		}
	})
}

func nothingInstalled(program string) (string, error) {
	return "", fmt.Errorf("%s is not installed", program)
}

func TestChooseEndsWithItsContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		begun := time.Now()
		out, _ := machine{"linux", nothingInstalled, silentServer(t)}.output(ctx)
		if took := time.Since(begun); out != nil || took > 0 {
			t.Errorf("it takes %q after %v", nameOf(out), took)
		}
	})
}

// TestChooseHere asks the machine itself, whatever it has.
func TestChooseHere(t *testing.T) {
	begun := time.Now()
	out, trials := ChooseOutput(t.Context())
	t.Logf("%s takes %q after %v\n%s", runtime.GOOS, nameOf(out), time.Since(begun), inWords(trials))
	if len(trials) == 0 {
		t.Fatal("nothing was tried")
	}
	for i, trial := range trials {
		if took := i == len(trials)-1 && out != nil; trial.Name == "" || took != (trial.Why == "") {
			t.Errorf("trial %d says %+v", i, trial)
		}
	}
}

// TestWhoIsElsewhereIsNotHeardHere: the bell rings in the terminal instead.
func TestWhoIsElsewhereIsNotHeardHere(t *testing.T) {
	for _, tt := range []struct {
		ssh, server string
		want        bool
	}{{"", "", false}, {"10.0.0.2 50022 10.0.0.1 22", "", true}, {"10.0.0.2 50022 10.0.0.1 22", "tcp:10.0.0.2", false}, {"", "tcp:10.0.0.2", false}} {
		env := map[string]string{"SSH_CONNECTION": tt.ssh, "PULSE_SERVER": tt.server}
		if got := isAway(func(name string) string { return env[name] }); got != tt.want {
			t.Errorf("%+v: %v", tt, got)
		}
	}
	t.Setenv("SSH_CONNECTION", "10.0.0.2 50022 10.0.0.1 22")
	t.Setenv("PULSE_SERVER", "")
	if out, tried := ChooseOutput(t.Context()); out != nil || len(tried) != 1 || tried[0].Why == "" {
		t.Errorf("it chose %v after %v", out, tried)
	}
}
