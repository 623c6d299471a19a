package diary

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"uncramp/coach/record"
	"uncramp/coach/session"
)

func TestStore(t *testing.T) {
	rules := map[string]func(*testing.T, *DB){
		"what is put comes back":               comesBack,
		"untold stays untold":                  staysUntold,
		"what is not there":                    isNone,
		"a span has its ends":                  hasEnds,
		"the later edit wins":                  laterWins,
		"any order leads to the same":          anyOrder,
		"what is edited now is later":          nowIsLater,
		"what is deleted is gone":              isGone,
		"texts are plain lines":                textsAreLines,
		"what makes no sense is refused":       refusesNonsense,
		"tallies are of a kind and of days":    talliesAreFound,
		"a thing has one tally":                oneTally,
		"a count is changed by a difference":   addsToTallies,
		"many count at the same time":          countsAtOnce,
		"a tally that makes no sense":          refusesTallies,
		"many are merged, or none":             mergesAllOrNone,
		"many at the same time":                manyAtOnce,
		"a row can be put while rows are read": putWhileReading,
		"a brief cramp is brief":               brief,
		"a night is from noon to noon":         countsNights,
		"of a night the furthest":              furthest,
		"nobody waits for what nobody wants":   stops,
	}
	for rule, holds := range rules {
		t.Run(rule, func(t *testing.T) {
			t.Parallel()
			d := open(t, diaryIn(t))
			holds(t, d)
			whole(t, d)
		})
	}
}

func comesBack(t *testing.T, s *DB) {
	e, v := cramp(3), followed(4)
	must(t, s.PutEpisode(t.Context(), e))
	must(t, s.PutSession(t.Context(), v))
	gotE, err := s.Episode(t.Context(), e.ID)
	must(t, err)
	equal(t, "the cramp", gotE, e)
	gotS, err := s.Session(t.Context(), v.ID)
	must(t, err)
	equal(t, "the session", gotS, v)
	if _, east := gotE.At.Zone(); east != 3600 || gotE.At.Hour() != e.At.Hour() {
		t.Errorf("the cramp began at %s, not by the clock of %s", gotE.At, e.At)
	}
	equal(t, "cramps", collect(t, s.Episodes(t.Context(), record.Span{}, false)), []record.Episode{e})
	equal(t, "sessions", collect(t, s.Sessions(t.Context(), record.Span{}, false)), []record.Session{v})
	for ending := session.Going; ending <= session.WasLeft; ending++ {
		v := record.Session{ID: record.ID(fmt.Sprint("ending-", int(ending))), At: evening, Ending: ending, Edited: evening.UTC()}
		must(t, s.PutSession(t.Context(), v))
		got, err := s.Session(t.Context(), v.ID)
		must(t, err)
		equal(t, "a session that ended", got, v)
	}
}

func staysUntold(t *testing.T, s *DB) {
	e := record.Episode{ID: "a", At: evening, Severity: record.Rating{Given: false, Value: 7}, Edited: evening.UTC()}
	must(t, s.PutEpisode(t.Context(), e))
	got, err := s.Episode(t.Context(), "a")
	must(t, err)
	e.Severity = record.Rating{}
	equal(t, "a cramp of which nothing was told", got, e)
	e.ID, e.Severity = "b", record.Rating{Given: true, Value: 0}
	must(t, s.PutEpisode(t.Context(), e))
	got, err = s.Episode(t.Context(), "b")
	must(t, err)
	equal(t, "a severity of 0", got.Severity, record.Rating{Given: true, Value: 0})
}

func isNone(t *testing.T, s *DB) {
	if _, err := s.Episode(t.Context(), "nobody"); !errors.Is(err, ErrNone) {
		t.Errorf("a cramp that is not there: %v", err)
	}
	if _, err := s.Session(t.Context(), "nobody"); !errors.Is(err, ErrNone) {
		t.Errorf("a session that is not there: %v", err)
	}
}

