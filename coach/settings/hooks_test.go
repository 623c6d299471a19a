package settings

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestHooksAreReadAsTheyAreWritten reads programs in every way in which they may stand
// in a file, and what is none.
func TestHooksAreReadAsTheyAreWritten(t *testing.T) {
	for written, want := range map[string]string{
		`on: {began: [say, "Go } now", '{#'], ended: [lamp, "off"]} # mine`: `{began: ["say", "Go } now", "{#"], ended: ["lamp", "off"]}`,
		`on: {phase: ["a\\b", "say \"hold\""]}`:                             `{phase: ["a\\b", "say \"hold\""]}`,
		`on: {}`:                                                            ``,
		`on: {began: []}`:                                                   ``,
		`on: ""`:                                                            ``,
		`on: {begin: [a]}`:                                                  `on is "{begin: [a]}"; choose programs, such as`,
		`on: {began: a}`:                                                    `choose programs`,
		`on: {began: [""]}`:                                                 `choose programs`,
		`on: {began: [[a]]}`:                                                `choose programs`,
		`on: {began: ["\e[31m"]}`:                                           `choose programs`,
		`on: [a]`:                                                           `is no plain value`,
		`on: a`:                                                             `choose programs`,
		"on: {began:\n  [a]}":                                               `goes on`,
		"on:\n  began: [a]":                                                 `on`,
		`volume: {began: [a]}`:                                              `is no plain value`,
		`on: {began: [` + strings.Repeat("a,", 21) + `]}`: `choose programs`,
	} {
		file := filepath.Join(t.TempDir(), "settings.yaml")
		if err := os.WriteFile(file, []byte("volume: 70\n"+written+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(written, "volume") {
			if err := os.WriteFile(file, []byte(written+"\n"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		s, err := Read(file)
		switch {
		case err != nil && !strings.Contains(err.Error(), want) || err != nil && want == "":
			t.Errorf("%s: %v", written, err)
		case err == nil && (string(s.Hooks) != want || s.Volume != 70):
			t.Errorf("%s: %s, want %s", written, s.Hooks, want)
		}
	}
}

// TestHooksAreKept sets programs, beside a comment, and takes them out again.
func TestHooksAreKept(t *testing.T) {
	file := filepath.Join(t.TempDir(), "settings.yaml")
	if err := os.WriteFile(file, []byte("on: {phase: [old]} # mine\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		change Change
		want   string
	}{
		{Change{Name: "on", Text: "{began: [a, 'b c']}"}, "on: {began: [\"a\", \"b c\"]} # mine\n"},
		{Change{Name: "volume", Text: "20"}, "on: {began: [\"a\", \"b c\"]} # mine\nvolume: 20\n"},
		{Change{Name: "on", Unset: true}, "# mine\nvolume: 20\n"},
	} {
		if err := Keep(file, c.change); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(file); err != nil || string(got) != c.want {
			t.Errorf("%v: %q, %v", c.change, got, err)
		}
	}
	if err := Keep(file, Change{Name: "on", Text: "{began: [a\n]}"}); err == nil {
		t.Error("a line break is kept")
	}
}

func TestCommandsAreByOccasion(t *testing.T) {
	s := Defaults()
	if len(s.Hooks.Commands()) != 0 {
		t.Error("there are some by default")
	}
	if err := s.Set("on", "{began: [a, b], ended: [c]}", File); err != nil {
		t.Fatal(err)
	}
	got := s.Hooks.Commands()
	if len(got) != 2 || !slices.Equal(got[routineBegan], []string{"a", "b"}) || !slices.Equal(got[routineEnded], []string{"c"}) {
		t.Errorf("%q", got)
	}
}
