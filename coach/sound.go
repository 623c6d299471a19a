package coach

import (
	"context"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"

	"uncramp/coach/cue"
	"uncramp/coach/settings"
)

func settingsPath() string { return filepath.Join(xdg.ConfigHome, name, "settings.yaml") }

// readSettings reads the file, and what variables say over it.
func readSettings() (settings.Settings, error) {
	s, err := settings.Read(settingsPath())
	s, bad := s.WithEnvironment(os.Getenv)
	if err == nil {
		err = bad
	}
	return s, err
}

// speechFolder keeps what was said once.
func speechFolder() string { return filepath.Join(xdg.CacheHome, name, "speech") }

// newSounder plays through whatever this machine has, and else rings the
// terminal's bell.
func newSounder(s settings.Settings) *cue.Sounder {
	manner := cue.Manner{Rate: s.Rate, Speaker: s.Speaker}
	return cue.NewSounder(func(ctx context.Context) cue.Ways {
		ways := cue.Ways{Output: cue.Choose(ctx).Output, Bell: ring}
		if voice, _ := cue.ChooseVoice(manner); voice != nil {
			ways.Speech = cue.Remember(voice, manner, speechFolder())
		}
		return ways
	})
}

// ring rings the terminal's bell.
func ring() { _, _ = os.Stdout.WriteString("\a") }
