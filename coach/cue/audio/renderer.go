package audio

import (
	"context"
	"math"
	"slices"
	"time"

	"uncramp/coach/cue"
	"uncramp/coach/outline"
)

// RecordingRate is how many samples a second a recording has.
const RecordingRate = Rate / 2

// fade is how long a sound that is cut takes to fade, so that it does not click.
const fade = 10 * time.Millisecond

// renderedAtOnce is how many samples are mixed at a time.
const renderedAtOnce = 4096

// Renderer mixes what would be heard of cues into samples, in order and without
// waiting, as [Mixer] would play it. A clock of the listener's stands for real time.
type Renderer struct {
	on    cue.Switches
	say   Say // used where the voice is on
	write func(samples []int16) error

	written   int // samples
	sounds    []*clip
	tone      *clip
	words     *clip
	urgent    bool // the words must not be cut
	memory    outline.Memory
	telling   []cue.Sentence // remembered if the words come to their end
	mixed     [renderedAtOnce]int32
	finalized [renderedAtOnce]int16
}

// NewRenderer returns a renderer that writes samples at [RecordingRate] as they are
// made. It keeps no more than what sounds.
func NewRenderer(on cue.Switches, say Say, write func(samples []int16) error) *Renderer {
	return &Renderer{on: on, say: say, write: write, tone: &clip{}, words: &clip{}}
}

// Play mixes a cue in at a moment, none of which may be earlier than the one before. It
// returns the cue with those words alone that are said.
func (r *Renderer) Play(ctx context.Context, c cue.Cue, at time.Duration) (cue.Cue, error) {
	if err := r.Render(at); err != nil {
		return c, err
	}
	saying := r.words.end() > r.written
	if !saying {
		r.memory, r.telling = remember(r.memory, r.telling), nil
	}
	r.memory = recall(r.memory, c, r.telling)
	o := orderOf(c, r.on, saying, r.urgent)
	if o.hush || o.speak {
		r.words.cut(r.written)
		r.telling = nil
	}
	if len(o.tone) > 0 {
		r.tone.cut(r.written)
		r.tone = r.add(o.tone, 0)
	}
	said, err := r.utter(ctx, c, o)
	if err != nil {
		return c, err
	}
	c.Words, c.More = nil, said.more
	if len(said.parts) > 0 {
		c.Words = []string{said.words}
	}
	return c, nil
}

// utter mixes in what is said of a cue, after its tone.
func (r *Renderer) utter(ctx context.Context, c cue.Cue, o order) (said utterance[Sound], err error) {
	if !o.speak {
		return said, nil
	}
	said, ok := fullest(c, r.memory, o.tone.Length(), func(words string) (sound Sound, ok bool) {
		if err == nil {
			sound, err = r.say(ctx, words, 0)
		}
		return sound, err == nil
	})
	if ok && err == nil {
		r.words = r.add(joined(said.parts).withVolume(r.on.Volume), o.tone.Length())
		r.urgent, r.telling = c.Urgent, said.more
	}
	return said, err
}

// Hurry is how many words a minute faster it may go where words would not fit.
const Hurry = 60

// SayBefore says words between what sounds and a later moment, with as much silence
// before them as a gap, so that they end at that moment. They go so many words a minute
// faster at most. It reports whether they fit, and were said.
func (r *Renderer) SayBefore(ctx context.Context, words string, end, gap time.Duration, hurry int) (said bool, err error) {
	if !r.on.Voice {
		return false, nil
	}
	quiet := r.written + recorded(gap)
	for _, c := range r.sounds {
		quiet = max(quiet, c.end()+recorded(gap))
	}
	for faster := 0; faster <= hurry; faster += 10 {
		sound, err := r.say(ctx, words, faster)
		if err != nil {
			return false, err
		}
		if from := recorded(end - sound.Length()); from >= quiet {
			r.words = r.add(sound.withVolume(r.on.Volume), 0)
			r.words.from = from
			return true, nil
		}
	}
	return false, nil
}

// Add mixes a sound in where the recording has come to, at its volume.
func (r *Renderer) Add(s Sound) { r.add(s.withVolume(r.on.Volume), 0) }

// add mixes a sound in so long after where the recording has come to.
func (r *Renderer) add(s Sound, after time.Duration) *clip {
	c := &clip{s.halved(), r.written + recorded(after)}
	r.sounds = append(r.sounds, c)
	return c
}

// Render mixes all that sounds until a moment of the recording.
func (r *Renderer) Render(until time.Duration) error { return r.renderTo(recorded(until)) }

// End mixes what still sounds until a moment at most, so that the recording is a whole
// number of blocks of samples long, and fades it there.
func (r *Renderer) End(until time.Duration, block int) error {
	end := recorded(until) / block * block
	if err := r.renderTo(end - recorded(fade)); err != nil {
		return err
	}
	for _, c := range r.sounds {
		c.cut(r.written)
	}
	return r.renderTo(end)
}

func (r *Renderer) renderTo(end int) error {
	for r.written < end {
		if err := r.mix(min(end-r.written, renderedAtOnce)); err != nil {
			return err
		}
	}
	return nil
}

// mix writes so many samples of all that sounds.
func (r *Renderer) mix(n int) error {
	mixed := r.mixed[:n]
	clear(mixed)
	for _, c := range r.sounds {
		for i := max(c.from, r.written); i < min(c.end(), r.written+n); i++ {
			mixed[i-r.written] += int32(c.samples[i-c.from])
		}
	}
	for i, v := range mixed {
		r.finalized[i] = int16(min(max(v, math.MinInt16), math.MaxInt16))
	}
	r.written += n
	r.sounds = slices.DeleteFunc(r.sounds, func(c *clip) bool { return c.end() <= r.written })
	return r.write(r.finalized[:n])
}

// recorded is how many samples of a recording take so long.
func recorded(d time.Duration) int { return int(d * RecordingRate / time.Second) }

// clip is a sound in a recording.
type clip struct {
	samples []int16
	from    int // place of its first sample
}

// end is the place behind its last sample.
func (c *clip) end() int { return c.from + len(c.samples) }

// cut ends it at a place, or soon after: it fades.
func (c *clip) cut(at int) {
	played := at - c.from
	if played <= 0 {
		c.samples = nil
		return
	}
	length := recorded(fade)
	if played+length >= len(c.samples) {
		return
	}
	c.samples = c.samples[:played+length]
	for i := range length {
		c.samples[played+i] = int16(int(c.samples[played+i]) * (length - i) / length)
	}
}

// halved is a sound at [RecordingRate]. Each sample is weighed with those beside it,
// which keeps what is higher than a recording can hold from coming back as noise.
func (s Sound) halved() []int16 {
	out := make([]int16, (len(s)+1)/2)
	for i := range out {
		here := int(s[2*i])
		before, after := here, here
		if i > 0 {
			before = int(s[2*i-1])
		}
		if 2*i+1 < len(s) {
			after = int(s[2*i+1])
		}
		out[i] = int16((before + 2*here + after) / 4)
	}
	return out
}
