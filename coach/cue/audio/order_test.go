package audio

import (
	"context"
	"strings"
	"testing"
	"time"

	"uncramp/coach/cue"
	"uncramp/coach/outline"
	"uncramp/coach/session"
)

// TestAsMuchIsSaidAsFits at a second a word, in as many seconds as there is room for.
func TestAsMuchIsSaidAsFits(t *testing.T) {
	hold := []string{"Hold, left calf.", "Hold.", ""}
	lean := []cue.Sentence{{Words: "Lean on it."}, {Words: "Breathe."}}
	late := append([]cue.Sentence{{Words: "Step back.", Ready: true}}, lean...)
	ahead := []cue.Sentence{{Words: "Sit."}, {Lead: "Then: lift.", Words: "Lift it."}, {Lead: "Then: lift.", Words: "Breathe."}}
	v := Voice{settings: VoiceSettings{Rate: 60}}
	for _, tt := range []struct {
		words []string
		more  []cue.Sentence
		told  string // before
		room  int
		want  string
	}{
		{hold, nil, "", 9, "Hold, left calf."},
		{hold, nil, "", 2, "Hold."},
		{hold, nil, "", 0, ""},
		{hold, lean, "", 7, "Hold, left calf. Lean on it. Breathe."},
		{hold, lean, "", 5, "Hold. Lean on it. Breathe."},
		{hold, lean, "", 4, "Hold. Lean on it."},
		{hold, lean, "", 3, "Lean on it."},
		{hold, lean, "", 2, "Hold."},
		{hold, lean, "Lean on it.", 4, "Hold, left calf. Breathe."},
		{hold, lean, "Breathe.", 9, "Hold, left calf. Lean on it."},
		{hold, late, "", 9, "Hold, left calf. Step back. Lean on it. Breathe."},
		{hold, late, "", 5, "Hold. Lean on it. Breathe."},
		{hold, late, "Lean on it.", 9, "Hold, left calf. Step back. Breathe."},
		{hold[:1], late, "", 5, "Hold, left calf. Step back."},
		{hold, append(lean, lean...), "", 20, "Hold, left calf. Lean on it. Breathe."},
		{hold[1:], ahead, "", 7, "Hold. Sit. Then: lift. Lift it. Breathe."},
		{hold[1:], ahead, "", 4, "Hold. Sit."},
		{[]string{"Sit."}, ahead, "", 9, "Sit. Then: lift. Lift it. Breathe."},
	} {
		var m outline.Memory
		m.Tell(tt.told)
		room := time.Duration(tt.room) * time.Second
		u, _ := fullest(cue.Cue{Words: tt.words, More: tt.more, Room: room}, m, -talkPause/2, v.phrase)
		var said []string
		for _, p := range u.parts {
			said = append(said, p.words)
		}
		if got := strings.Join(said, " "); got != tt.want {
			t.Errorf("in %v, after %q: %q, want %q", room, tt.told, got, tt.want)
		}
	}
}

// begins is the cue of a phase of a step. Its name takes 0.8 s.
func begins(phase int, kind session.Kind, more ...cue.Sentence) cue.Cue {
	return cue.Cue{
		Words: []string{strings.Repeat("n", 10)}, More: more, Room: time.Minute, Hush: true,
		Of: cue.Happening{Event: session.Event{Kind: session.Began, Phase: phase}, Phase: session.Phase{Step: "step", Kind: kind}},
	}
}

// lagging is a way out that takes a while to tell that it has played a sound.
type lagging struct{ *recorder }

func (l lagging) Play(ctx context.Context, s Sound) error {
	defer wait(ctx, 500*ms)
	return l.recorder.Play(ctx, s)
}

// TestWhatWasCutIsToldAgain skips out of a phase, and stays in one to its end, or until
// the words of it are over.
func TestWhatWasCutIsToldAgain(t *testing.T) {
	const all, name = 2800 * ms, 800 * ms
	told := cue.Sentence{Words: strings.Repeat("a", 25)} // 2 s
	for stays, want := range map[time.Duration]time.Duration{time.Second: all, 3000 * ms: name, 9 * time.Second: name} {
		out := &recorder{}
		sounding(t, devices{output: lagging{out}, speech: reader{}}, cue.Switches{Voice: true, Volume: 50}, func(t *testing.T, m *Mixer) {
			m.Play(begins(0, session.Hold, told))
			time.Sleep(stays)
			m.Play(begins(1, session.Hold, told))
			time.Sleep(time.Minute)
			if got := out.takes(); len(got) != 2 || got[1].length != want {
				t.Errorf("after %v: %+v", stays, got)
			}
		})
	}
}

// TestWhoGoesOnIsReady and isn't told how to get so once more; who paused is.
func TestWhoGoesOnIsReady(t *testing.T) {
	get, hold := cue.Sentence{Words: strings.Repeat("a", 25), Ready: true}, cue.Sentence{Words: strings.Repeat("b", 50)} // 2 s, 4 s
	paused := cue.Cue{Words: []string{"1234567890"}, Hush: true, Room: time.Minute}
	for pauses, want := range map[bool]time.Duration{false: 4 * time.Second, true: 6 * time.Second} {
		out := &recorder{}
		sounding(t, devices{output: out, speech: reader{}}, cue.Switches{Voice: true, Volume: 50}, func(t *testing.T, m *Mixer) {
			m.Play(begins(0, session.Prepare, get, hold))
			time.Sleep(time.Second)
			if pauses {
				m.Play(paused)
				time.Sleep(time.Minute)
			}
			m.Play(begins(1, session.Hold, get, hold))
			time.Sleep(time.Minute)
			got := out.takes()
			if last := got[len(got)-1].length - 800*ms; last != want {
				t.Errorf("paused %v: what takes %v is told, want %v: %+v", pauses, last, want, got)
			}
		})
	}
}
