package me

// What is said beside the questions, which are those of package routines.
const (
	title   = "About you"
	purpose = "This chooses the moves that suit you. All of it is optional, and only you can read it."
	yes     = "yes"
	no      = "no"
	ifSo    = "If so: %s" // what a yes changes
)
