package cli

import (
	"strings"
	"testing"

	"uncramp/coach/cue"
	"uncramp/coach/settings"
	"uncramp/coach/triage"
)

// TestWhenAPhonePulses holds that no hour and no switch of the sound matters, and that
// silence is silence.
func TestWhenAPhonePulses(t *testing.T) {
	for _, tt := range []struct {
		set   settings.Switch
		flags playFlags
		want  cue.Vibration
	}{
		{settings.Auto, playFlags{speed: 1}, cue.Vibrate},
		{settings.On, playFlags{speed: 1}, cue.VibrateAlways},
		{settings.Off, playFlags{speed: 1}, cue.NoVibration},
		{settings.On, playFlags{speed: 1, quiet: true}, cue.NoVibration},
		{settings.On, playFlags{speed: 60}, cue.NoVibration},
	} {
		if got := tt.flags.vibration(tt.set); got != tt.want {
			t.Errorf("%+v set %s: %v, want %v", tt.flags, tt.set, got, tt.want)
		}
	}
}

// TestWhyNothingIsHeardIsToldOnce, and to nobody who asked for nothing.
func TestWhyNothingIsHeardIsToldOnce(t *testing.T) {
	for flag, want := range map[string]int{"--voice": 1, "--quiet": 0} {
		x := newTypist(t, triage.Finding{})
		x.Audio = func(settings.Settings) cue.Sink { return mute{newSilent()} }
		x.Run([]string{"start", "bedtime", "--plain", flag})
		if got := strings.Count(x.out.String(), mute{}.Fault()); got != want {
			t.Errorf("%s: it is told %d times, not %d:\n%s", flag, got, want, x.out)
		}
	}
}

// mute is a sink that nothing can be heard of.
type mute struct{ cue.Sink }

func (mute) Fault() string { return "No voice: espeak-ng fails." }
