package audio

import (
	"embed"
	"strings"
)

// The scripts are what PowerShell does. A name within a command could be code, so
// that all that varies is read from the input, line by line.
//
//go:embed scripts
var scripts embed.FS

// The notification is sent under PowerShell's own name: Windows shows only what a
// program that it knows sends.
const speakScript, playScript, notifyScript = "scripts/speak.ps1", "scripts/play.ps1", "scripts/notify.ps1"

const powershell = "powershell.exe"

// powershellArgs have PowerShell carry out a script, which stands on one line: a
// command line of Windows may lose others.
func powershellArgs(script string) []string {
	lines, _ := scripts.ReadFile(script) // it is embedded
	oneLine := strings.ReplaceAll(strings.TrimSpace(string(lines)), "\n", "; ")
	return []string{"-NoProfile", "-NonInteractive", "-Command", oneLine}
}
