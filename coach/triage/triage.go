// Package triage asks about the red flags and says what each answer allows.
// It is pure: it neither stores nor shows anything, and it names no illness.
//
// The questions come in three groups, asked in order: emergencies, what needs
// advice today, and what needs an appointment. After a positive answer in one
// of the first two, nothing may lead on to a stretch, massage, heat or ice
// until the check is taken again.
package triage

import (
	"slices"
	"sync"
	"time"

	"uncramp/assets"
	"uncramp/coach/yamlfile"
	"uncramp/routines"
)

// Level is how urgent a group of questions is.
type Level string

// The levels, the most urgent first.
const (
	Emergency   Level = "emergency"
	Today       Level = "today"
	Appointment Level = "appointment"
	Clear       Level = "clear"      // no question was answered with yes
	Unreadable  Level = "unreadable" // something was found, and nobody can tell what; it is never kept
)

// Blocks reports whether nothing may lead on to a routine after a yes. Such a
// yes is read back, see [ReadBack], before it counts. A level that is not known
// blocks.
func (l Level) Blocks() bool { return l != "" && l != Clear && l != Appointment }

// Question is one red flag, worded so that yes is the answer that matters, and
// that an ordinary cramp is a no. A text has at most 90 characters.
type Question struct {
	ID      string            `yaml:"id"`
	Text    string            `yaml:"text"`
	Advice  string            `yaml:"advice"`  // told beside that of its group; may be empty
	Note    string            `yaml:"note"`    // what of it rests on what; may be empty
	Sources []routines.Source `yaml:"sources"` // a publication; an article where it says the same
}

// Group is one screen of questions.
type Group struct {
	Level     Level      `yaml:"level"`
	Ask       string     `yaml:"ask"` // heading over the questions
	Questions []Question `yaml:"questions"`
	Advice    string     `yaml:"advice"`  // what to do when one is answered with yes
	Because   string     `yaml:"because"` // why, in plain words
	Until     string     `yaml:"until"`   // what to do till help comes; may be empty. General knowledge
}

// Groups returns the questions in the order they are asked, as red-flags.yaml of
// the assets has them. The caller must not change them.
func Groups() []Group { return groups() }

var groups = sync.OnceValue(func() (list []Group) {
	if err := yamlfile.Read("red-flags.yaml", assets.RedFlags, &list); err != nil {
		panic(err) // what the program carries is read by its tests
	}
	return list
})

// Warning is the line that stands where one chooses a routine.
const Warning = Worst + " Don't stretch. Get help."

// Worst names the three flags that stand before every stretch.
const Worst = "Chest pain, a hot swollen leg, a cold numb leg?"

// Finding is what the latest check came to.
type Finding struct {
	Level Level     `json:"level"`
	Yes   []string  `json:"yes,omitempty"` // ids of the questions answered with yes
	At    time.Time `json:"at,omitzero"`   // when the check was over
	Began time.Time `json:"began,omitzero"`
	Fault string    `json:"-"` // why it can't be read, if it can't, in one line
}

// Blocks reports whether nothing may lead on to a routine.
func (f Finding) Blocks() bool { return f.Level.Blocks() }

// Group returns the group a finding rests on, or false when all is clear. Of what
// can't be read it says to take the check again.
func (f Finding) Group() (Group, bool) {
	for _, g := range Groups() {
		if g.Level == f.Level {
			return g, true
		}
	}
	return unreadable, f.Blocks()
}

// Reasons are the questions that were answered with yes.
func (f Finding) Reasons() (list []Question) {
	for _, g := range Groups() {
		for _, q := range g.Questions {
			if slices.Contains(f.Yes, q.ID) {
				list = append(list, q)
			}
		}
	}
	return list
}

// Check stands somewhere in the questions. It is a value. The zero value
// stands before the first group.
type Check struct {
	group   int
	finding Finding
}

// Group returns the group that is asked, or false when the check is over.
func (c Check) Group() (Group, bool) {
	if c.Over() {
		return Group{}, false
	}
	return Groups()[c.group], true
}

// Finding returns what the check came to so far.
func (c Check) Finding() Finding {
	if c.finding.Level == "" {
		return Finding{Level: Clear}
	}
	return c.finding
}

// Over reports whether there is nothing more to ask.
func (c Check) Over() bool { return c.finding.Level != "" || c.group == len(Groups()) }

// Answer takes the ids answered with yes in this group; none means no to all.
// After a yes nothing less urgent is asked.
func (c Check) Answer(yes ...string) Check {
	g, ok := c.Group()
	if !ok {
		return c
	}
	known := slices.DeleteFunc(slices.Clone(yes), func(id string) bool {
		return !slices.ContainsFunc(g.Questions, func(q Question) bool { return q.ID == id })
	})
	if len(known) > 0 {
		c.finding = Finding{Level: g.Level, Yes: known}
	} else {
		c.group++
	}
	return c
}

// Back returns to the group before, to correct an answer.
func (c Check) Back() Check {
	if c.finding.Level != "" {
		return Check{group: c.group}
	}
	return Check{group: max(c.group-1, 0)}
}
