package cli

import (
	"time"

	"uncramp/coach/cue"
	"uncramp/coach/session"
	"uncramp/coach/settings"
	"uncramp/coach/theme"
	"uncramp/coach/visit"
)

// farewell is how long leaving waits for what still sounds to be gone.
const farewell = 300 * time.Millisecond

// preferred returns the settings, read once. What is wrong with them is kept in
// unset, and the defaults serve.
func (a *App) preferred() settings.Settings {
	if a.set.Load() == nil {
		s := settings.Defaults()
		if a.Settings != nil {
			s, a.unset = a.Settings()
		}
		a.set.Store(&s)
	}
	return *a.set.Load()
}

// apply makes settings hold from now on.
func (a *App) apply(s settings.Settings) (look theme.Choice, still bool) {
	a.set.Store(&s)
	return a.look(s.Theme), s.Still
}

// save writes a change into the file.
func (a *App) save(c settings.Change) error { return settings.Keep(a.SettingsPath, c) }

// hears is what is to be heard: as the flags say, else as is set.
func (a *App) hears(f *playFlags, clock Clock) func(relief bool) cue.On {
	return func(relief bool) cue.On {
		s := a.preferred()
		sound, voice := s.Hears(relief, clock.Now().Wall)
		return cue.On{Sound: (sound || f.sound) && !f.quiet, Voice: (voice || f.voice) && !f.quiet, Volume: s.Volume}
	}
}

// waking keeps the machine from sleeping, or lets it.
type waking struct {
	keep    func(why string) (release func())
	release func()
}

func (w *waking) set(on bool) {
	switch {
	case w.keep == nil || on == (w.release != nil):
	case on:
		w.release = w.keep("following a stretch routine")
	default:
		w.release()
		w.release = nil
	}
}

// asked is what is to be heard without a screen: only what was asked for, since
// nobody may be there to hear it.
func (a *App) asked(f *playFlags) cue.On {
	s := a.preferred()
	return cue.On{
		Sound: (f.sound || s.Sound == settings.On) && !f.quiet,
		Voice: (f.voice || s.Voice == settings.On) && !f.quiet, Volume: s.Volume,
	}
}

// lookahead is for how many phases words are made before they are needed.
const lookahead = 4

// hear changes what is heard.
func (p *plainPlayer) hear(on cue.On) {
	p.on = on
	if p.sounds == nil && p.Sounder != nil && (on.Sound || on.Voice) {
		p.sounds = p.Sounder(p.preferred())
	}
	if p.sounds != nil {
		p.sounds.Set(on)
	}
}

// sound lets an event be heard.
func (p *plainPlayer) sound(e session.Event) {
	if p.sounds == nil {
		return
	}
	s := p.visit.Session()
	if e.Kind == session.Began {
		p.sounds.Ahead(cue.Ahead(s.Plan(), e.Phase, lookahead))
	}
	p.sounds.Cue(cue.Of(s, e))
}

// change turns what is heard on or off, louder or softer, and says so.
func (p *plainPlayer) change(a visit.Action) string {
	heard, note := visit.Heard(p.on).Change(a)
	p.hear(cue.On(heard))
	return note
}

// hush ends what sounds.
func (p *plainPlayer) hush() {
	if p.sounds != nil {
		p.sounds.Close(farewell)
	}
}
