package term

import (
	"os"
	"runtime"

	"github.com/charmbracelet/x/term"
)

// Find returns the terminal to draw on, or nil: where either stream is no
// terminal, where the environment says that it is dumb, and where it has no size, or
// one that no terminal has.
func Find(in, out *os.File, env []string, exit func(code int)) *Terminal {
	if !IsTerminal(in) || !IsTerminal(out) {
		return nil
	}
	// The console of Windows draws without a TERM.
	if name := variables(env)["TERM"]; runtime.GOOS != "windows" && (name == "" || name == "dumb") {
		return nil
	}
	if width, height, err := term.GetSize(out.Fd()); err != nil || !isPlausible(width, height) {
		return nil
	}
	return &Terminal{In: in, Out: out, Env: env, Exit: exit}
}

// Columns is how wide the terminal is now; 0: nobody knows.
func (t Terminal) Columns() int { return Columns(t.Out) }

// Columns is how wide a stream is now, if it is a terminal; 0: nobody knows.
func Columns(stream any) int {
	f, ok := stream.(*os.File)
	if !ok {
		return 0
	}
	width, _, err := term.GetSize(f.Fd())
	if err != nil {
		return 0
	}
	return width
}

// IsTerminal reports whether a stream is a terminal, and is still there.
func IsTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(f.Fd())
}
