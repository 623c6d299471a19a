package audio

import (
	"math"
	"testing"
	"time"

	"uncramp/coach/cue"
)

// tones are all of them but None, with what must be heard from when until when.
var tones = []struct {
	name   string
	tone   cue.Tone
	length time.Duration
	pitch  []pitched
}{
	{"begin", cue.Begin, 400 * ms, []pitched{{10 * ms, 110 * ms, 392}, {190 * ms, 380 * ms, 523}}},
	{"ease", cue.Ease, 500 * ms, []pitched{{10 * ms, 450 * ms, 294}}},
	{"ready", cue.Ready, 160 * ms, []pitched{{10 * ms, 150 * ms, 440}}},
	{"tick", cue.Tick, 60 * ms, []pitched{{0, 55 * ms, 349}}},
	{"half", cue.Half, 320 * ms, []pitched{{10 * ms, 130 * ms, 440}, {190 * ms, 310 * ms, 440}}},
	{"finish", cue.Finish, 600 * ms, []pitched{{10 * ms, 150 * ms, 523}, {230 * ms, 310 * ms, 392}, {390 * ms, 580 * ms, 262}}},
	{"ask", cue.Ask, 520 * ms, []pitched{{10 * ms, 130 * ms, 392}, {170 * ms, 270 * ms, 330}, {310 * ms, 500 * ms, 466}}},
}

type pitched struct {
	from, to time.Duration
	hertz    float64
}

func TestTonesHaveTheirPitches(t *testing.T) {
	if len(tones) != len(notes) {
		t.Errorf("%d tones are looked at, %d there are", len(tones), len(notes))
	}
	for _, tt := range tones {
		s := Tone(tt.tone, 100)
		if s.Length() != tt.length {
			t.Errorf("%s takes %v, want %v", tt.name, s.Length(), tt.length)
		}
		for _, p := range tt.pitch {
			got := pitch(s[samples(p.from):samples(p.to)])
			if math.Abs(got-p.hertz) > 0.01*p.hertz {
				t.Errorf("%s from %v on is at %.1f Hz, want %.0f", tt.name, p.from, got, p.hertz)
			}
		}
	}
}

// pitch is how often a second a sound swings upwards through nothing.
func pitch(s Sound) float64 {
	first, last, swings := 0.0, 0.0, -1
	for i := 1; i < len(s); i++ {
		if s[i-1] >= 0 || s[i] < 0 {
			continue
		}
		at := float64(i) - float64(s[i])/float64(int(s[i])-int(s[i-1]))
		if swings++; swings == 0 {
			first = at
		}
		last = at
	}
	if swings < 1 {
		return 0
	}
	return float64(swings) * Rate / (last - first)
}

func TestTonesAreGentle(t *testing.T) {
	const still, steepest = 4, 0.10 * math.MaxInt16
	for _, tt := range tones {
		s := Tone(tt.tone, 100)
		for i, v := range s {
			if v == math.MaxInt16 || v <= -math.MaxInt16 {
				t.Errorf("%s is clipped at sample %d", tt.name, i)
				break
			}
			if i > 0 && math.Abs(float64(v)-float64(s[i-1])) > steepest {
				t.Errorf("%s jumps from %d to %d", tt.name, s[i-1], v)
				break
			}
		}
		first, last := s[0], s[len(s)-1]
		if first != 0 || last < -still || last > still {
			t.Errorf("%s begins with %d and ends with %d", tt.name, first, last)
		}
		top := loudest(s)
		if swell := loudest(s[:samples(time.Millisecond)]); swell > top/10 {
			t.Errorf("%s swells to %d of %d within a millisecond", tt.name, swell, top)
		}
		if fade := loudest(s[len(s)-samples(time.Millisecond):]); fade > top/50 {
			t.Errorf("%s breaks off at %d of %d", tt.name, fade, top)
		}
	}
}

func loudest(s Sound) (top int) {
	for _, v := range s {
		top = max(top, int(v), -int(v))
	}
	return top
}

func TestNothingIsShrill(t *testing.T) {
	t.Parallel()
	const highest, step, share = 1200, 20, 0.001
	for _, tt := range tones {
		s := Tone(tt.tone, 100)
		strongest := 0.0
		for hertz := 200.0; hertz <= highest; hertz += step {
			strongest = max(strongest, strength(s, hertz))
		}
		for hertz := highest + 50.0; hertz < Rate/2; hertz += step {
			if got := strength(s, hertz); got > share*strongest {
				t.Errorf("%s has %.5f of its strength at %.0f Hz", tt.name, got/strongest, hertz)
				break
			}
		}
	}
}

// strength is how much of a pitch is in a sound, by Goertzel.
func strength(s Sound, hertz float64) float64 {
	turn := 2 * math.Cos(2*math.Pi*hertz/Rate)
	before, now := 0.0, 0.0
	for _, v := range s {
		before, now = now, float64(v)+turn*now-before
	}
	return math.Sqrt(max(before*before+now*now-turn*before*now, 0)) / float64(max(len(s), 1))
}

func TestBeginAndEndAreToldApart(t *testing.T) {
	begin, finish, ease, ready := Tone(cue.Begin, 100), Tone(cue.Finish, 100), Tone(cue.Ease, 100), Tone(cue.Ready, 100)
	const part = Rate / 10
	if first, last := pitch(begin[:part]), pitch(begin[len(begin)-part:]); last < 1.2*first {
		t.Errorf("begin goes from %.0f to %.0f Hz, which is not upwards", first, last)
	}
	if first, last := pitch(finish[:part]), pitch(finish[len(finish)-part:]); first < 1.2*last {
		t.Errorf("finish goes from %.0f to %.0f Hz, which is not downwards", first, last)
	}
	if pitch(ease) > 0.8*pitch(begin[:part]) || loudness(ease) > 0.8*loudness(begin) {
		t.Errorf("ease is no lower and softer than begin: %.0f Hz, loudness %.0f of %.0f", pitch(ease), loudness(ease), loudness(begin))
	}
	if loudness(ready) > 0.6*loudness(begin) {
		t.Errorf("ready is as loud as begin: %.0f of %.0f", loudness(ready), loudness(begin))
	}
}

func TestVolume(t *testing.T) {
	for _, tt := range tones {
		full := loudness(Tone(tt.tone, 100))
		if half := loudness(Tone(tt.tone, 50)); math.Abs(half/full-0.25) > 0.01 {
			t.Errorf("%s at 50 has %.3f of its loudness, want a quarter", tt.name, half/full)
		}
		for volume, want := range map[int]float64{0: 0, -5: 0, math.MinInt: 0, 101: full, math.MaxInt: full} {
			if got := loudness(Tone(tt.tone, volume)); got != want {
				t.Errorf("%s at %d has the loudness %.1f, want %.1f", tt.name, volume, got, want)
			}
		}
		if softest := loudest(Tone(tt.tone, 10)); softest < 50 {
			t.Errorf("%s at 10 cannot be heard: %d", tt.name, softest)
		}
	}
}

func TestNoToneIsNoSound(t *testing.T) {
	for _, tone := range []cue.Tone{cue.None, -1, 99} {
		if s := Tone(tone, 100); len(s) > 0 {
			t.Errorf("tone %d takes %v", tone, s.Length())
		}
	}
}
