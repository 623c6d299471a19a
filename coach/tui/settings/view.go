package settings

import (
	"cmp"
	"fmt"
	"strings"

	kept "uncramp/coach/settings"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
)

// Columns and rows of the screen.
const (
	listColumns = 44 // names and values beside what is said of one
	nameColumns = 17 // of which the longest name takes so many, with a gap
	leastValue  = 8  // columns of a value at least
	beside      = 72 // a screen this wide has what is said of a setting beside the list
	aboutRows   = 3  // else it stands below, on so many rows
	sampleRows  = 2
)

// View implements [screen.Screen].
func (m Model) View(env screen.Env) widget.Frame {
	d := drawing{Canvas: widget.NewCanvas(env.Width, env.Height, env.Theme), Model: m, Env: env}
	size := widget.SizeOf(env.Width, env.Height)
	z := d.Whole().Inset(widget.Margin(env.Width), 0)
	if size == widget.Wide {
		z = d.Whole().Inset(max((env.Width-mostColumns)/2, 2), 1+env.Height/30)
	}
	keys, z := z.Bottom(min(env.Height/2, 1), 0)
	d.Put(keys, widget.KeyLine(m.keyLine(), keys.W, env.Theme))
	if size == widget.Slice {
		d.slice(z)
		return d.Frame()
	}
	head, z := z.Top(1, min(env.Height/24, 1))
	d.Lines(head, widget.Heading(title, "", head.W, env.Theme))
	message, z := z.Bottom(1, 0)
	d.notice(message)
	if env.Width < beside {
		about, list := z.Bottom(aboutRows+sampleRows+1, 0)
		d.list(list, true)
		d.about(about, aboutRows, sampleRows)
		return d.Frame()
	}
	list, about := z.Left(min(z.W*3/5, listColumns), 4)
	d.list(list, true)
	about.W = min(about.W, widget.TextColumns)
	d.name(&about)
	ways, about := about.Bottom(1+2*min(about.H/24, 1), 1)
	d.Put(ways, widget.RaisedButtons(m.stepKeys(), ways.W, ways.H, env.Theme))
	d.about(about, 4, about.H)
	return d.Frame()
}

// mostColumns is how wide list and words are on a wide screen.
const mostColumns = listColumns + 4 + widget.TextColumns

// drawing is the screen while it is drawn.
type drawing struct {
	*widget.Canvas
	Model
	screen.Env
}

// slice is a small screen: the list, and below it what is said of one setting, or
// what went wrong.
func (d drawing) slice(z widget.Zone) {
	rows := min(max(z.H-2, 0), aboutRows)
	about, list := z.Bottom(rows, 0)
	d.list(list, false)
	if d.Model.notice != "" || rows == 0 {
		d.notice(about)
		return
	}
	d.about(about, rows, 0)
}

// notice is what went wrong.
func (d drawing) notice(z widget.Zone) {
	d.Lines(z, widget.Paint(widget.WrapAtMost(d.Model.notice, z.W, max(z.H, 1)), d.Theme.Alert.Render)...)
}

// keyLine leaves out the keys that do nothing here.
func (m Model) keyLine() []widget.Binding {
	if m.typing {
		return m.Keys()
	}
	v, step := m.row(), m.stepKeys()
	return []widget.Binding{
		leaveKey, step[1], step[0], widget.When(v.Origin == kept.File, defaultKey),
		widget.When(v.Origin.Persists() && v.Choices == nil, typeKey), steps.Move, widget.Help(),
	}
}

// stepKeys are those that go through the values of the setting under the cursor.
func (m Model) stepKeys() []widget.Binding {
	v, more, less := m.row(), moreKey, lessKey
	if v.Choices != nil {
		more.SetHelp("→", "next")
		less.SetHelp("←", "before")
	}
	_, can := m.settings.Step(v.Name, 1)
	can = can && v.Origin.Persists() && !m.typing
	return []widget.Binding{widget.When(can, less), widget.When(can, more)}
}

// list shows as many settings as fit, around the cursor, below the headings of their
// groups or without them, and how many more there are. Each can be tapped.
func (d drawing) list(z widget.Zone, headed bool) {
	values := shown(d.settings)
	air := headed && z.H >= 2*len(values)
	var rows []widget.Row
	for i, v := range values {
		if begins := i == 0 || values[i-1].Group != v.Group; begins && headed {
			if i > 0 && air {
				rows = append(rows, widget.Row{Lines: []string{""}, Heading: true})
			}
			rows = append(rows, widget.Row{Lines: []string{d.Theme.Quiet.Render(widget.Fit(string(v.Group), z.W))}, Heading: true})
		}
		rows = append(rows, widget.Row{Lines: []string{d.line(v, i == d.cursor, z.W)}})
	}
	d.Put(z, widget.Rows(rows, d.cursor, z.W, max(z.H, 1), d.Theme))
}

// line is a setting's name and its value, in words. What can't be changed is quiet.
func (d drawing) line(v kept.Value, here bool, w int) string {
	at := min(nameColumns, max(w-leastValue-2, 0))
	left := max(w-at-2, 0)
	value := v.Words
	if here && d.typing {
		value = widget.Typed(d.entry.Value(), d.entry.Position(), left)
	}
	words := d.Theme.Text
	if !v.Origin.Persists() {
		words = d.Theme.Quiet
	}
	return widget.Entry(v.Label, widget.Fit(value, left), at, w, here, words, d.Theme)
}

// name takes the upper rows of a zone for the setting the cursor is on, its value in
// block letters on a wide screen.
func (d drawing) name(z *widget.Zone) {
	v := d.row()
	name, rest := z.Top(1, 1)
	d.Lines(name, d.Theme.Quiet.Render(v.Label))
	lines := []string{widget.Fit(v.Words, z.W)}
	rows := 1
	if widget.SizeOf(d.Width, d.Height) == widget.Wide {
		rows = lettersRows
		if letters := widget.Letters(v.Words, z.W, rows, d.Theme); letters != nil {
			lines = letters
		}
	}
	value, rest := rest.Top(rows, 1)
	d.Lines(value, widget.Paint(lines, d.Theme.Strong.Render)...)
	*z = rest
}

const lettersRows = 5

// about says what the setting the cursor is on does, or why it can't be changed, on
// so many rows at most, what can be chosen where it is typed, and below it shows what
// it does on some more.
func (d drawing) about(z widget.Zone, rows, sample int) {
	words, z := z.Top(rows, min(sample, 1))
	said := meaning(d.row())
	if d.typing {
		said = fmt.Sprintf(chooseFormat, d.row().Allowed)
	}
	d.Lines(words, widget.Paint(widget.WrapAtMost(said, words.W, max(words.H, 1)), d.Theme.Text.Render)...)
	z.H = min(z.H, sample)
	d.sample(z)
}

// meaning is what a setting does, or why it can't be changed.
func meaning(v kept.Value) string {
	switch v.Origin {
	case kept.Environment:
		return fmt.Sprintf(environmentFormat, kept.Variable(v.Name))
	case kept.Flag:
		return setByAFlag
	}
	return v.About
}

// emergencyNumber is the number that would be called.
func (d drawing) emergencyNumber() string {
	return cmp.Or(d.settings.EmergencyNumber(), strings.TrimSpace(d.Emergency.Number))
}
