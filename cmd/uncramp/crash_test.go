//go:build linux

package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// crashes is how many times a routine is killed; more with
//
//	go test ./cmd/uncramp -run Crash -crashes 200
var crashes = flag.Int("crashes", 6, "how many times a routine is killed")

// TestComeBackAfterACrash is promise 12: a routine is killed at any moment; the
// next start offers to go on from the phase it was in, and one key declines.
func TestComeBackAfterACrash(t *testing.T) {
	for i := range *crashes {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			home := t.TempDir()
			env := setup{env: []string{"HOME=" + home, "XDG_STATE_HOME=", "UNCRAMP_SOUND=off"}} // what plays sound would live on in that folder
			x := start(t, env, "start", "bedtime", "--theme", "mono", "--quiet", "--still")
			x.wait("step 1 of 2")
			x.drawn()
			skips := rand.IntN(12)
			for range skips {
				x.send("n")
				x.quiet(time.Duration(rand.IntN(120)) * time.Millisecond)
			}
			x.wait(phases[skips])
			x.quiet(time.Duration(rand.IntN(300)) * time.Millisecond) // somewhere in a phase, or in its first moment
			x.signal(syscall.SIGKILL)
			<-x.ended

			x = start(t, env)
			x.wait("Bedtime stretch, step 1 of 2 was stopped half-way")
			if i%2 == 1 {
				x.send("x")
				x.until("the offer to go", func() bool { return !hasOffer(x) })
				x.send("q")
				x.exit(patience)
				if _, err := os.Stat(filepath.Join(home, ".local", "state", "uncramp", "session.json")); !os.IsNotExist(err) {
					t.Errorf("what was declined is kept: %v", err)
				}
				return
			}
			x.send("g")
			x.wait(phases[skips] + "|" + phases[max(skips-1, 0)]) // a phase that had just begun may not be on the disk yet
		})
	}
}

func hasOffer(x *terminal) bool { return strings.Contains(x.text(), "half-way") }

// phases is what stands on the screen in the first phases of the bedtime
// stretch.
var phases = func() (list []string) {
	sides := []string{"left", "right"}
	for i := range 13 {
		word := "HOLD"
		if i%2 == 0 {
			word = "(?:CHANGE LEGS|GET READY)"
		}
		list = append(list, fmt.Sprintf(`%s(?s:.*)%s calf(?s:.*)%d of 3`, word, sides[i/2%2], i/4+1))
	}
	return list
}()
