//go:build unix

package private

import (
	"io/fs"
	"os"
	"syscall"
)

// others are the permissions of everybody but the owner.
const others fs.FileMode = 0o077

// belongsToUser reports whether this person owns a file.
func belongsToUser(info fs.FileInfo) bool {
	stat, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(stat.Uid) == os.Geteuid()
}
