package home

import (
	"slices"

	"charm.land/bubbles/v2/key"

	"uncramp/coach/tui/widget"
)

var (
	steps      = widget.NewSteps()
	startKey   = widget.Bind("enter", "start", "enter", "space")
	filterKey  = widget.Bind("/", "find", "/")
	clearKey   = widget.Bind("esc", "all again", "esc")
	acceptKey  = widget.Bind("enter", "start", "enter")
	detailsKey = widget.Bind("d", "add details", "d")
	goOnKey    = widget.Bind("g", "go on", "g")
	declineKey = widget.Bind("x", "leave it", "x")
	aboutKey   = widget.Bind("a", "about you", "a")
	sheetKey   = widget.Sheet()
	leaveKey   = widget.Bind("q", "leave", "q")
)

// shortcut is a routine that is always one key away.
type shortcut struct {
	routine string
	key     key.Binding
}

var (
	relief  = shortcut{"ease", widget.Bind("n", "relief now", "n")}
	bedtime = shortcut{"bedtime", widget.Bind("b", "bedtime stretch", "b")}
	warmUp  = shortcut{"warmup", widget.Bind("w", "warm-up", "w")}
	morning = shortcut{"morning", widget.Bind("m", "before you stand up", "m")}
)

// shortcuts are all of them.
var shortcuts = []shortcut{relief, bedtime, warmUp, morning}

// doorsAt are what to do at an hour, most likely first: before dawn the relief,
// from six to nine what comes before standing up, by day the warm-up, in the
// evening the bedtime stretch. The relief is always among them.
func doorsAt(hour int) []shortcut {
	switch {
	case hour < 6:
		return []shortcut{relief, bedtime, morning}
	case hour < 9:
		return []shortcut{morning, relief, warmUp}
	case hour < 18:
		return []shortcut{warmUp, relief, bedtime}
	}
	return []shortcut{bedtime, relief, warmUp}
}

// keyOf is the key that starts a routine from anywhere; empty: none does.
func keyOf(routine string) string {
	if i := slices.IndexFunc(shortcuts, func(s shortcut) bool { return s.routine == routine }); i >= 0 {
		return shortcuts[i].key.Help().Key
	}
	return ""
}

// pageKeys are the ways to other pages, those that are named first.
func (m Model) pageKeys(first ...string) (keys []key.Binding) {
	for _, p := range m.pages {
		keys = append(keys, p.Key)
	}
	slices.SortStableFunc(keys, func(a, b key.Binding) int { return place(first, a) - place(first, b) })
	return keys
}

func place(first []string, k key.Binding) int {
	if i := slices.Index(first, k.Help().Key); i >= 0 {
		return i
	}
	return len(first)
}

// keyLine is the quiet key line, what must be in sight first. Where the start has
// a place of its own it is not among it.
func (m Model) keyLine(starts bool) []key.Binding {
	if m.typing {
		return m.Keys()
	}
	pages := m.pageKeys("s", "h")
	rest := slices.Concat([]key.Binding{widget.Help(), leaveKey}, pages[min(1, len(pages)):], []key.Binding{filterKey, steps.Move})
	return slices.Concat([]key.Binding{widget.When(starts, startKey), widget.Flags()}, pages[:min(1, len(pages))], rest)
}

// KeyGroups implements [screen.Grouper]: below the keys stands how to do without a screen.
func (m Model) KeyGroups() []widget.KeyGroup {
	return append(widget.GroupKeys(m.Keys()), widget.KeyGroup{Title: noScreenTitle, About: noScreen})
}

// Keys implements [screen.Screen].
func (m Model) Keys() []key.Binding {
	if m.typing {
		return []key.Binding{acceptKey, clearKey, steps.Move}
	}
	stopped := m.unfinished != nil
	keys := []key.Binding{widget.When(stopped, goOnKey), widget.When(stopped || m.asksAboutYou(), declineKey)}
	for _, s := range shortcuts {
		keys = append(keys, widget.When(m.has(s.routine), s.key))
	}
	keys = append(keys, steps.Move, startKey, filterKey, widget.When(m.filter.Value() != "", clearKey), widget.Flags())
	more := []key.Binding{widget.When(m.selected() != "", sheetKey), widget.When(m.cramp != nil, detailsKey), leaveKey, widget.Help()}
	return slices.Concat(keys, m.pageKeys(), more)
}
