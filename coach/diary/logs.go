package diary

import (
	"errors"
	"io"
	"os"

	"uncramp/coach/private"
)

// logs are the endings of what stands beside a file with a part of what it holds,
// or held.
func logs(path string) (endings []string) {
	for _, ending := range []string{writeAheadLog, "-journal"} {
		if holdsAnything(path + ending) {
			endings = append(endings, ending)
		}
	}
	return endings
}

const writeAheadLog = "-wal"

// hasLog reports whether what was saved last may be in the log beside a file alone.
func hasLog(path string) bool { return holdsAnything(path + writeAheadLog) }

func holdsAnything(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Size() > 0
}

// copyLogs copies what stands beside a file to beside its copy.
func copyLogs(path, copied string) (err error) {
	for _, log := range logs(path) {
		err = errors.Join(err, copyFile(path+log, copied+log))
	}
	return err
}

// copyFile copies a file to a name that nothing has.
func copyFile(path, to string) error {
	from, err := private.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = from.Close() }() // it was only read
	f, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, from)
	return errors.Join(err, f.Close())
}
