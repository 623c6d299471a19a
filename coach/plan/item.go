package plan

import (
	"slices"

	"uncramp/coach/diary"
	"uncramp/routines"
)

// Item is one thing of the daily prevention.
type Item struct {
	ID       string
	Name     string   // title on screen, at most 28 characters
	Routines []string // ids; to follow one of them does it. Without any it is ticked by hand
	Share    float64  // how much of a routine's planned time counts as done: about half of its work
	Times    int      // a day
	Rests    string   // what Times rests on: a publication's id, or [routines.Default]
	Night    bool     // it is done for a night, rather than on a calendar day
	Exercise bool     // it is due on no day, as not every day has exercise
	Sources  []routines.Source
}

// Water is the item that is ticked by hand, a glass at a time.
const Water = "water"

// The articles that the items rest on.
const (
	irvine   = "irvine-spine"
	clinic   = "muscle-joint"
	wellness = "wellness-pain"
)

// Items lists the prevention that the articles agree on, in the order of a day.
// Water throughout the day is theirs; no article says how much, and the six
// glasses are ours.
func Items() []Item {
	prevention := routines.Source{Document: irvine, Heading: "Prevention Techniques for Muscle Cramps"}
	stretching := routines.Source{Document: wellness, Heading: "Stretching and Flexibility Exercises"}
	pacing := routines.Source{Document: wellness, Heading: "Exercise and Warm-Up Routines"}
	atNight := routines.Source{Document: clinic, Heading: "Night-time leg cramps are especially common"}
	hydration := routines.Source{Document: wellness, Heading: "Staying Properly Hydrated"}
	return []Item{
		{
			ID: "morning", Name: "Stretch on waking", Routines: []string{"morning"}, Share: 0.3,
			Times: 1, Rests: routines.Default, Sources: []routines.Source{prevention},
		},
		{
			ID: "before", Name: "Before exercise", Routines: []string{"warmup"}, Share: 0.4, Exercise: true,
			Times: 1, Rests: routines.Default, Sources: []routines.Source{prevention, stretching, pacing},
		},
		{
			ID: "after", Name: "After exercise", Routines: []string{"cooldown"}, Share: 0.4, Exercise: true,
			Times: 1, Rests: routines.Default, Sources: []routines.Source{prevention, stretching, pacing},
		},
		{
			ID: Bedtime, Name: "Bedtime stretch", Routines: []string{Bedtime}, Share: Share, Night: true,
			Times: 1, Rests: "hallegraeff-2012", Sources: []routines.Source{prevention, atNight},
		},
		{
			ID: Water, Name: "Glasses of water",
			Times: 6, Rests: routines.Default, Sources: []routines.Source{hydration, prevention, atNight},
		},
	}
}

// day is the one that a session counts for.
func (i Item) day(s diary.Session) Day {
	if i.Night {
		return NightOf(s.At)
	}
	return DayOf(s.At)
}

// follows reports whether a session is one of the item's routines.
func (i Item) follows(s diary.Session) bool {
	return !s.Deleted && s.Worked > 0 && slices.Contains(i.Routines, s.Routine)
}
