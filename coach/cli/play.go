package cli

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"uncramp/coach/session"
	"uncramp/coach/term"
	"uncramp/coach/theme"
	"uncramp/coach/tui"
	"uncramp/coach/visit"
	"uncramp/routines"
)

// reliefID is the routine that now plays.
const reliefID = "ease"

func (a *App) nowCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "now",
		Short: "Relief for a cramp, at once",
		Long:  "now leads you through easing a cramp, at once. Nothing is asked first.",
		Example: `  uncramp now
  uncramp now --muscle foot --side left
  uncramp now --stretch      begin with the gentle stretch
  uncramp now --began 3m     the cramp began three minutes ago`,
		Args: cobra.NoArgs,
	}
	f := addPlay(cmd)
	stretch := cmd.Flags().Bool("stretch", false, "begin with the gentle stretch")
	var began ago
	cmd.Flags().Var(&began, "began", "how long ago the cramp began, such as `3m`")
	cmd.RunE = a.run(func(*cobra.Command, []string) error {
		p, err := a.ready(reliefID, f.choice())
		if err != nil {
			return err
		}
		if i, ok := p.Plan.FirstOpen(); ok && *stretch {
			p.From = i
		}
		p.Began = time.Duration(began)
		return a.play(f, p)
	})
	return cmd
}

func (a *App) startCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "start ROUTINE",
		Short: "Follow a routine",
		Long:  "start leads you through a routine. See uncramp list for what there is.",
		Example: `  uncramp start bedtime
  uncramp start warmup --position seated
  uncramp start stretch --side right --plain`,
		Args:              oneRoutine,
		ValidArgsFunction: a.completeRoutine,
	}
	f := addPlay(cmd)
	cmd.RunE = a.run(func(_ *cobra.Command, args []string) error {
		p, err := a.ready(args[0], f.choice())
		if err != nil {
			return err
		}
		return a.play(f, p)
	})
	return cmd
}

// home shows the home screen; without a terminal it lists the routines.
func (a *App) home(l *looks) func(*cobra.Command, []string) error {
	return a.run(func(*cobra.Command, []string) error {
		if a.Terminal == nil {
			return a.list(false)
		}
		heads, err := a.heads()
		if len(heads) == 0 {
			return &failure{err}
		}
		return a.screen(l, tui.Config{
			Clock: a.Clock(1), Tolerance: session.Tolerance, Routines: heads,
			Load: a.load, Switches: a.switches(&playFlags{}, a.Clock(1)), Notice: notice(err), Finding: a.Finding(), Keep: a.Keep,
		})
	})
}

// heads is what home lists.
func (a *App) heads() ([]routines.Head, error) { return a.Library().Heads(session.Head) }

// notice is an error in one line; faulty routines of the person's own are left
// out of the list, and told.
func notice(err error) string {
	if err == nil {
		return ""
	}
	line, _, _ := strings.Cut(err.Error(), "\n")
	return line
}

// play shows the player, or follows the routine line by line.
func (a *App) play(f *playFlags, p tui.Play) error {
	if err := f.check(); err != nil {
		return err
	}
	clock := a.Clock(int(f.speed))
	tolerance := session.Tolerance * time.Duration(f.speed)
	if a.trial = f.speed != 1; a.trial {
		a.Journal = a.Journal.Silent()
	}
	if f.plain || a.Terminal == nil {
		return a.playPlain(plainOptions{play: p, clock: clock, tolerance: tolerance, json: f.json, why: f.why, on: a.askedSwitches(f)})
	}
	return a.screen(f.looks, tui.Config{
		Clock: clock, Tolerance: tolerance, Play: &p, Load: a.load, Switches: a.switches(f, clock),
		Finding: a.Finding(), Keep: a.Keep,
	})
}

// look honours NO_COLOR where no theme was asked for.
func (a *App) look(c theme.Choice) theme.Choice {
	if c == theme.ChooseAuto && a.Getenv("NO_COLOR") != "" {
		return theme.ChooseMono
	}
	return c
}

