package tui

import (
	tea "charm.land/bubbletea/v2"

	"uncramp/coach/tui/composer"
	"uncramp/coach/tui/history"
	"uncramp/coach/tui/home"
	"uncramp/coach/tui/library"
	"uncramp/coach/tui/me"
	"uncramp/coach/tui/programme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/settings"
	"uncramp/coach/tui/week"
	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

// The screens that the root itself makes.
const (
	homePage   = "home"
	playerPage = "player"
	flagsPage  = "flags"
	formPage   = "form"
)

// page is a screen that others open by its name: what home's key line calls it,
// and its key there; empty: home does not lead to it.
type page struct {
	name, key, help string
	open            func(Config, screen.Open) screen.Screen
}

// pages are all of them, in the order of home's key line.
var pages = []page{
	{screen.Library, "l", "learn", func(c Config, o screen.Open) screen.Screen { return library.New(c.Library, byID(c, name), o) }},
	{"week", "p", "plan", func(c Config, _ screen.Open) screen.Screen {
		return week.New(c.Journal, c.Programme.Course, byID(c, minutes))
	}},
	{screen.Programme, "", "", func(c Config, _ screen.Open) screen.Screen { return programme.New(c.Programme) }},
	{"history", "h", "history", func(c Config, _ screen.Open) screen.Screen { return history.New(c.Journal) }},
	{"settings", "s", "settings", func(c Config, _ screen.Open) screen.Screen { return settings.New(c.Settings) }},
	{screen.Composer, "c", "compose", func(c Config, o screen.Open) screen.Screen { return composer.New(c.Composer, o.Routine) }},
	{screen.Me, "a", "about you", func(c Config, _ screen.Open) screen.Screen { return me.New(c.Profile) }},
}

// open shows a page; a name that none has leads nowhere.
func (m root) open(o screen.Open) (root, tea.Cmd) {
	for _, p := range pages {
		if p.name == o.Page {
			return m.push(p.name, p.open(m.config, o))
		}
	}
	return m, nil
}

// pagesOfHome are the ways from home to the pages.
func pagesOfHome() (list []home.Page) {
	for _, p := range pages {
		if p.key != "" {
			list = append(list, home.Page{Name: p.name, Key: widget.Bind(p.key, p.help, p.key)})
		}
	}
	return list
}

// byID is something about each of the routines.
func byID[T any](c Config, about func(routines.Head) T) map[string]T {
	all := map[string]T{}
	for _, h := range c.Routines {
		all[h.ID] = about(h)
	}
	return all
}

func name(h routines.Head) string { return h.Name }
func minutes(h routines.Head) int { return h.Minutes }
