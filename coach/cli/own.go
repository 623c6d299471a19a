package cli

import (
	"bytes"

	"uncramp/coach/compose"
	"uncramp/coach/routinefile"
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
func (o ownRoutines) Write(id string, data, before []byte) error {
	if now, err := o.Read(id); before != nil && err == nil && !bytes.Equal(now, before) {
		return compose.ErrChanged
	}
	return routinefile.Folder(o.app.Places.routines()).Keep(id, data, before != nil)
}

// Sheet implements [composer.Store].
func (o ownRoutines) Sheet(id string) (string, error) { return o.app.keepSheet(id) }

// Lay implements [composer.Store].
func (o ownRoutines) Lay(r routines.Routine) (visit.Play, error) {
	return o.app.newPlay(r, session.Choice{})
}
