package private

import (
	"errors"
	"io/fs"
	"runtime"
	"syscall"
)

// windowsFaults are the numbers by which Windows tells what [faults] names as others do.
var windowsFaults = map[syscall.Errno]error{
	3:   fs.ErrNotExist,                     // ERROR_PATH_NOT_FOUND, which Go calls ENOTDIR as well
	112: syscall.ENOSPC, 39: syscall.ENOSPC, // ERROR_DISK_FULL, ERROR_HANDLE_DISK_FULL
	1295: syscall.EDQUOT,                                  // ERROR_DISK_QUOTA_EXCEEDED
	223:  syscall.EFBIG,                                   // ERROR_FILE_TOO_LARGE
	19:   syscall.EROFS,                                   // ERROR_WRITE_PROTECT
	21:   syscall.EIO, 23: syscall.EIO, 1117: syscall.EIO, // ERROR_NOT_READY, ERROR_CRC, ERROR_IO_DEVICE
	1921: syscall.ELOOP,                    // ERROR_CANT_RESOLVE_FILENAME
	206:  syscall.ENAMETOOLONG,             // ERROR_FILENAME_EXCED_RANGE
	123:  syscall.EILSEQ,                   // ERROR_INVALID_NAME
	32:   syscall.EBUSY, 33: syscall.EBUSY, // ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
}

// common is a fault of this system as others name it.
func common(err error) error { return commonOf(runtime.GOOS, err) }

func commonOf(system string, err error) error {
	var number syscall.Errno
	if system == "windows" && errors.As(err, &number) && windowsFaults[number] != nil {
		return windowsFaults[number]
	}
	return err
}

// isHeld reports whether a file may be had in a moment, for another program has it open.
// Only Windows keeps one for whoever has it, and says of some that they are forbidden.
func isHeld(err error) bool { return isHeldOn(runtime.GOOS, err) }

func isHeldOn(system string, err error) bool {
	err = commonOf(system, err)
	return system == "windows" && (errors.Is(err, syscall.EBUSY) || errors.Is(err, fs.ErrPermission))
}
