package remind

import "strings"

// quoted is one word for sh.
func quoted(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }

// cronWord is one word for sh on a crontab's line, where a % that has no
// backslash ends the command. The backslash stands outside the quotes: some
// crons take it away and others leave it to sh.
func cronWord(s string) string { return strings.ReplaceAll(quoted(s), "%", `'\%'`) }