func hasEnds(t *testing.T, s *DB) {
	for i := range 5 {
		e, v := cramp(i), followed(i)
		e.At, v.At = evening.Add(time.Duration(i)*time.Nanosecond), evening.Add(time.Duration(i)*time.Nanosecond)
		must(t, s.PutEpisode(t.Context(), e))
		must(t, s.PutSession(t.Context(), v))
	}
	for _, c := range []struct {
		within record.Span
		want   int
	}{
		{record.Span{}, 5},
		{record.Span{From: evening}, 5},
		{record.Span{From: evening.Add(1)}, 4},
		{record.Span{Until: evening.Add(4)}, 4},
		{record.Span{From: evening.Add(1).UTC(), Until: evening.Add(2)}, 1},
		{record.Span{From: evening.Add(2), Until: evening.Add(2)}, 0},
		{record.Span{From: evening.Add(5)}, 0},
		{record.Span{From: time.Date(1, 1, 2, 0, 0, 0, 0, time.UTC), Until: time.Date(9000, 1, 1, 0, 0, 0, 0, time.UTC)}, 5},
		{record.Span{From: time.Date(9000, 1, 1, 0, 0, 0, 0, time.UTC)}, 0},
		{record.Span{Until: time.Date(1000, 1, 1, 0, 0, 0, 0, time.UTC)}, 0},
	} {
		found := collect(t, s.Episodes(t.Context(), c.within, false))
		if len(found) != c.want || len(collect(t, s.Sessions(t.Context(), c.within, false))) != c.want {
			t.Errorf("%v holds %d cramps, not %d", c.within, len(found), c.want)
		}
		for i := 1; i < len(found); i++ {
			if found[i].At.Before(found[i-1].At) {
				t.Errorf("%s comes after %s", found[i].At, found[i-1].At)
			}
		}
	}
}

func laterWins(t *testing.T, s *DB) {
	e := cramp(1)
	must(t, s.PutEpisode(t.Context(), e))
	later := e
	later.Note, later.Edited = "later", e.Edited.Add(time.Nanosecond)
	must(t, s.PutEpisode(t.Context(), later))
	earlier := e
	earlier.Note, earlier.Edited = "earlier", e.Edited.Add(-time.Nanosecond)
	must(t, s.PutEpisode(t.Context(), earlier))
	must(t, s.PutEpisode(t.Context(), e))
	got, err := s.Episode(t.Context(), e.ID)
	must(t, err)
	equal(t, "the cramp", got, later)
}

func anyOrder(t *testing.T, s *DB) {
	var versions []record.Episode
	for i := range 8 {
		e := cramp(1)
		e.Note, e.Edited = fmt.Sprint("version ", i), e.Edited.Add(time.Duration(i/4)) // four at the same moment, twice
		e.Deleted = i == 6
		versions = append(versions, e)
	}
	var first string
	for trial := range trials(20, 2000) {
		id := record.ID(fmt.Sprint("trial-", trial))
		rand.Shuffle(len(versions), func(i, j int) { versions[i], versions[j] = versions[j], versions[i] })
		for _, e := range versions {
			e.ID = id
			_, err := s.Merge(t.Context(), record.Batch{Episodes: []record.Episode{e}})
			must(t, err)
		}
		got, err := s.Episode(t.Context(), id)
		must(t, err)
		got.ID = ""
		if first == "" {
			first = jsonOf(got)
		}
		equal(t, "the version that is left", jsonOf(got), first)
	}
}

func nowIsLater(t *testing.T, s *DB) {
	e := cramp(1)
	e.Edited = evening.AddDate(3, 0, 0).UTC() // by a clock that was wrong
	must(t, s.PutEpisode(t.Context(), e))
	e.Note, e.Edited = "put right", time.Time{}
	must(t, s.PutEpisode(t.Context(), e))
	got, err := s.Episode(t.Context(), e.ID)
	must(t, err)
	equal(t, "the note", got.Note, "put right")
	e.ID = "new"
	must(t, s.PutEpisode(t.Context(), e))
	got, err = s.Episode(t.Context(), e.ID)
	must(t, err)
	equal(t, "when a new one was edited", got.Edited, evening.UTC())
}

