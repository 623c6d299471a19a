package cue

import (
	"context"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"unicode"
)

// Manner is how a voice speaks.
type Manner struct {
	Rate    int    // words a minute
	Speaker string // the voice's own name for it; empty: its usual one
}

// talker is a program that speaks into a WAV file. What it is to say reaches
// it as its input only, so that no text is an option or seen by others.
type talker struct {
	name    string
	system  string // the only one it is for, as Go calls it; empty: any
	program string
	args    func(m Manner, file string) []string
	input   func(m Manner, file, words string) string
}

// The first one that is there is taken.
var talkers = []talker{
	{
		name: "say", system: "darwin", program: "say",
		args: func(m Manner, file string) []string {
			return m.named([]string{"-r" + strconv.Itoa(m.Rate), "-o", file, "--data-format=LEI16@22050", "-f", "-"})
		},
		input: onlyWords,
	},
	{
		name: "SAPI", system: "windows", program: "powershell.exe",
		args: func(Manner, string) []string {
			return []string{"-NoProfile", "-NonInteractive", "-Command", sapi}
		},
		input: func(m Manner, file, words string) string {
			return strings.Join([]string{file, strconv.Itoa(sapiRate(m.Rate)), plain(m.Speaker), words}, "\n")
		},
	},
	{
		name: "espeak-ng", program: "espeak-ng",
		args: func(m Manner, file string) []string {
			return m.named([]string{"-s" + strconv.Itoa(m.Rate), "-w", file, "--stdin"})
		},
		input: onlyWords,
	},
}

// named adds the speaker's name, in one word with the option so that it can't
// be one itself.
func (m Manner) named(args []string) []string {
	if name := plain(m.Speaker); name != "" {
		return append(args, "-v"+name)
	}
	return args
}

func onlyWords(_ Manner, _, words string) string { return words }

// sapi is what PowerShell does. A name within the command could be code, so all
// that varies is read from the input, line by line.
var sapi = strings.Join([]string{
	"$ErrorActionPreference = 'Stop'",
	"$in = New-Object IO.StreamReader([Console]::OpenStandardInput(), [Text.Encoding]::UTF8)",
	"$file = $in.ReadLine()",
	"$rate = [int]$in.ReadLine()",
	"$speaker = $in.ReadLine()",
	"Add-Type -AssemblyName System.Speech",
	"$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer",
	"$voice.Rate = $rate",
	"if ($speaker) { $voice.SelectVoice($speaker) }",
	"$voice.SetOutputToWaveFile($file)",
	"$voice.Speak($in.ReadToEnd())",
	"$voice.Dispose()",
}, "; ")

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

// ChooseVoice returns the first voice that is there, nil if none is, and what
// was looked for, in order; the last one was taken if there is a voice.
func ChooseVoice(how Manner) (Voice, []Trial) {
	return machine{system: runtime.GOOS, find: exec.LookPath}.voice(how)
}

func (m machine) voice(how Manner) (Voice, []Trial) {
	var tried []Trial
	for _, t := range talkers {
		if t.system != "" && t.system != m.system {
			continue
		}
		path, err := m.find(t.program)
		if err == nil {
			return voice{t, path, how}, append(tried, Trial{Name: t.name})
		}
		tried = append(tried, Trial{t.name, t.program + " is not installed"})
	}
	return nil, tried
}

// voice is a talker that was found.
type voice struct {
	talker
	path   string
	manner Manner
}

func (v voice) Name() string { return v.name }

func (v voice) Say(ctx context.Context, words string) (Sound, error) {
	words = plain(words)
	if words == "" {
		return nil, nil
	}
	folder, err := os.MkdirTemp("", "uncramp-voice-")
	if err != nil {
		return nil, fmt.Errorf("no room for what %s says: %w", v.name, err)
	}
	defer func() { _ = os.RemoveAll(folder) }() // the system clears what is left there
	file := filepath.Join(folder, "words.wav")
	if _, err := run(ctx, []byte(v.input(v.manner, file, words)), v.path, v.args(v.manner, file)...); err != nil {
		return nil, err
	}
	sound, err := readSound(file)
	if err != nil {
		return nil, fmt.Errorf("%s said nothing that can be heard: %w", v.name, err)
	}
	return sound, nil
}

// plain returns words as one line that holds nothing but words: no controls,
// nothing invisible, and none of the brackets in which a speech program takes
// commands.
func plain(words string) string {
	words = strings.Map(func(c rune) rune {
		switch {
		case unicode.IsControl(c), c == '[', c == ']':
			return ' '
		case unicode.Is(unicode.Cf, c), c == unicode.ReplacementChar:
			return -1
		}
		return c
	}, words)
	return strings.Join(strings.Fields(words), " ")
}
