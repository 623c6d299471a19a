package settings

import (
	kept "uncramp/coach/settings"
	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
	"uncramp/coach/tui/widget"
)

// store holds settings, and the change that was saved last.
type store struct {
	set   kept.Settings
	saved *kept.Change
}

func (s *store) Settings() kept.Settings { return s.set }

func (s *store) Use(set kept.Settings) screen.SetLook {
	s.set = set
	return screen.SetLook{Theme: set.Theme, Still: set.Still == kept.On, Figures: set.Figures}
}

func (s *store) Save(c kept.Change) error {
	s.saved = &c
	return nil
}

// wish is what an effect asks for.
type wish struct {
	Leave bool
	Save  *kept.Change
}

func press(m Model, keys ...string) (Model, wish) {
	m, e := tuitest.Press(m, tuitest.Env(), keys...)
	var w wish
	_, w.Leave = tuitest.Asked[screen.Back](e)
	if write, ok := tuitest.Asked[screen.Write](e); ok && write.Do() == nil {
		s, _ := m.store.(*store)
		w.Save = s.saved
	}
	return m, w
}

// draw is a view at a size in a theme.
func (m Model) draw(w, h int, t theme.Theme) widget.Frame {
	env := tuitest.Sized(w, h)
	env.Theme = t
	return m.View(env)
}
