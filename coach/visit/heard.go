package visit

import "fmt"

// Heard is what is to be heard.
type Heard struct {
	Sound, Voice bool
	Volume       int // 0 to 100
}

// volumeStep is what a key changes.
const volumeStep = 10

// Change returns what is to be heard after one of [Sound], [Voice], [Louder]
// and [Softer], and the words for it.
func (h Heard) Change(a Action) (Heard, string) {
	switch a {
	case Sound:
		h.Sound = !h.Sound
		return h, soundNotes[h.Sound]
	case Voice:
		h.Voice = !h.Voice
		return h, voiceNotes[h.Voice]
	case Louder:
		h.Volume = min(h.Volume+volumeStep, 100)
	case Softer:
		h.Volume = max(h.Volume-volumeStep, 0)
	default:
		return h, ""
	}
	return h, fmt.Sprintf(volumeNote, h.Volume)
}
