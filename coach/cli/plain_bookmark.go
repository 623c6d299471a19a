package cli

import (
	"context"

	"uncramp/coach/visit"
)

// bookmarks keep where a routine stands that a person follows line by line, so that it can
// be gone on with after a crash. They are written beside the player, the latest alone, so
// that no disk holds a routine up. Of nil ones nothing is kept.
type bookmarks struct {
	at   *visit.Bookmark // as it was last handed on
	next chan *visit.Bookmark
	done chan struct{}
}

// keepBookmarks begins to keep them.
func (a *App) keepBookmarks() *bookmarks {
	b := &bookmarks{next: make(chan *visit.Bookmark, 1), done: make(chan struct{})}
	go func() {
		defer close(b.done)
		for at := range b.next {
			_ = a.State.KeepBookmark(at) // what can't be kept is not offered
		}
	}()
	return b
}

// keep keeps a place, or nil, that none is to be gone on with.
func (b *bookmarks) keep(at *visit.Bookmark) {
	if b == nil || at.SamePlace(b.at) {
		return
	}
	b.at = at
	select {
	case <-b.next: // it was not written yet
	default:
	}
	b.next <- at
}

// close waits until the latest is kept, though not for a disk that doesn't answer.
func (b *bookmarks) close() {
	if b == nil {
		return
	}
	close(b.next)
	ctx, cancel := context.WithTimeout(context.Background(), writeTimeout)
	defer cancel()
	select {
	case <-b.done:
	case <-ctx.Done():
	}
}
