package cli

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"uncramp/coach/record"
	"uncramp/coach/stats"
)

// inWords are the numbers that a pattern finds in a text, in order.
func inWords(t *testing.T, pattern, text string) (numbers []int) {
	t.Helper()
	found := regexp.MustCompile(pattern).FindStringSubmatch(text)
	if found == nil {
		t.Fatalf("no %s in\n%s", pattern, text)
	}
	for _, f := range found[1:] {
		n, _ := strconv.Atoi(f)
		numbers = append(numbers, n)
	}
	return numbers
}

// TestTwoByDayAndOneByNight is the same on every page.
func TestTwoByDayAndOneByNight(t *testing.T) {
	x, _ := shelved(t)
	x.Clock = at(func() time.Time { return morning })
	for i, hours := range []int{8*24 + 6, 3*24 - 7, 24 - 8} { // at three, at four and at five in the afternoon
		at := morning.Add(-time.Duration(hours) * time.Hour)
		must(t, x.Journal.SaveEpisode(record.Episode{ID: record.ID(fmt.Sprint(i)), At: at}))
	}
	text, page := x.printed(t, x.diaryCommand()), x.printed(t, x.reportCommand())
	first := "3 cramps since 13 November; mostly around 15:00.\nThe last 28 nights: 1 cramp on 1 of 9 nights.\n2 cramps by day.\n"
	if !strings.HasPrefix(text, first) {
		t.Errorf("the diary says\n%s", text)
	}
	for _, row := range []string{
		"| Nights with a cramp | 1 of 9 nights |", "| Lately | 3 cramps since 13 November |",
		"| Cramps | 3: 1 at night (20:00 to 08:00, or asleep), 2 by day |",
	} {
		if !strings.Contains(page, row) {
			t.Errorf("no %s in\n%s", row, page)
		}
	}
}

// TestEveryPageCountsTheSame makes diaries up and reads the numbers of every
// page: the diary, the report in all of its forms, and the week.
func TestEveryPageCountsTheSame(t *testing.T) {
	seen := map[string]int{}
	for seed := range uint64(24) {
		dice := rand.New(rand.NewPCG(seed, 3))
		x, _ := shelved(t)
		now := morning.Add(time.Duration(dice.IntN(24*60)) * time.Minute)
		x.Clock = at(func() time.Time { return now })
		must(t, x.Journal.Merge(anyRows(dice, now)))
		days := []int{14, 28, 42}[seed%3]
		s, err := x.Journal.Summary(now, days)
		if err != nil {
			t.Fatal(err)
		}
		form := func(name string) string {
			return x.printed(t, x.reportCommand(), "--days", fmt.Sprint(days), "--format", name)
		}
		same := func(what string, got, want int) {
			t.Helper()
			if got != want {
				t.Errorf("seed %d, %d days: %s are %d, want %d", seed, days, what, got, want)
			}
		}
		text := x.printed(t, x.diaryCommand(), "--days", fmt.Sprint(days))
		sentence := inWords(t, `(\d+) cramps? on (\d+) of (\d+) nights?\.`, text)
		row := inWords(t, `Nights with a cramp \| (\d+) of (\d+) nights? \|\n.*\n\| Cramps \| (\d+): (\d+) at night \(.*\), (\d+) by day`, form("md"))
		list := inWords(t, `<dt>Nights with a cramp</dt><dd><bdi>(\d+) of (\d+) nights?<`, form("html"))
		var page struct {
			Nights stats.Totals `json:"nights"`
			Basis  []string     `json:"basis"`
		}
		if err := json.Unmarshal([]byte(form("json")), &page); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(form("csv"), "\ufeff"))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for what, numbers := range map[string][]int{"the report": row, "the page": list, "JSON": {page.Nights.With, page.Nights.Known}} {
			same("nights with a cramp in "+what, numbers[0], sentence[1])
			same("nights in "+what, numbers[1], sentence[2])
		}
		same("cramps in CSV", len(rows)-1, row[2])
		same("cramps at night and by day", row[3]+row[4], row[2])
		same("cramps of the sentence, and of tonight", sentence[0]+s.Totals.Tonight, row[3])
		if n := s.Totals.ByDay; n > 0 {
			same("cramps by day", inWords(t, `\n(\d+) cramps? by day\.`, text)[0], row[4])
		}
		if lately := s.Recent.Counts(); !strings.HasPrefix(text, lately) || !strings.Contains(form("md"), lately) {
			t.Errorf("seed %d: %q is not in\n%s\nand the report", seed, lately, text)
		}
		if line := s.FutureLine(); line != "" {
			seen["future"]++
			if !strings.Contains(text, line) || page.Basis[len(page.Basis)-1] != line {
				t.Errorf("seed %d: %q is not in\n%s\nor\n%q", seed, line, text, page.Basis)
			}
		}
		seen["tonight"] += s.Totals.Tonight
		seen["by day"] += s.Totals.ByDay
		week, err := x.week(now)
		if err != nil {
			t.Fatal(err)
		}
		s, _ = x.Journal.Summary(now, 0)
		if week.SixWeeks != s.SixWeeks {
			t.Errorf("seed %d: the six weeks of the week are %+v, of the history %+v", seed, week.SixWeeks, s.SixWeeks)
		}
		for _, n := range s.Nights {
			if i := slices.Index(week.Days[:], n.Evening); i >= 0 {
				same("cramps of the week on "+n.Evening.String(), week.Nights[i].All(), n.All())
			}
		}
	}
	for _, what := range []string{"future", "tonight", "by day"} {
		if seen[what] < 10 {
			t.Errorf("the diaries were too tame: %v", seen)
		}
	}
}

