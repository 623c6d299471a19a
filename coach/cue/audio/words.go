package audio

// What a person is told.
const (
	soundFails = "Sound has failed."
	noAnswer   = "No sound: %s does not answer."
	voiceFails = "No voice: %s fails."
	noRoom     = "no room for what %s is to play: %w"
	noNotifier = "%s is missing, so no notification can appear; install it (on Linux: libnotify, or libnotify-bin)"
)