func isGone(t *testing.T, s *DB) {
	e, v := cramp(1), followed(1)
	must(t, s.PutEpisode(t.Context(), e))
	must(t, s.PutSession(t.Context(), v))
	goneE, goneS := e, v
	goneE.Deleted, goneE.Edited = true, e.Edited.Add(time.Minute)
	goneS.Deleted, goneS.Edited = true, v.Edited.Add(time.Minute)
	must(t, s.PutEpisode(t.Context(), goneE))
	must(t, s.PutSession(t.Context(), goneS))
	equal(t, "cramps", len(collect(t, s.Episodes(t.Context(), record.Span{}, false))), 0)
	equal(t, "sessions", len(collect(t, s.Sessions(t.Context(), record.Span{}, false))), 0)
	equal(t, "brief rows", len(collect(t, s.BriefEpisodes(t.Context(), record.Span{})))+len(collect(t, s.SessionsByNight(t.Context(), record.Span{}, v.Routine))), 0)
	equal(t, "what is left of the cramp", collect(t, s.Episodes(t.Context(), record.Span{}, true)),
		[]record.Episode{{ID: e.ID, At: e.At, Edited: goneE.Edited, Deleted: true}})
	equal(t, "what is left of the session", collect(t, s.Sessions(t.Context(), record.Span{}, true)),
		[]record.Session{{ID: v.ID, At: v.At, Edited: goneS.Edited, Deleted: true}})
	must(t, s.PutEpisode(t.Context(), e)) // from another machine, which doesn't know
	got, err := s.Episode(t.Context(), e.ID)
	must(t, err)
	if !got.Deleted {
		t.Error("an earlier edit brought a deleted cramp back")
	}
	back := e
	back.Edited = time.Time{}
	must(t, s.PutEpisode(t.Context(), back))
	got, err = s.Episode(t.Context(), e.ID)
	must(t, err)
	got.Edited = e.Edited
	equal(t, "the cramp, put back", got, e)
}

func textsAreLines(t *testing.T, s *DB) {
	e := cramp(1)
	e.Note, e.Tried[0].Name = "one\ntwo\x1b[31m\u202e", "a\tb\x00"
	must(t, s.PutEpisode(t.Context(), e))
	got, err := s.Episode(t.Context(), e.ID)
	must(t, err)
	equal(t, "the note", got.Note, "one two[31m")
	equal(t, "what was tried", got.Tried[0].Name, "a b")
	equal(t, "the caller's own", e.Tried[0].Name, "a\tb\x00")
}

func refusesNonsense(t *testing.T, s *DB) {
	for field, wrong := range map[string]func(*record.Episode){
		"id":          func(e *record.Episode) { e.ID = "" },
		"at":          func(e *record.Episode) { e.At = time.Time{} },
		"edited":      func(e *record.Episode) { e.Edited = evening.AddDate(1000, 0, 0) },
		"helped":      func(e *record.Episode) { e.Helped = "m\xfcde" },
		"length":      func(e *record.Episode) { e.Length = -1 },
		"relief":      func(e *record.Episode) { e.Relief = 1000 * time.Hour },
		"severity":    func(e *record.Episode) { e.Severity = record.Rating{Given: true, Value: 11} },
		"disturbance": func(e *record.Episode) { e.Disturbance = record.Rating{Given: true, Value: -1} },
		"soreness":    func(e *record.Episode) { e.Soreness = record.Rating{Given: true, Value: 99} },
		"muscle":      func(e *record.Episode) { e.Muscle = "ear" },
		"side":        func(e *record.Episode) { e.Side = "up" },
		"asleep":      func(e *record.Episode) { e.Asleep = "perhaps" },
		"woke":        func(e *record.Episode) { e.Woke = "Yes" },
		"note":        func(e *record.Episode) { e.Note = strings.Repeat("x", record.MaxText+1) },
		"entry 2":     func(e *record.Episode) { e.Tried[1].Answer = "dunno" },
		"tried":       func(e *record.Episode) { e.Tried = slices.Repeat(cramp(1).Tried, record.MaxAttempts+1) },
	} {
		e := cramp(1)
		wrong(&e)
		plain(t, s.PutEpisode(t.Context(), e), field)
	}
	for field, wrong := range map[string]func(*record.Session){
		"id":       func(v *record.Session) { v.ID = "a b" },
		"ending":   func(v *record.Session) { v.Ending = 99 },
		"planned":  func(v *record.Session) { v.Planned = -1 },
		"worked":   func(v *record.Session) { v.Worked = -1 },
		"position": func(v *record.Session) { v.Choice.Position = "flying" },
		"prepare":  func(v *record.Session) { v.Choice.Prepare = -1000 * time.Hour },
		"episode":  func(v *record.Session) { v.Episode = "\x1b" },
	} {
		v := followed(1)
		wrong(&v)
		plain(t, s.PutSession(t.Context(), v), field)
	}
	equal(t, "rows", len(contents(t, s)), 0)
}

