package yamlfile

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// ErrIrregular is what [Load] wraps for what is no ordinary file.
var ErrIrregular = errors.New("it is no ordinary file; move it away")

// Load reads a file, or one byte more than it may have. A folder, a pipe or a
// device is not opened, for that may wait without end.
func Load(files fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(files, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: %w", name, ErrIrregular)
	}
	f, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // it was only read
	return io.ReadAll(io.LimitReader(f, MaxSize+1))
}
