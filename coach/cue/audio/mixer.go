package audio

import (
	"context"
	"fmt"
	"os"
	"sync"
	"time"

	"uncramp/coach/cue"
	"uncramp/coach/outline"
)

// speech is words that were spoken ahead of time.
type speech interface {
	// Ready returns words that were made before; it never waits.
	Ready(words string) (Sound, bool)
	// Prepare makes words until all are made or the context is done.
	Prepare(ctx context.Context, words []string)
	// Fault says in one line why nothing is said any more; empty if all is well.
	Fault() string
}

// mute is speech where there is no voice, or nothing to be heard from it, and why.
type mute struct{ why string }

// Ready implements speech.
func (mute) Ready(string) (Sound, bool) { return nil, false }

// Prepare implements speech.
func (mute) Prepare(context.Context, []string) {}

// Fault implements speech.
func (m mute) Fault() string { return m.why }

// devices are what a machine was found to have.
type devices struct {
	output Output
	speech speech
	voice  *Voice // one that speaks by itself, and needs no output; nil: there is none
}

// Mixer is a [cue.Sink] that is heard: a tone and words at a time.
type Mixer struct {
	devices func() devices // looks for them the first time
	ctx     context.Context
	cancel  context.CancelFunc
	tasks   sync.WaitGroup

	mu        sync.Mutex
	on        cue.Switches
	tone      task
	words     task
	preparing task
	next      []string // words that may be needed soon
	memory    outline.Memory
	saying    bool             // words are being said, or about to be
	urgent    bool             // they must not be cut
	telling   []cue.Sentence   // of them, not remembered yet
	heard     <-chan time.Time // tells when they should have been heard
	fault     string
}

var _ cue.Sink = (*Mixer)(nil)

// task is one thing at a time.
type task struct{ stop context.CancelFunc }

// begin ends what the task was at and returns the context of the next.
func (t *task) begin(parent context.Context) context.Context {
	t.end()
	ctx, cancel := context.WithCancel(parent)
	t.stop = cancel
	return ctx
}

func (t *task) end() {
	if t.stop != nil {
		t.stop()
	}
}

// New returns a silent mixer for this machine, with a voice of these settings
// whose words are kept in a folder. Where nothing plays tones it rings.
func New(v VoiceSettings, path string, ring func()) *Mixer {
	return newMixer(func(ctx context.Context) devices {
		d := devices{speech: mute{noVoice}}
		d.output, _ = ChooseOutput(ctx)
		voice, _ := ChooseVoice(v)
		switch {
		case voice == nil || isAway(os.Getenv):
		case voice.aloud:
			d.voice, d.speech = voice, mute{}
		case d.output != nil:
			d.speech = newCache(voice.Name(), voice.say, v, path)
		}
		if d.output == nil {
			d.output = bell{ring}
		}
		return d
	})
}

// newMixer returns a silent mixer.
func newMixer(find func(context.Context) devices) *Mixer {
	ctx, cancel := context.WithCancel(context.Background())
	return &Mixer{devices: sync.OnceValue(func() devices { return find(ctx) }), ctx: ctx, cancel: cancel}
}

// start runs something until the mixer is closed; a panic in it is a fault, not
// an end.
func (m *Mixer) start(what func()) {
	if m.ctx.Err() != nil {
		return
	}
	m.tasks.Go(func() {
		defer func() {
			if r := recover(); r != nil {
				m.fail(soundFails)
			}
		}()
		what()
	})
}

// Play implements cue.Sink. A new tone cuts the old one, new words cut the old ones.
func (m *Mixer) Play(c cue.Cue) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(c.Next) > 0 {
		m.next = c.Next
		m.prepare()
	}
	select {
	case <-m.heard: // whatever else the way out takes
		m.remember()
	default:
	}
	m.memory = recall(m.memory, c, m.telling)
	o := orderOf(c, m.on, m.saying, m.urgent)
	if o.hush {
		m.hushWords()
	}
	if len(o.tone) > 0 {
		ctx := m.tone.begin(m.ctx)
		m.start(func() { m.output(ctx, o.tone) })
	}
	if o.speak {
		m.hushWords()
		ctx := m.words.begin(m.ctx)
		m.saying, m.urgent = true, c.Urgent
		memory, volume := m.memory, m.on.Volume
		m.start(func() {
			m.say(ctx, c, memory, o.tone.Length(), volume)
			m.mu.Lock()
			defer m.mu.Unlock()
			if ctx.Err() == nil { // it came to its end
				m.saying = false
				m.remember()
			}
		})
	}
}

