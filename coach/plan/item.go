package plan

import (
	"encoding/json"
	"fmt"
	"slices"
	"sync"

	"uncramp/assets"
	"uncramp/coach/record"
	"uncramp/coach/session"
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

// Water is the item that is ticked by hand, a glass at a time. The articles ask
// for it throughout the day; none of them says how much, and the number of
// glasses is ours.
const Water = "water"

// ProgrammeItem is the id of that of the programme that is followed.
const ProgrammeItem = "programme"

// Items lists the prevention that the articles agree on, in the order of a day,
// as prevention.json of the assets has it. The caller must not change it.
func Items() []Item { return items() }

var items = sync.OnceValue(func() (list []Item) {
	if err := json.Unmarshal(assets.Prevention, &list); err != nil {
		panic(fmt.Errorf("prevention.json: %w", err)) // what the program carries is read by its tests
	}
	for i := range list {
		if list[i].ID == stats.Bedtime {
			list[i].Share = stats.BedtimeShare
		}
	}
	return list
})

// glasses is how many glasses of water the plan asks for.
func glasses() int {
	return Items()[slices.IndexFunc(Items(), func(i Item) bool { return i.ID == Water })].Times
}

// Counts reports whether a session counts as done: of what the plan asks for, by the
// item's share of it; of other routines where it was not left on the way.
func Counts(s record.Session) bool {
	for _, i := range Items() {
		if i.follows(s) {
			return s.FollowedFor(i.Share)
		}
	}
	return s.Worked > 0 && s.Ending != session.WasLeft
}

// follows reports whether a session is one of the item's routines.
func (i Item) follows(s record.Session) bool {
	return !s.Deleted && s.Worked > 0 && slices.Contains(i.Routines, s.Routine)
}
