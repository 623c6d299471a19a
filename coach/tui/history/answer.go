package history

import (
	"strconv"
	"strings"

	"uncramp/coach/theme"
	"uncramp/coach/tui/widget"
)

// heroWide is the room from which on the numbers of the answer stand in big digits.
const heroWide = 72

// answerRows is how many rows the answer takes on w columns of a screen of a class.
func (h charts) answerRows(size widget.Size, w int) int {
	switch {
	case h.Recent.Since.IsZero():
		return 0
	case size == widget.Wide:
		return 5
	case size == widget.Usual && w >= heroWide:
		return 3
	}
	return len(widget.Wrap(h.Recent.Sentence(), w))
}

// answer is what one looks for in a history before anything else: how many cramps
// there were, and how many before.
func (h charts) answer(z widget.Zone, t theme.Theme) widget.Block {
	if z.W < heroWide || z.H < 3 {
		return widget.Block{Lines: widget.Paint(widget.Wrap(h.Recent.Sentence(), z.W), t.Strong.Render)}
	}
	r := h.Recent
	these, before := r.Spans()
	c := widget.NewCanvas(z.W, z.H, t)
	rest := c.Whole()
	rest = bigNumber(c, rest, r.Cramps, these, widget.Solid, t)
	if before != "" {
		rest = bigNumber(c, rest, r.Before.Cramps, before, widget.Hollow, t)
	}
	var details []string
	for _, d := range r.Details() {
		details = append(details, widget.Wrap(d, rest.W)...)
	}
	details = details[:min(len(details), rest.H)]
	_, rest = rest.Top((rest.H-len(details))/2, 0)
	c.Lines(rest, widget.Paint(details, t.Text.Render)...)
	return widget.Block{Lines: strings.Split(c.Frame().Content, "\n")}
}

// bigNumber draws how many cramps there were into the left of a zone, with the
// nights beside, and returns what is left of it.
func bigNumber(c *widget.Canvas, z widget.Zone, n int, nights string, look widget.Look, t theme.Theme) widget.Zone {
	const gap, between = 2, 4
	style := t.Strong
	if look == widget.Hollow {
		style = t.Quiet
	}
	digits := widget.BigDigits(strconv.Itoa(n), strconv.Itoa(n), z.W/3, z.H, look)
	number, rest := z.Left(widget.Columns(strings.Join(digits[:min(len(digits), 1)], "")), gap)
	c.Lines(number, widget.Paint(digits, style.Render)...)
	beside, rest := rest.Left(widget.Columns(nights), between)
	_, beside = beside.Top((z.H-2)/2, 0)
	c.Lines(beside, t.Text.Render(crampWord(n)), t.Quiet.Render(nights))
	return rest
}
