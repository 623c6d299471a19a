package recording

import (
	"context"
	"time"

	"uncramp/coach/cue"
	"uncramp/coach/cue/audio"
	"uncramp/coach/session"
)

// endWords are words that tell ahead what is told after a routine, and where they
// are said.
type endWords struct {
	words string
	after int // the place of the score, -1 for nowhere
	hurry int // how many words a minute faster they may go
}

// tellsEnd finds the latest place of a score that has time for the words about its end,
// the fullest first. They go faster only where they would not fit anywhere.
func (r Recording) tellsEnd(ctx context.Context, all score) (endWords, error) {
	how := all[len(all)-1].ending
	for _, words := range cue.AheadOfEnd(r.Plan, how) {
		for _, hurry := range []int{0, audio.Hurry} {
			for i := len(all) - 2; i >= 0; i-- {
				told := endWords{words, i, hurry}
				fits, err := r.fits(ctx, all, told)
				if err != nil || fits {
					return told, err
				}
				if how != session.Completed && len(all[i].cue.Words) > 0 {
					break // it is true at the end alone
				}
			}
		}
	}
	return endWords{after: -1}, nil
}

// Untold is what is told when the routine ends, if the recording has no time for all of it.
func (r Recording) Untold(ctx context.Context) (string, error) {
	all, err := r.score(ctx)
	if err != nil {
		return "", err
	}
	ways := cue.AheadOfEnd(r.Plan, all[len(all)-1].ending)
	if !r.On.Voice || len(ways) == 0 {
		return "", nil
	}
	told, err := r.tellsEnd(ctx, all)
	if err != nil || told.words == ways[0] {
		return "", err
	}
	return ways[0], nil
}

// fits tries whether there is time for words at their place.
func (r Recording) fits(ctx context.Context, all score, told endWords) (bool, error) {
	here := all[told.after]
	if len(here.cue.Words) == 0 { // others may still be said
		return false, nil
	}
	unheard := audio.NewRenderer(r.On, r.Say, func([]int16) error { return nil })
	if _, err := unheard.Play(ctx, here.cue, 0); err != nil {
		return false, err
	}
	return told.say(ctx, unheard, all[told.after+1].at-here.at)
}

// say says the words before what is heard next, and reports whether there is time.
func (t endWords) say(ctx context.Context, out *audio.Renderer, next time.Duration) (bool, error) {
	return out.SayBefore(ctx, t.words, next-cue.Spacing, cue.Spacing, t.hurry)
}
