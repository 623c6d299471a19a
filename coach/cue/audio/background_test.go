package audio

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// noting has a stub note what it is told; a file that it is to play must be there.
const noting = `echo "$1" >> $HERE/told; case $1 in play) cmp "$2" "$2" && cp "$2" $HERE/heard;; esac` + "\n"

// told is what a stub noted.
func told(t *testing.T, here string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(here, "told"))
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(string(b)), ",")
}

// TestASoundInTheBackground takes as long as it plays, and is stopped where it is cut.
func TestASoundInTheBackground(t *testing.T) {
	o, here := stubPlayer(t, termuxPlayer, noting)
	begun := time.Now()
	if err := o.Play(t.Context(), beep(100*time.Millisecond)); err != nil || time.Since(begun) < 100*time.Millisecond {
		t.Errorf("it took %v, %v", time.Since(begun), err)
	}
	if got := contents(t, here, "heard"); len(got) != len(encodeWAV(beep(100*time.Millisecond))) || told(t, here) != "play" {
		t.Errorf("it got %d bytes, and was told %s", len(got), told(t, here))
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- o.Play(ctx, beep(time.Minute)) }()
	until(t, "it plays", func() bool { return told(t, here) == "play,play" && len(o.(background).turn) == 1 })
	if _, err := cut(t, cancel, ended); !errors.Is(err, context.Canceled) || told(t, here) != "play,play,stop" {
		t.Errorf("it ended with %v, and was told %s", err, told(t, here))
	}
	nothingLeft(t, here)
}

// TestALaterSoundIsNotStopped when the one before it is cut.
func TestALaterSoundIsNotStopped(t *testing.T) {
	o, here := stubPlayer(t, termuxPlayer, noting)
	first, cancelFirst := context.WithCancel(t.Context())
	second, cancelSecond := context.WithCancel(t.Context())
	ends := []chan error{make(chan error, 1), make(chan error, 1)}
	for i, ctx := range []context.Context{first, second} {
		go func() { ends[i] <- o.Play(ctx, beep(time.Minute)) }()
		until(t, "it plays", func() bool { return strings.Count(told(t, here), "play") == i+1 && len(o.(background).turn) == 1 })
	}
	_, _ = cut(t, cancelFirst, ends[0])
	if got := told(t, here); got != "play,play" {
		t.Errorf("it was told %s", got)
	}
	_, _ = cut(t, cancelSecond, ends[1])
	if got := told(t, here); got != "play,play,stop" {
		t.Errorf("it was told %s", got)
	}
	nothingLeft(t, here)
}

// TestAPlayerInTheBackgroundThatHangs is ended with its sound.
func TestAPlayerInTheBackgroundThatHangs(t *testing.T) {
	o, here := stubPlayer(t, termuxPlayer, "echo > $HERE/up; sleep 1000 & echo $! >> $HERE/pids; wait")
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- o.Play(ctx, beep(time.Minute)) }()
	up(t, here)
	if _, err := cut(t, cancel, ended); !errors.Is(err, context.Canceled) {
		t.Errorf("it ended with %v", err)
	}
	nothingLeft(t, here)
}
