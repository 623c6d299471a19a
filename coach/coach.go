// Package coach is the façade: it wires the real clock, files, signals and
// terminal to the command line, and hands cmd an exit code.
package coach

import (
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"github.com/adrg/xdg"
	xterm "github.com/charmbracelet/x/term"

	"uncramp/assets"
	"uncramp/coach/awake"
	"uncramp/coach/cli"
	"uncramp/coach/cue/audio"
	"uncramp/coach/journal"
	cards "uncramp/coach/library"
	"uncramp/coach/process"
	"uncramp/coach/remind"
	"uncramp/coach/term"
	"uncramp/coach/tui"
	"uncramp/routines"
)

// name is the program's folder in the system's places for files.
const name = "uncramp"

// Main carries out a command line with the process's own streams and returns
// the exit code.
func Main(args []string) int {
	signals := watchSignals()
	marks := newBookmarks()
	defer signals.stop()
	defer process.StopAll()
	app := cli.App{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		Getenv: os.Getenv, Version: version(), Clock: newClock, Library: library,
		Signals: signals.codes, Log: logFault, Finding: readFinding, Keep: keepFinding, Gone: gone(os.Stdin), ByHand: xterm.IsTerminal(os.Stdin.Fd()) && xterm.IsTerminal(os.Stdout.Fd()), Settings: readSettings, SettingsPath: settingsPath(),
		Screen: tui.Run, Journal: journal.New(diaryPath(), time.Now), Now: time.Now, ReadBookmark: marks.read, KeepBookmark: marks.keep,
		Audio: openAudio, Examine: examine, Awake: (&awake.Switch{Why: "following a stretch routine"}).Set,
		Shelf: shelf, Remind: host, Program: remind.Program, Notify: audio.Notify, Notifier: audio.Notifier, Terminal: terminal(os.Stdin, os.Stdout, os.Environ()),
	}
	return app.Run(args)
}

// terminal is the screen to draw on, or nil: where either stream is no
// terminal, where the terminal says that it is dumb, and where it has no size.
func terminal(in, out *os.File, env []string) *term.Terminal {
	if !xterm.IsTerminal(in.Fd()) || !xterm.IsTerminal(out.Fd()) {
		return nil
	}
	if t, ok := os.LookupEnv("TERM"); needsTerm && (!ok || t == "" || t == "dumb") {
		return nil
	}
	if w, h, err := xterm.GetSize(out.Fd()); err != nil || w == 0 || h == 0 {
		return nil
	}
	return &term.Terminal{In: in, Out: out, Env: env, Exit: exit}
}

// gone tells of a stream that was a terminal whether it still is one.
func gone(f *os.File) func() bool {
	was := xterm.IsTerminal(f.Fd())
	return func() bool { return was && !xterm.IsTerminal(f.Fd()) }
}

// library holds the built-in routines and those of the person's own folder.
func library() routines.Library {
	return routines.Library{Own: os.DirFS(filepath.Join(xdg.ConfigHome, name, "routines"))}
}

func diaryPath() string { return filepath.Join(xdg.DataHome, name, "diary.db") }

// host is where reminders are set.
func host() remind.Host { return remind.ThisHost(xdg.ConfigHome, xdg.Home) }

// shelf holds the cards that the program carries.
func shelf() (cards.Library, error) { return cards.Load(assets.Articles) }

// logFault keeps a panic's details in the state folder.
func logFault(f *term.Fault) string {
	path := filepath.Join(xdg.StateHome, name, "fault.log")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "please report it"
	}
	if err := os.WriteFile(path, append([]byte(f.Value+"\n"), f.Stack...), 0o600); err != nil {
		return "please report it"
	}
	return "please report it with " + path
}

// version is the module's version, or the commit it was built from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return "devel " + s.Value[:12]
		}
	}
	return "devel"
}
