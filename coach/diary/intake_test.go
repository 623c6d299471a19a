package diary

import (
	"context"
	"errors"
	"strconv"
	"testing"

	"uncramp/coach/record"
)

func init() { helpers["take"] = takeAndDie }

// takeAll has all rows of a batch taken.
func takeAll(in *Intake, b record.Batch) error {
	var errs []error
	take := func(row any) { _, err := in.Take(row); errs = append(errs, err) }
	for i := range b.Episodes {
		take(&b.Episodes[i])
	}
	for i := range b.Sessions {
		take(&b.Sessions[i])
	}
	for i := range b.Tallies {
		take(&b.Tallies[i])
	}
	return errors.Join(errs...)
}

// takeAndDie takes so many cramps, and then does what kill -9 does.
func takeAndDie(args []string) error {
	d, err := Open(context.Background(), args[0], clock)
	if err != nil {
		return err
	}
	n, err := strconv.Atoi(args[1])
	if err != nil {
		return err
	}
	return d.TakeIn(context.Background(), PreferFile, func(in *Intake) error {
		return errors.Join(takeAll(in, record.Batch{Episodes: several(n, changed)}), die())
	})
}

// changed is an example in a later version.
func changed(n int) record.Episode {
	e := cramp(n)
	e.Note, e.Edited = "changed", evening.UTC()
	return e
}

// TestWhatIsTakenInIsWholeOrNotAtAll: of an intake that fails, is given up or is killed,
// nothing is in the diary, and what was there is as it was.
func TestWhatIsTakenInIsWholeOrNotAtAll(t *testing.T) {
	for _, fault := range []error{errors.New("a fault"), context.Canceled} {
		d := open(t, diaryIn(t))
		_, err := d.Merge(t.Context(), batch(10))
		must(t, err)
		before := contents(t, d)
		err = d.TakeIn(t.Context(), PreferFile, func(in *Intake) error {
			must(t, takeAll(in, record.Batch{Episodes: several(20, changed), Sessions: several(20, followed)}))
			return fault
		})
		if !errors.Is(err, fault) {
			t.Errorf("got %v", err)
		}
		sameRows(t, contents(t, d), before)
		must(t, d.PutEpisode(t.Context(), cramp(99))) // nobody holds the diary
	}
	for _, n := range []int{1, 10, trials(500, 20_000)} {
		path := diaryIn(t)
		d := open(t, path)
		_, err := d.Merge(t.Context(), batch(10))
		must(t, err)
		before := contents(t, d)
		if err := helper(t, "take", path, strconv.Itoa(n)).Run(); err == nil {
			t.Fatal("it was not killed")
		}
		sameRows(t, contents(t, d), before)
	}
}

// TestWhatIsTakenIn is what stands there, and what was taken before is told from what
// says something else.
func TestWhatIsTakenIn(t *testing.T) {
	d := open(t, diaryIn(t))
	_, err := d.Merge(t.Context(), batch(2))
	must(t, err)
	same, later, another, fresh := cramp(0), changed(1), cramp(0), cramp(9)
	another.Note = "to and fro"
	for _, c := range []struct {
		row    record.Episode
		prefer Preference
		want   record.Standing
		note   string
	}{
		{same, PreferNone, record.Same, "the 0."}, {another, PreferDiary, record.Prevails, "the 0."}, {another, PreferLater, record.Prevails, "to and fro"},
		{same, PreferLater, record.Yields, "to and fro"}, {same, PreferFile, record.Yields, "the 0."}, {another, PreferLater, record.Earlier, "the 0."},
		{another, PreferFile, record.Earlier, "to and fro"}, {later, PreferNone, record.Later, "changed"}, {fresh, PreferNone, record.New, "the 9."},
	} {
		must(t, d.TakeIn(t.Context(), c.prefer, func(in *Intake) error {
			got, err := in.Take(&c.row)
			equal(t, "the standing", got, c.want)
			return err
		}))
		kept, err := d.Episode(t.Context(), c.row.ID)
		must(t, err)
		equal(t, "the note", kept.Note, c.note)
	}
	another.Note = "again to and fro"
	err = d.TakeIn(t.Context(), PreferNone, func(in *Intake) error { _, err := in.Take(&another); return err })
	var conflict *Conflict
	if !errors.As(err, &conflict) || conflict.ID != another.ID || conflict.Differs != "note is again to and fro, and to and fro in the diary" {
		t.Errorf("got %v", err)
	}
	back := cramp(0)
	must(t, d.TakeIn(t.Context(), PreferFile, func(in *Intake) error {
		e := record.Episode{ID: back.ID, At: back.At, Edited: evening.AddDate(0, 0, 2).UTC(), Deleted: true}
		return takeAll(in, record.Batch{Episodes: []record.Episode{e}})
	}))
	err = d.TakeIn(t.Context(), PreferNone, func(in *Intake) error { _, err := in.Take(&back); return err })
	if !errors.As(err, &conflict) || conflict.Differs != "deleted is empty, and yes in the diary" {
		t.Errorf("got %v", err)
	}
	mark, gone := marked(1), followed(1)
	mark.Count = 7
	gone.Deleted, gone.Edited = true, evening.AddDate(0, 0, 1).UTC()
	gone, err = gone.Normalize()
	must(t, err)
	err = d.TakeIn(t.Context(), PreferNone, func(in *Intake) error {
		return takeAll(in, record.Batch{Sessions: []record.Session{gone}, Tallies: []record.Tally{mark}})
	})
	if !errors.As(err, &conflict) || conflict.Differs != "count is 7, and 1 in the diary" {
		t.Errorf("got %v", err)
	}
}
