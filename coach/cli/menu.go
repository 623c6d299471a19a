package cli

import (
	"errors"
	"slices"
	"time"

	"uncramp/coach/cli/menu"
	"uncramp/coach/library"
	"uncramp/coach/record"
	"uncramp/coach/settings"
	"uncramp/routines"
)

// menu leads through all that a person can do, line by line, whatever carries the lines:
// who types them hears what is printed.
func (a *App) menu() error {
	a.ByHand, a.linear = true, plainColumns
	err := menu.Run(a.menuProgram())
	if a.settle() != nil {
		return exitCode(Failed)
	}
	return err
}

// menuProgram is the program as the menu sees it.
func (a *App) menuProgram() menu.Program {
	return menu.Program{
		Print: a.print, Read: a.readTyped, Complain: a.complain, Now: a.now, Run: a.runLine,
		TellStanding: func() error { return a.tellStanding(false) },
		Unfinished:   a.unfinishedPlace, GoOn: a.goOn, Decline: func() error { return a.State.KeepBookmark(nil) },
		Routines: a.menuRoutines, Conditions: a.Profile.Read, Settings: a.settingsNow,
		Cards: a.cardsNow, Ticked: a.Journal.Ticked, Tick: a.Journal.Tick,
		Programmes: a.programmes, Reminders: a.reminders,
		Answers: a.answers, Cramps: a.crampsNow, Untold: a.untold, Cramp: a.Journal.Episode,
		Change: func(e record.Episode) error { return a.goesOn(a.changeCramp(e)) },
		Delete: a.deleteCramp,
	}
}

// readTyped waits for a line. Where the terminal is gone it is as if that had hung up.
func (a *App) readTyped() (line string, more bool, err error) {
	line, more, err = a.readLine(a.typedLines())
	if err == nil && !more && a.gone() {
		err = exitCode(hungUp)
	}
	return line, more, err
}

// runLine carries out a command line, and tells what went wrong. What was set meanwhile
// holds.
func (a *App) runLine(args ...string) error {
	a.set.Store(nil)
	root := a.root()
	root.SetArgs(args)
	return a.goesOn(root.Execute())
}

// goesOn tells what went wrong, and goes on; only what a signal ended does not. Of a red
// flag all was told.
func (a *App) goesOn(err error) error {
	if errors.Is(err, errBlocked) {
		return nil
	}
	if code := a.tellWrong(err); code > Usage {
		return exitCode(code)
	}
	return nil
}

// unfinishedPlace is where a routine was stopped half-way; empty: none was.
func (a *App) unfinishedPlace() string {
	if p := a.unfinished(a.now()); p != nil {
		return p.Place()
	}
	return ""
}

// goOn goes on with the routine that was stopped half-way.
func (a *App) goOn() error {
	p := a.unfinished(a.now())
	if p == nil {
		return nil
	}
	f := newPlayFlags()
	err := a.playPlain(plainOptions{play: *p, clock: a.Clock, tolerance: f.tolerance(), on: a.askedSwitches(f)})
	if err == nil {
		err = a.State.KeepBookmark(nil)
	}
	return a.goesOn(err)
}

// menuRoutines are what can be followed. What is wrong with one of the person's own is
// told by what lists those.
func (a *App) menuRoutines() (list []menu.Routine) {
	rows, _ := a.listRows()
	own, _ := a.ownRoutines()
	for _, r := range rows {
		is := slices.ContainsFunc(own, func(h routines.Head) bool { return h.ID == r.ID })
		list = append(list, menu.Routine{ID: r.ID, Name: r.Name, Length: r.Length, Summary: r.Summary, Own: is})
	}
	return list
}

func (a *App) settingsNow() []settings.Value {
	s, err := a.readSettings()
	a.complain(err)
	return s.Values()
}

// cardsNow are the cards, those of ticked causes first.
func (a *App) cardsNow() (library.Library, error) {
	all, err := a.readCards()
	ticked, _ := a.Journal.Ticked() // the cards can be read all the same
	return a.allowed(all).CausesFirst(ticked), err
}

// answers are what the diary says of the last weeks.
func (a *App) answers() ([]string, error) {
	s, err := a.Journal.Summary(a.now(), usualDays)
	return s.Answers(), err
}

// crampsNow are all cramps, the latest first.
func (a *App) crampsNow() ([]record.Episode, error) {
	s, err := a.Journal.Summary(a.now(), 0)
	return s.LatestFirst(), err
}

// untold is a cramp of last night of which little was told.
func (a *App) untold() (record.Episode, bool) {
	o, err := a.Journal.Overview(a.now())
	if err != nil {
		return record.Episode{}, false
	}
	return o.UntoldCramp()
}

// deleteCramp takes a cramp out of the diary.
func (a *App) deleteCramp(e record.Episode) error {
	e.Deleted, e.Edited = true, time.Time{} // now
	return a.Journal.SaveEpisode(e)
}
