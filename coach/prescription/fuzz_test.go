package prescription

import (
	"math/rand/v2"
	"os"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"uncramp/coach/session"
	"uncramp/coach/text"
)

// FuzzParse holds that nothing is guessed: whatever is written, every word and every
// number of a line that is taken is used, for with another one in its place the line gives
// something else or is asked about. And what is taken is written as a line and as a file
// that give the same again.
func FuzzParse(f *testing.F) {
	data, err := os.ReadFile(tableFile)
	if err != nil {
		f.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if line, is := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "> "); is {
			f.Add(strings.ReplaceAll(line, "¶", "\n"))
		}
	}
	f.Fuzz(holds)
}

// TestNothingIsGuessed holds the same of lines put together at random of what lines are
// made of, which a fuzzer rarely finds.
func TestNothingIsGuessed(t *testing.T) {
	parts := strings.Fields("calf-wall heel-raise hamstring-chair heel raise calf at the wall towel stretch sit to stand knee bend " +
		"seated lying standing on chair back slowly gently 3 10 2 30 1 0.5 1½ ½ 20 x × of - / to or , . ; : 30s 10s 5s min 1min s sec secs \" ' sets " +
		"set reps times time hold rest up down between " +
		"each left right both alternate leg legs side sides L R and then other one repeat once twice daily day a per every night nightly " +
		"for 6 weeks week mon wed fri-sun on other: \"Lift\" no not don't 1. 2. + * ( )")
	random := rand.New(rand.NewPCG(1, 2))
	taken := 0
	for range 1000 {
		line := []string{"calf-wall", "heel-raise", ""}[random.IntN(3)]
		if line != "" {
			line += []string{" 3x30s", " 2x10", " 10 reps", " hold 5s", ""}[random.IntN(5)]
		}
		for range random.IntN(7) {
			line += []string{" ", " ", ""}[random.IntN(3)] + parts[random.IntN(len(parts))]
		}
		if _, questions := Parse(line); len(questions) == 0 {
			taken++
		}
		holds(t, line)
	}
	if taken < 40 {
		t.Errorf("%d of the lines were taken, which is too few to say anything", taken)
	}
}

// holds checks all of that for a line.
func holds(t *testing.T, line string) {
	t.Helper()
	p, questions := Parse(line)
	for _, q := range questions {
		if q.At < 0 || q.End < q.At || q.End > len(line) || q.Text == "" || strings.ContainsFunc(q.Error(), text.Hidden) {
			t.Fatalf("%q asks %+v", line, q)
		}
	}
	if len(questions) > 0 {
		if p.Doses != nil {
			t.Fatalf("%q asks, and gives %v", line, p)
		}
		return
	}
	again, questions := Parse(p.String())
	if len(questions) > 0 || !reflect.DeepEqual(again, p) {
		t.Fatalf("%q gives %q, and that %q: %v", line, p, again, questions)
	}
	if _, err := session.NewPlan(routine(t, p), session.Choice{}); err != nil {
		t.Fatalf("%q gives %q: %v", line, p, err)
	}
	for _, other := range others(line) {
		if same, questions := Parse(other); len(questions) == 0 && reflect.DeepEqual(same, p) {
			t.Fatalf("%q and %q both give %q", line, other, p)
		}
	}
}

// others are a line with each of its words and numbers replaced by another one.
func others(line string) (list []string) {
	letters := []rune(line)
	for i := 0; i < len(letters); {
		end, other := i, ""
		for end < len(letters) && unicode.IsLetter(letters[end]) {
			end, other = end+1, "qzqz"
		}
		for other != "qzqz" && end < len(letters) && '0' <= letters[end] && letters[end] <= '9' {
			end++
			n, _ := strconv.Atoi(string(letters[i:end]))
			other = strconv.Itoa(n + 1)
		}
		if end == i {
			i++
			continue
		}
		list = append(list, string(letters[:i])+other+string(letters[end:]))
		i = end
	}
	return list
}
