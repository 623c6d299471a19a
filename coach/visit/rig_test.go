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

var night = time.Date(2026, 11, 21, 3, 12, 0, 0, time.FixedZone("", 3600))

// at is an instant that far from the middle of a night by both clocks.
func at(d time.Duration) session.Instant { return session.Instant{Wall: night.Add(d), Mono: d} }

// play is a built-in routine for a choice.
func play(t testing.TB, id string, c session.Choice) Play {
	t.Helper()
	r, err := routines.Library{}.Find(id)
	if err != nil {
		t.Fatal(err)
	}
	p, err := session.NewPlan(r, c)
	if err != nil {
		c = session.Choice{Side: c.Side}
		if p, err = session.NewPlan(r, c); err != nil {
			t.Fatal(err)
		}
	}
	return Play{Routine: r, Choice: c, Plan: p}
}

// person follows visits on a clock that goes as she wants, and notes all that
// comes of it.
type person struct {
	t     testing.TB
	visit Visit
	now   time.Duration
	said  strings.Builder
	kept  []record.Batch
	left  bool
}

func follow(t testing.TB, p Play) *person {
	x := &person{t: t, visit: New(session.Tolerance)}
	x.begin(p)
	return x
}

func (x *person) begin(p Play) {
	var r Result
	x.visit, r = x.visit.Begin(p, at(x.now))
	fmt.Fprintf(&x.said, "> begin %s\n", p.Plan.Routine)
	x.took(r)
}

// until lets time pass as wake-ups do.
func (x *person) until(d time.Duration) {
	for x.now < d {
		next := d
		if wait, ok := x.visit.Wake(at(x.now)); ok {
			next = min(d, x.now+wait)
		}
		x.now = next
		var r Result
		x.visit, r = x.visit.Advance(at(x.now))
		x.took(r)
	}
}

// press presses a key, which must mean something.
func (x *person) press(key string) {
	x.t.Helper()
	fmt.Fprintf(&x.said, "> %s %s\n", clock(x.now), key)
	row, n, ok := x.visit.Key(key)
	if !ok {
		x.said.WriteString("        means nothing now\n")
		return
	}
	var r Result
	x.visit, r = x.visit.Do(row, n, at(x.now))
	x.took(r)
}

func (x *person) took(r Result) {
	if r.Note != "" {
		fmt.Fprintf(&x.said, "        %q\n", r.Note)
	}
	for _, e := range r.Events {
		x.event(e)
	}
	if r.Ended {
		fmt.Fprintf(&x.said, "        ends: %s\n", WordsFor(x.visit.Session().Ending()).Title)
	}
	x.keep(r.Keep)
	if r.Ended && x.visit.First() {
		var offers []Offer
		for _, id := range x.visit.GoesWith() {
			offers = append(offers, Offer{ID: id})
		}
		x.visit = x.visit.WithOffers(offers)
	}
	if r.Flags {
		x.said.WriteString("        red flags\n")
	}
	if x.left = r.Leave; x.left {
		x.said.WriteString("        leaves\n")
	}
	switch {
	case r.Load != "":
		x.begin(play(x.t, r.Load, x.visit.Choice()))
	case r.Play != nil:
		x.begin(*r.Play)
	}
}

func (x *person) event(e session.Event) {
	if e.Kind == session.Count {
		return
	}
	fmt.Fprintf(&x.said, "%s    %s", clock(x.now), e.Kind)
	if e.Kind == session.Began {
		ph := x.visit.Session().Plan().Phases[e.Phase]
		fmt.Fprintf(&x.said, " %s, %s, %d of %d, %d s", strings.ToUpper(ph.Word), ph.Where(), ph.Repetition, ph.Of, ph.Length/time.Second)
	}
	x.said.WriteString("\n")
}

func (x *person) keep(b record.Batch) {
	x.kept = append(x.kept, b)
	for _, s := range b.Sessions {
		if s.Deleted {
			fmt.Fprintf(&x.said, "        taken out: %s\n", s.Routine)
			continue
		}
		fmt.Fprintf(&x.said, "        kept: %s, worked %s\n", s.Routine, clock(s.Worked))
	}
	for _, e := range b.Episodes {
		if e.Deleted {
			fmt.Fprintf(&x.said, "        taken out: cramp %d\n", x.number(e.ID))
			continue
		}
		length := "for a time that nobody told"
		if e.Length > 0 {
			length = clock(e.Length)
		}
		fmt.Fprintf(&x.said, "        cramp %d: began %s, lasted %s, tried %s\n", x.number(e.ID), e.At.Format("15:04:05"), length, tried(e.Tried))
	}
}

// number counts cramps in the order in which they were first kept.
func (x *person) number(id record.ID) int {
	seen := map[record.ID]int{}
	for _, b := range x.kept {
		for _, e := range b.Episodes {
			if _, ok := seen[e.ID]; !ok {
				seen[e.ID] = len(seen) + 1
			}
		}
	}
	return seen[id]
}

func tried(list []record.Attempt) string {
	var parts []string
	for _, a := range list {
		parts = append(parts, strings.TrimSpace(fmt.Sprintf("%s/%s %s %v %s", a.Routine, a.Step, strings.TrimSpace(string(a.Side)+" "+string(a.Muscle)), a.Spent, a.Answer)))
	}
	return strings.Join(parts, "; ")
}

func clock(d time.Duration) string {
	return fmt.Sprintf("%2d:%02d", d/time.Minute, d%time.Minute/time.Second)
}
