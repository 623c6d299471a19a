package audio

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
)

// Say speaks words, so many words a minute faster than is set, and waits until they
// are made.
type Say func(ctx context.Context, words string, faster int) (Sound, error)

// OpenVoice returns the voice of this machine, with these settings. Its words are
// kept in a folder. Where there is none, the error says what was looked for.
func OpenVoice(v VoiceSettings, path string) (Say, error) {
	usual, tried := openCache(v, path)
	if usual == nil {
		var missing []string
		for _, t := range tried {
			missing = append(missing, t.Why)
		}
		return nil, errors.New(strings.Join(missing, "; "))
	}
	usual.most = samples(maxLength) // what is said again comes from the folder
	return func(ctx context.Context, words string, faster int) (Sound, error) {
		if faster == 0 {
			return usual.made(ctx, words)
		}
		hurried := v
		hurried.Rate += faster
		c, _ := openCache(hurried, path)
		if c == nil {
			return nil, fmt.Errorf(notSaid, usual.name)
		}
		return c.made(ctx, words)
	}, nil
}

// made returns words when they are made.
func (c *cache) made(ctx context.Context, words string) (Sound, error) {
	c.Prepare(ctx, []string{words})
	sound, ok := c.Ready(words)
	switch {
	case ok || cleanLine(words) == "":
		return sound, nil
	case ctx.Err() != nil:
		return nil, ctx.Err()
	}
	return nil, fmt.Errorf(notSaid, c.name)
}

// SayWithin speaks words within a time: as fast as is set or, where that takes too
// long, as much faster as it takes. What takes longer even then is cut.
func SayWithin(ctx context.Context, say Say, most time.Duration, words string) (Sound, error) {
	const step, fastest = 10, 200
	for faster := 0; ; faster += step {
		sound, err := say(ctx, words, faster)
		switch {
		case err != nil || sound.Length() <= most:
			return sound, err
		case faster >= fastest:
			return sound[:samples(most)], nil
		}
	}
}
