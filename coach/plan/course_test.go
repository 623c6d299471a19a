package plan

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"uncramp/coach/record"
	"uncramp/coach/stats"
	"uncramp/routines"
)

// builtIn finds a programme of those that the program carries.
func builtIn(id string) Programme { return ProgrammeOf(id, routines.Library{}.Find) }

// at is a moment of the days from 1 November 2026 on, by the hour.
func day(n, hour int) time.Time { return time.Date(2026, 11, n, hour, 0, 0, 0, east(1)) }

// kept is what a diary holds.
type kept struct {
	marks    []record.Tally
	sessions []record.Session
	cramps   []record.Episode
}

// begin begins a programme.
func (k *kept) begin(id string, now time.Time, diaryFirst bool) {
	marks, err := k.course(now).Begin(builtIn(id), now, diaryFirst)
	k.keep(marks, err, now)
}

func (k *kept) stop(now time.Time) {
	marks, err := k.course(now).Stop(now)
	k.keep(marks, err, now)
}

func (k *kept) keep(marks []record.Tally, err error, now time.Time) {
	if err != nil {
		panic(err)
	}
	for _, m := range marks {
		m.Edited = now
		k.marks = slices.DeleteFunc(k.marks, func(other record.Tally) bool { return other.ID() == m.ID() })
		k.marks = append(k.marks, m)
	}
}

// cramp writes one down, at three in the night after a day.
func (k *kept) cramp(n, severity int) {
	k.cramps = append(k.cramps, record.Episode{ID: record.ID(fmt.Sprint("cramp", len(k.cramps))), At: day(n+1, 3), Severity: record.Rating{Value: severity, Given: true}})
}

func (k *kept) course(now time.Time) Course {
	courses := stats.CoursesOf(k.marks)
	_, nights, _ := stats.FollowedSince(now, courses)
	s := stats.Count(now, max(nights, 1), stats.Rows{Cramps: k.cramps, Sessions: k.sessions, Courses: courses})
	return CourseOf(now, stats.Followed{Summary: s, Sessions: k.sessions}, builtIn)
}

// nightly is a diary of a week and six weeks of bedtime stretches: three cramps a week
// of severity 6 before, and one of 3 at the end. It is done on all nights but every fifth.
func nightly() *kept {
	k := &kept{}
	k.begin(stats.Bedtime, day(1, 21), true)
	for _, n := range []int{2, 4, 6} {
		k.cramp(n, 6)
	}
	for n := 8; n < 50; n++ {
		if n%5 != 0 {
			k.sessions = append(k.sessions, followed(stats.Bedtime, day(n, 22)))
		}
		if n%7 == 0 {
			k.cramp(n, 3)
		}
	}
	return k
}

func TestCourseStages(t *testing.T) {
	k := nightly()
	for _, tt := range []struct {
		now   time.Time
		stage Stage
		says  string
	}{
		{day(1, 21), Diary, "Bedtime stretch: week of diary, day 1 of 7"}, {day(8, 1), Diary, "Bedtime stretch: week of diary, day 7 of 7"},
		{day(8, 9), Running, "Bedtime stretch: night 1 of 42"}, {day(50, 7), Running, "Bedtime stretch: night 42 of 42"},
		{day(50, 8), Over, "Bedtime stretch: the 42 nights are over"},
	} {
		c := k.course(tt.now)
		if c.Stage != tt.stage || c.Texts()[0] != tt.says {
			t.Errorf("at %s it is %d, %q; want %d, %q", tt.now, c.Stage, c.Texts()[0], tt.stage, tt.says)
		}
	}
}

// states are a week's, a letter a day.
func states(w WeekDone) (out string) {
	for _, c := range w.Cells {
		out += map[State]string{Empty: ".", Partly: "p", Done: "D", Due: "!", Ahead: ">", Free: " "}[c.State]
	}
	return out
}

