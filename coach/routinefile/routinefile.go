// Package routinefile keeps the routines of a person's own: a folder of files, one a
// routine, with the schema that editors read beside it.
package routinefile

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"uncramp/coach/private"
	"uncramp/coach/yamlfile"
	"uncramp/routines"
)

// Folder is the path of the folder; it need not be there yet.
type Folder string

// Path is where the file of a routine of that id lies.
func (f Folder) Path(id string) string { return filepath.Join(string(f), routines.FileOf(id)) }

// CheckNew says why no routine can be made under an id: it is none, a built-in routine's
// or, unless that is to be overwritten, one of the person's own has it.
func (f Folder) CheckNew(id string, overwrite bool) error {
	switch {
	case yamlfile.IsDevice(id):
		return yamlfile.DeviceID.With(id)
	case !yamlfile.IsID(id):
		return noID.With(id)
	case slices.Contains(routines.Library{}.Names(), id):
		return builtinID.With(id)
	case overwrite:
		return nil
	}
	if _, err := os.Lstat(f.Path(id)); err == nil {
		return taken.With(id)
	}
	return nil
}

// Keep writes the file of a routine, whole or not at all, and the schema as far as it can be; over another one only where it
// is to be overwritten, and then to where a link leads. It must be one that is read.
func (f Folder) Keep(id string, file []byte, overwrite bool) error {
	return f.keep(id, file, overwrite, private.Write)
}

// Make keeps a new routine as [Folder.Keep] does, but takes the place of a link: what that
// leads to is another routine's, which stays.
func (f Folder) Make(id string, file []byte, overwrite bool) error {
	return f.keep(id, file, overwrite, private.Replace)
}

func (f Folder) keep(id string, file []byte, overwrite bool, write func(string, []byte) error) error {
	if err := f.CheckNew(id, overwrite); err != nil {
		return err
	}
	if _, err := routines.Read(id, file); err != nil {
		return fmt.Errorf(notKept, err)
	}
	if err := private.MakeFolder(string(f)); err != nil {
		return fmt.Errorf("%s: %w", f, err)
	}
	err := write(f.Path(id), file)
	if err == nil { // the schema is for editors alone: without it the routine is kept all the same
		_ = private.Write(filepath.Join(filepath.Dir(string(f)), routines.SchemaFile), routines.Schema)
	}
	return err
}
