package routines

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"uncramp/coach/yamlfile"
)

//go:embed builtin/*.yaml
var builtin embed.FS

const ending = ".yaml"

// ErrUnknown is what [Library.Find] wraps when no routine has the name.
var ErrUnknown = errors.New("unknown routine")

// Library is where routines are found: those the program carries and, beside
// them, those of a person's own folder, which may not take a built-in's name.
// The zero value holds the built-in ones.
type Library struct {
	Own fs.FS // files named ID.yaml; nil: none
}

// Find reads the one routine of that name and nothing else. The error wraps
// [ErrUnknown] when there is none, or joins what is wrong with its file, each a
// [*yamlfile.Fault].
func (l Library) Find(id string) (Routine, error) {
	if !isID(id) {
		return Routine{}, fmt.Errorf("%w %q", ErrUnknown, Clean(id))
	}
	data, err := builtin.ReadFile("builtin/" + id + ending)
	if err == nil {
		var r Routine
		err := yamlfile.Read(id+ending, data, &r) // the checks were made by the tests
		return r, err
	}
	if l.Own == nil {
		return Routine{}, fmt.Errorf("%w %q", ErrUnknown, id)
	}
	return l.own(id + ending)
}

// own reads one file of the person's folder.
func (l Library) own(name string) (Routine, error) {
	shown, id := Clean(name), strings.TrimSuffix(name, ending)
	data, err := yamlfile.Load(l.Own, name)
	if errors.Is(err, fs.ErrNotExist) {
		return Routine{}, fmt.Errorf("%w %q", ErrUnknown, id)
	}
	if err != nil {
		return Routine{}, fmt.Errorf("reading %s: %w", shown, err)
	}
	return parse(shown, data, id)
}

// Names lists what can be found, the built-in routines first, without reading
// any of them.
func (l Library) Names() []string {
	names := namesIn(builtin, "builtin")
	if l.Own == nil {
		return names
	}
	for _, own := range namesIn(l.Own, ".") {
		if !slices.Contains(names, own) {
			names = append(names, own)
		}
	}
	return names
}

func namesIn(f fs.FS, dir string) []string {
	entries, err := fs.ReadDir(f, dir)
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		name := e.Name()
		if id := strings.TrimSuffix(name, ending); path.Ext(name) == ending && isID(id) {
			names = append(names, id)
		}
	}
	return names
}

// All reads every routine, in the order of [Library.Names]. A faulty file of
// the person's own does not keep the others back: its error is joined to err.
func (l Library) All() (found []Routine, err error) {
	names := l.Names()
	read := make([]Routine, len(names))
	errs := make([]error, len(names))
	var wg sync.WaitGroup
	for i, name := range names {
		wg.Go(func() { read[i], errs[i] = l.Find(name) })
	}
	wg.Wait()
	for i, r := range read {
		if errs[i] == nil {
			found = append(found, r)
		}
	}
	return found, errors.Join(errs...)
}
