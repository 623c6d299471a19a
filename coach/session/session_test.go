package session

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"uncramp/routines"
)

var update = flag.Bool("update", false, "rewrite the transcripts")

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

// at is an instant that far from noon by both clocks.
func at(d time.Duration) Instant { return Instant{Wall: noon.Add(d), Mono: d} }

// run follows a session by its own wake-ups until an instant, and returns the
// events on the way.
func run(s Session, from, until time.Duration) (Session, []Event) {
	var events []Event
	now := from
	for {
		wait, ok := s.Wake(at(now))
		if !ok || now+wait > until {
			return s, events
		}
		now += wait
		var fell []Event
		s, fell = Next(s, Wake, at(now))
		events = append(events, fell...)
	}
}

func plan(t testing.TB, id string, c Choice) Plan {
	t.Helper()
	r, err := routines.Library{}.Find(id)
	if err != nil {
		t.Fatal(err)
	}
	p, err := NewPlan(r, c)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// holds is a plan of holds of the given lengths in seconds; 0 is an open one.
func holds(lengths ...int) Plan {
	p := Plan{Routine: "test", Main: len(lengths), Steps: len(lengths)}
	for i, n := range lengths {
		ph := Phase{Kind: Hold, Word: "hold", Step: fmt.Sprintf("s%d", i), StepNumber: i + 1, Length: time.Duration(n) * time.Second, Repetition: 1, Of: 1}
		if n == 0 {
			ph.Kind, ph.Check = Open, 10*time.Second
			ph.Answers = &routines.Answers{Eased: "s2", Same: "s0", Worse: "aside"}
		}
		p.Phases = append(p.Phases, ph)
	}
	p.Phases = append(p.Phases, Phase{Kind: Hold, Step: "aside", Length: 5 * time.Second, Aside: true})
	return p
}

func kinds(events []Event) string {
	var b strings.Builder
	for _, e := range events {
		fmt.Fprintf(&b, "%s", e.Kind)
		if e.Left > 0 {
			fmt.Fprintf(&b, "%d", e.Left)
		}
		fmt.Fprintf(&b, "@%v ", e.At)
	}
	return strings.TrimSpace(b.String())
}

// most gives the first phase an end of its own.
func most(p Plan, d time.Duration) Plan {
	p.Phases[0].Most = d
	return p
}

func TestEventsOfAHold(t *testing.T) {
	s, first := Start(holds(20, 3), at(0))
	s, events := run(s, 0, time.Hour)
	got := kinds(append(first, events...))
	want := "began@0s half-way@10s count3@17s count2@18s count1@19s began@20s finished@23s"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if s.Ending() != Completed || s.State() != Over {
		t.Error("not over")
	}
}

func TestInputs(t *testing.T) {
	type input struct {
		at time.Duration
		in Input
	}
	sec := func(n float64) time.Duration { return time.Duration(n * float64(time.Second)) }
	tests := []struct {
		name   string
		plan   Plan
		inputs []input
		want   string // events after the first
	}{
		{"a pause moves everything later", holds(10), []input{{sec(4.5), Pause}, {sec(104.5), Pause}},
			"paused@4.5s resumed@1m44.5s count3@1m47s count2@1m48s count1@1m49s finished@1m50s"},
		{"next leaves the rest of a phase", holds(10, 10), []input{{sec(2), Forward}},
			"began@2s count3@9s count2@10s count1@11s finished@12s"},
		{"next at the end finishes", holds(10), []input{{sec(2), Forward}}, "finished@2s"},
		{"back begins the phase before", holds(5, 5), []input{{sec(6), Back}},
			"count3@2s count2@3s count1@4s began@5s began@6s count3@8s count2@9s count1@10s began@11s count3@13s count2@14s count1@15s finished@16s"},
		{"back at the beginning begins it again", holds(5), []input{{sec(1), Back}},
			"began@1s count3@3s count2@4s count1@5s finished@6s"},
		{"again begins the same phase", holds(5), []input{{sec(4.5), Again}},
			"count3@2s count2@3s count1@4s began@4.5s count3@6.5s count2@7.5s count1@8.5s finished@9.5s"},
		{"more time counts down again", holds(10), []input{{sec(9.5), More}},
			"count3@7s count2@8s count1@9s half-way@10s count3@17s count2@18s count1@19s finished@20s"},
		{"less time than is left ends the phase", holds(10), []input{{sec(3), Less}}, "finished@3s"},
		{"less time skips the marks it passes", holds(15), []input{{sec(3), Less}},
			"count1@4s finished@5s"},
		{"an open phase counts up and asks", holds(0), []input{{sec(21), Forward}},
			"check10@10s check20@20s finished@21s"},
		{"an open phase nobody answers leads on", most(holds(0, 5), 25*time.Second), nil,
			"check10@10s check20@20s began@25s count3@27s count2@28s count1@29s finished@30s"},
		{"eased leads on, from before the open phase too", holds(10, 0, 5), []input{{sec(1), Eased}},
			"began@1s count3@3s count2@4s count1@5s finished@6s"},
		{"worse leads aside, and then the end", holds(10, 0, 5), []input{{sec(1), Worse}},
			"began@1s count3@3s count2@4s count1@5s finished@6s"},
		{"same leads round", holds(5, 0, 5), []input{{sec(7), Same}, {sec(8), Leave}},
			"count3@2s count2@3s count1@4s began@5s began@7s"},
		{"an answer ends a pause", holds(10, 0, 5), []input{{sec(1), Pause}, {sec(2), Eased}},
			"paused@1s began@2s count3@4s count2@5s count1@6s finished@7s"},
		{"a session that stands still can be moved", holds(5, 5), []input{{sec(1), Pause}, {sec(2), Forward}, {sec(9), Pause}},
			"paused@1s began@2s resumed@9s count3@11s count2@12s count1@13s finished@14s"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, _ := Start(tt.plan, at(0))
			var events []Event
			now := time.Duration(0)
			for _, in := range tt.inputs {
				var fell []Event
				s, fell = run(s, now, in.at)
				events = append(events, fell...)
				s, fell = Next(s, in.in, at(in.at))
				events = append(events, fell...)
				now = in.at
			}
			s, fell := run(s, now, time.Hour)
			if got := kinds(append(events, fell...)); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			if s.State() != Over {
				t.Error("the session never ends")
			}
		})
	}
}

