package cue

import (
	"context"
	"sync"
	"time"
)

// Speech is a voice that remembers what it was made to say ahead of time.
type Speech interface {
	// Ready returns words that were made before; it never waits.
	Ready(words string) (Sound, bool)
	// Ahead makes words, in the background, until the context is done.
	Ahead(ctx context.Context, words []string)
	// Fault says in one line why nothing is said any more; empty if all is well.
	Fault() string
}

// Ways is what a machine was found to have. Any of it may be missing.
type Ways struct {
	Output Output
	Speech Speech
	Bell   func() // rings where there is no output for tones
}

// On is what is to be heard.
type On struct {
	Sound, Voice bool
	Volume       int // 0 to 100
}

// Sounder plays cues. All of its methods return at once.
type Sounder struct {
	look   func(context.Context) Ways
	looked sync.Once
	found  chan struct{} // closed once the ways are known
	ways   Ways
	ctx    context.Context
	cancel context.CancelFunc
	going  sync.WaitGroup

	mu    sync.Mutex
	on    On
	tone  lane
	words lane
	ahead lane
	fault string

	urgent bool // what is being said must not be cut
}

// lane is one thing at a time.
type lane struct{ stop context.CancelFunc }

// begin ends what the lane was at and returns the context of the next.
func (l *lane) begin(parent context.Context) context.Context {
	l.end()
	ctx, cancel := context.WithCancel(parent)
	l.stop = cancel
	return ctx
}

func (l *lane) end() {
	if l.stop != nil {
		l.stop()
	}
}

// NewSounder returns a silent sounder. It looks for the ways out in the
// background once there is something to be heard.
func NewSounder(look func(context.Context) Ways) *Sounder {
	ctx, cancel := context.WithCancel(context.Background())
	return &Sounder{look: look, found: make(chan struct{}), ctx: ctx, cancel: cancel}
}

// find looks for the ways out, once.
func (s *Sounder) find() {
	s.looked.Do(func() {
		s.start(func() {
			defer close(s.found)
			s.ways = s.look(s.ctx)
		})
	})
}

// start runs something until the sounder is closed; a panic in it is a fault,
// not an end.
func (s *Sounder) start(what func()) {
	if s.ctx.Err() != nil {
		return
	}
	s.going.Go(func() {
		defer func() {
			if r := recover(); r != nil {
				s.failed("Sound has failed.")
			}
		}()
		what()
	})
}

// Cue plays a cue. A new tone cuts the old one, new words cut the old ones.
func (s *Sounder) Cue(c Cue) {
	s.mu.Lock()
	defer s.mu.Unlock()
	standsBack := s.urgent && !c.Urgent
	if c.Hush && !standsBack {
		s.words.end()
	}
	var after time.Duration
	if s.on.Sound && c.Tone != None {
		sound := c.Tone.Sound(s.on.Volume)
		after = sound.Length()
		ctx := s.tone.begin(s.ctx)
		s.start(func() { s.play(ctx, sound) })
	}
	if s.on.Voice && len(c.Words) > 0 && !standsBack {
		ctx := s.words.begin(s.ctx)
		volume := s.on.Volume
		s.urgent = c.Urgent
		s.start(func() {
			s.say(ctx, c, after, volume)
			s.said(ctx)
		})
	}
}

// said lets other words follow, if these came to their end.
func (s *Sounder) said(ctx context.Context) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if ctx.Err() == nil {
		s.urgent = false
	}
}

// play plays a tone, or rings where there is no way out for one.
func (s *Sounder) play(ctx context.Context, sound Sound) {
	<-s.found
	switch {
	case ctx.Err() != nil:
	case s.ways.Output == nil && s.ways.Bell != nil:
		s.ways.Bell()
	case s.ways.Output != nil:
		s.sent(ctx, sound)
	}
}

// late is how much longer than its length a sound may take to be played.
const late = 2 * time.Second

func (s *Sounder) sent(ctx context.Context, sound Sound) {
	bounded, cancel := context.WithTimeout(ctx, sound.Length()+late)
	defer cancel()
	if err := s.ways.Output.Play(bounded, sound); err != nil && ctx.Err() == nil {
		s.failed("No sound: " + s.ways.Output.Name() + " does not answer.")
	}
}

// glance is how often it is looked whether words were made meanwhile.
const glance = 100 * time.Millisecond

// say says the fullest words that fit, once the tone before them is over. What
// is not made in the first half of the time is not said.
func (s *Sounder) say(ctx context.Context, c Cue, after time.Duration, volume int) {
	<-s.found
	if s.ways.Speech == nil || s.ways.Output == nil {
		return
	}
	s.wait(ctx, after)
	for waited := after; waited <= max(c.Room/2, after) && ctx.Err() == nil; waited += glance {
		for _, words := range c.Words {
			if sound, ready := s.ways.Speech.Ready(words); ready && waited+sound.Length() <= c.Room {
				s.sent(ctx, sound.at(volume))
				return
			}
		}
		if f := s.ways.Speech.Fault(); f != "" {
			s.failed(f)
			return
		}
		s.wait(ctx, glance)
	}
}

// wait waits for so long, or until the context is done.
func (s *Sounder) wait(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-timer.C:
	}
}

// Ahead makes words that may be needed soon.
func (s *Sounder) Ahead(words []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.on.Voice {
		return
	}
	ctx := s.ahead.begin(s.ctx)
	s.start(func() {
		<-s.found
		if s.ways.Speech != nil {
			s.ways.Speech.Ahead(ctx, words)
		}
	})
}

// Set changes what is to be heard, at once.
func (s *Sounder) Set(on On) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.on = on
	if on.Sound || on.Voice {
		s.find()
	}
	if !on.Sound {
		s.tone.end()
	}
	if !on.Voice {
		s.words.end()
		s.urgent = false
	}
}

// Notify tells the person by a notification on the desktop.
func (s *Sounder) Notify(title, text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.start(func() {
		ctx, cancel := context.WithTimeout(s.ctx, late)
		defer cancel()
		_ = Notify(ctx, title, text) // it was a courtesy
	})
}

// Hush stops what sounds.
func (s *Sounder) Hush() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.tone.end()
	s.words.end()
	s.urgent = false
}

func (s *Sounder) failed(why string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.fault = why
}

// Fault says in one line what went wrong last; empty if all is well.
func (s *Sounder) Fault() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.fault
}

// Close ends everything. Nothing is heard afterwards. It waits for so long at
// most until what was started is gone.
func (s *Sounder) Close(within time.Duration) {
	s.mu.Lock()
	s.cancel()
	s.mu.Unlock()
	gone := make(chan struct{})
	go func() {
		s.going.Wait()
		s.looked.Do(func() {}) // nothing is looked for any more
		if s.ways.Output != nil {
			_ = s.ways.Output.Close() // nobody is left to tell
		}
		close(gone)
	}()
	timer := time.NewTimer(within)
	defer timer.Stop()
	select {
	case <-gone:
	case <-timer.C:
	}
}
