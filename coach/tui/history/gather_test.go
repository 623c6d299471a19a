package history

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"uncramp/coach/record"
	"uncramp/routines"
)

// sunday is the evening on which the histories of the tests end.
func sunday() time.Time { return time.Date(2026, 11, 22, 21, 0, 0, 0, time.UTC) }

func at(day, hour int) time.Time { return time.Date(2026, 11, day, hour, 12, 0, 0, time.UTC) }

// kept is a diary of so many days: about two cramps in three nights, and the
// bedtime stretch on most of the latest thirty.
func kept(days int) (episodes []record.Episode, stretched []time.Time) {
	sides := []routines.Side{routines.Left, routines.Right, routines.Left, routines.Both, ""}
	for i := days; i >= 0; i-- {
		day := sunday().AddDate(0, 0, -i)
		for j := range i * 7 % 5 / 2 {
			e := record.Episode{
				ID: record.ID(fmt.Sprintf("%d-%d", i, j)), At: time.Date(day.Year(), day.Month(), day.Day(), 1+(i+2*j)%5, 12, 0, 0, time.UTC),
				Muscle: routines.Muscles()[i/4%3], Side: sides[i%5], Length: time.Duration(60+i%60*5) * time.Second, Relief: time.Duration(30+i%60*8) * time.Second,
			}
			if i%4 != 0 {
				e.Severity = record.Rating{Given: true, Value: 3 + i%6}
			}
			if i%3 == 0 {
				e.Woke, e.Note = record.Yes, "after a long walk"
				e.Tried = []record.Attempt{{Name: "Calf at the wall", Spent: 40 * time.Second, Answer: "eased"}}
			}
			episodes = append(episodes, e)
		}
		if i < 30 && i%5 != 2 {
			stretched = append(stretched, day)
		}
	}
	return episodes, stretched
}

// gathered is the history of a diary of a hundred days.
func gathered(days int) History {
	episodes, stretched := kept(100)
	return Gather(sunday(), days, episodes, stretched)
}

// TestEveryCrampIsCountedOnce whatever the window.
func TestEveryCrampIsCountedOnce(t *testing.T) {
	for _, days := range []int{14, 28, 42, 0} {
		h := gathered(days)
		if days > 0 && len(h.Nights) != days || !h.Nights[len(h.Nights)-1].Date.Equal(time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)) {
			t.Errorf("%d: %d nights, the last is %v", days, len(h.Nights), h.Nights[len(h.Nights)-1].Date)
		}
		want := len(h.Cramps)
		nights, spells, hours, places, relief := 0, 0, 0, 0, h.Relief.Untold
		for _, n := range h.Nights {
			nights += n.Cramps
		}
		for _, s := range h.Spells {
			spells += s.Cramps
		}
		for _, n := range h.Hours {
			hours += n
		}
		for _, p := range h.Places {
			places += p.Total()
		}
		for _, n := range h.Relief.Within {
			relief += n
		}
		for name, got := range map[string]int{"nights": nights, "spells": spells, "hours": hours, "muscles": places, "relief": relief} {
			if got != want || want == 0 {
				t.Errorf("%d: %s count %d of %d cramps", days, name, got, want)
			}
		}
	}
}