func TestGap(t *testing.T) {
	late := 40 * time.Second
	tests := []struct {
		name string
		now  Instant
	}{
		{"stopped: both clocks went on", Instant{noon.Add(3*time.Second + late), 3*time.Second + late}},
		{"lid closed: only the wall clock went on", Instant{noon.Add(4*time.Second + late), 4 * time.Second}},
		{"wall clock set forward", Instant{noon.Add(24 * time.Hour), 4 * time.Second}},
		{"wall clock set back", Instant{noon.Add(-24 * time.Hour), 4 * time.Second}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, _ := Start(holds(10), at(0))
			s, _ = Next(s, Wake, at(3*time.Second))
			s, events := Next(s, Wake, tt.now)
			if len(events) != 1 || events[0].Kind != Gap || s.State() != Waiting {
				t.Fatalf("events %v, state %v", events, s.State())
			}
			if got := s.Remaining(tt.now); got != 7*time.Second {
				t.Errorf("remaining %v, want what was last on screen, 7s", got)
			}
			later := Instant{tt.now.Wall.Add(time.Hour), tt.now.Mono + time.Hour}
			s, events = Next(s, Pause, later)
			if len(events) != 1 || events[0].Kind != Resumed || s.Remaining(later) != 7*time.Second {
				t.Errorf("after going on: %v, remaining %v", events, s.Remaining(later))
			}
			end := Instant{later.Wall.Add(7 * time.Second), later.Mono + 7*time.Second}
			s, _ = Next(s, Wake, Instant{later.Wall.Add(4 * time.Second), later.Mono + 4*time.Second})
			s, _ = Next(s, Wake, end)
			if d := s.Done(); len(d) != 1 || d[0].Spent != 10*time.Second {
				t.Errorf("recorded %v, want ten seconds of stretching", d)
			}
		})
	}
}

