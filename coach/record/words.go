package record

import (
	"fmt"
	"time"
)

// Unanswered is what is said of what was not given.
const Unanswered = "not told"

// nameless stands for what was tried where nothing names it.
const nameless = "something without a name"

// Nights is how many there are: "1 night", "2 nights".
func Nights(n int) string { return Plural(n, "1 night", "%d nights") }

// Cramps is how many there are: "1 cramp", "2 cramps".
func Cramps(n int) string { return Plural(n, "1 cramp", "%d cramps") }

// Minutes is a length in whole minutes: "1 minute", "2 minutes".
func Minutes(d time.Duration) string {
	return Plural(int(d.Round(time.Minute)/time.Minute), "1 minute", "%d minutes")
}

// Roughly is a length in the largest unit of which there are two or more: "50 minutes",
// "3 hours", "9 days".
func Roughly(d time.Duration) string {
	const hours, days = 2 * time.Hour, 48 * time.Hour
	switch {
	case d >= days:
		return fmt.Sprintf("%d days", d/(days/2))
	case d >= hours:
		return fmt.Sprintf("%d hours", d/(hours/2))
	}
	return Minutes(d)
}

// What is said of numbers that are none.
const (
	noWhole   = "%.40q is no whole number; write one such as 3"
	noSeconds = "%.40q is no number of seconds; write one such as 270 or 270.5"
	noEnding  = "%.40q is no ending of a session; choose %s"
)

// severitySaid is how bad a cramp was, beside what else is known of it.
const severitySaid = "severity %s of 10"

const minutesAndSeconds = "%d min %d s"

// tallySaid is the day or the name of a tally, its kind, and how many.
const tallySaid = "%s, %s %d"

// What is said of two versions of a row.
const (
	differs = "%s is %s, and %s in the diary"
	nothing = "empty"
)

// questions are what is asked of a cramp, in that order.
var questions = []Question{
	{"at", "when", theCramp, "When did it begin?", "Write 03:12, yesterday 03:12, or a date and a time.", When},
	{"muscle", "where", theCramp, "Where did it hurt?", "Write left, right or both, and calf, foot, hamstring, thigh or leg.", Where},
	{"severity", "how bad", theCramp, "How bad was it?", "0 is nothing, 10 the worst you can think of.", Scale},
	{"length", "how long", theCramp, "How many minutes did it last?", "", Length},
	{"woke", "woke you", theNight, "Did it wake you?", "", YesNo},
	{"asleep", "asleep", theNight, "Did it begin while you slept?", "", YesNo},
	{"disturbance", "lost sleep", theNight, "Did it disturb your sleep?", "0 is not at all, 10 is no more sleep.", Scale},
	{"soreness", "sore after", theRest, "How sore was it afterwards?", "0 is not at all, 10 the worst.", Scale},
	{"helped", "what helped", theRest, "What helped?", "", Words},
	{"doing", "before it", theRest, "What did you do before it?", "", Words},
	{"fluids", "drinks", theRest, "What had you drunk that day?", "", Words},
	{"medicine", "medicine", theRest, "Has any medicine changed?", "A new one, one stopped, another dose.", Words},
	{"note", "a note", theRest, "Anything else?", "", Words},
}

// Questions are all that is asked of a cramp, in the order in which it is asked.
func Questions() []Question { return questions }

// unanswered is what holds without an answer.
var unanswered = map[Kind]string{When: "just now", Words: "nothing"}

const notKnown = "don't know"

// The sections of the questions in a list.
const (
	theCramp = "The cramp"
	theNight = "Your sleep"
	theRest  = "What came with it"
)

// ofTen is a number on a scale.
const ofTen = "%s of 10"

// What to write instead of an answer that can't be taken.
const (
	chooseWhere  = "write a leg and a muscle, such as left calf; left, right or both; calf, foot, hamstring, thigh or leg"
	chooseRating = "choose 0 to 10"
	chooseYesNo  = "choose yes, no"
)
