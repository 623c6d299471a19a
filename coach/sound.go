package coach

import (
	"os"
	"path/filepath"

	"github.com/adrg/xdg"

	"uncramp/coach/cue"
	"uncramp/coach/cue/audio"
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

// openAudio plays through whatever this machine has, and else rings the
// terminal's bell.
func openAudio(s settings.Settings) cue.Sink {
	return audio.New(voiceSettings(s), speechFolder(), ring)
}

func voiceSettings(s settings.Settings) audio.VoiceSettings {
	return audio.VoiceSettings{Rate: s.Rate, Speaker: s.Speaker}
}

// ring rings the terminal's bell.
func ring() { _, _ = os.Stdout.WriteString("\a") }
