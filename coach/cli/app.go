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
	"uncramp/coach/cue/hook"
	"uncramp/coach/cue/vibrate"
	"uncramp/coach/figure"
	"uncramp/coach/journal"
	"uncramp/coach/library"
	"uncramp/coach/private"
	"uncramp/coach/profile"
	"uncramp/coach/session"
	"uncramp/coach/settings"
	"uncramp/coach/state"
	"uncramp/coach/term"
	"uncramp/coach/tui"
	"uncramp/coach/visit"
	"uncramp/coach/yamlfile"
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
	Profile  profile.Store
	Library  routines.Library
	Figures  figure.Library
	Articles fs.FS
	// Getenv reads the environment.
	Getenv func(string) string
	// Audio opens what plays cues. It is silent until its switches are set.
	Audio func(settings.Settings) cue.Sink
	// Screen shows the program on a terminal.
	Screen func(tui.Config, term.Terminal) (tui.Result, error)

	data          io.Writer // as Out, for what goes on to a file or another program
	onTerminal    bool      // what is printed goes there
	stdout        io.Writer // as they came, to be asked how wide they are
	stderr        io.Writer
	linear        int // columns of a line, at the most, where somebody is led line by line, whoever reads that
	set           atomic.Pointer[settings.Settings]
	settingsFault error         // what is wrong with the settings
	typed         <-chan string // what is typed, from when it was first asked for
	trial         bool          // time runs faster: nothing of it is kept
}

// New returns the program of a machine.
func New(s Streams, p Places, c Clock) *App {
	a := &App{
		Streams: s, data: s.Out, Places: p, Clock: c, Articles: assets.Articles, Getenv: os.Getenv, Screen: tui.Run,
		Figures: figure.Library{Own: os.DirFS(p.figures())}, Profile: profile.At(p.profile()),
	}
	a.Library = routines.Library{Own: os.DirFS(p.routines()), Figures: a.Figures.Own}
	a.Journal = journal.New(p.diary(), a.now)
	a.State = state.In(own(p.State), p.temporary(), a.now, private.Write)
	a.Audio = func(s settings.Settings) cue.Sink {
		ring := func() { _, _ = io.WriteString(a.Out, "\a") }
		heard := audio.New(audio.VoiceSettings{Rate: s.Rate, Speaker: s.Speaker}, p.speech(), ring)
		return hook.Around(vibrate.Around(heard), s.Hooks.Commands())
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

// Run carries out a command line and returns the exit code. What went wrong is
// told on Err, in one line each.
func (a *App) Run(args []string) int {
	out := &printed{Writer: a.Out}
	a.addDoors(out)
	root := a.root()
	root.SetArgs(args)
	err := root.Execute()
	if out.fault != nil && (err == nil || errors.Is(err, out.fault)) { // help is printed without a look at what came of it
		err = &failure{fmt.Errorf(notPrinted, bare(out.fault))}
		if a.gone() { // that is why; its signal may come later, or be ignored
			err = exitCode(hungUp)
		}
	}
	for _, place := range a.Places.folders() { // at the end: relief waits for nothing
		private.Sweep(place.Path)
	}
	for _, line := range a.Journal.Remarks() {
		a.complain(errors.New(line))
	}
	return a.tellWrong(err)
}

// tellWrong tells what went wrong, if anything did, and returns the exit code of that.
func (a *App) tellWrong(err error) int {
	var code exitCode
	var failed *failure
	switch {
	case err == nil:
		return Done
	case errors.As(err, &code):
		return int(code)
	case errors.As(err, &failed):
		a.complain(failed.error)
		return Failed
	}
	a.complain(err)
	return Usage
}

// root is the command tree.
func (a *App) root() *cobra.Command {
	cmd := command("uncramp", a.noCommand)
	cmd.SilenceErrors, cmd.SilenceUsage, cmd.Version = true, true, version()
	cmd.SetIn(a.In)
	cmd.SetOut(a.Out)
	cmd.SetErr(a.Err)
	cmd.SetVersionTemplate("{{.Version}}\n")
	cmd.CompletionOptions.DisableDefaultCmd = true
	cmd.SetHelpCommand(helpCommand())
	cmd.SetHelpFunc(a.help)
	cmd.SetFlagErrorFunc(badFlag)
	addLooks(cmd)
	addPlain(cmd, numberedMenu)
	cmd.RunE = a.run(a.home)
	cmd.AddCommand(a.nowCommand(), a.startCommand(), a.listCommand(), a.showCommand(), a.checkCommand(),
		a.audioCommand(), a.logCommand(), a.diaryCommand(), a.reportCommand(), a.sheetCommand(), a.learnCommand(), a.planCommand(),
		a.remindCommand(), a.meCommand(), a.routineCommand(), a.settingsCommand(), a.doctorCommand(), a.completionCommand(),
		a.versionCommand(), a.manCommand())
	return cmd
}

// noCommand refuses what is no command.
func (a *App) noCommand(cmd *cobra.Command, args []string) error {
	if len(args) > 0 && slices.Contains(a.Library.Names(), args[0]) {
		return fmt.Errorf("%s is a routine: uncramp start %s", args[0], args[0])
	}
	return subcommand(cmd, args)
}

// findPlay finds the routine that was asked for and lays it flat. A name that is
// none gets the names that are like it.
func (a *App) findPlay(id string, chosen session.Choice) (visit.Play, error) {
	r, err := a.Library.Find(id)
	if errors.Is(err, routines.ErrUnknown) {
		return visit.Play{}, a.unknownRoutine(id)
	}
	if err != nil {
		return visit.Play{}, err
	}
	p, err := a.newPlay(r, chosen)
	var refused *session.Refusal
	switch {
	case errors.Is(err, session.ErrChoice):
		return p, &misuse{err}
	case errors.As(err, &refused): // what a red flag says goes first
		if f := a.State.Finding(); f.Blocks() {
			return p, a.refuse(f)
		}
	}
	return p, err
}

// unknownRoutine says that there is no routine of a name: which file that was meant as
// one is passed over, or which names are like it.
func (a *App) unknownRoutine(id string) error {
	for _, f := range a.Library.PassedOver() {
		if yamlfile.MeantID(f.File) == strings.ToLower(id) {
			return f
		}
	}
	return unknown("routine", id, a.Library.Names(), "uncramp list")
}

// newPlay lays a routine flat for what was chosen, for what is set as far as the
// routine offers it, and for what the person said about herself. The error wraps
// [session.ErrChoice], or is a [*session.Refusal].
func (a *App) newPlay(r routines.Routine, chosen session.Choice) (visit.Play, error) {
	set := a.preferred()
	about, _ := a.Profile.Read() // what can't be read is told where it changes something
	form := a.programmed(r)
	c := session.Choice{
		Muscle: cmp.Or(chosen.Muscle, form.Muscle, set.Muscle), Week: form.Week, Side: cmp.Or(chosen.Side, set.Side),
		Position: cmp.Or(chosen.Position, set.Position), Prepare: time.Duration(set.Prepare) * time.Second, Profile: about,
	}
	p, err := session.NewPlan(r, c)
	if errors.Is(err, session.ErrChoice) {
		c.Muscle, c.Position = cmp.Or(chosen.Muscle, form.Muscle), chosen.Position
		p, err = session.NewPlan(r, c)
	}
	if c.Position != "" {
		c.Position = p.Position
	}
	return visit.Play{Routine: r, Choice: c, Plan: p}, err
}
