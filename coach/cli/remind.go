package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"uncramp/coach/cue/audio"
	"uncramp/coach/remind"
	"uncramp/coach/text"
)

const (
	// schedulerTimeout is how long a scheduler may take over a command of ours.
	schedulerTimeout = time.Minute
	// notifyTimeout is how long a notification may take.
	notifyTimeout = 10 * time.Second
)

// The flags of these commands are not read from the environment: UNCRAMP_DAYS is
// how many days the diary shows.
func (a *App) remindCommand() *cobra.Command {
	cmd := action("remind", subcommand, a.listReminders)
	show := action("remind-show", oneRoutine, a.showReminder) // what a scheduler runs
	show.Hidden = true
	list := action("remind-list", nothing, a.listReminders)
	cmd.AddCommand(a.remindSetCommand(), a.remindOffCommand(), a.remindExportCommand(), list, show)
	return cmd
}

func (a *App) remindSetCommand() *cobra.Command {
	cmd := command("remind-set", wants(2, math.MaxInt, "name a routine, or water, and a time; see uncramp remind --help"))
	cmd.ValidArgsFunction = completeFirst(a.routineNames)
	days := cmd.Flags().String("days", "", "on these `days` only, such as mon,wed or mon-fri; every day otherwise")
	dry := addDryRun(cmd)
	cmd.RunE = failing(func(_ *cobra.Command, args []string) error {
		r, err := a.newReminder(args[0], args[1:], *days)
		if err != nil {
			return err
		}
		return a.setReminder(r, *dry)
	})
	return cmd
}

// newReminder checks what was typed of a reminder.
func (a *App) newReminder(id string, times []string, days string) (remind.Reminder, error) {
	names := append(a.Library.Names(), remind.Water)
	if !slices.Contains(names, id) {
		return remind.Reminder{}, unknown("routine", id, names, "uncramp list")
	}
	r, err := remind.New(id, times, days)
	if err != nil {
		return r, &misuse{err}
	}
	return r, nil
}

func addDryRun(cmd *cobra.Command) *bool {
	return cmd.Flags().Bool("dry-run", false, "print the files and the commands, and touch nothing")
}

func (a *App) setReminder(r remind.Reminder, dry bool) error {
	program, err := os.Executable()
	if err != nil {
		return fmt.Errorf("uncramp can't tell where it stands, and no reminder can run it: %w", err)
	}
	return a.withScheduler(func(ctx context.Context, h remind.Host, s remind.Scheduler) error {
		t, err := s.Set(ctx, r, program)
		if err != nil {
			return err
		}
		return a.apply(ctx, h, t, dry, "the reminder is not set", func() error {
			_, missing := audio.Notifier()
			a.complain(cmp.Or(missing, h.Missing(s)))
			return a.print(fmt.Sprintf("%s: %s (%s).\n", r.Name, r, s.Name()))
		})
	})
}

// apply carries a transaction out and then says that it is done; dry, it tells
// what would be done instead.
func (a *App) apply(ctx context.Context, h remind.Host, t remind.Transaction, dry bool, failure string, done func() error) error {
	if dry {
		return a.print(t.String())
	}
	if err := h.Apply(ctx, t); err != nil {
		return fmt.Errorf("%s: %w", failure, err)
	}
	return done()
}

// withScheduler does something with this machine's scheduler.
func (a *App) withScheduler(do func(context.Context, remind.Host, remind.Scheduler) error) error {
	ctx, cancel := context.WithTimeout(context.Background(), schedulerTimeout)
	defer cancel()
	h := remind.ThisHost(a.Places.Config, a.Places.Home)
	s, err := h.Scheduler(ctx)
	if errors.Is(err, remind.ErrNoScheduler) {
		err = fmt.Errorf("%w; fill your phone's calendar instead: uncramp remind export bedtime 22:30 -o uncramp.ics", err)
	}
	if err != nil {
		return err
	}
	return do(ctx, h, s)
}

func (a *App) listReminders(*cobra.Command, []string) error {
	list, err := a.reminders()
	switch {
	case err != nil:
		return err
	case len(list) == 0:
		return a.print(noReminder)
	}
	return a.printText(false, nil, "reminders", list)
}

// reminders are those that are set.
func (a *App) reminders() (list []remind.Reminder, err error) {
	err = a.withScheduler(func(ctx context.Context, _ remind.Host, s remind.Scheduler) (err error) {
		list, err = s.List(ctx)
		return err
	})
	return list, err
}

func (a *App) remindOffCommand() *cobra.Command {
	cmd := command("remind-off", wants(0, 1, "name one reminder, or none for all; see uncramp remind list"))
	dry := addDryRun(cmd)
	cmd.RunE = failing(func(_ *cobra.Command, args []string) error { return a.removeReminders(args, *dry) })
	return cmd
}

// removeReminders takes away the reminder that is named, or all.
func (a *App) removeReminders(named []string, dry bool) error {
	return a.withScheduler(func(ctx context.Context, h remind.Host, s remind.Scheduler) error {
		list, err := s.List(ctx)
		if err != nil {
			return err
		}
		var names []string
		for _, r := range list {
			if len(named) == 0 || named[0] == r.Name {
				names = append(names, r.Name)
			}
		}
		switch {
		case len(names) == 0 && len(named) == 0:
			return a.print(noReminder)
		case len(names) == 0:
			return a.print(fmt.Sprintf(noSuchReminder, text.Clean(named[0])))
		}
		t, err := s.Off(ctx, names...)
		if err != nil {
			return err
		}
		return a.apply(ctx, h, t, dry, "the reminder is still there", func() error {
			return a.print(fmt.Sprintf(remindersOff, strings.Join(names, ", ")))
		})
	})
}

func (a *App) showReminder(_ *cobra.Command, args []string) error {
	ctx, cancel := context.WithTimeout(context.Background(), notifyTimeout)
	defer cancel()
	title, body := a.notification(args[0])
	if err := audio.Notify(ctx, title, body); err != nil {
		return fmt.Errorf("%s, %s: this can't be shown: %w", title, body, err)
	}
	return nil
}

// notification is what a reminder says: of a routine that the latest check does
// not allow, what to do instead. A routine that can't be read is called
// by its id: the scheduler may not know where the person's own ones are.
func (a *App) notification(id string) (title, body string) {
	if id == remind.Water {
		return waterTitle, "time to drink something"
	}
	id = text.Clean(id)
	title = a.calendarRoutine(id).Name
	if f := a.State.Finding(); f.Blocks() {
		p := f.Page(a.emergencyCall())
		return title, strings.TrimSpace(p.Advice+" "+p.Call) + " " + takeAgain
	}
	return title, "run: uncramp start " + id
}
