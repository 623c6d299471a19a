package audio

import (
	"time"

	"uncramp/coach/cue"
)

// order is what a cue asks of what sounds. It is the one rule for what is played
// and for what is recorded.
type order struct {
	hush  bool  // words that are being said stop
	tone  Sound // cuts the one that sounds; without samples that goes on
	speak bool  // words cut those that are being said, and are said after the tone
}

// orderOf is the order of a cue where this is to be heard, and while urgent words
// are being said or not.
func orderOf(c cue.Cue, on cue.Switches, urgent bool) order {
	waits := urgent && !c.Urgent
	o := order{hush: c.Hush && !waits, speak: on.Voice && len(c.Words) > 0 && !waits}
	if on.Sound {
		o.tone = Tone(c.Tone, on.Volume)
	}
	return o
}

// fullest returns the first words of a cue that are ready and fit in what is left
// of its room, so long after it; false where none do.
func fullest[T interface{ Length() time.Duration }](c cue.Cue, waited time.Duration, ready func(words string) (T, bool)) (spoken T, ok bool) {
	for _, words := range c.Words {
		if spoken, ok := ready(words); ok && waited+spoken.Length() <= c.Room {
			return spoken, true
		}
	}
	return spoken, false
}
