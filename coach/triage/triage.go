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
	"time"

	"uncramp/routines"
)

// Level is how urgent a group of questions is.
type Level string

// The levels, the most urgent first.
const (
	Emergency   Level = "emergency"
	Today       Level = "today"
	Appointment Level = "appointment"
	Clear       Level = "clear" // no question was answered with yes
)

// Question is one red flag, worded so that yes is the answer that matters.
type Question struct {
	ID      string
	Text    string // at most 90 characters
	Sources []routines.Source
}

// Group is one screen of questions.
type Group struct {
	Level     Level
	Ask       string // heading over the questions
	Questions []Question
	Advice    string // what to do when one is answered with yes
	Because   string // why, in plain words
}

func from(document, heading string) []routines.Source {
	return []routines.Source{{Document: document, Heading: heading}}
}

// Groups returns the questions in the order they are asked. Source: the three
// articles, and published guidance (NHS, nidirect, UCLH); routines/EVIDENCE.md
// has the source of each.
func Groups() []Group {
	disclaimer := from("muscle-joint", "Disclaimer")
	doctor := from("wellness-pain", "When Should You See a Doctor About Leg Muscle Cramps?")
	worry := from("wellness-pain", "When to Be Concerned About Frequent Cramps")
	lasts := from("wellness-pain", "How Long Do Leg Muscle Cramps Typically Last?")
	pregnancy := from("wellness-pain", "Pregnancy-Related Leg Muscle Cramps")
	nerves := from("wellness-pain", "Nerve Compression and Spinal Issues")
	fluids := from("wellness-pain", "Dehydration and Electrolyte Imbalance")
	blood := from("wellness-pain", "Poor Blood Circulation")
	medicines := from("wellness-pain", "Medication Side Effects That Trigger Cramps")
	return []Group{
		{
			Level: Emergency, Ask: "Is one of these true now?",
			Questions: []Question{
				{"chest", "Chest pain, hard to breathe, coughing blood, or fainting", disclaimer},
				{"cold", "The leg is suddenly cold, pale or blue, numb, or won't move", blood},
				{"injury", "After an injury: a tight muscle, severe pain that keeps rising", disclaimer},
				{"weak", "Both legs newly weak, numb between them, bladder or bowel changed", nerves},
			},
			Advice:  "Stop. Call the emergency services now.",
			Because: "This needs help at once. Don't stretch, rub, warm or cool the leg.",
		},
		{
			Level: Today, Ask: "And one of these?",
			Questions: []Question{
				{"clot", "One leg swollen, warm, red, darker or throbbing, or hard sore veins", disclaimer},
				{"dark", "Dark urine, or unexplained weakness", doctor},
				{"pregnant", "Pregnant or just gave birth, and a red or swollen leg", pregnancy},
				{"long", "One cramp of more than 10 minutes", lasts},
				{"fluid", "A lot of fluid lost, or cramps in arms, chest or belly, or twitching", fluids},
				{"wound", "A dirty wound, or a fever", disclaimer},
				{"pop", "A pop, a bruise, or you can't stand", disclaimer},
			},
			Advice:  "Get medical advice today. No stretch, no massage, no heat, no ice.",
			Because: "It may be more than a cramp, and pressing or warming it could do harm.",
		},
		{
			Level: Appointment, Ask: "Last: is one of these so?",
			Questions: []Question{
				{"often", "Cramps are frequent or severe, or cost you sleep", worry},
				{"skin", "The skin changed, or a leg is numb or swollen at times", worry},
				{"walk", "Walking hurts the leg and resting eases it", blood},
				{"medicine", "They began with a new medicine", medicines},
				{"weeks", "No better after six weeks of stretching", doctor},
			},
			Advice:  "Book an appointment. You may go on stretching gently.",
			Because: "A doctor can look for a cause. Never stop a medicine without asking.",
		},
	}
}

// Warning is the line that stands where one chooses a routine.
const Warning = Worst + " Don't stretch. Get help."

// Worst names the three flags that stand before every stretch.
const Worst = "Chest pain, a hot swollen leg, a cold numb leg?"

// Finding is what the latest check came to.
type Finding struct {
	Level Level     `json:"level"`
	Yes   []string  `json:"yes,omitempty"` // ids of the questions answered with yes
	At    time.Time `json:"at,omitzero"`   // when the check was taken
}

// Blocks reports whether nothing may lead on to a routine.
func (f Finding) Blocks() bool { return f.Level == Emergency || f.Level == Today }

// Group returns the group a finding rests on, or false when all is clear.
func (f Finding) Group() (Group, bool) {
	for _, g := range Groups() {
		if g.Level == f.Level {
			return g, true
		}
	}
	return Group{}, false
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
	over    bool
}

// Group returns the group that is asked, or false when the check is over.
func (c Check) Group() (Group, bool) {
	if c.over {
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
func (c Check) Over() bool { return c.over }

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
		c.finding, c.over = Finding{Level: g.Level, Yes: known}, true
		return c
	}
	c.group++
	c.over = c.group == len(Groups())
	return c
}

// Back returns to the group before, to correct an answer.
func (c Check) Back() Check {
	if c.over && c.finding.Level != "" {
		return Check{group: c.group}
	}
	return Check{group: max(c.group-1, 0)}
}
