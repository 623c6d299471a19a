package recording

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/mewkiz/flac"

	"uncramp/coach/cue"
	"uncramp/coach/cue/audio"
	"uncramp/coach/session"
	"uncramp/coach/skip"
	"uncramp/routines"
)

const ms = time.Millisecond

func planOf(t testing.TB, id string) session.Plan {
	t.Helper()
	r, err := routines.Library{}.Find(id)
	if err != nil {
		t.Fatal(err)
	}
	p, err := session.NewPlan(r, session.Choice{})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// builtIn are the ids of all routines that the program has.
func builtIn(t testing.TB) (ids []string) {
	t.Helper()
	heads, err := routines.Library{}.Heads(session.Head)
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range heads {
		ids = append(ids, h.ID)
	}
	return ids
}

// speak is a voice that takes 60 ms a letter, and hums or, to find tones, is silent.
func speak(level int16) audio.Say {
	return func(_ context.Context, words string, faster int) (audio.Sound, error) {
		s := make(audio.Sound, len(words)*audio.Rate*60/1000*150/(150+faster))
		for i := range s {
			s[i] = level
		}
		return s, nil
	}
}

// aloud is a recording with everything that can be heard.
func aloud(p session.Plan) Recording {
	return Recording{Plan: p, On: cue.Switches{Sound: true, Voice: true, Volume: 50}, Say: speak(1000), Opening: "Don't stretch. Get help."}
}

// lengthOf is how long a routine is that nobody answers.
func lengthOf(p session.Plan) time.Duration {
	if p.Onset != nil {
		return p.Onset.Stop
	}
	return p.Total()
}

func takes(samples int) time.Duration {
	return time.Duration(samples) * time.Second / audio.RecordingRate
}

// TestTheOpeningIsShort speaks more than fits, at any rate.
func TestTheOpeningIsShort(t *testing.T) {
	skip.UnderRace(t)
	p := planOf(t, "massage")
	for _, letters := range []int{1, 75, 90, 200, 5000} {
		r, n := aloud(p), 0
		r.Opening = string(slices.Repeat([]byte("a"), letters))
		if err := r.render(t.Context(), func(s []int16) error { n += len(s); return nil }); err != nil {
			t.Fatal(err)
		}
		if more := takes(n) - lengthOf(p); more > OpeningMost+200*ms {
			t.Errorf("with an opening of %d letters it takes %v longer than its routine", letters, more)
		}
	}
}

// onsets are when something begins to sound after a silence of 100 ms.
func onsets(samples []int16) (list []time.Duration) {
	const audible, silence = 30, audio.RecordingRate / 10
	last := -silence
	for i, v := range samples {
		if v > audible || v < -audible {
			if i-last >= silence {
				list = append(list, takes(i))
			}
			last = i
		}
	}
	return list
}

// moments are when a tone begins, by a clock that ticks ten times a second.
func moments(p session.Plan) (list []time.Duration) {
	begun := time.Date(2026, 11, 29, 3, 0, 0, 0, time.UTC)
	now := session.Instant{Wall: begun}
	s, events := session.Start(p, now)
	for {
		for _, e := range events {
			if cue.Of(s, e).Tone != cue.None && (len(list) == 0 || e.At > list[len(list)-1]) {
				list = append(list, e.At)
			}
		}
		if s.State() == session.Over {
			return list
		}
		now.Mono += 100 * ms
		now.Wall = begun.Add(now.Mono)
		s, events = session.Next(s, session.Wake, now)
	}
}

// TestEveryRoutineIsRecordedInItsTime measures in the samples of each how long it
// takes, and when its tones are heard. The voice is silent.
func TestEveryRoutineIsRecordedInItsTime(t *testing.T) {
	skip.UnderRace(t)
	for _, id := range builtIn(t) {
		r := aloud(planOf(t, id))
		r.Say = speak(0)
		opening, err := r.Say(t.Context(), r.Opening, 0)
		if err != nil {
			t.Fatal(err)
		}
		var samples []int16
		if err := r.render(t.Context(), func(s []int16) error { samples = append(samples, s...); return nil }); err != nil {
			t.Fatal(err)
		}
		begins := opening.Length() + cue.Spacing
		if over := takes(len(samples)) - begins - lengthOf(r.Plan); over < 0 || over > 200*ms || len(samples)%block != 0 {
			t.Errorf("%s takes %v longer than its routine, in %d samples", id, over, len(samples))
		}
		got, want := onsets(samples), moments(r.Plan)
		if len(got) != len(want) {
			t.Errorf("%s: %d tones are heard, %d fall due", id, len(got), len(want))
			continue
		}
		for i := range got {
			if late := got[i] - begins - want[i]; late < 0 || late > 20*ms {
				t.Errorf("%s: tone %d is heard %v after it falls due, at %v", id, i, late, want[i])
			}
		}
	}
}

// TestTheEndIsToldAhead listens for what is told after a routine, in no hurry, in each
// that has something to tell; nothing else is spoken aloud. Where there is no time for
// all of it, as much is told as fits, and the rest is known.
func TestTheEndIsToldAhead(t *testing.T) {
	skip.UnderRace(t)
	short := map[string]bool{"bedtime": true, "massage": true}
	for _, id := range builtIn(t) {
		r := aloud(planOf(t, id))
		r.On.Sound = false
		all := follow(r.Plan)
		ways := cue.AheadOfEnd(r.Plan, all[len(all)-1].ending)
		r.Say = func(ctx context.Context, words string, faster int) (audio.Sound, error) {
			if slices.Contains(ways, words) {
				return speak(1000)(ctx, words, faster)
			}
			return speak(0)(ctx, words, faster)
		}
		said := 0
		if err := r.render(t.Context(), func(samples []int16) error {
			for _, v := range samples {
				if v != 0 {
					said++
				}
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		untold, err := r.Untold(t.Context())
		t.Logf("%s: of %q %v is heard", id, ways, takes(said))
		switch {
		case err != nil || short[id] != (untold != ""):
			t.Errorf("%s: told as untold is %q, %v", id, untold, err)
		case len(ways) > 0 && !short[id] && takes(said) < time.Duration(len(ways[0]))*60*ms*2/3: // hurried at most
			t.Errorf("%s: of %q only %v is heard", id, ways[0], takes(said))
		}
	}
}

// readWAV reads back the samples of a WAV file of ours.
func readWAV(t *testing.T, b []byte) (samples []int16) {
	t.Helper()
	at := 12
	for string(b[at:at+4]) != "data" {
		at += 8 + int(binary.LittleEndian.Uint32(b[at+4:]))
	}
	size := int(binary.LittleEndian.Uint32(b[at+4:]))
	samples = make([]int16, size/2)
	if _, err := binary.Decode(b[at+8:], binary.LittleEndian, samples); err != nil {
		t.Fatal(err)
	}
	whole := int(binary.LittleEndian.Uint32(b[4:])) + 8
	if string(b[:4])+string(b[8:12]) != "RIFFWAVE" || whole != len(b) || at+8+size != len(b) {
		t.Errorf("of %d bytes the head tells %d, of which %d are samples from %d on", len(b), whole, size, at+8)
	}
	return samples
}

func readFLAC(t *testing.T, file string) (samples []int16) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	s, err := flac.Parse(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	for {
		frame, err := s.ParseNext() // it checks the sums
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range frame.Subframes[0].Samples {
			samples = append(samples, int16(v))
		}
	}
	if i := s.Info; i.SampleRate != audio.RecordingRate || i.NChannels != 1 || i.BitsPerSample != bits || int(i.NSamples) != len(samples) {
		t.Errorf("the head tells %+v", i)
	}
	return samples
}

func TestBothFormatsHoldTheSameSamples(t *testing.T) {
	skip.UnderRace(t)
	folder, r := t.TempDir(), aloud(planOf(t, "massage"))
	r.Plan.Name = "Odd \x1b[31m\u202ename"
	var want []int16
	if err := r.render(t.Context(), func(s []int16) error { want = append(want, s...); return nil }); err != nil {
		t.Fatal(err)
	}
	asWAV, asFLAC := filepath.Join(folder, "a.WAV"), filepath.Join(folder, "a.flac")
	for _, file := range []string{asWAV, asFLAC} {
		if err := r.WriteFile(t.Context(), file); err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !Begins(b[:1000]) || slices.Contains(b[:200], '\x1b') {
			t.Errorf("%s begins with %q", file, b[:200])
		}
	}
	b, err := os.ReadFile(asWAV)
	if err != nil {
		t.Fatal(err)
	}
	if got := readWAV(t, b); !slices.Equal(got, want) {
		t.Errorf("the WAV file has %d samples, %d were rendered", len(got), len(want))
	}
	if got := readFLAC(t, asFLAC); !slices.Equal(got, want) {
		t.Errorf("the FLAC file has %d samples, %d were rendered", len(got), len(want))
	}
}

// TestWhatIsLeftOffLeavesNothing ends a recording in the middle.
func TestWhatIsLeftOffLeavesNothing(t *testing.T) {
	failed := errors.New("the voice fails")
	for name, fail := range map[string]func(stop func()) error{
		"stopped": func(stop func()) error { stop(); return context.Canceled },
		"failed":  func(func()) error { return failed },
	} {
		ctx, stop := context.WithCancel(t.Context())
		folder, r, said := t.TempDir(), aloud(planOf(t, "massage")), 0
		r.Say = func(ctx context.Context, words string, faster int) (audio.Sound, error) {
			if said++; said == 5 {
				return nil, fail(stop)
			}
			return speak(1000)(ctx, words, faster)
		}
		if err := r.WriteFile(ctx, filepath.Join(folder, "a.flac")); !errors.Is(err, failed) && !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", name, err)
		}
		if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
			t.Errorf("%s: %v is left, %v", name, left, err)
		}
		stop()
	}
}

// TestARecordingStopsWithoutAVoice holds that one with tones alone can be stopped, too.
func TestARecordingStopsWithoutAVoice(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	r := aloud(planOf(t, "massage"))
	r.On.Voice = false
	if err := r.render(ctx, func([]int16) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("it ends with %v", err)
	}
}

func TestTheEndingNamesTheFormat(t *testing.T) {
	for name, want := range map[string]bool{"a.wav": true, "b.FLAC": true, "a.mp3": false, "wav": false, "": false, "a.flac.gz": false} {
		if HasFormat(name) != want {
			t.Errorf("%q has a format: %v", name, !want)
		}
	}
	for start, want := range map[string]bool{
		"fLaC...uncramp": true, "RIFF....WAVE uncramp": true, "RIFF....WAVE": false, "uncramp": false,
	} {
		if Begins([]byte(start)) != want {
			t.Errorf("%q is ours: %v", start, !want)
		}
	}
}
