package player

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/figure"
	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/coach/stats"
	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
	"uncramp/coach/visit"
	"uncramp/routines"
)

// nights are where the person is in the six weeks of bedtime stretches.
type nights struct {
	stats.SixWeeks
	known bool
}

// kept says that the diary has it, and asks for the six weeks, of which a bedtime
// stretch fills in the present night.
func (m Model) kept(msg saveMsg) (Model, screen.Effect) {
	if m.saved = msg.err == nil; m.visit.Stage() == visit.Over {
		m.visit = m.visit.WithNote(savedWords)
	}
	if m = m.withError(msg.err); !m.saved || m.Routine().ID != stats.Bedtime {
		return m, screen.Effect{}
	}
	read := m.services.SixWeeks
	return m, screen.Do(func() tea.Msg {
		s, err := read()
		return nights{s, err == nil && !s.From.IsZero() && s.Night <= stats.SixWeeksNights}
	})
}

// ending is the end page as it is drawn.
type ending struct {
	Model
	*widget.Canvas
	theme.Theme
	size widget.Size
	end  visit.EndWords
}

// endView closes the loop: what was done, the night filled in, what goes well with
// it now.
func (m Model) endView(w, h int, t theme.Theme) widget.Frame {
	e := ending{m, widget.NewCanvas(w, h, t), t, widget.SizeOf(w, h), visit.WordsFor(m.Session().Ending())}
	page := e.Whole().Inset(margin(e.size, w), 0)
	keys, rest := page.Bottom(min(page.H/4, 1), 0)
	message, rest := rest.Bottom(min(page.H/6, 1), min(page.H/airyEnd, 1))
	e.Put(keys, widget.KeyLine(pick(m.visit.Actions(), endLine), keys.W, t))
	e.Lines(message, e.told(message.W)...)
	rest = e.head(rest)
	var pictures widget.Zone
	switch {
	case !e.visit.OffersFit():
	case e.quiet() && e.size >= widget.Usual: // the little there is stands near the middle
		_, rest = rest.Top(rest.H/6, 0)
	case e.quiet():
	case e.size >= widget.Usual:
		pictures, rest = rest.Right(max(rest.W*3/7, leastFigure), gutter)
	case e.size == widget.Upright:
		pictures, rest = rest.Top(min(rest.H*2/5, max(rest.H-wordsHigh, leastPicture)), 1)
	}
	e.pictures(pictures)
	e.words(rest)
	return e.Frame()
}

// Rows of the page.
const (
	airyEnd      = 16 // from which on there is air between the parts
	wordsHigh    = 15 // of the words below a picture, where it has more than it needs
	leastPicture = 6
)

// quiet reports whether as little as can be is shown: after a relief at night.
func (e ending) quiet() bool { return e.night && e.relief() }

// told is what was answered, as long as that is new, and what is told of the diary.
func (e ending) told(room int) []string {
	answered, note := e.answered(room), e.visit.Note()
	if both := strings.TrimSpace(answered + "   " + note); widget.Columns(both) <= room {
		return []string{e.Text.Render(both)}
	}
	return []string{e.Text.Render(widget.Fit(cmp.Or(answered, note), room))}
}

// head is how it ended, in block letters where there is room, the routine as a
// line, and what was done of it. It returns the zone below.
func (e ending) head(z widget.Zone) (rest widget.Zone) {
	title, rest := z.Top(min(z.H, 1), 0)
	said := e.end.On(e.Session().Plan().Name)
	big := widget.Letters(strings.ToUpper(e.end.Title), z.W, z.H/7, e.Theme)
	if e.size == widget.Wide && e.visit.OffersFit() && !e.quiet() && big != nil {
		title, rest = z.Top(len(big), 1)
		e.Lines(title, widget.Paint(big, e.Strong.Render)...)
		title, rest = rest.Top(1, 0)
		said = e.Session().Plan().Name
	}
	e.Lines(title, e.Strong.Render(widget.Fit(said, title.W)))
	if turns := e.Session().Turns(); len(turns) > 1 && e.visit.OffersFit() && z.H > 8 {
		var line, legend widget.Zone
		line, rest = rest.Top(1, 0)
		e.Lines(line, e.course(turns, line.W))
		if said := legendOf(turns, routeOf(e.Theme)); z.H >= airyEnd && said != "" {
			legend, rest = rest.Top(1, 0)
			e.Lines(legend, e.Quiet.Render(widget.Fit(said, legend.W)))
		}
	}
	if z.H >= airyEnd {
		_, rest = rest.Top(1, 0)
	}
	return rest
}

