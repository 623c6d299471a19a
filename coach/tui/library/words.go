package library

// What is said beside the cards.
const (
	disclaimer   = "This is not a diagnosis."
	applies      = "This applies to me: yes."
	appliesNot   = "This applies to me: no."
	startFormat  = "Start: %s" // a routine
	readFormat   = "Read: %s"  // another card
	sourcesTitle = "Sources"

	barredFormat  = "You reported a warning sign, so no routine is offered. Press %s to check." // the key
	foundByFormat = "found by the word: %s"
	nothingFormat = "Nothing found for “%s”. Press esc to see all." // what was searched for

	causesTitle  = "My causes"
	tickedFormat = "%d ticked"
	tickAdvice   = "Tick what applies to you. This is not a diagnosis."
	tickPurpose  = "Ticks go into the report for a doctor."
	noCauses     = "No card is a cause."

	readOn = "enter: read on"

	titleWord   = "Library"
	movesTitle  = "Moves"
	searchHint  = "type to search"
	findWord    = "find "
	foundFormat = "%d found"
	moreAbove   = "more above ↑"
	moreBelow   = "more below ↓"
	alsoBelow   = "   below ↓" // behind moreAbove
)
