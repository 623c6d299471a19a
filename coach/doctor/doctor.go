// Package doctor looks at what this machine has, and says what was chosen of it
// and why.
package doctor

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"uncramp/coach/awake"
	"uncramp/coach/cue"
	"uncramp/coach/cue/audio"
	"uncramp/coach/cue/vibrate"
	"uncramp/coach/process"
	"uncramp/coach/settings"
	"uncramp/coach/term"
)

// timeout is how long the doctor looks and listens at most.
const timeout = 20 * time.Second

// Exam is one thing that was looked at on this machine.
type Exam struct {
	What    string   `json:"what"`
	Found   string   `json:"found"`
	Because []string `json:"because,omitempty"` // what was tried before, and why it was not taken
	OK      bool     `json:"ok"`
}

// Place is something that is kept, and the folder or file it is kept in.
type Place struct{ What, Path string }

// Machine is what is looked at.
type Machine struct {
	Terminal *term.Terminal // nil: there is none to draw on
	Settings settings.Settings
	Fault    error // what is wrong with the settings
	File     string
	Folders  []Place
	// Locale is what is wrong with the signs that the terminal is said to know.
	Locale error
	// OnNetwork says that the diary lies where other machines may write to it, too.
	OnNetwork bool
}

// Examine looks at all of the machine. With sample it plays something, too.
func (m Machine) Examine(sample bool) []Exam {
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	output, outputs := audio.ChooseOutput(ctx)
	voice, voices := audio.ChooseVoice(audio.VoiceSettings{Rate: m.Settings.Rate, Speaker: m.Settings.Speaker})
	exams := []Exam{
		{What: "terminal", Found: noTerminal, OK: true},
		{What: "sound", Found: noSound, Because: reasons(outputs)},
		{What: "speech", Found: noSpeech, Because: reasons(voices)},
	}
	if m.Locale != nil {
		exams[0].Because = []string{m.Locale.Error()}
	}
	if m.Terminal != nil {
		exams[0].Found = term.Describe(m.Terminal.Env)
	}
	if voice != nil {
		exams[2].Found, exams[2].OK = voice.Name(), true
	}
	exams = append(exams, Exam{What: "line by line", Found: linesWords[m.Settings.Plain], OK: true})
	if output != nil {
		exams[1].Found, exams[1].OK = output.Name(), true
		if sample {
			heard, err := play(ctx, output, voice, m.Settings.Volume)
			exams = append(exams, found("sample", heard, err))
		}
	}
	exams = append(exams, programs(m.Settings.Hooks.Commands())...)
	exams = append(exams, vibration(runtime.GOOS)...)
	notifier, noNotifier := audio.Notifier()
	means, noMeans := awake.Means()
	exams = append(exams, found("notification", notifier, noNotifier), found("awake", means, noMeans), found("settings", m.File, m.Fault))
	for _, p := range m.Folders {
		exams = append(exams, found(p.What, p.Path, writable(p.Path)))
	}
	if m.OnNetwork {
		return append(exams, Exam{What: "saving", Found: rollback, OK: true})
	}
	return append(exams, Exam{What: "saving", Found: writeAhead, OK: true})
}

// found is an exam of something that is there under a name, or says why it isn't.
func found(what, name string, missing error) Exam {
	if missing != nil {
		return Exam{What: what, Found: missing.Error()}
	}
	return Exam{What: what, Found: name, OK: true}
}

// vibration is by what a phone pulses; nothing is missing elsewhere.
func vibration(system string) []Exam {
	means, missing := vibrate.Means()
	if missing != nil && system != "android" {
		return nil
	}
	return []Exam{found("vibration", means, missing)}
}

// programs are those that are run as a routine is followed, each by its occasion.
func programs(commands map[string][]string) (exams []Exam) {
	for _, occasion := range slices.Sorted(maps.Keys(commands)) {
		path, err := process.Find(commands[occasion][0])
		exams = append(exams, found("on "+occasion, path, err))
	}
	return exams
}

func reasons(tried []audio.Trial) (list []string) {
	for _, t := range tried {
		if t.Why != "" {
			list = append(list, t.Name+": "+t.Why)
		}
	}
	return list
}

// play plays what begins and ends a routine, and, with a voice, a sentence. It
// returns what was heard.
func play(ctx context.Context, out audio.Output, voice *audio.Voice, volume int) (heard string, err error) {
	for _, t := range []cue.Tone{cue.Begin, cue.Finish} {
		if err := out.Play(ctx, audio.Tone(t, volume)); err != nil {
			return "", err
		}
	}
	if voice == nil {
		return playedTones, nil
	}
	return playedSentence, voice.Speak(ctx, sentence, out, volume)
}

// writable says why nothing can be kept in a folder. It makes none: one that is
// not there is tried where it would be made.
func writable(path string) error {
	at := path
	for _, err := os.Stat(at); os.IsNotExist(err) && at != filepath.Dir(at); _, err = os.Stat(at) {
		at = filepath.Dir(at)
	}
	f, err := os.CreateTemp(at, ".uncramp-*")
	if err != nil {
		return fmt.Errorf("%s can't be written: %w", path, err)
	}
	return errors.Join(f.Close(), os.Remove(f.Name()))
}
