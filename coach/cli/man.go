package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"uncramp/assets"
)

func (a *App) manCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "man [COMMAND]",
		Short:   "Print a manual page",
		Example: "  uncramp man | man -l -\n  uncramp man start > uncramp-start.1",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			page, err := assets.Man.ReadFile("man/" + strings.Join(append([]string{"uncramp"}, args...), "-") + ".1")
			if err != nil {
				return fmt.Errorf("no command %q; see uncramp --help", strings.Join(args, " "))
			}
			_, err = a.Out.Write(page)
			return wrapFailure(err)
		},
	}
}
