package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"uncramp/coach/text"
	"uncramp/coach/tui"
	"uncramp/coach/tui/screen"
	"uncramp/routines"
)

func (a *App) meCommand() *cobra.Command {
	cmd := command("me", subcommand)
	asJSON := cmd.Flags().Bool("json", false, "as JSON")
	addPlain(cmd, "as text, without a screen")
	addLooks(cmd)
	cmd.RunE = a.run(func(cmd *cobra.Command, _ []string) error {
		if *asJSON || !a.draws(cmd.Flags()) {
			return a.me(*asJSON)
		}
		return a.screen(cmd.Flags(), newPlayFlags(), tui.Config{Begin: screen.Open{Page: screen.Me}})
	})
	set := action("me-set", wants(2, 2*len(routines.Conditions()), howToSet), a.setConditions)
	set.ValidArgsFunction = completeCondition
	forget := action("me-forget", nothing, func(*cobra.Command, []string) error {
		if err := a.Profile.Forget(); err != nil {
			return err
		}
		return a.print(allForgotten)
	})
	cmd.AddCommand(set, forget)
	return cmd
}

// conditionRow is a condition, whether the person has it, and what it changes.
type conditionRow struct {
	ID       routines.Condition `json:"id"`
	Set      bool               `json:"set"`
	Question string             `json:"question"`
	Changes  string             `json:"changes"`
}

// meWords are what the text of me is made from.
type meWords struct {
	width
	Rows []conditionRow
	File string
}

// me prints what the person said about herself. What can't be read is told
// afterwards.
func (a *App) me(asJSON bool) error {
	about, err := a.Profile.Read()
	var rows []conditionRow
	for _, c := range routines.Conditions() {
		rows = append(rows, conditionRow{c, err == nil && about.Has(c), c.Question(), c.Changes()})
	}
	if printed := a.printText(asJSON, rows, "me", meWords{a.width(), rows, a.Profile.Path()}); printed != nil {
		return printed
	}
	return err
}

// setConditions keeps all of what is said, or nothing of it.
func (a *App) setConditions(_ *cobra.Command, args []string) error {
	said := map[routines.Condition]bool{}
	for pair := range slices.Chunk(args, 2) {
		c := routines.Condition(strings.ToLower(pair[0]))
		switch {
		case !slices.Contains(routines.Conditions(), c):
			return unknown("condition", pair[0], text.Strings(routines.Conditions()), "uncramp me")
		case len(pair) < 2:
			return misusef(howToSet)
		case pair[1] != "on" && pair[1] != "off":
			return misusef("%s is %.40q; choose on or off", c, pair[1])
		}
		said[c] = pair[1] == "on"
	}
	err := a.Profile.Change(func(p routines.Profile) routines.Profile {
		for c, on := range said {
			p = p.With(c, on)
		}
		return p
	})
	if err != nil {
		return err
	}
	var lines []string
	for _, c := range routines.Conditions() {
		if on, is := said[c]; is && on {
			lines = append(lines, fmt.Sprintf(conditionOn, c, c.Changes()))
		} else if is {
			lines = append(lines, fmt.Sprintf(conditionOff, c))
		}
	}
	return a.print(strings.Join(lines, "\n"))
}

// completeCondition offers a condition, then on and off, and so on.
func completeCondition(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args)%2 == 1 {
		return []string{"on", "off"}, cobra.ShellCompDirectiveNoFileComp
	}
	about := func(c routines.Condition) (id, question string) { return string(c), c.Question() }
	return offers(routines.Conditions(), about), cobra.ShellCompDirectiveNoFileComp
}
