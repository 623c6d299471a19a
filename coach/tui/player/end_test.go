package player

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"uncramp/coach/session"
	"uncramp/coach/stats"
	"uncramp/coach/theme"
	"uncramp/coach/tui/tuitest"
	"uncramp/coach/visit"
)

// sixWeeks has the present night filled in, which is the tenth.
func sixWeeks() stats.SixWeeks {
	s := stats.SixWeeks{From: tuitest.Start.AddDate(0, 0, -10), Night: 10}
	for i := range s.Night {
		s.Done[i] = i != 3
	}
	return s
}

// ended is a bedtime stretch that was gone through, and kept.
func ended(t *testing.T) Model {
	p := plan(t, "bedtime", session.Choice{})
	m := after(t, p, p.Total()).withOffers([]visit.Offer{{ID: "glide", Name: "Gliding massage", Minutes: 2}})
	m.services.SixWeeks = func() (stats.SixWeeks, error) { return sixWeeks(), nil }
	m, effect := tuitest.Tell(m, env(p.Total()), saveMsg{})
	if effect.Cmd == nil {
		t.Fatal("what was kept fills in no night")
	}
	m, _ = tuitest.Tell(m, env(p.Total()), effect.Cmd())
	return m
}

// endings are ends of a visit.
func endings(t *testing.T) map[string]Model {
	all := scenes(t)
	offers := []visit.Offer{{ID: "stretch", Name: "Passive stretch", Minutes: 4}, {ID: "massage", Name: "Compress and release", Minutes: 1},
		{ID: "heat", Name: "Heat", Minutes: 16}}
	night := all["eased"].withOffers(offers)
	night.night = true
	return map[string]Model{"filled": ended(t), "at-night": night, "eased": all["eased"].withOffers(offers), "skipped": all["skipped"]}
}

func TestEndViews(t *testing.T) {
	for name, m := range endings(t) {
		for _, s := range allSizes[1:] {
			t.Run(fmt.Sprintf("%s-%dx%d", name, s[0], s[1]), func(t *testing.T) {
				golden.RequireEqual(t, ansi.Strip(m.draw(s[0], s[1], theme.Mono()).Content))
			})
		}
	}
}

func TestEndColours(t *testing.T) {
	for name, look := range tuitest.Looks() {
		t.Run(name, func(t *testing.T) {
			golden.RequireEqual(t, ended(t).draw(80, 24, look).Content)
		})
	}
}

// TestAnEndIsToldInASentence that a person would say, and honestly.
func TestAnEndIsToldInASentence(t *testing.T) {
	heat := plan(t, "heat", session.Choice{})
	for want, m := range map[string]Model{
		"You did all 12 holds, 2 minutes in all.": ended(t),
		"You did 2 of 12 holds.":                  scenes(t)["skipped"],
		"It eased after 20 seconds.":              scenes(t)["eased"],
		"It began 20 seconds ago.":                scenes(t)["bad"],
		"You kept at it for 15 min 20 s.":         after(t, heat, heat.Total()),
		"":                                        scenes(t)["leftout"],
	} {
		if got := m.summary(); got != want {
			t.Errorf("it says %q, want %q", got, want)
		}
	}
}

// TestNothingMovesOnTheEndPage as it is told that all is kept, and of an answer.
func TestNothingMovesOnTheEndPage(t *testing.T) {
	for name, m := range endings(t) {
		for _, s := range allSizes[1:] {
			m.visit = m.visit.WithNote("")
			before := strings.Split(ansi.Strip(m.draw(s[0], s[1], theme.Mono()).Content), "\n")
			m.visit = m.visit.WithNote(savedWords)
			after, changed := strings.Split(ansi.Strip(m.draw(s[0], s[1], theme.Mono()).Content), "\n"), 0
			for y := range before {
				if before[y] != after[y] {
					changed++
				}
			}
			if changed > 1 {
				t.Errorf("%s at %v: %d rows change as it is told:\n%s", name, s, changed, strings.Join(after, "\n"))
			}
		}
	}
}

// TestOffersAreDoors that can be tapped where they stand.
func TestOffersAreDoors(t *testing.T) {
	m := endings(t)["eased"]
	for _, s := range allSizes[1:] {
		frame := m.draw(s[0], s[1], theme.Mono())
		lines := strings.Split(ansi.Strip(frame.Content), "\n")
		for i, o := range m.visit.Offers() {
			tapped := false
			for _, tap := range frame.Targets {
				there := strings.Join(lines[tap.Y:tap.Y+tap.H], " ")
				tapped = tapped || tap.Press == fmt.Sprint(i+1) && strings.Contains(there, o.Name) && (tap.H > 1 || s[1] <= 12)
			}
			if !tapped {
				t.Errorf("at %v %s can't be tapped with a thumb:\n%s", s, o.Name, strings.Join(lines, "\n"))
			}
		}
	}
}

// TestAFailedWriteFillsInNothing, and is told.
func TestAFailedWriteFillsInNothing(t *testing.T) {
	p := plan(t, "bedtime", session.Choice{})
	m, effect := tuitest.Tell(after(t, p, p.Total()), env(p.Total()+time.Second), saveMsg{fmt.Errorf("the disk is full")})
	view := ansi.Strip(m.draw(80, 24, theme.Mono()).Content)
	if effect.Cmd != nil || strings.Contains(view, savedWords) || !strings.Contains(view, "the disk is full") {
		t.Errorf("it asks for %v and shows:\n%s", effect, view)
	}
}
