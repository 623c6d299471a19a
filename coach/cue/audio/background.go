package audio

import (
	"context"
	"slices"

	"uncramp/coach/process"
)

// background is an Output through a program that returns as soon as it plays, and plays
// one sound at a time: a new one cuts the old one.
type background struct {
	player
	turn chan *int // holds the number of the latest sound while nobody tells the program anything
}

func newBackground(p player) background {
	b := background{p, make(chan *int, 1)}
	b.turn <- new(int)
	return b
}

// Play implements Output.
func (b background) Play(ctx context.Context, s Sound) error {
	return b.withFile(s, func(file string) error {
		number, err := b.begin(ctx, file, s)
		if err != nil {
			return err
		}
		wait(ctx, s.Length())
		if ctx.Err() != nil {
			b.end(context.WithoutCancel(ctx), number)
		}
		return ctx.Err()
	})
}

// begin has the program play a file, and returns the sound's number.
func (b background) begin(ctx context.Context, file string, s Sound) (number int, err error) {
	select {
	case <-ctx.Done():
		return 0, ctx.Err()
	case latest := <-b.turn:
		*latest++
		number = *latest
		_, err = process.Run(ctx, process.Command{Program: b.path, Args: append(slices.Clone(b.args), file), Timeout: s.playTimeout()})
		b.turn <- latest
	}
	return number, err
}

// end ends a sound, unless a later one has.
func (b background) end(ctx context.Context, number int) {
	latest := <-b.turn
	if *latest == number {
		_, _ = process.Run(ctx, process.Command{Program: b.path, Args: []string{b.stop}, Timeout: hushTimeout}) // it ends by itself soon
	}
	b.turn <- latest
}
