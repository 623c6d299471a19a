package diary

import (
	"context"
	"fmt"
	"iter"
	"time"

	"uncramp/coach/record"
)

// Begun is when the first row of a diary that lies before a moment began; zero
// where there is none. Nothing is known of the nights before it.
func Begun(ctx context.Context, s Store, until time.Time) (time.Time, error) {
	within := record.Span{Until: until}
	cramp, err := firstOf(s.Episodes(ctx, within, false), func(e record.Episode) time.Time { return e.At })
	if err != nil {
		return time.Time{}, err
	}
	followed, err := firstOf(s.Sessions(ctx, within, false), func(f record.Session) time.Time { return f.At })
	if cramp.IsZero() || !followed.IsZero() && followed.Before(cramp) {
		return followed, err
	}
	return cramp, err
}

func firstOf[T any](rows iter.Seq2[T, error], at func(T) time.Time) (time.Time, error) {
	for row, err := range rows {
		if err != nil {
			return time.Time{}, fmt.Errorf("looking for the beginning of the diary: %w", err)
		}
		return at(row), nil
	}
	return time.Time{}, nil
}
