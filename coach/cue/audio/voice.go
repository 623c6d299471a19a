package audio

import (
	"context"
	"fmt"
	"math"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	"uncramp/coach/process"
	"uncramp/coach/text"
)

// VoiceSettings are how a voice speaks.
type VoiceSettings struct {
	Rate    int    // words a minute
	Speaker string // the voice's own name for it; empty: its usual one
}

// speechProgram is a program that speaks into a WAV file. What it is to say
// reaches it as its input only, so that no text is an option or seen by others.
// Its arguments and its input say <file>, <rate>, <step> (of SAPI), <speaker> and
// <words> for what varies.
type speechProgram struct {
	name      string
	system    string // the only one it is for, as Go calls it; empty: any
	program   string
	arguments []string
	speaker   string // one more, where a speaker is named
	reads     string
}

// speechPrograms are all that are known; the first one that is there is taken.
// A speaker's name is in one word with its option so that it can't be one itself.
var speechPrograms = []speechProgram{
	{"say", "darwin", "say", []string{"-r<rate>", "-o", "<file>", "--data-format=LEI16@22050", "-f", "-"}, "-v<speaker>", "<words>"},
	{"SAPI", "windows", powershell, powershellArgs(speakScript), "", "<file>\n<step>\n<speaker>\n<words>"},
	{"espeak-ng", "", "espeak-ng", []string{"-s<rate>", "-w", "<file>", "--stdin"}, "-v<speaker>", "<words>"},
}

// filler puts in what varies.
func (v VoiceSettings) filler(file, words string) *strings.Replacer {
	return strings.NewReplacer("<file>", file, "<rate>", strconv.Itoa(v.Rate), "<step>", strconv.Itoa(sapiRate(v.Rate)),
		"<speaker>", cleanLine(v.Speaker), "<words>", words)
}

func (p speechProgram) args(v VoiceSettings, file string) (args []string) {
	for _, a := range p.arguments {
		args = append(args, v.filler(file, "").Replace(a))
	}
	if p.speaker != "" && cleanLine(v.Speaker) != "" {
		args = append(args, v.filler(file, "").Replace(p.speaker))
	}
	return args
}

func (p speechProgram) input(v VoiceSettings, file, words string) string {
	return v.filler(file, words).Replace(p.reads)
}

// sapiRate turns words a minute into the steps of SAPI: 0 is about 180, and ten
// steps are three times as fast or as slow.
func sapiRate(words int) int {
	const usual, times, steps = 180, 3, 10
	if words <= 0 {
		return 0
	}
	step := math.Round(steps * math.Log(float64(words)/usual) / math.Log(times))
	return int(min(max(step, -steps), steps))
}

// Voice turns words into sounds, by a program that was found.
type Voice struct {
	speechProgram
	path     string
	settings VoiceSettings
}

// ChooseVoice returns the first voice that is there, nil if none is, and what
// was looked for, in order; the last one was taken if there is a voice.
func ChooseVoice(v VoiceSettings) (*Voice, []Trial) {
	return machine{system: runtime.GOOS, find: process.Find}.voice(v)
}

func (m machine) voice(v VoiceSettings) (*Voice, []Trial) {
	var offers []offer[*Voice]
	for _, p := range speechPrograms {
		if p.system == "" || p.system == m.system {
			offers = append(offers, offer[*Voice]{p.name, func() (*Voice, error) {
				path, err := m.find(p.program)
				return &Voice{p, path, v}, err
			}})
		}
	}
	return choose(offers)
}

// Name tells which one it is: "espeak-ng", "say".
func (v *Voice) Name() string { return v.name }

// Say returns the words, spoken. They are text whatever they begin with.
func (v *Voice) Say(ctx context.Context, words string) (sound Sound, err error) {
	words = cleanLine(words)
	if words == "" {
		return nil, nil
	}
	err = withFolder(v.name, func(folder string) error {
		file := filepath.Join(folder, "words.wav")
		c := process.Command{Program: v.path, Args: v.args(v.settings, file), Input: []byte(v.input(v.settings, file, words))}
		if _, err := process.Run(ctx, c); err != nil {
			return err
		}
		if sound, err = readSound(file); err != nil {
			return fmt.Errorf(notHeard, v.name, err)
		}
		return nil
	})
	return sound, err
}

// brackets are those in which a speech program takes commands.
var brackets = strings.NewReplacer("[", " ", "]", " ")

// cleanLine returns words as one line that holds nothing but words: no controls,
// nothing invisible, no brackets.
func cleanLine(words string) string {
	spaced := strings.Join(strings.Fields(brackets.Replace(words)), " ")
	plain := strings.ReplaceAll(text.Clean(spaced), "\ufffd", "") // nobody can say it
	return strings.Join(strings.Fields(plain), " ")
}
