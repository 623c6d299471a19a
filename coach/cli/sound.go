package cli

import (
	"errors"
	"time"

	"uncramp/coach/cue"
	"uncramp/coach/session"
	"uncramp/coach/settings"
	"uncramp/coach/tui"
)

// audioTimeout is how long leaving waits for what still sounds to be gone.
const audioTimeout = 300 * time.Millisecond

// readSettings reads the file, and what variables say over it. With an error the
// defaults serve where nothing better is known.
func (a *App) readSettings() (settings.Settings, error) {
	s, bad := settings.Read(a.Places.settings())
	s, badVariable := s.WithEnvironment(a.Getenv)
	return s, errors.Join(bad, badVariable)
}

// preferred returns the settings, read once. What is wrong with them is kept in
// settingsFault.
func (a *App) preferred() settings.Settings {
	if a.set.Load() == nil {
		s, err := a.readSettings()
		a.settingsFault = err
		a.set.Store(&s)
	}
	return *a.set.Load()
}

// switches are what is to be heard, of the relief or of another routine: as the
// flags say, else as is set.
func (a *App) switches(f *playFlags, clock tui.Clock) func(relief bool) cue.Switches {
	return func(relief bool) cue.Switches {
		s := a.preferred()
		sound, voice := s.Audible(relief, clock.Now().Wall)
		on := f.switches(sound, voice, s.Volume)
		on.Flash = s.Flash == settings.On && f.speed == 1 // faster it would hurt
		on.Vibration = f.vibration(s.Vibrate)
		return on
	}
}

// askedSwitches are what is to be heard without a screen: only what was asked
// for, since nobody may be there to hear it.
func (a *App) askedSwitches(f *playFlags) cue.Switches {
	s := a.preferred()
	on := f.switches(s.Sound == settings.On, s.Voice == settings.On, s.Volume)
	if s.Vibrate == settings.On {
		on.Vibration = f.vibration(s.Vibrate)
	}
	return on
}

// vibration is whether a phone pulses, at any hour: nobody else hears that. Faster it
// would not stop.
func (f *playFlags) vibration(set settings.Switch) cue.Vibration {
	if f.quiet || f.speed != 1 {
		return cue.NoVibration
	}
	return map[settings.Switch]cue.Vibration{settings.Auto: cue.Vibrate, settings.On: cue.VibrateAlways}[set]
}

// faster is the clock of what is played.
func (a *App) faster(f *playFlags) Clock {
	if f.speed == 1 {
		return a.Clock
	}
	return a.Clock.Faster(f.speed)
}

// tolerance is how late a wake-up may be on that clock.
func (f *playFlags) tolerance() time.Duration { return session.Tolerance * time.Duration(f.speed) }

// switches are those that are set, with what the flags say over them.
func (f *playFlags) switches(sound, voice bool, volume int) cue.Switches {
	return cue.Switches{Sound: (sound || f.sound) && !f.quiet, Voice: (voice || f.voice) && !f.quiet, Volume: volume}
}
