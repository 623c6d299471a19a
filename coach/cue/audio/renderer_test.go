package audio

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"uncramp/coach/cue"
	"uncramp/coach/session"
	"uncramp/coach/skip"
	"uncramp/coach/triage"
)

// short is the cue of a short phase: what is told once of it takes 4 s.
func short(phase int, yields bool) cue.Cue {
	c := begins(phase, session.Hold, cue.Sentence{Words: strings.Repeat("m", 50)})
	c.Room, c.RunOn, c.Hush, c.Yields = time.Second, 6*time.Second, !yields, yields
	return c
}

// score is cues that get in each other's way: what each lets go on, and what it cuts.
var score = []struct {
	at time.Duration
	cue.Cue
}{
	{0, cue.Cue{Words: []string{strings.Repeat("a", 20)}, Room: 5 * time.Second}},                                    // 1.6 s
	{2 * time.Second, cue.Cue{Words: []string{strings.Repeat("a", 90), strings.Repeat("b", 10)}, Room: time.Second}}, // the shorter fits
	{4 * time.Second, cue.Cue{Words: []string{strings.Repeat("a", 90)}, Room: time.Second}},                          // too long
	{6 * time.Second, cue.Cue{Words: []string{strings.Repeat("a", 50)}, Room: 9 * time.Second}},                      // 4 s
	{7 * time.Second, cue.Cue{Tone: cue.Tick}},                                                                       // cuts nothing
	{8 * time.Second, cue.Cue{Hush: true}},                                                                           // cuts it
	{9 * time.Second, cue.Cue{Words: []string{strings.Repeat("a", 50)}, Room: 9 * time.Second}},                      // 4 s
	{11 * time.Second, cue.Cue{Words: []string{strings.Repeat("b", 10)}, Room: 9 * time.Second}},                     // cuts it
	{13 * time.Second, cue.Cue{Words: []string{strings.Repeat("u", 50)}, Room: 9 * time.Second, Urgent: true}},       // 4 s
	{14 * time.Second, cue.Cue{Words: []string{strings.Repeat("b", 10)}, Room: 9 * time.Second, Hush: true}},         // waits for none
	{15 * time.Second, cue.Cue{Words: []string{strings.Repeat("u", 10)}, Room: 9 * time.Second, Urgent: true}},       // cuts it
	{18 * time.Second, cue.Cue{Words: []string{strings.Repeat("b", 10)}, Room: 9 * time.Second, Hush: true}},         // nothing to wait for
	{20 * time.Second, cue.Cue{Words: []string{strings.Repeat("a", 90)}, Room: 500 * time.Millisecond, Hush: true}},  // too long
	{21 * time.Second, cue.Cue{Words: []string{strings.Repeat("a", 50)}, Room: 9 * time.Second}},                     // 4 s
	{23 * time.Second, cue.Cue{Words: []string{strings.Repeat("a", 90)}, Room: 500 * time.Millisecond}},              // cuts it, too long
	{30 * time.Second, short(0, false)},                                                                              // runs on
	{32 * time.Second, short(1, true)},                                                                               // yields
	{36 * time.Second, short(2, true)},                                                                               // has told it
	{38 * time.Second, short(2, true)},                                                                               // tells it again
	{40 * time.Second, short(3, false)},                                                                              // cuts it
}

