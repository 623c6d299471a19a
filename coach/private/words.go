package private

import (
	"io/fs"
	"syscall"
)

// faults are what systems say of files in words of their own, and what we say: what
// is wrong, and what to do.
var faults = []struct {
	of   error
	said string
}{
	{syscall.ENOSPC, "the disk is full; free some space"},
	{syscall.EDQUOT, "your share of the disk is full; free some space"},
	{syscall.EFBIG, "it would be larger than a file may be; see ulimit -f"},
	{syscall.EROFS, "the disk can't be written to; choose another place"},
	{syscall.EIO, "the disk fails; choose another, or see whether it is well connected"},
	{syscall.EISDIR, "it is a folder; name a file in it"},
	{syscall.ENOTDIR, "a part of its path is no folder; see how it is written"},
	{syscall.ELOOP, "its links lead round in a circle; take one of them away"},
	{syscall.ENAMETOOLONG, "its name is too long; choose a shorter one"},
	{syscall.EILSEQ, "its name has a sign that none may have here; choose another"},
	{syscall.EBUSY, "another program holds it; close that and try again"},
	{fs.ErrPermission, "it can't be read or can't be written to; see that it and its folder are yours"},
	{fs.ErrNotExist, "there is no such file or folder; see how it is written"},
}

// linkOfFolder is said of what stands where a folder is to be made.
const linkOfFolder = "it is a link that leads to no folder; mend it, or take it away"
