package player

import (
	"slices"
	"strings"

	"uncramp/coach/theme"
	"uncramp/coach/tui/widget"
	"uncramp/coach/visit"
)

// drawAnswers draws the answers, each large enough for a thumb where there is
// room: below each other on a high slice, else side by side.
func (m Model) drawAnswers(c *widget.Canvas, s stage, actions []visit.Row, t theme.Theme) {
	keys, z := pick(actions, answers), s.answers
	switch {
	case m.Session().Phase().Answers == nil || z.H == 0:
	case z.H == 1:
		c.Put(z, widget.KeyLine(keys, z.W, t))
	case z.H >= 2*len(keys) && s.size == widget.Slice:
		for _, k := range keys {
			var place widget.Zone
			place, z = z.Top(2, 1)
			c.Put(place, button(k, place, 0, t))
		}
	default:
		const apart = 2
		each := (z.W+apart)/len(keys) - apart
		big := bigHigh(keys, each, z.H, t)
		for _, k := range keys {
			var place widget.Zone
			place, z = z.Left(each, apart)
			c.Put(place, button(k, place, big, t))
		}
	}
}

// bigHigh is how high block letters may be for all of some buttons of w by h cells, of
// one size; 0: they have no room.
func bigHigh(keys []widget.Binding, w, h int, t theme.Theme) int {
	for high := h - 2; high >= lettersHigh; high-- {
		if !slices.ContainsFunc(keys, func(k widget.Binding) bool { return bigLabel(k, w, high, t) == nil }) {
			return high
		}
	}
	return 0
}

// bigLabel is a key and what it does in block letters, one string a row of each;
// nil: they have no room on w columns and so many rows.
func bigLabel(k widget.Binding, w, high int, t theme.Theme) [][2]string {
	const endless = 1 << 10 // columns
	key, does := widget.Letters(k.Help().Key, endless, high, t), widget.Letters(k.Help().Desc, endless, high, t)
	if key == nil || does == nil {
		return nil
	}
	between := strings.Repeat(" ", len(does)-1)
	if widget.Columns(key[0]+between+does[0])+2 > w {
		return nil
	}
	label := make([][2]string, len(does))
	for i := range does {
		label[i] = [2]string{key[i], between + does[i]}
	}
	return label
}

// button is a key on a ground of its own, which can be tapped all over, in block letters
// of a height, or in plain ones.
func button(k widget.Binding, z widget.Zone, big int, t theme.Theme) widget.Block {
	label := [][2]string{{k.Help().Key, " " + k.Help().Desc}}
	if big > 0 {
		label = bigLabel(k, z.W, big, t)
	}
	face := make([]string, len(label))
	for i, l := range label {
		face[i] = t.RaisedKey.Render(l[0]) + t.Raised.Render(l[1])
	}
	lines := widget.Raised(face, z.W, z.H, t)
	return widget.Block{Lines: lines, Targets: []widget.Target{{W: z.W, H: z.H, Press: k.Keys()[0]}}}
}
