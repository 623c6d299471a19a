package report

import (
	"fmt"

	"uncramp/coach/triage"
)

// FindingLines are the answers of the latest check for red flags, for a doctor.
func FindingLines(f triage.Finding) (lines []string) {
	switch f.Level {
	case "":
		return nil
	case triage.Unreadable:
		return []string{unreadableCheck}
	}
	say := func(words checkWords, more ...any) string {
		if f.At.IsZero() {
			return fmt.Sprintf(words.undated, more...)
		}
		return fmt.Sprintf(words.dated, append([]any{f.At.Format("2 Jan 2006")}, more...)...)
	}
	for _, q := range f.Reasons() {
		lines = append(lines, say(answeredYes, q.Text))
	}
	switch {
	case f.Level == triage.Clear:
		lines = append(lines, say(answeredNo))
	case f.Blocks():
		lines = append(lines, say(askedNoMore))
	}
	return lines
}