func TestDoneOfAskedWeekByWeek(t *testing.T) {
	leans := &kept{}
	leans.begin(Leans, day(2, 9), false)
	for _, n := range []int{2, 2, 2, 2, 3, 4, 4, 4, 10} {
		leans.sessions = append(leans.sessions, followed(stats.Bedtime, day(n, 8+len(leans.sessions))))
	}
	strong := &kept{}
	strong.begin("strengthen", day(2, 9), false) // a Monday
	for _, n := range []int{2, 5, 6, 9} {
		strong.sessions = append(strong.sessions, followed("strengthen", day(n, 10)))
	}
	strong.sessions = append(strong.sessions, begun("strengthen", day(4, 10)))
	stopped := nightly()
	stopped.stop(day(18, 9))
	for name, tt := range map[string]struct {
		k           *kept
		now         time.Time
		weeks       []string
		done, asked int
	}{
		"nights":       {nightly(), day(17, 21), []string{"DD.DDDD 6/7", ".D!>>>> 1/7"}, 6, 7},
		"three a day":  {leans, day(10, 20), []string{"DpD.... 7/21", ".p>>>>> 1/21"}, 7, 21},
		"three a week": {strong, day(10, 20), []string{"D pDD   3/3", "D > >   1/3"}, 3, 3},
		"stopped":      {stopped, day(30, 9), []string{"DD.DDDD 6/7", ".DDD    3/4"}, 9, 11},
	} {
		c := tt.k.course(tt.now)
		for i, want := range tt.weeks {
			if got := fmt.Sprintf("%s %d/%d", states(c.Rows[i]), c.Rows[i].Done, c.Rows[i].Asked); got != want {
				t.Errorf("%s: week %d is %q, want %q", name, i+1, got, want)
			}
		}
		if done, asked := c.Sum(); done != tt.done || asked != tt.asked {
			t.Errorf("%s: %d of %d in all, want %d of %d", name, done, asked, tt.done, tt.asked)
		}
	}
}

// TestTheNightlyCourseIsTheSixWeeks night by night.
func TestTheNightlyCourseIsTheSixWeeks(t *testing.T) {
	k, now := nightly(), day(30, 23)
	c := k.course(now)
	six := stats.Count(now, 28, stats.Rows{Sessions: k.sessions, Courses: stats.CoursesOf(k.marks)}).SixWeeks
	for i := range six.Done {
		if done := c.Rows[i/7].Cells[i%7].State == Done; done != six.Done[i] {
			t.Errorf("night %d is done: %v, and of the six weeks %v", i+1, done, six.Done[i])
		}
	}
	if six.Night != c.Number || six.Count() == 0 {
		t.Errorf("it is night %d, and of the six weeks %d", c.Number, six.Night)
	}
}

func TestOutcome(t *testing.T) {
	period := func(nights, cramps int, rated ...float64) stats.Period {
		return stats.Period{Totals: stats.Totals{Known: nights, OnKnown: cramps}, Severity: stats.Spread{Given: len(rated), Median: append(rated, 0)[0]}}
	}
	for _, tt := range []struct {
		before, after stats.Period
		want          Outcome
	}{
		{period(7, 3), period(14, 2), Eased}, {period(7, 3), period(14, 6), NoBetter}, {period(7, 3), period(14, 8), NoBetter},
		{period(7, 3, 6), period(14, 6, 4), Eased}, {period(7, 3, 4), period(14, 2, 6), NoBetter}, {period(7, 3, 6), period(14, 8, 4), NoBetter},
		{period(7, 3, 6), period(14, 0), Eased}, {period(7, 0), period(14, 0), None}, {period(6, 3), period(14, 0), Unknown},
		{period(7, 3), period(6, 0), Unknown}, {period(7, 0), period(14, 1), NoBetter},
	} {
		if got := (Course{Before: tt.before, After: tt.after}).Outcome(); got != tt.want {
			t.Errorf("%+v, then %+v is %d, want %d", tt.before, tt.after, got, tt.want)
		}
	}
}

// TestReview as a person reads it.
func TestReview(t *testing.T) {
	none, fewer := &kept{}, nightly()
	none.begin(Leans, day(1, 9), false)
	worse := nightly()
	for n := 40; n < 50; n++ {
		worse.cramp(n, 8)
	}
	strong := nightly()
	strong.begin("strengthen", day(50, 9), false)
	for name, c := range map[string]Course{
		"eased": fewer.course(day(50, 9)), "no better": worse.course(day(50, 9)), "running": fewer.course(day(20, 21)),
		"nothing kept": none.course(day(50, 9)), "another": strong.course(day(66, 9)), "none": (&kept{}).course(day(1, 9)),
		"diary": fewer.course(day(3, 9)),
	} {
		t.Run(name, func(t *testing.T) { golden.RequireEqual(t, strings.Join(append(c.Texts(), c.Text(80)), "\n")) })
	}
}

