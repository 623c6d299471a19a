package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"uncramp/assets"
)

func (a *App) manCommand() *cobra.Command {
	return action("man", wants(0, 1, "name one command, such as diary-export"), func(_ *cobra.Command, args []string) error {
		page, err := assets.Man.ReadFile("man/" + strings.Join(append([]string{"uncramp"}, args...), "-") + ".1")
		if err != nil {
			return misusef(noSuchCommand, strings.Join(args, " "))
		}
		_, err = a.data.Write(page)
		return err
	})
}
