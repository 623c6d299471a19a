package week

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"uncramp/coach/plan"
	"uncramp/coach/record"
	"uncramp/coach/stats"
	"uncramp/coach/theme"
	"uncramp/coach/tui/tuitest"
	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

func sizes() [][2]int { return [][2]int{{24, 6}, {40, 12}, {45, 25}, {80, 24}, {120, 40}} }

// sunday is an evening, and midnight twenty minutes into the day after it.
func sunday() time.Time   { return time.Date(2026, 11, 22, 21, 0, 0, 0, time.UTC) }
func midnight() time.Time { return time.Date(2026, 11, 23, 0, 20, 0, 0, time.UTC) }

func at(day, hour int) time.Time { return time.Date(2026, 11, day, hour, 5, 0, 0, time.UTC) }

// followed is a routine that was followed to its end, and begun one that was not.
func followed(routine string, at time.Time) record.Session {
	return record.Session{Routine: routine, At: at, Planned: 4 * time.Minute, Worked: 3 * time.Minute}
}

func begun(routine string, at time.Time) record.Session {
	s := followed(routine, at)
	s.Worked = 5 * time.Second
	return s
}

// weekOf is a week with so many glasses in its days, the last of them today's.
func weekOf(now time.Time, glasses [plan.DaysShown]int, sessions ...record.Session) plan.Weekly {
	byDay := map[stats.Day]int{}
	for i, n := range glasses {
		byDay[plan.FirstDay(now)+stats.Day(i)] = n
	}
	return plan.Week(now, sessions, byDay)
}

// some is a week in which something of everything was done.
func some(now time.Time, today int) plan.Weekly {
	return weekOf(now, [plan.DaysShown]int{6, 2, 0, 4, 8, 0, today},
		followed("morning", at(17, 7)), followed("morning", at(19, 7)), begun("morning", at(20, 7)), followed("morning", at(21, 7)),
		followed("warmup", at(19, 17)), followed("cooldown", at(19, 18)), begun("cooldown", at(21, 18)),
		followed(stats.Bedtime, at(17, 22)), followed(stats.Bedtime, at(18, 22)), followed(stats.Bedtime, at(20, 0)), begun(stats.Bedtime, at(21, 22)))
}

// all is a week in which everything was done every day.
func all() plan.Weekly {
	var sessions []record.Session
	for day := 16; day <= 22; day++ {
		sessions = append(sessions, followed("morning", at(day, 7)), followed("warmup", at(day, 17)), followed("cooldown", at(day, 18)), followed(stats.Bedtime, at(day, 20)))
	}
	return weekOf(sunday(), [plan.DaysShown]int{6, 7, 8, 9, 6, 6, 6}, sessions...)
}

// shown is a week on a screen of a size, with the lengths of its routines.
func shown(w plan.Weekly, size [2]int) Model {
	m := New(nil, nil, map[string]int{"morning": 4, "warmup": 8, "cooldown": 5, stats.Bedtime: 4}).sized(size).withWeek(w)
	m.reading.Ready = true
	return m
}

// cramped is a model whose week has cramps, of every level and several on a day.
func (m Model) cramped() Model {
	var cramps []record.Episode
	for day, severity := range map[int]int{17: 2, 18: 5, 20: 8, 21: 10} {
		cramps = append(cramps, record.Episode{At: at(day, 3), Severity: record.Rating{Given: true, Value: severity}})
	}
	cramps = append(cramps, record.Episode{At: at(20, 15)}, record.Episode{At: at(19, 23)})
	slices.SortFunc(cramps, func(a, b record.Episode) int { return a.At.Compare(b.At) })
	s := stats.Count(sunday(), plan.DaysShown, stats.Rows{Cramps: cramps})
	s.SixWeeks = m.week.SixWeeks
	m.week = m.week.WithNights(s)
	return m
}