// course is what was done, and what was passed over, a piece of the line for each
// turn, left and right told apart as they are while it is followed.
func (e ending) course(turns []session.Turn, cells int) (line string) {
	gap := ""
	if len(turns)*3 <= cells {
		gap = " "
	}
	at, look := 0, routeOf(e.Theme)
	for i, turn := range turns {
		until := (i + 1) * cells / len(turns)
		part := max(until-at-len(gap), 0)
		at = until
		glyph, style := look.next[sideOf(turn.Phase)], e.Quiet
		if turn.Done {
			glyph, style = look.done[sideOf(turn.Phase)], e.Done
		}
		if part > 0 {
			line += style.Render(strings.Repeat(glyph, part)) + e.Blank.Render(gap)
		}
	}
	return line
}

// pictures are the six weeks, where this night was just filled in, and the figure
// at rest.
func (e ending) pictures(z widget.Zone) {
	if e.nights.known {
		texts := e.nights.Texts()
		said := []string{e.Strong.Render(widget.FirstFitting(z.W, texts[2:]...))}
		said = append(said, widget.Paint(widget.Wrap(e.nights.Account(), z.W), e.Quiet.Render)...)
		words, rest := z.Top(len(said), 0)
		high := min(rest.H, max(rest.H/2, 6))
		if squares := widget.Programme(e.nights.Done[:], e.nights.Night-1, rest.W, high, e.Theme); squares != nil {
			e.Lines(words, said...)
			grid, below := rest.Top(len(squares), 1)
			e.Lines(grid, squares...)
			z = below
		}
	}
	if name := e.Session().Last().Phase.Figure; z.H >= leastPicture && e.figures.Has(name) {
		ph := e.Session().Last().Phase
		e.Lines(z, e.figures.Lines(name, figure.Options{Left: ph.Side == routines.Left}, z.W, z.H, e.Theme)...)
	}
}

// words are what to do now, or whom to call, and the offers as doors.
func (e ending) words(z widget.Zone) {
	paint := func(text string, style func(...string) string) []string {
		return widget.Paint(widget.Wrap(text, z.W), style)
	}
	advice := e.end.Advice
	if !e.visit.OffersFit() { // else the keys are told where they lead
		advice = strings.TrimSpace(e.end.Advice + " " + e.end.Keys)
	}
	blocks := []widget.Block{
		{Lines: paint(advice, e.Text.Render), Rank: 0},
		{Lines: paint(e.summary(), e.Text.Render), Rank: 1, Gap: true},
	}
	if e.visit.OffersFit() {
		blocks = append(blocks, e.closing(z.W)...)
		blocks = e.withOffers(z, blocks)
	} else {
		lines := e.fittingEmergencies(z.W, z.H-4, e.Theme).lines(z.W, z.H)
		tap := []widget.Target{{W: z.W, H: len(lines), Press: "!"}}
		blocks = append(blocks, widget.Block{Lines: lines, Targets: tap, Rank: 2, Gap: true})
	}
	e.Put(z, widget.Flow(z, blocks...))
}

// closing is told to who went through with it, by day or after what is no relief.
func (e ending) closing(room int) (blocks []widget.Block) {
	if e.Session().Ending() == session.WasLeft || e.quiet() {
		return nil
	}
	for i, c := range e.Session().Plan().Closing {
		lines := widget.Wrap(widget.Item+c, room)
		blocks = append(blocks, widget.Block{Lines: widget.Paint(lines, e.Quiet.Render), Rank: closingRank, Gap: i == 0})
	}
	return blocks
}

