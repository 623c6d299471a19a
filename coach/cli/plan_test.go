package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"uncramp/coach/plan"
	"uncramp/coach/record"
	"uncramp/coach/report"
	"uncramp/coach/stats"
	"uncramp/coach/triage"
)

// planner is an App with a diary in a folder of its own, and where that is.
type planner struct {
	typist
	disk
	now time.Time
}

// newPlanner is one on a Saturday morning.
func newPlanner(t *testing.T) *planner {
	t.Helper()
	x := &planner{newTypist(t, triage.Finding{}), newDisk(t), morning}
	x.Clock = at(func() time.Time { return x.now })
	x.Journal = x.journal(func() time.Time { return morning })
	return x
}

// follow writes routines that were followed to their end, so long ago.
func (x *planner) follow(t *testing.T, routine string, ago ...time.Duration) {
	t.Helper()
	for _, d := range ago {
		at := morning.Add(-d)
		followed := record.Session{ID: record.ID(fmt.Sprint(routine, d)), At: at, Routine: routine, Planned: 4 * time.Minute, Worked: 3 * time.Minute}
		must(t, x.Journal.Merge(record.Batch{Sessions: []record.Session{followed}}))
	}
}

// plan carries out uncramp plan and returns what it prints.
func (x *planner) plan(args ...string) (string, error) {
	x.out.Reset()
	cmd := x.planCommand()
	cmd.SilenceErrors, cmd.SilenceUsage = true, true
	cmd.SetArgs(args)
	cmd.SetOut(x.out)
	cmd.SetErr(x.err)
	err := cmd.Execute()
	return x.out.String(), err
}

// glasses sees that so many were counted on the days from this morning on.
func (x *planner) glasses(t *testing.T, until time.Time, want map[stats.Day]int) {
	t.Helper()
	_, got, err := x.Journal.Days(until, stats.DayOf(morning))
	if err != nil || !maps.Equal(got, want) {
		t.Errorf("there were %v glasses (%v), want %v", got, err, want)
	}
}

func (x *planner) mustPlan(t *testing.T, args ...string) string {
	t.Helper()
	out, err := x.plan(args...)
	if err != nil {
		t.Fatalf("plan %q: %v", args, err)
	}
	return out
}

func TestPlanTellsTheWeek(t *testing.T) {
	x := newPlanner(t)
	const day = 24 * time.Hour
	x.follow(t, "morning", time.Hour, 2*day+time.Hour, 8*day)
	x.follow(t, "warmup", 2*day)
	x.follow(t, stats.Bedtime, 9*time.Hour, 12*day)
	for ago, n := range map[stats.Day]int{0: 2, 1: 6, 7: 6} {
		if _, err := x.Journal.AddGlasses(stats.DayOf(morning)-ago, n); err != nil {
			t.Fatal(err)
		}
	}
	if err := x.Journal.SaveEpisode(record.Episode{ID: "a", At: morning.Add(-day - 6*time.Hour)}); err != nil {
		t.Fatal(err)
	}
	want := `Seven days, up to today, Saturday 21 November

Before you stand up: done Thu, today
Warm-up: done Thu
Cool-down: nothing written down
Bedtime stretch: done Fri; due tonight
Glasses of water: done Fri; partly today (2 of 6)
Cramps: Thu (1)

Six weeks of the bedtime stretch: night 13 of 42. You did it on 2 nights
  so far.
To follow it as a programme: uncramp plan begin
`
	if out := x.mustPlan(t); out != want || x.err.Len() > 0 {
		t.Errorf("it prints\n%s\n%s", out, x.err)
	}
	x.Getenv = func(name string) string { return map[string]string{"COLUMNS": "30"}[name] }
	for line := range strings.Lines(x.mustPlan(t)) {
		if len(strings.TrimSuffix(line, "\n")) > 30 {
			t.Errorf("on 30 columns: %q", line)
		}
	}
}

// TestPlanAfterMidnight is of another day, and of the same night.
func TestPlanAfterMidnight(t *testing.T) {
	x := newPlanner(t)
	x.now = morning.Add(16*time.Hour + 20*time.Minute)
	inOrder(t, x.mustPlan(t, "--glass"), "1 of 6 glasses today")
	inOrder(t, x.mustPlan(t), "Sunday 22 November", "Bedtime stretch: due tonight", "Glasses of water: partly today (1 of 6)")
	x.glasses(t, x.now, map[stats.Day]int{stats.DayOf(morning) + 1: 1})
}

