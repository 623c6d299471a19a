package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"uncramp/assets"
)

func (a *App) manCommand() *cobra.Command {
	cmd := command("man", cobra.MaximumNArgs(1))
	cmd.RunE = failing(func(_ *cobra.Command, args []string) error {
		page, err := assets.Man.ReadFile("man/" + strings.Join(append([]string{"uncramp"}, args...), "-") + ".1")
		if err != nil {
			return misusef(noSuchCommand, strings.Join(args, " "))
		}
		_, err = a.Out.Write(page)
		return err
	})
	return cmd
}
