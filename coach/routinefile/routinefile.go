// Package routinefile keeps the routines of a person's own: a folder of files, one a routine.
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
func (f Folder) Path(id string) string { return filepath.Join(string(f), id+".yaml") }

// CheckNew says why no routine can be made under an id: it is none, a built-in routine's
// or, unless it may be replaced, one of the person's own.
func (f Folder) CheckNew(id string, replace bool) error {
	_, err := os.Lstat(f.Path(id))
	switch {
	case !yamlfile.IsID(id):
		return noID.With(id)
	case slices.Contains(routines.Library{}.Names(), id):
		return builtinID.With(id)
	case err == nil && !replace:
		return taken.With(id)
	}
	return nil
}

// Read is the file of a routine of that id as a routine; the error joins all that is
// wrong with it.
func (f Folder) Read(id string, file []byte) (routines.Routine, error) {
	return routines.Parse(filepath.Base(f.Path(id)), file)
}

// Keep writes the file of a routine, whole or not at all. It must be one that is read.
func (f Folder) Keep(id string, file []byte) error {
	if _, err := f.Read(id, file); err != nil {
		return fmt.Errorf(notKept, err)
	}
	if err := private.MakeFolder(string(f)); err != nil {
		return err
	}
	return private.Write(f.Path(id), file)
}
