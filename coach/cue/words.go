package cue

import "fmt"

// What is said of the switches.
const (
	soundOn   = "Sound on."
	soundOff  = "Sound off."
	voiceOn   = "Voice on."
	voiceOff  = "Voice off."
	soundName = "sound"
	voiceName = "voice"
)

func volume(percent int) string { return fmt.Sprintf("Volume %d.", percent) }

// What the voice says beside the routine's own words.
const (
	saysHalfWay = "Half way."
	saysCheck   = "Eased, same, or worse?"
	saysPaused  = "Paused."
	saysGap     = "Time went by unseen. Press space to go on."
	saysWarned  = "It has lasted a while. If it is not over soon, get medical advice."
	saysDone    = "Done."
	saysEased   = "Rest a while."
	saysWorse   = "Leave it be. No more pulling."
	saysTooLong = "Ten minutes. Get medical advice now."
	saysClosing = "Done. %s"    // how the routine ends, in its own words
	saysRound   = "%d of %d"    // a repetition, and of how many
	saysPhase   = "%s, %s. %s"  // a phase, the part of the body, what to do
	saysNext    = "%s Then: %s" // a phase in full, and the next one
)
