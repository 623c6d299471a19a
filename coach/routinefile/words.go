package routinefile

import "uncramp/coach/yamlfile"

// What a person is told of a routine that can't be made.
var (
	noID = yamlfile.Message{
		Problem: "%.40q is no name of a routine", Remedy: "write lower-case letters, digits and hyphens, a letter first, 32 at most",
	}
	builtinID = yamlfile.Message{Problem: "a built-in routine is called %s", Remedy: "take another name, such as my-%s"}
	taken     = yamlfile.Message{Problem: "you have a routine %s", Remedy: "take another name, or overwrite it with --force"}
)

// noCopy is said of a routine whose id can't be found in its file.
var noCopy = yamlfile.Message{Problem: "the id of %s does not stand on a line of its own", Remedy: "write it so, and copy it again"}

// copyHead stands above a copy: what it is one of, and what to do once it is changed.
const copyHead = `# A copy of %[1]s. Change what you like, and see what is wrong with it: uncramp routine check %[2]s
# A step with a move has all of the move that it doesn't say itself: uncramp routine moves
# A part of it that is not to be is taken out by none, such as prepare: none.
`

// notKept is said of a file that no routine can be read from.
const notKept = "nothing is kept, for the file has faults: %w"
