package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

func (a *App) manCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "man [COMMAND]",
		Short:   "Print a manual page",
		Example: "  uncramp man | man -l -\n  uncramp man start > uncramp-start.1",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			page, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return fmt.Errorf("no command %q; see uncramp --help", strings.Join(args, " "))
			}
			page.DisableAutoGenTag = true
			return wrapFailure(doc.GenMan(page, &doc.GenManHeader{Title: "UNCRAMP", Section: "1", Source: "uncramp " + a.Version}, a.Out))
		},
	}
}
