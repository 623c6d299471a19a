package cli

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"uncramp/coach/charset"
	"uncramp/coach/record"
	"uncramp/coach/text"
	"uncramp/coach/tui"
	"uncramp/coach/tui/screen"
	"uncramp/routines"
)

func (a *App) logCommand() *cobra.Command {
	cmd := command("log", noFlag("put a text of several words between quotes, and write --woke=no with ="))
	f := addCramp(cmd)
	addPlain(cmd, "ask line by line, without a screen")
	cmd.RunE = a.run(func(cmd *cobra.Command, _ []string) error {
		now, flags := a.now(), cmd.Flags()
		f.cramp.ID = record.NewID(now)
		switch {
		case describes(flags):
			e, err := a.described(f, flags.Changed("at"), now)
			if err != nil {
				return err
			}
			return a.log(e)
		case a.draws(flags):
			f.cramp.At = now
			return a.screen(flags, newPlayFlags(), tui.Config{Begin: screen.OpenForm{Episode: f.cramp, Fresh: true}})
		}
		e, err := a.askLog(flags, f.cramp, now)
		switch {
		case errors.Is(err, errLeft):
			return cmp.Or(a.print(notWrittenDown), error(exitCode(Failed)))
		case err != nil:
			return err
		case e.At.IsZero():
			e = e.JustEnded(now)
		}
		return a.log(e)
	})
	return cmd
}

// crampFlags are the flags that say something of a cramp.
type crampFlags struct {
	cramp        record.Episode // what they say, but for what is below
	at           string
	muscle       *word[routines.Muscle]
	side         *word[routines.Side]
	asleep, woke *word[record.Answer]
}

func addCramp(cmd *cobra.Command) *crampFlags {
	c, f := &crampFlags{}, cmd.Flags()
	e := &c.cramp
	f.StringVar(&c.at, "at", "", "when it began, such as `2026-11-21T03:12`; without it, it has just ended")
	f.Var(&parser{"", "N", taking(&e.Length, record.ParseMinutes)}, "minutes", "how many minutes it lasted")
	c.muscle = addWord(cmd, "muscle", "the muscle", "", routines.Muscles()...)
	c.side = addWord(cmd, "side", "the leg", "", routines.Left, routines.Right, routines.Both)
	f.Var(&parser{"", "0-10", takeRating(&e.Severity)}, "severity", "how bad it was")
	c.asleep = addAnswer(cmd, "asleep", "you were asleep when it began")
	c.woke = addAnswer(cmd, "woke", "it woke you")
	f.Var(&parser{"", "0-10", takeRating(&e.Disturbance)}, "disturbance", "how much it disturbed your sleep")
	f.Var(&parser{"", "0-10", takeRating(&e.Soreness)}, "soreness", "how sore it was afterwards")
	addText(f, &e.Doing, "doing", "what you were doing before it")
	addText(f, &e.Helped, "helped", "what helped")
	addText(f, &e.Fluids, "fluids", "what you had been drinking")
	addText(f, &e.Medicine, "medicine", "changes of medicine")
	addText(f, &e.Note, "note", "anything else; - reads it from standard input")
	return c
}

// described is the cramp that the flags describe; without a moment it has just ended.
func (a *App) described(f *crampFlags, atGiven bool, now time.Time) (e record.Episode, err error) {
	e = f.cramp.JustEnded(now)
	if atGiven {
		if e.At, err = record.ParseMoment(f.at, now); err != nil {
			return e, misusef("--at: %w", err)
		}
	}
	if e.Note == fromInput {
		if e.Note, err = a.readNote(); err != nil {
			return e, err
		}
	}
	e.Muscle, e.Side, e.Asleep, e.Woke = f.muscle.value, f.side.value, f.asleep.value, f.woke.value
	return e, nil
}

// describes reports whether a flag says something of a cramp, as all but --plain do.
func describes(flags *pflag.FlagSet) (does bool) {
	flags.Visit(func(f *pflag.Flag) { does = does || f.Name != plainFlag })
	return does
}

// askLog asks about a cramp line by line. Where nobody can be asked, or nothing was
// answered, it says how to write one.
func (a *App) askLog(flags *pflag.FlagSet, e record.Episode, now time.Time) (record.Episode, error) {
	if !a.ByHand && !a.plain(flags) {
		return e, nothingGiven(flags)
	}
	e, err := a.askCramp(e, now, howToAnswer)
	if errors.Is(err, errNotTold) {
		return e, nothingGiven(flags)
	}
	return e, err
}

// log writes a cramp, and says so once it is on disk.
func (a *App) log(e record.Episode) error {
	if err := a.Journal.SaveEpisode(e); err != nil {
		return fmt.Errorf("the cramp is not saved: %w", err)
	}
	return a.print(fmt.Sprintf(savedCramp, e.Summary(a.now())))
}

// nothingGiven says how to tell something of a cramp.
func nothingGiven(flags *pflag.FlagSet) error {
	var names []string
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Name != "help" && f.Name != plainFlag {
			names = append(names, "--"+f.Name)
		}
	})
	return misusef("tell something of it, with %s; see uncramp log --help", strings.Join(names, ", "))
}

const (
	fromInput = "-"     // what comes on standard input
	maxInput  = 1 << 20 // bytes, more than the diary takes
)

// readNote reads a note up to the end of standard input.
func (a *App) readNote() (string, error) {
	var typed []byte
	var err error
	read := make(chan struct{})
	go func() {
		typed, err = io.ReadAll(io.LimitReader(a.In, maxInput))
		close(read)
	}()
	for {
		select {
		case code := <-a.Signals:
			if code != 0 {
				return "", exitCode(code)
			}
		case <-read:
			return noteOf(typed, err)
		}
	}
}

// noteOf is the note that was read.
func noteOf(typed []byte, err error) (string, error) {
	source := charset.NewReader(bytes.NewReader(typed), charset.Encoding{})
	read, _ := io.ReadAll(source) // it fails no more than memory does
	note := strings.TrimSpace(text.Clean(string(read)))
	bad := source.Undecoded()
	switch {
	case err != nil:
		return "", fmt.Errorf("reading the note from standard input: %w", err)
	case len(typed) == maxInput:
		return "", misusef("the note on standard input is longer than a megabyte; shorten it")
	case note == "":
		return "", misusef("no note came on standard input; write it there, or leave --note out")
	case len(bad) > 0:
		return "", misusef("line %d of the note on standard input is no UTF-8; write it as UTF-8", bad[0])
	}
	return note, nil
}

// addAnswer adds a flag that says yes by itself, and no with =no.
func addAnswer(cmd *cobra.Command, name, usage string) *word[record.Answer] {
	w := addWord(cmd, name, usage, "", record.Yes, record.No)
	cmd.Flags().Lookup(name).NoOptDefVal = string(record.Yes)
	return w
}

// addText adds a flag for a text, which must be UTF-8: what isn't would lose letters.
func addText(flags *pflag.FlagSet, into *string, name, usage string) {
	flags.Var(&parser{"", "string", taking(into, func(given string) (string, error) {
		if !utf8.ValidString(given) {
			return "", errNotUTF8
		}
		return given, nil
	})}, name, usage)
}

// takeRating takes a number from 0 to 10.
func takeRating(r *record.Rating) func(text string) error {
	return func(text string) error {
		if err := r.UnmarshalText([]byte(text)); err != nil || text == "" {
			return errors.New("choose 0 to 10")
		}
		return nil
	}
}
