package widget

// Notice is what went wrong, on two lines at most: what to do about it often
// stands at its end.
func Notice(text string, room int) []string { return WrapAtMost(text, room, 2) }

// WrapAtMost is [Wrap] to so many lines at most; what is cut is shown by an
// ellipsis.
func WrapAtMost(text string, room, most int) []string {
	lines := Wrap(text, room)
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] = Fit(lines[most-1], max(room-1, 1)) + "…"
	}
	return lines
}
