package widget

// Notice is what went wrong, on two lines at most: what to do about it often
// stands at its end.
func Notice(text string, room int) []string {
	const most = 2
	lines := Wrap(text, room)
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] = Fit(lines[most-1], room-1) + "…"
	}
	return lines
}
