// Package term is the host of a Bubble Tea program. It knows no screen.
//
// Its contract: whatever happens (a panic in the program or in an effect, a
// signal, a terminal that stops reading or goes away) [Run] returns in time and
// the terminal is as it was before. Nothing here waits for the terminal to
// answer. The first frame is painted before the framework starts. A byte that is no
// UTF-8 comes as U+FFFD, in the text of a key or in what is pasted: never as nothing.
package term

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"
)

// FramesPerSecond is how often the framework looks whether to redraw. Few
// wake-ups, and a key still answers within a tenth of a second.
const FramesPerSecond = 10

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

// readingTime is how long the terminal has to read what it was sent last. A ctrl-z
// or ctrl-c that comes sooner, while keys like these send signals again, would
// have the system throw that away, with the way out of our modes in it.
const readingTime = 20 * time.Millisecond

// Start makes the program for a terminal of so many columns and rows. It
// returns a blank cell, too, in the style that the screen is cleared with, and what
// reads an image that the program shows as PNG: see [ShowPictures].
type Start func(width, height int, a Abilities) (m tea.Model, blank string, picture func(id int) []byte)

// gcPercent has the memory of a program that shows a screen collected early: it
// lives for hours in a few megabytes, and nothing in it waits for the collector.
// To set it stops the program for a moment: the first frame goes first.
const gcPercent = 50

// processors is how many processors a program that shows a screen runs on. It sleeps
// nearly always, and each time to wake another one beside the first would take more
// than it gives.
const processors = 1

// Run shows a program until it ends, and returns its last state and the exit
// code. The error is a [*Fault], or says why the terminal can't be used; the
// state is that before the fault, and nil where there was none yet.
func Run(start Start, t Terminal) (tea.Model, int, error) {
	width, height, err := term.GetSize(t.Out.Fd())
	if err != nil {
		return nil, codeFault, fmt.Errorf("asking for the terminal's size: %w", err)
	}
	before, err := term.GetState(t.In.Fd())
	if err != nil {
		return nil, codeFault, fmt.Errorf("reading the terminal's settings: %w", err)
	}
	out := newOutput(t.Out, formOf(t.Env))
	restore := func() {
		<-time.After(readingTime)
		_ = term.Restore(t.In.Fd(), before)
	}
	guard := &watchdog{out: out, restore: restore, exit: t.Exit, report: t.Report}
	beyond := &outside{out: out, guard: guard, signals: t.Signals, asked: make(chan os.Signal, 1), continued: make(chan struct{}, 1)}
	h := &host{width: width, height: height, ending: guard.arm, suspend: beyond.suspend, wait: guard.wait,
		size: func() (int, int, error) { return term.GetSize(t.Out.Fd()) }}
	go guard.protect(out.drain)
	done := make(chan struct{})
	err = h.run(func() (*tea.Program, error) {
		var blank string
		h.model, blank, out.pictures.data = start(width, height, AbilitiesOf(t.Env))
		view := h.model.View()
		// Raw before the first frame: a key typed now is neither echoed into it
		// nor taken by the terminal for one of its own.
		if _, err := term.MakeRaw(t.In.Fd()); err != nil {
			return nil, fmt.Errorf("setting the terminal: %w", err)
		}
		profile := colorprofile.Env(t.Env)
		out.paintFirst(view, blank, profile)
		runtime.Gosched() // drain writes it before anything else is made
		debug.SetGCPercent(gcPercent)
		runtime.GOMAXPROCS(processors)
		p := tea.NewProgram(h, tea.WithInput(&input{File: t.In}), tea.WithOutput(out), tea.WithEnvironment(t.Env),
			tea.WithFPS(FramesPerSecond),
			tea.WithColorProfile(profile), tea.WithFilter(h.filter), tea.WithoutSignalHandler(), tea.WithoutCatchPanics())
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
	guard.timer.Stop()
	if err != nil {
		h.code = codeHungUp // the framework fails where the terminal can't be read any more
	}
	return h.result()
}

// run starts the framework and lets it run. A panic in the program is a fault.
func (h *host) run(start func() (*tea.Program, error)) (err error) {
	var p *tea.Program
	fault := caught(func() {
		if p, err = start(); err == nil {
			_, err = p.Run()
		}
	})
	if fault == nil {
		return err
	}
	if p != nil {
		p.Kill()
	}
	h.fault = fault
	return fault
}

// result is how the program ended.
func (h *host) result() (tea.Model, int, error) {
	if h.fault != nil {
		return h.model, codeFault, h.fault
	}
	return h.model, h.code, nil
}
