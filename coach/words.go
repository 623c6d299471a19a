package coach

// What is said before a command begins.
const (
	noHome   = "no home folder is known, so nothing can be kept; set HOME to one"
	fewFiles = "too few files may be open at once; allow 32 or more with ulimit -n"
)