// load finds a routine to go on with and lays it flat. What was chosen for
// another one holds as far as this one offers it.
func (a *App) load(id string, c session.Choice) (visit.Play, error) {
	r, err := a.Library().Find(id)
	if err != nil {
		return visit.Play{}, err
	}
	p, err := a.laid(r, c)
	if errors.Is(err, session.ErrChoice) {
		p, err = a.laid(r, session.Choice{Side: c.Side})
	}
	return p, err
}

// halfway is the routine to go on with, or nil.
func (a *App) halfway(now time.Time) *tui.Halfway {
	mark := a.Halfway()
	if mark == nil {
		return nil
	}
	p, err := a.load(mark.Routine, mark.Choice)
	if err != nil {
		return nil // the routine is gone
	}
	half, ok := tui.HalfwayOf(*mark, p, now)
	if !ok {
		return nil
	}
	return &half
}

// screen shows the program, as it was asked to look and sound.
func (a *App) screen(l *looks, c tui.Config) error {
	t := *a.Terminal
	t.Signals = a.Signals
	set := l.over(a.preferred())
	c.Settings, c.Apply, c.Save = set, a.apply, a.save
	c.Night = func(at time.Time) bool { return a.preferred().IsNight(at) }
	c.Notice = cmp.Or(c.Notice, notice(a.unset))
	if j := a.Journal; j.Keeps() {
		c.Record, c.Remark = j.AddSession, j.Remark
		c.Pages = &tui.Pages{History: j.Summary, Episode: j.Episode, Put: j.SaveEpisode, Untold: j.LastNightsCramp, Week: a.week, Glasses: j.SetGlasses}
	}
	c.Learning = &tui.Learning{Read: a.taught, Tick: a.Journal.Tick}
	if a.Mark != nil && !a.trial {
		c.Mark, c.Halfway = a.Mark, a.halfway(c.Clock.Now().Wall)
	}
	c.Audio = a.Audio(set)
	defer c.Audio.Close(audioTimeout)
	exit := t.Exit
	t.Exit = func(code int) { // a program that can't end by itself ends what it started
		c.Audio.Close(audioTimeout)
		exit(code)
	}
	defer a.Awake(false)
	c.Awake = a.Awake
	t.Report = func(f *term.Fault) { a.complain(a.logged(f)) }
	result, err := tui.Run(c, t)
	a.finish(result.Unwritten)
	if err == nil && result.Code == Done && a.Mark != nil {
		_ = a.Mark(nil) // it was left on purpose; what can't be forgotten is only offered again
	}
	if a.unset != nil {
		a.complain(a.unset) // where it can be read, now that the screen is gone
	}
	var fault *term.Fault
	switch {
	case errors.As(err, &fault):
		return &failure{a.logged(fault)}
	case err != nil:
		return &failure{err}
	case result.Code != Done:
		return ended(result.Code)
	}
	return a.parting(result)
}

// finishing is how long what was told last may take to be written once the
// screen is gone.
const finishing = 2 * time.Second

// finish writes what the program had no time for. It tells what could not be.
func (a *App) finish(writes []tui.Write) {
	answers := make(chan error, len(writes))
	go func() {
		defer close(answers)
		for _, write := range writes {
			answers <- write()
		}
	}()
	late := a.Clock(1).After(finishing)
	for {
		select {
		case err, more := <-answers:
			if !more {
				return
			}
			if err != nil {
				a.complain(err)
			}
		case <-late:
			a.complain(errors.New("the diary did not answer in time; what you told last may not be in it"))
			return
		}
	}
}

// logged keeps a fault's details and says where, in one line.
func (a *App) logged(f *term.Fault) error { return fmt.Errorf("%w; %s", f, a.Log(f)) }

// parting repeats on the ordinary screen what must not be gone with ours.
func (a *App) parting(r tui.Result) error {
	if r.Finding.Blocks() {
		return a.print(strings.TrimPrefix(findingText(r.Finding), "\n"))
	}
	if n := len(r.Sessions); n > 0 {
		if e := r.Sessions[n-1].Ending(); e == session.TooLong || e == session.GotWorse {
			return a.print(lastWords(e) + "\n")
		}
	}
	return nil
}

func (a *App) completeRoutine(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var names []string
	heads, _ := a.heads() // a faulty routine is not offered
	for _, r := range heads {
		names = append(names, cobra.CompletionWithDesc(r.ID, routines.Clean(r.Summary)))
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}
