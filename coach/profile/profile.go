// Package profile keeps what a person said about herself in a file that only she
// can read, beside the diary.
package profile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"uncramp/coach/private"
	"uncramp/coach/text"
	"uncramp/coach/yamlfile"
	"uncramp/routines"
)

// Store is the file. It need not be there, and is made when something is kept.
type Store struct{ path string }

// At is the store of a path.
func At(path string) Store { return Store{path} }

// Path is where the file stands.
func (s Store) Path() string { return s.path }

// contents are what the file holds.
type contents struct {
	Conditions []routines.Condition `yaml:"conditions,omitempty" check:"choices"`
	Asked      bool                 `yaml:"asked,omitempty"` // she was asked, whatever she said
}

// Read returns what she said; nothing where there is no file. With an error, of
// which each fault names line and column, it is the [routines.UnreadableProfile].
// What is no ordinary file is not opened, so that nothing is waited for.
func (s Store) Read() (routines.Profile, error) {
	c, err := s.read()
	if err != nil {
		return routines.UnreadableProfile(), fmt.Errorf(notRead, err)
	}
	return routines.ProfileOf(c.Conditions...), nil
}

// Asked reports whether she was asked already, or can't be: the file is there and
// can't be read.
func (s Store) Asked() bool {
	c, err := s.read()
	return err != nil || c.Asked || len(c.Conditions) > 0
}

// Change keeps what she says now, made of what she said before. It leaves a file
// alone that can't be read: [Store.Forget] begins anew.
func (s Store) Change(how func(routines.Profile) routines.Profile) error {
	c, err := s.read()
	if err != nil {
		return fmt.Errorf(notChanged, err)
	}
	before := routines.ProfileOf(c.Conditions...)
	after := how(before)
	if c.Asked && after == before {
		return nil
	}
	return s.write(contents{after.List(), true})
}

// Decline keeps that she was asked.
func (s Store) Decline() error {
	return s.Change(func(p routines.Profile) routines.Profile { return p })
}

// Forget forgets everything but that she was asked, what can't be read too.
func (s Store) Forget() error { return s.write(contents{Asked: true}) }

func (s Store) read() (c contents, err error) {
	data, err := yamlfile.Load(os.DirFS(filepath.Dir(s.path)), filepath.Base(s.path))
	if errors.Is(err, fs.ErrNotExist) {
		return c, nil
	}
	if err == nil {
		err = yamlfile.Read(s.path, data, &c)
	}
	return c, err
}

func (s Store) write(c contents) error {
	err := private.MakeFolder(filepath.Dir(s.path))
	if err == nil {
		err = private.Write(s.path, fmt.Appendf(nil, written, text.Join(c.Conditions), c.Asked))
	}
	if err != nil {
		return fmt.Errorf(notKept, err)
	}
	return nil
}
