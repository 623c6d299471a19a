package cli

import (
	"cmp"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"uncramp/coach/text"
)

// shells are what completion scripts are written for.
var shells = map[string]func(*cobra.Command, io.Writer) error{
	"bash":       func(c *cobra.Command, w io.Writer) error { return c.GenBashCompletionV2(w, true) },
	"zsh":        (*cobra.Command).GenZshCompletion,
	"fish":       func(c *cobra.Command, w io.Writer) error { return c.GenFishCompletion(w, true) },
	"powershell": (*cobra.Command).GenPowerShellCompletionWithDesc,
}

func (a *App) completionCommand() *cobra.Command {
	cmd := action("completion", nil, func(cmd *cobra.Command, args []string) error {
		script, ok := shells[strings.Join(args, " ")]
		if !ok {
			return misusef("name a shell: bash, zsh, fish or powershell")
		}
		return script(cmd.Root(), a.data)
	})
	cmd.ValidArgs = []string{"bash", "zsh", "fish", "powershell"}
	return cmd
}

// help prints how a command is called, and what it does.
func (a *App) help(cmd *cobra.Command, _ []string) {
	about := cmp.Or(cmd.Long, cmd.Short)
	if a.columns() > 0 {
		about = text.Unbroken(about)
	}
	_ = a.print(about + "\n\n" + cmd.UsageString()) // what could not be printed is told at the end
}

// helpCommand is help COMMAND, which knows what is no command.
func helpCommand() *cobra.Command {
	return action("help", nil, func(cmd *cobra.Command, args []string) error {
		about, rest, err := cmd.Root().Find(args)
		if err != nil || len(rest) > 0 {
			return misusef(noSuchCommand, strings.Join(args, " "))
		}
		return about.Help()
	})
}

const noSuchCommand = "no command %q; see uncramp --help"
