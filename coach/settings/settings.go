// Package settings is what a person can set, and where each value comes from:
// a flag goes before the environment, that before the file, that before the
// default.
//
// Its contract: reading never touches the file, and whatever is wrong with it,
// there are settings to go on with. Writing keeps what a person wrote there.
package settings

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"uncramp/coach/theme"
	"uncramp/routines"
)

// Settings is every value. Make it with [Defaults] or [Read]; a copy is
// independent of what it was copied from.
type Settings struct {
	Theme    theme.Choice
	Sound    Switch
	Voice    Switch
	Flash    Switch
	Vibrate  Switch
	Volume   int              // 0 to 100
	Rate     int              // of the voice, in words a minute
	Speaker  string           // the voice's name; empty: the system's own
	Prepare  routines.Seconds // more, or less, to get ready
	Still    Switch           // nothing moves that need not
	Figures  theme.Figures
	Plain    Switch          // line by line, without a screen
	Muscle   routines.Muscle // what routines that offer it begin with; empty: their own first
	Side     routines.Side
	Position routines.Position

	NightFrom, NightUntil TimeOfDay

	Emergency string // the number of the emergency services, or auto: see [Settings.EmergencyNumber]

	Hooks Hooks // what is run as a routine is followed

	origins map[string]Origin // of what is no default
}

// Switch is on, off, or left to the hour and the routine.
type Switch string

// The positions of a switch.
const (
	Auto Switch = "auto"
	On   Switch = "on"
	Off  Switch = "off"
)

// TimeOfDay is hour and minute, written 06:00.
type TimeOfDay string

// Origin is where a value comes from.
type Origin string

// The origins, each of which goes before those below it.
const (
	Flag        Origin = "flag"
	Environment Origin = "environment"
	File        Origin = "file"
	Default     Origin = "default"
)

// Persists reports whether a value of that origin holds beyond this run. Others
// are never written to the file.
func (o Origin) Persists() bool { return o == File || o == Default }

// Value is one setting as it can be shown.
type Value struct {
	Name    string   `json:"name"`
	Text    string   `json:"value"` // as it is written in the file
	Origin  Origin   `json:"origin"`
	Default string   `json:"default"`
	Allowed string   `json:"allowed"` // what can be chosen, in words
	About   string   `json:"about"`   // what it does, in one sentence
	Choices []string `json:"-"`       // all there is to choose; nil where it is typed
	Group   Group    `json:"-"`
	Label   string   `json:"-"` // its name in words
	Words   string   `json:"-"` // the value in words, with its unit
	Sample  Sample   `json:"-"`
}

// Shown is the value in a word, even where it is empty.
func (v Value) Shown() string { return cmp.Or(v.Text, "none") }

// Say is a text that the setting may have, in words.
func (v Value) Say(text string) string {
	f, _ := find(v.Name) // it is that of a field
	return f.say(text)
}

// Change is what a person does to one setting.
type Change struct {
	Name, Text string
	Unset      bool // back to the default, whatever the text
}

// Defaults is what holds where nothing is set.
func Defaults() Settings {
	var s Settings
	for _, f := range fields() {
		f.set(&s, f.standard)
	}
	return s
}

// Set gives a setting a value. The error names what is allowed, and leaves
// everything as it was.
func (s *Settings) Set(name, text string, from Origin) error {
	f, err := find(name)
	if err != nil {
		return err
	}
	kept, ok := f.kind.step(strings.TrimSpace(text), 0)
	if !ok {
		return notAllowed.With(name, text, f.kind.allowed)
	}
	f.set(s, kept)
	s.origins = maps.Collect(maps.All(s.origins)) // a map of this value's own
	s.origins[name] = from
	return nil
}

// Apply makes a change that is meant for the file.
func (s *Settings) Apply(c Change) error {
	if !c.Unset {
		return s.Set(c.Name, c.Text, File)
	}
	f, err := find(c.Name)
	if err != nil {
		return err
	}
	return s.Set(c.Name, f.standard, Default)
}

// Values lists every setting in the order in which it is shown.
func (s Settings) Values() []Value {
	var list []Value
	for _, f := range fields() {
		list = append(list, s.value(f))
	}
	return list
}

// Value returns one setting. The error names the nearest one.
func (s Settings) Value(name string) (Value, error) {
	f, err := find(name)
	if err != nil {
		return Value{}, err
	}
	return s.value(f), nil
}

func (s Settings) value(f field) Value {
	return Value{Name: f.name, Text: f.get(s), Default: f.standard, Origin: cmp.Or(s.origins[f.name], Default),
		About: f.about, Allowed: f.kind.allowed, Choices: f.kind.choices,
		Group: f.group, Label: f.label, Words: f.say(f.get(s)), Sample: f.sample}
}

// Step returns the text a setting has so many places further on, or back:
// choices begin again behind the last one, numbers end at their limits. False
// where there is nothing to step through.
func (s Settings) Step(name string, by int) (string, bool) {
	f, err := find(name)
	if err != nil {
		return "", false
	}
	return f.kind.step(f.get(s), by)
}

// Variable is the environment variable that stands for a setting.
func Variable(name string) string { return "UNCRAMP_" + strings.ToUpper(name) }

// variable is the one that says what a setting is, by its name; empty: none does. The
// setting's own goes before one that other programs know, too, which only switches on.
func (f field) variable(getenv func(string) string) string {
	if own := Variable(f.name); getenv(own) != "" {
		return own
	}
	if f.also != "" && !slices.Contains([]string{"", "0", "false"}, strings.ToLower(getenv(f.also))) {
		return f.also
	}
	return ""
}

// SetBy is the variable that says what a setting is, before the file; empty: none does.
func SetBy(name string, getenv func(string) string) string {
	f, err := find(name)
	if err != nil {
		return ""
	}
	return f.variable(getenv)
}

// WithEnvironment sets what variables say. An empty one is none; a bad one is
// left out, and the error names it.
func (s Settings) WithEnvironment(getenv func(string) string) (Settings, error) {
	var bad []error
	for _, f := range fields() {
		variable := f.variable(getenv)
		switch variable {
		case "":
			continue
		case f.also:
			_ = s.Set(f.name, string(On), Environment) // it can be on
			continue
		}
		if err := s.Set(f.name, getenv(variable), Environment); err != nil {
			bad = append(bad, fmt.Errorf(badVariable, variable, err))
		}
	}
	return s, errors.Join(bad...)
}

// Audible reports whether tones and a voice are heard during a routine. Left to
// themselves, tones are on by day, but never during relief, and the voice is
// off: somebody sleeps beside.
func (s Settings) Audible(relief bool, at time.Time) (sound, voice bool) {
	sound = s.Sound == On || s.Sound == Auto && !relief && !s.IsNight(at)
	return sound, s.Voice == On
}

// EmergencyNumber is the number of the emergency services that the person set;
// empty where the region says it.
func (s Settings) EmergencyNumber() string {
	if s.Emergency == string(Auto) {
		return ""
	}
	return s.Emergency
}

// IsNight reports whether a time counts as night. Where night ends when it
// begins, there is none.
func (s Settings) IsNight(at time.Time) bool {
	now := timeOfDay(at)
	if s.NightFrom <= s.NightUntil {
		return s.NightFrom <= now && now < s.NightUntil
	}
	return s.NightFrom <= now || now < s.NightUntil
}