// TestPlanMakesNoDiary where there is none yet: only a glass does.
func TestPlanMakesNoDiary(t *testing.T) {
	x := newPlanner(t)
	inOrder(t, x.mustPlan(t), "Before you stand up: due today", "Warm-up: nothing written down", "Bedtime stretch: due tonight", "Glasses of water: due today", "not begun")
	_ = x.mustPlan(t, "--json")
	inOrder(t, x.mustPlan(t, "--glass=-1"), "0 of 6 glasses today.")
	if _, err := os.Stat(filepath.Dir(x.path)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the diary's folder was made: %v", err)
	}
	_ = x.mustPlan(t, "--glass")
	if _, err := os.Stat(x.path); err != nil {
		t.Errorf("a glass makes no diary: %v", err)
	}
}

func TestPlanCountsGlasses(t *testing.T) {
	x := newPlanner(t)
	for _, step := range []struct {
		arg, want string
		n         int
	}{
		{"--glass", "1 of 6 glasses today. ", 1}, {"--glass", "2 of 6 glasses today. ", 2}, {"--glass=-1", "1 of 6 glasses today. ", 1}, {"--glass=5", "6 of 6 glasses today. ", 6},
		{"--glass", "7 glasses today. ", 7}, {"--glass=0", "7 glasses today. ", 7}, {"--glass=99", "99 glasses today. ", 99}, {"--glass", "99 glasses today. ", 99},
		{"--glass=-98", "1 of 6 glasses today. ", 1}, {"--glass=-7", "0 of 6 glasses today. ", 0}, {"--glass=-1", "0 of 6 glasses today. ", 0},
	} {
		out := x.mustPlan(t, step.arg)
		said := strings.Join(strings.Fields(out), " ")
		if !strings.HasPrefix(said, step.want) || !strings.Contains(said, "our own default; it has no source") || !strings.Contains(said, "your doctor's word goes.") {
			t.Errorf("%s prints %q, want %q", step.arg, out, step.want)
		}
		want := map[stats.Day]int{stats.DayOf(morning): step.n}
		maps.DeleteFunc(want, func(_ stats.Day, n int) bool { return n == 0 })
		x.glasses(t, morning, want)
	}
}

// TestGlassesAtTheSameTime are all counted, whoever pours them.
func TestGlassesAtTheSameTime(t *testing.T) {
	x := newPlanner(t)
	const pourers = 8
	said := make(chan int, pourers)
	for range pourers {
		go func() {
			n, err := x.Journal.AddGlasses(stats.DayOf(morning), 1)
			if err != nil {
				t.Error(err)
			}
			said <- n
		}()
	}
	counts := map[int]bool{}
	for range pourers {
		counts[<-said] = true
	}
	if len(counts) != pourers {
		t.Errorf("the counts that were told are %v", counts)
	}
	today := stats.DayOf(morning)
	x.glasses(t, morning, map[stats.Day]int{today: pourers})
}

func TestPlanAsJSON(t *testing.T) {
	x := newPlanner(t)
	x.follow(t, stats.Bedtime, 9*time.Hour)
	type day struct {
		Day, State string
		Times      int
	}
	type item struct {
		ID, Now string
		Days    []day
	}
	type sixWeeks struct {
		From                       string
		Night, Nights, Done, Since int
	}
	var got struct {
		Today    string
		Items    []item
		SixWeeks sixWeeks `json:"six_weeks"`
	}
	if err := json.Unmarshal([]byte(x.mustPlan(t, "--glass", "--json")), &got); err != nil {
		t.Fatal(err)
	}
	if got.Today != "2026-11-21" || len(got.Items) != len(plan.Items()) || got.SixWeeks != (sixWeeks{"2026-11-20", 1, 42, 1, 0}) {
		t.Errorf("it is %+v", got)
	}
	states := map[string]string{}
	for _, i := range got.Items {
		for _, d := range i.Days {
			states[i.ID] += d.State + " "
		}
		if i.Now != got.Today || i.Days[0].Day != "2026-11-15" || i.Days[6].Day != got.Today {
			t.Errorf("%s: %+v", i.ID, i)
		}
	}
	none := strings.Repeat("empty ", 5)
	want := map[string]string{
		"morning": none + "empty due ", "before": strings.Repeat("empty ", 7), "after": strings.Repeat("empty ", 7),
		stats.Bedtime: none + "done due ", plan.Water: none + "empty partly ",
	}
	if !maps.Equal(states, want) {
		t.Errorf("the states are %v, want %v", states, want)
	}
	if i := slices.IndexFunc(got.Items, func(i item) bool { return i.ID == plan.Water }); got.Items[i].Days[6].Times != 1 {
		t.Errorf("a glass is %+v", got.Items[i].Days[6])
	}
	if out := newPlanner(t).mustPlan(t, "--json"); strings.Contains(out, "null") || !strings.Contains(out, `"from": ""`) {
		t.Errorf("of no diary it is\n%s", out)
	}
}

