package tui

import (
	"errors"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/cue"
	"uncramp/coach/journal"
	"uncramp/coach/record"
	"uncramp/coach/stats"
	"uncramp/routines"
)

// slow hands a message to the program and keeps what its effects answer, but
// for what goes well with a routine.
func slow(m root, msg tea.Msg) (root, []tea.Msg) {
	next, cmd := m.Update(msg)
	var answers []tea.Msg
	for _, a := range answersOf(cmd) {
		if _, ok := a.(offersLoaded); ok {
			next, _ = next.Update(a)
			continue
		}
		answers = append(answers, a)
	}
	return next.(root), answers
}

var (
	esc   = tea.KeyPressMsg{Code: tea.KeyEscape}
	enter = tea.KeyPressMsg{Code: tea.KeyEnter}
)

// cramped is a home screen with a library and a diary of two cramps.
func cramped(t *testing.T) (root, *journal.Journal) {
	t.Helper()
	m, store, _ := shelved(t)
	m.config.Learning = &Learning{Read: func() (Taught, error) { return Taught{Shelf: shelf()}, nil }}
	at := m.config.Clock.Now().Wall
	for _, id := range []record.ID{"one", "two"} {
		at = at.Add(-time.Hour)
		if err := store.SaveEpisode(record.Episode{ID: id, At: at, Muscle: routines.Calf}); err != nil {
			t.Fatal(err)
		}
	}
	return m, store
}

// TestALateAnswerChangesNoOtherScreen asks for something, goes elsewhere, and
// gets the answer there.
func TestALateAnswerChangesNoOtherScreen(t *testing.T) {
	for name, c := range map[string]struct {
		before []tea.Msg // that are waited for
		ask    tea.Msg
		leave  []tea.Msg
		want   screen
	}{
		"a routine":       {nil, pressed('b'), []tea.Msg{pressed('s')}, settingsScreen},
		"a cramp to edit": {[]tea.Msg{pressed('h'), pressed('c')}, pressed('e'), []tea.Msg{esc, esc, pressed('n')}, playerScreen},
		"a deleted cramp": {[]tea.Msg{pressed('h'), pressed('c')}, pressed('x'), []tea.Msg{esc, esc}, homeScreen},
		"a history":       {nil, pressed('h'), []tea.Msg{pressed('s')}, settingsScreen},
		"a card":          {[]tea.Msg{pressed('b'), pressed('i')}, enter, []tea.Msg{pressed('q')}, homeScreen},
		"a library":       {nil, pressed('l'), []tea.Msg{pressed('b')}, playerScreen},
	} {
		m, _ := cramped(t)
		for _, msg := range c.before {
			m = settle(m, msg)
		}
		m, answers := slow(m, c.ask)
		if len(answers) == 0 {
			t.Errorf("%s: nothing was asked for on screen %v", name, m.shown)
		}
		for _, msg := range c.leave {
			m = settle(m, msg)
		}
		if m.shown != c.want {
			t.Fatalf("%s: one is at screen %v, not %v", name, m.shown, c.want)
		}
		if m = answered(m, answers); m.shown != c.want {
			t.Errorf("%s: its answer leads from screen %v to %v", name, c.want, m.shown)
		}
	}
}

// TestADeleteHolds though the kept row has a later stamp, from a fast clock; and
// it can be undone though its answer came late.
func TestADeleteHolds(t *testing.T) {
	m, store := cramped(t)
	e, err := store.Episode("one")
	if err != nil {
		t.Fatal(err)
	}
	e.Edited = m.config.Clock.Now().Wall.Add(time.Hour)
	if err := store.SaveEpisode(e); err != nil {
		t.Fatal(err)
	}
	m = settle(settle(m, pressed('h')), pressed('c'))
	m, answers := slow(m, pressed('x'))
	m = answered(settle(settle(m, esc), esc), answers)
	if list := episodes(t, store); len(list) != 1 {
		t.Fatalf("%d cramps are left", len(list))
	}
	m = settle(settle(settle(m, pressed('h')), pressed('c')), pressed('u'))
	if m.gone["one"].ID == "" {
		t.Error("what was deleted is forgotten")
	}
}

