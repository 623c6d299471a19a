package widget

import "testing"

func TestNotice(t *testing.T) {
	for text, want := range map[string][]string{
		"":                            nil,
		"short":                       {"short"},
		"it is full; free some space": {"it is full; free", "some space"},
		"it is full; free some space on that disk soon": {"it is full; free", "some space on…"},
		"it is full; free up some room, or another":     {"it is full; free", "up some room, o…"}, // a whole line
	} {
		got := Notice(text, 16)
		if len(got) == 1 && got[0] == "" {
			got = nil
		}
		if len(got) != len(want) {
			t.Errorf("%q: %q", text, got)
			continue
		}
		for i := range got {
			if got[i] != want[i] {
				t.Errorf("%q: %q", text, got)
			}
		}
	}
}