func TestWrongUseOfPlan(t *testing.T) {
	for _, tt := range []struct {
		args []string
		want string
	}{
		{[]string{"--glass", "2"}, `"2" belongs to no flag; write a number of glasses with =, such as --glass=2`},
		{[]string{"--glass=100"}, "--glass is 100; choose -99 to 99"},
		{[]string{"--glass=-100"}, "choose -99 to 99"},
		{[]string{"--glass=many"}, "many"},
		{[]string{"today"}, "belongs to no flag"},
	} {
		x := newPlanner(t)
		out, err := x.plan(tt.args...)
		var failed *failure
		if err == nil || errors.As(err, &failed) || !strings.Contains(err.Error(), tt.want) || out != "" || x.Journal.Exists() {
			t.Errorf("%q: %v, printed %q", tt.args, err, out)
		}
	}
}

// TestPlanSaysWhyThereIsNone, and never that a glass is kept that is not.
func TestPlanSaysWhyThereIsNone(t *testing.T) {
	for name, tt := range map[string]struct {
		spoil func(*planner)
		args  []string
		want  string
	}{
		"locked":           {func(x *planner) { x.block(t) }, nil, "the diary can't be opened"},
		"locked, a glass":  {func(x *planner) { x.block(t) }, []string{"--glass"}, "the glass is not saved: the diary can't be opened"},
		"no room, a glass": {func(x *planner) { x.fill(t, "marks", "FALSE") }, []string{"--glass"}, "the glass is not saved: not saved: "},
	} {
		x := newPlanner(t)
		tt.spoil(x)
		out, err := x.plan(tt.args...)
		var failed *failure
		if !errors.As(err, &failed) || !strings.Contains(err.Error(), tt.want) || out != "" {
			t.Errorf("%s: %v, printed %q", name, err, out)
		}
	}
}

func TestPlanTellsARedFlagFirst(t *testing.T) {
	x := newPlanner(t)
	must(t, x.State.KeepFinding(triage.Finding{Level: triage.Today, Yes: []string{"clot"}})())
	inOrder(t, x.mustPlan(t), "You said yes to: One leg swollen", "\n\nSeven days, up to today")
}

// TestTheProgrammeIsTheSameEverywhere: on the week, its review, the doctor's report and in
// what the screens are made from.
func TestTheProgrammeIsTheSameEverywhere(t *testing.T) {
	for _, id := range []string{"bedtime", "leans", "strengthen"} {
		x := newPlanner(t)
		x.now = morning.AddDate(0, 0, -20)
		x.mustPlan(t, "begin", id)
		x.now = morning
		routine := x.programme(id).Routine
		for n := range 19 {
			x.follow(t, routine, time.Duration(n)*24*time.Hour+9*time.Hour)
			if n%4 == 0 {
				must(t, x.Journal.SaveEpisode(record.Episode{ID: record.ID(fmt.Sprint(n)), At: morning.Add(-time.Duration(n)*24*time.Hour - 6*time.Hour), Severity: record.Rating{Value: n % 10, Given: true}}))
			}
		}
		c, err := x.course(morning)
		must(t, err)
		shown, err := json.Marshal(c)
		must(t, err)
		var week, written struct{ Programme json.RawMessage }
		must(t, json.Unmarshal([]byte(x.mustPlan(t, "--json")), &week))
		x.out.Reset()
		must(t, x.report(28, report.JSON, &output{}))
		must(t, json.Unmarshal(x.out.Bytes(), &written))
		review := []byte(x.mustPlan(t, "review", "--json"))
		for where, text := range map[string][]byte{"the week": week.Programme, "the report": written.Programme, "the review": review} {
			var compact bytes.Buffer
			must(t, json.Compact(&compact, text))
			if compact.String() != string(shown) {
				t.Errorf("%s: %s has\n%s\nand the screen\n%s", id, where, compact.String(), shown)
			}
		}
		x.out.Reset()
		must(t, x.report(28, report.Markdown, &output{}))
		page, text := x.out.String(), x.mustPlan(t, "review")
		weeks := c.WeeksBegun()
		if len(weeks) != 3 || weeks[0].Done == 0 {
			t.Fatalf("%s: the weeks are %+v", id, weeks)
		}
		for _, w := range weeks {
			done := fmt.Sprintf("%d of %d", w.Done, w.Asked)
			if !strings.Contains(page, fmt.Sprintf("| %s | %d |", done, w.Cramps.Totals.Cramps())) || !strings.Contains(text, done+" done") {
				t.Errorf("%s: of week %d %s is not told in\n%s\n%s", id, w.Number, done, page, text)
			}
		}
	}
}
