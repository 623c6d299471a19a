package routinefile

import "uncramp/coach/yamlfile"

// What a person is told of a routine that can't be made.
var (
	noID      = yamlfile.Message{Problem: "%.40q is no name of a routine", Remedy: "write lower-case letters, digits and hyphens, a letter first, 32 at most"}
	builtinID = yamlfile.Message{Problem: "a built-in routine is called %s", Remedy: "take another name, such as my-%s"}
	taken     = yamlfile.Message{Problem: "you have a routine %s", Remedy: "take another name, or overwrite it with --force"}
)

// notKept is said of a file that no routine can be read from.
const notKept = "nothing is kept, for the file has faults: %w"
