package cli

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"uncramp/coach/session"
	"uncramp/coach/settings"
	"uncramp/coach/text"
	"uncramp/coach/theme"
	"uncramp/routines"
)

// word is a flag that takes one of some words.
type word[T ~string] struct {
	value T
	among []T
}

func (w *word[T]) String() string { return string(w.value) }
func (w *word[T]) Type() string   { return strings.Join(text.Strings(w.among), "|") }

func (w *word[T]) Set(s string) error {
	value := T(strings.ToLower(s))
	if !slices.Contains(w.among, value) {
		return fmt.Errorf("choose %s", text.Join(w.among))
	}
	w.value = value
	return nil
}

func addWord[T ~string](cmd *cobra.Command, name, usage string, value T, among ...T) *word[T] {
	w := &word[T]{value, among}
	cmd.Flags().Var(w, name, usage)
	_ = cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(text.Strings(among), cobra.ShellCompDirectiveNoFileComp))
	return w
}

// addLooks adds the flags of everything that is shown on a screen.
func addLooks(cmd *cobra.Command) {
	addWord(cmd, themeFlag, "how it looks; auto is night from 22 to 6", theme.ChooseAuto, theme.Choices()...)
	cmd.Flags().Bool(stillFlag, false, "keep the figures still")
	addWord(cmd, figuresFlag, "how figures are drawn", theme.FigureAuto, theme.FigureChoices()...)
}

// addPlain adds the flag of what can go without a screen, line by line.
func addPlain(cmd *cobra.Command, usage string) { cmd.Flags().Bool(plainFlag, false, usage) }

// plainFlag goes before the setting of the same name, and its variables.
const plainFlag = "plain"

// plain reports whether a command is to go line by line though there may be a terminal to
// draw on: as its flag says, else as is set.
func (a *App) plain(flags *pflag.FlagSet) bool {
	if f := flags.Lookup(plainFlag); f.Changed {
		return f.Value.String() == "true"
	}
	return a.preferred().Plain == settings.On
}

// draws reports whether a command shows what it does on a screen, which it doesn't out of
// the menu.
func (a *App) draws(flags *pflag.FlagSet) bool {
	return a.Terminal != nil && a.linear == 0 && !a.plain(flags)
}

const themeFlag, stillFlag, figuresFlag = "theme", "still", "figures"

// withLooks puts what the flags say of looks over the settings.
func withLooks(s settings.Settings, flags *pflag.FlagSet) settings.Settings {
	flags.Visit(func(f *pflag.Flag) {
		if slices.Contains([]string{themeFlag, stillFlag, figuresFlag}, f.Name) {
			_ = s.Set(f.Name, f.Value.String(), settings.Flag) // the flag has taken it
		}
	})
	return s
}

// playFlags are the flags of now and start.
type playFlags struct {
	choice              func() session.Choice
	json, why           bool
	sound, voice, quiet bool
	speed               int
}

// maxSpeed is how much faster time runs at most.
const maxSpeed = 600

// parser is a flag whose text a function takes.
type parser struct {
	text string // what was taken
	kind string // what to write, in the help
	take func(text string) error
}

func (p *parser) String() string { return p.text }
func (p *parser) Type() string   { return p.kind }

func (p *parser) Set(given string) error {
	err := p.take(given)
	if err == nil {
		p.text = given
	}
	return err
}

// taking takes a text that can be parsed.
func taking[T any](into *T, parse func(text string) (T, error)) func(text string) error {
	return func(text string) error {
		v, err := parse(text)
		if err == nil {
			*into = v
		}
		return err
	}
}

// parseAgo reads how long ago something began.
func parseAgo(given string) (time.Duration, error) {
	d, err := time.ParseDuration(given)
	if err != nil || d < 0 || d > time.Hour {
		return 0, errors.New("write it like 3m, an hour at most")
	}
	return d, nil
}

// parseSpeed reads how much faster time runs.
func parseSpeed(given string) (int, error) {
	n, err := strconv.Atoi(given)
	if err != nil || n < 1 || n > maxSpeed {
		return 0, fmt.Errorf("choose 1 to %d", maxSpeed)
	}
	return n, nil
}

// newPlayFlags are the flags of what plays without any.
func newPlayFlags() *playFlags { return &playFlags{speed: 1} }

// addChoice adds the flags of what can be chosen of a routine.
func addChoice(cmd *cobra.Command) func() session.Choice {
	muscle := addWord(cmd, "muscle", "the muscle to work on", "", routines.Muscles()...)
	side := addWord(cmd, "side", "the sore leg", "", routines.Left, routines.Right)
	position := addWord(cmd, "position", "how you stretch", "", routines.Positions()...)
	return func() session.Choice {
		return session.Choice{Muscle: muscle.value, Side: side.value, Position: position.value}
	}
}

func addPlay(cmd *cobra.Command) *playFlags {
	f := newPlayFlags()
	f.choice = addChoice(cmd)
	addLooks(cmd)
	addPlain(cmd, lineByLine)
	cmd.Flags().BoolVar(&f.json, "json", false, "with --plain: one JSON object a line")
	cmd.Flags().BoolVar(&f.why, "why", false, "with --plain: under each step, where it comes from")
	cmd.Flags().BoolVar(&f.sound, "sound", false, "tones at each phase; they are on by day, off at night and for relief")
	cmd.Flags().BoolVar(&f.voice, "voice", false, "a voice that leads")
	cmd.Flags().BoolVar(&f.quiet, "quiet", false, "no sound and no voice, whatever else is set")
	cmd.Flags().Var(&parser{"1", "N", taking(&f.speed, parseSpeed)}, "speed",
		"let time run `N` times faster, 1 to 600, to try it out; the diary keeps nothing of it")
	return f
}

// fromEnvironment sets flags that were not given from UNCRAMP_ variables:
// UNCRAMP_SPEED for --speed, and so on. Those that are settings, too, are read
// with the settings; here they are only looked over.
func (a *App) fromEnvironment(cmd *cobra.Command) (err error) {
	scratch := settings.Defaults()
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		name := settings.Variable(strings.ReplaceAll(f.Name, "-", "_"))
		value := a.Getenv(name)
		if value == "" || f.Changed || err != nil || f.Name == "help" || f.Name == "version" {
			return
		}
		var serr error
		if _, unset := scratch.Value(f.Name); unset == nil {
			serr = scratch.Set(f.Name, value, settings.Environment)
		} else {
			serr = remedy(cmd.Flags().Set(f.Name, value))
		}
		if serr != nil {
			err = fmt.Errorf("the variable %s is %q: %w", name, value, serr)
		}
	})
	return err
}

// badFlag says which flag has a value that can't be taken, and what to write
// instead.
func badFlag(cmd *cobra.Command, err error) error {
	var bad *pflag.InvalidValueError
	if !errors.As(err, &bad) {
		return fmt.Errorf(wrongFlag, err, cmd.CommandPath())
	}
	return fmt.Errorf("--%s is %.40q; %w", bad.GetFlag().Name, bad.GetValue(), remedy(err))
}

// remedy is what to write instead of a flag's value, in plain words where it
// was a number's parser that refused it.
func remedy(err error) error {
	var number *strconv.NumError
	var bad *pflag.InvalidValueError
	switch {
	case errors.As(err, &number) && number.Func == "ParseBool":
		return errors.New("write true or false")
	case errors.As(err, &number) && errors.Is(err, strconv.ErrRange):
		return errors.New("write a whole number that is nearer to 0")
	case errors.As(err, &number):
		return errors.New("write a whole number")
	case errors.As(err, &bad):
		return bad.Unwrap()
	}
	return err
}
