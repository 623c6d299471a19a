package state

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/coach/visit"
	"uncramp/routines"
)

// noBookmarks are files from which no routine is gone on with.
var noBookmarks = map[string]string{
	"empty": "", "nothing": "null", "a list": "[]", "an empty object": "{}", "cut off": `{"routine":"ease","choi`,
	"no name": `{"routine":"","phase":1}`, "a phase that is a word": `{"routine":"ease","phase":"one"}`, "twice": `{"routine":"ease"}{"routine":"ease"}`,
	"a leg that is none": `{"routine":"ease","choice":{"Side":"middle"}}`, "Latin-1": "{\"routine\":\"ease\",\"cramp\":{\"note\":\"m\xfcde\"}}",
	"a cramp that is none": `{"routine":"ease","cramp":[]}`, "a day that is none": `{"routine":"ease","began":"2026-02-30T03:12:00Z"}`,
}

func TestADamagedBookmarkLeadsNowhere(t *testing.T) {
	for name, text := range noBookmarks {
		path := t.TempDir()
		must(t, os.WriteFile(filepath.Join(path, bookmarkFile), []byte(text), 0o600))
		if b := running(t, path).Bookmark(time.Now()); b != nil {
			t.Errorf("%s: it is %+v", name, b)
		}
	}
}

// FuzzBookmark holds that what is read can be kept as it was read, and that where it
// leads the diary takes the cramp.
func FuzzBookmark(f *testing.F) {
	now := time.Date(2026, 11, 21, 3, 12, 0, 0, time.UTC)
	for _, text := range noBookmarks {
		f.Add([]byte(text))
	}
	for _, b := range []visit.Bookmark{
		{Routine: "desk"}, {Routine: "bedtime", Choice: session.Choice{Side: routines.Left, Position: routines.Seated}, Phase: 3},
		{Routine: "ease", Choice: session.Choice{Muscle: routines.Foot}, Began: now, Cramp: &record.Episode{ID: record.NewID(now), At: now, Note: "müde"}},
	} {
		f.Add(marshal(b))
	}
	f.Add([]byte(`{"routine":"ease","choice":{"Prepare":9223372036854775807},"phase":-1,"began":"0001-01-01T00:00:00+23:59"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		b := parseBookmark(data)
		if b == nil {
			return
		}
		if again := parseBookmark(marshal(b)); again == nil || !bytes.Equal(marshal(again), marshal(b)) {
			t.Errorf("%+v becomes %+v", b, again)
		}
		r, err := routines.Library{}.Find(b.Routine)
		if err != nil {
			return
		}
		plan, err := session.NewPlan(r, b.Choice)
		if err != nil {
			return
		}
		p, goesOn := b.GoOn(visit.Play{Routine: r, Choice: b.Choice, Plan: plan}, now)
		if goesOn && (p.From < 0 || p.From >= len(plan.Phases) || p.Began < 0) {
			t.Errorf("it goes on at %d, after %v", p.From, p.Began)
		}
		cramp := record.Episode{ID: record.NewID(now), At: now, Muscle: p.Choice.Muscle, Side: p.Choice.Side}
		if p.Cramp != nil {
			cramp = *p.Cramp
		}
		if _, err := cramp.Normalize(); err != nil {
			t.Errorf("the diary refuses the cramp: %v", err)
		}
	})
}
