package cue

import (
	"context"
	"crypto/sha256"
	"fmt"
	"slices"
	"sync"
	"time"
)

const (
	// patience is how long a voice may take for one phrase.
	patience = 5 * time.Second
	// mostFailures in a row, and a voice is given up.
	mostFailures = 3
	// memoryRoom is how many samples are kept at hand, about six minutes.
	memoryRoom = 16 << 20
)

// Memory is a voice that remembers what it was made to say, at hand and in a
// folder. [Memory.Ready] and [Memory.Fault] never wait for it.
type Memory struct {
	voice  Voice
	manner Manner
	shelf  shelf
	making chan struct{} // holds one while something is made

	mu     sync.Mutex // never held while a file or the voice is waited for
	sounds map[string]Sound
	order  []string // the keys of sounds, what was asked for last at the end
	size   int      // of sounds, in samples
	failed int      // times in a row
}

var _ Speech = (*Memory)(nil)

// Remember gives a voice a memory. The manner is that in which it speaks; the
// folder is made when it is needed, and belongs to the memory.
func Remember(v Voice, m Manner, folder string) *Memory {
	return &Memory{
		voice: v, manner: m, shelf: shelf{folder},
		making: make(chan struct{}, 1), sounds: map[string]Sound{},
	}
}

// Ready returns words that [Memory.Ahead] has made; false while it has not. It
// neither waits nor reads a file.
func (m *Memory) Ready(words string) (Sound, bool) {
	key := m.key(plain(words))
	m.mu.Lock()
	defer m.mu.Unlock()
	sound, ok := m.sounds[key]
	return sound, ok
}

// Ahead makes phrases, one after the other, and returns when all are made or
// the context is done: call it in the background. When it returns, no program
// of its own runs any more. A second call waits for the first.
func (m *Memory) Ahead(ctx context.Context, phrases []string) {
	select {
	case <-ctx.Done():
		return
	case m.making <- struct{}{}:
	}
	defer func() { <-m.making }()
	for _, p := range phrases {
		if ctx.Err() != nil {
			return
		}
		if words := plain(p); words != "" {
			m.learn(ctx, words)
		}
	}
}

// Fault says in one line that the voice was given up; empty while it was not.
func (m *Memory) Fault() string {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.failed < mostFailures {
		return ""
	}
	return "No voice: " + m.voice.Name() + " fails."
}

func (m *Memory) learn(ctx context.Context, words string) {
	key := m.key(words)
	if m.refresh(key) {
		return
	}
	if sound, ok := m.shelf.get(key); ok {
		m.keep(key, sound)
		return
	}
	if m.Fault() != "" {
		return
	}
	sound, err := m.say(ctx, words)
	if ctx.Err() != nil {
		return // nobody wants it any more, which is no failure
	}
	m.count(err)
	if err != nil {
		return
	}
	m.keep(key, sound)
	_ = m.shelf.put(key, sound) // without a folder it is made anew the next time
}

func (m *Memory) say(ctx context.Context, words string) (Sound, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	return m.voice.Say(ctx, words)
}

func (m *Memory) count(err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.failed++
	if err == nil {
		m.failed = 0
	}
}

// refresh makes a sound the last one to be dropped; false if it is not at hand.
func (m *Memory) refresh(key string) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	i := slices.Index(m.order, key)
	if i < 0 {
		return false
	}
	m.order = append(slices.Delete(m.order, i, i+1), key)
	return true
}

// keep has a sound at hand. What was not asked for the longest makes room.
func (m *Memory) keep(key string, sound Sound) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.sounds[key] = sound
	m.order = append(m.order, key)
	m.size += len(sound)
	for m.size > memoryRoom {
		m.size -= len(m.sounds[m.order[0]])
		delete(m.sounds, m.order[0])
		m.order = m.order[1:]
	}
}

// key stands for words in this voice and manner.
func (m *Memory) key(words string) string {
	what := fmt.Sprintf("%q %q %d %q", m.voice.Name(), m.manner.Speaker, m.manner.Rate, words)
	return fmt.Sprintf("%x", sha256.Sum256([]byte(what)))
}
