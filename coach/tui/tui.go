// Package tui is the full-screen program: the root of the screens, which keeps
// them on a stack, writes what they ask to have written, and is the one gate to
// a routine. [term] hosts it.
package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/cue"
	"uncramp/coach/figure"
	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/coach/term"
	check "uncramp/coach/triage"
	"uncramp/coach/tui/checkin"
	"uncramp/coach/tui/composer"
	"uncramp/coach/tui/history"
	"uncramp/coach/tui/home"
	"uncramp/coach/tui/library"
	"uncramp/coach/tui/me"
	"uncramp/coach/tui/player"
	"uncramp/coach/tui/programme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/settings"
	"uncramp/coach/tui/week"
	"uncramp/coach/visit"
	"uncramp/routines"
)

// Clock is the one source of time.
type Clock interface {
	Now() session.Instant
	// Real is how long the machine's clock takes until that much has passed on
	// this one, which may run faster.
	Real(time.Duration) time.Duration
}

// Journal is how screens read and write the diary. Each call opens it, does one
// thing, and closes it.
type Journal interface {
	home.Diary
	history.Diary
	week.Diary
	checkin.Diary
	// Merge writes rows, all of them or none.
	Merge(record.Batch) error
	// Keeps reports whether what is written is kept: not where time runs faster.
	Keeps() bool
	// Remark is the next line to be told about what was found amiss and put right,
	// or empty. It returns at once.
	Remark() string
}

// Profile is how screens read and write what a person said about herself.
type Profile interface {
	home.Profile
	me.Store
}

// Config is what the program is started with.
type Config struct {
	Clock     Clock
	Tolerance time.Duration   // how late a wake-up may be, on this clock
	Begin     screen.Request  // what is shown at first; nil: home
	Routines  []routines.Head // what home lists at first: those that are built in
	// OwnRoutines lists those of the person's own, which may take seconds, and says
	// what is wrong among them, in a line a file.
	OwnRoutines func() ([]routines.Head, []string)
	Notice      string // one line that home shows, about what went wrong
	// Finding reads what the latest check came to, of any program. It may take
	// seconds.
	Finding func() check.Finding
	// KeepFinding takes note of a finding, at once: it holds from then on. What it
	// returns keeps it for the next time, and may take seconds.
	KeepFinding func(check.Finding) (keep func() error)
	// EmergencyCall returns the number of the emergency services.
	EmergencyCall func() check.Call
	// Load finds a routine and lays it flat for a choice, as far as the routine
	// offers it.
	Load func(id string, c session.Choice) (visit.Play, error)
	// Unfinished is a routine to go on with; nil: there is none.
	Unfinished *visit.Play
	// Greet keeps that home said what it says at the first start; nil: it did before.
	Greet func() error
	// Bookmark keeps where a routine stands; nil that none is being followed.
	Bookmark func(*visit.Bookmark) error
	Journal  Journal
	Library  library.Source
	Settings settings.Store
	Profile  Profile
	Composer composer.Store // routines of the person's own
	Figures  figure.Library
	// Sheet writes the sheet of a routine, to be printed, to a new file, and says which.
	Sheet func(id string) (path string, err error)
	// Programme is what can be followed over weeks, and is.
	Programme programme.Services
	// Night reports whether a time counts as night.
	Night func(time.Time) bool
	Audio cue.Sink
	// Switches are what is to be heard, for the relief or for another routine.
	Switches func(relief bool) cue.Switches
	// Awake keeps the machine from sleeping, or lets it. It returns at once.
	Awake func(bool)
}

// Result is how the program ended.
type Result struct {
	Code      int            // exit code
	Ending    session.Ending // of what was over last on the latest visit
	Left      bool           // a visit was
	Kept      []record.ID    // what the diary holds of the latest, once all is written
	Unwritten []func() error // to be written, in order; what is being written is waited for
	Finding   check.Finding  // of the latest check
}

// Run shows the program until the person leaves. The error is a [*term.Fault],
// or says why the terminal can't be used.
func Run(c Config, t term.Terminal) (Result, error) {
	final, code, err := term.Run(func(width, height int, a term.Abilities) (tea.Model, string, func(int) []byte) {
		m := newRoot(c, width, height, a)
		return m, m.env.Theme.Ground.Render(" "), m.env.Figures.PNG
	}, t)
	m, running := final.(root)
	if running && err == nil {
		m = m.breakOff(c.Clock.Now())
	}
	return m.result(code), err
}

func (m root) result(code int) Result {
	r := Result{Code: code, Left: m.latest.left, Kept: m.latest.kept, Unwritten: m.outbox.unwritten(), Finding: m.gate.finding}
	for _, e := range m.stack {
		if p, ok := e.Screen.(player.Model); ok {
			r.Ending = p.Visit().LastEnding()
		}
	}
	return r
}
