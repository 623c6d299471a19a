package record

import (
	"encoding/json"
	"testing"
	"time"
)

func TestIDsSortAndNeverClash(t *testing.T) {
	seen := map[ID]bool{}
	last := ID("")
	for i := range trials(1000, 1_000_000) {
		id := NewID(evening.Add(time.Duration(i) * time.Millisecond))
		if len(id) != 26 || id <= last || seen[id] || id.check() != nil {
			t.Fatalf("%q after %q", id, last)
		}
		last = id
	}
	for range trials(10_000, 1_000_000) {
		id := NewID(evening)
		if seen[id] {
			t.Fatalf("%q was made twice", id)
		}
		seen[id] = true
	}
}

func TestScaleAsText(t *testing.T) {
	for said, want := range map[string]Rating{"": {}, "0": {true, 0}, "7": {true, 7}, "10": {true, 10}} {
		var s Rating
		must(t, s.UnmarshalText([]byte(said)))
		equal(t, said, s, want)
		back, err := s.MarshalText()
		must(t, err)
		equal(t, "written again", string(back), said)
		inJSON, err := json.Marshal(s)
		must(t, err)
		var again Rating
		must(t, json.Unmarshal(inJSON, &again))
		equal(t, string(inJSON), again, want)
	}
	untold, err := json.Marshal(Rating{})
	must(t, err)
	equal(t, "untold", string(untold), "null")
	for said, want := range map[string]int{"7.0": 7, "7,0": 7, "10.00": 10, "0,0": 0} {
		var s Rating
		must(t, s.UnmarshalText([]byte(said)))
		equal(t, "as a spreadsheet writes it, "+said, s, Rating{true, want})
	}
	for _, wrong := range []string{"11", "-1", "+5", "05", "seven", "1e0", " 3", "3.5", "3,5", "7.", ".0", "7.0.0", "7,0,0", "1.000,0", "11.0"} {
		s := Rating{true, 4}
		plain(t, s.UnmarshalText([]byte(wrong)), "0 to 10")
		equal(t, "the number after "+wrong, s, Rating{true, 4})
	}
}