// TestTheRendererFollowsTheMixersRule plays the score by both.
func TestTheRendererFollowsTheMixersRule(t *testing.T) {
	on := cue.Switches{Voice: true, Volume: normalVolume}
	out := &recorder{}
	sounding(t, devices{output: out, speech: reader{}}, on, func(_ *testing.T, m *Mixer) {
		begun := time.Now()
		for _, c := range score {
			time.Sleep(c.at - time.Since(begun))
			m.Play(c.Cue)
		}
		time.Sleep(20 * time.Second)
	})
	var samples []int16
	r := NewRenderer(on, hum, func(s []int16) error { samples = append(samples, s...); return nil })
	for _, c := range score {
		if _, err := r.Play(t.Context(), c.Cue, c.at); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.Render(time.Minute); err != nil {
		t.Fatal(err)
	}
	var played []take
	for _, next := range out.takes() {
		if n := len(played); n > 0 && played[n-1].at+played[n-1].lasted == next.at { // no silence between them
			played[n-1].lasted += next.lasted
			continue
		}
		played = append(played, next)
	}
	rendered := stretches(samples)
	if len(rendered) != len(played) {
		t.Fatalf("rendered: %v\nplayed: %v", rendered, played)
	}
	for i, p := range played {
		from, until := rendered[i][0], rendered[i][1]
		if (from-p.at).Abs() > time.Millisecond || until-p.at-p.lasted < -time.Millisecond || until-p.at-p.lasted > fade {
			t.Errorf("words %d are rendered from %v to %v, and played from %v to %v", i, from, until, p.at, p.at+p.lasted)
		}
	}
}

// hum is the speech of [reader].
func hum(_ context.Context, words string, _ int) (Sound, error) {
	s, _ := reader{}.Ready(words)
	return s, nil
}

// stretches are from when until when there is no silence of 50 ms.
func stretches(samples []int16) (list [][2]time.Duration) {
	last := -RecordingRate
	for i, v := range samples {
		if v == 0 {
			continue
		}
		if i-last > RecordingRate/20 {
			list = append(list, [2]time.Duration{})
			list[len(list)-1][0] = time.Duration(i) * time.Second / RecordingRate
		}
		last = i
		list[len(list)-1][1] = time.Duration(i) * time.Second / RecordingRate
	}
	return list
}

// TestARecordedToneIsTheOneThatIsPlayed compares them sample by sample.
func TestARecordedToneIsTheOneThatIsPlayed(t *testing.T) {
	var samples []int16
	on := cue.Switches{Sound: true, Volume: 80}
	r := NewRenderer(on, hum, func(s []int16) error { samples = append(samples, s...); return nil })
	if _, err := r.Play(t.Context(), cue.Cue{Tone: cue.Begin}, time.Second); err != nil {
		t.Fatal(err)
	}
	if err := r.Render(2 * time.Second); err != nil {
		t.Fatal(err)
	}
	played, off := Tone(cue.Begin, 80), 0
	for i := range len(played) / 2 {
		off = max(off, int(samples[RecordingRate+i])-int(played[2*i]), int(played[2*i])-int(samples[RecordingRate+i]))
	}
	if top := loudest(played); off > top/100 {
		t.Errorf("it is off by %d of %d", off, top)
	}
}

// TestACutFades looks for a step where a sound ends.
func TestACutFades(t *testing.T) {
	var samples []int16
	on := cue.Switches{Voice: true, Volume: normalVolume}
	r := NewRenderer(on, hum, func(s []int16) error { samples = append(samples, s...); return nil })
	for i, c := range []cue.Cue{{Words: []string{"a long phrase"}, Room: time.Minute}, {Hush: true}} {
		if _, err := r.Play(t.Context(), c, time.Duration(i)*500*ms); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.End(time.Second, 1000); err != nil {
		t.Fatal(err)
	}
	for i := 1; i < len(samples); i++ {
		if step := int(samples[i-1]) - int(samples[i]); step > 10 {
			t.Fatalf("it falls by %d at once, at sample %d", step, i)
		}
	}
	if len(samples) != 22000 {
		t.Errorf("%d samples are no whole blocks within a second", len(samples))
	}
}

// TestALoudMixtureIsNotTurnedOver adds what is louder together than a sample can be.
func TestALoudMixtureIsNotTurnedOver(t *testing.T) {
	var samples []int16
	r := NewRenderer(cue.Switches{Volume: normalVolume}, hum, func(s []int16) error { samples = append(samples, s...); return nil })
	r.Add(slices.Repeat(Sound{30000}, 1000))
	r.Add(slices.Repeat(Sound{30000}, 1000))
	if err := r.Render(10 * ms); err != nil {
		t.Fatal(err)
	}
	if samples[100] != 32767 {
		t.Errorf("it comes to %d", samples[100])
	}
}

func TestAVoiceThatFailsIsAnError(t *testing.T) {
	fails := errors.New("it fails")
	c := newCache("a voice", func(context.Context, string) (Sound, error) { return nil, fails }, VoiceSettings{}, t.TempDir())
	if _, err := c.made(t.Context(), "words"); err == nil || !strings.Contains(err.Error(), "a voice can't say the words; see") {
		t.Errorf("it says %v", err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := c.made(ctx, "words"); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped, it says %v", err)
	}
}

// TestTheWarningIsSaidInFiveSeconds uses a real voice, at any of its rates.
func TestTheWarningIsSaidInFiveSeconds(t *testing.T) {
	skip.Without(t, "espeak-ng")
	const most = 4700 * ms
	for _, rate := range []int{80, 150, 300} {
		say, err := OpenVoice(VoiceSettings{Rate: rate}, t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		s, err := SayWithin(t.Context(), say, most, triage.Warning)
		if err != nil || s.Length() > most || s.Length() < 2*time.Second || loudest(s) < 3000 {
			t.Errorf("at %d words a minute it takes %v and is as loud as %d: %v", rate, s.Length(), loudest(s), err)
		}
	}
}

// TestWordsThatWouldNotFitAreHurried says words before a moment that is near, nearer,
// and too near.
func TestWordsThatWouldNotFitAreHurried(t *testing.T) {
	hurried := func(ctx context.Context, words string, faster int) (Sound, error) {
		s, err := hum(ctx, words, 0)
		return s[:len(s)*100/(100+faster)], err
	}
	for end, want := range map[time.Duration]int{3 * time.Second: 2000, 2 * time.Second: 1428, 1500 * ms: 0} { // half a second is kept free
		on, n := cue.Switches{Voice: true, Volume: normalVolume}, 0
		r := NewRenderer(on, hurried, func(s []int16) error {
			for _, v := range s {
				if v != 0 {
					n++
				}
			}
			return nil
		})
		words := strings.Repeat("a", 25) // 2 s
		said, err := r.SayBefore(t.Context(), words, end, time.Second/2, Hurry)
		if err := errors.Join(err, r.Render(time.Minute)); err != nil || said != (want > 0) {
			t.Fatalf("before %v they are said: %v, %v", end, said, err)
		}
		if took := n * 1000 / RecordingRate; took < want-20 || took > want+20 {
			t.Errorf("before %v words take %d ms, want %d", end, took, want)
		}
	}
}
