package remind

import "strings"

// shellQuote is one word for sh.
func shellQuote(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }

// cronQuote is one word for sh on a crontab's line, where a % that has no
// backslash ends the command. The backslash stands outside the quotes: some
// crons take it away and others leave it to sh.
func cronQuote(s string) string { return strings.ReplaceAll(shellQuote(s), "%", `'\%'`) }

// systemdQuote is one word of a unit's command line.
func systemdQuote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, `%`, `%%`, `$`, `$$`).Replace(s) + `"`
}

// systemdProgram is the start of a unit's command line. systemd runs no program
// with a quote or a backslash in its path, and does not say what it makes of a
// dollar sign there; a shell is handed such a path as an argument.
func systemdProgram(path string) string {
	if !strings.ContainsAny(path, `"'\$`) {
		return systemdQuote(path)
	}
	return "/bin/sh -c " + systemdQuote(`exec "$0" "$@"`) + " " + systemdQuote(path)
}
