package cli

import (
	"embed"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"uncramp/coach/spelling"
	"uncramp/coach/text"
)

// help has a file for each command: how it is called, what it does in a line, and
// after a blank line more of that; then examples.
//
//go:embed help
var help embed.FS

const examples = "\nExamples:\n"

// command returns a command with its help. The name is that of the help's file.
func command(name string, args cobra.PositionalArgs) *cobra.Command {
	page, _ := help.ReadFile("help/" + name + ".txt") // each is there, by a test
	about, example, _ := strings.Cut(strings.TrimSuffix(string(page), "\n"), examples)
	use, about, _ := strings.Cut(about, "\n")
	short, long, _ := strings.Cut(about, "\n")
	return &cobra.Command{Use: use, Short: short, Long: strings.Trim(long, "\n"), Example: example, Args: args}
}

// action returns a command without flags that does something.
func action(name string, args cobra.PositionalArgs, f runner) *cobra.Command {
	cmd := command(name, args)
	cmd.RunE = failing(f)
	return cmd
}

// runner carries out a command.
type runner func(cmd *cobra.Command, args []string) error

// run reads the flags of a command from the environment first.
func (a *App) run(f runner) runner {
	return func(cmd *cobra.Command, args []string) error {
		if err := a.fromEnvironment(cmd); err != nil {
			return err
		}
		return failing(f)(cmd, args)
	}
}

// failing carries out a command. What goes wrong is a failure, but for what is
// misused.
func failing(f runner) runner {
	return func(cmd *cobra.Command, args []string) error {
		err := f(cmd, args)
		var wrong *misuse
		var code exitCode
		if err == nil || errors.As(err, &wrong) || errors.As(err, &code) {
			return err
		}
		return &failure{err}
	}
}

// failure is an error of a command that was rightly called.
type failure struct{ error }

func (f *failure) Unwrap() error { return f.error }

// misuse is an error of whoever called a command.
type misuse struct{ error }

func (m *misuse) Unwrap() error { return m.error }

// misusef says what is wrong with how a command was called, and what to write.
func misusef(format string, args ...any) error { return &misuse{fmt.Errorf(format, args...)} }

// exitCode is a command that a signal, or the person, ended with an exit code.
type exitCode int

func (e exitCode) Error() string { return fmt.Sprintf("ended with code %d", int(e)) }

// unknown says that a name is none of some, and which it may have meant.
func unknown(what, name string, among []string, see string) error {
	if like := spelling.Similar(name, among); len(like) > 0 {
		return misusef("unknown %s %q; did you mean %s?", what, name, strings.Join(like, " or "))
	}
	return misusef("unknown %s %q; see %s", what, name, see)
}

// wants refuses fewer arguments than least, or more than most.
func wants(least, most int, otherwise string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) < least || len(args) > most {
			return errors.New(otherwise)
		}
		return nil
	}
}

var oneRoutine = wants(1, 1, "name one routine; see uncramp list")

// subcommand refuses what is no command below one, and names the one that it may mean.
func subcommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if elsewhere := below(cmd.Root(), args[0]); elsewhere != nil {
		return misusef("unknown command %q; did you mean %s?", args[0], elsewhere.CommandPath())
	}
	var names []string
	for _, c := range cmd.Commands() {
		if !c.Hidden {
			names = append(names, c.Name())
		}
	}
	return unknown("command", args[0], names, cmd.CommandPath()+" --help")
}

// below finds the first command of a name below one.
func below(cmd *cobra.Command, name string) *cobra.Command {
	for _, c := range cmd.Commands() {
		if c.Name() == name && !c.Hidden {
			return c
		}
		if found := below(c, name); found != nil {
			return found
		}
	}
	return nil
}

// nothing refuses any word behind a command.
func nothing(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return fmt.Errorf(oneWordMore, args[0], cmd.Name(), cmd.CommandPath())
}

// noFlag refuses what belongs to no flag, and says how to write one.
func noFlag(remedy string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return nil
		}
		return fmt.Errorf("%.40q belongs to no flag; %s", args[0], remedy)
	}
}

// completeFirst offers something for the first argument.
func completeFirst(offers func() []string) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return offers(), cobra.ShellCompDirectiveNoFileComp
	}
}

// offers are what can be typed, each with what it is about.
func offers[T any](list []T, offer func(T) (id, about string)) (lines []string) {
	for _, v := range list {
		id, about := offer(v)
		lines = append(lines, cobra.CompletionWithDesc(id, text.Clean(about)))
	}
	return lines
}

// completeWord offers words for the value of a flag.
func completeWord(cmd *cobra.Command, flag string, offers func() []string) {
	_ = cmd.RegisterFlagCompletionFunc(flag, func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return offers(), cobra.ShellCompDirectiveNoFileComp
	}) // the flag is there
}
