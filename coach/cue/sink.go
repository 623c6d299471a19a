package cue

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"uncramp/coach/session"
)

// Sink is where cues go to be heard. Its methods return at once, but for Close;
// what goes wrong is never an error, but a line to be shown.
type Sink interface {
	// Set changes what is to be heard, at once.
	Set(Switches)
	// Play plays a cue, as far as it is to be heard.
	Play(Cue)
	// Hush stops what sounds.
	Hush()
	// Notify tells the person by a notification on the desktop.
	Notify(title, text string)
	// Fault says in one line what went wrong last; empty if all is well.
	Fault() string
	// Close ends everything, and nothing is heard afterwards. It waits until what
	// was started is gone, but no longer than that.
	Close(timeout time.Duration)
}

// PlayEvents plays what is to be heard at events of a session.
func PlayEvents(to Sink, s session.Session, events []session.Event) {
	for _, e := range events {
		to.Play(Of(s, e))
	}
}

// Rings reports whether a tone tells any of the events.
func Rings(s session.Session, events []session.Event) bool {
	return slices.ContainsFunc(events, func(e session.Event) bool { return Of(s, e).Tone != None })
}

// Switches are what a person wants to be heard, or seen in its place.
type Switches struct {
	Sound, Voice bool
	Flash        bool // the screen flashes where a tone is heard
	Vibration    Vibration
	Volume       int // 0 to maxVolume
}

// Vibration is whether a phone pulses as a hold begins, and as it is let go.
type Vibration int

// The vibrations.
const (
	NoVibration   Vibration = iota
	Vibrate                 // unless the phone is silenced
	VibrateAlways           // and also then
)

const (
	maxVolume  = 100
	volumeStep = 10
)

// ToggleSound turns the tones on or off, and says so in a sentence.
func (s Switches) ToggleSound() (Switches, string) {
	s.Sound = !s.Sound
	return s, saysSound[s.Sound]
}

// ToggleVoice turns the voice on or off, and says so in a sentence.
func (s Switches) ToggleVoice() (Switches, string) {
	s.Voice = !s.Voice
	return s, saysVoice[s.Voice]
}

// Louder raises the volume by a step, and says so in a sentence.
func (s Switches) Louder() (Switches, string) { return s.withVolume(s.Volume + volumeStep) }

// Softer lowers the volume by a step, and says so in a sentence.
func (s Switches) Softer() (Switches, string) { return s.withVolume(s.Volume - volumeStep) }

func (s Switches) withVolume(volume int) (Switches, string) {
	s.Volume = min(max(volume, 0), maxVolume)
	return s, fmt.Sprintf(saysVolume, s.Volume)
}

// On reports whether anything is to be heard.
func (s Switches) On() bool { return s.Sound || s.Voice }

// String names what is on, as in "sound, voice"; it is empty where all is off.
func (s Switches) String() string {
	var names []string
	if s.Sound {
		names = append(names, soundName)
	}
	if s.Voice {
		names = append(names, voiceName)
	}
	return strings.Join(names, ", ")
}
