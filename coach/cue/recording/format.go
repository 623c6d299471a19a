package recording

import (
	"bytes"
	"io"
	"path/filepath"
	"slices"
	"strings"
)

// encoder writes samples in a format. A file is whole when it is closed.
type encoder interface {
	Write(samples []int16) error
	Close() error
}

// newEncoder begins a file in a format, with a title.
type newEncoder func(w io.WriteSeeker, title string) (encoder, error)

// formats are those in which a recording can be written, by the ending of a file.
var formats = map[string]newEncoder{".wav": newWAV, ".flac": newFLAC}

// formatOf is the format that the ending of a file names, in any case.
func formatOf(path string) (newEncoder, bool) {
	f, ok := formats[strings.ToLower(filepath.Ext(path))]
	return f, ok
}

// HasFormat reports whether the ending of a file names a format.
func HasFormat(path string) bool {
	_, ok := formatOf(path)
	return ok
}

// Begins reports whether a file that begins so is one of ours.
func Begins(start []byte) bool {
	isSound := slices.ContainsFunc([]string{"RIFF", flacSignature}, func(s string) bool { return bytes.HasPrefix(start, []byte(s)) })
	return isSound && bytes.Contains(start, []byte(program))
}
