package widget

// ToDoSign stands for what is still to be done, and OutSign for what was not.
const (
	ToDoSign = "○"
	OutSign  = "·"
)

// worstWord is what the worst cramps are called.
const worstWord = "worst"

// The headings of the page of keys, and what stands on it.
const (
	keysTitle = "Keys"
	actTitle  = "On this screen"
	moveTitle = "Moving about"
	helpTitle = "Help and leaving"
	pageOf    = "page %d of %d"
)

// arrowNames are what the keys with arrows are called where none can be shown. Up and
// down beside each other are told by what is like them.
var arrowNames = map[string]string{
	"←": "left", "→": "right", "↑": "up", "↓": "down", "←→": "left/right", "↑↓←→": "arrows",
}

// How many more rows there are below, and above: with an arrow, and without.
var (
	moreBelow = map[bool]string{true: "  ↓ %d more", false: "    %d more below"}
	moreAbove = map[bool]string{true: "  ↑ %d more", false: "    %d more above"}
)

// phrases say what the words of a key line are short for.
var phrases = map[string]string{
	"choose": "choose a row", "up": "one row up", "down": "one row down", "leave": "leave this screen", "back": "go back",
	"red flags": "go through the red flags", "keys": "this page of keys", "yes": "yes, it is so", "start": "start it",
	"next": "the next page", "cramps": "every cramp, or the charts", "edit": "edit the cramp", "delete": "delete the cramp",
	"undo": "bring back what was deleted",
	"more": "more of it", "less": "less of it", "sources": "the sources of this",
	"the first": "to the first row", "the last": "to the last row",
	"find": "find a routine", "learn": "learn about cramps", "plan": "the plan of the week", "history": "what your diary shows",
	"settings": "change the settings", "about you": "say which moves suit you", "compose": "compose a routine of your own",
	"all again": "show all again", "open": "open it",
	"end, keep it": "end here, and keep what was answered", "as it was": "leave the answer as it was", "not told": "take the answer back",
	"point": "point at another part", "muscle": "point at a muscle", "other leg": "point at the other leg", "both legs": "mean both legs",
	"pick": "move to another answer", "type it": "type the answer", "go on": "go on from here",
}
