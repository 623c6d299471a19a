package settings

import (
	"strconv"

	"uncramp/coach/spelling"
	"uncramp/coach/theme"
	"uncramp/routines"
)

// field is a row of the table that everything else follows from.
type field struct {
	name, about string
	standard    string // the default
	kind        kind
	accessor
}

// accessor is where a value stands in [Settings]. What is set there has been read
// by the field's kind.
type accessor struct {
	get func(Settings) string
	set func(*Settings, string)
}

// fields lists every setting in the order in which it is shown.
func fields() []field {
	switches := choiceOf(Auto, On, Off)
	return []field{
		{"theme", "the colours; auto goes by the hour", "auto", choiceOf(theme.Choices()...),
			textField(func(s *Settings) *theme.Choice { return &s.Theme })},
		{"sound", "tones; auto is by day, not for relief", "auto", switches, textField(func(s *Settings) *Switch { return &s.Sound })},
		{"voice", "a voice that leads; auto is off", "auto", switches, textField(func(s *Settings) *Switch { return &s.Voice })},
		{"volume", "of tones and voice", "50", number(0, 100, 5), numberField(func(s *Settings) *int { return &s.Volume })},
		{"rate", "the voice's words a minute", "150", number(80, 300, 10), numberField(func(s *Settings) *int { return &s.Rate })},
		{"speaker", "which voice; none is the system's", "", freeText(80), textField(func(s *Settings) *string { return &s.Speaker })},
		{"prepare", "seconds more to get ready", "0", number(-10, 60, 5),
			numberField(func(s *Settings) *routines.Seconds { return &s.Prepare })},
		{"still", "figures keep still", "false", choiceOf("false", "true"), accessor{
			func(s Settings) string { return strconv.FormatBool(s.Still) },
			func(s *Settings, text string) { s.Still = text == "true" },
		}},
		{"muscle", "where a routine offers it", "", choiceOf(append(routines.Muscles(), "")...),
			textField(func(s *Settings) *routines.Muscle { return &s.Muscle })},
		{"side", "the sore leg", "", choiceOf(routines.Left, routines.Right, ""),
			textField(func(s *Settings) *routines.Side { return &s.Side })},
		{"position", "where a routine offers it", "", choiceOf(append(routines.Positions(), "")...),
			textField(func(s *Settings) *routines.Position { return &s.Position })},
		{"night_from", "when night begins", "22:00", clockTime(), textField(func(s *Settings) *TimeOfDay { return &s.NightFrom })},
		{"night_until", "when night ends", "06:00", clockTime(), textField(func(s *Settings) *TimeOfDay { return &s.NightUntil })},
	}
}

func textField[T ~string](at func(*Settings) *T) accessor {
	return accessor{
		func(s Settings) string { return string(*at(&s)) },
		func(s *Settings, text string) { *at(s) = T(text) },
	}
}

func numberField[T ~int](at func(*Settings) *T) accessor {
	return accessor{
		func(s Settings) string { return strconv.Itoa(int(*at(&s))) },
		func(s *Settings, text string) {
			n, _ := strconv.Atoi(text) // its kind has read it
			*at(s) = T(n)
		},
	}
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
		return field{}, misspelt.Fault(name, like[0])
	}
	return field{}, unknownSetting.Fault(name)
}