func talliesAreFound(t *testing.T, s *DB) {
	water := func(day, n int) record.Tally {
		return record.Tally{Kind: record.Water, Day: fmt.Sprintf("2026-11-%02d", day), Count: n, Edited: evening.UTC()}
	}
	cause := func(name string, n int) record.Tally {
		return record.Tally{Kind: record.Cause, Name: name, Count: n, Edited: evening.UTC()}
	}
	for _, m := range []record.Tally{water(20, 99), cause("shoes", 1), water(9, 3), cause("age", 1), water(10, 0), cause("heat", 0)} {
		must(t, s.PutTally(t.Context(), m))
	}
	for _, c := range []struct {
		of     record.TallyKind
		within record.Days
		gone   bool
		want   []record.Tally
	}{
		{"", record.Days{}, true, []record.Tally{cause("age", 1), cause("heat", 0), cause("shoes", 1), water(9, 3), water(10, 0), water(20, 99)}},
		{record.Cause, record.Days{}, false, []record.Tally{cause("age", 1), cause("shoes", 1)}},
		{record.Water, record.Days{}, false, []record.Tally{water(9, 3), water(20, 99)}},
		{record.Water, record.Days{First: "2026-11-10", Last: "2026-11-20"}, true, []record.Tally{water(10, 0), water(20, 99)}},
		{record.Water, record.Days{First: "2026-11-09", Last: "2026-11-09"}, false, []record.Tally{water(9, 3)}},
		{record.Water, record.Days{First: "2026-11-10"}, false, []record.Tally{water(20, 99)}},
		{record.Water, record.Days{Last: "2026-11-19"}, false, []record.Tally{water(9, 3)}},
		{record.Water, record.Days{First: "2026-11-20", Last: "2026-11-09"}, true, nil},
		{record.Cause, record.Days{First: "2000-01-01"}, true, nil},
		{"", record.Days{Last: "2026-11-09"}, false, []record.Tally{cause("age", 1), cause("shoes", 1), water(9, 3)}},
		{"song", record.Days{}, true, nil},
	} {
		equal(t, fmt.Sprintf("%+v", c), collect(t, s.Tallies(t.Context(), c.of, c.within, c.gone)), c.want)
	}
}

func oneTally(t *testing.T, s *DB) {
	const day = "2026-11-21"
	glasses := func() []record.Tally {
		return collect(t, s.Tallies(t.Context(), record.Water, record.Days{First: day, Last: day}, true))
	}
	for i, step := range []struct{ after, n, want int }{
		{5, 4, 4}, {4, 9, 4}, {6, 5, 5}, {8, 0, 0}, {7, 6, 0}, {9, 1, 1},
		{9, 2, 2}, {9, 1, 2}, // at the same moment: in any order the same
	} {
		m := record.Tally{Kind: record.Water, Day: day, Count: step.n, Edited: evening.UTC().Add(time.Duration(step.after))}
		must(t, s.PutTally(t.Context(), m))
		if got := glasses(); len(got) != 1 || got[0].Count != step.want {
			t.Errorf("after step %d, the tallies are %+v", i, got)
		}
	}
	must(t, s.PutTally(t.Context(), record.Tally{Kind: record.Water, Day: day, Count: 3}))
	equal(t, "edited now, by a clock that is behind", glasses(),
		[]record.Tally{{Kind: record.Water, Day: day, Count: 3, Edited: evening.UTC().Add(10)}})
}

