package cli

import (
	"path/filepath"

	"uncramp/coach/doctor"
)

// Places are the folders in which this system keeps a person's files. The
// program has one of its own in each but the home folder.
type Places struct{ Home, Config, Data, State, Cache string }

func own(folder string, names ...string) string {
	return filepath.Join(append([]string{folder, "uncramp"}, names...)...)
}

func (p Places) settings() string { return own(p.Config, "settings.yaml") }
func (p Places) routines() string { return own(p.Config, "routines") }
func (p Places) diary() string    { return own(p.Data, "diary.db") }
func (p Places) profile() string  { return own(p.Data, "profile.yaml") }
func (p Places) speech() string   { return own(p.Cache, "speech") }

// folders are those that something is kept in.
func (p Places) folders() []doctor.Place {
	return []doctor.Place{
		{What: "routines", Path: own(p.Config)}, {What: "diary", Path: own(p.Data)},
		{What: "state", Path: own(p.State)}, {What: "cache", Path: own(p.Cache)},
	}
}
