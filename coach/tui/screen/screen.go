// Package screen is what the root of the screens and a screen agree on.
//
// A screen is a value. It is told of what happens by a message, and asks the
// root for what it can't do by itself by an [Effect]: to go back, to open
// another screen, to play a routine, to write something. It reads nothing and
// writes nothing while it is told. It knows no other screen, and not where one
// came from: the root has a stack of screens.
package screen

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/session"
	"uncramp/coach/text"
	"uncramp/coach/theme"
	"uncramp/coach/triage"
	"uncramp/coach/tui/gallery"
	"uncramp/coach/tui/widget"
)

// The names of the pages of cards, of a routine of one's own, of what a person says
// about herself, and of a programme.
const (
	Library   = "library"
	Composer  = "composer"
	Me        = "me"
	Programme = "programme"
)

// Screen is one screen.
type Screen interface {
	// Update takes a message: a key press, an answer of its own command or write,
	// or one of this package.
	Update(Env, tea.Msg) (Screen, Effect)
	// View draws the screen on the whole of Env's columns and rows.
	View(Env) widget.Frame
	// Keys are the keys that do something now, but for those that are disabled.
	// Where [widget.Flags] and [widget.Help] are among them the root answers those.
	Keys() []widget.Binding
}

// Grouper is a screen that says itself below which headings its keys stand on the
// page of keys.
type Grouper interface {
	KeyGroups() []widget.KeyGroup
}

// KeyGroups are the keys of a screen below their headings.
func KeyGroups(s Screen) []widget.KeyGroup {
	if g, ok := s.(Grouper); ok {
		return g.KeyGroups()
	}
	return widget.GroupKeys(s.Keys())
}

// Waker is a screen that changes by itself.
type Waker interface {
	// Wake returns how long after its last update the next change is due; false:
	// nothing changes. The screen gets [WakeMsg] then.
	Wake() (time.Duration, bool)
}

// Paged is a screen of several pages.
type Paged interface {
	// Page tells which one is shown. The key that led to another one leads no
	// further while it is held down, or bounces.
	Page() any
}

// Titled is a screen that says in the window's title what is to be done.
type Titled interface {
	// Title returns that, in a few words, and how much of the whole was done when
	// that began, in percent.
	Title() (words string, done int)
}

// Env is what a screen is told along with each message, and drawn with.
type Env struct {
	Now           session.Instant
	Width, Height int // in cells
	Theme         theme.Theme
	Still         bool // figures don't move
	Figures       *gallery.Gallery
	Night         bool        // it is night by the settings
	Emergency     triage.Call // the number to call here
	Blocked       bool        // a red flag stands: no routine is offered; the root lets none begin
	Unreadable    bool        // that is because the latest check can't be read
}

// What a screen is told by the root.
type (
	// ShowMsg says that the screen is on top now, at first or again: what it shows
	// may be old.
	ShowMsg struct{}
	// CoverMsg says that another screen stands on top now.
	CoverMsg struct{}
	// CloseMsg says that the screen is gone. It can still ask for writes.
	CloseMsg struct{}
	// BreakOffMsg says that a signal or ctrl-c ends the program. It can still ask
	// for writes.
	BreakOffMsg struct{}
	// WritesDoneMsg says that all writes that were asked for are done.
	WritesDoneMsg struct{}
	// WakeMsg says that the time of [Waker] has come.
	WakeMsg struct{}
	// TurnMsg says that the hour has turned, or that night has begun or is over: what
	// depends on them is another.
	TurnMsg struct{}
	// NoticeMsg is one line about something that went wrong, cleaned.
	NoticeMsg string
	// RowMsg says that a row of its list was tapped: it is to be chosen.
	RowMsg int
)

// Notice tells what went wrong.
func Notice(err error) NoticeMsg { return NoticeMsg(text.Clean(err.Error())) }

// Press is the press of a key by the name that key maps know it by, such as
// enter, space, or n.
func Press(name string) tea.KeyPressMsg {
	if name == "space" {
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	}
	codes := map[string]rune{
		"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown,
		"home": tea.KeyHome, "end": tea.KeyEnd, "tab": tea.KeyTab, "backspace": tea.KeyBackspace, "delete": tea.KeyDelete,
	}
	if code, ok := codes[name]; ok {
		return tea.KeyPressMsg{Code: code}
	}
	return tea.KeyPressMsg{Code: []rune(name)[0], Text: name}
}
