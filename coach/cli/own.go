package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"uncramp/coach/private"
	"uncramp/coach/session"
	"uncramp/coach/visit"
	"uncramp/routines"
)

// ownRoutines are those of the person's folder, as they are put together.
type ownRoutines struct{ app *App }

// List implements [composer.Store].
func (o ownRoutines) List() ([]routines.Head, error) { return o.app.Library.OwnHeads(session.Head) }

// Names implements [composer.Store].
func (o ownRoutines) Names() []string { return o.app.Library.Names() }

// Read implements [composer.Store].
func (o ownRoutines) Read(id string) ([]byte, error) {
	return o.app.Library.OwnText(id)
}

// Write implements [composer.Store].
func (o ownRoutines) Write(id string, data []byte, fresh bool) error {
	folder := o.app.Places.routines()
	_, err := fs.Stat(o.app.Library.Own, routines.FileOf(id))
	if fresh && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf(routineExists, id)
	}
	if err := private.MakeFolder(folder); err != nil {
		return fmt.Errorf("%s: %w", folder, err)
	}
	return private.Write(filepath.Join(folder, routines.FileOf(id)), data)
}

// Lay implements [composer.Store].
func (o ownRoutines) Lay(r routines.Routine) (visit.Play, error) {
	return o.app.newPlay(r, session.Choice{})
}
