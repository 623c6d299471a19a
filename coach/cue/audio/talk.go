package audio

import (
	"context"
	"fmt"
	"strings"
	"time"

	"uncramp/coach/cue"
	"uncramp/coach/outline"
	"uncramp/coach/process"
)

const (
	// talkStart is how long a voice that speaks by itself takes to begin, and to tell
	// that it has ended.
	talkStart = 700 * time.Millisecond
	// talkPause is the silence after a sentence, which the words of a minute include.
	talkPause = 400 * time.Millisecond
	// talkTimeout is how much longer than expected it may take.
	talkTimeout = 10 * time.Second
	// hushTimeout is how long it may take to be silent.
	hushTimeout = time.Second
)

// phrase is words, and how long they will take, by the rate that is set.
type phrase struct {
	words string
	takes time.Duration
}

// Length implements what words are chosen by.
func (p phrase) Length() time.Duration { return p.takes }

// Pause implements what words are chosen by.
func (p phrase) Pause() time.Duration { return min(talkPause, p.takes/2) }

// phrase returns words as this voice would say them; one is as good as ready.
func (v *Voice) phrase(words string) (phrase, bool) {
	const usual = 150
	rate := v.settings.Rate
	if rate <= 0 {
		rate = usual
	}
	return phrase{words, time.Duration(len(strings.Fields(words))) * time.Minute / time.Duration(rate)}, true
}

// talk has a voice that speaks by itself say what fits, until the context is done.
func (m *Mixer) talk(ctx context.Context, v *Voice, c cue.Cue, memory outline.Memory, after time.Duration, volume int) {
	said, ok := fullest(c, memory, after+talkStart, v.phrase)
	if !ok || volume == 0 {
		return
	}
	var words []string
	takes := talkStart
	for _, p := range said.parts {
		words = append(words, p.words)
		takes += p.takes
	}
	m.tell(ctx, said.more, takes)
	begin, cancel := context.WithTimeout(ctx, c.MoreRoom()-after)
	defer cancel()
	if len(v.hush) == 0 {
		ctx = m.ctx
	}
	if err := v.talk(begin, ctx, strings.Join(words, " "), volume); err != nil && ctx.Err() == nil {
		m.fail(fmt.Sprintf(voiceFails, v.name))
	}
}

// talk says words by itself, one phrase at a time. Nothing more is begun once begin is
// done, and what is being said is cut once until is. What can't be stopped is given a
// sentence at a time, and the next one waits for its end: the voice of Termux hangs for
// good if it is asked while it speaks.
func (v *Voice) talk(begin, until context.Context, words string, volume int) error {
	select {
	case <-begin.Done():
		return nil
	case v.turn <- struct{}{}:
	}
	defer func() { <-v.turn }()
	pieces := []string{cleanLine(words)}
	if len(v.hush) == 0 {
		pieces = cue.Sentences(pieces[0])
	}
	for _, piece := range pieces {
		if begin.Err() != nil || piece == "" {
			return nil
		}
		if err := v.utter(until, piece, volume); err != nil {
			return err
		}
	}
	return nil
}

// utter runs the program for one piece. Where that is cut, so is what it says.
func (v *Voice) utter(ctx context.Context, words string, volume int) error {
	settings := v.settings
	settings.volume = volume
	p, _ := v.phrase(words)
	_, err := process.Run(ctx, process.Command{ // what can be hushed is a service, which spd-say starts
		Program: v.path, Args: v.args(settings, ""), Input: []byte(v.input(settings, "", words)),
		Timeout: talkStart + p.takes + talkTimeout, StartsService: len(v.hush) > 0,
	})
	if err != nil && len(v.hush) > 0 {
		hush := process.Command{Program: v.path, Args: v.hush, Timeout: hushTimeout, StartsService: true}
		_, _ = process.Run(context.WithoutCancel(ctx), hush) // one that says nothing is as silent
	}
	return err
}
