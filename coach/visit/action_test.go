package visit

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"uncramp/coach/session"
)

// moments are visits at every stage, by name.
func moments(t *testing.T) map[string]Visit {
	after := func(id string, script ...string) Visit {
		x := follow(t, play(t, id, session.Choice{}))
		for _, key := range script {
			x.until(x.now + 2*time.Second)
			x.press(key)
		}
		return x.visit
	}
	unfinished := play(t, "bedtime", session.Choice{})
	return map[string]Visit{
		"relief":             after("ease"),
		"relief, paused":     after("ease", "space"),
		"worse":              after("ease", "w", "w"),
		"eased":              after("ease", "e"),
		"another after it":   after("ease", "e", "1"),
		"and its end":        after("ease", "e", "1", "q"),
		"bedtime":            after("bedtime"),
		"asked":              after("heat"),
		"warned, and begun":  after("heat", "n"),
		"left out":           after("heat", "y"),
		"stopped before now": func() Visit { v := after("ease").WithUnfinished(&unfinished); return v }(),
	}
}

// TestNoKeyMeansTwoThings at one moment, on the screen or typed.
func TestNoKeyMeansTwoThings(t *testing.T) {
	for name, v := range moments(t) {
		seen := map[string]Action{}
		for _, r := range v.Actions() {
			for _, k := range append(slices.Clone(r.Keys), prefixed("typed ", r.Typed)...) {
				if other, twice := seen[k]; twice {
					t.Errorf("%s: %q is action %d and action %d", name, k, other, r.Action)
				}
				seen[k] = r.Action
			}
		}
	}
}

func prefixed(with string, list []string) (out []string) {
	for _, s := range list {
		out = append(out, with+s)
	}
	return out
}

// TestEveryActionDoesSomething holds that what is offered changes the visit, or
// asks something of the player; the player's own are the player's to test.
func TestEveryActionDoesSomething(t *testing.T) {
	now := at(30 * time.Second)
	for name, v := range moments(t) {
		v, _ = v.Advance(now)
		for _, r := range v.Actions() {
			done := false
			for _, key := range r.Keys {
				_, n, _ := v.Key(key)
				next, result := v.Do(r, n, now)
				done = done || fmt.Sprint(next) != fmt.Sprint(v) || result.Leave || result.Load != "" || result.Play != nil
			}
			if r.do != nil && !done && r.Action != RedFlags {
				t.Errorf("%s: %s does nothing", name, r.Does)
			}
		}
	}
}

// TestAPresenterTurnsPages holds that the keys of a presenter lead on and back through
// phases, and neither give an answer nor take one back.
func TestAPresenterTurnsPages(t *testing.T) {
	x := follow(t, play(t, "warmup", session.Choice{}))
	for i, key := range []string{"pgdown", "pgdown", "pgup", "pgup", "pgup"} {
		x.until(x.now + time.Second)
		x.press(key)
		if want := []int{1, 2, 1, 0, 0}[i]; x.visit.Session().Index() != want {
			t.Errorf("%d: %s leads to phase %d, want %d", i, key, x.visit.Session().Index(), want)
		}
	}
	for name, v := range moments(t) {
		for key := range presenter {
			row, _, ok := v.Key(key)
			if ok && (v.Stage() != Following || row.Action != Next && row.Action != Back) {
				t.Errorf("%s: %s is %q", name, key, row.Does)
			}
			if took := ok && row.Action == Back && v.session.BackTakesAnswer(); took {
				t.Errorf("%s: %s takes an answer back", name, key)
			}
		}
	}
	x = follow(t, play(t, "ease", session.Choice{}))
	x.press("s")
	answered := len(x.visit.Session().Done())
	x.press("pgup")
	if _, given := x.visit.Session().LastAnswer(); !given || len(x.visit.Session().Done()) != answered {
		t.Error("right after an answer, pgup takes it back")
	}
}

// TestEveryActionHasItsWords, and can be pressed.
func TestEveryActionHasItsWords(t *testing.T) {
	for i, r := range table {
		if len(r.Keys) == 0 || r.Shown == "" || r.Help == "" || r.Does == "" || r.Stages == 0 || !slices.Contains(Groups(), r.Group) {
			t.Errorf("action %d is %+v", i, r)
		}
	}
}

// TestTheReadmeHasEveryKey compares its table of keys with ours, which is to be
// pasted there.
func TestTheReadmeHasEveryKey(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	if want := readmeTable(); !strings.Contains(string(readme), want) {
		t.Errorf("README.md lacks this table of keys:\n%s", want)
	}
}

// readmeTable is the table of keys in two columns.
func readmeTable() string {
	var cells []string
	for _, r := range table {
		cells = append(cells, "| "+keyCell(r)+" | "+r.Does+" ")
	}
	half := (len(cells) + 1) / 2
	var b strings.Builder
	b.WriteString("| key | does | key | does |\n|---|---|---|---|\n")
	for i, cell := range cells[:half] {
		right := "| | "
		if half+i < len(cells) {
			right = cells[half+i]
		}
		b.WriteString(cell + right + "|\n")
	}
	return b.String()
}

// keyCell names the keys of an action, as they stand on a keyboard.
func keyCell(r Row) string {
	if len(r.Keys) > 1 && r.Keys[1] == "2" {
		return "`" + strings.ReplaceAll(r.Shown, "–", "`–`") + "`"
	}
	signs := map[string]string{"right": "`→`", "left": "`←`", "space": "space", "shift+m": "", "backspace": "Backspace"}
	var keys []string
	for _, k := range r.Keys {
		sign, known := signs[k]
		if !known {
			sign = "`" + k + "`"
		}
		if sign != "" {
			keys = append(keys, sign)
		}
	}
	return strings.Join(keys, " ")
}
