package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"uncramp/coach/settings"
)

func (a *App) settingsCommand() *cobra.Command {
	cmd := command("settings", subcommand)
	asJSON := cmd.Flags().Bool("json", false, "as JSON")
	cmd.RunE = a.run(func(*cobra.Command, []string) error { return a.settings(*asJSON) })
	set, unset := a.setCommand(), a.unsetCommand()
	path := action("settings-path", nothing, func(*cobra.Command, []string) error { return a.printName(a.Places.settings()) })
	set.ValidArgsFunction, unset.ValidArgsFunction = completeSetting, completeSetting
	cmd.AddCommand(set, unset, path)
	return cmd
}

func (a *App) setCommand() *cobra.Command {
	two := wants(2, 2, "name a setting and its value; see uncramp settings --help")
	cmd := action("settings-set", two, func(_ *cobra.Command, args []string) error {
		return a.changeSetting(settings.Change{Name: args[0], Text: args[1]})
	})
	cmd.Flags().SetInterspersed(false) // so that -5 is a value
	return cmd
}

func (a *App) unsetCommand() *cobra.Command {
	one := wants(1, 1, "name one setting; see uncramp settings --help")
	return action("settings-unset", one, func(_ *cobra.Command, args []string) error {
		return a.changeSetting(settings.Change{Name: args[0], Unset: true})
	})
}

// completeSetting offers the names, then what can be chosen.
func completeSetting(cmd *cobra.Command, args []string, _ string) (found []string, _ cobra.ShellCompDirective) {
	switch {
	case len(args) == 0:
		found = offers(settings.Defaults().Values(), func(v settings.Value) (id, about string) { return v.Name, v.About })
	case len(args) == 1 && cmd.Name() == "set":
		if v, err := settings.Defaults().Value(args[0]); err == nil {
			found = v.Choices
		}
	}
	return found, cobra.ShellCompDirectiveNoFileComp
}

// settings prints every value; what was wrong with the file or the environment
// is told afterwards.
func (a *App) settings(asJSON bool) error {
	s, err := a.readSettings()
	values := s.Values()
	if printed := a.printText(asJSON, values, "settings", settingsWords{values, a.Places.settings()}); printed != nil {
		return printed
	}
	return err
}

// settingsWords are what the text of the settings is made from.
type settingsWords struct {
	Values []settings.Value
	File   string
}

// changeSetting writes a change down and says what holds now.
func (a *App) changeSetting(c settings.Change) error {
	tried := settings.Defaults()
	if err := tried.Apply(c); err != nil {
		return &misuse{err}
	}
	_, bad := settings.Read(a.Places.settings())
	if err := settings.Keep(a.Places.settings(), c); err != nil {
		return err
	}
	if bad != nil {
		a.complain(fmt.Errorf("%w; that file is kept beside the new one, with .bad behind its name", bad))
	}
	now, err := settings.Read(a.Places.settings())
	if err != nil {
		return err
	}
	v, err := now.Value(c.Name)
	if err != nil {
		return err
	}
	text := fmt.Sprintf(settingHolds, v.Name, v.Shown(), v.Origin)
	if variable := settings.SetBy(c.Name, a.Getenv); variable != "" {
		text += fmt.Sprintf(variableHolds, variable)
	}
	return a.print(text)
}
