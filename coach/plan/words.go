package plan

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"uncramp/coach/record"
	"uncramp/coach/stats"
	"uncramp/coach/text"
	"uncramp/routines"
)

// Text is the week in plain sentences of lines of at most so many columns, for
// a reader without a screen.
func (w Weekly) Text(width int) string {
	today := w.Days[DaysShown-1].Date()
	lines := []string{fmt.Sprintf("Seven days, up to today, %s", today.Format("Monday 2 January")), ""}
	for _, r := range w.Rows {
		lines = append(lines, fmt.Sprintf("%s: %s", r.Item.Name, w.account(r)))
	}
	lines = append(lines, fmt.Sprintf("Cramps: %s", w.cramps()), "")
	lines = append(lines, w.programme()...)
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(strings.Join(text.WrapIndented("", "  ", l, width), "\n") + "\n")
	}
	return b.String()
}

// programme says where the programme stands, or the six weeks where none is followed.
func (w Weekly) programme() []string {
	c := w.Course
	if c.Stage == NotBegun || c.Stage == Stopped {
		return []string{w.SixWeeks.Texts()[0], begunWith}
	}
	lines := []string{fmt.Sprintf("%s. %s", c.Texts()[0], c.Account()), c.ToDo(), StopRuleTyped}
	return slices.DeleteFunc(lines, func(l string) bool { return l == "" })
}

// programmeShort names the row of the programme where there is little room.
const programmeShort = "Programme"

// begunWith says how to begin a programme.
const begunWith = "To follow it as a programme: uncramp plan begin"

// account says on which days an item was done, and whether it is due.
func (w Weekly) account(r Row) string {
	days, present := map[State][]string{}, "today"
	if r.Item.Night {
		present = "tonight"
	}
	for i, c := range r.Cells {
		name := w.Days[i].Date().Format("Mon")
		if i == r.Now {
			name = present
		}
		if c.State == Partly && r.Item.Times > 1 {
			name = fmt.Sprintf("%s (%d of %d)", name, c.Times, r.Item.Times)
		}
		days[c.State] = append(days[c.State], name)
	}
	parts := text.FillGiven([][2]string{
		{"done %s", strings.Join(days[Done], ", ")},
		{"partly %s", strings.Join(days[Partly], ", ")},
		{"due %s", strings.Join(days[Due], ", ")},
	})
	return cmp.Or(strings.Join(parts, "; "), "nothing written down")
}

// cramps says on which days there were some, and how many.
func (w Weekly) cramps() string {
	var days []string
	for i, n := range w.Nights {
		name := w.Days[i].Date().Format("Mon")
		if i == DaysShown-1 {
			name = "today"
		}
		if n := n.All(); n > 0 {
			days = append(days, fmt.Sprintf("%s (%d)", name, n))
		}
	}
	return cmp.Or(strings.Join(days, ", "), "none written down")
}

// Glasses says how many glasses of water there were today, of those that the
// plan asks for.
func Glasses(n int) string {
	if asked := glasses(); n <= asked {
		return fmt.Sprintf("%d of %d glasses today", n, asked)
	}
	return fmt.Sprintf("%d glasses today", n)
}

// Limits says what the number of glasses that the plan asks for is worth, at
// length and then in fewer and fewer words. The number has no source.
func Limits() []string {
	return []string{
		fmt.Sprintf("%d is our own default; it has no source. If you were told to limit fluids, your doctor's word goes.", glasses()),
		fmt.Sprintf("%d is our default, no source. Fluids limited? Your doctor's word goes.", glasses()),
		"Your doctor's word goes.",
	}
}

// formWords are the names of the programmes of the bedtime stretch, and what they are.
var formWords = map[string]struct{ name, about string }{
	stats.Bedtime: {"Bedtime stretch", "Calf and hamstring, both legs, last thing every night. It may help."},
	Leans:         {"Short calf leans", "Five minutes at a wall, three times a day, the last before bed. It may help."},
}

