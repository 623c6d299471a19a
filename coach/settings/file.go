package settings

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"uncramp/coach/private"
	"uncramp/coach/yamlfile"
)

// Read reads a settings file. One that is not there sets nothing. With an
// error, which for a bad file names line and column, the settings are the
// defaults.
func Read(path string) (Settings, error) {
	data, err := load(path)
	if err != nil {
		return Defaults(), fmt.Errorf(defaultsServe, err)
	}
	s, _, err := parse(path, data)
	return s, err
}

// Keep reads a file, makes a change and writes it. A bad file is put aside as
// by [Write].
func Keep(path string, c Change) error {
	s, _ := Read(path) // a bad file is Write's matter
	if err := s.Apply(c); err != nil {
		return err
	}
	return Write(path, s)
}

// Write brings a file up to date with settings that were read from it. Values
// set for the file are written, unless they are the default and it doesn't
// have them; what is back at its default is taken out; the rest of the file,
// comments and order too, stays as it is. A bad file is first copied, to
// its name and .bad, .bad2 and so on.
func Write(path string, s Settings) error {
	data, err := load(path)
	if err != nil {
		return fmt.Errorf(notKept, err)
	}
	before, pairs, bad := parse(path, data)
	if bad != nil {
		if err := keepBad(path); err != nil {
			return fmt.Errorf(badFileStays, err)
		}
		data = nil
	}
	after := edited(data, pairs, before, s)
	if bad == nil && bytes.Equal(after, data) {
		return nil
	}
	err = os.MkdirAll(filepath.Dir(path), 0o700)
	if err == nil {
		err = private.Write(path, after)
	}
	if err != nil {
		return fmt.Errorf(notWritten, err)
	}
	return nil
}

// load reads a file, or one byte more than is allowed. One that is not there
// is empty.
func load(path string) ([]byte, error) {
	data, err := yamlfile.Load(os.DirFS(filepath.Dir(path)), filepath.Base(path))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return data, err
}

// edited is a file with the values that settings have for it, where they differ
// from those read from it before.
func edited(data []byte, pairs []yamlfile.Pair, before, s Settings) []byte {
	var changes []yamlfile.Change
	for _, v := range s.Values() {
		was, _ := before.Value(v.Name) // the same name
		has := slices.ContainsFunc(pairs, func(p yamlfile.Pair) bool { return p.Name == v.Name })
		switch {
		case has && v.Origin == Default:
			changes = append(changes, yamlfile.Change{Name: v.Name, Remove: true})
		case v.Origin == File && v.Text != was.Text:
			changes = append(changes, yamlfile.Change{Name: v.Name, Written: written(v)})
		}
	}
	return yamlfile.Edit(data, pairs, changes)
}

// written is a value as YAML: what is typed freely stands in quotes.
func written(v Value) string {
	f, _ := find(v.Name) // it has that name
	if f.kind.quoted || v.Text == "" {
		return yamlfile.Quote(v.Text)
	}
	return v.Text
}

// keepBad copies a file to a name that is free.
func keepBad(path string) error {
	from, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = from.Close() }() // it was only read
	to, err := createBad(path)
	if err != nil {
		return err
	}
	_, err = io.Copy(to, from)
	if err = errors.Join(err, to.Sync(), to.Close()); err != nil {
		return errors.Join(err, os.Remove(to.Name()))
	}
	return nil
}

// createBad makes the first of .bad, .bad2 and so on that is not there yet.
func createBad(path string) (*os.File, error) {
	name := path + ".bad"
	for n := 2; ; n++ {
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
		name = path + ".bad" + strconv.Itoa(n)
	}
}
