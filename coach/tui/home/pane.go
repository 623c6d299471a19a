package home

import (
	"slices"

	"charm.land/lipgloss/v2"

	"uncramp/coach/outline"
	"uncramp/coach/text"
	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

// Rows and columns of the pane.
const (
	readable  = 60 // columns of a sentence at most, and of the moves
	leastHigh = 6  // rows of a figure at least
	movesHigh = 4  // rows of the moves
	tall      = 28 // rows from which on more moves are listed, and the name may be in block letters

	lettersHigh = 4 // rows of these
)

// pane shows the routine the cursor is on. Its zones are the same for every
// routine: nothing moves as the cursor goes. Whole is with its name, its moves and
// its start; else only what it looks like and a sentence stand there.
func (d drawing) pane(z widget.Zone, whole bool) {
	rows := d.listed
	if d.cursor >= len(rows) {
		return
	}
	r := rows[d.cursor]
	sentence := 2
	if z.W < readable/2 {
		sentence = 3
	}
	if whole {
		z = d.frame(z, r)
	}
	words, picture := z.Bottom(sentence, 0)
	if d.Blocked {
		d.instead(z, blocked[d.Unreadable], d.Alert)
		return
	}
	if fault := d.preview().fault; fault != "" {
		d.instead(picture, fault, d.Strong)
	}
	words.W = min(words.W, readable)
	d.figure(picture)
	d.Lines(words, widget.Paint(widget.WrapAtMost(r.Summary, words.W, sentence), d.Text.Render)...)
}

// instead says in place of a figure why there is nothing to be started.
func (d drawing) instead(z widget.Zone, reason string, style lipgloss.Style) {
	d.Lines(z, widget.Paint(widget.WrapAtMost(reason, min(z.W, readable), max(z.H, 1)), style.Render)...)
}

// frame is what stands above and below the figure and the sentence: the name, the
// moves, the start. It returns the zone between.
func (d drawing) frame(z widget.Zone, r row) (rest widget.Zone) {
	name, rest := z.Top(1, 0)
	foot, rest := rest.Bottom(1, 0)
	listed, gap := 0, 0
	if z.H >= airy {
		listed, gap = movesHigh, 1
	}
	if z.H >= tall {
		_, rest = rest.Bottom(1, 0)
		listed += 2
	}
	if d.lettered(z) {
		var more widget.Zone
		more, rest = rest.Top(lettersHigh-1, 1)
		name.H += more.H
	}
	moves, rest := rest.Bottom(listed, gap)
	d.name(name, r)
	if d.Blocked || d.preview().fault != "" {
		return rest
	}
	d.moveLines(moves)
	start := widget.KeyLine([]widget.Binding{startKey}, foot.W, d.Theme)
	button, about := foot.Left(widget.Columns(start.Lines[0]), mostMargin)
	d.Put(button, start)
	d.Lines(about, d.Quiet.Render(widget.Fit(widget.FirstFitting(about.W, d.aboutRoutine(r)...), about.W)))
	return rest
}

// lettered reports whether the names of all routines have room in block letters.
func (d drawing) lettered(z widget.Zone) bool {
	return z.H >= tall && !slices.ContainsFunc(d.entries, func(e routines.Head) bool {
		return !widget.LettersFit(e.Name, z.W, lettersHigh, d.Theme)
	})
}

// name is the routine's, in block letters where there is room.
func (d drawing) name(z widget.Zone, r row) {
	if z.H > 1 {
		d.Lines(z, widget.Paint(widget.Letters(r.Name, z.W, z.H, d.Theme), d.Strong.Render)...)
		return
	}
	d.Lines(z, d.Strong.Render(widget.Fit(r.Name, z.W)))
}

// preview is that of the routine the cursor is on.
func (m Model) preview() preview { return m.previews[m.looksAt] }

// shownMove is the move that the figure shows now, and how far it has come.
func (d drawing) shownMove() (i int, moved float64) {
	if !d.moves {
		return 0, 1
	}
	return d.preview().at(d.now - d.since)
}

// figure draws the move that is shown now.
func (d drawing) figure(z widget.Zone) {
	p := d.preview()
	i, moved := d.shownMove()
	if z.H < leastHigh || i >= len(p.moves) {
		return
	}
	d.Lines(z, d.Figures.Lines(p.moves[i].Figure, outline.Pose(p.moves[i].Phase, moved), z.W, z.H, d.Theme)...)
}

// moveLines are the moves with their times, the one that is shown now marked.
func (d drawing) moveLines(z widget.Zone) {
	p := d.preview()
	shown, _ := d.shownMove()
	z.W = min(z.W, readable)
	for i, m := range p.moves {
		row, rest := z.Top(1, 0)
		if z = rest; row.H == 0 {
			return
		}
		if rest.H == 0 && i < len(p.moves)-1 {
			d.Lines(row, d.Quiet.Render(more(len(p.moves)-i)))
			return
		}
		mark := d.Blank.Render("  ")
		if i == shown {
			mark = d.Accent.Render("› ")
		}
		dose := m.dose()
		name := widget.Fit(m.Name, row.W-2-widget.Columns(dose)-1)
		d.Lines(row, mark+d.Text.Render(widget.Pad(name, row.W-2-widget.Columns(dose)))+d.Quiet.Render(dose))
	}
}

// aboutRoutine says in which positions the routine is done, and when it was done
// last, with less and less of it.
func (d drawing) aboutRoutine(r row) []string {
	positions, last := text.Join(r.Positions), ""
	if s, begun := d.overview.Latest[r.ID]; begun {
		last = lastDone(s, d.Now.Wall)
	}
	switch {
	case positions == "":
		return []string{last, ""}
	case last == "":
		return []string{positions, ""}
	}
	return []string{positions + " · " + last, last, ""}
}
