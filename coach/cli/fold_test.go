package cli

import (
	"bufio"
	"os"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/creack/pty"
	"github.com/spf13/cobra"

	"uncramp/coach/triage"
)

// TestNoCommandBreaksAWordOnATerminal of 80 columns, or of a phone's 40: no line that it
// prints is longer, but for a word that is.
func TestNoCommandBreaksAWordOnATerminal(t *testing.T) {
	for _, columns := range []int{80, 40} {
		for _, finding := range []triage.Finding{{}, {Level: triage.Today, Yes: []string{"clot"}}} {
			for _, line := range everyLine(t) {
				for _, said := range strings.Split(onTerminal(t, columns, finding, line), "\n") {
					if said = strings.TrimRight(said, "\r"); ansi.StringWidth(said) > columns && strings.Contains(said[firstWord(said):], " ") {
						t.Errorf("%d columns: uncramp %s: %q", columns, line, said)
					}
				}
			}
		}
	}
}

// firstWord is where the words of a line begin, behind what marks an item.
func firstWord(line string) int {
	rest := strings.TrimLeft(line, " ")
	if mark, words, is := strings.Cut(rest, " "); is && len(mark) < 4 {
		rest = strings.TrimLeft(words, " ")
	}
	return len(line) - len(rest)
}

// everyLine has the help of every command, and what each prints, right or wrong.
func everyLine(t *testing.T) []string {
	lines := []string{
		"list", "show bedtime", "show ease --muscle foot", "check --plain", "diary", "learn", "learn massage", "learn --all", "learn --mine",
		"learn --search cramp", "learn zebra", "plan", "plan --glass", "plan begin", "plan begin bedtime", "plan review", "plan stop",
		"report", "me", "me set unsteady on", "me set nothing on", "settings", "settings set theme day", "settings set theme pink",
		"settings set emergency nobody", "routine moves", "routine list", "routine figure calf-wall", "routine check", "routine check mine",
		"routine new knees --dry-run --line calf-wall_3x30s", "routine new knees --line nonsense", "routine new bedtime --from bedtime",
		"remind", "remind set bedtime 25:00", "start bedtim", "start mine --muscle thigh", "log --muscle arm", "log --minutes 4 --muscle calf",
		"diary import nowhere.json", "diary undo", "sheet bedtime", "audio bedtime", "help nothing", "nothing", "version",
	}
	var walk func(*cobra.Command)
	walk = func(c *cobra.Command) {
		lines = append(lines, strings.TrimPrefix(c.CommandPath()+" --help", "uncramp "))
		for _, below := range c.Commands() {
			walk(below)
		}
	}
	walk(newTypist(t, triage.Finding{}).root())
	return lines
}

// onTerminal is what a command line prints on a terminal that wide; in its words a low
// line stands for a space.
func onTerminal(t *testing.T, columns int, finding triage.Finding, line string) string {
	t.Helper()
	master, tty, err := pty.Open()
	must(t, err)
	must(t, pty.Setsize(tty, &pty.Winsize{Rows: 24, Cols: uint16(columns)}))
	x := newTypist(t, finding, "n", "q")
	x.Out, x.Err = tty, tty
	said := make(chan string)
	go func() {
		var all strings.Builder
		for in := bufio.NewReader(master); ; {
			part, err := in.ReadString('\n')
			all.WriteString(part)
			if err != nil { // the other end is closed
				said <- all.String()
				return
			}
		}
	}()
	args := strings.Fields(line)
	for i := range args {
		args[i] = strings.ReplaceAll(args[i], "_", " ")
	}
	x.Run(args)
	must(t, tty.Close())
	out := <-said
	must(t, master.Close())
	return out
}

// TestAPipeHasWholeLines: what another program reads is broken nowhere.
func TestAPipeHasWholeLines(t *testing.T) {
	x := newTypist(t, triage.Finding{})
	long := strings.Repeat("folder/", 20) + "a name.md"
	r, w, err := os.Pipe()
	must(t, err)
	x.Out, x.Err = w, w
	x.addDoors(&printed{Writer: w})
	must(t, x.print("Written: "+long))
	x.linear = plainColumns
	must(t, x.printName(long))
	must(t, w.Close())
	var said strings.Builder
	_, err = bufio.NewReader(r).WriteTo(&said)
	must(t, err)
	if want := "Written: " + long + "\n" + long + "\n"; said.String() != want {
		t.Errorf("got %q, want %q", said.String(), want)
	}
}
