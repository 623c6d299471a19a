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
	"strings"

	"uncramp/coach/private"
)

// Read reads a settings file. One that is not there sets nothing. With an
// error, which for a bad file names line and column, the settings are the
// defaults.
func Read(path string) (Settings, error) {
	data, err := load(path)
	if err != nil {
		return Defaults(), fmt.Errorf("the settings can't be read, and the defaults serve: %w", err)
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
// comments and order too, stays as it is. A bad file is first copied aside, to
// its name and .bad, .bad2 and so on.
func Write(path string, s Settings) error {
	data, err := load(path)
	if err != nil {
		return fmt.Errorf("the settings are not kept: %w", err)
	}
	said, entries, bad := parse(path, data)
	if bad != nil {
		if err := copyAside(path); err != nil {
			return fmt.Errorf("the settings are not kept, and the bad file stays: %w", err)
		}
		data = nil
	}
	after := edited(data, entries, said, s)
	if bad == nil && bytes.Equal(after, data) {
		return nil
	}
	if err := store(path, after); err != nil {
		return fmt.Errorf("the settings are not kept: %w; see that the folder can be written to", err)
	}
	return nil
}

// load reads a file, or one byte more than is allowed. One that is not there
// is empty.
func load(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s is no ordinary file; move it away", path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // it was only read
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, err
	}
	return data, nil
}

// edited is a file that said something with the values that settings have for
// it.
func edited(data []byte, entries []entry, said, s Settings) []byte {
	lines := strings.SplitAfter(string(data), "\n")
	for _, e := range entries {
		was, err := said.Value(e.name)
		v, _ := s.Value(e.name) // the same name
		l := &lines[e.line-1]
		switch {
		case err != nil || !v.Origin.Lasts():
		case v.Origin == Default:
			*l = without(*l, e)
		case v.Text != was.Text:
			*l = replaced(*l, e, v.Text)
		}
	}
	return append([]byte(strings.Join(lines, "")), added(data, entries, s)...)
}

// replaced is a line with another value.
func replaced(line string, e entry, text string) string {
	head, tail := cut(line, e.value)
	return head + written(e.name, text) + strings.TrimPrefix(tail, e.raw)
}

// without is a line without its setting; a comment behind it stays.
func without(line string, e entry) string {
	head, _ := cut(line, e.key)
	_, tail := cut(line, e.value)
	rest := strings.TrimLeft(strings.TrimPrefix(tail, e.raw), " ")
	if strings.TrimSpace(rest) == "" {
		return ""
	}
	return head + rest
}

// cut parts a line before a column.
func cut(line string, column int) (head, tail string) {
	r := []rune(line)
	i := min(column-1, len(r))
	return string(r[:i]), string(r[i:])
}

// added is what a file does not have yet, to stand at its end.
func added(data []byte, entries []entry, s Settings) (out []byte) {
	end, indent := "\n", ""
	if bytes.Contains(data, []byte("\r\n")) {
		end = "\r\n"
	}
	if len(entries) > 0 {
		indent = strings.Repeat(" ", entries[0].key-1)
	}
	for _, v := range s.Values() {
		has := slices.ContainsFunc(entries, func(e entry) bool { return e.name == v.Name })
		if has || v.Origin != File || v.Text == v.Default {
			continue
		}
		if len(out) == 0 && len(data) > 0 && !bytes.HasSuffix(data, []byte("\n")) {
			out = append(out, end...)
		}
		out = append(out, indent+v.Name+": "+written(v.Name, v.Text)+end...)
	}
	return out
}

// written is a value as YAML: what is typed freely stands in quotes.
func written(name, text string) string {
	f, _ := find(name) // it was set by that name
	if _, typed := f.kind.(free); typed || text == "" {
		return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
	}
	return text
}

// store writes a file, and makes its folder where there is none.
func store(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	return private.Write(path, data)
}

// copyAside copies a file to a name that is free.
func copyAside(path string) error {
	from, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = from.Close() }() // it was only read
	to, err := asideOf(path)
	if err != nil {
		return err
	}
	_, err = io.Copy(to, from)
	if err = errors.Join(err, to.Sync(), to.Close()); err != nil {
		return errors.Join(err, os.Remove(to.Name()))
	}
	return nil
}

// asideOf makes the first of .bad, .bad2 and so on that is not there yet.
func asideOf(path string) (*os.File, error) {
	name := path + ".bad"
	for n := 2; ; n++ {
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
		name = path + ".bad" + strconv.Itoa(n)
	}
}
