// Package cli is the command line: one file a command, and the plain player,
// which leads line by line where there is no screen.
package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"github.com/spf13/cobra"

	"uncramp/coach/cue"
	"uncramp/coach/journal"
	"uncramp/coach/library"
	"uncramp/coach/remind"
	"uncramp/coach/session"
	"uncramp/coach/settings"
	"uncramp/coach/spelling"
	"uncramp/coach/term"
	"uncramp/coach/triage"
	"uncramp/coach/tui"
	"uncramp/coach/visit"
	"uncramp/routines"
)

// Clock is the one source of time; it may run faster than the machine's.
type Clock interface {
	tui.Clock
	// After sends once that much has passed on this clock.
	After(time.Duration) <-chan time.Time
}

// App is what the commands work with.
type App struct {
	In       io.Reader
	Out, Err io.Writer
	Getenv   func(string) string
	Version  string

	// Clock makes the clock, running speed times faster.
	Clock func(speed int) Clock
	// Library finds routines; it is called only by commands that need them.
	Library func() routines.Library
	// Terminal is the screen to draw on; nil where there is none that does. Screen
	// shows the program there.
	Terminal *term.Terminal
	Screen   func(tui.Config, term.Terminal) (tui.Result, error)
	// ByHand says that a person types and reads: lines come from a terminal, and
	// go to one.
	ByHand bool
	// Gone reports whether the terminal that lines were typed on is gone.
	Gone func() bool
	// Signals brings the exit code of a signal that ends the program.
	Signals <-chan int
	// Finding is that of the latest red-flag check; Keep stores a new one.
	Finding func() triage.Finding
	Keep    func(triage.Finding) error
	// Log keeps the details of a fault and says where.
	Log func(*term.Fault) string
	// Settings are those of the file and the environment; with an error, what serves instead.
	Settings func() (settings.Settings, error)
	// SettingsPath is where the settings file stands, or would.
	SettingsPath string

	// Journal is the diary.
	Journal *journal.Journal
	// Shelf is what the articles teach.
	Shelf func() (library.Library, error)
	// Now is the wall clock.
	Now func() time.Time
	// ReadBookmark is where a routine was being followed when the program stopped,
	// or nil; KeepBookmark keeps where one stands, and nil that none is followed.
	ReadBookmark func() *visit.Bookmark
	KeepBookmark func(*visit.Bookmark) error
	// Audio opens what plays cues. It is silent until its switches are set.
	Audio func(settings.Settings) cue.Sink
	// Examine looks at what the machine has; it plays a sample if asked to.
	Examine func(sample bool) []Exam
	// Remind is where reminders are set, and Program what they run.
	Remind  func() remind.Host
	Program func() (string, error)
	// Notify shows a notification on the desktop.
	Notify func(ctx context.Context, title, text string) error
	// Notifier names the program that does; the error says what to do without it.
	Notifier func() (string, error)
	// Awake keeps the machine from sleeping, or lets it.
	Awake func(on bool)

	set   atomic.Pointer[settings.Settings]
	unset error // what is wrong with the settings
	trial bool  // time runs faster: nothing of it is kept
}

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
		Version:       a.Version,
	}
	cmd.SetIn(a.In)
	cmd.SetOut(a.Out)
	cmd.SetErr(a.Err)
	cmd.SetVersionTemplate("uncramp {{.Version}}\n")
	cmd.CompletionOptions.DisableDefaultCmd = true
	cmd.SetHelpCommand(helpCommand())
	cmd.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return misused(err) })
	l := addLooks(cmd)
	cmd.RunE = a.home(l)
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
	if slices.Contains(a.Library().Names(), args[0]) {
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
	lib := a.Library()
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
