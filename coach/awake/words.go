package awake

import "errors"

// mayGoDark says what a program that is missing means.
const mayGoDark = "%w; the screen may go dark"

var errNothing = errors.New("nothing keeps this system from sleeping")
