package player

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"uncramp/assets"
	"uncramp/coach/cue"
	"uncramp/coach/library"
	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
	"uncramp/coach/tui/widget"
	"uncramp/coach/visit"
	"uncramp/routines"
)

// script is a routine and the choice it is played for.
type script struct {
	routine routines.Routine
	choice  session.Choice
	session.Plan
}

func plan(t testing.TB, id string, c session.Choice) script {
	t.Helper()
	r, err := routines.Library{}.Find(id)
	if err != nil {
		t.Fatal(err)
	}
	p, err := session.NewPlan(r, c)
	if err != nil {
		t.Fatal(err)
	}
	return script{r, c, p}
}

// bare is a routine of one's own, without figures.
func bare(p script) script {
	p.Phases = slices.Clone(p.Phases)
	for i := range p.Phases {
		p.Phases[i].Figure = ""
	}
	return p
}

// after follows a routine by the player's own wake-ups for so long.
func after(t testing.TB, p script, d time.Duration) Model {
	t.Helper()
	m := begun(t, p)
	if m.visit.Stage() == visit.Asking {
		m = press(m, 0, "n")
	}
	now := time.Duration(0)
	for {
		wait, ok := m.Wake()
		if !ok || now+wait > d {
			return woken(m, d)
		}
		now += wait
		m = woken(m, now)
	}
}

// begun is a routine that begins at Start.
func begun(t testing.TB, p script) Model {
	t.Helper()
	for _, s := range p.routine.Steps {
		tuitest.LoadFigures(s.Figure)
	}
	m, _ := New(services(), visit.New(session.Tolerance), visit.Play{Routine: p.routine, Choice: p.choice, Plan: p.Plan}, env(0))
	return m
}

// env is the screen so long after Start.
func env(d time.Duration) screen.Env {
	e := tuitest.Env()
	e.Now = tuitest.At(d)
	return e
}

// woken lets time pass until then.
func woken(m Model, d time.Duration) Model {
	e := env(d)
	e.Still = m.still
	m, _ = tuitest.Tell(m, e, screen.WakeMsg{})
	return m
}

// silence is a sink that nobody hears.
type silence struct{}

func (silence) Set(cue.Switches)      {}
func (silence) Play(cue.Cue)          {}
func (silence) Hush()                 {}
func (silence) Notify(string, string) {}
func (silence) Fault() string         { return "" }
func (silence) Close(time.Duration)   {}

func services() Services {
	return Services{
		Audio: silence{}, Switches: func(bool) cue.Switches { return cue.Switches{} }, Awake: func(bool) {},
		Offers: func([]string, session.Choice) []visit.Offer { return nil }, Keep: func(record.Batch) error { return nil },
		Bookmark: func(*visit.Bookmark) error { return nil }, Keeps: true,
	}
}

// asking is a routine that something may speak against, before the answer.
func asking(t testing.TB, id string) Model {
	t.Helper()
	return begun(t, plan(t, id, session.Choice{}))
}

func press(m Model, now time.Duration, keys ...string) Model {
	m, _ = tuitest.Press(m, env(now), keys...)
	return m
}

func (m Model) withOffers(list []visit.Offer) Model {
	m.visit = m.visit.WithOffers(list)
	return m
}

func (m Model) withSources(t testing.TB, c routines.Catalogue) Model {
	t.Helper()
	all, err := library.Load(assets.Articles)
	if err != nil {
		t.Fatal(err)
	}
	m.cards, m.sources = all, c
	return m
}

// draw is a view at a size in a theme.
func (m Model) draw(w, h int, t theme.Theme) widget.Frame {
	e := tuitest.Sized(w, h)
	e.Theme = t
	return m.View(e)
}

