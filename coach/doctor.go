package coach

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/adrg/xdg"

	"uncramp/coach/cli"
	"uncramp/coach/cue"
	"uncramp/coach/term"
)

// examTime bounds how long the doctor looks and listens.
const examTime = 20 * time.Second

// examine looks at what this machine has, and lets it be heard.
func examine(sample bool) []cli.Exam {
	ctx, cancel := context.WithTimeout(context.Background(), examTime)
	defer cancel()
	s, bad := readSettings()
	way := cue.Choose(ctx)
	voice, voices := cue.ChooseVoice(cue.Manner{Rate: s.Rate, Speaker: s.Speaker})
	exams := []cli.Exam{
		terminalExam(),
		{What: "sound", Found: soundFound(way.Output), Because: because(way.Tried), OK: way.Output != nil},
		{What: "speech", Found: speechFound(voice), Because: because(voices), OK: voice != nil},
	}
	if sample && way.Output != nil {
		exams = append(exams, playSample(ctx, way.Output, voice, s.Volume))
	}
	exams = append(exams, notificationExam(cue.Notifier()), awakeExam())
	settings := cli.Exam{What: "settings", Found: settingsPath(), OK: bad == nil}
	if bad != nil {
		settings.Found = bad.Error()
	}
	exams = append(exams, settings)
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

func soundFound(out cue.Output) string {
	if out == nil {
		return "nothing plays tones; the terminal's bell rings instead"
	}
	return out.Name()
}

func speechFound(v cue.Voice) string {
	if v == nil {
		return "no voice is installed; espeak-ng is one"
	}
	return v.Name()
}

func because(tried []cue.Trial) (list []string) {
	for _, t := range tried {
		if t.Why != "" {
			list = append(list, t.Name+": "+t.Why)
		}
	}
	return list
}

// playSample plays what begins and ends a routine, and a sentence.
func playSample(ctx context.Context, out cue.Output, voice cue.Voice, volume int) cli.Exam {
	sounds := []cue.Sound{cue.Begin.Sound(volume), cue.Finish.Sound(volume)}
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

func notificationExam(program string, missing error) cli.Exam {
	if missing != nil {
		return cli.Exam{What: "notification", Found: missing.Error()}
	}
	return cli.Exam{What: "notification", Found: program, OK: true}
}

// awakeExam says by what the machine is kept awake.
func awakeExam() cli.Exam {
	program := map[string]string{"linux": "systemd-inhibit", "darwin": "caffeinate"}[runtime.GOOS]
	switch {
	case runtime.GOOS == "windows":
		return cli.Exam{What: "awake", Found: "Windows is asked", OK: true}
	case program == "":
		return cli.Exam{What: "awake", Found: "nothing keeps this system from sleeping"}
	}
	if _, err := exec.LookPath(program); err != nil {
		return cli.Exam{What: "awake", Found: program + " is not installed; the screen may go dark"}
	}
	return cli.Exam{What: "awake", Found: program, OK: true}
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
