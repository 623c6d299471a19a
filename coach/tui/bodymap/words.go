package bodymap

import "uncramp/routines"

// What stands around the legs.
const (
	frontWord = "front"
	backWord  = "back"
)

// The legs, in full and where there is little room.
var (
	legNames   = map[routines.Side]string{routines.Left: "left", routines.Right: "right"}
	legLetters = map[routines.Side]string{routines.Left: "L", routines.Right: "R"}
)

// legColumns name the columns of the map in words, where they are not as narrow as
// they can be, or else.
var legColumns = map[bool][3]string{true: {"left", "right", "both"}, false: {"L", "R", "both"}}

// What stands before where the map in words points, and where there was no cramp.
const (
	pointedAt = "▸"
	noCramp   = "·"
)
