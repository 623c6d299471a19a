package visit

import (
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"uncramp/coach/session"
	"uncramp/routines"
)

var update = flag.Bool("update", false, "rewrite the transcripts")

// TestTranscripts follows visits. A script is a list of seconds since the start
// and the key that is pressed then.
func TestTranscripts(t *testing.T) {
	left := session.Choice{Side: routines.Left}
	for name, tt := range map[string]struct {
		routine string
		choice  session.Choice
		script  string
	}{
		"eased, then a massage and warmth":            {"ease", left, "10 s, 22 e, 30 1, 50 q, 55 2, 60 n, 75 q, 80 q"},
		"only the space bar":                          {"ease", left, "3 space, 20 space, 60 space, 65 space, 700 q"},
		"worse while slack, then left":                {"ease", left, "5 w, 40 q"},
		"worse while slack, then eased":               {"ease", left, "5 w, 40 e, 50 q"},
		"worse twice, and it stays the same":          {"ease", left, "5 w, 15 w, 45 s, 100 s, 160 e, 170 q"},
		"worse twice, and nobody answers":             {"ease", left, "5 w, 15 w, 700 q"},
		"worse to its end, then from the start":       {"ease", left, "5 t, 8 w, 12 w, 70 r, 80 e, 90 q"},
		"muscle, leg and position":                    {"ease", session.Choice{}, "3 1, 5 2, 7 o, 8 o, 10 l, 12 l, 13 l, 34 q"},
		"the same muscle goes on":                     {"ease", session.Choice{Muscle: routines.Calf}, "4 1, 6 1, 31 q"},
		"the other leg at bedtime":                    {"bedtime", session.Choice{}, "3 o, 10 q"},
		"paused, and asked about red flags":           {"bedtime", left, "3 space, 5 !, 8 space, 12 !, 20 space, 25 q"},
		"something speaks against it":                 {"heat", left, "5 e, 6 i, 10 y, 12 1, 13 r, 14 q"},
		"nothing speaks against it":                   {"heat", left, "30 n, 65 q"},
		"nobody answers":                              {"ease", left, "700 r, 701 1, 702 u, 703 a, 704 q"},
		"it began earlier":                            {"ease", left, "2 m, 3 m, 4 M, 5 e, 6 q"},
		"only looked at":                              {"bedtime", left, "2 q"},
		"one that is not for a cramp":                 {"bedtime", left, "2 m, 3 e, 4 t, 5 4, 40 y, 41 q"},
		"only space":                                  {"ease", left, "2 space, 700 q"},
		"worse, then the same":                        {"ease", left, "2 w, 6 s, 12 e, 20 q"},
		"a look of one second":                        {"ease", left, "1 q"},
		"followed for half a minute":                  {"ease", left, "30 q"},
		"eased was a slip":                            {"ease", left, "12 e, 20 u, 50 q"},
		"eased was a slip, at once left":              {"ease", left, "3 e, 5 left, 6 q, 7 q"},
		"eased was a slip, and then it eases":         {"ease", left, "12 e, 40 u, 60 e, 70 q"},
		"two answers taken back":                      {"ease", left, "10 s, 14 w, 20 u, 22 u, 24 u, 25 e, 30 q"},
		"same taken back, then said again":            {"ease", left, "10 s, 20 u, 22 s, 30 e, 31 q"},
		"back over moves and answers":                 {"ease", left, "10 s, 20 left, 22 left, 24 left, 26 e, 30 q"},
		"same taken back on another muscle":           {"ease", left, "10 s, 14 2, 18 u, 25 e, 30 q"},
		"taken back out of the massage":               {"ease", left, "12 e, 20 2, 22 n, 60 u, 70 e, 80 q"},
		"taken back where the massage is asked about": {"ease", left, "12 e, 20 2, 22 u, 70 e, 80 q"},
		"it is back":                                  {"ease", left, "12 e, 200 a, 220 e, 230 q"},
		"it is back was a slip":                       {"ease", left, "12 e, 20 a, 60 u, 70 e, 80 q"},
		"it is back during the massage":               {"ease", left, "12 e, 20 2, 22 n, 90 a, 110 e, 120 q"},
		"again is the same cramp":                     {"ease", left, "12 e, 20 r, 32 e, 40 q"},
		"both legs":                                   {"ease", left, "4 =, 30 space, 40 e, 45 q"},
		"paused, and the cramp goes on":               {"ease", left, "5 space, 65 space, 70 e, 75 q"},
		"skipped through":                             {"bedtime", left, skipped(30)},
		"a routine that is over, and gone back to":    {"desk", left, "200 left, 204 left, 300 q"},
	} {
		t.Run(strings.NewReplacer(" ", "-", ",", "").Replace(name), func(t *testing.T) {
			x := follow(t, play(t, tt.routine, tt.choice))
			for step := range strings.SplitSeq(tt.script, ", ") {
				when, key, _ := strings.Cut(step, " ")
				seconds, err := strconv.Atoi(when)
				if err != nil {
					t.Fatal(err)
				}
				x.until(time.Duration(seconds) * time.Second)
				x.press(key)
			}
			compare(t, x.said.String())
		})
	}
}

// skipped presses the key for the next phase so many times, in one second.
func skipped(times int) string {
	return strings.TrimSuffix(strings.Repeat("1 n, ", times), ", ") + ", 9 q"
}

// compare holds a transcript against the one that is kept.
func compare(t *testing.T, got string) {
	t.Helper()
	path := filepath.Join("testdata", filepath.Base(t.Name())+".transcript")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