func addsToTallies(t *testing.T, s *DB) {
	const day = "2026-11-21"
	for i, step := range []struct{ by, want int }{
		{0, 0}, {-1, 0}, {3, 3}, {-1, 2}, {0, 2}, {math.MaxInt, record.MaxGlasses}, {1, record.MaxGlasses}, {-98, 1}, {math.MinInt, 0}, {5, 5},
	} {
		n, err := s.AddTally(t.Context(), record.Tally{Kind: record.Water, Day: day, Count: step.by, Edited: evening.AddDate(-1, 0, 0)})
		must(t, err)
		kept := 0
		for _, m := range collect(t, s.Tallies(t.Context(), record.Water, record.Days{First: day, Last: day}, false)) {
			kept = m.Count
		}
		if n != step.want || kept != step.want {
			t.Errorf("after step %d it says %d, and %d are there, not %d", i, n, kept, step.want)
		}
	}
	before := contents(t, s)
	for name, m := range map[string]record.Tally{
		"kind": {Kind: "song", Count: 1}, "day": {Kind: record.Water, Day: "today", Count: 1}, "name": {Kind: record.Cause, Name: "a/b", Count: 0},
	} {
		_, err := s.AddTally(t.Context(), m)
		plain(t, err, name, "can't be kept")
	}
	sameRows(t, contents(t, s), before)
	n, err := s.AddTally(t.Context(), record.Tally{Kind: record.Cause, Name: "shoes", Count: 5})
	must(t, err)
	equal(t, "how often a cause is ticked", n, 1)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.AddTally(ctx, record.Tally{Kind: record.Water, Day: day, Count: 1}); !errors.Is(err, context.Canceled) {
		t.Errorf("a glass that nobody waits for: %v", err)
	}
}

func countsAtOnce(t *testing.T, s *DB) {
	const writers, each = 8, 5
	said := make(chan int, writers*each)
	var group sync.WaitGroup
	for range writers {
		group.Go(func() {
			for range each {
				n, err := s.AddTally(t.Context(), record.Tally{Kind: record.Water, Day: "2026-11-21", Count: 1})
				if err != nil {
					t.Error(err)
				}
				said <- n
			}
		})
	}
	group.Wait()
	close(said)
	var counts []int
	for n := range said {
		counts = append(counts, n)
	}
	slices.Sort(counts)
	equal(t, "each count was said once", len(slices.Compact(counts)), writers*each)
	equal(t, "glasses", collect(t, s.Tallies(t.Context(), record.Water, record.Days{}, false))[0].Count, writers*each)
}

func refusesTallies(t *testing.T, s *DB) {
	day := func(day string) record.Tally { return record.Tally{Kind: record.Water, Day: day, Count: 1} }
	for _, c := range []struct {
		mark  record.Tally
		words []string
	}{
		{record.Tally{Kind: "song", Count: 1}, []string{`"song"`, "one of", "cause", "water"}},
		{record.Tally{Count: 1}, []string{"kind", "one of"}},
		{day(""), []string{"day", "such as 2026-11-21"}},
		{day("21.11.2026"), []string{"21.11.2026", "such as"}},
		{day("2026-02-30"), []string{"2026-02-30", "such as"}},
		{day("2026-11-1"), []string{"2026-11-1", "such as"}},
		{day("2026-11-21 "), []string{"such as"}},
		{day("\x1b[2J\u202e" + strings.Repeat("x", 1000)), []string{"day", "such as"}},
		{day("1969-12-31"), []string{"1969", "1970 to 2199"}},
		{day("9999-12-31"), []string{"9999", "1970 to 2199"}},
		{record.Tally{Kind: record.Water, Day: "2026-11-21", Name: "tea", Count: 1}, []string{"name", "tea", "empty"}},
		{record.Tally{Kind: record.Water, Day: "2026-11-21", Count: 100}, []string{"count", "100", "0 to 99"}},
		{record.Tally{Kind: record.Water, Day: "2026-11-21", Count: -1}, []string{"count", "-1", "0 to 99"}},
		{record.Tally{Kind: record.Cause, Name: "shoes", Day: "2026-11-21", Count: 1}, []string{"day", "empty"}},
		{record.Tally{Kind: record.Cause, Name: "shoes", Count: 2}, []string{"count", "0 to 1"}},
		{record.Tally{Kind: record.Cause, Count: 1}, []string{"name", "letters"}},
		{record.Tally{Kind: record.Cause, Name: "\x1b[2J", Count: 1}, []string{"name", "letters"}},
		{record.Tally{Kind: record.Cause, Name: "a/b", Count: 1}, []string{"name", "letters"}},
		{record.Tally{Kind: record.Cause, Name: "shoes", Count: 1, Edited: evening.AddDate(1000, 0, 0)}, []string{"edited"}},
	} {
		err := s.PutTally(t.Context(), c.mark)
		plain(t, err, append(c.words, "can't be kept")...)
		if err != nil && len(err.Error()) > 300 {
			t.Errorf("%+v is refused at length: %v", c.mark, err)
		}
	}
	equal(t, "rows", len(contents(t, s)), 0)
}

