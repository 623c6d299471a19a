package routines

// Parse reads a routine of any id, for the tests that stand outside.
func Parse(name string, data []byte) (Routine, error) {
	r, _, err := parse(name, data, "")
	return r, err
}
