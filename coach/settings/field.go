package settings

import (
	"fmt"
	"reflect"
	"strconv"

	"uncramp/coach/spelling"
	"uncramp/coach/theme"
	"uncramp/routines"
)

// Group is a heading below which settings stand on a screen. What has none is not
// on it.
type Group string

// Sample is what shows at once on a screen what a setting does; the zero value:
// nothing does but its words.
type Sample int

// The samples.
const (
	NoSample      Sample = iota
	SampleColours        // words in the colours
	SampleHours          // the hours of a day, those of the night marked
	SampleFigure         // a figure, which moves or not
	SampleLevel          // a bar, as long as the value of all there is
	SampleNumber         // the number itself, as it is shown in an emergency
)

// field is a row of the table that everything else follows from: what a setting is
// called in the file and in words, what it does in one sentence, and its default.
type field struct {
	name, label, about string
	group              Group
	standard           string
	kind               kind
	words              map[string]string // values that are told in other words
	unit               string            // how a number is told: a format for it
	sample             Sample
	also               string              // a variable of other programs, too, that switches it on
	at                 func(*Settings) any // a pointer to its value
}

// fields lists every setting in the order in which it is shown.
func fields() []field {
	switches := choiceOf(Auto, On, Off)
	muscles, positions := choiceOf(append(routines.Muscles(), "")...), choiceOf(append(routines.Positions(), "")...)
	return []field{
		{name: "theme", label: "Colours", about: "The colours of the screen; auto goes by the hour.", group: looks,
			standard: "auto", kind: choiceOf(theme.Choices()...), words: themeWords, sample: SampleColours,
			at: func(s *Settings) any { return &s.Theme }},
		{name: "night_from", label: "Night begins", about: "When night begins: a dim screen, and no tones unless you ask for them.",
			group: looks, standard: "22:00", kind: clockTime(), sample: SampleHours, at: func(s *Settings) any { return &s.NightFrom }},
		{name: "night_until", label: "Night ends", about: "When night ends: the colours of day, and tones again.",
			group: looks, standard: "06:00", kind: clockTime(), sample: SampleHours, at: func(s *Settings) any { return &s.NightUntil }},
		{name: "still", label: "Figures", about: "Whether figures keep still, and show the end of a move alone.", group: looks,
			standard: "off", kind: offOrOn(), words: stillWords, sample: SampleFigure,
			at: func(s *Settings) any { return &s.Still }},
		{name: "figures", label: "Figures drawn", about: "How figures are drawn; auto is as well as the terminal can.", group: looks,
			standard: string(theme.FigureAuto), kind: choiceOf(theme.FigureChoices()...), words: figureWords, sample: SampleFigure,
			at: func(s *Settings) any { return &s.Figures }},
		{name: "plain", label: "Line by line", about: "All is led line by line, for a screen reader, from the next start on.", group: looks,
			standard: "off", kind: offOrOn(), also: "ACCESSIBLE", at: func(s *Settings) any { return &s.Plain }},
		{name: "sound", label: "Tones", about: "Tones tell a change; auto has them by day, but not for relief.", group: hearing,
			standard: "auto", kind: switches, words: soundWords, at: func(s *Settings) any { return &s.Sound }},
		{name: "voice", label: "Voice", about: "A voice that leads; auto is off.", group: hearing,
			standard: "auto", kind: switches, words: voiceWords, at: func(s *Settings) any { return &s.Voice }},
		{name: "flash", label: "Flash", about: "The screen flashes at each tone, but not at night, for who can't hear.", group: hearing,
			standard: "off", kind: choiceOf(Off, On), at: func(s *Settings) any { return &s.Flash }},
		{name: "vibrate", label: "Vibration", about: "A phone pulses as a hold begins, twice as it ends; on does so though silenced.",
			group: hearing, standard: "auto", kind: switches, words: vibrateWords, at: func(s *Settings) any { return &s.Vibrate }},
		{name: "volume", label: "Volume", about: "How loud tones and voice are.", group: hearing, unit: percent, sample: SampleLevel,
			standard: "50", kind: number(0, 100, 5), at: func(s *Settings) any { return &s.Volume }},
		{name: "rate", label: "Voice speed", about: "How many words the voice says in a minute.", group: hearing, unit: perMinute,
			standard: "150", kind: number(80, 300, 10), at: func(s *Settings) any { return &s.Rate }},
		{name: "speaker", label: "Whose voice", about: "The name of the voice; with none it is the system's own.", group: hearing,
			standard: "", kind: freeText(80), words: speakerWords, at: func(s *Settings) any { return &s.Speaker }},
		{name: "prepare", label: "Get-ready time", about: "How much longer, or shorter, each time to get ready is.", group: leading,
			unit: moreSeconds, standard: "0", kind: number(-10, 60, 5), at: func(s *Settings) any { return &s.Prepare }},
		{name: "muscle", label: "Muscle", about: "The muscle that a routine begins with, where it offers several.", group: leading,
			standard: "", kind: muscles, words: ownWords, at: func(s *Settings) any { return &s.Muscle }},
		{name: "side", label: "Sore leg", about: "The leg that a routine begins with.", group: leading,
			standard: "", kind: choiceOf(routines.Left, routines.Right, ""), words: ownWords, at: func(s *Settings) any { return &s.Side }},
		{name: "position", label: "Position", about: "The position that a routine begins in, where it offers several.", group: leading,
			standard: "", kind: positions, words: ownWords, at: func(s *Settings) any { return &s.Position }},
		{name: "emergency", label: "Number to call", about: "The number of the emergency services; auto goes by the region.",
			group: helping, standard: string(Auto), kind: phoneNumber(), words: numberWords, sample: SampleNumber,
			at: func(s *Settings) any { return &s.Emergency }},
		{name: hooksName, label: "Programs", about: "Programs that are run as a routine is followed.",
			standard: "", kind: hooks(), words: hookWords, at: func(s *Settings) any { return &s.Hooks }},
	}
}

// say is a value in words, with its unit.
func (f field) say(text string) string {
	if words, ok := f.words[text]; ok {
		return words
	}
	if n, err := strconv.Atoi(text); err == nil && f.unit != "" {
		return fmt.Sprintf(f.unit, n)
	}
	return text
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