func mergesAllOrNone(t *testing.T, s *DB) {
	changed, err := s.Merge(t.Context(), batch(10))
	must(t, err)
	equal(t, "changed", changed, 30)
	changed, err = s.Merge(t.Context(), batch(10))
	must(t, err)
	equal(t, "changed by the same again", changed, 0)
	before := contents(t, s)
	for field, spoil := range map[string]func(*record.Batch){
		"severity": func(b *record.Batch) { b.Episodes[19].Severity = record.Rating{Given: true, Value: 12} },
		"planned":  func(b *record.Batch) { b.Sessions[19].Planned = -1 },
		"count":    func(b *record.Batch) { b.Tallies[19].Count = -1 },
	} {
		more := batch(20)
		spoil(&more)
		_, err = s.Merge(t.Context(), more)
		plain(t, err, field)
		sameRows(t, contents(t, s), before)
	}
}

func manyAtOnce(t *testing.T, s *DB) {
	const writers, each = 8, 15
	var group sync.WaitGroup
	for w := range writers {
		group.Go(func() {
			for i := range each {
				if err := s.PutSession(t.Context(), followed(w*each+i)); err != nil {
					t.Error(err)
				}
				for _, err := range s.Sessions(t.Context(), record.Span{}, true) {
					if err != nil {
						t.Error(err)
					}
				}
			}
		})
	}
	group.Wait()
	equal(t, "sessions", len(collect(t, s.Sessions(t.Context(), record.Span{}, false))), writers*each)
}

func putWhileReading(t *testing.T, s *DB) {
	_, err := s.Merge(t.Context(), record.Batch{Episodes: several(10, cramp)})
	must(t, err)
	seen := 0
	for e, err := range s.Episodes(t.Context(), record.Span{}, false) {
		must(t, err)
		seen++
		e.Deleted, e.Edited = seen%2 == 0, time.Time{}
		must(t, s.PutEpisode(t.Context(), e))
	}
	equal(t, "seen", seen, 10)
	equal(t, "left", len(collect(t, s.Episodes(t.Context(), record.Span{}, false))), 5)
}

func brief(t *testing.T, s *DB) {
	_, err := s.Merge(t.Context(), record.Batch{Episodes: several(5, cramp), Sessions: several(9, followed)})
	must(t, err)
	seen := collect(t, s.BriefEpisodes(t.Context(), record.Span{From: cramp(2).At}))
	equal(t, "cramps", len(seen), 3)
	e := cramp(2)
	equal(t, "the first", seen[0], record.Episode{
		ID: e.ID, At: e.At, Length: e.Length, Muscle: e.Muscle, Side: e.Side, Severity: e.Severity, Asleep: e.Asleep, Relief: e.Relief,
	})
}

