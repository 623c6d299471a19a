package visit

import (
	"testing"
	"time"

	"uncramp/coach/record"
	"uncramp/coach/session"
)

// FuzzVisit presses keys at random moments. Each pair of bytes is one of the
// actions that there are just then and how many tenths of a second pass before
// it; a high bit lets the lid be closed for an hour instead.
func FuzzVisit(f *testing.F) {
	f.Add("ease", []byte{6, 50, 18, 10, 17, 20, 22, 40})
	f.Add("ease", []byte{8, 50, 19, 10, 6, 90, 2, 3, 3, 3})
	f.Add("heat", []byte{0, 250, 0, 200, 27, 1, 1, 1})
	f.Add("bedtime", []byte{0, 10, 0x80, 0, 0, 20, 13, 1, 13, 1, 27, 9})
	f.Fuzz(func(t *testing.T, id string, script []byte) {
		if id != "ease" && id != "heat" {
			id = "bedtime"
		}
		w := &watcher{t: t, person: follow(t, play(t, id, session.Choice{})), cramps: map[record.ID]record.Episode{}, rows: map[record.ID]record.Session{}}
		now := at(0)
		for i := 0; i+1 < len(script) && !w.left; i += 2 {
			now = w.wait(now, time.Duration(script[i+1])*100*time.Millisecond)
			if script[i]&0x80 != 0 {
				now.Wall = now.Wall.Add(time.Hour)
				w.advance(now)
				continue
			}
			rows := w.visit.Actions()
			if len(rows) == 0 {
				t.Fatal("nothing can be done any more")
			}
			row := rows[int(script[i])%len(rows)]
			_, n, _ := w.visit.Key(row.Keys[int(script[i+1])%len(row.Keys)])
			w.do(row, n, now)
		}
		before := w.visit
		var r Result
		w.visit, r, _ = w.visit.BreakOff(now)
		w.check(before, r, now, 0)
	})
}

// watcher holds what must be true of a visit at every moment.
type watcher struct {
	t *testing.T
	*person
	cramps map[record.ID]record.Episode // as they were last kept
	rows   map[record.ID]record.Session // the same
}

// wait lets time pass as wake-ups do.
func (w *watcher) wait(now session.Instant, d time.Duration) session.Instant {
	idle := 0
	for until := now.Mono + d; now.Mono < until; {
		step := until - now.Mono
		if due, ok := w.visit.Wake(now); ok {
			step = min(step, due)
		}
		if idle = idle + 1; step > 0 {
			idle = 0
		}
		if idle > 10 {
			w.t.Fatalf("it wakes again and again at %v", now.Mono)
		}
		now = session.Instant{Wall: now.Wall.Add(step), Mono: now.Mono + step}
		w.advance(now)
	}
	return now
}

func (w *watcher) advance(now session.Instant) {
	before := w.visit
	var r Result
	w.visit, r = w.visit.Advance(now)
	w.check(before, r, now, 0)
}

func (w *watcher) do(row Row, n int, now session.Instant) {
	before := w.visit
	var r Result
	w.visit, r = w.visit.Do(row, n, now)
	slack := time.Duration(0)
	if row.Action == Later {
		slack = time.Minute
	}
	w.check(before, r, now, slack)
	w.left = r.Leave
	switch {
	case r.Load != "":
		w.begin(play(w.t, r.Load, w.visit.Choice()), now)
	case r.Play != nil:
		w.begin(*r.Play, now)
		if !r.Play.Anew && isRelief(before.Session()) && w.visit.Session().SinceOnset(now) < before.Session().SinceOnset(now) {
			w.t.Fatal("the clock of a cramp began anew")
		}
	}
}

func (w *watcher) begin(p Play, now session.Instant) {
	var r Result
	w.visit, r = w.visit.Begin(p, now)
	w.take(r, now)
}

// check holds that the clock since the cramp began never goes back but by the
// person's own word, and that nothing is kept twice.
func (w *watcher) check(before Visit, r Result, now session.Instant, slack time.Duration) {
	if was, is := before.Session().SinceOnset(now), w.visit.Session().SinceOnset(now); isRelief(w.visit.Session()) && is < was-slack {
		w.t.Fatalf("it began %v ago, and now %v", was, is)
	}
	w.take(r, now)
}

// take puts what came of something into the diary.
func (w *watcher) take(r Result, now session.Instant) {
	for _, row := range r.Keep.Sessions {
		w.rows[row.ID] = row
	}
	for _, e := range r.Keep.Episodes {
		if _, err := e.Normalize(); err != nil {
			w.t.Fatal(err)
		}
		if old, again := w.cramps[e.ID]; again && !e.Edited.After(old.Edited) {
			w.t.Fatalf("kept anew as %+v, before as %+v", e, old)
		}
		w.cramps[e.ID] = e
	}
	w.checkDiary(now)
}

// checkDiary holds that what is in the diary was worth it, and belongs together.
func (w *watcher) checkDiary(now session.Instant) {
	routines := map[record.ID]bool{}
	for _, f := range w.visit.past {
		routines[f.id] = f.counts(now)
	}
	for id, row := range w.rows {
		if keeps, there := routines[id]; id != w.visit.id && (!there || keeps == row.Deleted) || row.Worked < 0 {
			w.t.Fatalf("the diary has %+v", row)
		}
		if e, there := w.cramps[row.Episode]; !row.Deleted && row.Episode != "" && (!there || e.Deleted) {
			w.t.Fatalf("%+v belongs to no cramp", row)
		}
	}
	for id, e := range w.cramps {
		followed := false
		for _, row := range w.rows {
			followed = followed || row.Episode == id && !row.Deleted
		}
		if !e.Deleted && !followed {
			w.t.Fatalf("nothing was followed for %+v", e)
		}
	}
}
