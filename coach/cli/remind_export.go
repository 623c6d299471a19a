package cli

import (
	"bytes"
	"errors"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"uncramp/coach/calendar"
	"uncramp/coach/remind"
	"uncramp/coach/session"
	"uncramp/coach/text"
)

func (a *App) remindExportCommand() *cobra.Command {
	cmd := command("remind-export", wants(0, math.MaxInt, ""))
	cmd.ValidArgsFunction = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return a.routineNames(), cobra.ShellCompDirectiveNoFileComp
	}
	to := addOutput(cmd, "write to a `file` that only you can read", calendar.Ending, calendar.Begins)
	cmd.RunE = failing(func(_ *cobra.Command, args []string) error {
		if to.file == "" && a.onTerminal {
			return misusef(onPhone)
		}
		if err := to.check(); err != nil {
			return err
		}
		made, err := a.calendar(args)
		if err != nil {
			return err
		}
		return to.write(a, made)
	})
	return cmd
}

// calendar is what was typed to be reminded of, or else what is set, with the programme
// that is followed. A calendar can't ask about the red flags: while one stands that allows
// no routine, there is none.
func (a *App) calendar(typed []string) ([]byte, error) {
	if a.State.Finding().Blocks() {
		return nil, errors.Join(a.tellStanding(true), errBlocked)
	}
	list, err := a.remindersOf(typed)
	if err != nil {
		return nil, err
	}
	now := a.now()
	c, err := a.course(now)
	if err != nil {
		return nil, err
	}
	events := calendar.Events(now, list, c, a.calendarRoutine)
	if len(events) == 0 {
		return nil, errors.New(nothingDue)
	}
	var made bytes.Buffer
	err = calendar.Write(&made, now, events)
	return made.Bytes(), err
}

// remindersOf reads reminders that were typed: each a routine and its times. Without any it
// is those that are set; a system without a scheduler has none.
func (a *App) remindersOf(typed []string) (list []remind.Reminder, err error) {
	if len(typed) == 0 {
		list, err = a.reminders()
		if errors.Is(err, remind.ErrNoScheduler) {
			return nil, nil
		}
		return list, err
	}
	for len(typed) > 0 {
		times := 1
		for times < len(typed) && strings.Contains(typed[times], ":") {
			times++
		}
		r, err := a.newReminder(typed[0], typed[1:times], "")
		if err != nil {
			return nil, err
		}
		list, typed = append(list, r), typed[times:]
	}
	return list, nil
}

// calendarRoutine is what a calendar says of what is to be done. A routine that can't be
// read is called by its id.
func (a *App) calendarRoutine(id string) calendar.Routine {
	if id == remind.Water {
		return calendar.Routine{Name: waterTitle}
	}
	r, err := a.Library.Find(id)
	if err != nil {
		return calendar.Routine{Name: text.Clean(id)}
	}
	h := session.Head(r)
	return calendar.Routine{Name: text.Clean(h.Name), Minutes: h.Minutes}
}
