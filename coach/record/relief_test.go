package record

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"uncramp/coach/session"
	"uncramp/routines"
)

var night = time.Date(2026, 11, 21, 3, 12, 0, 0, time.FixedZone("", 3600))

// input is what is done with a session so many seconds after it began.
type input struct {
	at int
	in session.Input
}

func instantAt(d time.Duration) session.Instant {
	return session.Instant{Wall: night.Add(d), Mono: d}
}

// plan lays a built-in routine flat.
func plan(t testing.TB, id string, c session.Choice) session.Plan {
	t.Helper()
	r, err := routines.Library{}.Find(id)
	if err != nil {
		t.Fatal(err)
	}
	p, err := session.NewPlan(r, c)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// play follows a session by its own wake-ups, and does what was asked for. It
// goes on until the last input, or with none until its end.
func play(t testing.TB, p session.Plan, began time.Duration, inputs ...input) session.Session {
	t.Helper()
	s, _ := session.Start(p, instantAt(0), session.Since(began))
	now := time.Duration(0)
	for s.State() != session.Over {
		wait, ok := s.Wake(instantAt(now))
		if len(inputs) > 0 {
			if due := time.Duration(inputs[0].at) * time.Second; !ok || now+wait >= due {
				now = due
				s, _ = session.Next(s, inputs[0].in, instantAt(now))
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
		s, _ = session.Next(s, session.Wake, instantAt(now))
	}
	return s
}

func said(list []Attempt) string {
	var b strings.Builder
	for _, t := range list {
		fmt.Fprintf(&b, "%s/%s %s %s %v %s; ", t.Routine, t.Step, t.Muscle, t.Side, t.Spent, t.Answer)
	}
	return strings.TrimSuffix(b.String(), "; ")
}

func TestAReliefTellsTheCramp(t *testing.T) {
	left := session.Choice{Side: routines.Left}
	ease := plan(t, "ease", left)
	tests := []struct {
		name           string
		session        session.Session
		length, relief time.Duration
		tried          string
	}{
		{"eased in the second move, worked time alone counts", play(t, ease, 0, input{10, session.Same}, input{22, session.Eased}),
			22 * time.Second, 22 * time.Second, "ease/slack calf left 10s same; ease/toes calf left 9s eased"},
		{"it had begun before", play(t, ease, 3*time.Minute, input{5, session.Eased}),
			185 * time.Second, 185 * time.Second, "ease/slack calf left 5s eased"},
		{"told while it went on that it had begun earlier", play(t, ease, 0, input{2, session.Earlier}, input{3, session.Earlier}, input{4, session.Later}, input{5, session.Eased}),
			65 * time.Second, 65 * time.Second, "ease/slack calf left 5s eased"},
		{"a pause is no work, but the cramp goes on", play(t, ease, 0, input{5, session.Pause}, input{45, session.Pause}, input{50, session.Eased}),
			50 * time.Second, 50 * time.Second, "ease/slack calf left 10s eased"},
		{"left", play(t, ease, 0, input{15, session.Wake}, input{17, session.Leave}),
			17 * time.Second, 0, "ease/slack calf left 15s ; ease/toes calf left 2s "},
		{"worse, to the end", play(t, ease, 0, input{5, session.Worse}, input{65, session.Wake}),
			65 * time.Second, 0, "ease/slack calf left 5s worse; ease/stop calf left 1m0s "},
		{"worse, and then eased", play(t, ease, 0, input{5, session.Worse}, input{25, session.Eased}),
			25 * time.Second, 25 * time.Second, "ease/slack calf left 5s worse; ease/stop calf left 20s eased"},
		{"a step that is come back to comes again", play(t, ease, 0, input{5, session.Stretch}, input{15, session.Back}, input{17, session.Eased}),
			17 * time.Second, 17 * time.Second, "ease/slack calf left 5s ; ease/stretch calf left 10s ; ease/toes calf left 0s eased"},
		{"too long already", play(t, ease, 11*time.Minute), 11 * time.Minute, 0, ""},
		{"gone in the first instant", play(t, ease, 0, input{0, session.Leave}), 0, 0, ""},
	}
	for _, tt := range tests {
		e := OfRelief([]session.Session{tt.session}, []session.Choice{left}, night)
		if got := said(e.Tried); e.Length != tt.length || e.Relief != tt.relief || got != tt.tried {
			t.Errorf("%s: length %v, relief %v\ngot  %s\nwant %s", tt.name, e.Length, e.Relief, got, tt.tried)
		}
		if !e.At.Equal(night) || e.Muscle != routines.Calf || e.Side != routines.Left || e.ID != "" || e.Severity.Given {
			t.Errorf("%s: got %+v", tt.name, e)
		}
	}
}

// TestTheCrampWentOnWhileTheLidWasClosed holds that the moment and the length
// agree where the wall clock alone went on.
func TestTheCrampWentOnWhileTheLidWasClosed(t *testing.T) {
	s, _ := session.Start(plan(t, "ease", session.Choice{}), instantAt(0))
	asleep := session.Instant{Wall: night.Add(5 * time.Minute), Mono: 2 * time.Second}
	s, _ = session.Next(s, session.Wake, asleep)
	end := session.Instant{Wall: asleep.Wall.Add(8 * time.Second), Mono: 10 * time.Second}
	s, _ = session.Next(s, session.Eased, end)
	e := OfRelief([]session.Session{s}, nil, end.Wall.Add(-s.Onset(end)))
	if want := 5*time.Minute + 8*time.Second; !e.At.Equal(night) || e.Length != want || e.Relief != want {
		t.Errorf("at %v, %v long, relief after %v", e.At, e.Length, e.Relief)
	}
}

func TestAVisitTellsOneCramp(t *testing.T) {
	left := session.Choice{Side: routines.Left}
	foot := session.Choice{Muscle: routines.Foot, Side: routines.Right}
	ease, massage, bedtime := plan(t, "ease", left), plan(t, "massage", left), plan(t, "bedtime", left)
	eased := play(t, ease, 0, input{20, session.Eased})
	worse := play(t, ease, 0, input{5, session.Worse}, input{10, session.Leave})
	rubbed := play(t, massage, 0, input{30, session.Leave})
	before := play(t, bedtime, 0, input{30, session.Leave})
	onFoot := play(t, plan(t, "ease", foot), time.Minute, input{8, session.Eased})
	tests := []struct {
		name           string
		visit          []session.Session
		choices        []session.Choice
		length, relief time.Duration
		muscle         routines.Muscle
		side           routines.Side
		routines       string
	}{
		{"what follows is tried, too, and is not part of the cramp", []session.Session{eased, rubbed}, []session.Choice{left, left},
			20 * time.Second, 20 * time.Second, routines.Calf, routines.Left, "ease>ease>massage"},
		{"what came before was for no cramp", []session.Session{before, eased}, []session.Choice{foot, left},
			20 * time.Second, 20 * time.Second, routines.Calf, routines.Left, "ease>ease"},
		{"a second relief whose clock goes on", []session.Session{worse, onFoot}, []session.Choice{left, foot},
			68 * time.Second, 68 * time.Second, routines.Foot, routines.Right, "ease>ease>ease"},
		{"a second one for another cramp", []session.Session{eased, rubbed, onFoot, rubbed}, []session.Choice{left, left, foot, left},
			20 * time.Second, 20 * time.Second, routines.Calf, routines.Left, "ease>ease>massage"},
		{"a second one with a clock of its own", []session.Session{worse, eased}, []session.Choice{left, left},
			10 * time.Second, 0, routines.Calf, routines.Left, "ease>ease"},
		{"no relief", []session.Session{rubbed}, []session.Choice{left}, 0, 0, "", "", ""},
		{"nothing", nil, nil, 0, 0, "", "", ""},
		{"choices that are not known", []session.Session{onFoot}, nil, 68 * time.Second, 68 * time.Second, routines.Foot, "", "ease"},
	}
	for _, tt := range tests {
		e := OfRelief(tt.visit, tt.choices, night)
		var names []string
		for _, tried := range e.Tried {
			names = append(names, tried.Routine)
		}
		if e.Length != tt.length || e.Relief != tt.relief || e.Muscle != tt.muscle || e.Side != tt.side || strings.Join(names, ">") != tt.routines {
			t.Errorf("%s: %v, %v, %s %s, tried %v", tt.name, e.Length, e.Relief, e.Side, e.Muscle, names)
		}
	}
}

func TestOfSession(t *testing.T) {
	c := session.Choice{Position: routines.Seated, Side: routines.Right}
	p := plan(t, "bedtime", c)
	whole, half := play(t, p, 0), play(t, p, 0, input{60, session.Leave})
	got := OfSession(whole, night, c, "an-id")
	if got.ID != "an-id" || !got.At.Equal(night) || got.Routine != "bedtime" || got.Ending != session.Completed || got.Choice != c ||
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
	if left := OfSession(half, night, c, "an-id"); left.Ending != session.WasLeft || len(left.Done) >= len(got.Done) || left.Worked != half.Worked() {
		t.Errorf("half of it is %+v", left)
	}
}
