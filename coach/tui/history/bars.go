package history

import (
	"fmt"
	"slices"
	"strings"

	"uncramp/coach/stats"
	"uncramp/coach/tui/widget"
)

// counted are the periods of which something is known, in order.
func counted(all []stats.Period) []stats.Period {
	return slices.DeleteFunc(slices.Clone(all), func(p stats.Period) bool { return p.Totals.Known+p.Totals.Cramps() == 0 })
}

// periodBars are the cramps of each week or month, a cell for each as long as there
// is room, the worst first, with the nights of the bedtime stretch beside.
func periodBars(d drawing) (lines []string) {
	shown, until := d.periods, d.evening(d.lastSeen()-1)
	for len(shown) > 1 && shown[len(shown)-1].From().After(until) {
		shown = shown[:len(shown)-1]
	}
	shown = shown[max(len(shown)-max(d.high, 1), 0):]
	most, wide := 0, 0
	for _, p := range d.periods {
		most, wide = max(most, p.Totals.Cramps()), max(wide, widget.Columns(stretched(p)))
	}
	if !d.kinds.stretches {
		wide = 0
	}
	room := d.w - dateColumns - wide - widget.Columns(fmt.Sprint(most)) - len("   ")
	for _, p := range shown {
		line := d.t.Quiet.Render(widget.Pad(d.periodDate(p), dateColumns)) + d.cramps(levels(p), most, room)
		if wide > 0 {
			line += d.t.Blank.Render(strings.Repeat(" ", max(d.w-wide-widget.Columns(line), 0))) + d.t.Quiet.Render(stretched(p))
		}
		lines = append(lines, line)
	}
	return lines
}

// levels are those of all cramps of a period, the worst first.
func levels(p stats.Period) (list []stats.Level) {
	for _, n := range p.Nights {
		for _, severity := range n.Severity {
			list = append(list, stats.LevelOf(int(severity)))
		}
		list = append(list, make([]stats.Level, max(n.All()-len(n.Severity), 0))...)
	}
	slices.Sort(list)
	slices.Reverse(list)
	return list
}

// cramps is a bar of a cell for each cramp, or two where the longest one leaves
// room, and their number. Where there are more than there is room each stands for
// several.
func (d drawing) cramps(list []stats.Level, most, room int) (line string) {
	each := 1
	if 2*most <= room {
		each = 2
	}
	cells := min(each*most, max(room, 1))
	long := (len(list)*cells + most - 1) / max(most, 1)
	for x := 0; x < long; {
		level, from := list[x*len(list)/long], x
		for x < long && list[x*len(list)/long] == level {
			x++
		}
		line += d.t.Cramp[level].Render(strings.Repeat(widget.CrampFill(int(level), d.t), x-from))
	}
	if long > 0 {
		line += d.t.Blank.Render(" ")
	}
	return line + d.t.Text.Render(fmt.Sprint(len(list)))
}

// reliefBars are the cramps by how soon they eased: a cell for each of the times
// that were told, as long as there is room.
func reliefBars(d drawing) (lines []string) {
	most := slices.Max(d.ReliefTimes[:])
	for i, label := range d.ReliefTimes.Labels() {
		n := d.ReliefTimes[i]
		if n == 0 {
			continue
		}
		number := fmt.Sprint(n)
		room := max(d.w-labelColumns-len(number)-1, 1)
		cells := min(2*most, room)
		if most > room/2 {
			cells = min(most, room)
		}
		bar := strings.Repeat(widget.Filled(d.t), max(n*cells/most, 1))
		lines = append(lines, d.t.Quiet.Render(widget.Pad(label, labelColumns))+d.t.Text.Render(bar+" "+number))
	}
	return lines
}

const labelColumns = 12

func reliefRows(d drawing) (rows int) {
	for _, n := range d.ReliefTimes {
		if n > 0 {
			rows++
		}
	}
	return rows
}

func periodRows(d drawing) int { return min(len(d.periods), weeksShown) }
