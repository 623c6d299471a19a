package cli

import (
	"cmp"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/pflag"

	"uncramp/coach/awake"
	"uncramp/coach/library"
	"uncramp/coach/session"
	"uncramp/coach/settings"
	"uncramp/coach/state"
	"uncramp/coach/term"
	"uncramp/coach/text"
	"uncramp/coach/tui"
	"uncramp/coach/tui/screen"
	"uncramp/coach/visit"
	"uncramp/routines"
)

// settingsStore is how the screens see the settings.
type settingsStore struct {
	app     *App
	current settings.Settings
}

func (s *settingsStore) Settings() settings.Settings { return s.current }

func (s *settingsStore) Use(set settings.Settings) screen.SetLook {
	s.current = set
	s.app.set.Store(&set)
	return screen.SetLook{Theme: s.app.look(set.Theme), Still: set.Still == settings.On, Figures: set.Figures}
}

func (s *settingsStore) Save(c settings.Change) error {
	return settings.Keep(s.app.Places.settings(), c)
}

// cardSource is how the screens see the library.
type cardSource struct{ app *App }

// Read reads the cards. They can be read though the ticks can't.
func (c cardSource) Read() (t library.Contents, err error) {
	if t.Library, err = c.app.readCards(); err != nil {
		return t, err
	}
	if t.Sources, err = routines.Sources(); err != nil {
		return t, err
	}
	if t.Ticked, err = c.app.Journal.Ticked(); err != nil {
		t.Notice = text.Clean(err.Error())
	}
	return t, nil
}

func (c cardSource) Tick(cause string, on bool) error { return c.app.Journal.Tick(cause, on) }

// unfinished is the routine to go on with, or nil.
func (a *App) unfinished(now time.Time) *visit.Play {
	mark := a.State.Bookmark(a.now())
	if mark == nil {
		return nil
	}
	p, err := a.load(mark.Routine, mark.Choice)
	if err != nil {
		return nil // the routine is gone
	}
	if p, ok := mark.GoOn(p, now); ok {
		return &p
	}
	return nil
}

// lacksUTF8 says how to get more where the environment says that what is no
// ASCII comes out wrong; nil: it doesn't.
func (a *App) lacksUTF8() error {
	if !term.LacksUTF8(a.Getenv) {
		return nil
	}
	return errors.New(asciiAlone)
}

// configured is what the screens work with: with what was asked for in c, as flags and
// settings say.
func (a *App) configured(c tui.Config, f *playFlags, set settings.Settings) tui.Config {
	c.Clock, c.Tolerance = a.faster(f), f.tolerance()
	c.Switches = a.switches(f, c.Clock)
	c.Settings = &settingsStore{a, set}
	c.Night = func(at time.Time) bool { return a.preferred().IsNight(at) }
	c.Notice = cmp.Or(c.Notice, notice(a.settingsFault), notice(a.lacksUTF8()))
	c.Finding, c.KeepFinding, c.Bookmark = a.State.Finding, a.State.KeepFinding, a.State.KeepBookmark
	c.EmergencyCall = a.emergencyCall
	c.Figures = a.Figures
	c.Journal, c.Library, c.Profile, c.Load = a.Journal, cardSource{a}, a.Profile, a.load
	c.Routines, c.OwnRoutines = routines.BuiltinHeads(), a.ownRoutines
	c.Composer, c.Sheet = ownRoutines{a}, a.keepSheet
	c.Programme.Diary, c.Programme.Course, c.Programme.All = a.Journal, a.course, a.programmes
	if a.Journal.Keeps() {
		c.Unfinished = a.unfinished(c.Clock.Now().Wall)
	}
	if c.Begin == nil && a.Journal.Keeps() && !a.State.Greeted() {
		c.Greet = a.State.KeepGreeted
	}
	return c
}