func TestGather(t *testing.T) {
	told := func(n int) record.Rating { return record.Rating{Given: true, Value: n} }
	h := Gather(at(22, 3), 14, []record.Episode{
		{ID: "old", At: at(7, 11), Muscle: routines.Foot},
		{ID: "first", At: at(8, 13), Muscle: "neck", Severity: told(0)},
		{ID: "gone", At: at(9, 2), Deleted: true},
		{ID: "mild", At: at(21, 23), Muscle: routines.Calf, Side: routines.Left, Severity: told(2), Relief: time.Minute},
		{ID: "bad", At: at(22, 2), Muscle: routines.Calf, Side: routines.Both, Severity: told(8), Relief: time.Minute + 1},
		{ID: "ahead", At: at(24, 2), Relief: time.Hour},
	}, []time.Time{at(1, 22), at(21, 22), at(21, 23)})
	var ids []record.ID
	for _, e := range h.Cramps {
		ids = append(ids, e.ID)
	}
	if want := []record.ID{"ahead", "bad", "mild", "first"}; !slices.Equal(ids, want) {
		t.Errorf("the cramps are %v, want %v", ids, want)
	}
	last := h.Nights[len(h.Nights)-1]
	if want := (Night{time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC), 3, true, told(8), false}); last != want {
		t.Errorf("the present night is %+v, want %+v", last, want)
	}
	if h.Nights[0].Cramps != 1 || h.Nights[0].Worst != told(0) {
		t.Errorf("the first night is %+v", h.Nights[0])
	}
	if want := (Relief{[5]int{1, 1, 0, 0, 1}, 1, time.Minute + 1}); h.Relief != want {
		t.Errorf("relief is %+v, want %+v", h.Relief, want)
	}
	if want := []Place{{Muscle: routines.Calf, Left: 1, Both: 1}, {Muscle: otherMuscle, Untold: 1}, {Untold: 1}}; !slices.Equal(h.Places, want) {
		t.Errorf("the muscles are %+v, want %+v", h.Places, want)
	}
	if s := h.Spells; len(s) != 2 || s[1].Nights != 7 || s[1].Stretched != 1 || s[1].Cramps != 3 || s[1].Rated != 1 || s[1].Severity != 8 {
		t.Errorf("the weeks are %+v", s)
	}
	if h.Plan.Night != 21 || h.Plan.Count() != 2 {
		t.Errorf("the plan is %+v", h.Plan)
	}
}

// TestASlipInAYearIsNoHarm: the list shows the cramp, so that it can be put
// right.
func TestASlipInAYearIsNoHarm(t *testing.T) {
	h := Gather(sunday(), 0, []record.Episode{{ID: "slip", At: time.Date(2, 11, 22, 3, 0, 0, 0, time.UTC)}}, nil)
	if len(h.Nights) != mostNights || len(h.Cramps) != 1 {
		t.Errorf("%d nights, %d cramps", len(h.Nights), len(h.Cramps))
	}
	if got := Gather(sunday(), -1, nil, nil); len(got.Nights) != 1 || !got.Empty() {
		t.Errorf("a window of -1 days has %d nights", len(got.Nights))
	}
}

func TestSpanReadsWhatIsGathered(t *testing.T) {
	episodes, stretched := kept(100)
	for _, days := range []int{14, 28, 42, 0} {
		span := Span(sunday(), days)
		read := slices.DeleteFunc(slices.Clone(episodes), func(e record.Episode) bool { return e.At.Before(span.From) })
		if got, want := Gather(sunday(), days, read, stretched), Gather(sunday(), days, episodes, stretched); got.Text() != want.Text() {
			t.Errorf("%d days: of what is read, another history is made", days)
		}
		if days > 0 && len(read) > len(episodes)/2 {
			t.Errorf("%d days: %d of %d are read", days, len(read), len(episodes))
		}
	}
}

func TestText(t *testing.T) {
	for name, h := range map[string]History{"weeks": gathered(14), "empty": Gather(sunday(), 28, nil, nil)} {
		t.Run(name, func(t *testing.T) { golden.RequireEqual(t, h.Text()) })
	}
}

// large is twenty thousand cramps in twenty years, and as many stretches.
func large() ([]record.Episode, []time.Time) {
	episodes, stretched := kept(29000)
	for i := 7000; i >= 30; i-- {
		stretched = append(stretched, sunday().AddDate(0, 0, -i))
	}
	slices.SortFunc(stretched, time.Time.Compare)
	return episodes, stretched
}

// TestNightsBeforeTheDiary are neither counted nor nights without a cramp.
func TestNightsBeforeTheDiary(t *testing.T) {
	now := time.Date(2026, 11, 21, 22, 0, 0, 0, time.UTC)
	at := now.AddDate(0, 0, -9)
	h := Gather(now, 28, []record.Episode{{ID: "a", At: at}}, nil).Begun(at)
	known := 0
	for _, n := range h.Nights {
		if !n.Before {
			known++
		}
	}
	if known != 10 || h.summary() != "1 cramp on 1 of 10 nights" {
		t.Errorf("%d nights are known: %s", known, h.summary())
	}
	var nights []int
	for _, s := range h.Spells {
		nights = append(nights, s.Nights)
	}
	if !slices.Equal(nights, []int{0, 0, 3, 7}) {
		t.Errorf("by weeks: %v", nights)
	}
	if same := Gather(now, 28, nil, nil); same.summary() != same.Begun(time.Time{}).summary() {
		t.Error("an empty diary has other nights once it is told when it was begun")
	}
}
