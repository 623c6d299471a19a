package player

import (
	"slices"

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
			c.Put(place, button(k, place, false, t))
		}
	default:
		const apart = 2
		each := (z.W+apart)/len(keys) - apart
		big := !slices.ContainsFunc(keys, func(k widget.Binding) bool { return bigLabel(k, each, z.H, t) == nil })
		for _, k := range keys {
			var place widget.Zone
			place, z = z.Left(each, apart)
			c.Put(place, button(k, place, big, t))
		}
	}
}

// bigLabel is a key and what it does in block letters, one string a row of each;
// nil: they have no room.
func bigLabel(k widget.Binding, w, h int, t theme.Theme) [][2]string {
	does := widget.Letters(k.Help().Desc, w-6, h-2, t)
	key := widget.Letters(k.Help().Key, w, len(does), t)
	if does == nil || len(key) != len(does) || widget.Columns(key[0]+does[0])+4 > w {
		return nil
	}
	label := make([][2]string, len(does))
	for i := range does {
		label[i] = [2]string{key[i], "  " + does[i]}
	}
	return label
}

// button is a key on a ground of its own, which can be tapped all over.
func button(k widget.Binding, z widget.Zone, big bool, t theme.Theme) widget.Block {
	label := [][2]string{{k.Help().Key, " " + k.Help().Desc}}
	if big {
		label = bigLabel(k, z.W, z.H, t)
	}
	face := make([]string, len(label))
	for i, l := range label {
		face[i] = t.RaisedKey.Render(l[0]) + t.Raised.Render(l[1])
	}
	lines := widget.Raised(face, z.W, z.H, t)
	return widget.Block{Lines: lines, Targets: []widget.Target{{W: z.W, H: z.H, Press: k.Keys()[0]}}}
}
