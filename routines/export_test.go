package routines

// Parse reads a routine of any id, for the tests that stand outside.
func Parse(name string, data []byte) (Routine, error) {
	r, _, err := Library{}.parse(name, data, "")
	return r, err
}

// TimeRemedy says how a length of time is written.
var TimeRemedy = noLength.Remedy
