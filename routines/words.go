package routines

// What a person is told about a routine of her own. %q is what the file has,
// %d a number.
const (
	length     = "%d min"
	lengthUpTo = "up to %d min"

	noLength    = "%.40q is no length of time"
	writeLength = "write whole seconds or minutes, such as 10s or 2m"
	noCount     = "%.40q is no count"
	writeCount  = "write a whole number, such as 3"
	otherID     = "is %.40q in a file named %s"
	sameName    = "give both the same name"
)
