package tui

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/settings"
	"uncramp/coach/theme"
)

// set is a home screen with settings, and what is written of them.
func set(t *testing.T, fail error) (root, *[]string) {
	t.Helper()
	now := time.Duration(0)
	c := testConfig(t, handClock{&now})
	c.Settings = settings.Defaults()
	var saved []string
	c.Save = func(ch settings.Change) error {
		saved = append(saved, ch.Name+"="+ch.Text)
		return fail
	}
	return newRoot(c, 80, 24), &saved
}

// written settles a message, the writing of settings included.
func written(m root, msg tea.Msg) root {
	next, cmd := m.Update(msg)
	m = next.(root)
	for cmd != nil {
		answer, ok := cmd().(settingKept)
		if !ok {
			break
		}
		next, cmd = m.Update(answer)
		m = next.(root)
	}
	return m
}

func TestASettingHoldsAtOnceAndIsWritten(t *testing.T) {
	m, saved := set(t, nil)
	m = written(m, pressed('s'))
	if m.shown != settingsScreen || !strings.Contains(ansi.Strip(m.View().Content), "night_from") {
		t.Fatalf("s shows:\n%s", ansi.Strip(m.View().Content))
	}
	right := tea.KeyPressMsg{Code: tea.KeyRight}
	m = written(written(m, right), right) // auto, day, night
	if m.theme.Name != "night" || m.config.Settings.Theme != theme.ChooseNight {
		t.Errorf("the theme is %s", m.theme.Name)
	}
	if want := []string{"theme=day", "theme=night"}; !slices.Equal(*saved, want) {
		t.Errorf("written is %v", *saved)
	}
	if m = written(m, pressed('q')); m.shown != homeScreen {
		t.Error("q does not lead home")
	}
}

// TestChangesAreWrittenInOrder makes two before the first is written.
func TestChangesAreWrittenInOrder(t *testing.T) {
	m, saved := set(t, nil)
	m = written(m, pressed('s'))
	right := tea.KeyPressMsg{Code: tea.KeyRight}
	next, first := m.Update(right)
	next, second := next.(root).Update(right)
	if second != nil {
		t.Fatal("the second is written while the first is")
	}
	next, second = next.(root).Update(first())
	next, _ = next.(root).Update(second())
	if want := []string{"theme=day", "theme=night"}; !slices.Equal(*saved, want) || len(next.(root).unsaved) != 0 {
		t.Errorf("written is %v, %v is left", *saved, next.(root).unsaved)
	}
}

func TestASettingThatCantBeWrittenIsTold(t *testing.T) {
	m, _ := set(t, errors.New("settings.yaml can't be written: the disk is full"))
	m = written(written(m, pressed('s')), tea.KeyPressMsg{Code: tea.KeyRight})
	if view := ansi.Strip(m.View().Content); !strings.Contains(view, "the disk is full") || m.config.Settings.Theme != theme.ChooseDay {
		t.Errorf("it shows:\n%s", view)
	}
}
