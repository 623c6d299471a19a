package cli

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"uncramp/coach/settings"
	"uncramp/routines"
)

func (a *App) settingsCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "settings",
		Short:   "Show or change what is set",
		Long:    settingsHelp(),
		Example: "  uncramp settings\n  uncramp settings set volume 70\n  uncramp settings unset volume",
		Args:    noSettingsCommand,
	}
	asJSON := cmd.Flags().Bool("json", false, "as JSON")
	cmd.RunE = a.run(func(*cobra.Command, []string) error { return a.settings(*asJSON) })
	cmd.AddCommand(a.setCommand(), a.unsetCommand(), a.settingsPathCommand())
	return cmd
}

// settingsHelp lists every setting with what can be chosen.
func settingsHelp() string {
	var b strings.Builder
	b.WriteString("settings shows every setting, its value and where that comes from: a flag goes before\n" +
		"a variable such as UNCRAMP_VOLUME, that before the file, that before the default.\n\n")
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for _, v := range settings.Defaults().Values() {
		fmt.Fprintf(w, "%s\t%s\n", v.Name, v.Allowed)
	}
	_ = w.Flush() // a strings.Builder takes everything
	return b.String()
}

func noSettingsCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, c := range cmd.Commands() {
		names = append(names, c.Name())
	}
	return unknown("command", args[0], names, "uncramp settings --help")
}

func (a *App) setCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:               "set NAME VALUE",
		Short:             "Give a setting a value, in the file",
		Example:           "  uncramp settings set sound on\n  uncramp settings set speaker \"Anna (Enhanced)\"\n  uncramp settings set prepare -5",
		ValidArgsFunction: completeSetting,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return fmt.Errorf("name a setting and its value; see uncramp settings --help")
			}
			return nil
		},
	}
	cmd.Flags().SetInterspersed(false) // so that -5 is a value
	cmd.RunE = a.run(func(_ *cobra.Command, args []string) error {
		return a.changeSetting(settings.Change{Name: args[0], Text: args[1]})
	})
	return cmd
}

func (a *App) unsetCommand() *cobra.Command {
	return &cobra.Command{
		Use:               "unset NAME",
		Short:             "Take a setting out of the file",
		Example:           "  uncramp settings unset sound",
		ValidArgsFunction: completeSetting,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return fmt.Errorf("name one setting; see uncramp settings --help")
			}
			return nil
		},
		RunE: a.run(func(_ *cobra.Command, args []string) error {
			return a.changeSetting(settings.Change{Name: args[0], Unset: true})
		}),
	}
}

func (a *App) settingsPathCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "path",
		Short:   "Print where the file stands, or would",
		Example: "  ${EDITOR:-vi} \"$(uncramp settings path)\"",
		Args:    cobra.NoArgs,
		RunE:    a.run(func(*cobra.Command, []string) error { return a.print(a.Places.settings() + "\n") }),
	}
}

// completeSetting offers the names, then what can be chosen.
func completeSetting(cmd *cobra.Command, args []string, _ string) (offers []string, _ cobra.ShellCompDirective) {
	switch {
	case len(args) == 0:
		for _, v := range settings.Defaults().Values() {
			offers = append(offers, cobra.CompletionWithDesc(v.Name, v.About))
		}
	case len(args) == 1 && cmd.Name() == "set":
		if v, err := settings.Defaults().Value(args[0]); err == nil {
			offers = v.Choices
		}
	}
	return offers, cobra.ShellCompDirectiveNoFileComp
}

// shownSetting is one setting of settings --json.
type shownSetting struct {
	Name    string          `json:"name"`
	Value   string          `json:"value"`
	Origin  settings.Origin `json:"origin"`
	Default string          `json:"default"`
	Allowed string          `json:"allowed"`
	About   string          `json:"about"`
}

// settings prints every value; what was wrong with the file or the environment
// is told afterwards.
func (a *App) settings(asJSON bool) error {
	s, err := a.readSettings()
	values := s.Values()
	if asJSON {
		if jerr := a.writeJSON(shownSettings(values)); jerr != nil {
			return jerr
		}
	} else if terr := a.settingsText(values); terr != nil {
		return terr
	}
	return wrapFailure(err)
}

func shownSettings(values []settings.Value) []shownSetting {
	out := make([]shownSetting, len(values))
	for i, v := range values {
		out[i] = shownSetting{v.Name, v.Text, v.Origin, v.Default, v.Allowed, v.About}
	}
	return out
}

func (a *App) settingsText(values []settings.Value) error {
	w := tabwriter.NewWriter(a.Out, 0, 0, 2, ' ', 0)
	for _, v := range values {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", v.Name, v.Shown(), v.Origin, v.About)
	}
	fmt.Fprintf(w, "\nChange one with uncramp settings set NAME VALUE. The file is %s.\n", routines.Clean(a.Places.settings()))
	return wrapFailure(w.Flush())
}

// changeSetting writes a change down and says what holds now.
func (a *App) changeSetting(c settings.Change) error {
	tried := settings.Defaults()
	if err := tried.Apply(c); err != nil {
		return err
	}
	_, bad := settings.Read(a.Places.settings())
	if err := settings.Keep(a.Places.settings(), c); err != nil {
		return &failure{err}
	}
	if bad != nil {
		a.complain(fmt.Errorf("%w; that file is kept beside the new one, with .bad behind its name", bad))
	}
	now, err := settings.Read(a.Places.settings())
	if err != nil {
		return &failure{err}
	}
	v, err := now.Value(c.Name)
	if err != nil {
		return &failure{err}
	}
	text := fmt.Sprintf("%s is %s (%s)\n", v.Name, v.Shown(), v.Origin)
	if variable := settings.Variable(c.Name); a.Getenv(variable) != "" {
		text += fmt.Sprintf("%s is set, too, and goes before it\n", variable)
	}
	return a.print(text)
}