func countsNights(t *testing.T, s *DB) {
	at := func(day, hour, minute int) time.Time {
		return time.Date(2026, 11, day, hour, minute, 0, 0, time.FixedZone("", 3600))
	}
	far := at(10, 8, 30).In(time.FixedZone("", -8*3600)) // late in the evening of the 9th, there
	for i, v := range []record.Session{
		{At: at(1, 22, 0), Routine: "bedtime", Planned: 100, Worked: 60},
		{At: at(2, 0, 30), Routine: "bedtime", Planned: 100, Worked: 50}, // in the same night
		{At: at(2, 11, 59), Routine: "bedtime", Planned: 100, Worked: 49},
		{At: at(2, 12, 0), Routine: "bedtime", Planned: 100, Worked: 99},
		{At: at(4, 22, 0), Routine: "warmup", Planned: 100, Worked: 99},
		{At: at(5, 22, 0), Routine: "bedtime"},
		{At: at(6, 22, 0), Routine: "bedtime", Worked: 1, Deleted: true},
		{At: at(7, 22, 0), Routine: "bedtime", Planned: 100, Worked: 100},
		{At: far, Routine: "bedtime", Planned: 100, Worked: 100},
		{At: far.Add(-20 * time.Hour), Routine: "bedtime", Planned: 100, Worked: 100},
	} {
		v.ID = record.ID(fmt.Sprint(i))
		must(t, s.PutSession(t.Context(), v))
	}
	brief := func(at time.Time, planned, worked time.Duration) record.Session {
		return record.Session{At: at, Routine: "bedtime", Planned: planned, Worked: worked}
	}
	first, last := brief(at(1, 22, 0), 100, 60), brief(far, 100, 100)
	before := brief(far.Add(-20*time.Hour), 100, 100)
	for _, c := range []struct {
		within record.Span
		want   []record.Session
	}{
		{record.Span{}, []record.Session{first, brief(at(2, 12, 0), 100, 99), brief(at(5, 22, 0), 0, 0), brief(at(7, 22, 0), 100, 100), before, last, first, last}},
		{record.Span{From: at(2, 12, 0), Until: at(5, 0, 0)}, []record.Session{
			brief(at(2, 12, 0), 100, 99), brief(at(2, 12, 0), 100, 99), {At: at(4, 22, 0), Routine: "warmup", Planned: 100, Worked: 99},
		}},
		{record.Span{From: at(2, 0, 0), Until: at(2, 12, 0)}, []record.Session{brief(at(2, 0, 30), 100, 50), brief(at(2, 0, 30), 100, 50), brief(at(2, 11, 59), 100, 49)}},
		{record.Span{From: at(12, 0, 0)}, nil},
	} {
		equal(t, fmt.Sprint("sessions by night in ", c.within), collect(t, s.SessionsByNight(t.Context(), c.within, "bedtime")), c.want)
	}
	for range s.SessionsByNight(t.Context(), record.Span{}, "bedtime") {
		break
	}
}

// furthest: of the sessions of one night the one that was followed for the
// largest share counts, whatever its length.
func furthest(t *testing.T, s *DB) {
	for i, c := range []struct{ planned, worked time.Duration }{{100, 0}, {600, 140}, {400, 120}, {100, 10}} {
		must(t, s.PutSession(t.Context(), record.Session{
			ID: record.ID(fmt.Sprint(i)), At: evening.Add(time.Duration(i) * time.Minute), Routine: "bedtime", Planned: c.planned, Worked: c.worked,
		}))
	}
	equal(t, "the session", collect(t, s.SessionsByNight(t.Context(), record.Span{}, "bedtime"))[0],
		record.Session{At: evening.Add(2 * time.Minute), Routine: "bedtime", Planned: 400, Worked: 120})
	must(t, s.PutSession(t.Context(), record.Session{ID: "unplanned", At: evening.Add(time.Hour), Routine: "bedtime", Worked: 1}))
	equal(t, "the unplanned one", collect(t, s.SessionsByNight(t.Context(), record.Span{}, "bedtime"))[0].Worked, 1)
}

func stops(t *testing.T, s *DB) {
	_, err := s.Merge(t.Context(), record.Batch{Episodes: several(10, cramp)})
	must(t, err)
	for range s.Episodes(t.Context(), record.Span{}, false) {
		break
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := s.PutEpisode(ctx, cramp(11)); !errors.Is(err, context.Canceled) {
		t.Errorf("a row that nobody waits for: %v", err)
	}
	failed := false
	for _, err := range s.Episodes(ctx, record.Span{}, false) {
		failed = failed || errors.Is(err, context.Canceled)
	}
	if !failed {
		t.Error("rows that nobody waits for came without an error")
	}
	equal(t, "rows", len(contents(t, s)), 10)
}
