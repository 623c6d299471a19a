package programme

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/plan"
	"uncramp/coach/record"
	"uncramp/coach/stats"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
	"uncramp/routines"
)

// diary keeps marks; with a fault nothing.
type diary struct {
	marks []record.Tally
	rows  stats.Rows
	fault error
}

func (d *diary) Mark(marks []record.Tally) error {
	if d.fault != nil {
		return d.fault
	}
	for _, m := range marks {
		m.Edited = tuitest.Start
		d.marks = slices.DeleteFunc(d.marks, func(other record.Tally) bool { return other.ID() == m.ID() })
		d.marks = append(d.marks, m)
	}
	return nil
}

func find(id string) plan.Programme { return plan.ProgrammeOf(id, routines.Library{}.Find) }

func (d *diary) course(now time.Time) (plan.Course, error) {
	rows := d.rows
	rows.Courses = stats.CoursesOf(d.marks)
	_, nights, _ := stats.FollowedSince(now, rows.Courses)
	return plan.CourseOf(now, stats.Followed{Summary: stats.Count(now, max(nights, 1), rows), Sessions: rows.Sessions}, find), nil
}

func (d *diary) services() Services {
	return Services{Diary: d, Course: d.course, All: func() []plan.Programme { return plan.Programmes(routines.Library{}.Programmed()) }}
}

// begun is a diary of somebody who began a programme so many days ago, a week of diary
// before it, and did most of it; of later on there are fewer cramps.
func begun(id string, ago int) *diary {
	d := &diary{}
	start := tuitest.Start.AddDate(0, 0, -ago)
	none, _ := d.course(start)
	marks, _ := none.Begin(find(id), start.AddDate(0, 0, -7), true)
	if err := d.Mark(marks); err != nil {
		panic(err)
	}
	p := find(id)
	for n := -7; n < min(ago, 42); n++ {
		at := start.AddDate(0, 0, n)
		if n < 0 && n%2 == 0 || n > 0 && n%9 == 0 {
			d.rows.Cramps = append(d.rows.Cramps, record.Episode{ID: record.ID(fmt.Sprint(n)), At: at.Add(4 * time.Hour), Severity: record.Rating{Value: 6 - n/10, Given: true}})
		}
		for i := range p.Times {
			if n >= 0 && (n+i)%4 != 3 {
				d.rows.Sessions = append(d.rows.Sessions, record.Session{Routine: p.Routine, At: at.Add(time.Duration(i) * time.Minute), Planned: 4 * time.Minute, Worked: 3 * time.Minute})
			}
		}
	}
	return d
}

// tell hands messages to the screen and does what it asks for, as the root would.
func tell(m Model, env screen.Env, msgs ...tea.Msg) (Model, screen.Effect) {
	var effect screen.Effect
	for _, msg := range msgs {
		m, effect = tuitest.Tell(m, env, msg)
		write, writes := tuitest.Asked[screen.Write](effect)
		if writes {
			if err := write.Do(); err != nil {
				m, _ = tuitest.Tell(m, env, screen.Notice(err))
			}
		}
		var read screen.Effect
		switch _, shows := msg.(screen.ShowMsg); {
		case writes:
			m, read = tuitest.Tell(m, env, screen.WritesDoneMsg{})
			m, _ = tuitest.Tell(m, env, read.Cmd())
		case shows:
			m, _ = tuitest.Tell(m, env, effect.Cmd())
		}
	}
	return m, effect
}

func keys(names ...string) (msgs []tea.Msg) {
	for _, n := range names {
		msgs = append(msgs, screen.Press(n))
	}
	return msgs
}

// opened is the screen of a diary, shown.
func opened(d *diary, pressed ...string) Model {
	m, _ := tell(New(d.services()), tuitest.Env(), append([]tea.Msg{screen.ShowMsg{}}, keys(pressed...)...)...)
	return m
}