// scenes are the moments a person sees.
func scenes(t testing.TB) map[string]Model {
	bedtime := plan(t, "bedtime", session.Choice{})
	stretch := plan(t, "stretch", session.Choice{Side: routines.Right})
	ease := plan(t, "ease", session.Choice{})
	offers := []visit.Offer{{ID: "stretch", Name: "Passive stretch", Minutes: 4}, {ID: "heat", Name: "Heat", Minutes: 16}}
	relief := func(d time.Duration, keys ...string) Model { return press(after(t, ease, d), d, keys...) }
	massage := plan(t, "massage", session.Choice{})
	strengthen := plan(t, "strengthen", session.Choice{})
	sources, err := routines.Sources()
	if err != nil {
		t.Fatal(err)
	}
	late := woken(after(t, bedtime, 18*time.Second), time.Hour)
	return map[string]Model{
		"relief":  after(t, ease, 0),
		"open":    after(t, ease, 47*time.Second),
		"prepare": after(t, bedtime, 3*time.Second),
		"hold":    after(t, bedtime, 18*time.Second),
		"change":  after(t, bedtime, 26*time.Second),
		"ending":  after(t, bedtime, 23*time.Second),
		"counted": after(t, strengthen, 24*time.Second),
		"raised":  after(t, plan(t, "elevate", session.Choice{}), 40*time.Second),
		"sheet":   relief(20*time.Second, "tab"),
		"rest":    after(t, stretch, 90*time.Second),
		"paused":  press(after(t, bedtime, 18*time.Second), 18*time.Second, "space"),
		"away":    late,
		"end":     after(t, massage, 2*time.Minute).withOffers(offers),
		"asleep":  after(t, massage, 5*time.Minute).withOffers(offers),
		"skipped": press(after(t, bedtime, 40*time.Second), 40*time.Second, strings.Split(strings.Repeat("n", 40), "")...),
		"unsaid":  relief(20*time.Second, "s", "u"),
		"both":    relief(20*time.Second, "="),
		"eased":   relief(20*time.Second, "e").withOffers(offers),
		"worse":   relief(20*time.Second, "w"),
		"bad":     relief(20*time.Second, "w", "right"),
		"same":    relief(20*time.Second, "s"),
		"nearly":  relief(8*time.Minute + 20*time.Second),
		"long":    relief(11 * time.Minute),
		"why":     relief(3*time.Second, "i").withSources(t, sources),
		"asking":  asking(t, "heat"),
		"ready":   press(asking(t, "heat"), time.Second, "n"),
		"leftout": press(asking(t, "massage"), time.Second, "y"),
		"muscle":  relief(20*time.Second, "3"),
		"bare":    after(t, bare(bedtime), 18*time.Second),
	}
}

// sizes are those of all scenes, allSizes those of the player and the relief.
var (
	sizes    = [][2]int{{40, 12}, {80, 24}, {120, 40}}
	allSizes = [][2]int{{24, 8}, {40, 12}, {45, 25}, {46, 40}, {60, 20}, {80, 24}, {100, 30}, {120, 40}, {200, 60}}
)

func TestViews(t *testing.T) {
	tuitest.GoldenKeys(t, "keys", scenes(t)["hold"], sizes...)
	for name, m := range scenes(t) {
		at := sizes
		if slices.Contains([]string{"hold", "relief", "prepare", "raised", "bare"}, name) {
			at = allSizes
		}
		for _, s := range at {
			t.Run(fmt.Sprintf("%s-%dx%d", name, s[0], s[1]), func(t *testing.T) {
				golden.RequireEqual(t, ansi.Strip(m.draw(s[0], s[1], theme.Mono()).Content))
			})
		}
	}
}

// TestViewsInColour are by night and by day, on a dark and on a light terminal.
func TestViewsInColour(t *testing.T) {
	for name, look := range tuitest.Looks() {
		for _, scene := range []string{"hold", "relief"} {
			t.Run(scene+"-"+name, func(t *testing.T) {
				golden.RequireEqual(t, scenes(t)[scene].draw(80, 24, look).Content)
			})
		}
	}
}

// TestEverySizeIsLegible draws each scene at sizes from one cell to 250 by 80.
func TestEverySizeIsLegible(t *testing.T) {
	for name, m := range scenes(t) {
		for _, w := range []int{1, 2, 5, 8, 16, 24, 31, 40, 60, 80, 120, 250} {
			for _, h := range []int{1, 2, 3, 4, 5, 6, 8, 10, 12, 18, 24, 40, 80} {
				frame := m.draw(w, h, theme.Mono())
				tuitest.RequireDrawn(t, name, frame, w, h)
				view := ansi.Strip(frame.Content)
				if word := strings.ToUpper(m.word()); w >= 24 && leads(name) && !says(view, word, m.wordZone(w, h)) {
					t.Errorf("%s at %dx%d does not say %s:\n%s", name, w, h, word, view)
				}
			}
		}
	}
}

// wordZone is where the word of the phase stands, as high as it may be.
func (m Model) wordZone(w, h int) widget.Zone {
	st := m.stage(w, h)
	st.word.H = m.wordHigh(st, theme.Mono())
	return st.word
}