// following is a model of somebody whose programme's practice begins on a day of November.
func (m Model) following(id string, from int) Model {
	p := plan.ProgrammeOf(id, routines.Library{}.Find)
	c := stats.Course{Name: id, From: stats.DayOf(at(from, 0)), Weeks: p.Weeks, Baseline: plan.BaselineDays}
	rows := stats.Rows{Courses: []stats.Course{c}}
	for day := from; day < 22; day++ {
		if day%4 != 0 {
			rows.Sessions = append(rows.Sessions, followed(p.Routine, at(day, 21)))
		}
	}
	s := stats.Count(sunday(), 42, rows)
	m.week = m.week.WithNights(s).WithCourse(plan.CourseOf(sunday(), stats.Followed{Summary: s, Sessions: rows.Sessions}, func(string) plan.Programme { return p }))
	return m
}

// Rows of the grid.
const (
	waking = iota
	before
	after
	bedtime
	water
)

// scenes are the screens that matter, on a screen of a size.
func scenes(size [2]int) map[string]Model {
	few := shown(some(sunday(), 3), size)
	return map[string]Model{
		"empty": shown(weekOf(sunday(), [plan.DaysShown]int{}), size), "some": few, "exercise": few.chosen(before), "bedtime": few.chosen(bedtime), "water": few.chosen(water),
		"midnight": shown(some(midnight(), 0), size).chosen(bedtime), "midnight-water": shown(some(midnight(), 0), size).chosen(water),
		"all": shown(all(), size).chosen(bedtime), "plenty": shown(all(), size).withGlasses(12).chosen(water),
		"cramps": few.cramped(), "barred": few.behindAFlag().chosen(bedtime), "barred-water": few.behindAFlag().chosen(water),
		"nights": few.following(stats.Bedtime, 4), "thrice": few.following(plan.Leans, 11), "grows": few.following("strengthen", 6),
		"diary":  few.following(stats.Bedtime, 25),
		"notice": few.chosen(water).noticed("The glass is not kept: the disk is full."),
	}
}

func TestViews(t *testing.T) {
	for _, s := range sizes() {
		tuitest.GoldenKeys(t, "keys", shown(some(sunday(), 3), s), s)
		tuitest.GoldenKeys(t, "barred-keys", shown(some(sunday(), 3), s).behindAFlag(), s)
		for name, m := range scenes(s) {
			t.Run(fmt.Sprintf("%s-%dx%d", name, s[0], s[1]), func(t *testing.T) {
				golden.RequireEqual(t, ansi.Strip(m.draw(s[0], s[1], theme.Mono()).Content))
			})
		}
	}
	for name, look := range tuitest.Looks() {
		t.Run(name+"-80x24", func(t *testing.T) {
			golden.RequireEqual(t, scenes([2]int{80, 24})["cramps"].draw(80, 24, look).Content)
		})
	}
}

func TestEverySizeIsDrawn(t *testing.T) {
	all := scenes([2]int{80, 24})
	for _, name := range []string{"some", "midnight", "barred", "notice"} {
		m := all[name]
		for _, w := range []int{1, 8, 24, 37, 38, 64, 120, 250} {
			for _, h := range []int{1, 2, 3, 5, 6, 12, 15, 16, 24, 80} {
				for row := range m.week.Rows {
					tuitest.RequireDrawn(t, fmt.Sprintf("%s, row %d", name, row), m.chosen(row).draw(w, h, theme.Mono()), w, h)
				}
			}
		}
	}
}

// TestTheLegendNamesEverySquare that the programme is drawn with.
func TestTheLegendNamesEverySquare(t *testing.T) {
	for _, look := range []theme.Theme{theme.Mono(), theme.Day(theme.Surface{})} {
		signs := ansi.Strip(shown(all(), [2]int{80, 24}).legend(80, look))
		drawn := strings.Join(widget.Programme(slices.Repeat([]bool{true, false}, 21), 20, 21, 6, look), " ")
		if !strings.Contains(drawn, widget.ToDoSign) {
			t.Fatalf("%s: nothing is drawn", look.Name)
		}
		for _, sign := range ansi.Strip(drawn) {
			if !strings.ContainsRune(signs+"‹›", sign) {
				t.Errorf("%s: %q is drawn, and not among %s", look.Name, sign, signs)
			}
		}
	}
}
