package plan

import (
	"slices"

	"uncramp/coach/record"
	"uncramp/coach/stats"
	"uncramp/routines"
)

// Item is one thing of the daily prevention.
type Item struct {
	ID       string
	Name     string   // title, at most 28 characters
	Short    string   // the same where there is little room, at most 9 characters
	Routines []string // ids; to follow one of them does it. Without any it is ticked by hand
	Share    float64  // how much of a routine's planned time counts as done: about half of its work
	Times    int      // a day
	Rests    string   // what Times rests on: a publication's id, or [routines.Default]
	Night    bool     // it is done for a night, rather than on a calendar day
	Exercise bool     // it is due on no day, as not every day has exercise
	Sources  []routines.Source
}

// The articles that the items rest on.
const (
	irvine   = "irvine-spine"
	clinic   = "muscle-joint"
	wellness = "wellness-pain"
)

// Water is the item that is ticked by hand, a glass at a time. The articles ask
// for it throughout the day; none of them says how much, and the number of
// glasses is ours.
const (
	Water       = "water"
	glassesADay = 6
)

// Items lists the prevention that the articles agree on, in the order of a day.
func Items() []Item {
	prevention := routines.Source{Document: irvine, Heading: "Prevention Techniques for Muscle Cramps"}
	atNight := routines.Source{Document: clinic, Heading: "Night-time leg cramps are especially common"}
	hydration := routines.Source{Document: wellness, Heading: "Staying Properly Hydrated"}
	exercise := []routines.Source{
		prevention, {Document: wellness, Heading: "Stretching and Flexibility Exercises"},
		{Document: wellness, Heading: "Exercise and Warm-Up Routines"},
	}
	return []Item{
		{
			ID: "morning", Name: "Stretch on waking", Short: "Waking", Routines: []string{"morning"}, Share: 0.3,
			Times: 1, Rests: routines.Default, Sources: []routines.Source{prevention},
		},
		{
			ID: "before", Name: "Before exercise", Short: "Warm-up", Routines: []string{"warmup"}, Share: 0.4,
			Times: 1, Rests: routines.Default, Exercise: true, Sources: exercise,
		},
		{
			ID: "after", Name: "After exercise", Short: "Cool-down", Routines: []string{"cooldown"}, Share: 0.4,
			Times: 1, Rests: routines.Default, Exercise: true, Sources: exercise,
		},
		{
			ID: stats.Bedtime, Name: "Bedtime stretch", Short: "Bedtime", Routines: []string{stats.Bedtime}, Share: stats.BedtimeShare,
			Times: 1, Rests: "hallegraeff-2012", Night: true, Sources: []routines.Source{prevention, atNight},
		},
		{
			ID: Water, Name: "Glasses of water", Short: "Water",
			Times: glassesADay, Rests: routines.Default, Sources: []routines.Source{hydration, prevention, atNight},
		},
	}
}

// day is the one that a session counts for.
func (i Item) day(s record.Session) stats.Day {
	if i.Night {
		return stats.NightOf(s.At)
	}
	return stats.DayOf(s.At)
}

// follows reports whether a session is one of the item's routines.
func (i Item) follows(s record.Session) bool {
	return !s.Deleted && s.Worked > 0 && slices.Contains(i.Routines, s.Routine)
}