func TestALateWakeUpLosesNothing(t *testing.T) {
	s, _ := Start(holds(3, 10, 3), at(0))
	s, events := Next(s, Wake, at(5*time.Second)) // 4 s late: no gap
	if got := kinds(events); got != "began@3s" {
		t.Errorf("events %s", got)
	}
	if got := s.Remaining(at(5 * time.Second)); got != 8*time.Second {
		t.Errorf("remaining %v: the phase must begin at the deadline of the one before", got)
	}
}

func TestASessionIsAValue(t *testing.T) {
	a, _ := Start(holds(10, 10), at(0))
	a, _ = Next(a, Forward, at(time.Second))
	b, _ := Next(a, Forward, at(2*time.Second))
	c, _ := Next(a, Back, at(5*time.Second))
	if b.Done()[1].Spent != time.Second || c.Done()[1].Spent != 4*time.Second || len(a.Done()) != 1 {
		t.Errorf("copies share what was done: %v %v %v", a.Done(), b.Done(), c.Done())
	}
}

// inputs are the words a transcript uses for them.
var inputs = map[string]Input{
	"pause": Pause, "next": Forward, "back": Back, "again": Again, "more": More, "less": Less,
	"eased": Eased, "same": Same, "worse": Worse, "leave": Leave, "wake": Wake, "stretch": Stretch, "earlier": Earlier,
}

// TestTranscripts follows whole routines. In a transcript, lines with > say
// what is played and pressed; the others are what happens.
func TestTranscripts(t *testing.T) {
	files, err := filepath.Glob("testdata/*.transcript")
	if err != nil || len(files) == 0 {
		t.Fatalf("no transcripts: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := transcript(t, string(b))
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != string(b) {
				t.Errorf("happens otherwise (-update rewrites it):\n%s", got)
			}
		})
	}
}

func transcript(t *testing.T, script string) string {
	var b strings.Builder
	var s Session
	now := time.Duration(0)
	tell := func(events []Event) {
		for _, e := range events {
			fmt.Fprintln(&b, line(s.Plan(), e))
		}
	}
	for l := range strings.Lines(script) {
		words := strings.Fields(l)
		if len(words) < 3 || words[0] != ">" {
			continue
		}
		if words[1] == "start" {
			b.WriteString(l)
			p := plan(t, words[2], choice(words[3:]))
			var first []Event
			s, first = Start(p, at(0))
			tell(first)
			continue
		}
		var min, sec int
		if _, err := fmt.Sscanf(words[1], "%d:%d", &min, &sec); err != nil {
			t.Fatalf("%q: %v", l, err)
		}
		until := time.Duration(min*60+sec) * time.Second
		var events []Event
		s, events = run(s, now, until)
		tell(events)
		b.WriteString(l)
		s, events = Next(s, inputs[words[2]], at(until))
		tell(events)
		now = until
	}
	_, events := run(s, now, 2*time.Hour)
	tell(events)
	return b.String()
}

func choice(words []string) (c Choice) {
	for _, w := range words {
		key, value, _ := strings.Cut(w, "=")
		switch key {
		case "muscle":
			c.Muscle = routines.Muscle(value)
		case "side":
			c.Side = routines.Side(value)
		case "position":
			c.Position = routines.Position(value)
		}
	}
	return c
}

// line is one event as a physiotherapist would read it.
func line(p Plan, e Event) string {
	ph := p.Phases[e.Phase]
	at := fmt.Sprintf("%2d:%02d", int(e.At.Minutes()), int(e.At.Seconds())%60)
	switch e.Kind {
	case Began:
		length := "until told"
		if ph.Length > 0 {
			length = fmt.Sprintf("%d s", int(ph.Length.Seconds()))
		}
		return fmt.Sprintf("%s  %s, %s, %d of %d, %s: %s", at, strings.ToUpper(ph.Word),
			strings.TrimSpace(fmt.Sprintf("%s %s", ph.Side, ph.Muscle)), ph.Repetition, ph.Of, length, ph.Prompt)
	case Count:
		return fmt.Sprintf("%s    %d", at, e.Left)
	case Check:
		return fmt.Sprintf("%s    eased, same or worse? (%d s)", at, e.Left)
	}
	return fmt.Sprintf("%s    %s", at, e.Kind)
}
