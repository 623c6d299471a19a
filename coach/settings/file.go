package settings

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"uncramp/coach/charset"
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

// passedOver says that a file was meant as the settings, which are not there, and has
// another name.
func passedOver(path string) error {
	folder, meant := filepath.Split(path)
	entries, _ := os.ReadDir(folder) // what can't be read has none
	for _, e := range entries {
		name := strings.TrimSuffix(strings.ToLower(e.Name()), ".txt")
		if strings.TrimSuffix(name, filepath.Ext(name)) == strings.TrimSuffix(meant, filepath.Ext(meant)) &&
			slices.Contains([]string{".yaml", ".yml"}, filepath.Ext(name)) {
			return fmt.Errorf(otherName, filepath.Join(folder, e.Name()), meant)
		}
	}
	return nil
}

// parse reads a file: flat, one NAME: VALUE a line, each name once. The error
// joins what is wrong, each a [*yamlfile.Fault]; with one the settings are the
// defaults, and there are no pairs.
func parse(file string, data []byte) (Settings, []yamlfile.Pair, error) {
	f, err := yamlfile.Parse(file, data)
	if err != nil {
		return Defaults(), nil, err
	}
	s := Defaults()
	pairs := f.Pairs(hooksName)
	for _, p := range pairs {
		at := p.ValueAt
		if _, err := find(p.Name); err != nil {
			at = p.At
		}
		var why yamlfile.Message
		if errors.As(s.Set(p.Name, p.Text, File), &why) {
			f.Add(at, why)
		}
	}
	if err := f.Err(); err != nil {
		return Defaults(), nil, err
	}
	return s, pairs, nil
}

// Keep makes a change to a file. A value is written, unless the file says so
// already, or it is the default and the file doesn't have it; what is back at
// its default is taken out; the rest of the file, comments and order too, stays
// as it is. A bad file is first copied, to its name and .bad, .bad2 and so on.
func Keep(path string, c Change) error {
	data, err := load(path)
	if err != nil {
		return fmt.Errorf(notKept, err)
	}
	s, pairs, bad := parse(path, data)
	if bad != nil {
		data = nil
	}
	after, err := edited(data, pairs, s, c)
	switch {
	case err != nil:
		return err
	case bad == nil && bytes.Equal(after, data):
		return nil
	case bad != nil:
		if err := keepBad(path); err != nil {
			return fmt.Errorf(badFileStays, err)
		}
	}
	err = private.MakeFolder(filepath.Dir(path))
	if err == nil {
		err = private.Write(path, after)
	}
	if err != nil {
		return fmt.Errorf(notKept, err)
	}
	return nil
}

// edited is a file after a change; s are the settings that it held.
func edited(data []byte, pairs []yamlfile.Pair, s Settings, c Change) ([]byte, error) {
	before := s
	if err := s.Apply(c); err != nil {
		return nil, err
	}
	f, _ := find(c.Name) // it was applied
	value := f.get(s)
	switch {
	case c.Unset:
		value = ""
	case value == f.get(before):
		return data, nil
	case f.kind.quoted || value == "": // typed freely
		value = yamlfile.Quote(value)
	}
	return yamlfile.Edit(data, pairs, c.Name, value), nil
}

// load reads a file as UTF-8 without a mark, or one byte more than is allowed. One
// that is not there is empty, unless it has another name.
func load(path string) ([]byte, error) {
	data, err := yamlfile.Load(os.DirFS(filepath.Dir(path)), filepath.Base(path))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, passedOver(path)
	}
	return charset.Unmark(data), err
}

// maxBad is how many bytes of a bad file are copied: no settings ever had more.
const maxBad = 16 << 20

// keepBad copies a file to the first of .bad, .bad2 and so on that nobody has.
func keepBad(path string) error {
	bad, err := private.Read(path, maxBad)
	if err != nil {
		return err
	}
	const claim = os.O_WRONLY | os.O_CREATE | os.O_EXCL
	to, err := os.OpenFile(path+".bad", claim, 0o600)
	for n := 2; errors.Is(err, fs.ErrExist); n++ {
		to, err = os.OpenFile(path+".bad"+strconv.Itoa(n), claim, 0o600)
	}
	if err != nil {
		return err
	}
	_, err = to.Write(bad)
	if err = errors.Join(err, to.Sync(), to.Close()); err != nil {
		return errors.Join(err, os.Remove(to.Name()))
	}
	return nil
}
