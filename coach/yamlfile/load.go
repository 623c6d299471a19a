package yamlfile

import (
	"io"
	"io/fs"

	"uncramp/coach/private"
)

// Load reads a file, or one byte more than it may have. What is no ordinary file
// is not opened, see [private.OpenIn].
func Load(files fs.FS, name string) ([]byte, error) {
	f, err := private.OpenIn(files, name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // it was only read
	return io.ReadAll(io.LimitReader(f, MaxSize+1))
}
