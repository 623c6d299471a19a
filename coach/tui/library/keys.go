package library

import (
	"fmt"

	"uncramp/coach/tui/widget"
)

// In the list no letter is a key: it begins a search.
var (
	steps = widget.Steps{
		Move:     widget.Bind("↑↓", "choose", "up", "down"),
		Up:       widget.Bind("↑", "up", "up"),
		Down:     widget.Bind("↓", "down", "down"),
		PageUp:   widget.Bind("pgup", "a page up", "pgup"),
		PageDown: widget.Bind("pgdn", "a page down", "pgdown"),
		Home:     widget.Bind("home", "the first", "home"),
		End:      widget.Bind("end", "the last", "end"),
	}
	lettersKey = widget.Bind("a–z", "search", "a") // all that is typed
	findKey    = widget.Bind("/", "find", "/")     // as at home; the search is open here
	openKey    = widget.Bind("enter", "open", "enter")
	causesKey  = widget.Bind("tab", "my causes", "tab", "ctrl+t")
	movesKey   = widget.Bind("→", "moves", "right")
	cardsKey   = widget.Bind("esc", "cards", "esc", "left")
	clearKey   = widget.Bind("esc", "clear", "esc") // first the search goes, then the screen
	leaveKey   = widget.Bind("esc", "leave", "esc")
	followKey  = widget.Bind("1–9", "follow", "1", "2", "3", "4", "5", "6", "7", "8", "9")
	tickKey    = widget.Bind("y", "applies to me", "y")
	backKey    = widget.Bind("esc", "back", "esc", "left", "backspace", "q")
	shutKey    = widget.Bind("esc", "back", "esc", "left", "tab", "ctrl+t", "q")
	toggleKey  = widget.Bind("space", "tick", "space", "enter")
	flagsKey   = widget.Flags()
)

// cardSteps are those of an open card, where no space is typed.
func cardSteps() widget.Steps {
	s := steps
	s.Move.SetHelp("↑↓", "read on")
	s.PageDown = widget.Bind("space", "a page down", "pgdown", "space")
	s.Home.SetHelp("home", "its beginning")
	s.End.SetHelp("end", "its end")
	return s
}

// Keys implements [screen.Screen].
func (m Model) Keys() []widget.Binding {
	_, all := m.keys()
	return all
}

// keys are those of the key line, and all that do something, for the help.
func (m Model) keys() (line, all []widget.Binding) {
	s := steps
	switch causes := m.shelf.Causes(); {
	case m.ticking:
		toggle := widget.When(len(causes) > 0, toggleKey)
		s.Move.SetEnabled(len(causes) > 1)
		line = []widget.Binding{shutKey, toggle, s.Move}
		all = line
	case len(m.trail) > 0:
		c, _ := m.current()
		if s = cardSteps(); m.column(c).most() == 0 {
			s = widget.Steps{}
		}
		links, tick := len(m.links(c)), widget.When(m.tickable(c), tickKey)
		follow := widget.When(links > 0, followKey)
		follow.SetHelp("1", "follow")
		if links > 1 {
			follow.SetHelp(fmt.Sprintf("1–%d", links), "follow")
		}
		line = []widget.Binding{backKey, s.Move, follow, tick}
		all = []widget.Binding{backKey, follow, tick, s.Move}
	default:
		searching := m.search.Value() != ""
		s.Move.SetEnabled(len(m.found) > 1)
		line = []widget.Binding{
			widget.When(searching, clearKey), widget.When(!searching && !m.moving, leaveKey), widget.When(m.turns(), m.turnKey()),
			causesKey, widget.When(len(m.found) > 0, openKey),
		}
		all = append(append([]widget.Binding{lettersKey}, line...), s.Move)
	}
	return append(line, widget.Help(), flagsKey), append(all, s.PageUp, s.PageDown, s.Home, s.End, flagsKey, widget.Help())
}

// turns reports whether a key turns from the cards to the moves, or back: in a search it
// moves within what is typed, and behind a red flag there are no moves.
func (m Model) turns() bool {
	return m.search.Value() == "" && len(m.moves) > 0 && !m.barred && !m.fromRoutine
}

// turnKey turns from the list of the cards to that of the moves, or back.
func (m Model) turnKey() widget.Binding {
	if m.moving {
		return cardsKey
	}
	return movesKey
}
