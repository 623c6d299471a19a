// Package settings is the screen that shows what is set and where it comes
// from, and changes it in place.
package settings

import (
	"fmt"
	"slices"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	kept "uncramp/coach/settings"
	"uncramp/coach/text"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
)

// Store is where settings are kept.
type Store interface {
	// Settings returns those that hold, whatever their origin.
	Settings() kept.Settings
	// Use makes settings hold from now on, and says how it is to look with them.
	Use(kept.Settings) screen.SetLook
	// Save writes a change into the file.
	Save(kept.Change) error
}

// Model is the screen. Make it with [New].
type Model struct {
	store    Store
	settings kept.Settings
	cursor   int
	entry    widget.Field
	typing   bool
	notice   string
	still    bool          // nothing is to move
	now      time.Duration // at the last update
	since    time.Duration // when the cursor came, or the value was changed
}

// New shows the settings that hold.
func New(store Store) Model {
	const longest = 100 // more than any value may have
	return Model{store: store, settings: store.Settings(), entry: widget.NewField(longest)}
}

// at puts the cursor on a row; what was being typed is dropped.
func (m Model) at(row int) Model {
	m.cursor = min(max(row, 0), len(shown(m.settings))-1)
	m.typing = false
	return m
}

// Page implements [screen.Paged].
func (m Model) Page() any { return m.typing }

// Keys implements [screen.Screen].
func (m Model) Keys() []widget.Binding {
	if m.typing {
		return []widget.Binding{acceptKey, cancelKey}
	}
	return []widget.Binding{steps.Move, moreKey, lessKey, typeKey, defaultKey, widget.Flags(), widget.Help(), leaveKey}
}

// Update implements [screen.Screen].
func (m Model) Update(env screen.Env, msg tea.Msg) (screen.Screen, screen.Effect) {
	m.now, m.still = env.Now.Mono, env.Theme.Lettered()
	switch msg := msg.(type) {
	case screen.ShowMsg:
		return m, screen.Effect{Cmd: env.Figures.Load(sampleFigure)}
	case screen.NoticeMsg:
		m.notice = string(msg)
	case screen.RowMsg:
		return m.at(int(msg)).changed(screen.Press("enter"))
	case tea.PasteMsg:
		if m.typing {
			m.entry, _ = m.entry.Update(tea.PasteMsg{Content: text.Clean(msg.Content)})
		}
	case tea.KeyPressMsg:
		m.notice, m.since = "", m.now
		return m.pressed(msg)
	}
	return m, screen.Effect{}
}

func (m Model) pressed(press tea.KeyPressMsg) (Model, screen.Effect) {
	switch {
	case m.typing:
		return m.whileTyping(press)
	case key.Matches(press, leaveKey):
		return m, screen.Ask(screen.Back{})
	}
	if to, ok := steps.Stepped(press, m.cursor, widget.PageRows); ok {
		return m.at(to), screen.Effect{}
	}
	return m.changed(press)
}

// row is the setting the cursor is on.
func (m Model) row() kept.Value { return shown(m.settings)[m.cursor] }

// shown are the settings that stand on the screen.
func shown(s kept.Settings) []kept.Value {
	return slices.DeleteFunc(s.Values(), func(v kept.Value) bool { return v.Group == "" })
}

// changed takes a key that changes the value under the cursor, if it can be.
func (m Model) changed(press tea.KeyPressMsg) (Model, screen.Effect) {
	v := m.row()
	types := key.Matches(press, typeKey)
	switch {
	case !v.Origin.Persists():
	case key.Matches(press, moreKey), types && v.Choices != nil:
		return m.stepped(1)
	case key.Matches(press, lessKey):
		return m.stepped(-1)
	case key.Matches(press, defaultKey) && v.Origin != kept.Default:
		return m.apply(kept.Change{Name: v.Name, Unset: true})
	case types:
		m.typing = true
		m.entry.SetValue(v.Text)
		m.entry.CursorEnd()
	}
	return m, screen.Effect{}
}

func (m Model) stepped(by int) (Model, screen.Effect) {
	if next, ok := m.settings.Step(m.row().Name, by); ok {
		return m.apply(kept.Change{Name: m.row().Name, Text: next})
	}
	return m, screen.Effect{}
}

// apply makes a change, or says why not.
func (m Model) apply(c kept.Change) (Model, screen.Effect) {
	before := m.row().Text
	changed := m.settings
	if err := changed.Apply(c); err != nil {
		m.notice = fmt.Sprintf(refusedFormat, m.row().Label, m.row().Allowed)
		return m, screen.Effect{}
	}
	m.typing = false
	if v, _ := changed.Value(c.Name); !c.Unset {
		if c.Text = v.Text; c.Text == before {
			return m, screen.Effect{}
		}
	}
	m.settings = changed
	return m, screen.Ask(m.store.Use(changed), screen.Write{Do: func() error { return m.store.Save(c) }})
}

func (m Model) whileTyping(press tea.KeyPressMsg) (Model, screen.Effect) {
	switch {
	case key.Matches(press, cancelKey):
		m.typing = false
	case key.Matches(press, acceptKey):
		return m.apply(kept.Change{Name: m.row().Name, Text: m.entry.Value()})
	default:
		m.entry, _ = m.entry.Update(press)
	}
	return m, screen.Effect{}
}