func scenes() map[string]Model {
	diaryWeek := begun(stats.Bedtime, -3)
	stopped := opened(begun(plan.Leans, 16), "x", "y")
	return map[string]Model{
		"none": opened(&diary{}), "strengthen": opened(&diary{}, "down", "down", "space"), "diary": opened(diaryWeek),
		"nightly": opened(begun(stats.Bedtime, 23)), "leans": opened(begun(plan.Leans, 9)), "three a week": opened(begun("strengthen", 18)),
		"over": opened(begun(stats.Bedtime, 50)), "stop": opened(begun(stats.Bedtime, 23), "x"), "stopped": stopped,
		"another": opened(begun(stats.Bedtime, 23), "o"), "instead": opened(begun(stats.Bedtime, 23), "o", "down", "enter"),
		"instead of a diary": opened(begun(stats.Bedtime, -3), "o", "down", "enter"), "replaced": opened(begun(stats.Bedtime, 23), "o", "down", "space", "enter", "y"), "refused": opened(begun(stats.Bedtime, 23), "o", "enter"),
	}
}

var sizes = [][2]int{{40, 12}, {45, 25}, {60, 20}, {80, 24}, {120, 40}, {200, 60}}

func TestViews(t *testing.T) {
	tuitest.GoldenColours(t, "nightly", scenes()["nightly"])
	tuitest.GoldenKeys(t, "keys", scenes()["nightly"], sizes[:4]...)
	tuitest.GoldenViews(t, scenes(), sizes...)
}

func TestEverySizeIsDrawn(t *testing.T) {
	tuitest.RequireEverySizeDrawn(t, scenes())
}

// said is all that stands on a screen, its spaces single.
func said(m Model, env screen.Env) string {
	return strings.Join(strings.Fields(ansi.Strip(m.View(env).Content)), " ")
}

// TestTheStopRuleIsOnEveryPage however small.
func TestTheStopRuleIsOnEveryPage(t *testing.T) {
	for name, m := range scenes() {
		for _, s := range sizes {
			if text := said(m, tuitest.Sized(s[0], s[1])); !strings.Contains(text, plan.StopRule) {
				t.Errorf("%s on %v:\n%s", name, s, text)
			}
		}
	}
}

func TestBeginningStoppingAndGoingOn(t *testing.T) {
	d := &diary{}
	stage := func() string {
		c, _ := d.course(tuitest.Start)
		return strings.Join(append(c.Texts()[:min(1, len(c.Texts()))], ""), "")
	}
	m := opened(d)
	for _, step := range []struct{ press, want string }{
		{"enter", "Bedtime stretch: week of diary, day 1 of 7"}, {"o", "Bedtime stretch: week of diary, day 1 of 7"},
		{"space", "Bedtime stretch: week of diary, day 1 of 7"}, {"enter", "Bedtime stretch: night 1 of 42"}, {"x", "Bedtime stretch: night 1 of 42"},
		{"esc", "Bedtime stretch: night 1 of 42"}, {"x", "Bedtime stretch: night 1 of 42"}, {"y", "Bedtime stretch: stopped on 21 November"},
		{"u", "Bedtime stretch: night 1 of 42"}, {"o", "Bedtime stretch: night 1 of 42"}, {"down", "Bedtime stretch: night 1 of 42"},
		{"enter", "Bedtime stretch: night 1 of 42"}, {"n", "Bedtime stretch: night 1 of 42"}, {"enter", "Bedtime stretch: night 1 of 42"},
		{"down", "Bedtime stretch: night 1 of 42"}, {"y", "Short calf leans: week 1 of 6, day 1"}, {"u", "Bedtime stretch: night 1 of 42"},
	} {
		if m, _ = tell(m, tuitest.Env(), keys(step.press)...); stage() != step.want {
			t.Errorf("after %s it is %q, want %q", step.press, stage(), step.want)
		}
	}
}

