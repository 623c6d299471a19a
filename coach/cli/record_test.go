package cli

import (
	"context"
	"strings"
	"testing"
	"time"

	"uncramp/coach/diary"
	"uncramp/coach/record"
)

// TestACrampIsKeptWithItsSession, or neither is.
func TestACrampIsKeptWithItsSession(t *testing.T) {
	x, _ := shelved(t)
	r := record.Entry{
		Episode: record.Episode{ID: "cramp", At: morning},
		Session: record.Session{ID: "session", At: morning, Routine: "relief", Planned: -time.Minute, Episode: "cramp"},
	}
	if err := x.record(r); err == nil || !strings.Contains(err.Error(), "planned") {
		t.Errorf("a session that can't be kept: %v", err)
	}
	kept := func() (n int) {
		err := x.inDiary(func(ctx context.Context, s diary.Store) error {
			cramps, err := all(s.Episodes(ctx, record.Span{}, true))
			if err != nil {
				return err
			}
			sessions, err := all(s.Sessions(ctx, record.Span{}, true))
			n = len(cramps) + len(sessions)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if n := kept(); n != 0 {
		t.Errorf("%d rows are kept of what was refused", n)
	}
	r.Session.Planned = time.Minute
	if err := x.record(r); err != nil || kept() != 2 {
		t.Errorf("%d rows are kept, %v", kept(), err)
	}
	r.Session.ID, r.Episode = "another", record.Episode{}
	if err := x.record(r); err != nil || kept() != 3 {
		t.Errorf("%d rows are kept after a routine for no cramp, %v", kept(), err)
	}
}
