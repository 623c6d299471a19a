package library

import "uncramp/routines"

// Contents is what somebody who reads the cards is shown.
type Contents struct {
	Library Library
	Ticked  []string // causes that apply to the person, by the ids of their cards
	Sources routines.Catalogue
	Notice  string // what could not be read, in one line
}
