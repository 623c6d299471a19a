package cli

import (
	"fmt"
	"os"
	"path/filepath"

	"uncramp/coach/doctor"
)

// Places are the folders in which this system keeps a person's files. The
// program has one of its own in each but the home folder. Those of Runtime and
// Temp are gone when the person logs out or the machine restarts; either may be
// empty, and then there is none.
//
// Documents is where a person looks for what she keeps; it need not be there.
type Places struct{ Home, Config, Data, State, Cache, Runtime, Temp, Documents string }

func own(folder string, names ...string) string {
	return filepath.Join(append([]string{folder, "uncramp"}, names...)...)
}

func (p Places) settings() string { return own(p.Config, "settings.yaml") }
func (p Places) routines() string { return own(p.Config, "routines") }
func (p Places) figures() string  { return own(p.Config, "figures") }
func (p Places) diary() string    { return own(p.Data, "diary.db") }
func (p Places) syncLock() string { return own(p.Data, "sync.lock") }
func (p Places) profile() string  { return own(p.Data, "profile.yaml") }
func (p Places) speech() string   { return own(p.Cache, "speech") }

// temporary are the folders in which a finding is kept where it can't be in the
// usual one. Everybody's files are in Temp: the name says whose this is.
func (p Places) temporary() (folders []string) {
	if p.Runtime != "" {
		folders = append(folders, own(p.Runtime))
	}
	if p.Temp != "" {
		folders = append(folders, filepath.Join(p.Temp, fmt.Sprintf("uncramp-%d", os.Getuid())))
	}
	return folders
}

// folders are those that something is kept in.
func (p Places) folders() []doctor.Place {
	return []doctor.Place{
		{What: "routines", Path: own(p.Config)}, {What: "diary", Path: own(p.Data)},
		{What: "state", Path: own(p.State)}, {What: "cache", Path: own(p.Cache)},
	}
}
