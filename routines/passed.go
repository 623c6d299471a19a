package routines

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"uncramp/assets"
	"uncramp/coach/text"
	"uncramp/coach/yamlfile"
)

// PassedOver says of every file and folder in the person's own folder that looks as if
// it were meant as a routine, and is none, why it is passed over, each a
// [*yamlfile.Fault].
func (l Library) PassedOver() (faults []*yamlfile.Fault) {
	if l.Own == nil {
		return nil
	}
	entries, _ := fs.ReadDir(l.Own, ".") // what can't be read has none
	for _, e := range entries {
		if why := l.passes(e); why != (yamlfile.Message{}) {
			faults = append(faults, &yamlfile.Fault{File: text.Clean(e.Name()), Message: why})
		}
	}
	return faults
}

// passes says why an entry of the folder is passed over; nothing where it is read, or
// was never meant to be.
func (l Library) passes(e fs.DirEntry) yamlfile.Message {
	name := e.Name()
	id, isYAML := strings.CutSuffix(name, ending)
	meant := yamlfile.MeantID(name)
	switch {
	case strings.HasPrefix(name, "."), strings.HasSuffix(name, "~"):
		return yamlfile.Message{}
	case l.isFolder(e) && (!isYAML || !yamlfile.IsID(id)):
		if l.holdsYAML(name) {
			return inFolder
		}
	case isYAML && yamlfile.IsID(id) && slices.Contains(builtinNames(), id):
		return builtinID.With(id)
	case yamlfile.IsDevice(meant):
		return yamlfile.DeviceID.With(meant)
	case isYAML && yamlfile.IsID(id), meant == "":
	case yamlfile.IsID(meant):
		return otherName.With(meant)
	default:
		return noName
	}
	return yamlfile.Message{}
}

// isFolder reports whether an entry is a folder, or a link to one.
func (l Library) isFolder(e fs.DirEntry) bool {
	if e.Type()&fs.ModeSymlink == 0 {
		return e.IsDir()
	}
	info, err := fs.Stat(l.Own, e.Name())
	return err == nil && info.IsDir()
}

// holdsYAML reports whether a folder of the person's folder has something that was
// meant as a routine.
func (l Library) holdsYAML(folder string) bool {
	entries, _ := fs.ReadDir(l.Own, folder) // what can't be read has none
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return yamlfile.MeantID(e.Name()) != "" })
}

// hasFigure reports whether there is a figure of a name, of whatever it is made.
func (l Library) hasFigure(name string) bool {
	_, err := fs.Stat(assets.Figures, "figures/"+name+ending)
	if err != nil && l.Figures != nil {
		_, err = fs.Stat(l.Figures, name+ending)
	}
	return err == nil
}

// unknownFigures gathers the figures of a routine that are none: it is played without
// them.
func (l Library) unknownFigures(f *yamlfile.File, r Routine) {
	check := func(at, name string) {
		if name != "" && !l.hasFigure(name) {
			f.Refuse(at, noFigure.With(name))
		}
	}
	for i, s := range r.Steps {
		at := fmt.Sprintf("steps[%d]", i)
		check(at+".figure", s.Figure)
		for _, p := range Positions() {
			check(fmt.Sprintf("%s.figure_for.%s", at, p), s.FigureFor.In(p))
		}
		for j, p := range s.Prefer {
			check(fmt.Sprintf("%s.prefer[%d].figure", at, j), p.Figure)
		}
	}
}

// Figures are the names of the figures that the routine shows.
func (r Routine) Figures() (names []string) {
	for _, s := range r.Steps {
		names = append(names, s.Figure, s.FigureFor.Standing, s.FigureFor.Seated, s.FigureFor.Lying)
		for _, p := range s.Prefer {
			names = append(names, p.Figure)
		}
	}
	return names
}

// Check says all that is wrong with a routine, by its id or by the name of its file, as
// [Library.Heads] does for all of them. The error wraps [ErrUnknown] where there is none.
func (l Library) Check(name string) error {
	for _, f := range l.PassedOver() {
		if f.File == text.Clean(name) {
			return f
		}
	}
	id := strings.TrimSuffix(name, ending)
	switch {
	case id == name && slices.Contains(builtinNames(), id):
		return nil
	case l.Own == nil, !yamlfile.IsID(id):
		return fmt.Errorf("%w %q", ErrUnknown, text.Clean(name))
	}
	_, amiss, err := l.own(id)
	return errors.Join(amiss, err)
}
