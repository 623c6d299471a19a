package doctor

import "uncramp/coach/settings"

// linesWords say how to go without a screen, by whether that is set.
var linesWords = map[settings.Switch]string{
	settings.Off: "for a screen reader: uncramp --plain, or always with uncramp settings set plain on",
	settings.On:  "always, as is set; once on a screen: --plain=false",
}

const (
	noTerminal = "none to draw on; routines are led line by line"
	noSound    = "nothing plays tones; the terminal's bell rings instead"
	noSpeech   = "no voice is installed; espeak-ng is one"

	writeAhead = "with a write-ahead log, as the diary lies on a disk of this machine"
	rollback   = "with a rollback journal, which is slower: the diary lies on a network disk, where a write-ahead log is not safe"

	sentence       = "Rest this leg on the bed, knee bent. Let the foot drift down."
	playedTones    = "played: the start, the end"
	playedSentence = "played: the start, the end, a sentence"
)
