// Package coach is the façade: it wires the real clock, files, signals and
// terminal to the command line, and hands cmd an exit code.
package coach

import (
	"fmt"
	"os"

	"github.com/adrg/xdg"

	"uncramp/coach/cli"
	"uncramp/coach/process"
	"uncramp/coach/term"
)

// Main carries out a command line with the process's own streams and returns
// the exit code.
func Main(args []string) int {
	defer process.StopAll()
	if err := checkFiles(); err != nil {
		fmt.Fprintln(os.Stderr, "uncramp:", err)
		return cli.Failed
	}
	if err := findHome(); err != nil { // relief needs none
		fmt.Fprintln(os.Stderr, "uncramp:", err)
	}
	findPhone()
	typed := term.IsTerminal(os.Stdin)
	codes, ended := watchSignals()
	streams := cli.Streams{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Signals: codes, Typed: typed, ByHand: typed && term.IsTerminal(os.Stdout),
		Terminal: term.Find(os.Stdin, os.Stdout, os.Environ(), exit),
	}
	places := cli.Places{
		Home: xdg.Home, Config: xdg.ConfigHome, Data: xdg.DataHome, State: xdg.StateHome, Cache: xdg.CacheHome,
		Runtime: xdg.RuntimeDir, Temp: os.TempDir(), Documents: xdg.UserDirs.Documents,
	}
	return ended(cli.New(streams, places, newClock()).Run(args))
}
