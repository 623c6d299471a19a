// Package cue is what is heard: tones made in code and a voice, through
// whatever way out the machine has. Silence is one too.
//
// Its contract: nothing here can hold anything up. A program that hangs,
// floods, forks or fails is ended with all it started, and a fault is a word
// to be shown, not an error to be handled.
package cue

import (
	"context"
	"math"
	"time"
)

// Rate is how many samples a second every sound has.
const Rate = 44100

// Sound is one channel of samples, 16 bits each, at [Rate].
type Sound []int16

// Length is how long a sound takes.
func (s Sound) Length() time.Duration {
	return time.Duration(len(s)) * time.Second / Rate
}

// spoken is the volume at which speech is played as it was made.
const spoken = 50

// at is a sound that was made, louder or softer; it does not get distorted.
func (s Sound) at(volume int) Sound {
	loudest := 1
	for _, v := range s {
		loudest = max(loudest, int(v), -int(v))
	}
	gain := min(float64(volume)/spoken, math.MaxInt16/float64(loudest))
	out := make(Sound, len(s))
	for i, v := range s {
		out[i] = int16(float64(v) * gain)
	}
	return out
}

// Output is a way out for sounds. It may be asked to play several at once.
type Output interface {
	// Name tells which one it is, as the person knows it: "PulseAudio", "aplay".
	Name() string
	// Play plays a sound to its end, or until the context is done. Whatever it
	// started is gone when it returns.
	Play(ctx context.Context, s Sound) error
	// Close lets go of everything.
	Close() error
}

// Voice turns words into a sound.
type Voice interface {
	// Name tells which one it is: "espeak-ng", "say".
	Name() string
	// Say returns the words, spoken. They are text whatever they begin with.
	Say(ctx context.Context, words string) (Sound, error)
}
