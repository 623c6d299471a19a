package profile

// What the file holds.
const written = `# What you said about yourself, for you alone. uncramp me shows and changes it.
conditions: [%s]
asked: %t
`

// What is said of a file that can't be read or written.
const (
	notRead    = "what you said about yourself can't be read: %w; mend it, or take it all back with uncramp me forget"
	notChanged = "nothing is changed: %w; mend it, or take it all back with uncramp me forget"
	notKept    = "what you said about yourself is not kept: %w"
)