// TestTwoDeletesShowOneHistory: the second is not begun before the first is
// done.
func TestTwoDeletesShowOneHistory(t *testing.T) {
	m, store := cramped(t)
	m = settle(settle(m, pressed('h')), pressed('c'))
	m, first := slow(m, pressed('x'))
	m, second := slow(m, pressed('x'))
	if len(second) != 0 {
		t.Fatalf("%d answers to the second", len(second))
	}
	m = answered(m, first)
	if len(m.looks) != 0 || len(episodes(t, store)) == 2 {
		t.Errorf("%d looks are left, %d cramps", len(m.looks), len(episodes(t, store)))
	}
}

// TestSavedIsSaidOfThatForm: the answer to one form is not told in another.
func TestSavedIsSaidOfThatForm(t *testing.T) {
	m, store := cramped(t)
	m = settle(settle(m, pressed('h')), pressed('c'))
	m = settle(m, pressed('e'))
	m = settle(settle(m, pressed('7')), enter)
	m, first := slow(m, pressed('s'))
	if len(first) != 1 {
		t.Fatalf("%d answers on screen %v", len(first), m.shown)
	}
	m = settle(m, esc)
	m = settle(settle(m, tea.KeyPressMsg{Code: tea.KeyDown}), pressed('e'))
	m, _ = slow(m, pressed('3'))
	m, _ = slow(m, pressed('s'))
	next, _ := m.Update(first[0])
	if m = next.(root); shows(m, "Saved:") {
		t.Errorf("the second form says what is true of the first:\n%s", m.View().Content)
	}
	for _, p := range m.puts {
		if err := store.SaveEpisode(p.episode); err != nil {
			t.Fatal(err)
		}
	}
	first[0] = episodePut{form: 1, err: errors.New("the disk is full")}
	next, _ = m.Update(first[0])
	if m = settle(next.(root), esc); !shows(m, "the disk is full") {
		t.Errorf("a failure of a form that is gone is not told:\n%s", m.View().Content)
	}
}

// TestSavedIsSaidOfThatSession: the answer about a relief is not told of what
// followed it.
func TestSavedIsSaidOfThatSession(t *testing.T) {
	m, _, now := recording(t)
	m = settle(m, pressed('n'))
	m = pass(m, now, 20*time.Second)
	m, first := slow(m, pressed('e'))
	m = settle(m, pressed('1'))
	for range 3 {
		m = pass(m, now, 6*time.Second)
		m = settle(m, tea.KeyPressMsg{Code: tea.KeyRight})
	}
	m, second := slow(m, pressed('q'))
	if len(first) == 0 || len(second) == 0 {
		t.Fatalf("%d and %d answers", len(first), len(second))
	}
	if m = answered(m, first); shows(m, "Saved in your diary.") {
		t.Error("it is said of a session that is not kept yet")
	}
}

// atWater opens the week on its last row.
func atWater(m root) root {
	m = settle(settle(m, pressed('q')), pressed('p'))
	for range 4 {
		m = settle(m, tea.KeyPressMsg{Code: tea.KeyDown})
	}
	return m
}

// TestGlassesInFlightCount: what is still being written is shown, and counted on.
func TestGlassesInFlightCount(t *testing.T) {
	m, kept, _ := planning(t)
	*kept = 0
	m, first := slow(atWater(m), pressed('+'))
	m, _ = slow(m, pressed('+'))
	*kept = 0 // the diary is slower than the person
	m = atWater(m)
	if !shows(m, "2 of 6") {
		t.Fatalf("it shows\n%s", m.View().Content)
	}
	m = settle(m, pressed('+'))
	if answered(m, first); *kept != 3 {
		t.Errorf("%d glasses are kept", *kept)
	}
}

