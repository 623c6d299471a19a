package cli

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"uncramp/coach/figure"
	"uncramp/coach/term"
	"uncramp/coach/theme"
	"uncramp/routines"
)

func (a *App) figureCommand() *cobra.Command {
	cmd := command("routine-figure", wants(0, 1, howToDraw))
	cmd.ValidArgsFunction = completeFirst(a.Figures.Names)
	as := addWord(cmd, figuresFlag, "how it is drawn: cells or ascii", theme.FigureAuto, theme.FigureChoices()...)
	cmd.RunE = a.run(func(_ *cobra.Command, args []string) error { return a.drawFigure(args, as.value) })
	return cmd
}

// drawFigure draws a figure as it begins, and beside it where it leads; without a name it
// lists them.
func (a *App) drawFigure(args []string, as theme.Figures) error {
	if len(args) == 0 {
		return a.print(strings.Join(a.Figures.Names(), "\n"))
	}
	f, err := a.Figures.Load(args[0])
	if errors.Is(err, figure.ErrUnknown) {
		return unknown("figure", args[0], a.Figures.Names(), "uncramp routine figure")
	}
	if err != nil {
		return err
	}
	ink := figure.Plain + figure.Quadrants
	if term.LacksUTF8(a.Getenv) || as == theme.FigureLetters {
		ink = figure.ASCII
	}
	look := figure.Options{Arrows: figure.Forward}
	if i := slices.IndexFunc(routines.Moves(), func(m routines.Move) bool { return m.Figure == args[0] }); i >= 0 {
		look.Muscle = string(routines.Moves()[i].Muscle)
	}
	return a.print(figure.Pair(f, look, figuresWide(a), ink, figureBegins, figureLeads))
}

// figuresWide is how many columns two poses may take.
func figuresWide(a *App) int {
	const most = 120
	if a.Terminal != nil {
		if n := a.Terminal.Columns(); n > 0 {
			return min(n, most)
		}
	}
	return int(a.width())
}
