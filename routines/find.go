package routines

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"uncramp/coach/text"
	"uncramp/coach/yamlfile"
)

//go:generate go test -run TestMovesAreUpToDate . -update
//go:generate go test -run TestGeneratedIsUpToDate . -update
//go:generate go test -run TestSchemaIsUpToDate . -update

const ending = ".yaml"

// FreeID is an id that none of some others has: the wanted one, or that with a number.
func FreeID(wanted string, taken []string) string {
	const room = len("-999") // of the number
	id := wanted
	for n := 2; slices.Contains(taken, id); n++ {
		id = fmt.Sprintf("%s-%d", strings.TrimRight(wanted[:min(len(wanted), yamlfile.MaxID-room)], "-"), n)
	}
	return id
}

// FileOf is the file of a routine in the person's folder.
func FileOf(id string) string { return id + ending }

// NameOf is what a routine is called at first that has an id: the words of it.
func NameOf(id string) string {
	words := strings.Join(strings.FieldsFunc(id, func(c rune) bool { return c == '-' }), " ")
	return strings.ToUpper(words[:1]) + words[1:]
}

// ErrUnknown is what [Library.Find] wraps when no routine has the name.
var ErrUnknown = errors.New("unknown routine")

// Library is where routines are found: those the program carries, whose slices
// and pointers all who find them share, and, beside them, those of a person's own
// folder, which may not take a built-in's name.
// The zero value holds the built-in ones.
type Library struct {
	Own     fs.FS // files named ID.yaml; nil: none
	Figures fs.FS // the person's own figures, files named NAME.yaml; nil: none
}

// Find reads the one routine of that name and nothing else. The error wraps
// [ErrUnknown] when there is none, or joins what is wrong with its file, each a
// [*yamlfile.Fault].
func (l Library) Find(id string) (Routine, error) {
	if yamlfile.IsID(id) {
		if i := slices.Index(builtinNames(), id); i >= 0 {
			return builtin[i], nil
		}
		if l.Own != nil {
			r, _, err := l.own(id)
			return r, err
		}
	}
	return Routine{}, fmt.Errorf("%w %q", ErrUnknown, text.Clean(id))
}

// builtinNames are the ids of the built-in routines, in their order.
func builtinNames() []string {
	names := make([]string, len(builtin))
	for i, r := range builtin {
		names[i] = r.ID
	}
	return names
}

// OwnText is the text of a routine of the person's own, as it is written. The error
// names the file.
func (l Library) OwnText(id string) ([]byte, error) { return yamlfile.Load(l.Own, FileOf(id)) }

// own reads one file of the person's folder. What it is played without is told as
// amiss, and doesn't keep it back.
func (l Library) own(id string) (r Routine, amiss, err error) {
	data, err := l.OwnText(id)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, gone := fs.Lstat(l.Own, id+ending); gone == nil {
			return r, nil, &yamlfile.Fault{File: id + ending, Message: deadLink}
		}
		return r, nil, fmt.Errorf("%w %q", ErrUnknown, id)
	case err != nil: // it names the file
		return r, nil, err
	}
	return l.parse(id+ending, data, id)
}

// Read reads the text of a routine of a person's own, as the file of that id would
// have it. The error joins all that is wrong with it, each a [*yamlfile.Fault].
func Read(id string, data []byte) (Routine, error) {
	r, _, err := Library{}.parse(id+ending, data, id)
	return r, err
}

// Names lists what can be found, the built-in routines first, without reading
// any of them.
func (l Library) Names() []string {
	return append(builtinNames(), l.ownNames()...)
}

// Programmed lists the routines that have a programme, the built-in ones first. Files
// that can't be read are left out.
func (l Library) Programmed() (list []Routine) {
	for _, id := range l.Names() {
		if r, err := l.Find(id); err == nil && r.Programme != nil {
			list = append(list, r)
		}
	}
	return list
}

// ownNames are those of the person's folder that no built-in routine has.
func (l Library) ownNames() (names []string) {
	if l.Own == nil {
		return nil
	}
	entries, _ := fs.ReadDir(l.Own, ".") // what can't be read has none
	for _, e := range entries {
		if id, ok := strings.CutSuffix(e.Name(), ending); ok && yamlfile.IsID(id) && !slices.Contains(builtinNames(), id) {
			names = append(names, id)
		}
	}
	return names
}

// folderFault says why nothing of the person's folder can be read; nil where it can, or
// is not there yet.
func (l Library) folderFault() error {
	if l.Own == nil {
		return nil
	}
	if _, err := fs.Stat(l.Own, "."); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if _, err := fs.ReadDir(l.Own, "."); err != nil { // Windows finds no folder where a file is
		return &yamlfile.Fault{File: "routines", Message: noFolder}
	}
	return nil
}

// maxFaulty is how many bytes of faulty files are read: what is wrong takes the
// longest to be told, and no file may keep the list back.
const maxFaulty = 256 << 10

// BuiltinHeads lists the built-in routines, in their order.
func BuiltinHeads() []Head { return slices.Clone(builtinHeads) }

// Heads lists every routine, in the order of [Library.Names]; the rest is as
// [Library.OwnHeads] has it.
func (l Library) Heads(of func(Routine) Head) ([]Head, error) {
	own, err := l.OwnHeads(of)
	return append(BuiltinHeads(), own...), err
}

// OwnHeads lists the routines of the person's own, of which of makes the head. A file
// that is faulty, or passed over, does not keep the others back, unless there are very
// many: its error is joined to err, as is what one is played without.
func (l Library) OwnHeads(of func(Routine) Head) (heads []Head, err error) {
	err = l.folderFault()
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