func TestEnterStartsWhatIsFollowed(t *testing.T) {
	for name, want := range map[string]string{"nightly": stats.Bedtime, "leans": stats.Bedtime, "three a week": "strengthen", "over": stats.Bedtime, "diary": "", "none": ""} {
		_, effect := tell(scenes()[name], tuitest.Env(), keys("enter")...)
		if play, _ := tuitest.Asked[screen.Play](effect); play.Routine != want {
			t.Errorf("%s: enter starts %q, want %q", name, play.Routine, want)
		}
	}
	blocked := tuitest.Env()
	blocked.Blocked = true
	m, effect := tell(scenes()["nightly"], blocked, keys("enter")...)
	if _, plays := tuitest.Asked[screen.Play](effect); plays || !strings.Contains(said(m, blocked), "You reported a warning sign") {
		t.Errorf("behind a red flag it says\n%s", said(m, blocked))
	}
}

func TestLeaving(t *testing.T) {
	for _, k := range []string{"q", "esc"} {
		for _, name := range []string{"none", "nightly", "over"} {
			if _, e := tell(scenes()[name], tuitest.Env(), keys(k)...); len(e.Requests) != 1 || e.Requests[0] != (screen.Back{}) {
				t.Errorf("%s asks for %v", k, e.Requests)
			}
		}
		if m, e := tell(scenes()["another"], tuitest.Env(), keys(k)...); len(e.Requests) != 0 || m.page() != following {
			t.Errorf("%s leads from the list to %v, and asks for %v", k, m.page(), e.Requests)
		}
	}
}

// TestWhatIsNotKeptIsSaid and not shown as begun.
func TestWhatIsNotKeptIsSaid(t *testing.T) {
	m := opened(&diary{fault: errors.New("the disk is full")}, "enter")
	if text := said(m, tuitest.Env()); !strings.Contains(text, "the disk is full") || m.page() != choosing {
		t.Errorf("it says\n%s", text)
	}
}

// TestATapDoesWhatItsKeyDoes: a row is chosen, and all else is a key that does something.
func TestATapDoesWhatItsKeyDoes(t *testing.T) {
	for name, m := range scenes() {
		for _, s := range sizes {
			env := tuitest.Sized(s[0], s[1])
			works := []string{"up", "down", "pgup", "pgdown"}
			for _, k := range m.in(env).Keys() {
				if k.Enabled() {
					works = append(works, k.Keys()...)
				}
			}
			for _, tap := range m.View(env).Targets {
				if tap.Press != "" && !slices.Contains(works, tap.Press) {
					t.Errorf("%s on %v: a tap is %q, which does nothing", name, s, tap.Press)
				}
			}
		}
	}
	m, _ := tell(scenes()["none"], tuitest.Env(), screen.RowMsg(1))
	if !strings.Contains(said(m, tuitest.Env()), "Five minutes at a wall") {
		t.Errorf("a tapped row is not chosen:\n%s", said(m, tuitest.Env()))
	}
}

// TestAllOfTheReviewCanBeRead by going down, however small the screen.
func TestAllOfTheReviewCanBeRead(t *testing.T) {
	for _, s := range sizes {
		env := tuitest.Sized(s[0], s[1])
		m, seen := scenes()["over"].in(env), ""
		for range 60 {
			seen += said(m, env) + "\n"
			m, _ = tell(m, env, keys("down")...)
		}
		for _, line := range m.lines(min(m.zones().text.W, 72)) {
			if !strings.Contains(seen, strings.Join(strings.Fields(line), " ")) {
				t.Errorf("on %v %q is never seen", s, line)
			}
		}
	}
}

// TestNothingMovesUnderAMessage on any screen that is not a slice of one.
func TestNothingMovesUnderAMessage(t *testing.T) {
	for _, s := range sizes[1:] {
		env := tuitest.Sized(s[0], s[1])
		for name, m := range scenes() {
			told, _ := tuitest.Tell(m, env, screen.NoticeMsg("It is not kept: the disk is full."))
			tuitest.RequireSteady(t, fmt.Sprint(name, " at ", s), m.View(env), told.View(env), 2)
		}
	}
}
