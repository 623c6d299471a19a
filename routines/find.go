package routines

import (
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"uncramp/coach/text"
	"uncramp/coach/yamlfile"
)

// generated holds the built-in routines as the program reads them, ID.json, and
// their heads, heads.json, which are not a routine's name.
//
//go:generate go test -run TestGeneratedIsUpToDate . -update
//go:embed generated/*.json
var generated embed.FS

const (
	ending    = ".yaml"
	headsFile = "heads"
)

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
	if yamlfile.IsID(id) {
		if r, err := builtin[Routine](id); err == nil {
			return r, nil
		}
		if l.Own != nil {
			r, _, err := l.own(id)
			return r, err
		}
	}
	return Routine{}, fmt.Errorf("%w %q", ErrUnknown, text.Clean(id))
}

// builtin decodes a generated file. It is fast, and not checked: the tests have
// checked what it was made from.
func builtin[T any](name string) (v T, err error) {
	data, err := generated.ReadFile("generated/" + name + ".json")
	if err == nil {
		err = json.Unmarshal(data, &v)
	}
	return v, err
}

// own reads one file of the person's folder. What it is played without is told as
// amiss, and doesn't keep it back.
func (l Library) own(id string) (r Routine, amiss, err error) {
	data, err := yamlfile.Load(l.Own, id+ending)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, gone := fs.Lstat(l.Own, id+ending); gone == nil {
			return r, nil, &yamlfile.Fault{File: id + ending, Message: deadLink}
		}
		return r, nil, fmt.Errorf("%w %q", ErrUnknown, id)
	case err != nil: // it names the file
		return r, nil, err
	}
	return parse(id+ending, data, id)
}

// Names lists what can be found, the built-in routines first, without reading
// any of them.
func (l Library) Names() []string {
	return append(builtinNames(), l.ownNames()...)
}

// ownNames are those of the person's folder that no built-in routine has.
func (l Library) ownNames() []string {
	if l.Own == nil {
		return nil
	}
	builtin := builtinNames()
	return slices.DeleteFunc(namesIn(l.Own, ".", ending), func(name string) bool { return slices.Contains(builtin, name) })
}

func namesIn(f fs.FS, dir, ending string) (names []string) {
	entries, _ := fs.ReadDir(f, dir) // what can't be read has none
	for _, e := range entries {
		if id, ok := strings.CutSuffix(e.Name(), ending); ok && yamlfile.IsID(id) {
			names = append(names, id)
		}
	}
	return names
}

// maxFaulty is how many bytes of faulty files are read: what is wrong takes the
// longest to be told, and no file may keep the list back.
const maxFaulty = 256 << 10

// Heads lists every routine, in the order of [Library.Names]; of makes the head
// of one of the person's own. A file of hers that is faulty, or passed over, does not
// keep the others back, unless there are very many: its error is joined to err, as is
// what one is played without.
func (l Library) Heads(of func(Routine) Head) (heads []Head, err error) {
	heads, err = builtin[[]Head](headsFile)
	var bad int64 // bytes of faulty files
	for i, name := range l.ownNames() {
		if bad > maxFaulty {
			err = errors.Join(err, fmt.Errorf(tooManyFaulty, len(l.ownNames())-i))
			break
		}
		r, amiss, faulty := l.own(name)
		if err = errors.Join(err, amiss, faulty); faulty == nil {
			heads = append(heads, of(r))
		} else if info, gone := fs.Stat(l.Own, name+ending); gone == nil {
			bad += info.Size()
		}
	}
	for _, f := range l.PassedOver() {
		err = errors.Join(err, f)
	}
	return heads, err
}
