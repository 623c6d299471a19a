package audio

import (
	_ "embed" // of the scripts
	"strings"
)

// The scripts are what PowerShell does. A name within a command could be code, so
// that all that varies is read from the input, line by line.
var (
	//go:embed scripts/speak.ps1
	speakScript string
	//go:embed scripts/play.ps1
	playScript string
	// notifyScript sends under PowerShell's own name: Windows shows only what a
	// program that it knows sends.
	//go:embed scripts/notify.ps1
	notifyScript string
)

const powershell = "powershell.exe"

// powershellArgs have PowerShell carry out a script, which stands on one line: a
// command line of Windows may lose others.
func powershellArgs(script string) []string {
	oneLine := strings.Join(strings.Split(strings.TrimSpace(script), "\n"), "; ")
	return []string{"-NoProfile", "-NonInteractive", "-Command", oneLine}
}
