package tui

import (
	"errors"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	cards "uncramp/coach/library"
)

// shelf is a library of two cards.
func shelf() cards.Library {
	return cards.Library{Groups: []cards.Group{{Name: "Cards", Cards: []string{"rub", "shoes"}}}, Cards: []cards.Card{
		{
			ID: "rub", Group: "Cards", Name: "Rubbing", Summary: "A rub may soothe.", Routines: []string{"massage"}, See: []string{"shoes"},
			Explains: []string{"massage", "ease", "bedtime"}, Blocks: []cards.Block{{Say: []string{"Rub."}}},
		},
		{ID: "shoes", Group: "Cards", Name: "Shoes", Summary: "They tire you.", Cause: "My shoes are worn", Blocks: []cards.Block{{Say: []string{"Walk."}}}},
	}}
}

// reading is a home screen with a library, and what was ticked there.
func reading(t *testing.T) (m root, ticked *[]string, fail *error) {
	t.Helper()
	m, _, _ = shelved(t)
	ticked, fail = new([]string), new(error)
	m.config.Learning = &Learning{
		Read: func() (Taught, error) { return Taught{Shelf: shelf(), Ticked: *ticked}, nil },
		Tick: func(cause string, on bool) error {
			*ticked = slices.DeleteFunc(slices.Clone(*ticked), func(c string) bool { return c == cause })
			if on && *fail == nil {
				*ticked = append(*ticked, cause)
			}
			return *fail
		},
	}
	return m, ticked, fail
}

func TestALibraryLeadsToARoutineAndBack(t *testing.T) {
	m, _, _ := reading(t)
	m = settle(m, pressed('l'))
	if m.shown != libraryScreen || !shows(m, "Rubbing") {
		t.Fatalf("l shows screen %v", m.shown)
	}
	left := settle(m, tea.KeyPressMsg{Code: tea.KeyEscape})
	if left.shown != homeScreen {
		t.Errorf("esc leads to screen %v", left.shown)
	}
	m = settle(settle(m, tea.KeyPressMsg{Code: tea.KeyEnter}), pressed('1'))
	if m.shown != playerScreen || m.player.Routine().ID != "massage" {
		t.Fatalf("the link leads to screen %v", m.shown)
	}
}

// TestWhyLeadsToItsCard, and back to the routine, which waits.
func TestWhyLeadsToItsCard(t *testing.T) {
	m, _, _ := reading(t)
	m = settle(settle(settle(m, pressed('b')), pressed('i')), tea.KeyPressMsg{Code: tea.KeyEnter})
	if m.shown != libraryScreen || !shows(m, "A rub may soothe.") || shows(m, "Start:") {
		t.Fatalf("why leads to screen %v:\n%s", m.shown, m.View().Content)
	}
	at := m.player.Session().Index()
	flags := settle(settle(m, pressed('!')), tea.KeyPressMsg{Code: tea.KeyEscape})
	if flags.shown != libraryScreen {
		t.Errorf("the red flags lead from there to screen %v", flags.shown)
	}
	m = settle(m, tea.KeyPressMsg{Code: tea.KeyEscape})
	if m.shown != playerScreen || m.player.Session().Index() != at || !shows(m, "PAUSED") {
		t.Errorf("the card leads to screen %v:\n%s", m.shown, m.View().Content)
	}
}

func TestTicksAreKept(t *testing.T) {
	m, ticked, fail := reading(t)
	m = settle(settle(m, pressed('l')), tea.KeyPressMsg{Code: tea.KeyTab})
	m = settle(m, pressed(' '))
	if !slices.Equal(*ticked, []string{"shoes"}) || !shows(m, "[x]") {
		t.Fatalf("ticked are %v:\n%s", *ticked, m.View().Content)
	}
	*fail = errors.New("not saved: the disk is full")
	if m = settle(m, pressed(' ')); !shows(m, "[x]") || !shows(m, "the disk is full") {
		t.Errorf("a tick that could not be taken back shows\n%s", m.View().Content)
	}
}

// TestReadingOnly begins with a card, and leaving it ends the program.
func TestReadingOnly(t *testing.T) {
	m, _, _ := reading(t)
	c := m.config
	c.Taught, c.Card = &Taught{Shelf: shelf()}, "shoes"
	m = newRoot(c, 80, 24)
	if m.shown != libraryScreen || !shows(m, "They tire you.") {
		t.Fatalf("it begins with screen %v", m.shown)
	}
	m = settle(m, tea.KeyPressMsg{Code: tea.KeyEscape})
	_, cmd := m.Update(tea.KeyPressMsg{Code: tea.KeyEscape})
	if _, ends := cmd().(tea.QuitMsg); !ends {
		t.Error("leaving does not end the program")
	}
}
