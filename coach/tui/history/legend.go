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
		cramps := n.All()
		k.cramps = k.cramps || n.Cramps > 0
		k.unrated = k.unrated || cramps > len(n.Severity)
		k.byDay = k.byDay || n.Cramps == 0 && n.ByDay > 0
		k.stretches = k.stretches || n.Stretched
	}
	return k
}

// legendRows is how many lines the legend takes.
const legendRows = 1

// legend says in words what the squares mean, on one line: at length, in brief, or
// without what explains itself.
func (d drawing) legend() string {
	for _, list := range [][]string{d.signs(0), d.signs(1)} {
		for some := len(list); some > max(len(list)-2, 0); some-- {
			if line := strings.Join(list[:some], d.t.Blank.Render(signGap)); widget.Columns(line) <= d.w {
				return line
			}
		}
	}
	return d.signs(1)[0]
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
		list = append(list, widget.CrampScale(mild[brief], d.t))
	}
	if d.kinds.stretches {
		list = append(list, named(d.t.Done, stretchSign, stretchWords[brief]))
	}
	if d.kinds.byDay {
		list = append(list, named(d.t.Cramp[stats.Mild], byDaySign, byDayWords))
	}
	return append(list, named(d.t.Quiet, noneSign, noneWord))
}

// flow lays parts out on lines of w columns, with a gap between two on one line.
func flow(parts []string, gap string, w int) (lines []string) {
	line := ""
	for _, next := range parts {
		switch {
		case line == "":
			line = next
		case widget.Columns(line+gap+next) <= w:
			line += gap + next
		default:
			lines, line = append(lines, line), next
		}
	}
	return append(lines, line)
}
