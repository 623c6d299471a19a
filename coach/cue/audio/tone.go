package audio

import (
	"math"
	"time"

	"uncramp/coach/cue"
)

// note is one pitch of a tone.
type note struct {
	hertz    float64
	from     time.Duration // since the tone began
	length   time.Duration
	loudness float64 // at full volume; 1 is as loud as a sound can be
}

// Nothing is shrill: with its overtone no note comes above 1200 Hz. Nothing is
// so low that a phone's loudspeaker swallows it.
var notes = map[cue.Tone][]note{
	cue.Begin:  {{392.00, 0, 180 * ms, 0.50}, {523.25, 120 * ms, 280 * ms, 0.60}},
	cue.Ease:   {{293.66, 0, 500 * ms, 0.40}},
	cue.Ready:  {{440.00, 0, 160 * ms, 0.25}},
	cue.Tick:   {{349.23, 0, 60 * ms, 0.45}},
	cue.Half:   {{440.00, 0, 140 * ms, 0.40}, {440.00, 180 * ms, 140 * ms, 0.40}},
	cue.Finish: {{523.25, 0, 220 * ms, 0.50}, {392.00, 160 * ms, 220 * ms, 0.50}, {261.63, 320 * ms, 280 * ms, 0.60}},
	cue.Ask:    {{392.00, 0, 160 * ms, 0.45}, {329.63, 140 * ms, 160 * ms, 0.40}, {466.16, 280 * ms, 240 * ms, 0.45}},
}

const ms = time.Millisecond

// A note swells for so long, so that it does not click, and fades from there
// to its end. The octave above gives it some body.
const (
	attack = 10 * ms
	octave = 0.15 // share of the loudness
)

// Tone makes the sound of a tone. Volume goes from 0, which is silent, to 100;
// the ear takes 50 for about half as loud.
func Tone(t cue.Tone, volume int) Sound {
	part := float64(min(max(volume, 0), 100)) / 100
	gain := part * part * math.MaxInt16
	var length time.Duration
	for _, n := range notes[t] {
		length = max(length, n.from+n.length)
	}
	s := make(Sound, samples(length))
	for i := range s {
		at := time.Duration(i) * time.Second / Rate
		var level float64
		for _, n := range notes[t] {
			level += n.at(at - n.from)
		}
		s[i] = int16(math.Round(gain * level))
	}
	return s
}

// at is the level of the note so long after it began, between -1 and 1.
func (n note) at(since time.Duration) float64 {
	if since <= 0 || since >= n.length {
		return 0
	}
	turn := 2 * math.Pi * n.hertz * since.Seconds()
	wave := (1-octave)*math.Sin(turn) + octave*math.Sin(2*turn)
	return n.loudness * wave * envelope(since, n.length)
}

// envelope swells and fades along a cosine.
func envelope(since, length time.Duration) float64 {
	part := float64(since) / float64(attack)
	if since > attack {
		part = float64(length-since) / float64(length-attack)
	}
	return (1 - math.Cos(math.Pi*part)) / 2
}
