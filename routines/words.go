package routines

import "uncramp/coach/yamlfile"

// tooManyFaulty is said of files that were not read.
const tooManyFaulty = "%d more of your routines are not read: mend those that are named first"

// How long a routine takes.
const (
	length     = "%d min"
	lengthUpTo = "up to %d min"
)

var purposeHeadings = map[Purpose]string{
	Relief:   "While it cramps",
	After:    "Once it lets go",
	Bed:      "Before sleep and on waking",
	Exercise: "Around exercise",
	Day:      "Through the day",
}

var muscleHeadings = map[Muscle]string{
	Calf: "Calf", Foot: "Foot", Hamstring: "Hamstring", Thigh: "Thigh", Leg: "Whole leg",
}

// LetGo is said in a rest between two repetitions, of a move that has no words for one.
const LetGo = "Let the muscle go, and rest."

// How a move is done.
const (
	eachHeld    = "each leg, held"
	eachCounted = "each leg, counted"
	bothHeld    = "both legs, held"
	bothCounted = "both legs, counted"
)

// What a person is told about a routine of her own.
var (
	noLength = yamlfile.Message{Problem: "%.40q is no length of time", Remedy: "write whole seconds or minutes, such as 10s or 2m"}
	noCount  = yamlfile.Message{Problem: "%.40q is no count", Remedy: "write a whole number, such as 3"}
	otherID  = yamlfile.Message{Problem: "is %.40q in a file named %s", Remedy: "give both the same name"}

	noMove     = yamlfile.Message{Problem: "is %.40q, which is no move", Remedy: "write one that uncramp routine moves lists"}
	otherMoves = yamlfile.Message{Problem: "is %.40[1]q, which is no move",
		Remedy: "write one of %[2]s, or one that uncramp routine moves lists"}

	onsetTimes = yamlfile.Message{Problem: "warns after %d s and stops after %d s", Remedy: "warn before it stops, and stop within 30m"}
	openMost   = yamlfile.Message{Problem: "is %d s", Remedy: "write no less than check and at most 30m"}
	tooOften   = yamlfile.Message{Problem: "are done %[1]d times in all",
		Remedy: "write fewer repetitions, sets or steps: %[2]d times at most"}
	oneWork  = yamlfile.Message{Problem: "needs a hold or an open part, and not both", Remedy: "write one of the two"}
	openOnce = yamlfile.Message{
		Problem: "cannot be repeated", Remedy: "take out repeat, sets, release and rest, and write sides: one or both",
	}
	changeOnce = yamlfile.Message{Problem: "has no second side to change to", Remedy: "take it out, or write sides: each"}
	restOnce   = yamlfile.Message{Problem: "has no second repetition to rest before", Remedy: "take it out, or write repeat"}
	setsOfOne  = yamlfile.Message{Problem: "has no repetitions to do in sets", Remedy: "write repeat, or take it out"}
	alternates = yamlfile.Message{Problem: "alternate lets one leg go while the other works", Remedy: "take out release and rest"}

	preferPosition = yamlfile.Message{Problem: "names no position, or words of a step",
		Remedy: "write position, or move it to the step that is done otherwise"}
	positionOfStep = yamlfile.Message{Problem: "is the routine's to say", Remedy: "take it out; a step has its own positions"}
	preferWords    = yamlfile.Message{Problem: "names a position, or words for getting ready or letting go that the step has not",
		Remedy: "write prompt, or prepare and release where the step has them; a position is the routine's"}
	notItsMuscle   = yamlfile.Message{Problem: "%.40q is not among the routine's muscles", Remedy: "add it there, or take it out here"}
	notItsPosition = yamlfile.Message{Problem: "%.40q is not among the routine's positions", Remedy: "add it there, or take it out here"}
	playedTwice    = yamlfile.Message{Problem: "%q is played twice in one session",
		Remedy: "give each step an id of its own; only versions for other muscles and positions share one"}
	noStep       = yamlfile.Message{Problem: "has no step for muscle %q and position %q", Remedy: "add one, or offer less"}
	leadsNowhere = yamlfile.Message{Problem: "leads to %.40q, which is not played",
		Remedy: "name a step of this routine that is played for the same muscle and position"}
)

// What a person is told about the programme of a routine of her own.
var (
	notItsStep     = yamlfile.Message{Problem: "is %.40q, which is no step of the routine", Remedy: "name one by its id"}
	afterProgramme = yamlfile.Message{Problem: "is %d, and the programme has %d", Remedy: "write a week that it has"}
	noProgress     = yamlfile.Message{Problem: "changes nothing", Remedy: "write count, sets, or joins: true"}
	openProgress   = yamlfile.Message{Problem: "counts a step that has no hold, or has sets of what is done once",
		Remedy: "take it out, or write count beside sets"}
	leadsToJoining = yamlfile.Message{Problem: "leads to %.40q, which is not always played",
		Remedy: "name a step that no programme has join"}
)

// What a person is told of a file of hers that is passed over, and of a figure.
var (
	otherName = yamlfile.Message{Problem: "its name is not that of a routine", Remedy: "rename it %s.yaml, and give it that id"}
	noName    = yamlfile.Message{Problem: "its name is not that of a routine",
		Remedy: "write a word of lower-case letters, digits and hyphens before .yaml, 32 at most"}
	builtinID = yamlfile.Message{Problem: "a built-in routine is called %s", Remedy: "rename the file, and its id, such as my-%s"}
	noFolder  = yamlfile.Message{Problem: "this folder can't be read", Remedy: "see that it is one, and that it is yours"}
	deadLink  = yamlfile.Message{Problem: "it is a link to a file that is not there", Remedy: "mend the link, or take it out"}
	inFolder  = yamlfile.Message{Problem: "routines in a folder are not read", Remedy: "move them up, beside it"}
	noFigure  = yamlfile.Message{Problem: "is %q, which is no figure",
		Remedy: "name one that uncramp routine figure lists, or take it out; it is played without"}
)

// conditionWords are the question about each condition, and what it changes.
var conditionWords = map[Condition]struct{ question, changes string }{
	Unsteady: {"Are you unsteady on your feet?",
		"Seated and lying come first. You stand only with a hand on something."},
	PregnantEarly: {"Are you pregnant, in the first six months?",
		"Massage is the lightest touch only."},
	PregnantLate: {"Are you pregnant, in the last three months?",
		"Seated comes before standing, you never lie flat, and massage is the lightest touch only."},
	NumbFeet: {"Do you have diabetes, or numb feet or legs?",
		"No heat and no ice: a burn may not be felt."},
	Circulation: {"Do you have poor circulation in the legs?",
		"No heat, no ice, and no leg above the heart."},
	HeartFailure: {"Do you have heart failure?",
		"No raised leg until your doctor has said yes."},
	BloodThinner: {"Do you take a blood thinner?",
		"Massage is the lightest touch only."},
	NewHip: {"Do you have a new hip?",
		"No deep bend at the hip, no bending down to the foot, no ankle on the other knee."},
	NewKnee: {"Do you have a new knee?",
		"No heel to the buttock, no deep bend at the knee, no kneeling."},
	Surgery: {"Have you had surgery or a cast on a leg lately?",
		"No massage, no strengthening, no heat or ice near it. Signs of a clot are told."},
	WeakBones: {"Do you have weak bones?",
		"The back stays straight: no bending forward or down, no twist, no loads."},
}
