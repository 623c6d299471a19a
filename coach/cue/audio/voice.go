package audio

import (
	"context"
	"fmt"
	"math"
	"path/filepath"
	"strconv"
	"strings"

	"uncramp/coach/process"
	"uncramp/coach/text"
)

// VoiceSettings are how a voice speaks.
type VoiceSettings struct {
	Rate    int    // words a minute
	Speaker string // the voice's own name for it; empty: its usual one
	volume  int    // of one that speaks by itself; others are made louder as they are played
}

// speechProgram is a program that speaks, into a WAV file or by itself. What it is to
// say reaches it as its input only, so that no text is an option or seen by others.
// Its arguments and its input say <file>, <rate>, <step> (of SAPI), <factor> (of what
// Android has), <level> and <loudness> (of speech-dispatcher), <speaker> and <words>
// for what varies.
type speechProgram struct {
	name      string
	system    string // the only one it is for, as Go calls it; empty: any
	program   string
	arguments []string
	speaker   string // one more, where a speaker is named
	reads     string
	aloud     bool     // it speaks by itself, and gives no sound
	hush      []string // arguments by which one that speaks by itself is silent at once; none: it can't be stopped
}

// speechPrograms are all that are known; the first one that is there is taken.
// A speaker's name is in one word with its option so that it can't be one itself. To
// spd-say a line that begins with !-! would be a command.
var speechPrograms = []speechProgram{
	{name: "say", system: "darwin", program: "say", speaker: "-v<speaker>", reads: "<words>",
		arguments: []string{"-r<rate>", "-o", "<file>", "--data-format=LEI16@22050", "-f", "-"}},
	{name: "SAPI", system: "windows", program: powershell, arguments: powershellArgs(speakScript),
		reads: "<file>\n<step>\n<speaker>\n<words>"},
	{name: "termux-tts-speak", system: "android", program: "termux-tts-speak", arguments: []string{"-r", "<factor>"},
		reads: "<words>\n", aloud: true},
	{name: "espeak-ng", program: "espeak-ng", speaker: "-v<speaker>", reads: "<words>",
		arguments: []string{"-s<rate>", "-w", "<file>", "--stdin"}},
	{name: "spd-say", program: "spd-say", speaker: "-y<speaker>", reads: " <words>\n", aloud: true,
		arguments: []string{"--wait", "--pipe-mode", "-r<level>", "-i<loudness>"}, hush: []string{"--cancel"}},
}

// filler puts in what varies.
func (v VoiceSettings) filler(file, words string) *strings.Replacer {
	return strings.NewReplacer("<file>", file, "<rate>", strconv.Itoa(v.Rate), "<step>", strconv.Itoa(sapiRate(v.Rate)),
		"<factor>", androidRate(v.Rate), "<level>", strconv.Itoa(dispatcherRate(v.Rate)), "<loudness>", strconv.Itoa(2*v.volume-100),
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

// androidRate turns words a minute into times as fast as usual.
func androidRate(words int) string {
	const usual = 150
	if words <= 0 {
		words = usual
	}
	return strconv.FormatFloat(float64(words)/usual, 'f', 2, 64)
}

// dispatcherRate turns words a minute into the levels of speech-dispatcher, from -100
// to 100: those of its espeak-ng, which other voices keep to as far as they can.
func dispatcherRate(words int) int {
	const slowest, usual, fastest, levels = 80, 170, 449, 100
	switch {
	case words <= 0:
		return 0
	case words < usual:
		return max((words-usual)*levels/(usual-slowest), -levels)
	}
	return min((words-usual)*levels/(fastest-usual), levels)
}

// Voice says words, by a program that was found.
type Voice struct {
	speechProgram
	path     string
	settings VoiceSettings
	turn     chan struct{} // holds one while one that speaks by itself does
}

// ChooseVoice returns the first voice that is there, nil if none is, and what
// was looked for, in order; the last one was taken if there is a voice.
func ChooseVoice(v VoiceSettings) (*Voice, []Trial) { return thisMachine().voice(v) }

func (m machine) voice(v VoiceSettings) (*Voice, []Trial) {
	var offers []offer[*Voice]
	for _, p := range m.speechPrograms() {
		offers = append(offers, offer[*Voice]{p.name, func() (*Voice, error) { return m.open(p, v) }})
	}
	return choose(offers)
}

// soundVoice returns the first voice that gives sounds, and what was looked for: those
// that speak by themselves are told of where there is no other.
func (m machine) soundVoice(v VoiceSettings) (*Voice, []Trial) {
	var offers []offer[*Voice]
	for _, p := range m.speechPrograms() {
		_, missing := m.find(p.program)
		switch {
		case !p.aloud:
			offers = append(offers, offer[*Voice]{p.name, func() (*Voice, error) { return m.open(p, v) }})
		case missing == nil:
			offers = append(offers, offer[*Voice]{p.name, func() (*Voice, error) { return nil, fmt.Errorf(givesNoSound, p.name) }})
		}
	}
	return choose(offers)
}

// speechPrograms are those that this system may have.
func (m machine) speechPrograms() (list []speechProgram) {
	for _, p := range speechPrograms {
		if p.system == "" || p.system == m.system {
			list = append(list, p)
		}
	}
	return list
}

func (m machine) open(p speechProgram, v VoiceSettings) (*Voice, error) {
	path, err := m.find(p.program)
	return &Voice{p, path, v, make(chan struct{}, 1)}, err
}

// Name tells which one it is: "espeak-ng", "say".
func (v *Voice) Name() string { return v.name }

// Speak says words through a way out, or by itself.
func (v *Voice) Speak(ctx context.Context, words string, out Output, volume int) error {
	if v.aloud {
		return v.talk(ctx, ctx, words, volume)
	}
	sound, err := v.say(ctx, words)
	if err != nil {
		return err
	}
	return out.Play(ctx, sound.withVolume(volume))
}

// say returns the words, spoken, of a voice that gives sounds. They are text whatever
// they begin with.
func (v *Voice) say(ctx context.Context, words string) (sound Sound, err error) {
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
