package composer

import (
	"cmp"
	"strings"

	"uncramp/coach/compose"
	"uncramp/coach/figure"
	"uncramp/coach/outline"
	"uncramp/coach/session"
	"uncramp/coach/tui/gallery"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

// Columns and rows of the screen.
const (
	mostMargin  = 3
	leastList   = 28 // columns of the list beside a move
	mostList    = 64
	leastPane   = 24
	gap         = 3
	twoLines    = 52 // a list that is narrower has a dose below its step
	nameWide    = 30 // columns of a name beside a dose
	fieldWide   = 12 // of what a dose has
	leastHigh   = 6  // rows of a figure
	lettersHigh = 4  // rows of a dose in block letters
	phoneList   = 9  // rows of the list below a move, at least
)

// drawing is the screen while it is drawn.
type drawing struct {
	*widget.Canvas
	Model
	screen.Env
	size widget.Size
}

// View implements [screen.Screen].
func (m Model) View(env screen.Env) widget.Frame {
	d := drawing{widget.NewCanvas(env.Width, env.Height, env.Theme), m, env, widget.SizeOf(env.Width, env.Height)}
	z := d.Whole().Inset(min(widget.Margin(env.Width), mostMargin), 0)
	if d.size == widget.Wide {
		z = d.Whole().Inset(mostMargin+env.Width/20, env.Height/30)
	}
	keys, z := z.Bottom(min(env.Height/2, 1), 0)
	d.Put(keys, widget.KeyLine(m.keyLine(), keys.W, env.Theme))
	message, z := z.Bottom(min(env.Height/6, 1+env.Height/24), 0)
	d.Lines(message, widget.Paint(widget.WrapAtMost(cmp.Or(m.notice, m.unfit), message.W, max(message.H, 1)), env.Theme.Alert.Render)...)
	head, z := z.Top(min(env.Height/4, 1), min(env.Height/20, 1))
	d.head(head)
	if m.page == naming {
		d.naming(z)
		return d.Frame()
	}
	switch {
	case m.page == stepList && len(m.draft.Routine.Steps) == 0:
		z.W = min(z.W, widget.TextColumns)
		d.list(z)
	case m.page == shelf:
		words, list := z.Top(min(2, z.H/4), min(z.H/8, 1))
		about := about
		if len(m.list) == 0 {
			about = none
		}
		d.Lines(words, widget.Paint(widget.WrapAtMost(about, min(words.W, widget.TextColumns), max(words.H, 1)), env.Theme.Text.Render)...)
		list.W = min(list.W, widget.TextColumns)
		d.list(list)
	case d.size != widget.Slice && z.W >= leastList+gap+leastPane:
		list, pane := z.Left(min(max(z.W*3/7, leastList), mostList), gap)
		d.list(list)
		d.pane(pane)
	case d.size == widget.Upright && z.H >= phoneList+leastHigh+3:
		pane, list := z.Top(max(z.H/2, z.H-len(m.rows())*2-3), 1)
		d.list(list)
		d.pane(pane)
	default:
		d.list(z)
	}
	return d.Frame()
}

// keyLine are the keys, what matters most first.
func (m Model) keyLine() []widget.Binding {
	if m.types() {
		return m.Keys()
	}
	line := []widget.Binding{backKey, chooseKey}
	switch {
	case m.page == doses || m.changes():
		line = []widget.Binding{backKey, lessKey, moreKey, chooseKey}
	case m.page == moveList:
		line = append(line, findKey)
	}
	return append(line, widget.When(len(m.past) > 0, undoKey), widget.Help(), widget.Flags(), steps.Move)
}

// head is where one is, and how long the routine takes.
func (d drawing) head(z widget.Zone) {
	name, said := title, ""
	switch d.page {
	case stepList, leaving:
		name = d.draft.Routine.Name
	case doses:
		name = d.step().Name
	case moveList:
		name = pickTitle
		if search := d.field.Value(); d.typing || search != "" {
			if d.typing {
				search = widget.Typed(search, d.field.Position(), max(z.W-len(searchFor)-1, 1))
			}
			name = searchFor + search
			d.Lines(z, d.Theme.Strong.Render(widget.Fit(name, z.W)))
			return
		}
	}
	if total := d.total; total > 0 && d.page != shelf && d.page != naming {
		said = minutes(total)
	}
	d.Lines(z, widget.Heading(name, said, z.W, d.Theme))
}

// naming asks what a new routine is called.
func (d drawing) naming(z widget.Zone) {
	z.W = min(z.W, widget.TextColumns)
	ask, z := z.Top(1, min(z.H/6, 1))
	d.Lines(ask, d.Theme.Strong.Render(widget.Fit(nameAsk, ask.W)))
	field, z := z.Top(1, min(z.H/6, 1))
	d.Lines(field, d.Theme.Raised.Render(widget.Pad(" "+widget.Typed(d.field.Value(), d.field.Position(), max(field.W-2, 1)), field.W)))
	d.Lines(z, d.Theme.Quiet.Render(widget.Fit(nameHint, z.W)))
}

// list shows as many rows of the page as fit, around the cursor. Each can be tapped.
func (d drawing) list(z widget.Zone) {
	var rows []widget.Row
	heading := func(words string) {
		rows = append(rows, widget.Row{Lines: widget.Paint(widget.Wrap(words, z.W), d.Theme.Quiet.Render), Heading: true})
	}
	all := d.rows()
	switch {
	case d.page == leaving:
		heading(leaveAsk)
	case d.page == stepList && len(d.draft.Routine.Steps) == 0:
		heading(empty)
	case len(all) == 0:
		heading(nothing)
	}
	for i, r := range all {
		if r.group != "" && (i == 0 || all[i-1].group != r.group) && d.size != widget.Slice {
			if len(rows) > 0 && z.H > 12 {
				heading("")
			}
			heading(r.group)
		}
		rows = append(rows, widget.Row{Lines: d.entry(r, i == d.cursor[d.page], z.W)})
	}
	d.Put(z, widget.Rows(rows, d.cursor[d.page], z.W, max(z.H, 1), d.Theme))
}

// entry is a row: its name, and beside it or below what is said of it.
func (d drawing) entry(r row, here bool, w int) []string {
	switch {
	case r.change != nil:
		value := r.about
		if here {
			value = "‹ " + r.about + " ›"
		}
		return []string{widget.Entry(r.name, value, min(fieldWide, w/2), w, here, d.Theme.Text, d.Theme)}
	case w >= twoLines || r.about == "":
		return []string{widget.Entry(r.name, r.about, min(nameWide, w/2), w, here, d.Theme.Quiet, d.Theme)}
	case d.page == stepList:
		name := widget.Entry(r.name, "", 0, w, here, d.Theme.Quiet, d.Theme)
		return []string{name, widget.Entry("", r.about, 2, w, here, d.Theme.Quiet, d.Theme)}
	}
	if widget.Columns(r.name+r.about)+4 > w { // what is said of it stands beside the list
		return []string{widget.Entry(r.name, "", 0, w, here, d.Theme.Quiet, d.Theme)}
	}
	return []string{widget.Entry(r.name, r.about, w-2-widget.Columns(r.about), w, here, d.Theme.Quiet, d.Theme)}
}

// pane is the move that the row is about the cursor is on: its figure, its name, how
// much of it, and its words. Its zones are the same for all of them.
func (d drawing) pane(z widget.Zone) {
	s := d.step()
	if s.Name == "" {
		return
	}
	words := map[widget.Size]int{widget.Upright: 3, widget.Usual: 5, widget.Wide: 6}[d.size]
	dose := widget.Letters(amount(s), z.W, lettersHigh, d.Theme)
	if d.size != widget.Wide || d.page == moveList {
		dose = nil
	}
	below, picture := z.Bottom(min(words, z.H), 0)
	big, picture := picture.Bottom(len(dose), 0)
	d.Lines(big, widget.Paint(dose, d.Theme.Strong.Render)...)
	if picture.H >= leastHigh {
		d.Lines(picture, d.Figures.Lines(s.Figure, d.pose(s), picture.W, picture.H, d.Theme)...)
	}
	below.W = min(below.W, widget.TextColumns)
	said, below := below.Top(1, 0)
	d.Lines(said, d.Theme.Strong.Render(widget.Fit(d.said(s), said.W)))
	d.Lines(below, widget.Paint(widget.WrapAtMost(prompts(s), below.W, max(below.H, 1)), d.Theme.Text.Render)...)
}

// amount is how much of a step is done, in the letters there are in blocks.
func amount(s routines.Step) string {
	if compose.Fixed(s) {
		return ""
	}
	return strings.ReplaceAll(compose.DoseOf(s).Amount(), "×", "x")
}

// said is how much there is of a move, or its name where none is chosen yet.
func (d drawing) said(s routines.Step) string {
	if d.page == moveList || compose.Fixed(s) {
		return s.Name
	}
	return compose.DoseOf(s).String()
}

// prompts are the words of a step: getting into position, and the work.
func prompts(s routines.Step) (words string) {
	if s.Prepare != nil {
		words = s.Prepare.Prompt + " "
	}
	switch {
	case s.Hold != nil:
		words += s.Hold.Prompt
	case s.Open != nil:
		words += s.Open.Prompt
	}
	return words
}

// pose is how the figure of a step stands now.
func (d drawing) pose(s routines.Step) figure.Options {
	moved := 1.0
	if d.moves && d.now-d.since < motion {
		moved = gallery.Moved((d.now - d.since) % gallery.TurnTime)
	}
	ph := session.Phase{Muscle: s.Muscle, Side: routines.Right}
	if s.Sides == routines.BothSides {
		ph.Side = routines.Both
	}
	return outline.Pose(ph, moved)
}
