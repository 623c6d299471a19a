package triage

// unreadable says what to do while nobody can tell what the latest check found.
var unreadable = Group{
	Level:   Unreadable,
	Advice:  "Your latest check can't be read. Take it again before you go on.",
	Because: "It may hold a warning sign, so nothing is played until then.",
}
