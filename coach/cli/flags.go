package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"uncramp/coach/session"
	"uncramp/coach/theme"
	"uncramp/routines"
)

// word is a flag that takes one of some words.
type word[T ~string] struct {
	value T
	among []T
}

func (w *word[T]) String() string { return string(w.value) }
func (w *word[T]) Type() string   { return strings.Join(texts(w.among), "|") }

func (w *word[T]) Set(s string) error {
	if !slices.Contains(w.among, T(s)) {
		return fmt.Errorf("choose %s", strings.Join(texts(w.among), ", "))
	}
	w.value = T(s)
	return nil
}

func texts[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = string(v)
	}
	return out
}

func addWord[T ~string](cmd *cobra.Command, name, usage string, value T, among ...T) *word[T] {
	w := &word[T]{value, among}
	cmd.Flags().Var(w, name, usage)
	_ = cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(texts(among), cobra.ShellCompDirectiveNoFileComp))
	return w
}

func addTheme(cmd *cobra.Command) *word[theme.Choice] {
	return addWord(cmd, "theme", "how it looks; auto is night from 22 to 6", theme.Auto, theme.Choices()...)
}

// playFlags are the flags of now and start.
type playFlags struct {
	muscle   *word[routines.Muscle]
	side     *word[routines.Side]
	position *word[routines.Position]
	theme    *word[theme.Choice]
	plain    bool
	json     bool
	sound    bool
	voice    bool
	quiet    bool
	speed    int
}

const maxSpeed = 600

func addPlay(cmd *cobra.Command) *playFlags {
	f := &playFlags{
		muscle:   addWord(cmd, "muscle", "the muscle to work on", "", routines.Muscles()...),
		side:     addWord(cmd, "side", "the sore leg", "", routines.Left, routines.Right),
		position: addWord(cmd, "position", "how you stretch", "", routines.Positions()...),
		theme:    addTheme(cmd),
	}
	cmd.Flags().BoolVar(&f.plain, "plain", false, "line by line, without a screen")
	cmd.Flags().BoolVar(&f.json, "json", false, "with --plain: one JSON object a line")
	cmd.Flags().BoolVar(&f.sound, "sound", false, "ring the terminal's bell at each phase")
	cmd.Flags().BoolVar(&f.voice, "voice", false, "speak (no voice is built in yet; says so and goes on)")
	cmd.Flags().BoolVar(&f.quiet, "quiet", false, "no sound and no voice, whatever else is set")
	cmd.Flags().IntVar(&f.speed, "speed", 1, "let time run `N` times faster, 1 to 600, to try it out")
	return f
}

func (f *playFlags) choice() session.Choice {
	return session.Choice{Muscle: f.muscle.value, Side: f.side.value, Position: f.position.value}
}

func (f *playFlags) check() error {
	if f.speed < 1 || f.speed > maxSpeed {
		return fmt.Errorf("--speed %d: choose 1 to %d", f.speed, maxSpeed)
	}
	if f.json && !f.plain {
		return fmt.Errorf("--json goes with --plain")
	}
	return nil
}

// fromEnvironment sets flags that were not given from UNCRAMP_ variables:
// UNCRAMP_THEME for --theme, and so on.
func (a *App) fromEnvironment(cmd *cobra.Command) (err error) {
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		name := "UNCRAMP_" + strings.ToUpper(strings.ReplaceAll(f.Name, "-", "_"))
		value := a.Getenv(name)
		if value == "" || f.Changed || err != nil || f.Name == "help" || f.Name == "version" {
			return
		}
		if serr := cmd.Flags().Set(f.Name, value); serr != nil {
			err = fmt.Errorf("the variable %s is %q: %w", name, value, serr)
		}
	})
	return err
}