// TestWhatIsSaidFits whoever only hears it, and a line of a screen.
func TestWhatIsSaidFits(t *testing.T) {
	lines := []string{StopRule, StopRuleTyped, easing}
	for _, p := range Programmes(routines.Library{}.Programmed()) {
		lines = append(lines, p.About, Course{Programme: p}.goingOn())
		if p.Name == "" || p.About == "" || p.Weeks == 0 || p.Share <= 0 || p.Share > 0.5 || strings.Contains(p.Rests(), "default") {
			t.Errorf("%+v", p)
		}
	}
	for _, l := range lines {
		if len(l) > 95 {
			t.Errorf("%d characters: %s", len(l), l)
		}
	}
}

func TestAProgrammeWhoseRoutineIsGone(t *testing.T) {
	p := ProgrammeOf("knees", func(string) (routines.Routine, error) { return routines.Routine{}, errors.New("gone") })
	k := &kept{}
	marks, err := k.course(day(2, 9)).Begin(Programme{ID: "knees", Weeks: 4}, day(2, 9), false)
	k.keep(marks, err, day(2, 9))
	k.sessions = append(k.sessions, followed("knees", day(3, 9)))
	if c := k.course(day(12, 9)); c.Rows[0].Of() != "1" || c.Account() != "" || c.Programme.Minutes(1) != 0 || !strings.Contains(c.Text(80), "Its routine can't be found") {
		t.Errorf("of its programme it is said\n%s", c.Text(80))
	}
	if !p.Gone || p.Name != "knees" || p.Volumes(1) != nil || p.VolumeOf(1) != "" {
		t.Errorf("%+v", p)
	}
}

func TestVolumesGrow(t *testing.T) {
	p := builtIn("strengthen")
	for week, want := range map[int]string{1: "×5", 2: "×5", 3: "×10", 4: "×10", 5: "2 × 10", 6: "2 × 10"} {
		if got := p.VolumeOf(week); got != want {
			t.Errorf("in week %d it is %q, want %q", week, got, want)
		}
	}
	if got := p.LongVolumeOf(3); !strings.HasPrefix(got, "Heel raises with support ×10, ") {
		t.Errorf("at length it is %q", got)
	}
	if p := builtIn(stats.Bedtime); p.VolumeOf(3) != "" {
		t.Errorf("the bedtime stretch grows to %q", p.VolumeOf(3))
	}
}

// TestBeginningAgain takes the place of what was begun, and a stop of the same day back.
func TestBeginningAgain(t *testing.T) {
	k := &kept{}
	k.begin(stats.Bedtime, day(1, 21), true)
	k.begin(stats.Bedtime, day(4, 21), false) // enough of the diary
	if c := k.course(day(4, 22)); c.Stage != Running || c.Number != 1 || c.Baseline != 0 || len(c.Past) != 0 {
		t.Errorf("begun in the diary it is %+v", c)
	}
	k.stop(day(5, 20))
	if c := k.course(day(5, 21)); c.Stage != Stopped || c.Until != stats.DayOf(day(5, 0)) {
		t.Errorf("stopped it is %+v", c)
	}
	marks, err := k.course(day(5, 21)).GoOn(day(5, 21))
	k.keep(marks, err, day(5, 21))
	if c := k.course(day(5, 21)); c.Stage != Running || c.Number != 2 {
		t.Errorf("gone on with it is %+v", c)
	}
	k.stop(day(5, 22))
	k.begin(stats.Bedtime, day(5, 22), true)
	if c := k.course(day(5, 23)); c.Stage != Diary || c.Number != 1 || len(c.Past) != 1 {
		t.Errorf("begun again it is %+v", c)
	}
	k.begin(Leans, day(30, 9), false)
	if c := k.course(day(30, 10)); c.Name != Leans || len(c.Past) != 2 || c.Past[1].Until != c.From {
		t.Errorf("another one is %+v", c)
	}
}

