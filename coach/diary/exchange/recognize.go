package exchange

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
)

// recognizeBinary says what a file is that is no text.
func recognizeBinary(r *bufio.Reader) error {
	start, _ := r.Peek(len(sqliteFile)) // what reads it next says why it can't be
	for _, b := range []struct {
		start string
		err   error
	}{{sqliteFile, errBackup}, {"PK\x03\x04", errWorkbook}, {"\xd0\xcf\x11\xe0", errWorkbook}, {"%PDF", errPage}} {
		if bytes.HasPrefix(start, []byte(b.start)) {
			return b.err
		}
	}
	return nil
}

const sqliteFile = "SQLite format 3\x00"

// recognizeText finds out the format of a text, unless it is told.
func recognizeText(r *bufio.Reader, s Source) (Format, error) {
	if _, ok := readers[s.Format]; !ok && s.Format != "" {
		return "", unknownFormat(s.Format)
	}
	start, err := r.Peek(512) // a shorter text is all there
	if len(start) == 0 && err != nil && !errors.Is(err, io.EOF) {
		return "", fmt.Errorf(cantBeRead, err)
	}
	head := strings.TrimSpace(string(start))
	first, _, _ := strings.Cut(strings.ToLower(head), "\n")
	switch {
	case strings.HasPrefix(head, "{") && strings.Contains(head, `"basis": [`):
		return "", errReport
	case s.Format != "":
		return s.Format, nil
	case head == "":
		return "", errEmpty
	case strings.HasPrefix(head, "{"), strings.HasPrefix(head, "["):
		return JSON, nil
	case strings.HasPrefix(head, "<"), strings.HasPrefix(head, "# "):
		return "", errPage
	case strings.HasPrefix(first, "id:"), strings.HasPrefix(first, "theme:"), strings.HasPrefix(head, "---"):
		return "", errYAML
	case strings.HasPrefix(first, "sep="), strings.Contains(first, kindKey), isSheet(s.Name):
		return CSV, nil
	case strings.EqualFold(filepath.Ext(s.Name), ".json"):
		return JSON, nil
	case strings.ContainsAny(first, separators):
		return CSV, nil
	}
	return "", errNothingKnown
}

// isSheet reports whether a name has the ending of a table.
func isSheet(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".csv", ".tsv", ".txt":
		return true
	}
	return false
}

var errNothingKnown = errors.New(nothingKnown)
