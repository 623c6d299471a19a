//go:build !linux

package diary

import "strings"

// onNetwork reports whether a folder is named as one of another machine: there is
// no other sign that all systems have.
func onNetwork(folder string) bool { return strings.HasPrefix(folder, `\\`) }
