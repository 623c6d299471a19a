package week

import (
	"slices"

	"uncramp/coach/plan"
	"uncramp/coach/stats"
	"uncramp/coach/theme"
	"uncramp/coach/tui/daygrid"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
)

// Rows of a screen, or of the part of it that is left for the grid.
const (
	airy   = 16 // from which on there are a title and blank lines
	spaced = 4  // from which on the grid has the weekdays above it
)

// The room from which on the programme stands beside the grid, and its width and
// that of what is said of a row beside or below it.
const (
	besideGrid     = 140
	programmeWide  = 80
	programmeLeast = 37
	programmeRows  = stats.SixWeeksNights / stats.WeekNights
)

// leastLine are the columns of the line of a heading, with the blanks around it.
const leastLine = 5

// aboutRows are those of what is said of a row, below the grid or the six weeks.
const aboutRows = 4

// zones are the parts of the screen. They stand where they stand whatever row the
// cursor is on.
type zones struct{ title, grid, legend, programme, about, keys widget.Zone }

func (m Model) zones() (z zones) {
	size := widget.SizeOf(m.w, m.h)
	body := widget.Zone{W: m.w, H: m.h}.Inset(widget.Edge(m.w), 0)
	if size == widget.Slice {
		return m.slice(body)
	}
	if size == widget.Wide {
		body = body.Inset(0, 1)
	}
	z.title, body = body.Top(1, 1)
	z.keys, body = body.Bottom(1, 1)
	switch {
	case body.W >= besideGrid:
		right, left := body.Right(programmeWide, 4)
		z.programme, z.about = right.Top(m.gridRows(programmeWide, programmeRows, right.H-aboutRows-2), 1)
		z.grid, z.legend = m.gridZones(left)
	case size == widget.Upright:
		z.about, body = body.Bottom(aboutRows, 1)
		z.programme, body = body.Bottom(1+programmeRows, 1)
		z.grid, z.legend = m.gridZones(body)
	default:
		below := m.below(body)
		z.programme, body = body.Bottom(below, 1)
		z.grid, z.legend = m.gridZones(body)
		s, _ := widget.FitSquares(stats.WeekNights, programmeRows, body.W/2, below-1)
		z.programme, z.about = z.programme.Left(max(s.Width(stats.WeekNights), programmeLeast), 3)
	}
	return z
}

// between is where a rule of so many rows parts the programme from what stands beside it;
// no place at all where nothing does.
func (z zones) between(rows int) widget.Zone {
	right := z.programme.X + z.programme.W
	if z.about.Y != z.programme.Y || z.about.X <= right {
		return widget.Zone{}
	}
	return widget.Zone{X: (right + z.about.X) / 2, Y: z.about.Y, W: 1, H: min(rows, z.about.H)}
}

// slice is a small screen: without a title, and the six weeks in a line.
func (m Model) slice(body widget.Zone) (z zones) {
	if body.H > 1 {
		z.keys, body = body.Bottom(1, 0)
	}
	rows := max(len(m.week.Rows), len(plan.Items()))
	z.about, body = body.Bottom(min(aboutRows-rows+len(plan.Items()), body.H/2), 0)
	z.grid, z.programme = body.Top(rows+2, 0)
	return z
}

// below is how many rows the six weeks have below the grid, with squares as large
// as those of the grid.
func (m Model) below(body widget.Zone) int {
	const others = 3 // the legend, and two blank lines
	for _, high := range []int{17, 12} {
		if 2*(1+high)+others <= body.H {
			return 1 + high
		}
	}
	return 1 + programmeRows
}

// gridZones are the grid, as high as it has to be, and the legend below it. Where
// there is room the cramps stand apart, and so does the legend.
func (m Model) gridZones(z widget.Zone) (grid, legend widget.Zone) {
	l, apart, gap := layoutFor(m.week.Rows, z.W, z.H-2), 0, 0
	high := 1 + l.size.Height(len(m.week.Rows)+1)
	if z.H > high+3 {
		apart = 1
	}
	if z.H > high+apart+1 {
		gap = 1
	}
	grid, z = z.Top(high+apart, gap)
	legend, _ = z.Top(1, 0)
	return grid, legend
}

