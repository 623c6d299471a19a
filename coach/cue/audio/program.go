package audio

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"uncramp/coach/process"
)

// playerProgram is a program that plays a WAV file.
type playerProgram struct {
	name    string
	program string
	args    []string // a file's path comes after them
	piped   bool     // it takes the file as its input instead
	slow    bool     // it comes with the system, and takes its time to start
	stop    string   // its argument that ends what it plays in the background; empty: it plays until it ends
}

var (
	pwPlay = playerProgram{name: "pw-play", program: "pw-play"}
	// Left alone it lets the server take two seconds. With much less than this it
	// stutters on a busy machine.
	paPlay = playerProgram{name: "paplay", program: "paplay", args: []string{"--client-name=uncramp", "--latency-msec=200"}, piped: true}
	aPlay  = playerProgram{name: "aplay", program: "aplay", args: []string{"-q", "-"}, piped: true}
	afPlay = playerProgram{name: "afplay", program: "afplay", slow: true}
	// What Windows itself has can be had from PowerShell only.
	soundPlayer = playerProgram{name: "PowerShell", program: powershell, args: powershellArgs(playScript), piped: true, slow: true}

	// What Android has can be had through Termux; it takes the time of a tick to begin.
	termuxPlayer = playerProgram{name: "termux-media-player", program: "termux-media-player", args: []string{"play"}, slow: true, stop: "stop"}

	// playersOf are the players of systems that have their own, the best first;
	// the others have one of unixPlayers.
	playersOf   = map[string][]playerProgram{"darwin": {afPlay}, "windows": {soundPlayer}, "android": {paPlay, termuxPlayer}}
	unixPlayers = []playerProgram{pwPlay, paPlay, aPlay}
	// withoutPulse are the systems that have no PulseAudio.
	withoutPulse = []string{"darwin", "windows"}
)

// at is the Output through the program where it was found.
func (p playerProgram) at(path string) Output {
	if p.stop != "" {
		return newBackground(player{p, path})
	}
	return player{p, path}
}

// player is an Output through a program that was found.
type player struct {
	playerProgram
	path string
}

// Name implements Output.
func (p player) Name() string { return p.name }

// Play implements Output. It starts the program for this one sound; one without
// samples only asks whether it can play.
func (p player) Play(ctx context.Context, s Sound) error {
	c := process.Command{Program: p.path, Args: p.args, Timeout: s.Length() + process.DefaultTimeout}
	if p.piped {
		c.Input = encodeWAV(s)
		_, err := process.Run(ctx, c)
		return err
	}
	return p.withFile(s, func(file string) error {
		c.Args = append(slices.Clone(p.args), file)
		_, err := process.Run(ctx, c)
		return err
	})
}

// withFile does something with a file of a sound, which is gone afterwards.
func (p player) withFile(s Sound, do func(file string) error) error {
	return withFolder(p.name, func(folder string) error {
		file := filepath.Join(folder, "cue.wav")
		if err := os.WriteFile(file, encodeWAV(s), 0o600); err != nil {
			return fmt.Errorf(noRoom, p.name, err)
		}
		return do(file)
	})
}

// withFolder does something with a folder that is gone afterwards.
func withFolder(program string, do func(folder string) error) error {
	folder, err := os.MkdirTemp("", "uncramp-")
	if err != nil {
		return fmt.Errorf(noRoom, program, err)
	}
	defer func() { _ = os.RemoveAll(folder) }() // the system clears what is left there
	return do(folder)
}