// TestTheWordsOfACountedMoveAreOfOneSize, as they change every few seconds.
func TestTheWordsOfACountedMoveAreOfOneSize(t *testing.T) {
	m := scenes(t)["counted"]
	high := map[string]int{}
	for range 8 {
		if m.counts() {
			high[m.word()] = len(m.wordLines(newStage(120, 80, false, true), theme.Mono()))
		}
		m = press(m, m.now.Mono, "right")
	}
	if sizes := slices.Sorted(maps.Values(high)); len(sizes) < 2 || sizes[0] != sizes[len(sizes)-1] {
		t.Errorf("the words are so many rows high: %v", high)
	}
}

// says reports whether a view has a word, as text or in block letters.
func says(view, word string, z widget.Zone) bool {
	lines := bigWord(word, z.W, z.H, theme.Mono())
	if lines != nil && !slices.ContainsFunc(lines, func(l string) bool { return !strings.Contains(view, strings.TrimRight(l, " ")) }) {
		return true
	}
	return strings.Contains(view, word)
}

// leads reports whether a scene shows a phase.
func leads(scene string) bool {
	return !slices.Contains([]string{"keys", "why", "end", "eased", "bad", "long", "asking", "leftout", "asleep", "skipped"}, scene)
}

// TestWordsOutliveDecoration shrinks the screen and watches what goes first.
func TestWordsOutliveDecoration(t *testing.T) {
	m := scenes(t)["hold"]
	has := func(h int, s string) bool {
		return strings.Contains(ansi.Strip(m.draw(60, h, theme.Mono()).Content), s)
	}
	for h := 2; h <= 24; h++ {
		bar, keys, prompt, side := has(h, "▁▁"), has(h, "pause"), has(h, "Lean toward"), has(h, "left calf")
		if (bar || keys) && !prompt || prompt && !side {
			t.Errorf("at %d rows: bar %v, keys %v, prompt %v, side %v", h, bar, keys, prompt, side)
		}
	}
}

func TestWhatSpeaksAgainstItIsInSight(t *testing.T) {
	for _, id := range []string{"massage", "glide", "heat", "ice"} {
		m := asking(t, id)
		for _, s := range sizes {
			view := ansi.Strip(m.draw(s[0], s[1], theme.Mono()).Content)
			for _, n := range m.Session().Plan().NotIf {
				if !strings.Contains(view, n) {
					t.Errorf("%s at %dx%d does not show %q", id, s[0], s[1], n)
				}
			}
			if !strings.Contains(strings.Join(strings.Fields(view), " "), "y yes") {
				t.Errorf("%s at %dx%d does not say what to press", id, s[0], s[1])
			}
		}
	}
}

func TestLeftAndRightHoldAndReleaseDifferWithoutColour(t *testing.T) {
	seen := map[string]string{}
	p := plan(t, "massage", session.Choice{Side: routines.Left})
	for d := time.Duration(0); d < 40*time.Second; d += time.Second {
		m := after(t, p, d)
		shape := strings.TrimSpace(ansi.Strip(m.shape(theme.Mono()))) + m.word()
		if k := string(m.Session().Phase().Kind); seen[shape] != "" && seen[shape] != k {
			t.Errorf("%q stands for %s and for %s", shape, seen[shape], k)
		} else {
			seen[shape] = k
		}
	}
	left := after(t, p, 20*time.Second).sideText(timeOf)
	right := after(t, plan(t, "massage", session.Choice{Side: routines.Right}), 20*time.Second).sideText(timeOf)
	if !strings.HasPrefix(left, "◀") || !strings.HasSuffix(strings.Split(right, " ·")[0], "▶") {
		t.Errorf("left %q and right %q", left, right)
	}
}

// TestTheSetIsInSight: of a move in sets, which set it is stands beside the leg, and
// beside it the time of how many where that isn't the count in large.
func TestTheSetIsInSight(t *testing.T) {
	p := plan(t, "strengthen", session.Choice{})
	raises := p.routine.Steps[0]
	raises.Sets = &routines.Sets{Times: 2, Rest: 30, Source: "default"}
	p.routine.Steps = []routines.Step{raises}
	laid, err := session.NewPlan(p.routine, session.Choice{})
	if err != nil {
		t.Fatal(err)
	}
	p.Plan = laid
	for at, want := range map[time.Duration]string{
		20 * time.Second: "both calves · set 1 of 2", 60 * time.Second: "both calves · set 2 of 2 · 1 of 5", 90 * time.Second: "both calves · set 2 of 2",
	} {
		if got := after(t, p, at).sideText(timeOf); got != want {
			t.Errorf("after %v it says %q, want %q", at, got, want)
		}
	}
	if got, want := after(t, p, 90*time.Second).whereText(18), "both · set 2/2"; got != want {
		t.Errorf("where there is no room it says %q, want %q", got, want)
	}
}