// TitleOf is what a programme is called, by its id and the name of the routine that has
// it: a form of the bedtime stretch has its own.
func TitleOf(id, routine string) string { return cmp.Or(formWords[id].name, routine) }

// What is said of a programme that can't be begun, stopped or gone on with.
var (
	errNotFollowed = errors.New("no programme is followed; begin one with uncramp plan begin")
	errNotStopped  = errors.New("no programme was stopped; see the one that is followed with uncramp plan review")
)

// ErrFollowed is wrapped by the error about a programme that is to be begun once more.
var ErrFollowed = errors.New("it is followed already")

const followedAlready = "%w: %s; stop it first with uncramp plan stop"

// Choices are the programmes in plain sentences of lines of at most so many columns.
func Choices(all []Programme, width int) string {
	var b strings.Builder
	for _, p := range all {
		fmt.Fprintf(&b, "%s: %s\n", p.ID, p.Name)
		about := fmt.Sprintf("%s %s", p.About, p.Basis())
		b.WriteString(strings.Join(text.WrapIndented("  ", "  ", about, width), "\n") + "\n")
	}
	return b.String()
}

// IDs are what is typed for programmes.
func IDs(all []Programme) (list []string) {
	for _, p := range all {
		list = append(list, p.ID)
	}
	return list
}

// StopPain says when to stop. StopRule is that on every page of a programme on a screen,
// and StopRuleTyped where commands are typed.
const (
	StopPain      = "Pain that stays: stop, and get medical advice."
	StopRule      = StopPain + " A new warning sign: press !"
	StopRuleTyped = StopPain + " A new warning sign: uncramp check"
)

// twice a day has a word of its own.
const twice = 2

// Rhythm says how often it is done, and for how long.
func (p Programme) Rhythm() string {
	weeks := record.Plural(p.Weeks, "for 1 week", "for %d weeks")
	var days []string
	for _, d := range p.Days {
		days = append(days, d.String()[:3])
	}
	on := strings.Join(days, ", ")
	switch {
	case p.ID == stats.Bedtime:
		return fmt.Sprintf("Every night %s", weeks)
	case on != "" && p.Times == twice:
		return fmt.Sprintf("Twice a day on %s, %s", on, weeks)
	case p.Times == twice:
		return fmt.Sprintf("Twice a day %s", weeks)
	case on != "" && p.Times > 1:
		return fmt.Sprintf("%d times a day on %s, %s", p.Times, on, weeks)
	case on != "":
		return fmt.Sprintf("On %s, %s", on, weeks)
	case p.Times > 1:
		return fmt.Sprintf("%d times a day %s", p.Times, weeks)
	}
	return fmt.Sprintf("Once a day %s", weeks)
}

// Basis says how often it is done, for how long, and on whose word; or that nobody knows.
func (p Programme) Basis() string {
	if p.Gone {
		return "Its routine can't be found, or can't be read."
	}
	return fmt.Sprintf("%s. Source: %s.", p.Rhythm(), p.Rests())
}

// Rests names what the rhythm rests on.
func (p Programme) Rests() string {
	sources, err := routines.Sources()
	if err != nil || p.Source == routines.Default {
		return "our own default"
	}
	return sources.Name(p.Source)
}

// VolumeOf says in a few words what is done in a week of a programme that grows: "×10".
// It is empty where what is done from the first week on does not grow alike.
func (p Programme) VolumeOf(week int) string {
	volumes := slices.DeleteFunc(p.Volumes(week), func(v Volume) bool { return v.Joined })
	for _, v := range volumes {
		if v.count() != volumes[0].count() {
			return ""
		}
	}
	if len(volumes) == 0 {
		return ""
	}
	return volumes[0].count()
}

// LongVolumeOf says all of it, step by step.
func (p Programme) LongVolumeOf(week int) string {
	var steps []string
	for _, v := range p.Volumes(week) {
		steps = append(steps, fmt.Sprintf("%s %s", v.Step, v.count()))
	}
	return strings.Join(steps, ", ")
}