// withOffers puts the offers below some blocks: as doors of three rows where there is
// room for these too, and for a blank row before each; else high enough for a thumb,
// where what matters less has to make room for them.
func (e ending) withOffers(z widget.Zone, blocks []widget.Block) []widget.Block {
	large, usual := append(slices.Clone(blocks), e.offers(z, 3, 0)), append(slices.Clone(blocks), e.offers(z, 1, 1))
	matters := slices.DeleteFunc(slices.Clone(usual), func(b widget.Block) bool { return b.Rank >= closingRank })
	apart := slices.DeleteFunc(slices.Clone(large), func(b widget.Block) bool { return !b.Gap })
	switch {
	case widget.Height(large)+len(apart)-1 <= z.H:
		return large
	case widget.Height(matters) <= z.H:
		return usual
	}
	return append(blocks, e.offers(z, 1, 0))
}

// closingRank is that of what is told last.
const closingRank = 4

// offers are what goes well with it, as doors of so many rows, as many apart, under a
// heading; each can be tapped, on the gap above it too.
func (e ending) offers(z widget.Zone, high, apart int) (b widget.Block) {
	list := e.visit.Offers()
	if len(list) == 0 {
		return b
	}
	b = widget.Block{Lines: widget.Paint(widget.Wrap(cmp.Or(e.end.Keys, goesWell), z.W), e.Quiet.Render), Rank: 2, Gap: true}
	for i, o := range list {
		about := fmt.Sprintf(offerMinutes, o.Minutes)
		b.Targets = append(b.Targets, widget.Target{Y: len(b.Lines), W: z.W, H: high + apart, Press: fmt.Sprint(i + 1)})
		b.Lines = append(b.Lines, make([]string, apart)...)
		b.Lines = append(b.Lines, e.door(fmt.Sprint(i+1), o.Name, about, min(z.W, doorWide), high)...)
	}
	return b
}

// doorWide is how wide a door is at most.
const doorWide = 48

// door is a key, what it leads to, and how long that takes, in a box where it is
// three rows high.
func (e ending) door(key, name, about string, w, high int) []string {
	inner := w
	if high > 1 {
		inner -= 2
	}
	if len(key)+widget.Columns(name)+widget.Columns(about)+4 > inner { // what it is comes first
		about = ""
	}
	name = widget.Fit(name, inner-len(key)-3)
	fill := max(inner-len(key)-widget.Columns(name)-widget.Columns(about)-3, 1)
	line := e.Blank.Render(" ") + e.Accent.Render(key) + e.Blank.Render(" ") + e.Strong.Render(name) +
		e.Quiet.Render(strings.Repeat(" ", fill)+about+" ")
	if high == 1 {
		return []string{line}
	}
	return widget.Boxed([]string{line}, inner, e.Theme)
}

// leastTold is how long somebody worked, at least, for it to be worth a word.
const leastTold = 10 * time.Second

// leastHolds is how many there are, at least, where they are counted.
const leastHolds = 4

// summary says in a sentence what was done: of a cramp how soon it eased, else how
// many of the holds, or how long.
func (m Model) summary() string {
	s := m.Session()
	done, of := s.Holds()
	switch worked := s.Worked(); {
	case s.Ending() == session.LeftOut, m.relief() && s.Gapped():
		return ""
	case s.Ending() == session.EasedOff && m.relief():
		return fmt.Sprintf(easedAfter, record.Lasting(s.Lasted(s.Last().At)))
	case m.relief():
		return fmt.Sprintf(beganAgo, record.Lasting(s.Lasted(s.Last().At)))
	case done < of:
		return fmt.Sprintf(heldSome, done, of)
	case worked < leastTold:
		return ""
	case of >= leastHolds:
		return fmt.Sprintf(heldAll, of, record.Lasting(worked))
	default:
		return fmt.Sprintf(keptAtIt, record.Lasting(worked))
	}
}
