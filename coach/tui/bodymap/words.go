package bodymap

import "uncramp/routines"

// What stands around the legs.
const (
	frontWord = "front"
	backWord  = "back"
)

var legNames = map[routines.Side]string{routines.Left: "left", routines.Right: "right"}

// legColumns name the columns of the map in words, where they are not as narrow as
// they can be, or else.
var legColumns = map[bool][3]string{true: {"left", "right", "both"}, false: {"L", "R", "both"}}

// What stands before where the map in words points, and where there was no cramp.
const (
	pointedAt = "▸"
	noCramp   = "·"
)
