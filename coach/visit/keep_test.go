package visit

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/routines"
)

// press is what is done with a session so many seconds after it began.
type press struct {
	at int
	in session.Input
}

// run follows a session by its own wake-ups, and does what was asked for. It
// goes on until the last input, or with none until its end.
func run(t testing.TB, p session.Plan, began time.Duration, inputs ...press) session.Session {
	t.Helper()
	s, _ := session.Start(p, at(0), session.CrampBegan(began))
	now := time.Duration(0)
	for s.State() != session.Over {
		wait, ok := s.Wake(at(now))
		if len(inputs) > 0 {
			if due := time.Duration(inputs[0].at) * time.Second; !ok || now+wait >= due {
				now = due
				s, _ = session.Next(s, inputs[0].in, at(now))
				if inputs = inputs[1:]; len(inputs) == 0 {
					return s
				}
				continue
			}
		}
		if !ok {
			t.Fatal("nothing will happen any more")
		}
		now += wait
		s, _ = session.Next(s, session.Wake, at(now))
	}
	return s
}

func said(list []record.Attempt) string {
	var b strings.Builder
	for _, t := range list {
		fmt.Fprintf(&b, "%s/%s %s %s %v %s; ", t.Routine, t.Step, t.Muscle, t.Side, t.Spent, t.Answer)
	}
	return strings.TrimSuffix(b.String(), "; ")
}

func TestAReliefTellsTheCramp(t *testing.T) {
	left := session.Choice{Side: routines.Left}
	ease := play(t, "ease", left).Plan
	tests := []struct {
		name           string
		session        session.Session
		length, relief time.Duration
		tried          string
	}{
		{"eased in the second move, worked time alone counts", run(t, ease, 0, press{10, session.Same}, press{22, session.Eased}),
			22 * time.Second, 22 * time.Second, "ease/slack calf left 10s same; ease/toes calf left 9s eased"},
		{"it had begun before", run(t, ease, 3*time.Minute, press{5, session.Eased}),
			185 * time.Second, 185 * time.Second, "ease/slack calf left 5s eased"},
		{"told while it went on that it had begun earlier", run(t, ease, 0, press{2, session.Earlier}, press{3, session.Earlier}, press{4, session.Later}, press{5, session.Eased}),
			65 * time.Second, 65 * time.Second, "ease/slack calf left 5s eased"},
		{"a pause is no work, but the cramp goes on", run(t, ease, 0, press{5, session.Pause}, press{45, session.Pause}, press{50, session.Eased}),
			50 * time.Second, 50 * time.Second, "ease/slack calf left 10s eased"},
		{"left", run(t, ease, 0, press{15, session.Wake}, press{17, session.Leave}),
			0, 0, "ease/slack calf left 15s ; ease/toes calf left 2s "},
		{"worse, to the end", run(t, ease, 0, press{5, session.Stretch}, press{6, session.Worse}, press{66, session.Worse}),
			0, 0, "ease/slack calf left 5s ; ease/stretch calf left 1s worse; ease/stop calf left 1m0s worse"},
		{"worse while pulling, and then eased", run(t, ease, 0, press{5, session.Stretch}, press{6, session.Worse}, press{26, session.Eased}),
			26 * time.Second, 26 * time.Second, "ease/slack calf left 5s ; ease/stretch calf left 1s worse; ease/stop calf left 20s eased"},
		{"worse, and then eased", run(t, ease, 0, press{5, session.Worse}, press{25, session.Eased}),
			25 * time.Second, 25 * time.Second, "ease/slack calf left 5s worse; ease/stretch calf left 20s eased"},
		{"a step that is come back to comes again", run(t, ease, 0, press{5, session.Stretch}, press{15, session.Back}, press{17, session.Eased}),
			17 * time.Second, 17 * time.Second, "ease/slack calf left 5s ; ease/stretch calf left 10s ; ease/slack calf left 2s eased"},
		{"too long already", run(t, ease, 11*time.Minute), 0, 0, ""},
		{"eased before anybody can tell for how long it lasted", run(t, ease, 0, press{0, session.Eased}), 0, 0, "ease/slack calf left 0s eased"},
		{"gone in the first instant", run(t, ease, 0, press{0, session.Leave}), 0, 0, ""},
	}
	for _, tt := range tests {
		e := crampOf(record.Episode{}, []followed{{session: tt.session, play: Play{Choice: left}}}, at(time.Hour))
		if got := said(e.Tried); e.Length != tt.length || e.Relief != tt.relief || got != tt.tried {
			t.Errorf("%s: length %v, relief %v\ngot  %s\nwant %s", tt.name, e.Length, e.Relief, got, tt.tried)
		}
		if !e.At.Equal(tt.session.Onset()) || e.Muscle != routines.Calf || e.Side != routines.Left || e.ID != "" || e.Severity.Given {
			t.Errorf("%s: got %+v", tt.name, e)
		}
	}
}

