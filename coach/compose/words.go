package compose

import (
	"fmt"
	"strings"
	"unicode"

	"uncramp/coach/yamlfile"
	"uncramp/routines"
)

const changed = "the file was changed by something else meanwhile; open it again"

const byHand = "this routine is written in a way that only an editor can change; change its file there"

// head is what stands above the steps of a new routine.
func head(id, name string) string {
	const fields = "id: %s\nname: %s\npurpose: day\nsummary: %s\nsteps:\n"
	return routines.SchemaLine + fmt.Sprintf(fields, yamlfile.Plain(id), yamlfile.Quote(name), yamlfile.Quote(summary))
}

const summary = "Put together by you."

// Names of what a dose has.
const (
	holdName    = "Hold"
	timesName   = "How often"
	upName      = "One way" // of a move that has no words for it
	downName    = "And back"
	setsName    = "Sets"
	restName    = "Rest"
	setRestName = "After a set"
	legsName    = "Legs"
)

// Names of how a routine is followed over weeks.
const (
	weeksName  = "Weeks"
	perDayName = "Times a day"
	daysName   = "Days"
)

func weeks(n int) string {
	if n == 0 {
		return "none set"
	}
	return fmt.Sprint(n)
}

// days are those of a week, as they are written in a calendar.
func days(list []routines.Weekday) string {
	if len(list) == 0 {
		return "every day"
	}
	names := make([]string, len(list))
	for i, day := range list {
		names[i] = day.Day().String()[:3]
	}
	return strings.Join(names, ", ")
}

// legs say which leg does a step, and when.
var legs = map[routines.Sides]string{
	routines.OneSide: "sore leg", routines.BothSides: "both legs", routines.EachSide: "each leg",
	routines.Alternate: "legs in turn", routines.LeftSide: "left leg", routines.RightSide: "right leg",
}

func seconds(s routines.Seconds) string {
	if s >= 120 && s%60 == 0 {
		return fmt.Sprintf("%d minutes", s/60)
	}
	return fmt.Sprintf("%d s", s)
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}

func sets(n int) string {
	return fmt.Sprint(n)
}

func rest(s routines.Seconds) string {
	if s == 0 {
		return "none"
	}
	return seconds(s)
}

// String is the dose in a few words, as a prescription has it: "3 × 30 s · each leg".
func (d Dose) String() string { return d.Amount() + " · " + legs[d.Sides] }

// Amount is the dose without the legs: "3 × 30 s", or "2 × 10, 3 + 5 s" of two sets
// with a way back.
func (d Dose) Amount() string {
	how := fmt.Sprintf("%d × %s", d.Times, seconds(d.Hold))
	if d.Lower > 0 {
		how = fmt.Sprintf("%d, %d + %d s", d.Times, d.Hold, d.Lower)
	}
	if d.Sets > 1 {
		how = fmt.Sprintf("%d × %s", d.Sets, how)
	}
	return how
}

// titled is a phase's word as the name of its length, or another name.
func titled(word, other string) string {
	if word == "" {
		return other
	}
	letters := []rune(word)
	letters[0] = unicode.ToUpper(letters[0])
	return string(letters)
}
