// Package audio is how cues are heard: tones made in code and a voice, through
// PulseAudio, a program that plays, or the terminal's bell.
//
// Its contract: nothing here can hold anything up, and a fault is a word to be
// shown, not an error to be handled. Programs are run by package process.
package audio

import (
	"math"
	"slices"
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

const (
	// inaudible is louder than the silence of a voice.
	inaudible = 64
	// maxPause is the longest silence after words.
	maxPause = time.Second / 2
)

// Pause is the silence that words end with.
func (s Sound) Pause() time.Duration {
	end := len(s)
	for end > max(len(s)-samples(maxPause), 0) && s[end-1] < inaudible && s[end-1] > -inaudible {
		end--
	}
	return s[end:].Length()
}

// joined are words that follow each other, without the silence after the last.
func joined(parts []Sound) Sound {
	s := slices.Concat(parts...)
	return s[:len(s)-samples(s.Pause())]
}

// samples is how many samples take so long.
func samples(d time.Duration) int { return int(d * Rate / time.Second) }

// playTimeout is how long a sound may take to be played: its length, and two
// seconds for the way out to answer.
func (s Sound) playTimeout() time.Duration { return s.Length() + 2*time.Second }

// normalVolume is the volume at which speech is played as it was made.
const normalVolume = 50

// withVolume is a sound that was made, louder or softer; it does not get distorted.
func (s Sound) withVolume(volume int) Sound {
	loudest := 1
	for _, v := range s {
		loudest = max(loudest, int(v), -int(v))
	}
	gain := min(float64(volume)/normalVolume, math.MaxInt16/float64(loudest))
	out := make(Sound, len(s))
	for i, v := range s {
		out[i] = int16(float64(v) * gain)
	}
	return out
}
