// Package cli is the command line: one file a command, and the plain player,
// which leads line by line where there is no screen.
package cli

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"github.com/spf13/cobra"

	"uncramp/assets"
	"uncramp/coach/cue"
	"uncramp/coach/cue/audio"
	"uncramp/coach/journal"
	"uncramp/coach/library"
	"uncramp/coach/session"
	"uncramp/coach/settings"
	"uncramp/coach/spelling"
	"uncramp/coach/state"
	"uncramp/coach/term"
	"uncramp/coach/tui"
	"uncramp/coach/visit"
	"uncramp/routines"
)

// Clock is the one source of time; it may run faster than the machine's.
type Clock interface {
	tui.Clock
	// After sends once that much has passed on this clock.
	After(time.Duration) <-chan time.Time
	// Faster returns a clock that begins now and runs that many times faster than
	// the machine's.
	Faster(speed int) Clock
}

// Streams are what a person types on and reads.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
	// Typed says that lines come from a terminal; ByHand that they are printed on
	// one, too: a person types and reads.
	Typed, ByHand bool
	// Terminal is the screen to draw on; nil where there is none that does.
	Terminal *term.Terminal
	// Signals brings the exit code of a signal that ends the program.
	Signals <-chan int
}

// gone reports whether the terminal that lines were typed on is gone.
func (s Streams) gone() bool { return s.Typed && !term.IsTerminal(s.In) }

// App is what the commands work with.
type App struct {
	Streams
	Places   Places
	Clock    Clock
	Journal  *journal.Journal
	State    state.Folder
	Library  routines.Library
	Articles fs.FS
	// Getenv reads the environment.
	Getenv func(string) string
	// Audio opens what plays cues. It is silent until its switches are set.
	Audio func(settings.Settings) cue.Sink
	// Screen shows the program on a terminal.
	Screen func(tui.Config, term.Terminal) (tui.Result, error)

	set           atomic.Pointer[settings.Settings]
	settingsFault error // what is wrong with the settings
	trial         bool  // time runs faster: nothing of it is kept
}

// New returns the program of a machine.
func New(s Streams, p Places, c Clock) *App {
	a := &App{
		Streams: s, Places: p, Clock: c, State: state.In(own(p.State)), Articles: assets.Articles, Getenv: os.Getenv, Screen: tui.Run,
		Library: routines.Library{Own: os.DirFS(p.routines())},
	}
	a.Journal = journal.New(p.diary(), a.now)
	a.Audio = func(s settings.Settings) cue.Sink {
		ring := func() { _, _ = io.WriteString(a.Out, "\a") }
		return audio.New(audio.VoiceSettings{Rate: s.Rate, Speaker: s.Speaker}, p.speech(), ring)
	}
	return a
}

// now is the wall clock.
func (a *App) now() time.Time { return a.Clock.Now().Wall }

// readCards reads what the articles teach.
func (a *App) readCards() (library.Library, error) { return library.Load(a.Articles) }

// Exit codes.
const (
	Done   = 0
	Failed = 1
	Usage  = 2
	hungUp = 129
)

// failure is an error of a command that was rightly called.
type failure struct{ err error }

func (f *failure) Error() string { return f.err.Error() }
func (f *failure) Unwrap() error { return f.err }

// ended is a command that a signal, or the person, ended with an exit code.
type ended int

func (e ended) Error() string { return fmt.Sprintf("ended with code %d", int(e)) }

// Run carries out a command line and returns the exit code. What went wrong is
// told on Err, in one line each.
func (a *App) Run(args []string) int {
	root := a.root()
	root.SetArgs(args)
	err := root.Execute()
	for _, line := range a.Journal.Remarks() {
		a.complain(errors.New(line))
	}
	var code ended
	var failed *failure
	switch {
	case err == nil:
		return Done
	case errors.As(err, &code):
		return int(code)
	case errors.As(err, &failed):
		a.complain(failed.err)
		return Failed
	}
	a.complain(err)
	return Usage
}

