package cue

// What is said of the switches.
const (
	saysVolume = "Volume %d."
	soundName  = "sound"
	voiceName  = "voice"
)

var (
	saysSound = map[bool]string{true: "Sound on.", false: "Sound off."}
	saysVoice = map[bool]string{true: "Voice on.", false: "Voice off."}
)

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
	saysClosing = "Done. %s"       // how the routine ends, in its own words
	saysAtEnd   = "At the end: %s" // the same, told before it
	saysRound   = "%d of %d"       // a repetition, and of how many
	saysSet     = "set %d of %d"
	saysNext    = "Then: %s, %s." // the next phase, the part of the body
)
