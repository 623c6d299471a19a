package spelling

import (
	"slices"
	"strings"
	"testing"
)

func TestSimilar(t *testing.T) {
	names := []string{"now", "bedtime", "ease", "heat", "ice", "stretch", "strengthen", "Volume"}
	for word, want := range map[string][]string{
		"bedtim": {"bedtime"}, "eat": {"heat"}, "str": {"stretch", "strengthen"}, "STRECH": {"stretch"}, "volum": {"Volume"},
		"nwo": {"now"}, "nwt": nil, "now": {"now"},
		"": nil, "xx": nil, "iceberg": nil, strings.Repeat("bedtime", 9): nil,
	} {
		if got := Similar(word, names); !slices.Equal(got, want) {
			t.Errorf("%q is like %q, want %q", word, got, want)
		}
	}
}
