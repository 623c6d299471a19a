package library

// What is said on the card of a move, around its own words.
const (
	moveSummary = "Done %s: %s." // the positions, and how: each leg, held
	whatToDo    = "What to do"
	theOtherLeg = "The other leg"
	takeCare    = "Take care"
	notForSome  = "Not for everybody"
	otherwise   = "Otherwise for some"
	usualTime   = "If nobody says how long"
	timeFormat  = "%s: %d s (%s)" // what a phase is called, its length, who says so
	aboutIt     = "What it rests on"
	alsoCalled  = "Also called"
	holdWord    = "hold"
	releaseWord = "let go"
)
