package cue

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// player is a program that plays a WAV file.
type player struct {
	name    string
	program string
	args    []string // a file's path comes after them
	piped   bool     // it takes the file as its input instead
	slow    bool     // it comes with the system, and takes its time to start
}

var (
	pwPlay = player{name: "pw-play", program: "pw-play"}
	// Left alone it lets the server take two seconds. With much less than this it
	// stutters on a busy machine.
	paPlay = player{name: "paplay", program: "paplay", args: []string{"--client-name=uncramp", "--latency-msec=200"}, piped: true}
	aPlay  = player{name: "aplay", program: "aplay", args: []string{"-q", "-"}, piped: true}
	afPlay = player{name: "afplay", program: "afplay", slow: true}
	// What Windows itself has can be had from PowerShell only.
	soundPlayer = player{name: "PowerShell", program: "powershell.exe", args: []string{
		"-NoProfile", "-NonInteractive", "-Command",
		"$ErrorActionPreference = 'Stop'; " +
			"$wav = New-Object IO.MemoryStream; " +
			"[Console]::OpenStandardInput().CopyTo($wav); " +
			"$wav.Position = 0; " +
			"(New-Object Media.SoundPlayer $wav).PlaySync()",
	}, piped: true, slow: true}
)

// playing is a player that was found.
type playing struct {
	player
	path string
	life context.Context // done once the output is closed
	end  context.CancelFunc
}

func newPlaying(p player, path string) playing {
	life, end := context.WithCancel(context.Background())
	return playing{p, path, life, end}
}

// Name is the program's.
func (p playing) Name() string { return p.name }

// Close ends what is being played.
func (p playing) Close() error {
	p.end()
	return nil
}

// Play starts the program for this one sound. A sound without samples only
// asks whether it can play.
func (p playing) Play(ctx context.Context, s Sound) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(p.life, cancel)()
	if p.piped {
		_, err := run(ctx, encodeWAV(s), p.path, p.args...)
		return err
	}
	folder, err := os.MkdirTemp("", "uncramp-")
	if err != nil {
		return fmt.Errorf("no room for what %s is to play: %w", p.name, err)
	}
	defer func() { _ = os.RemoveAll(folder) }() // the system clears what is left there
	file := filepath.Join(folder, "cue.wav")
	if err := os.WriteFile(file, encodeWAV(s), 0o600); err != nil {
		return fmt.Errorf("no room for what %s is to play: %w", p.name, err)
	}
	_, err = run(ctx, nil, p.path, append(slices.Clone(p.args), file)...)
	return err
}
