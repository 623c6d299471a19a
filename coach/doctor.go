package coach

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/adrg/xdg"

	"uncramp/coach/awake"
	"uncramp/coach/cli"
	"uncramp/coach/cue"
	"uncramp/coach/cue/audio"
	"uncramp/coach/term"
)

// examTimeout is how long the doctor looks and listens at most.
const examTimeout = 20 * time.Second

// examine looks at what this machine has, and lets it be heard.
func examine(sample bool) []cli.Exam {
	ctx, cancel := context.WithTimeout(context.Background(), examTimeout)
	defer cancel()
	s, bad := readSettings()
	output, outputs := audio.ChooseOutput(ctx)
	voice, voices := audio.ChooseVoice(voiceSettings(s))
	exams := []cli.Exam{
		terminalExam(),
		{What: "sound", Found: soundFound(output), Because: because(outputs), OK: output != nil},
		{What: "speech", Found: speechFound(voice), Because: because(voices), OK: voice != nil},
	}
	if sample && output != nil {
		exams = append(exams, playSample(ctx, output, voice, s.Volume))
	}
	notifier, noNotifier := audio.Notifier()
	means, noMeans := awake.Means()
	exams = append(exams, found("notification", notifier, noNotifier), found("awake", means, noMeans))
	exams = append(exams, found("settings", settingsPath(), bad))
	for _, place := range []struct{ what, path string }{
		{"routines", filepath.Join(xdg.ConfigHome, name)}, {"diary", filepath.Join(xdg.DataHome, name)},
		{"state", filepath.Join(xdg.StateHome, name)}, {"cache", filepath.Join(xdg.CacheHome, name)},
	} {
		exams = append(exams, placeExam(place.what, place.path))
	}
	return exams
}

func terminalExam() cli.Exam {
	if terminal(os.Stdin, os.Stdout, os.Environ()) == nil {
		return cli.Exam{What: "terminal", Found: "none to draw on; routines are led line by line", OK: true}
	}
	return cli.Exam{What: "terminal", Found: term.Describe(os.Environ()), OK: true}
}

func soundFound(out audio.Output) string {
	if out == nil {
		return "nothing plays tones; the terminal's bell rings instead"
	}
	return out.Name()
}

func speechFound(v *audio.Voice) string {
	if v == nil {
		return "no voice is installed; espeak-ng is one"
	}
	return v.Name()
}

func because(tried []audio.Trial) (list []string) {
	for _, t := range tried {
		if t.Why != "" {
			list = append(list, t.Name+": "+t.Why)
		}
	}
	return list
}

// playSample plays what begins and ends a routine, and a sentence.
func playSample(ctx context.Context, out audio.Output, voice *audio.Voice, volume int) cli.Exam {
	sounds := []audio.Sound{audio.Tone(cue.Begin, volume), audio.Tone(cue.Finish, volume)}
	heard := "the start, the end"
	if voice != nil {
		words, err := voice.Say(ctx, "Bend the knee and let the foot drift down.")
		if err != nil {
			return cli.Exam{What: "sample", Found: err.Error()}
		}
		sounds = append(sounds, words)
		heard += ", a sentence"
	}
	for _, s := range sounds {
		if err := out.Play(ctx, s); err != nil {
			return cli.Exam{What: "sample", Found: err.Error()}
		}
	}
	return cli.Exam{What: "sample", Found: "played: " + heard, OK: true}
}

// found is an exam of something that is there under a name, or says why it isn't.
func found(what, name string, missing error) cli.Exam {
	if missing != nil {
		return cli.Exam{What: what, Found: missing.Error()}
	}
	return cli.Exam{What: what, Found: name, OK: true}
}

// placeExam says whether something can be kept in a folder. It makes none: one
// that is not there is tried where it would be made.
func placeExam(what, path string) cli.Exam {
	at := path
	for _, err := os.Stat(at); os.IsNotExist(err) && at != filepath.Dir(at); _, err = os.Stat(at) {
		at = filepath.Dir(at)
	}
	f, err := os.CreateTemp(at, "."+strings.ToLower(name)+"-*")
	if err != nil {
		return cli.Exam{What: what, Found: fmt.Sprintf("%s can't be written: %v", path, err)}
	}
	if err := errors.Join(f.Close(), os.Remove(f.Name())); err != nil {
		return cli.Exam{What: what, Found: err.Error()}
	}
	return cli.Exam{What: what, Found: path, OK: true}
}
