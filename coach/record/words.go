package record

import "time"

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

// What is said of numbers that are none.
const (
	noWhole   = "%.40q is no whole number; write one such as 3"
	noSeconds = "%.40q is no number of seconds; write one such as 270 or 270.5"
)

const minutesAndSeconds = "%d min %d s"

// tallySaid is the day or the name of a tally, its kind, and how many.
const tallySaid = "%s, %s %d"

// What is said of two versions of a row.
const (
	differs = "%s is %s, and %s in the diary"
	nothing = "empty"
)
