package audio

import "errors"

// What a person is told.
const (
	soundFails = "Sound has failed."
	noAnswer   = "No sound: %s does not answer."
	voiceFails = "No voice: %s fails."
	noVoice    = "No voice: see uncramp doctor."
	noRoom     = "no room for what %s is to play: %w"
	away       = "you are logged in over SSH, and they are where this machine is; set PULSE_SERVER to be heard there"
	notHeard   = "%s said nothing that can be heard: %w"
	// A program that speaks by itself can't be recorded.
	givesNoSound = "%s speaks by itself, and gives no sound that could be kept"
	notSaid      = "%s can't say the words; see uncramp doctor, or have tones alone with --voice=false"
	noNotifier   = "%s is missing, so no notification can appear; install it (on Linux: libnotify, or libnotify-bin; in Termux: termux-api)"
)

// What is wrong with the sound of a voice.
var (
	errNoFile     = errors.New("it wrote no sound")
	errUnreadable = errors.New("what it wrote can't be read")
	errEmpty      = errors.New("no sound in it")
)

const soundTooLarge = "it wrote more than %d MB"
