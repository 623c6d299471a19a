package triage

import (
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"uncramp/coach/session"
	"uncramp/coach/tui/widget"
)

// The keys of the check: one hand is enough.
var (
	yesKey     = widget.Bind("1–9", "yes, this one", "1", "2", "3", "4", "5", "6", "7", "8", "9")
	noneKey    = widget.Bind("n", "none of them", "n", "space", "enter")
	backKey    = widget.Bind("←", "back", "left", "p")
	confirmKey = widget.Bind("y", "yes", "y")
	denyKey    = widget.Bind("n", "no, back", "n", "esc")
	againKey   = widget.Bind("c", "check again", "c")
	notSoKey   = widget.Bind("c", "not so? check again", "c") // where it has consequences
	goOnKey    = widget.Bind("space", "go on", "space", "enter")
	scrollKey  = widget.Bind("↑↓", "more", "up", "down", "k", "j")
	sourcesKey = widget.Bind("i", "sources", "i")
	closeKey   = widget.Bind("esc", "back", "esc", "i", "q")
	leaveKey   = widget.Bind("q", "leave", "q", "esc")
	quitKey    = widget.Bind("q", "leave", "q") // where Esc is the way back
)

// keyPress is a key, and when it was pressed.
type keyPress struct {
	key string
	at  session.Instant
}

// bounceTime is how soon the same key acts no second time: it bounced, or is held
// down.
const bounceTime = 300 * time.Millisecond

// bounces reports whether a key is the one before once more. Those that scroll
// may be held down.
func (k keyPress) bounces(press tea.KeyPressMsg, now session.Instant) bool {
	again := press.IsRepeat || k.key == press.String() && now.Mono-k.at.Mono < bounceTime
	return again && !key.Matches(press, scrollKey)
}
