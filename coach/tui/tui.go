// Package tui is the full-screen program: the root model, the routing between
// screens, and everything that touches the terminal.
//
// Its contract: whatever happens (a panic in a screen or in an effect, a
// signal, a terminal that stops reading or goes away) [Run] returns in time and
// the terminal is as it was before. Nothing here waits for the terminal to
// answer. The first frame is painted before the framework starts.
package tui

import (
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"

	"uncramp/coach/cue"
	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/coach/settings"
	"uncramp/coach/theme"
	check "uncramp/coach/triage"
	"uncramp/coach/tui/home"
	"uncramp/routines"
)

// Clock is the one source of time.
type Clock interface {
	Now() session.Instant
	// Real is how long the machine's clock takes until that much has passed on
	// this one, which may run faster.
	Real(time.Duration) time.Duration
}

// Sounds plays cues. Its methods return at once.
type Sounds interface {
	Set(cue.On)
	Cue(cue.Cue)
	Ahead(words []string)
	Hush()
	Notify(title, text string)
	Fault() string
}

// Play is what to play at once.
type Play struct {
	Routine routines.Routine
	Choice  session.Choice
	Plan    session.Plan
	From    int           // index of the phase to begin with
	Began   time.Duration // how long ago the cramp began
}

// Config is what the program is started with.
type Config struct {
	Clock     Clock
	Tolerance time.Duration // how late a wake-up may be, on this clock
	Play      *Play         // nil: the home screen
	Routines  []home.Entry  // what home lists
	Notice    string        // one line that home shows, about what went wrong
	Sounds    Sounds        // what plays cues; nil: silence
	// Hears is what is to be heard, for the relief or for another routine.
	Hears func(relief bool) cue.On
	// Awake keeps the machine from sleeping, or lets it.
	Awake    func(bool)
	Settings settings.Settings
	// Apply makes settings hold, and says how it is to look with them.
	Apply   func(settings.Settings) (look theme.Choice, still bool)
	Halfway *Halfway // a routine to go on with; nil: there is none
	// Mark keeps where a routine stands; nil that none is being followed.
	Mark func(*Mark) error
	// Record keeps what was followed in the diary; nil keeps nothing.
	Record func(record.Entry) error
	// Remark is the next line to be told about what was found amiss and put right,
	// or empty; it returns at once. Nil: there is none.
	Remark func() string
	Pages  *Pages // nil: there is no diary
	// Learning is what the articles teach; nil: there is no library.
	Learning *Learning
	// Taught is a library to be read, and nothing else; nil: none. It opens at
	// Card, or at its list.
	Taught *Taught
	Card   string
	// Log is a cramp to be told of in the form, and nothing else; nil: none.
	Log *record.Episode
	// Save writes a change of a setting into the file.
	Save func(settings.Change) error
	// Night reports whether a time counts as night; nil never does.
	Night   func(time.Time) bool
	Check   bool          // begin with the red-flag questions
	Finding check.Finding // of the latest check
	// Keep stores a finding.
	Keep func(check.Finding) error
	// Load finds a routine and lays it flat for a choice, as far as the routine
	// offers it.
	Load func(id string, c session.Choice) (Play, error)

	pen      pen // of all that is written
	theme    theme.Choice
	still    bool           // figures don't move
	surface  theme.Surface  // what is known of the terminal
	notifies string         // the sequence by which it notifies: 9, 99 or 777
	ending   func(code int) // called once it is known that the program ends
	giveAway func()         // stops the process, as ctrl-z does
	size     func() (width, height int, err error)
}

// look is the theme at a time.
func (c Config) look(at time.Time) theme.Theme {
	return theme.For(c.theme, c.Night != nil && c.Night(at), c.surface)
}

// dressed is the configuration with what the settings say of its looks.
func (c Config) dressed(s settings.Settings) Config {
	c.Settings, c.theme, c.still = s, s.Theme, s.Still
	if c.Apply != nil {
		c.theme, c.still = c.Apply(s)
	}
	return c
}

// Exit codes of a program that was ended from outside.
const (
	codeHungUp      = 129
	codeInterrupted = 130
)

