package settings

import (
	"fmt"
	"reflect"

	"uncramp/coach/spelling"
	"uncramp/coach/theme"
	"uncramp/routines"
)

// field is a row of the table that everything else follows from.
type field struct {
	name, about string
	standard    string // the default
	kind        kind
	at          func(*Settings) any // a pointer to its value
}

// fields lists every setting in the order in which it is shown.
func fields() []field {
	switches := choiceOf(Auto, On, Off)
	muscles, positions := choiceOf(append(routines.Muscles(), "")...), choiceOf(append(routines.Positions(), "")...)
	return []field{
		{"theme", "the colours; auto goes by the hour", "auto", choiceOf(theme.Choices()...), func(s *Settings) any { return &s.Theme }},
		{"sound", "tones; auto is by day, not for relief", "auto", switches, func(s *Settings) any { return &s.Sound }},
		{"voice", "a voice that leads; auto is off", "auto", switches, func(s *Settings) any { return &s.Voice }},
		{"volume", "of tones and voice", "50", number(0, 100, 5), func(s *Settings) any { return &s.Volume }},
		{"rate", "the voice's words a minute", "150", number(80, 300, 10), func(s *Settings) any { return &s.Rate }},
		{"speaker", "which voice; none is the system's", "", freeText(80), func(s *Settings) any { return &s.Speaker }},
		{"prepare", "seconds more to get ready", "0", number(-10, 60, 5), func(s *Settings) any { return &s.Prepare }},
		{"still", "figures keep still", "false", choiceOf("false", "true"), func(s *Settings) any { return &s.Still }},
		{"muscle", "where a routine offers it", "", muscles, func(s *Settings) any { return &s.Muscle }},
		{"side", "the sore leg", "", choiceOf(routines.Left, routines.Right, ""), func(s *Settings) any { return &s.Side }},
		{"position", "where a routine offers it", "", positions, func(s *Settings) any { return &s.Position }},
		{"emergency", "what to call; auto goes by the region", string(Auto), phoneNumber(), func(s *Settings) any { return &s.Emergency }},
		{"night_from", "when night begins", "22:00", clockTime(), func(s *Settings) any { return &s.NightFrom }},
		{"night_until", "when night ends", "06:00", clockTime(), func(s *Settings) any { return &s.NightUntil }},
	}
}

// get is the value as it is written.
func (f field) get(s Settings) string { return fmt.Sprint(reflect.ValueOf(f.at(&s)).Elem()) }

// set puts in a value that the field's kind has read.
func (f field) set(s *Settings, text string) {
	if v := reflect.ValueOf(f.at(s)).Elem(); v.Kind() == reflect.String {
		v.SetString(text)
		return
	}
	_, _ = fmt.Sscan(text, f.at(s)) // its kind has read it
}

// find returns a field by its name. The error names the nearest one.
func find(name string) (field, error) {
	var names []string
	for _, f := range fields() {
		if f.name == name {
			return f, nil
		}
		names = append(names, f.name)
	}
	if like := spelling.Similar(name, names); len(like) > 0 {
		return field{}, misspelt.With(name, like[0])
	}
	return field{}, unknownSetting.With(name)
}
