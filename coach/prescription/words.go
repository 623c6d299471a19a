package prescription

import (
	"fmt"

	"uncramp/coach/text"
)

// Where a question stands.
const (
	atColumn = "at character %d: %s"
	atLine   = "line %d, at character %d: %s"
)

// The questions: what isn't clear, and what to write. What is quoted is of the line.
const (
	tooLong        = "the line is longer than %d characters; write fewer moves"
	holdsControl   = "there is a control character, or one that is no text; take it out"
	nothingSaid    = "no move is named; write one and its dose, such as calf-wall 3x30s each"
	tooManyDoses   = "there are %d moves, and a routine has %d at most; write fewer"
	notUnderstood  = "%q is not understood; take it out, or say it another way"
	noNumber       = "%q is no number here; write a whole one, such as 30, or a half, such as 1.5"
	notWhole       = "%q is no whole number, or no whole seconds; write one"
	saidTwice      = "%q and %q say two things about one; write one of them, or a semicolon before the next move"
	tooManyNumbers = "%q has more numbers than are clear; write sets, times and seconds, such as 2x10 hold 5s"
	isRange        = "%q leaves it open; write one number"
	noUnit         = "%q has no unit; write s or min behind the number"
	numberOfWhat   = "%q of what? Write it as in 3x30s, 2x10, 3 sets or 10 reps"
	outOfBounds    = "%q is out of bounds; write 1 to %d %s"
	otherEntry     = "%q is not the number that is due here; write %d., or leave the numbers out"

	noMove       = "which move is %q for? Write its name before it; uncramp routine moves lists them"
	unknownWord  = "%q is in no move's name; did you mean %s?"
	unknownMove  = "%q is no move; uncramp routine moves lists them, and other: describes one"
	headingSaid  = "%q is no move; take it out, if it is a name or a heading; uncramp routine moves lists all"
	severalMoves = "%q may be one of several moves; write %s"
	notDoneSo    = "%s is not done %q; leave that out, or write another move: %s"
	oneMoveOnly  = "%q is no move's name; did you mean %s?"
	besideMove   = "%q is not understood beside %s; take it out, or say it another way"

	isCounted       = "%s is counted, and %q says how long; write how often, such as 2x10, and hold or up before a time"
	setsOfWhat      = "%q of how many? Write both, such as 2x10"
	whichFirst      = "%q may be %d sets of %d, or %d sets of %d; write which, in these words"
	howOften        = "how often is %s done? Write it, such as 2x10"
	howLong         = "how long is each hold of %q? Write it, such as 3x30s"
	howLongEach     = "%q, but how long is each? Write it, such as %dx%ds"
	noWayBack       = "%s has no way back that is timed, so there is nothing to do in %q; leave it out"
	holdAndUp       = "%q and %q both time the way up; write one of them, with both together"
	restOfNothing   = "%q is between nothing, for it is done once; leave it out, or write how often"
	restAlternating = "while the legs alternate, one rests as the other works; leave %q out, or write each"

	whichLegs    = "which legs does it work? Write left, right, each, both or alternate"
	oneLegOnly   = "%s is for one leg at a time; write each, one leg wholly after the other, or alternate, turn about"
	bothLegsOnly = "%s works both legs together; write both, or leave this out"

	noPrompt     = "what is to be done? Write it behind other:, in quotes"
	longPrompt   = "the words behind other: have %d characters; write %d at most"
	bothQuotes   = "the words behind other: have both kinds of quotes; leave one kind out"
	behindPrompt = "%q is not understood behind the words of the move; put quotes round them: other: \"Lift the toes\" 2x10s both"

	whichDays    = "%q does not say on which days; write them, such as Mon, Wed, Fri"
	noDays       = "%q is no stretch of days of one week; write each day"
	dayTwice     = "%q names a day a second time; write each once"
	inWeeks      = "%q is not in weeks; write it in weeks, such as for 6 weeks"
	howManyWeeks = "%q, but for how many weeks? Write %s for 6 weeks, or leave it out"
)

// mannerKept tells of a word that is kept beside a dose.
const mannerKept = "%q is noted in the file, and changes no time. A counted move takes one, such as up 4s."

// sayf is a question with what it is about, cleaned.
func sayf(format string, args ...any) string {
	for i, a := range args {
		s, ok := a.(string)
		if !ok {
			continue
		}
		args[i] = text.Clean(s)
	}
	return fmt.Sprintf(format, args...)
}

// fileHead stands on top of a file; the id follows the command. What it and the other
// comments say holds of a file that was changed since, too, in an editor or on the screen.
const fileHead = `# Made from a prescription: above each step stands what was prescribed.
# A move brings its words, its figure and its cautions; a step says how much of it is done.
# "my prescription" is what was prescribed, "default" is our own choice where that says nothing.
# each: one leg wholly after the other. alternate: the legs turn about. left, right: that leg alone.
# Change what you like, and then see what is wrong with it: uncramp routine check %s
`

// What is written into a file.
const (
	summary    = "From a prescription."
	prescribed = "prescribed: %s"
	heldWord   = "hold"
	unnamed    = "Another move" // one that has no words short enough
	getReady   = "Get into position for the next move."
	changeLegs = "Change to the other leg."
	wayBack    = "Go back slowly to where you began."
)
