package audio

import (
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sync"
	"time"

	"uncramp/coach/private"
)

const (
	// speechTimeout is how long a voice may take for one phrase.
	speechTimeout = 5 * time.Second
	// maxFailures in a row, and a voice is given up.
	maxFailures = 3
	// maxCached is how many samples are kept in memory, about six minutes.
	maxCached = 16 << 20
)

// cache is a voice that keeps what it was made to say, in memory and in a
// folder. [cache.Ready] and [cache.Fault] never wait for it.
type cache struct {
	name     string // the voice's
	say      func(ctx context.Context, words string) (Sound, error)
	settings VoiceSettings
	folder   folder
	most     int           // samples kept in memory
	making   chan struct{} // holds one while something is made

	mu       sync.Mutex // never held while a file or the voice is waited for
	sounds   map[string]Sound
	order    []string // the keys of sounds, what was asked for last at the end
	size     int      // of sounds, in samples
	failures int      // in a row
}

// newCache keeps what a voice says with its settings. The folder is made when it
// is needed, and belongs to the cache.
func newCache(name string, say func(context.Context, string) (Sound, error), v VoiceSettings, path string) *cache {
	return &cache{
		name: name, say: say, settings: v, folder: folder{path}, most: maxCached,
		making: make(chan struct{}, 1), sounds: map[string]Sound{},
	}
}

// openCache keeps what the voice of this machine says that gives sounds; nil where
// there is none. It says what was looked for.
func openCache(v VoiceSettings, path string) (*cache, []Trial) {
	voice, tried := thisMachine().soundVoice(v)
	if voice == nil {
		return nil, tried
	}
	return newCache(voice.Name(), voice.say, v, path), tried
}

// Ready implements speech: it returns words that [cache.Prepare] has made; false while it has not. It
// neither waits nor reads a file.
func (c *cache) Ready(words string) (Sound, bool) {
	key := c.key(cleanLine(words))
	c.mu.Lock()
	defer c.mu.Unlock()
	sound, ok := c.sounds[key]
	return sound, ok
}

// Prepare implements speech: it makes phrases, one after the other, and returns
// when all are made or the context is done, so call it in the background. When it
// returns, no program of its own runs any more. A second call waits for the first.
func (c *cache) Prepare(ctx context.Context, phrases []string) {
	select {
	case <-ctx.Done():
		return
	case c.making <- struct{}{}:
	}
	defer func() { <-c.making }()
	for _, p := range phrases {
		if ctx.Err() != nil {
			return
		}
		if words := cleanLine(p); words != "" {
			c.load(ctx, words)
		}
	}
}

// Fault implements speech: it says in one line that the voice was given up; it is
// empty while it was not.
func (c *cache) Fault() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.failures < maxFailures {
		return ""
	}
	return fmt.Sprintf(voiceFails, c.name)
}

// load brings words into memory: out of the folder, or from the voice.
func (c *cache) load(ctx context.Context, words string) {
	key := c.key(words)
	sound, ok := c.Ready(words)
	if !ok {
		sound, ok = c.folder.get(key)
	}
	if ok {
		c.keep(key, sound)
		return
	}
	if c.Fault() != "" {
		return
	}
	bounded, cancel := context.WithTimeout(ctx, speechTimeout)
	defer cancel()
	sound, err := c.say(bounded, words)
	if ctx.Err() != nil {
		return // nobody wants it any more, which is no failure
	}
	c.mu.Lock()
	c.failures++
	if err == nil {
		c.failures = 0
	}
	c.mu.Unlock()
	if err == nil {
		c.keep(key, sound)
		c.folder.put(key, sound)
	}
}

// keep keeps a sound in memory, as the last one to be dropped. What was not asked
// for the longest makes room.
func (c *cache) keep(key string, sound Sound) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.order = append(slices.DeleteFunc(c.order, func(k string) bool { return k == key }), key)
	c.size += len(sound) - len(c.sounds[key])
	c.sounds[key] = sound
	for c.size > c.most {
		c.size -= len(c.sounds[c.order[0]])
		delete(c.sounds, c.order[0])
		c.order = c.order[1:]
	}
}

// key stands for words in this voice, spoken with these settings.
func (c *cache) key(words string) string {
	what := fmt.Sprintf("%q %q %d %q", c.name, c.settings.Speaker, c.settings.Rate, words)
	return fmt.Sprintf("%x", sha256.Sum256([]byte(what)))
}

// maxFolder is how many bytes of files are kept.
const maxFolder = 20 << 20

// folder holds sounds, each a WAV file named by its key.
type folder struct{ path string }

func (f folder) file(key string) string { return filepath.Join(f.path, key+".wav") }

// get returns a sound that was put there; false too if its file is damaged.
func (f folder) get(key string) (Sound, bool) {
	sound, err := readSound(f.file(key))
	return sound, err == nil
}

// put keeps a sound. The oldest go where there is no room for all. What can't be
// kept is made anew the next time.
func (f folder) put(key string, sound Sound) {
	if private.MakeFolder(f.path) != nil {
		return
	}
	_ = os.Remove(f.file(key)) // a damaged file, or what stands in its place
	if private.Write(f.file(key), encodeWAV(sound)) == nil {
		f.prune()
	}
}

// ownFile matches the names of our own files. Nothing else is ever removed.
var ownFile = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[0-9a-f]{64}\.wav$`)
})

// prune removes the oldest files until there is room for all.
func (f folder) prune() {
	entries, _ := os.ReadDir(f.path) // without a list nothing goes
	var files []fs.FileInfo
	size := int64(0)
	for _, e := range entries {
		if info, err := e.Info(); err == nil && ownFile().MatchString(e.Name()) {
			files = append(files, info)
			size += info.Size()
		}
	}
	slices.SortFunc(files, func(a, b fs.FileInfo) int {
		return cmp.Or(a.ModTime().Compare(b.ModTime()), cmp.Compare(a.Name(), b.Name()))
	})
	for _, old := range files {
		if size > maxFolder && os.Remove(filepath.Join(f.path, old.Name())) == nil {
			size -= old.Size()
		}
	}
}

// maxSoundFile is more bytes than a sound has in a file.
const maxSoundFile = 16 << 20

// readSound reads a WAV file that somebody else may have written. Its error doesn't name
// the file, of which the person knows nothing.
func readSound(file string) (Sound, error) {
	if info, err := os.Lstat(file); err != nil || !info.Mode().IsRegular() {
		return nil, errNoFile
	}
	b, err := private.Read(file, maxSoundFile)
	switch {
	case errors.Is(err, private.ErrTooLarge):
		return nil, fmt.Errorf(soundTooLarge, maxSoundFile>>20)
	case err != nil:
		return nil, errUnreadable
	}
	sound, err := decodeWAV(b)
	if err == nil && len(sound) == 0 {
		err = errEmpty
	}
	return sound, err
}