// screen shows the program, as the flags ask it to look and to sound.
func (a *App) screen(flags *pflag.FlagSet, f *playFlags, c tui.Config) error {
	t := *a.Terminal
	t.Signals = a.Signals
	set := withLooks(a.preferred(), flags)
	c = a.configured(c, f, set)
	c.Audio = a.Audio(set)
	defer c.Audio.Close(audioTimeout)
	exit := t.Exit
	t.Exit = func(code int) { // a program that can't end by itself ends what it started
		c.Audio.Close(audioTimeout)
		if a.settle() != nil {
			code = Failed
		}
		exit(code)
	}
	keep := awake.Switch{Why: "following a stretch routine"}
	defer keep.Set(false)
	c.Awake = keep.Set
	t.Report = func(f *term.Fault) { a.complain(a.withDetails(f)) }
	result, err := a.Screen(c, t)
	done, kept := a.finish(result.Unwritten)
	result.Left = done && result.Left
	if err == nil && result.Code == Done {
		_ = a.State.KeepBookmark(nil) // it was left on purpose; what can't be forgotten is only offered again
	}
	a.complain(a.settingsFault) // where it can be read, now that the screen is gone
	a.complain(a.lacksUTF8())
	var fault *term.Fault
	switch {
	case errors.As(err, &fault):
		return a.withDetails(fault)
	case err != nil:
		return err
	case result.Code != hungUp: // else nobody reads it
		err = a.lastLines(result)
	}
	switch {
	case kept != nil:
		return exitCode(Failed) // that is more than the way out
	case result.Code != Done:
		return exitCode(result.Code)
	}
	return err
}

// finish writes what the program had no time for, and the finding beside it. It
// tells what could not be, and returns whether all of the rest is written, and
// the error of the finding.
func (a *App) finish(writes []func() error) (done bool, kept error) {
	wait := a.writeRest(writes)
	kept = a.settle()
	return wait(), kept
}

// settle sees to it that what a check found is kept before the program is left,
// or tells in one line that it isn't. Signals wait until then, two seconds at
// most. The error is that it is kept nowhere.
func (a *App) settle() error {
	over := make(chan error, 1)
	go func() { over <- a.State.Settle() }()
	for {
		select {
		case <-a.Signals:
		case err := <-over:
			a.complain(err)
			if !errors.Is(err, state.ErrNotKept) {
				return nil
			}
			return err
		}
	}
}

// writeTimeout is how long what was told last may take to be written once the
// screen is gone.
const writeTimeout = 2 * time.Second

// writeRest begins to write what the program had no time for. What it returns
// waits for that, tells what could not be written, and reports whether all was.
func (a *App) writeRest(writes []func() error) (wait func() (written bool)) {
	answers := make(chan error, len(writes))
	go func() {
		defer close(answers)
		for _, write := range writes {
			answers <- write()
		}
	}()
	late := a.Clock.After(writeTimeout)
	return func() bool {
		for written := true; ; {
			more, answered, err := next(answers, late)
			switch {
			case !answered:
				a.complain(errors.New("the diary did not answer in time; what you told last may not be in it"))
				return false
			case !more:
				return written
			}
			written = written && err == nil
			a.complain(err)
		}
	}
}

// next is the next answer that is there, or comes before it is late.
func next(answers <-chan error, late <-chan time.Time) (more, answered bool, err error) {
	select {
	case err, more = <-answers:
		return more, true, err
	default:
	}
	select {
	case err, more = <-answers:
		return more, true, err
	case <-late:
		return false, false, nil
	}
}

// withDetails keeps a fault's details and says where, in one line.
func (a *App) withDetails(f *term.Fault) error {
	return fmt.Errorf("%w; %s", f, a.State.KeepFault(append([]byte(f.Value+"\n"), f.Stack...)))
}

// lastLines repeats on the ordinary screen what must not be gone with ours.
func (a *App) lastLines(r tui.Result) error {
	if r.Finding.Blocks() {
		return a.print(a.findingInShort(r.Finding))
	}
	if r.Ending == session.TooLong || r.Ending == session.GotWorse {
		if err := a.print(lastWords(r.Ending) + "\n"); err != nil {
			return err
		}
	}
	if !r.Left {
		return nil
	}
	if line := a.keptLine(r.Kept); line != "" {
		return a.print(line + "\n")
	}
	return nil
}
