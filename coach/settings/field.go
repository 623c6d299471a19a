package settings

import (
	"fmt"
	"strconv"

	"uncramp/coach/spelling"
	"uncramp/coach/theme"
	"uncramp/coach/yamlfile"
	"uncramp/routines"
)

// field is a row of the table that everything else follows from.
type field struct {
	name, about string
	standard    string // the default
	kind        kind
	place
}

// place is where a value stands in [Settings]. What is set there has been read
// by the field's kind.
type place struct {
	get func(Settings) string
	set func(*Settings, string)
}

// fields lists every setting in the order in which it is shown.
func fields() []field {
	switches := words(Auto, On, Off)
	return []field{
		{"theme", "the colours; auto goes by the hour", "auto", words(theme.Choices()...),
			text(func(s *Settings) *theme.Choice { return &s.Theme })},
		{"sound", "tones; auto is by day, not for relief", "auto", switches,
			text(func(s *Settings) *Switch { return &s.Sound })},
		{"voice", "a voice that leads; auto is off", "auto", switches,
			text(func(s *Settings) *Switch { return &s.Voice })},
		{"volume", "of tones and voice", "50", number{0, 100, 5},
			whole(func(s *Settings) *int { return &s.Volume })},
		{"rate", "the voice's words a minute", "150", number{80, 300, 10},
			whole(func(s *Settings) *int { return &s.Rate })},
		{"speaker", "which voice; none is the system's", "", free{80},
			text(func(s *Settings) *string { return &s.Speaker })},
		{"prepare", "seconds more to get ready", "0", number{-10, 60, 5},
			whole(func(s *Settings) *routines.Seconds { return &s.Prepare })},
		{"still", "figures keep still", "false", words("false", "true"), place{
			func(s Settings) string { return strconv.FormatBool(s.Still) },
			func(s *Settings, text string) { s.Still = text == "true" },
		}},
		{"muscle", "where a routine offers it", "", words(append(routines.Muscles(), "")...),
			text(func(s *Settings) *routines.Muscle { return &s.Muscle })},
		{"side", "the sore leg", "", words(routines.Left, routines.Right, ""),
			text(func(s *Settings) *routines.Side { return &s.Side })},
		{"position", "where a routine offers it", "", words(append(routines.Positions(), "")...),
			text(func(s *Settings) *routines.Position { return &s.Position })},
		{"night_from", "when night begins", "22:00", hours{},
			text(func(s *Settings) *TimeOfDay { return &s.NightFrom })},
		{"night_until", "when night ends", "06:00", hours{},
			text(func(s *Settings) *TimeOfDay { return &s.NightUntil })},
	}
}

func text[T ~string](at func(*Settings) *T) place {
	return place{
		func(s Settings) string { return string(*at(&s)) },
		func(s *Settings, text string) { *at(s) = T(text) },
	}
}

func whole[T ~int](at func(*Settings) *T) place {
	return place{
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
	remedy := "uncramp settings lists what there is"
	if like := spelling.Similar(name, names); len(like) > 0 {
		remedy = fmt.Sprintf("did you mean %s?", like[0])
	}
	return field{}, &yamlfile.Fault{Problem: fmt.Sprintf("unknown setting %.40q", name), Remedy: remedy}
}