// tell notes what is being told, for so long.
func (m *Mixer) tell(ctx context.Context, what []cue.Sentence, takes time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if ctx.Err() == nil {
		m.telling, m.heard = what, time.After(takes)
	}
}

// remember remembers what was being told.
func (m *Mixer) remember() {
	m.memory, m.telling, m.heard = remember(m.memory, m.telling), nil, nil
}

func (m *Mixer) output(ctx context.Context, sound Sound) {
	output := m.devices().output
	if ctx.Err() != nil {
		return
	}
	bounded, cancel := context.WithTimeout(ctx, sound.playTimeout())
	defer cancel()
	if err := output.Play(bounded, sound); err != nil && ctx.Err() == nil {
		m.fail(fmt.Sprintf(noAnswer, output.Name()))
	}
}

// pollInterval is how often it is looked whether words were made meanwhile.
const pollInterval = 100 * time.Millisecond

// say says what fits, once the tone before it is over. What is not made in the first
// half of the time is not said.
func (m *Mixer) say(ctx context.Context, c cue.Cue, memory outline.Memory, after time.Duration, volume int) {
	speech, voice := m.devices().speech, m.devices().voice
	wait(ctx, after)
	if voice != nil {
		m.talk(ctx, voice, c, memory, after, volume)
		return
	}
	half := max(c.Room/2, after)
	for waited := after; waited <= half && ctx.Err() == nil; waited += pollInterval {
		isLast := waited+pollInterval > min(half, after+speechTimeout)
		missing := false
		said, ok := fullest(c, memory, waited, func(words string) (Sound, bool) {
			sound, ok := speech.Ready(words)
			missing = missing || !ok
			return sound, ok
		})
		if ok && (isLast || !missing) {
			words := joined(said.parts).withVolume(volume)
			m.tell(ctx, said.more, words.Length())
			m.output(ctx, words)
			return
		}
		if f := speech.Fault(); f != "" {
			m.fail(f)
			return
		}
		wait(ctx, pollInterval)
	}
}

// wait waits for so long, or until the context is done.
func wait(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}

// prepare makes the next words in the background, if a voice is to be heard.
func (m *Mixer) prepare() {
	if !m.on.Voice {
		return
	}
	ctx, words := m.preparing.begin(m.ctx), m.next
	m.start(func() { m.devices().speech.Prepare(ctx, words) })
}

// Set implements cue.Sink. It looks for the devices as soon as something is to be
// heard, and says soon where that is a voice and there is none.
func (m *Mixer) Set(on cue.Switches) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.on, m.fault = on, ""
	if on.On() {
		m.start(func() {
			if f := m.devices().speech.Fault(); on.Voice && f != "" {
				m.fail(f)
			}
		})
	}
	if !on.Sound {
		m.tone.end()
	}
	if on.Voice {
		m.prepare()
	} else {
		m.hushWords()
	}
}

// notifyTimeout is how long a notification may take.
const notifyTimeout = 2 * time.Second

// Notify implements cue.Sink.
func (m *Mixer) Notify(title, text string) {
	if isAway(os.Getenv) { // the desktop is in another room, too
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.start(func() {
		ctx, cancel := context.WithTimeout(m.ctx, notifyTimeout)
		defer cancel()
		_ = Notify(ctx, title, text) // it was a courtesy
	})
}

// Hush implements cue.Sink.
func (m *Mixer) Hush() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.tone.end()
	m.hushWords()
}

func (m *Mixer) hushWords() {
	m.words.end()
	m.saying, m.urgent = false, false
	m.telling, m.heard = nil, nil
}

func (m *Mixer) fail(why string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.fault = why
}

// Fault implements cue.Sink.
func (m *Mixer) Fault() string {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.fault
}

// Close implements cue.Sink.
func (m *Mixer) Close(timeout time.Duration) {
	m.mu.Lock()
	m.cancel()
	m.mu.Unlock()
	over, cancel := context.WithTimeout(context.Background(), timeout)
	go func() {
		defer cancel()
		m.tasks.Wait()
	}()
	<-over.Done()
}
