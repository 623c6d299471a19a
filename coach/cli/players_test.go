package cli

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/cue"
	"uncramp/coach/figure"
	"uncramp/coach/library"
	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/coach/tui/gallery"
	"uncramp/coach/tui/player"
	"uncramp/coach/tui/screen"
	"uncramp/coach/visit"
)

// TestBothPlayersTakeAKeyTheSameWay presses keys on the screen's player and
// types them in the plain one, at the same moments: after each both stand at
// the same place. A script is a list of seconds since the start and a key.
func TestBothPlayersTakeAKeyTheSameWay(t *testing.T) {
	for name, tt := range map[string]struct{ routine, script string }{
		"the other leg at bedtime":            {"bedtime", "3 o, 18 o, 30 o"},
		"the other leg in a relief":           {"ease", "3 o, 5 o, 50 o"},
		"the muscle that is chosen already":   {"ease", "4 1, 9 1, 10 2, 12 2, 14 1"},
		"a routine without a muscle":          {"bedtime", "4 2, 9 3"},
		"position":                            {"ease", "3 l, 6 l, 9 l, 12 l"},
		"a routine of one position":           {"massage", "2 n, 4 l, 6 l"},
		"paused, red flags, all no":           {"bedtime", "3 space, 5 !, 9 space, 20 n"},
		"running, red flags, all no":          {"bedtime", "5 !, 9 space, 20 n"},
		"red flags in an open hold":           {"ease", "45 !, 60 space, 70 e"},
		"it began earlier, and later":         {"ease", "2 m, 4 m, 6 M, 9 M, 12 M"},
		"earlier without a cramp":             {"bedtime", "2 m, 4 M"},
		"longer and shorter":                  {"bedtime", "2 +, 3 =, 4 -, 5 -, 6 -, 7 +"},
		"next, back and again":                {"bedtime", "2 n, 4 right, 6 p, 8 left, 9 r, 30 r"},
		"same, worse, stretch":                {"ease", "5 s, 10 t, 30 s, 40 w, 50 t"},
		"answers where none is asked for":     {"bedtime", "5 e, 6 s, 7 w, 8 t"},
		"what speaks against it, and nothing": {"heat", "5 !, 6 e, 7 i, 9 b, 20 n, 40 o"},
		"something speaks against it":         {"heat", "5 y, 7 1, 8 r, 9 !"},
		"against it, on the way":              {"heat", "5 n, 9 y"},
		"eased, and gone on with":             {"ease", "12 e, 15 !, 20 1, 30 q, 32 2, 40 n, 60 q, 70 r, 75 y"},
		"worse in the second relief":          {"ease", "12 e, 15 r, 20 w, 22 w, 24 w, 90 1, 91 x"},
		"the relief again":                    {"ease", "12 e, 15 r, 20 e, 25 3"},
		"it is back":                          {"ease", "12 e, 15 a, 20 e, 25 a, 30 u, 35 e"},
		"eased was a slip":                    {"ease", "12 e, 14 u, 20 e, 30 backspace, 40 left, 60 e"},
		"back over answers and moves":         {"ease", "5 s, 9 n, 12 left, 14 left, 16 left, 18 e, 20 left, 22 left"},
		"taken back on another muscle":        {"ease", "5 s, 9 2, 12 u, 15 u, 18 w, 20 3, 25 u"},
		"taken back out of the massage":       {"ease", "12 e, 15 2, 20 n, 60 u, 65 e, 70 2, 72 u, 75 q"},
		"worse, taken back on its last page":  {"ease", "5 t, 7 w, 9 w, 70 u, 75 w, 80 left, 85 w, 90 q"},
		"both legs":                           {"ease", "5 =, 9 space, 12 o, 15 =, 20 u, 25 e"},
		"skipped through, and back":           {"desk", "1 n, 1 n, 1 n, 1 n, 1 n, 1 n, 2 n, 2 n, 2 n, 2 n, 3 left, 9 u"},
		"until it lasts too long":             {"ease", "700 1, 701 r"},
		"sound and voice":                     {"bedtime", "3 b, 4 v, 5 ., 6 b, 7 ,, 9 v"},
		"no key at all":                       {"ease", "3 x, 4 9, 5 g, 6 y"},
	} {
		t.Run(name, func(t *testing.T) {
			x := bothAt(t, tt.routine)
			for step := range strings.SplitSeq(tt.script, ", ") {
				when, key, _ := strings.Cut(step, " ")
				seconds, err := strconv.Atoi(when)
				if err != nil {
					t.Fatal(err)
				}
				x.until(time.Duration(seconds) * time.Second)
				x.press(key)
				x.compare(step)
			}
		})
	}
}

