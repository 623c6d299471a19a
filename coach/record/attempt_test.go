package record

import (
	"testing"
	"time"
)

func TestMovesAreEachOnce(t *testing.T) {
	e := Episode{Tried: []Attempt{
		{Step: "slack", Name: "Let it go slack", Spent: time.Second},
		{Step: "toes", Spent: 2 * time.Second, Answer: "worse"},
		{Step: "slack", Name: "Let it go slack", Spent: 4 * time.Second, Answer: "same"},
		{Routine: "ease"}, {Answer: "eased"},
		{Step: "toes", Spent: 8 * time.Second},
	}}
	equal(t, "the moves", e.AttemptsByName(), []Attempt{
		{Step: "slack", Name: "Let it go slack", Spent: 5 * time.Second, Answer: "same"},
		{Step: "toes", Name: "toes", Spent: 10 * time.Second, Answer: "worse"},
		{Routine: "ease", Name: "ease"}, {Name: "something without a name", Answer: "eased"},
	})
	equal(t, "the time of what was tried first", e.Tried[0].Spent, time.Second)
	equal(t, "the moves of nothing", len(Episode{}.AttemptsByName()), 0)
}

func TestWhere(t *testing.T) {
	for want, e := range map[string]Episode{
		"": {}, "calf": {Muscle: "calf"}, "left leg": {Side: "left"}, "both calves": {Muscle: "calf", Side: "both"},
		"right foot": {Muscle: "foot", Side: "right"}, "ca[2Jlf": {Muscle: "\x1bca\u202e[2Jlf"},
	} {
		equal(t, "where", e.Where(), want)
	}
}

func TestRoughLengths(t *testing.T) {
	for want, d := range map[string]time.Duration{
		"6 minutes": 6*time.Minute + 9, "119 minutes": 119 * time.Minute, "2 hours": 2*time.Hour + 40*time.Minute,
		"47 hours": 47*time.Hour + 1, "2 days": 48 * time.Hour, "365 days": 365 * 24 * time.Hour,
	} {
		equal(t, "a length", Roughly(d), want)
	}
}

func TestSummaries(t *testing.T) {
	at := time.Date(2026, 11, 21, 3, 12, 0, 0, time.UTC)
	equal(t, "a cramp of which no length was told", Episode{At: at, Muscle: "calf"}.Summary(night), "21 November 03:12, calf")
	equal(t, "one that eased", Episode{At: at, Muscle: "calf", Side: "left", Length: 40 * time.Second}.Summary(night), "21 November 03:12, left calf, 40 seconds")
	equal(t, "a routine", Session{At: at, Routine: "bedtime", Worked: 2 * time.Minute}.Summary("Bedtime stretch", night), "21 November 03:12, Bedtime stretch, 2 minutes")
	equal(t, "one that is gone", Session{At: at, Routine: "mine", Worked: time.Second}.Summary("", night), "21 November 03:12, mine, 1 second")
}
