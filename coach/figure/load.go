package figure

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"uncramp/assets"
	"uncramp/coach/text"
	"uncramp/coach/yamlfile"
)

const (
	folder = "figures/" // before the name of a file in what is told
	ending = ".yaml"

	maxLike   = 8 // figures that are like one another
	leastCrop = 5 // that is shown of the body's height
)

// ErrUnknown is what [Library.Load] wraps where no figure has the name.
var ErrUnknown = errors.New("unknown figure")

// Library is where figures are found: those that the program carries and, beside them,
// those of a person's own folder, which may not take a built-in's name. The zero value
// holds the built-in ones.
type Library struct {
	Own fs.FS // files named NAME.yaml; nil: none
}

// Load reads a built-in figure; see [Library.Load].
func Load(name string) (Figure, error) { return Library{}.Load(name) }

// Load reads a figure, and nothing of the person's folder for a built-in one. The error
// wraps [ErrUnknown] where there is none, or joins what is wrong with its file, each a
// [*yamlfile.Fault].
func (l Library) Load(name string) (Figure, error) {
	files, err := l.lineage(name, nil)
	if err != nil {
		return Figure{}, err
	}
	var f Figure
	for range 2 { // the end is the start but for what is told of it, here or further up
		f.End = f.Start
		for _, file := range files {
			file.Decode(&f)
		}
	}
	own := files[len(files)-1]
	if c := f.Crop; c != (Box{}) && (c[2]-c[0] < leastCrop || c[3]-c[1] < leastCrop) {
		own.Refuse("crop", badCrop.With(leastCrop))
	}
	if err := own.Err(); err != nil {
		return Figure{}, err
	}
	if f.Reverse {
		f.Start, f.End = f.End, f.Start
	}
	return f, nil
}

// lineage reads a figure's file, and before it those of what it is like.
func (l Library) lineage(name string, seen []string) ([]*yamlfile.File, error) {
	data, err := l.read(name)
	if err != nil {
		return nil, err
	}
	file, err := yamlfile.Parse(folder+name+ending, data)
	if err != nil {
		return nil, err
	}
	var own Figure
	file.Decode(&own)
	if seen = append(seen, name); file.Err() == nil && (slices.Contains(seen, own.Like) || len(seen) >= maxLike && own.Like != "") {
		file.Refuse("like", likeItself.With(own.Like))
	}
	if err := file.Err(); err != nil || own.Like == "" {
		return []*yamlfile.File{file}, err
	}
	files, err := l.lineage(own.Like, seen)
	if errors.Is(err, ErrUnknown) {
		file.Refuse("like", noFigure.With(own.Like))
		err = file.Err()
	}
	return append(files, file), err
}

// read reads the file of a figure.
func (l Library) read(name string) ([]byte, error) {
	data, err := fs.ReadFile(assets.Figures, folder+name+ending)
	if errors.Is(err, fs.ErrNotExist) && l.Own != nil && yamlfile.IsID(name) {
		data, err = yamlfile.Load(l.Own, name+ending)
	}
	if err != nil && (l.Own == nil || !l.has(name)) {
		return nil, fmt.Errorf("%w %q", ErrUnknown, text.Clean(name))
	}
	return data, err
}

// has reports whether the person's folder has a file for a name.
func (l Library) has(name string) bool {
	_, err := fs.Lstat(l.Own, name+ending)
	return err == nil
}

// Names lists the figures that can be found, the built-in ones first, without reading
// any.
func (l Library) Names() []string {
	own, _ := l.ownNames()
	return append(builtinNames(), own...)
}

func builtinNames() (names []string) {
	files, _ := fs.Glob(assets.Figures, folder+"*"+ending) // the pattern is one
	for _, f := range files {
		names = append(names, strings.TrimSuffix(path.Base(f), ending))
	}
	return names
}

// ownNames are those of the person's folder, and what is wrong with other names there.
func (l Library) ownNames() (names []string, faults error) {
	if l.Own == nil {
		return nil, nil
	}
	entries, _ := fs.ReadDir(l.Own, ".") // what can't be read has none
	builtin := builtinNames()
	for _, e := range entries {
		name, isYAML := strings.CutSuffix(e.Name(), ending)
		var why yamlfile.Message
		switch meant := yamlfile.MeantID(e.Name()); {
		case strings.HasPrefix(name, ".") || meant == "":
			continue
		case slices.Contains(builtin, meant):
			why = builtinName.With(meant)
		case yamlfile.IsDevice(meant):
			why = yamlfile.DeviceID.With(meant)
		case !isYAML || name != meant:
			why = otherName.With(meant)
		case !yamlfile.IsID(name):
			why = noName
		default:
			names = append(names, name)
			continue
		}
		faults = errors.Join(faults, &yamlfile.Fault{File: folder + text.Clean(e.Name()), Message: why})
	}
	return names, faults
}

// Check says all that is wrong with the person's own figures, and why a file of hers is
// none.
func (l Library) Check() error {
	names, faults := l.ownNames()
	for _, name := range names {
		_, err := l.Load(name)
		faults = errors.Join(faults, err)
	}
	return faults
}

// CheckAll says all that is wrong with some figures, each once, but for those that there
// are none of.
func (l Library) CheckAll(names []string) (faults error) {
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		if _, err := l.Load(name); !errors.Is(err, ErrUnknown) {
			faults = errors.Join(faults, err)
		}
	}
	return faults
}
