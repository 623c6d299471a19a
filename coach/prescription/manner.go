package prescription

import "slices"

// manners are words that change nothing that is timed, and are kept as they are.
var manners = []string{"slowly", "gently"}

// mannerWord reads how a move is done. That of a described one belongs into its words.
func (d *draft) mannerWord() int {
	t := d.token(0)
	if d.described || t.kind != word || !slices.Contains(manners, t.text) {
		return 0
	}
	d.addManner(t.text)
	return 1
}

// addManner keeps a word once, however often it is said.
func (d *draft) addManner(w string) {
	if !slices.Contains(d.manner, w) {
		d.manner = append(d.manner, w)
	}
}
