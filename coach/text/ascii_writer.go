package text

import (
	"bytes"
	"io"
	"slices"
	"sync"
	"unicode/utf8"
)

// ASCIIWriter writes on the form of [ASCII] of what is written to it, with three dots
// where one sign stands for them: nothing is laid out any more. It may be written to
// from several goroutines.
type ASCIIWriter struct {
	io.Writer
	mu    sync.Mutex
	begun []byte // of a character, of which the rest is still to come
}

// Write implements io.Writer.
func (w *ASCIIWriter) Write(b []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	whole := slices.Concat(w.begun, b)
	end := len(whole)
	for i := end - 1; i >= 0 && end-i < utf8.UTFMax && whole[i] >= utf8.RuneSelf; i-- {
		if utf8.RuneStart(whole[i]) && !utf8.FullRune(whole[i:]) {
			end = i
			break
		}
	}
	w.begun = whole[end:]
	dotted := bytes.ReplaceAll(whole[:end], []byte("…"), []byte("..."))
	_, err := w.Writer.Write(ASCII(dotted))
	return len(b), err
}