// both players, on one clock.
type both struct {
	t      *testing.T
	plain  *plainPlayer
	screen player.Model
	now    *time.Duration
	load   func(id string, c session.Choice) (visit.Play, error)
}

func bothAt(t *testing.T, id string) *both {
	t.Helper()
	p, x, now := plainAt(t, id)
	b := &both{t: t, plain: p, now: now, load: x.load}
	play, err := x.load(id, session.Choice{})
	if err != nil {
		t.Fatal(err)
	}
	b.begin(screen.Play{Ready: &play})
	return b
}

func (b *both) env() screen.Env {
	return screen.Env{Now: b.plain.clock.Now(), Width: 80, Height: 24, Still: true, Figures: gallery.New(figure.Library{})}
}

// services are silent, and keep nothing.
func (b *both) services() player.Services {
	return player.Services{
		Audio: newSilent(), Switches: func(bool) cue.Switches { return b.plain.visit.Switches() }, Awake: func(bool) {},
		Offers: func(ids []string, c session.Choice) []visit.Offer {
			return visit.OffersOf(ids, b.plain.clock.Now().Wall.Hour(), c, b.load)
		},
		Keep: func(record.Batch) error { return nil }, Bookmark: func(*visit.Bookmark) error { return nil },
		Cards: func() (library.Contents, error) { return library.Contents{}, nil },
	}
}

// begin plays on the screen, as its root does.
func (b *both) begin(p screen.Play) {
	v := visit.New(session.Tolerance)
	if p.Visit != nil {
		v = *p.Visit
	}
	if p.Ready == nil {
		play, err := b.load(p.Routine, p.Choice)
		if err != nil {
			b.t.Fatal(err)
		}
		p.Ready = &play
	}
	m, effect := player.New(b.services(), v, *p.Ready, b.env())
	b.screen = m
	b.obey(effect)
}

func (b *both) tell(msg tea.Msg) {
	next, effect := b.screen.Update(b.env(), msg)
	b.screen = next.(player.Model)
	b.obey(effect)
}

func (b *both) obey(e screen.Effect) {
	for _, r := range e.Requests {
		switch r := r.(type) {
		case screen.Play:
			b.begin(r)
			return
		case screen.AskFlags: // all answered with no
			b.tell(screen.CoverMsg{})
			b.tell(screen.ShowMsg{})
		case screen.Write: // kept at once
			if r.Done != nil {
				b.tell(r.Done(r.Do()))
			}
		}
	}
	b.run(e.Cmd)
}

func (b *both) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	msg := cmd()
	if batch, ok := msg.(tea.BatchMsg); ok {
		for _, c := range batch {
			b.run(c)
		}
		return
	}
	b.tell(msg)
}

// until lets time pass as wake-ups do.
func (b *both) until(d time.Duration) {
	for *b.now < d {
		step := d - *b.now
		if wait, ok := b.plain.visit.Wake(b.plain.clock.Now()); ok {
			step = min(step, wait)
		}
		*b.now += step
		if b.plain.advance(); b.plain.err != nil {
			b.t.Fatal(b.plain.err)
		}
		b.tell(screen.WakeMsg{})
	}
}

// press presses a key, and types what stands for it.
func (b *both) press(key string) {
	line := key
	if row, n, ok := b.plain.visit.Key(key); ok && len(row.Typed) > 0 {
		line = row.Typed[min(n, len(row.Typed)-1)]
	}
	b.tell(screen.Press(key))
	if key == "i" { // closed again
		b.tell(screen.Press(key))
	}
	if b.plain.typed(line); b.plain.err != nil {
		b.t.Fatal(b.plain.err)
	}
}

func (b *both) compare(step string) {
	b.t.Helper()
	now := b.plain.clock.Now()
	if screen, plain := place(b.screen.Visit(), now), place(b.plain.visit, now); screen != plain {
		b.t.Fatalf("after %s the screen is at\n%s\nand the plain player at\n%s", step, screen, plain)
	}
}

// place is all that tells where a visit stands.
func place(v visit.Visit, now session.Instant) string {
	s := v.Session()
	return fmt.Sprintf("stage %d, %s, phase %d, %v old of %v, state %d, ending %d, %+v, %v since it began, %q, offers %v, before it %v, first %v, goes with %v",
		v.Stage(), s.Plan().Routine, s.Index(), s.Age(now), s.Length(), s.State(), s.Ending(), v.Choice(), s.SinceOnset(now), v.Note(), v.Offers(), v.LastEnding(), v.First(), v.GoesWith())
}
