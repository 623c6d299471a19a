package settings

import (
	"slices"
	"strings"

	"uncramp/coach/text"
	"uncramp/coach/yamlfile"
)

// hooksName is the setting of what is run.
const hooksName = "on"

// Hooks are programs with their arguments that are run as a routine is followed, each
// at its occasion, as {began: ["program", "argument"]}; empty: none.
type Hooks string

// The occasions at which a program can be run, by the names that package hook knows.
const (
	routineBegan = "began"
	phaseBegan   = "phase"
	routineEnded = "ended"
)

// commands are the programs as they are written.
type commands struct {
	Began []string `yaml:"began"`
	Phase []string `yaml:"phase"`
	Ended []string `yaml:"ended"`
}

// Commands returns the programs by their occasions.
func (h Hooks) Commands() map[string][]string {
	c, _ := readHooks(string(h)) // they were read when they were set
	byOccasion := map[string][]string{routineBegan: c.Began, phaseBegan: c.Phase, routineEnded: c.Ended}
	for occasion, args := range byOccasion {
		if len(args) == 0 {
			delete(byOccasion, occasion)
		}
	}
	return byOccasion
}

// readHooks reads programs; false where they are none, or have too many words.
func readHooks(written string) (c commands, ok bool) {
	if written == "" {
		return c, true
	}
	if err := yamlfile.Read(hooksName, []byte(written), &c); err != nil || strings.ContainsFunc(written, lostOrHidden) {
		return commands{}, false
	}
	return c, isRunnable(c.Began) && isRunnable(c.Phase) && isRunnable(c.Ended)
}

// isRunnable reports whether words are a program and its arguments, or none.
func isRunnable(words []string) bool {
	const most, longest = 20, 200
	return len(words) <= most && (len(words) == 0 || words[0] != "") &&
		!slices.ContainsFunc(words, func(w string) bool { return text.Length(w) > longest || strings.ContainsFunc(w, lostOrHidden) })
}

// String is how programs are written: in brackets, each word in quotes.
func (c commands) String() string {
	var parts []string
	add := func(occasion string, words []string) {
		var quoted []string
		for _, w := range words {
			quoted = append(quoted, yamlfile.Quote(w))
		}
		if len(words) > 0 {
			parts = append(parts, occasion+": ["+strings.Join(quoted, ", ")+"]")
		}
	}
	add(routineBegan, c.Began)
	add(phaseBegan, c.Phase)
	add(routineEnded, c.Ended)
	if len(parts) == 0 {
		return ""
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// hooks are programs that are run.
func hooks() kind {
	return kind{allowed: someHooks, step: func(written string, by int) (string, bool) {
		c, ok := readHooks(written)
		return c.String(), ok && by == 0
	}}
}
