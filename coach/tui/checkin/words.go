package checkin

import "uncramp/coach/record"

// What is said beside the questions, which stand in package record.
const (
	enough          = "That is all for tonight."
	toldFormat      = "%s: %s"   // a question in a word, and what was answered
	countFormat     = "%d of %d" // which question it is
	moreFormat      = "%d more"  // questions
	beganAbout      = "Did it begin at about %s?"
	takeIt          = "take it"
	bothLegs        = "both legs"
	notKnown        = "?" // how long
	minutesWord     = "minutes"
	hourEarlierTile = "−1 hour"
	earlierTile     = "−5 min"
	laterTile       = "+5 min"

	lettersLost = "At � the terminal sent no UTF-8. Set it to UTF-8, or write without that letter."
)

// onScreen is what more there is to say of a question on a screen, where that is
// another thing than line by line.
var onScreen = map[record.Kind]string{
	record.When:  "Arrows move it. Or type 03:12, or yesterday 03:12.",
	record.Where: "Tap it, or use the arrows. Left and right are yours.",
}

// stateWords say what became of the answers: in a word, and in a sentence.
var stateWords = map[state]struct{ word, sentence string }{
	untouched: {"in your diary", "In your diary: %s"},
	unsaved:   {"not saved", "Not saved yet: %s"},
	saving:    {"saving", "Saving: %s"},
	saved:     {"saved", "Saved: %s"},
}
