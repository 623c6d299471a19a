package me

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
	"uncramp/routines"
)

// store holds what was said; with a fault it can't be read, nor changed.
type store struct {
	profile  routines.Profile
	declined bool
	fault    error
}

func (s *store) Read() (routines.Profile, error) {
	if s.fault != nil {
		return routines.UnreadableProfile(), s.fault
	}
	return s.profile, nil
}

func (s *store) Change(how func(routines.Profile) routines.Profile) error {
	if s.fault == nil {
		s.profile = how(s.profile)
	}
	return s.fault
}

func (s *store) Decline() error {
	s.declined = true
	return s.fault
}

func (s *store) Forget() error {
	s.profile, s.fault = routines.Profile{}, nil
	return nil
}

// tell hands messages to the screen and does what it asks for, as the root would.
func tell(m Model, msgs ...tea.Msg) (Model, screen.Effect) {
	var effect screen.Effect
	for _, msg := range msgs {
		m, effect = tuitest.Tell(m, tuitest.Env(), msg)
		if _, shows := msg.(screen.ShowMsg); shows {
			m, effect = tuitest.Tell(m, tuitest.Env(), effect.Cmd())
		}
		if write, ok := tuitest.Asked[screen.Write](effect); ok {
			if err := write.Do(); err != nil {
				m, _ = tuitest.Tell(m, tuitest.Env(), screen.Notice(err))
			}
			var read screen.Effect
			m, read = tuitest.Tell(m, tuitest.Env(), screen.WritesDoneMsg{})
			m, _ = tuitest.Tell(m, tuitest.Env(), read.Cmd())
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

// opened is the screen of a store, shown.
func opened(s *store) Model {
	m, _ := tell(New(s), screen.ShowMsg{})
	return m
}

func scenes() map[string]Model {
	some := opened(&store{profile: routines.ProfileOf(routines.Unsteady, routines.NewHip)})
	last, _ := tell(some, keys("end")...)
	return map[string]Model{
		"none": opened(&store{}), "some": some, "last": last,
		"unreadable": opened(&store{fault: errors.New("profile.yaml:1:3: it is no list; mend it")}),
	}
}

func TestViews(t *testing.T) {
	sizes := [][2]int{{40, 12}, {45, 25}, {80, 24}, {120, 40}}
	tuitest.GoldenColours(t, "some", scenes()["some"])
	tuitest.GoldenKeys(t, "keys", New(&store{}), sizes...)
	tuitest.GoldenViews(t, scenes(), sizes...)
}

func TestEverySizeIsDrawn(t *testing.T) {
	tuitest.RequireEverySizeDrawn(t, scenes())
}

// TestTheQuestionIsInSight whole, with what it changes and the way out, however
// small the screen.
func TestTheQuestionIsInSight(t *testing.T) {
	for _, s := range [][2]int{{40, 12}, {80, 24}} {
		m := opened(&store{})
		for _, c := range routines.Conditions() {
			text := strings.Join(strings.Fields(ansi.Strip(m.View(tuitest.Sized(s[0], s[1])).Content)), " ")
			if !strings.Contains(text, c.Question()) || !strings.Contains(text, c.Changes()) || !strings.Contains(text, "leave") {
				t.Errorf("%v: %s is not whole:\n%s", s, c, text)
			}
			m, _ = tell(m, keys("down")...)
		}
	}
}

func TestKeysAnswerTheQuestionUnderTheCursor(t *testing.T) {
	for _, tt := range []struct {
		pressed []string
		want    []routines.Condition
	}{
		{[]string{"space"}, []routines.Condition{routines.Unsteady}},
		{[]string{"enter", "enter"}, nil},
		{[]string{"y", "y"}, []routines.Condition{routines.Unsteady}},
		{[]string{"n"}, nil},
		{[]string{"y", "end", "y"}, []routines.Condition{routines.Unsteady, routines.WeakBones}},
		{[]string{"y", "down", "y", "x"}, nil},
		{[]string{"down", "down", "down", "y", "up", "n"}, []routines.Condition{routines.NumbFeet}},
	} {
		s := &store{}
		m, _ := tell(opened(s), keys(tt.pressed...)...)
		if s.profile != routines.ProfileOf(tt.want...) || m.answers.profile != s.profile {
			t.Errorf("%v: kept is %v, shown %v, want %v", tt.pressed, s.profile.List(), m.answers.profile.List(), tt.want)
		}
	}
}

// TestToOpenItIsToBeAsked: home does not ask again.
func TestToOpenItIsToBeAsked(t *testing.T) {
	s := &store{}
	if opened(s); !s.declined {
		t.Error("it is not kept that she was asked")
	}
}

// TestWhatCantBeReadIsToldAndBegunAnew by one key, and by no other.
func TestWhatCantBeReadIsToldAndBegunAnew(t *testing.T) {
	s := &store{fault: errors.New("profile.yaml:1:3: it is no list; mend it")}
	m, _ := tell(opened(s), keys("y")...)
	if text := ansi.Strip(m.View(tuitest.Env()).Content); !strings.Contains(text, "it is no list") || strings.Contains(text, "yes  "+routines.Unsteady.Question()) {
		t.Errorf("it shows\n%s", text)
	}
	m, _ = tell(m, keys("x", "y")...)
	if text := ansi.Strip(m.View(tuitest.Env()).Content); !s.profile.Has(routines.Unsteady) || strings.Contains(text, "it is no list") {
		t.Errorf("kept is %v:\n%s", s.profile.List(), text)
	}
}

func TestLeaving(t *testing.T) {
	for _, k := range []string{"q", "esc"} {
		if _, e := tell(opened(&store{}), keys(k)...); len(e.Requests) != 1 || e.Requests[0] != (screen.Back{}) {
			t.Errorf("%s asks for %v", k, e.Requests)
		}
	}
}

// TestNothingMovesUnderAMessage on any screen that is not a slice of one.
func TestNothingMovesUnderAMessage(t *testing.T) {
	for _, s := range [][2]int{{45, 25}, {60, 20}, {80, 24}, {120, 40}, {200, 60}} {
		env := tuitest.Sized(s[0], s[1])
		for name, m := range scenes() {
			told, _ := tuitest.Tell(m, env, screen.NoticeMsg("It is not kept: the disk is full."))
			tuitest.RequireSteady(t, fmt.Sprint(name, " at ", s), m.View(env), told.View(env), 2)
		}
	}
}
