package cli

import (
	"testing"

	"uncramp/coach/cue"
	"uncramp/coach/settings"
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