// complain tells of an error in a line; of joined ones, such as all faults of a
// file, in a line each.
func (a *App) complain(err error) {
	joined, ok := err.(interface{ Unwrap() []error })
	if ok && errors.Join(joined.Unwrap()...).Error() == err.Error() {
		for _, one := range joined.Unwrap() {
			a.complain(one)
		}
		return
	}
	fmt.Fprintln(a.Err, "uncramp: "+routines.Clean(strings.TrimSpace(err.Error())))
}

// root is the command tree.
func (a *App) root() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "uncramp",
		Short: "Guided stretches and relief for leg cramps",
		Long: `uncramp leads you through stretches and relief for leg cramps, step by step,
with a countdown. It is a coach, not a doctor: it can't tell what is wrong.`,
		Example: `  uncramp now          relief, at once
  uncramp start bedtime
  uncramp              choose on the screen`,
		Args:          a.noCommand,
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       version(),
	}
	cmd.SetIn(a.In)
	cmd.SetOut(a.Out)
	cmd.SetErr(a.Err)
	cmd.SetVersionTemplate("uncramp {{.Version}}\n")
	cmd.CompletionOptions.DisableDefaultCmd = true
	cmd.SetHelpCommand(helpCommand())
	cmd.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return misused(err) })
	addLooks(cmd)
	cmd.RunE = a.home()
	cmd.AddCommand(a.nowCommand(), a.startCommand(), a.listCommand(), a.showCommand(), a.checkCommand(),
		a.logCommand(), a.diaryCommand(), a.reportCommand(), a.learnCommand(), a.planCommand(), a.remindCommand(),
		a.settingsCommand(), a.doctorCommand(), a.completionCommand(), a.versionCommand(), a.manCommand())
	return cmd
}

// noCommand refuses what is no command.
func (a *App) noCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, c := range cmd.Commands() {
		names = append(names, c.Name())
	}
	if slices.Contains(a.Library.Names(), args[0]) {
		return fmt.Errorf("%s is a routine: uncramp start %s", args[0], args[0])
	}
	return unknown("command", args[0], names, "uncramp --help")
}

func unknown(what, name string, among []string, see string) error {
	if like := spelling.Similar(name, among); len(like) > 0 {
		return fmt.Errorf("unknown %s %q; did you mean %s?", what, name, strings.Join(like, " or "))
	}
	return fmt.Errorf("unknown %s %q; see %s", what, name, see)
}

// run makes a command's own errors failures, and reads its flags from the
// environment first.
func (a *App) run(f func(cmd *cobra.Command, args []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		if err := a.fromEnvironment(cmd); err != nil {
			return err
		}
		return f(cmd, args)
	}
}

// find reads a routine. A name that is none gets the names that are like it.
func (a *App) find(id string) (routines.Routine, error) {
	lib := a.Library
	r, err := lib.Find(id)
	if !errors.Is(err, routines.ErrUnknown) {
		if err != nil {
			return r, &failure{err}
		}
		return r, nil
	}
	return r, unknown("routine", id, lib.Names(), "uncramp list")
}

// oneRoutine wants the name of a routine.
func oneRoutine(_ *cobra.Command, args []string) error {
	if len(args) != 1 {
		return fmt.Errorf("name one routine; see uncramp list")
	}
	return nil
}

// findPlay finds the routine that was asked for and lays it flat.
func (a *App) findPlay(id string, chosen session.Choice) (visit.Play, error) {
	r, err := a.find(id)
	if err != nil {
		return visit.Play{}, err
	}
	return a.newPlay(r, chosen)
}

// newPlay lays a routine flat for what was chosen, and for what is set as far as
// the routine offers it.
func (a *App) newPlay(r routines.Routine, chosen session.Choice) (visit.Play, error) {
	set := a.preferred()
	c := session.Choice{
		Muscle: cmp.Or(chosen.Muscle, set.Muscle), Side: cmp.Or(chosen.Side, set.Side),
		Position: cmp.Or(chosen.Position, set.Position), Prepare: time.Duration(set.Prepare) * time.Second,
	}
	p, err := session.NewPlan(r, c)
	if errors.Is(err, session.ErrChoice) {
		c.Muscle, c.Position = chosen.Muscle, chosen.Position
		p, err = session.NewPlan(r, c)
	}
	return visit.Play{Routine: r, Choice: c, Plan: p}, err
}
