// Package recording writes a routine as a sound file: what would be heard of it, with
// nobody there to answer, in the time that it takes. It streams: a long routine takes
// no more memory than a short one.
package recording

import (
	"context"
	"errors"
	"io"
	"os"
	"time"

	"uncramp/coach/cue"
	"uncramp/coach/cue/audio"
	"uncramp/coach/private"
	"uncramp/coach/session"
)

// Recording is a routine that is to be written as sound.
type Recording struct {
	Plan session.Plan
	On   cue.Switches
	Say  audio.Say // used where the voice is on
	// Opening is said before the routine begins, in [OpeningMost] at most.
	Opening string
}

const (
	// OpeningMost is how long the opening takes at most, with the silence after it.
	OpeningMost = 5 * time.Second
	// tail is how long a recording goes on, at most, when its routine is over: the
	// last tone begins then.
	tail = 195 * time.Millisecond
)

// WriteFile writes the recording to a file, whole or not at all, in the format that
// the file's ending names.
func (r Recording) WriteFile(ctx context.Context, path string) error {
	newEncoder, ok := formatOf(path)
	if !ok {
		return errors.New(noFormat)
	}
	return private.WriteBy(path, func(f *os.File) error { return r.write(ctx, f, newEncoder) })
}

// write writes the recording in a format.
func (r Recording) write(ctx context.Context, w io.WriteSeeker, newEncoder newEncoder) error {
	file, err := newEncoder(w, r.Plan.Name)
	if err != nil {
		return err
	}
	if err := r.render(ctx, file.Write); err != nil {
		return err
	}
	return file.Close()
}

// render mixes the opening and all that is heard of the routine.
func (r Recording) render(ctx context.Context, write func([]int16) error) error {
	out := audio.NewRenderer(r.On, r.Say, write)
	begins, err := r.open(ctx, out)
	if err != nil {
		return err
	}
	all, err := r.score(ctx)
	if err != nil {
		return err
	}
	last := len(all) - 1
	told, err := r.tellsEnd(ctx, all)
	if err != nil {
		return err
	}
	for i, h := range all[:last] {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if _, err := out.Play(ctx, h.cue, begins+h.at); err != nil {
			return err
		}
		if i == told.after {
			if _, err := told.say(ctx, out, begins+all[i+1].at); err != nil {
				return err
			}
		}
	}
	return finish(ctx, out, all[last].cue, begins+all[last].at)
}

// open says the opening, and returns when the routine begins.
func (r Recording) open(ctx context.Context, out *audio.Renderer) (time.Duration, error) {
	if !r.On.Voice || r.Opening == "" {
		return 0, nil
	}
	words, err := audio.SayWithin(ctx, r.Say, OpeningMost-cue.Spacing, r.Opening)
	if err != nil {
		return 0, err
	}
	out.Add(words)
	return words.Length() + cue.Spacing, nil
}

// finish mixes the last tone in, as far as it goes in the tail. Its words have been
// said ahead, or there is no time for them.
func finish(ctx context.Context, out *audio.Renderer, c cue.Cue, at time.Duration) error {
	c.Words = nil
	if _, err := out.Play(ctx, c, at); err != nil {
		return err
	}
	return out.End(at+tail, block)
}

// heard is a cue, and when it is heard.
type heard struct {
	at     time.Duration // since the routine began
	cue    cue.Cue
	ending session.Ending // at this moment
}

// score is what is heard of a routine, in order. The last is its end.
type score []heard

// score is what is heard of the routine; each cue but the last has those words alone that
// are said.
func (r Recording) score(ctx context.Context) (score, error) {
	all := follow(r.Plan)
	unheard := audio.NewRenderer(r.On, r.Say, func([]int16) error { return nil })
	for i, h := range all[:len(all)-1] {
		var err error
		if all[i].cue, err = unheard.Play(ctx, h.cue, h.at); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// follow lets a session of a plan go by with nobody there: each event falls due by
// itself.
func follow(p session.Plan) (all score) {
	var now session.Instant
	s, events := session.Start(p, now)
	for {
		for _, e := range events {
			all = append(all, heard{e.At, cue.Of(s, e), s.Ending()})
		}
		wait, ok := s.Wake(now)
		if !ok {
			return all
		}
		now.Wall, now.Mono = now.Wall.Add(wait), now.Mono+wait
		s, events = session.Next(s, session.Wake, now)
	}
}
