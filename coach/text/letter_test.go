package text

import (
	"slices"
	"strings"
	"testing"
)

func TestLettersAreWhatIsSeen(t *testing.T) {
	for _, letters := range [][]string{
		{}, {"a"}, {"m", "ü", "d", "e"}, {"m", "u\u0308", "d", "e"}, {"👍🏽"}, {"👩\u200d👩\u200d👧", "!"}, {"🇩🇪", "🇫🇷"}, {"1\ufe0f\u20e3", "한", "글"},
	} {
		s := strings.Join(letters, "")
		if got := Letters(s); !slices.Equal(got, letters) || Length(s) != len(letters) {
			t.Errorf("%q has the letters %q, want %q", s, got, letters)
		}
	}
}
