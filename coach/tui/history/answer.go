package history

import (
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"uncramp/coach/theme"
	"uncramp/coach/tui/widget"
)

// heroWide is the room from which on the numbers of the answer stand in big digits.
const heroWide = 72

// answerRows is how many rows the answer takes on w columns of a screen of a class,
// at most so many.
func (h charts) answerRows(size widget.Size, w, most int) int {
	rows := 0
	switch {
	case h.Recent.Since.IsZero():
		return 0
	case size == widget.Wide:
		rows = min(max(most/7, 5), 8)
	case size == widget.Usual && w >= heroWide:
		rows = 3
	}
	if rows > 0 && rows < most {
		return rows
	}
	return len(h.sentence(w, most))
}

// sentence is the answer in words on w columns, shortened to so many rows at most.
func (h charts) sentence(w, most int) []string {
	for _, s := range []string{h.Recent.Sentence(), h.Recent.Counts(), h.Recent.Short()} {
		if lines := widget.Wrap(s, w); len(lines) <= most {
			return lines
		}
	}
	return nil
}

// answer is what one looks for in a history before anything else: how many cramps
// there were, and how many before.
func (h charts) answer(z widget.Zone, t theme.Theme) widget.Block {
	if z.W < heroWide || z.H < 3 {
		return widget.Block{Lines: widget.Paint(h.sentence(z.W, z.H), t.Strong.Render)}
	}
	r := h.Recent
	these, before := r.Spans()
	c := widget.NewCanvas(z.W, z.H, t)
	rest := c.Whole()
	rest = bigNumber(c, rest, r.Cramps, these, t.Strong, t)
	if before != "" {
		rest = bigNumber(c, rest, r.Before.Cramps, before, t.Quiet, t)
	}
	details := detailLines(r.Details(), rest.W, rest.H)
	if len(details) > rest.H { // then all of it stands in words, and nothing is cut
		return widget.Block{Lines: widget.Paint(h.sentence(z.W, z.H), t.Strong.Render)}
	}
	_, rest = rest.Top((rest.H-len(details))/2, 0)
	c.Lines(rest, widget.Paint(details, t.Text.Render)...)
	return widget.Block{Lines: strings.Split(c.Frame().Content, "\n")}
}

// detailLines are the details, each on lines of its own if they fit on so many rows,
// else one behind the other; they may still be too many.
func detailLines(details []string, w, most int) (lines []string) {
	for _, d := range details {
		lines = append(lines, widget.Wrap(d, w)...)
	}
	if len(lines) > most {
		return widget.Wrap(strings.Join(details, "; "), w)
	}
	return lines
}

// bigNumber draws how many cramps there were into the left of a zone, with the
// nights beside, and returns what is left of it.
func bigNumber(c *widget.Canvas, z widget.Zone, n int, nights string, style lipgloss.Style, t theme.Theme) widget.Zone {
	const gap, between = 2, 4
	digits := widget.BigDigits(strconv.Itoa(n), strconv.Itoa(n), z.W/3, z.H, widget.Solid, t)
	if digits == nil {
		digits = []string{strconv.Itoa(n)}
	}
	number, rest := z.Left(widget.Columns(strings.Join(digits[:min(len(digits), 1)], "")), gap)
	c.Lines(number, widget.Paint(digits, style.Render)...)
	beside, rest := rest.Left(widget.Columns(nights), between)
	_, beside = beside.Top((z.H-2)/2, 0)
	c.Lines(beside, t.Text.Render(crampWord(n)), t.Quiet.Render(nights))
	return rest
}