// TestAKeyOfYesterdayCountsNothing: the week was left open over midnight.
func TestAKeyOfYesterdayCountsNothing(t *testing.T) {
	m, kept, _ := planning(t)
	m = atWater(m)
	before := m.today
	m.today--
	m = settle(m, pressed('+'))
	if *kept != 7 || m.today != before {
		t.Errorf("%d glasses are kept; the week is of day %d, not %d", *kept, m.today, before)
	}
}

// TestTheFormSurvivesTheRedFlags with what was answered in it.
func TestTheFormSurvivesTheRedFlags(t *testing.T) {
	m, _ := cramped(t)
	m = settle(settle(settle(m, pressed('h')), pressed('c')), pressed('e'))
	m = settle(settle(m, pressed('!')), esc)
	if m.shown != formScreen {
		t.Errorf("the check leads to screen %v", m.shown)
	}
}

// TestALeftRoutineLeadsBackToWhereItWasChosen: a card, or the week.
func TestALeftRoutineLeadsBackToWhereItWasChosen(t *testing.T) {
	m, _ := cramped(t)
	m = settle(settle(settle(m, pressed('l')), enter), pressed('1'))
	if m.shown != playerScreen {
		t.Fatalf("the card leads to screen %v", m.shown)
	}
	if m = settle(m, pressed('q')); m.shown != libraryScreen {
		t.Errorf("leaving leads to screen %v", m.shown)
	}
	w, _, _ := planning(t)
	w = settle(w, enter)
	if w = settle(w, pressed('q')); w.shown != weekScreen {
		t.Errorf("leaving leads to screen %v", w.shown)
	}
	flagged := settle(settle(settle(settle(m, esc), enter), pressed('1')), pressed('!'))
	if flagged = settle(settle(flagged, pressed('1')), pressed('q')); flagged.shown == libraryScreen || flagged.shown == playerScreen {
		t.Errorf("a red flag leads back to screen %v", flagged.shown)
	}
}

// TestTwoEscapesAtOnce are read as one with alt.
func TestTwoEscapesAtOnce(t *testing.T) {
	m, _ := cramped(t)
	m = settle(m, pressed('l'))
	if m = settle(m, tea.KeyPressMsg{Code: tea.KeyEscape, Mod: tea.ModAlt}); m.shown != homeScreen {
		t.Errorf("they lead to screen %v", m.shown)
	}
}

// TestALeftOfferDoesNotCostTheNumber: the relief was followed to its end.
func TestALeftOfferDoesNotCostTheNumber(t *testing.T) {
	m, _, now := shelved(t)
	m = settle(m, pressed('n'))
	m = pass(m, now, 12*time.Second)
	m = settle(settle(m, pressed('e')), pressed('1'))
	for range 2 {
		m = settle(m, pressed('q'))
	}
	if m.shown != formScreen {
		t.Errorf("leaving leads to screen %v", m.shown)
	}
}

// TestWhatFollowsAReliefIsAsSilent unless sound was asked for.
func TestWhatFollowsAReliefIsAsSilent(t *testing.T) {
	m, _, now := shelved(t)
	m.config.Switches = func(relief bool) cue.Switches { return cue.Switches{Sound: !relief} }
	m = settle(m, pressed('n'))
	m = pass(m, now, 12*time.Second)
	m = settle(settle(m, pressed('e')), pressed('1'))
	if m.shown != playerScreen || m.player.Routine().ID == "ease" || m.switches.Sound {
		t.Errorf("%s is heard: %v", m.player.Routine().ID, m.switches)
	}
}

// TestARemarkIsTold on the screen that is shown.
func TestARemarkIsTold(t *testing.T) {
	m, _ := cramped(t)
	var lines []string
	read := m.config.Pages.History
	m.config.Pages.History = func(now time.Time, days int) (stats.Summary, error) {
		lines = append(lines, "The diary was damaged.")
		return read(now, days)
	}
	m.config.Remark = func() (line string) {
		if len(lines) > 0 {
			line, lines = lines[0], lines[1:]
		}
		return line
	}
	if m = settle(m, pressed('h')); !shows(m, "The diary was damaged.") {
		t.Errorf("it shows\n%s", m.View().Content)
	}
}