// TestANightlyOneBegunAfterMidnight in place of one that was begun the same night begins
// with the night that it is.
func TestANightlyOneBegunAfterMidnight(t *testing.T) {
	for _, diaryFirst := range []bool{false, true} {
		k := &kept{}
		k.begin(Leans, day(5, 1), false)
		k.begin(stats.Bedtime, day(5, 2), diaryFirst)
		if c := k.course(day(5, 3)); c.Name != stats.Bedtime || c.Begun() != stats.DayOf(day(4, 0)) || c.Number != 1 {
			t.Errorf("it is %s, from %v", c.Name, c.Begun().Date())
		}
		k.stop(day(5, 3))
		if c := k.course(day(5, 4)); c.Name != stats.Bedtime || c.Stage != Stopped {
			t.Errorf("stopped it is %s, stage %v", c.Name, c.Stage)
		}
	}
}

// TestOneStoppedInItsDiary gives way to what is begun before its practice would have begun.
func TestOneStoppedInItsDiary(t *testing.T) {
	k := &kept{}
	k.begin(stats.Bedtime, day(1, 21), true)
	k.stop(day(2, 21))
	k.begin(Leans, day(3, 9), false)
	for _, n := range []int{3, 9, 20} {
		if c := k.course(day(n, 10)); c.Name != Leans || c.Stage != Running || c.Number != n-2 || len(c.Past) != 1 {
			t.Errorf("on day %d it is %s, stage %v, day %d", n, c.Name, c.Stage, c.Number)
		}
	}
}

// TestOneBegunInPlaceOfAnotherGivesWayToItAgain on the day it was begun, and not later.
func TestOneBegunInPlaceOfAnotherGivesWayToItAgain(t *testing.T) {
	for _, diaryFirst := range []bool{false, true} {
		for _, hour := range []int{1, 9, 22} {
			for from, to := range map[string]string{stats.Bedtime: Leans, Leans: stats.Bedtime, "strengthen": Leans} {
				k := &kept{}
				k.begin(from, day(5, hour), false)
				before := k.course(day(20, hour))
				k.begin(to, day(20, hour), diaryFirst)
				c := k.course(day(20, hour))
				if past, replaced := c.Replaced(); !replaced || past.Name != from || !strings.Contains(c.Text(80), "To go back to "+past.Title) {
					t.Errorf("%s at %d in place of %s: %+v\n%s", to, hour, from, past, c.Text(80))
				}
				if _, err := k.course(day(22, hour)).GoOn(day(22, hour)); err == nil {
					t.Errorf("%s gives way to %s two days later", to, from)
				}
				marks, err := c.GoOn(day(20, hour))
				k.keep(marks, err, day(20, hour))
				if c := k.course(day(20, hour)); c.Name != from || c.Stage != Running || c.Number != before.Number || len(c.Past) != 0 {
					t.Errorf("%s at %d, gone back to, is %s, stage %v, day %d of %d", from, hour, c.Name, c.Stage, c.Number, before.Number)
				}
			}
		}
	}
}

// TestTheProgrammeHasARowOfTheWeek while its weeks run, but for the bedtime stretch, which
// has one anyway.
func TestTheProgrammeHasARowOfTheWeek(t *testing.T) {
	for id, want := range map[string]string{
		Leans: "Short calf leans: due today", "strengthen": "Strengthen: due today", stats.Bedtime: "",
	} {
		k := &kept{}
		k.begin(id, day(4, 9), false) // a Wednesday
		for n, days := range map[int]int{5: 2, 16: DaysShown, 17: DaysShown} {
			w := Week(day(n, 9), nil, nil).WithCourse(k.course(day(n, 9)))
			if rows := len(w.Rows) - len(Items()); rows != min(len(want), 1) {
				t.Fatalf("%s has %d rows", id, rows)
			}
			row := w.Rows[len(w.Rows)-1]
			if want == "" {
				continue
			}
			asked := 0
			for _, c := range row.Cells {
				if c.State != Free {
					asked++
				}
			}
			if id == Leans && asked != days || row.Item.Routines[0] != k.course(day(n, 9)).Programme.Routine {
				t.Errorf("%s on day %d: %d days are asked, in %+v", id, n, asked, row)
			}
			if said := w.Text(80); row.Cells[row.Now].State == Due && !strings.Contains(said, want) {
				t.Errorf("%s on day %d: no %q in\n%s", id, n, want, said)
			}
		}
		if w := Week(day(3, 9), nil, nil).WithCourse(Course{}); len(w.Rows) != len(Items()) {
			t.Error("without one there is a row")
		}
	}
}