// TestAGapGivesNoLength holds that the clock goes on where the wall clock alone
// did, and that nobody says how long the cramp lasted.
func TestAGapGivesNoLength(t *testing.T) {
	s, _ := session.Start(play(t, "ease", session.Choice{}).Plan, at(0))
	asleep := session.Instant{Wall: night.Add(5 * time.Minute), Mono: 2 * time.Second}
	s, _ = session.Next(s, session.Wake, asleep)
	end := session.Instant{Wall: asleep.Wall.Add(8 * time.Second), Mono: 10 * time.Second}
	if got, want := s.SinceOnset(end), 5*time.Minute+8*time.Second; got != want {
		t.Errorf("the clock says %v, want %v", got, want)
	}
	s, _ = session.Next(s, session.Eased, end)
	e := crampOf(record.Episode{}, []followed{{session: s}}, end)
	if !e.At.Equal(night) || e.Length != 0 || e.Relief != 0 {
		t.Errorf("at %v, %v long, relief after %v", e.At, e.Length, e.Relief)
	}
}

func TestARoutineAsItIsKept(t *testing.T) {
	c := session.Choice{Position: routines.Seated, Side: routines.Right}
	p := play(t, "bedtime", c).Plan
	whole, half := run(t, p, 0), run(t, p, 0, press{60, session.Leave})
	f := followed{play: Play{Choice: c}, session: whole, began: night, id: "a"}
	got := f.row("b", true, at(0))
	if got.ID != "a" || got.Episode != "b" || got.Deleted || !got.At.Equal(night) || got.Routine != "bedtime" || got.Ending != session.Completed || got.Choice != c ||
		got.Planned != p.Total() || got.Worked != whole.Worked() || got.Worked <= 0 {
		t.Errorf("got %+v", got)
	}
	sum, sides := time.Duration(0), map[string]int{}
	for _, d := range got.Done {
		sum += d.Spent
		sides[d.Step+" "+string(d.Side)]++
	}
	for key, n := range sides {
		if n != 1 {
			t.Errorf("%s is told %d times", key, n)
		}
	}
	if sum != got.Worked || len(sides) <= p.Steps {
		t.Errorf("%v of %v told, in %d parts of %d steps", sum, got.Worked, len(sides), p.Steps)
	}
	f.session = half
	if left := f.row("b", false, at(0)); !left.Deleted || !left.Edited.After(got.Edited) || left.Ending != session.WasLeft || len(left.Done) >= len(got.Done) || left.Worked != half.Worked() {
		t.Errorf("half of it is %+v", left)
	}
}

// TestOfATrialNothingIsKept, nor where it stands, however long it is followed and
// whatever is chosen in it.
func TestOfATrialNothingIsKept(t *testing.T) {
	for trial, want := range map[bool]int{false: 1, true: 0} {
		p := play(t, "bedtime", session.Choice{})
		p.Trial = trial
		x := follow(t, p)
		x.until(2 * time.Minute)
		x.press("l")
		if marked := x.visit.Bookmark(at(x.now)) != nil; marked == trial {
			t.Errorf("trial %v: there is a bookmark: %v", trial, marked)
		}
		x.press("q")
		rows := 0
		for _, b := range x.kept {
			rows += len(b.Sessions)
		}
		if rows < want || trial && rows > 0 {
			t.Errorf("trial %v: %d rows are kept", trial, rows)
		}
	}
}
