// Package settings is the screen that shows what is set and where it comes
// from, and changes it in place.
package settings

import (
	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	kept "uncramp/coach/settings"
	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

// Wish is what the person wants that the screen can't do by itself.
type Wish struct {
	Leave bool
	Save  *kept.Change // shown already; to be written to the file, in the order it came
}

// Model is the screen. Make it with [New].
type Model struct {
	settings kept.Settings
	cursor   int
	keys     keyMap
	entry    textinput.Model
	typing   bool
	help     bool
	notice   string
}

// New shows settings, whatever their origin.
func New(s kept.Settings) Model {
	m := Model{settings: s, keys: newKeyMap(), entry: textinput.New()}
	m.entry.Prompt = ""
	m.entry.CharLimit = 100 // more than any value may have
	m.entry.SetVirtualCursor(false)
	return m
}

// WithNotice shows one line about something that went wrong.
func (m Model) WithNotice(s string) Model {
	m.notice = s
	return m
}

// Settings returns what holds now, with the changes made here.
func (m Model) Settings() kept.Settings { return m.settings }

// Chosen puts the cursor on a row; what was being typed is dropped.
func (m Model) Chosen(row int) Model {
	m.cursor = min(max(row, 0), len(m.settings.Values())-1)
	m.typing = false
	return m
}

// Typing reports whether a key is a letter of a text now.
func (m Model) Typing() bool { return m.typing }

// Update takes a message. Nothing here happens by itself.
func (m Model) Update(msg tea.Msg) (Model, Wish) {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		if paste, pasted := msg.(tea.PasteMsg); pasted && m.typing {
			m.entry, _ = m.entry.Update(tea.PasteMsg{Content: routines.Clean(paste.Content)})
		}
		return m, Wish{}
	}
	m.notice = ""
	switch {
	case m.typing:
		return m.whileTyping(press)
	case key.Matches(press, m.keys.Keys):
		m.help = !m.help
	case m.help:
		m.help = !key.Matches(press, m.keys.Leave)
	case key.Matches(press, m.keys.Leave):
		return m, Wish{Leave: true}
	default:
		return m.onRow(press)
	}
	return m, Wish{}
}

// onRow takes a key that moves the cursor, or changes what is under it.
func (m Model) onRow(press tea.KeyPressMsg) (Model, Wish) {
	if to, ok := m.keys.Stepped(press, m.cursor, widget.PageRows); ok {
		return m.Chosen(to), Wish{}
	}
	if m.row().Origin.Lasts() {
		return m.changed(press)
	}
	return m, Wish{}
}

// row is the setting the cursor is on.
func (m Model) row() kept.Value { return m.settings.Values()[m.cursor] }

// changed takes a key that changes the value under the cursor.
func (m Model) changed(press tea.KeyPressMsg) (Model, Wish) {
	v := m.row()
	switch {
	case key.Matches(press, m.keys.More):
		return m.stepped(1)
	case key.Matches(press, m.keys.Less):
		return m.stepped(-1)
	case key.Matches(press, m.keys.Default) && v.Origin != kept.Default:
		return m.apply(kept.Change{Name: v.Name, Unset: true})
	case key.Matches(press, m.keys.Type) && v.Choices != nil:
		return m.stepped(1)
	case key.Matches(press, m.keys.Type):
		m.typing = true
		m.entry.SetValue(v.Text)
		m.entry.CursorEnd()
		m.entry.Focus()
	}
	return m, Wish{}
}

func (m Model) stepped(by int) (Model, Wish) {
	v := m.row()
	text, ok := m.settings.Step(v.Name, by)
	if !ok {
		return m, Wish{}
	}
	return m.apply(kept.Change{Name: v.Name, Text: text})
}

// apply makes a change, or says why not.
func (m Model) apply(c kept.Change) (Model, Wish) {
	before := m.row().Text
	changed := m.settings
	if err := changed.Apply(c); err != nil {
		return m.WithNotice(err.Error()), Wish{}
	}
	m.typing = false
	if v, _ := changed.Value(c.Name); !c.Unset {
		if c.Text = v.Text; c.Text == before {
			return m, Wish{}
		}
	}
	m.settings = changed
	return m, Wish{Save: &c}
}

func (m Model) whileTyping(press tea.KeyPressMsg) (Model, Wish) {
	switch {
	case key.Matches(press, m.keys.Cancel):
		m.typing = false
		return m, Wish{}
	case key.Matches(press, m.keys.Accept):
		return m.apply(kept.Change{Name: m.row().Name, Text: m.entry.Value()})
	}
	m.entry, _ = m.entry.Update(press)
	return m, Wish{}
}