// anyRows are rows of the last fifty days, and some of the next.
func anyRows(dice *rand.Rand, now time.Time) (b record.Batch) {
	moment := func() time.Time {
		return now.Add(time.Duration(dice.Int64N(int64(51*24*time.Hour))) - 50*24*time.Hour).Truncate(time.Minute)
	}
	for i := range 20 + dice.IntN(40) {
		b.Episodes = append(b.Episodes, record.Episode{
			ID: record.ID(fmt.Sprint("cramp", i)), At: moment(), Asleep: []record.Answer{"", record.Yes, record.No}[dice.IntN(3)],
			Deleted: dice.IntN(9) == 0, Severity: record.Rating{Given: dice.IntN(2) == 0, Value: dice.IntN(11)},
		})
	}
	b.Episodes = append(b.Episodes, record.Episode{ID: "just-now", At: now.Add(-time.Duration(dice.IntN(90)) * time.Minute)})
	for i := range dice.IntN(30) {
		b.Sessions = append(b.Sessions, record.Session{
			ID: record.ID(fmt.Sprint("session", i)), At: moment(), Routine: []string{stats.Bedtime, stats.Bedtime, "desk"}[dice.IntN(3)],
			Planned: 4 * time.Minute, Worked: time.Duration(dice.IntN(4)) * time.Minute, Deleted: dice.IntN(9) == 0,
		})
	}
	return b
}

// TestOfADiaryThatBreaksOffNothingIsCounted: it fails, and says why.
func TestOfADiaryThatBreaksOffNothingIsCounted(t *testing.T) {
	for _, notes := range [][]string{nil, {"a cramp"}} {
		x, d := newKeeper(t, notes...)
		at := x.now().Add(-time.Hour)
		must(t, x.Journal.SaveEpisode(record.Episode{ID: "broken", At: at}))
		d.exec(t, "UPDATE episodes SET tried = '{' WHERE id = 'broken'")
		if err := x.reportRun(); err == nil || !strings.Contains(err.Error(), `the cramp "broken" can't be read`) || x.out.Len() > 0 {
			t.Errorf("of %d cramps the report says %v\n%s", len(notes)+1, err, x.out)
		}
	}
}