// Result is how the program ended.
type Result struct {
	Code      int               // exit code
	Sessions  []session.Session // what was followed since home was left, in order
	Unwritten []Write           // in order
	Finding   check.Finding     // of the latest check
}

// Fault is a panic that was caught.
type Fault struct {
	Value string
	Stack []byte
}

// Error returns the panic's value; the stack is for the log.
func (f *Fault) Error() string { return "a fault inside uncramp: " + f.Value }

const (
	// frames is how often a second the framework looks whether to redraw. Few
	// wake-ups, and a key still answers within a tenth of a second.
	frames = 16

	// patience is how long a program that is told to end may take before the
	// watchdog ends it, and grace how long output may take to drain.
	patience = 1200 * time.Millisecond
	grace    = 500 * time.Millisecond
)

// Terminal is where the program shows itself.
type Terminal struct {
	In, Out *os.File
	Env     []string
	// Signals asks the program to end with the exit code that comes out of it,
	// or, for 0, to take the terminal back after it was stopped.
	Signals <-chan int
	// Report tells of a fault that ends the process.
	Report func(*Fault)
	// Exit ends the process when nothing else can.
	Exit func(code int)
}

// Run shows the program until the person leaves. The error is a [*Fault], or
// says why the terminal can't be used.
func Run(c Config, t Terminal) (Result, error) {
	width, height, err := term.GetSize(t.Out.Fd())
	if err != nil {
		return Result{Code: 1}, fmt.Errorf("asking for the terminal's size: %w", err)
	}
	before, err := term.GetState(t.In.Fd())
	if err != nil {
		return Result{Code: 1}, fmt.Errorf("reading the terminal's settings: %w", err)
	}
	profile := colorprofile.Env(t.Env)
	out := newOutput(t.Out)
	guard := &watchdog{out: out, restore: func() { _ = term.Restore(t.In.Fd(), before) }, exit: t.Exit, report: t.Report}
	beyond := &outside{out: out, guard: guard, signals: t.Signals, continued: make(chan struct{}, 1)}
	c.ending, c.giveAway = guard.arm, beyond.giveAway
	c.surface, c.notifies = surface(t.Env), notifies(t.Env)
	c.size = func() (int, int, error) { return term.GetSize(t.Out.Fd()) }
	done := make(chan struct{})
	final, err := run(func() (*tea.Program, error) {
		m := newRoot(c, width, height)
		view := m.View()
		// Raw before the first frame: a key typed now is neither echoed into it
		// nor taken by the terminal for one of its own.
		if _, err := term.MakeRaw(t.In.Fd()); err != nil {
			return nil, fmt.Errorf("setting the terminal: %w", err)
		}
		out.first(view, m.theme, profile)
		p := tea.NewProgram(m, tea.WithInput(input{t.In}), tea.WithOutput(out), tea.WithEnvironment(t.Env), tea.WithFPS(frames),
			tea.WithColorProfile(profile), tea.WithoutSignalHandler(), tea.WithoutCatchPanics())
		go guard.protect(func() { beyond.obey(p, done) })
		return p, nil
	})
	close(done)
	guard.arm(codeHungUp)
	if err != nil {
		out.leave() // the framework may not have come to set its modes, nor to undo them
	} else {
		out.close()
	}
	guard.restore()
	guard.disarm()
	return result(final, err)
}

// run starts the framework and lets it run; a panic in a screen is a fault.
func run(start func() (*tea.Program, error)) (m tea.Model, err error) {
	var p *tea.Program
	defer func() {
		if r := recover(); r != nil {
			err = &Fault{fmt.Sprint(r), debug.Stack()}
			if p != nil {
				p.Kill()
			}
		}
	}()
	if p, err = start(); err != nil {
		return nil, err
	}
	return p.Run()
}

func result(final tea.Model, err error) (Result, error) {
	m, _ := final.(root)
	r := Result{Code: m.code, Sessions: m.visit.Sessions, Unwritten: m.unwritten(), Finding: m.finding}
	var fault *Fault
	switch {
	case errors.As(err, &fault):
		return Result{Code: 1}, fault
	case m.fault != nil:
		return Result{Code: 1}, m.fault
	case err != nil:
		// The framework fails where the terminal can't be read any more.
		r.Code = codeHungUp
	}
	return r, nil
}
