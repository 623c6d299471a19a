package history

import (
	"strings"

	"charm.land/lipgloss/v2"

	"uncramp/coach/stats"
	"uncramp/coach/tui/widget"
)

// The signs of a night.
const (
	stretchSign = "●" // the bedtime stretch was done
	byDaySign   = "▪" // cramps by day alone
	noneSign    = "·"
)

// kinds says what there is among the nights of a window, so that the legend names
// nothing else.
type kinds struct{ cramps, unrated, byDay, stretches bool }

func kindsOf(nights []stats.Night) (k kinds) {
	for _, n := range nights {
		cramps := n.Cramps + n.ByDay
		k.cramps = k.cramps || n.Cramps > 0
		k.unrated = k.unrated || cramps > len(n.Severity)
		k.byDay = k.byDay || n.Cramps == 0 && n.ByDay > 0
		k.stretches = k.stretches || n.Stretched
	}
	return k
}

// legend says in words what the squares mean: on one line if that can be, in brief
// and without what explains itself.
func (d drawing) legend() []string {
	list := d.signs(0)
	for _, fewer := range [][]string{d.signs(0)[:len(list)-1], d.signs(1), d.signs(1)[:len(list)-1]} {
		if widget.Columns(strings.Join(list, signGap)) > d.w {
			list = fewer
		}
	}
	return d.on(list)
}

const signGap = "  "

// signs are those of the squares with their words, at length or in brief: the last
// one is of a night with nothing.
func (d drawing) signs(brief int) (list []string) {
	named := func(style lipgloss.Style, sign, word string) string {
		return style.Render(sign) + d.t.Quiet.Render(" "+word)
	}
	mild := mildWords
	if d.kinds.unrated {
		mild = unratedWords
	}
	if d.kinds.cramps {
		scale := d.t.Quiet.Render(mild[brief] + " ")
		for level, style := range d.t.Cramp {
			scale += style.Render(widget.CrampFill(level, d.t))
		}
		list = append(list, scale+d.t.Quiet.Render(" "+worstWord))
	}
	if d.kinds.byDay {
		list = append(list, named(d.t.Cramp[stats.Mild], byDaySign, byDayWords))
	}
	if d.kinds.stretches {
		list = append(list, named(d.t.Done, stretchSign, stretchWords[brief]))
	}
	return append(list, named(d.t.Quiet, noneSign, noneWord))
}

// on lays signs out on lines.
func (d drawing) on(signs []string) (lines []string) {
	line := ""
	for _, next := range signs {
		switch {
		case line == "":
			line = next
		case widget.Columns(line+signGap+next) <= d.w:
			line += d.t.Blank.Render(signGap) + next
		default:
			lines, line = append(lines, line), next
		}
	}
	return append(lines, line)
}