// TestAClockThatGoesBehind, as on a journey or when it is set back: the programme stands at
// its first day, and is stopped, begun and followed by another one all the same.
func TestAClockThatGoesBehind(t *testing.T) {
	for _, id := range []string{stats.Bedtime, Leans} {
		for _, diaryFirst := range []bool{false, true} {
			k := &kept{}
			k.begin(id, day(5, 21), diaryFirst)
			c := k.course(day(3, 21))
			if want := map[bool]Stage{false: Running, true: Diary}[diaryFirst]; c.Stage != want || c.Number != 1 || strings.Contains(c.Text(80), "day 0") {
				t.Errorf("%s stands at %+v", id, c)
			}
			k.stop(day(3, 21))
			for _, now := range []time.Time{day(3, 22), day(5, 22), day(9, 22)} {
				if c := k.course(now); c.Stage != Stopped {
					t.Errorf("%s is not stopped on %v: %+v", id, now, c.Stage)
				}
			}
			k.begin("strengthen", day(3, 22), diaryFirst)
			for _, now := range []time.Time{day(3, 22), day(9, 22)} {
				if c := k.course(now); c.Name != "strengthen" || c.Stage == Stopped || c.Stage == Over {
					t.Errorf("after %s it is %s, stage %v", id, c.Name, c.Stage)
				}
			}
		}
	}
}

func TestWhatCantBeDoneIsSaid(t *testing.T) {
	k := &kept{}
	none := k.course(day(1, 9))
	k.begin(stats.Bedtime, day(1, 21), true)
	diary := k.course(day(2, 21))
	running := k.course(day(10, 21))
	for name, err := range map[string]error{
		"stop none": second(none.Stop(day(1, 9))), "go on with none": second(none.GoOn(day(1, 9))), "go on with what goes on": second(running.GoOn(day(1, 9))),
		"the diary twice": second(diary.Begin(builtIn(stats.Bedtime), day(2, 21), true)), "the practice twice": second(running.Begin(builtIn(stats.Bedtime), day(10, 21), false)),
	} {
		if err == nil {
			t.Errorf("%s: nothing is said", name)
		}
	}
}

func second[T any](_ T, err error) error { return err }

func TestEveryStateHasAName(t *testing.T) {
	for s := range Free + 1 {
		if stateNames[s] == "" {
			t.Errorf("state %d has no name", s)
		}
	}
	for s := range Stopped + 1 {
		if stageNames[s] == "" {
			t.Errorf("stage %d has no name", s)
		}
	}
	for o := range NoBetter + 1 {
		if outcomeNames[o] == "" {
			t.Errorf("outcome %d has no name", o)
		}
	}
}

// TestOneInPlaceOfAnotherAfterMidnight is of the night before, and the one that is followed.
func TestOneInPlaceOfAnotherAfterMidnight(t *testing.T) {
	k := &kept{}
	k.begin("strengthen", day(5, 0), false)
	k.begin(stats.Bedtime, day(5, 1), false)
	if c := k.course(day(5, 1)); c.Name != stats.Bedtime || c.Number != 1 || len(c.Past) != 1 {
		t.Errorf("it is %+v", c)
	}
	k.begin("strengthen", day(5, 2), false)
	if c := k.course(day(5, 2)); c.Name != "strengthen" || c.Stage != Running {
		t.Errorf("back again it is %+v", c)
	}
	k.begin(stats.Bedtime, day(5, 3), false)
	k.stop(day(5, 4))
	if c := k.course(day(5, 4)); c.Name != stats.Bedtime || c.Stage != Stopped {
		t.Errorf("the one stopped last is %+v", c)
	}
	over := nightly()
	over.begin(stats.Bedtime, day(60, 21), false)
	if c := over.course(day(60, 22)); c.Stage != Running || c.Number != 1 || len(c.Past) != 1 || c.Past[0].Until != c.From {
		t.Errorf("once more it is %+v", c)
	}
}
