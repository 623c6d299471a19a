package exchange

import (
	"context"
	"fmt"
	"os"
	"slices"
	"time"

	"uncramp/coach/record"
)

var evening = time.Date(2026, 11, 21, 22, 30, 0, 0, time.FixedZone("", 3600))

// examples are some rows of each kind in which everything was given, the
// youngest first: what the diary of the latest version holds.
var examples = func() record.Batch {
	file, err := os.Open("../testdata/version-3.json")
	if err != nil {
		panic(err)
	}
	defer func() { _ = file.Close() }()
	var b record.Batch
	source := Source{Text: file, Format: JSON, Now: evening.AddDate(1, 0, 0)}
	for _, f := range Read(context.Background(), source, func(row Row) error { b = with(b, row); return nil }) {
		panic(f)
	}
	slices.Reverse(b.Episodes)
	slices.Reverse(b.Sessions)
	return b
}()

// with is a batch with a row more.
func with(b record.Batch, row Row) record.Batch {
	switch v := row.Value.(type) {
	case *record.Episode:
		b.Episodes = append(b.Episodes, *v)
	case *record.Session:
		b.Sessions = append(b.Sessions, *v)
	case *record.Tally:
		b.Tallies = append(b.Tallies, *v)
	}
	return b
}

// cramp and followed return an example, later ones with the fields of earlier
// ones.
func cramp(n int) record.Episode {
	e, round := examples.Episodes[n%len(examples.Episodes)], n/len(examples.Episodes)
	e.ID, e.At, e.Edited = record.ID(fmt.Sprintf("cramp-%06d", n)), e.At.AddDate(0, 0, -4*round), e.Edited.AddDate(0, 0, -4*round)
	e.Tried = slices.Clone(e.Tried)
	return e
}

func followed(n int) record.Session {
	s, round := examples.Sessions[n%len(examples.Sessions)], n/len(examples.Sessions)
	s.ID, s.At, s.Edited = record.ID(fmt.Sprintf("session-%06d", n)), s.At.AddDate(0, 0, -3*round), s.Edited.AddDate(0, 0, -3*round)
	s.Done = slices.Clone(s.Done)
	return s
}

// marked returns an example of each kind of mark in turn; every fifth was taken away.
func marked(n int) record.Tally {
	at := evening.AddDate(0, 0, -n)
	m := record.Tally{Kind: record.TallyKinds()[n%len(record.TallyKinds())], Day: at.Format(time.DateOnly), Count: n % 5, Edited: at.UTC()}
	switch m.Kind {
	case record.Cause:
		m.Day, m.Name, m.Count = "", fmt.Sprint("card-", n), min(n%4, 1)
	case record.Baseline, record.Programme, record.Stopped:
		m.Name, m.Count = "bedtime", min(n%4, 1)
	case record.Water:
	}
	return m
}

// batch returns the first so many examples of each kind of row.
func batch(n int) record.Batch {
	return record.Batch{Episodes: several(n, cramp), Sessions: several(n, followed), Tallies: several(n, marked)}
}

func several[T any](n int, example func(int) T) (list []T) {
	for i := range n {
		list = append(list, example(i))
	}
	return list
}
