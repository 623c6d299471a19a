package visit

import "uncramp/coach/cue"

// ChangeSwitches returns what is to be heard after one of [Sound], [Voice],
// [Louder] and [Softer], and a sentence that says so.
func ChangeSwitches(on cue.Switches, a Action) (cue.Switches, string) {
	switch a {
	case Sound:
		return on.ToggleSound()
	case Voice:
		return on.ToggleVoice()
	case Louder:
		return on.Louder(1)
	case Softer:
		return on.Louder(-1)
	default:
		return on, ""
	}
}
