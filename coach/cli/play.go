package cli

import (
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"uncramp/coach/session"
	"uncramp/coach/theme"
	"uncramp/coach/tui"
	"uncramp/coach/tui/screen"
	"uncramp/coach/visit"
	"uncramp/routines"
)

// reliefID is the routine that now plays.
const reliefID = "ease"

func (a *App) nowCommand() *cobra.Command {
	cmd := command("now", nothing)
	f := addPlay(cmd)
	stretch := cmd.Flags().Bool("stretch", false, "begin with the gentle stretch")
	var began time.Duration
	cmd.Flags().Var(&parser{"0s", "3m", taking(&began, parseAgo)}, "began", "how long ago the cramp began, such as `3m`")
	cmd.RunE = a.run(func(cmd *cobra.Command, _ []string) error {
		p, err := a.findPlay(reliefID, f.choice())
		if err != nil {
			return err
		}
		if i, ok := p.Plan.FirstOpen(); ok && *stretch {
			p.From = i
		}
		p.Began, p.Told = began, began > 0
		return a.play(cmd, f, p)
	})
	return cmd
}

func (a *App) startCommand() *cobra.Command {
	cmd := command("start", oneRoutine)
	cmd.ValidArgsFunction = completeFirst(a.routineNames)
	f := addPlay(cmd)
	cmd.RunE = a.run(func(cmd *cobra.Command, args []string) error {
		p, err := a.findPlay(args[0], f.choice())
		if err != nil {
			return err
		}
		return a.play(cmd, f, p)
	})
	return cmd
}

// home shows the home screen, or the menu where somebody types who is led line by line;
// without a terminal it lists the routines, unless it is asked for the menu.
func (a *App) home(cmd *cobra.Command, _ []string) error {
	flags := cmd.Flags()
	asked := flags.Changed(plainFlag) && a.plain(flags)
	switch {
	case asked, a.ByHand && !a.draws(flags):
		return a.menu()
	case a.Terminal == nil:
		return a.list(false)
	}
	return a.screen(cmd.Flags(), newPlayFlags(), tui.Config{})
}

// heads is what can be followed.
func (a *App) heads() ([]routines.Head, error) { return a.Library.Heads(session.Head) }

// ownRoutines are those of the person's own, and what is wrong with each file that is
// faulty or passed over, in a line.
func (a *App) ownRoutines() ([]routines.Head, []string) {
	heads, err := a.Library.OwnHeads(session.Head)
	return heads, routines.FirstFaults(err)
}

// notice is an error in one line.
func notice(err error) string {
	if err == nil {
		return ""
	}
	line, _, _ := strings.Cut(err.Error(), "\n")
	return line
}

// play shows the player, or follows the routine line by line.
func (a *App) play(cmd *cobra.Command, f *playFlags, p visit.Play) error {
	if f.json && !a.plain(cmd.Flags()) {
		return misusef("--json goes with --plain")
	}
	if a.trial = f.speed != 1; a.trial {
		a.Journal = a.Journal.Silent()
	}
	if !a.draws(cmd.Flags()) {
		o := plainOptions{play: p, clock: a.faster(f), tolerance: f.tolerance(), json: f.json, why: f.why, on: a.askedSwitches(f)}
		return a.playPlain(o)
	}
	return a.screen(cmd.Flags(), f, tui.Config{Begin: screen.Play{Ready: &p}})
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
	r, err := a.Library.Find(id)
	if err != nil {
		return visit.Play{}, err
	}
	if !slices.Contains(r.Muscles, c.Muscle) {
		c.Muscle = ""
	}
	if !slices.Contains(r.Positions, c.Position) {
		c.Position = ""
	}
	return a.newPlay(r, c)
}

// routineNames are what can be typed for a routine.
func (a *App) routineNames() []string {
	heads, _ := a.heads() // a faulty routine is not offered
	return offers(heads, func(r routines.Head) (id, about string) { return r.ID, r.Summary })
}
