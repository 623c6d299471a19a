package remind

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"uncramp/routines"
)

// Program is where this program stands.
func Program() (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", fmt.Errorf("uncramp can't tell where it stands, and no reminder can run it: %w", err)
	}
	return path, nil
}

// lasting refuses a program that won't be there when a reminder is due, and one
// whose path no scheduler can be told.
func lasting(program string) error {
	if strings.ContainsFunc(program, routines.Hidden) || !utf8.ValidString(program) {
		return fmt.Errorf("uncramp stands at %q, which no scheduler can be told; move it to another folder", program)
	}
	for part := range strings.SplitSeq(filepath.ToSlash(program), "/") {
		// What go run builds, it builds there.
		if strings.HasPrefix(part, "go-build") {
			return fmt.Errorf("this program is gone when the reminder is due: %s; install uncramp first: go install ./cmd/uncramp", program)
		}
	}
	return nil
}