func (m Model) gridRows(w, rows, high int) int {
	s, _ := widget.FitSquares(stats.WeekNights, rows, w, high)
	return 1 + s.Height(rows)
}

// View implements [screen.Screen].
func (m Model) View(env screen.Env) widget.Frame {
	m = m.in(env)
	t, z := env.Theme, m.zones()
	c := widget.NewCanvas(m.w, m.h, t)
	c.Put(z.keys, widget.KeyLine(m.keyLine(), z.keys.W, t))
	c.Put(z.title, m.title(z.title.W, t))
	if m.reading.Ready { // else nothing is known yet
		c.Put(z.grid, m.grid(z.grid, t))
		c.Lines(z.legend, m.legend(z.legend.W, t))
		programme, about := m.programme(z.programme, t), m.about(z.about.W, z.about.H, t)
		c.Put(z.programme, programme)
		c.Put(z.about, about)
		c.Lines(z.between(max(len(programme.Lines), len(about.Lines))), slices.Repeat([]string{t.Quiet.Render("│")}, z.about.H)...)
	}
	return c.Frame()
}

// title is where one is.
func (m Model) title(room int, t theme.Theme) widget.Block {
	const line = 6 // columns between both, at least
	about := widget.FirstFitting(room-len(title)-line, sevenDays(m.today())...)
	return widget.Block{Lines: []string{widget.Heading(title, about, room, t)}}
}

// programme is the days of the programme that is followed, or else the nights of the six
// weeks; only which one it is where there is no room for more. A tap leads to its page.
func (m Model) programme(z widget.Zone, t theme.Theme) widget.Block {
	what, texts, account := m.standsAt()
	if z.H <= 1 {
		return widget.Block{Lines: []string{t.Quiet.Render(widget.FirstFitting(z.W, append(texts, "")...))}}
	}
	key := programmeKey.Keys()[0]
	room := z.W - len(key) - 1
	about := widget.FirstFitting(room-widget.Columns(what)-leastLine, append(texts[1:], "")...)
	if about == "" { // where it stands matters more than what it is called
		what = widget.FirstFitting(room, append(texts, "")...)
	}
	lines := []string{t.Accent.Render(key) + t.Blank.Render(" ") + widget.Heading(what, about, room, t)}
	if !m.blocked { // behind a red flag nothing is to be done
		lines = append(lines, m.squares(z, t)...)
	}
	if said := widget.Wrap(account, z.W); account != "" && len(lines)+len(said) <= z.H {
		lines = append(lines, widget.Paint(said, t.Quiet.Render)...)
	}
	door := widget.Target{W: z.W, H: len(lines), Press: key}
	return widget.Block{Lines: lines, Targets: []widget.Target{door}}
}

// squares are the days of the programme, as large as they fit.
func (m Model) squares(z widget.Zone, t theme.Theme) []string {
	six, c := m.week.SixWeeks, m.week.Course
	switch {
	case m.follows() && c.Stage != plan.Diary:
		return widget.SquareGrid(daygrid.Course(c, t), z.W, z.H-1, t)
	case m.follows() || six.From.IsZero():
		return nil
	}
	return widget.Programme(six.Done[:], six.Night-1, z.W, z.H-1, t)
}

// follows reports whether a programme is followed.
func (m Model) follows() bool {
	return m.week.Course.Stage != plan.NotBegun && m.week.Course.Stage != plan.Stopped
}

// standsAt is what the programme is called, where it stands at length and in brief, and
// what was done, or is to be done in its week of diary.
func (m Model) standsAt() (what string, texts []string, account string) {
	c, six := m.week.Course, m.week.SixWeeks
	switch {
	case !m.follows() && six.From.IsZero() && !m.blocked:
		return sixWeeksWord, six.Texts(), howToBegin
	case !m.follows():
		return sixWeeksWord, six.Texts(), six.Account()
	case c.Stage == plan.Diary:
		return c.Programme.Name, c.Texts(), c.ToDo()
	}
	return c.Programme.Name, c.Texts(), c.Account()
}
